#include "docs/page.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "support/temporary_file.hpp"

namespace twinning::support {
namespace {

constexpr std::string_view fence = "```";

// "sql refused=RULE" after the fence.
void open_block(std::string_view info, Block& block) {
  constexpr std::string_view mark = " refused=";
  const std::size_t refused = info.find(mark);
  block.language = info.substr(0, refused);
  if (refused != std::string_view::npos) block.refused = info.substr(refused + mark.size());
}

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  std::istringstream stream{std::string(line.substr(1))};
  for (std::string cell; std::getline(stream, cell, '|');) cells.push_back(trimmed(cell));
  return cells;
}

bool is_rule_of_a_table(std::string_view line) { return line.starts_with("|---"); }

}  // namespace

Page::Page(std::string_view path) : path_(path), text_(read_file(source_file(path))) {
  std::istringstream lines(text_);
  Block block;
  bool in_block = false;
  bool after_code = false;  // Nothing but empty lines since the end of a block that a program runs.
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (in_block && line != fence) {
      block.text += line + "\n";
    } else if (in_block) {
      in_block = false;
      if (block.language == "text" && after_code) blocks_.back().output = block.text;
      after_code = block.language != "text";
      blocks_.push_back(std::move(block));
    } else if (line.starts_with(fence)) {
      in_block = true;
      block = Block{.line = number + 1, .text = {}, .output = {}};
      open_block(std::string_view(line).substr(fence.size()), block);
    } else if (!line.empty()) {
      after_code = false;
      if (line.starts_with('#')) {
        sections_.push_back({.line = number, .heading = line.substr(line.find_first_not_of("# ")), .rows = {}});
      } else if (is_rule_of_a_table(line) && !sections_.empty()) {
        sections_.back().rows.pop_back();  // What stands above it is the head.
      } else if (line.starts_with('|') && !sections_.empty()) {
        sections_.back().rows.push_back(cells_of(line));
      }
    }
  }
  if (in_block) throw std::runtime_error(place(block.line) + ": the block has no end");
}

const Section& Page::section(std::string_view heading) const {
  const auto is_it = [&](const Section& section) { return section.heading == heading; };
  if (std::ranges::count_if(sections_, is_it) != 1) {
    throw std::runtime_error(path_ + " does not have one section \"" + std::string(heading) + "\"");
  }
  return *std::ranges::find_if(sections_, is_it);
}

std::vector<std::string> code_in(std::string_view text) {
  std::vector<std::string> code;
  for (std::size_t begin = text.find('`'); begin != std::string_view::npos;) {
    const std::size_t end = text.find('`', begin + 1);
    if (end == std::string_view::npos) break;
    code.emplace_back(text.substr(begin + 1, end - begin - 1));
    begin = text.find('`', end + 1);
  }
  return code;
}

std::filesystem::path source_file(std::string_view path) { return std::filesystem::path(TWINNING_SOURCE_DIR) / path; }

std::vector<std::string> all_pages() {
  std::vector<std::string> pages;
  const std::filesystem::path top = TWINNING_SOURCE_DIR;
  for (auto entry = std::filesystem::recursive_directory_iterator(top); entry != end(entry); ++entry) {
    const std::string path = std::filesystem::relative(entry->path(), top).string();
    if (entry->is_directory() && (path == "build" || path.starts_with('.'))) entry.disable_recursion_pending();
    if (entry->is_regular_file() && entry->path().extension() == ".md") pages.push_back(path);
  }
  std::ranges::sort(pages);
  return pages;
}

}  // namespace twinning::support
