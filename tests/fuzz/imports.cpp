// A file to import. Its first letter is the format, its second one how to read it; the rest is the file. Of tables it
// is a folder: each file begins with a line "== name", and those that are not given are of a sound registry.

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include <twinning/twinning.hpp>

#include "new_registry.hpp"
#include "target.hpp"

namespace twinning::fuzz {
namespace {

std::optional<ImportFormat> format_of(std::uint8_t letter) {
  switch (letter) {
    case 'w':
      return ImportFormat::wikidata;
    case 'p':
      return ImportFormat::pairs;
    case 'e':
      return ImportFormat::events;
    case 't':
      return ImportFormat::tables;
    default:
      return std::nullopt;
  }
}

ImportOptions options_of(std::uint8_t format, std::uint8_t how) {
  const auto has = [&](unsigned bit) { return (how & bit) != 0; };
  ImportOptions options{.format = format_of(format)};
  options.has_header = !has(1);
  options.strict = has(2);
  options.dry_run = has(4);
  options.claims = !has(8);
  if (has(16)) {
    options.listed = Date("2020-05");
    options.comment = '#';
  }
  return options;
}

/// The tables of a sound registry.
const std::map<std::string, std::string>& sound_tables() {
  static const std::map<std::string, std::string> tables = [] {
    const support::TemporaryFile folder("tables");
    std::map<std::string, std::string> files;
    Registry::open(TWINNING_SOURCE_DIR "/tests/golden/v1.db", {.mode = Mode::read_only}).read([&](const Snapshot& now) {
      export_file(now, folder.path(), {.format = ExportFormat::tables});
    });
    for (const auto& file : std::filesystem::directory_iterator(folder.path())) {
      files[file.path().filename()] = support::read_file(file.path());
    }
    return files;
  }();
  return tables;
}

/// The path of the file, or of the folder of tables.
std::string write_input(const NewRegistry& registry, Bytes& bytes, bool is_folder) {
  std::string path = registry.beside("list");
  if (!is_folder) {
    support::write_file(path, bytes.rest());
    return path;
  }
  std::filesystem::create_directory(path);
  for (const auto& [name, text] : sound_tables()) support::write_file(path + "/" + name, text);
  std::string name;
  std::string text;
  const auto finish = [&] {
    std::erase_if(name, [](char letter) { return (letter < 'a' || letter > 'z') && letter != '_'; });
    if (!name.empty() && name.size() < 100) support::write_file(path + "/" + name + ".csv", text);
    text.clear();
  };
  while (!bytes.empty()) {
    const std::string_view line = bytes.line();
    if (line.starts_with("== ")) {
      finish();
      name = line.substr(3);
    } else {
      text.append(line).append("\n");
    }
  }
  finish();
  return path;
}

void require_sum(const ImportReport& report) {
  require(
      report.rows == report.rows_added + report.rows_matched + report.repeated + report.self_links + report.rejected,
      "the rows of a report are the sum of what became of them");
}

std::optional<ImportReport> import(Registry& registry, const std::string& path, const ImportOptions& options) {
  try {
    return import_file(registry, path, options);
  } catch (const Error& error) {
    require_refusal(error, {ErrorCategory::invalid_argument, ErrorCategory::rule_broken, ErrorCategory::not_found});
    return std::nullopt;
  }
}

void import_twice(Registry& registry, const std::string& path, const ImportOptions& options) {
  const std::optional<ImportReport> first = import(registry, path, options);
  if (!first || options.format == ImportFormat::tables) return;
  require_sum(*first);
  if (options.dry_run) {
    require(registry.read([](const Snapshot& now) { return now.bonds().empty(); }), "a dry run writes nothing");
    return;
  }
  const std::optional<ImportReport> second = import(registry, path, options);
  require(second.has_value(), "what was imported once is imported again");
  require_sum(*second);
  require(second->acts_added + second->cities_added + second->bonds_added + second->names_added == 0 && !second->source,
          "the same file again adds nothing");
}

}  // namespace
}  // namespace twinning::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace twinning::fuzz;
  Bytes bytes(data, size);
  const std::uint8_t format = bytes.byte();
  const auto options = options_of(format, bytes.byte());
  const NewRegistry file;
  const std::string path = write_input(file, bytes, format == 't');
  {
    twinning::Registry registry = file.open();
    import_twice(registry, path, options);
    registry.read([](const twinning::Snapshot& now) {
      now.bonds();
      now.anomalies();
    });
  }
  file.require_sound();
  return 0;
}
