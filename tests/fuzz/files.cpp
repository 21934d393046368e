// The bytes of a database file that somebody sent: whole ones, or else what to write over those of a sound registry.
// A place of the latter is a page and an offset, mostly in the pages that hold rows, since one changed letter of the
// schema is refused before anything is read.

#include <algorithm>
#include <exception>
#include <string>
#include <vector>

#include <twinning/twinning.hpp>

#include "support/database.hpp"
#include "support/temporary_file.hpp"
#include "target.hpp"
#include "untrusted/every_question.hpp"

namespace twinning::fuzz {
namespace {

constexpr std::size_t page_size = 1024;

const std::string& sound_file() {
  static const std::string bytes = support::read_file(TWINNING_SOURCE_DIR "/tests/golden/v1.db");
  return bytes;
}

/// The pages of a sound file that hold rows and indexes, from 0.
const std::vector<std::size_t>& row_pages() {
  static const std::vector<std::size_t> pages = [] {
    const auto database = support::Database::of_image(sound_file());
    const std::string listed = database.rows("SELECT pageno FROM dbstat WHERE name <> 'sqlite_schema' ORDER BY 1");
    std::vector<std::size_t> numbers;
    for (std::size_t begin = 0; begin < listed.size(); begin = listed.find('\n', begin) + 1) {
      numbers.push_back(std::stoul(listed.substr(begin)) - 1);
    }
    return numbers;
  }();
  return pages;
}

std::string spoilt(Bytes bytes) {
  std::string file = sound_file();
  while (!bytes.empty()) {
    const std::uint8_t kind = bytes.byte();
    const std::size_t page =
        kind >= 250 ? bytes.number() % (file.size() / page_size) : row_pages()[kind % row_pages().size()];
    const std::size_t place = page * page_size + bytes.number() % page_size;
    const std::string_view text = bytes.text(std::min<std::size_t>(1 + bytes.byte() % 8, file.size() - place));
    file.replace(place, text.size(), text);
  }
  return file;
}

constexpr auto expected = {
    ErrorCategory::invalid_argument, ErrorCategory::not_found,      ErrorCategory::ambiguous,
    ErrorCategory::no_space,         ErrorCategory::not_a_registry, ErrorCategory::layout_too_new,
    ErrorCategory::layout_too_old,   ErrorCategory::corrupt,        ErrorCategory::input_output};

/// SQLite says it of a file whose header names another version of its format.
bool is_unsupported(const Error& error) { return std::string_view(error.what()) == "unsupported file format"; }

template <typename Work>
void attempt(Work&& work) {
  try {
    work();
  } catch (const Error& error) {
    if (!is_unsupported(error)) require_refusal(error, expected);
  }
}

}  // namespace
}  // namespace twinning::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace twinning;
  using namespace twinning::fuzz;
  const bool is_whole = Bytes(data, size).rest().starts_with("SQLite");
  const std::string bytes = is_whole ? std::string(Bytes(data, size).rest()) : spoilt(Bytes(data, size));
  const support::TemporaryFile file;
  support::write_file(file.path(), bytes);
  attempt([&] {
    const Registry registry = Registry::open(file.path(), {.mode = Mode::untrusted});
    // All would take a second: the input's size says which.
    for (const Error& error : support::ask_a_part(registry, size)) require_refusal(error, expected);
  });
  attempt([&] {
    for (const Finding& finding : check(file.path())) {
      require(finding.explanation.find('\n') == std::string::npos, "one line: " + finding.explanation);
    }
  });
  require(support::read_file(file.path()) == bytes, "the file is left as it was");
  return 0;
}
