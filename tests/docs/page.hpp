#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace twinning::support {

/// A block of a page between two fences: ```sql refused=RULE
struct Block {
  int line = 0;  ///< of the first line within
  std::string language = {};
  std::string refused = {};  ///< the rule that must refuse it; empty where it must pass
  std::string text = {};
  std::optional<std::string> output = {};  ///< the text block that comes next, if nothing stands between
};

/// A heading with the tables under it.
struct Section {
  int line = 0;
  std::string heading = {};
  std::vector<std::vector<std::string>> rows = {};  ///< of all its tables, each a list of cells, without the heads
};

/// A page in Markdown, of which it reads no more than headings, tables and fenced blocks.
class Page {
 public:
  /// \param path  from the top of the sources: "schema/README.md".
  ///
  /// \throws std::runtime_error  if the page cannot be read, or a fence is left open.
  explicit Page(std::string_view path);

  const std::string& path() const noexcept { return path_; }
  const std::string& text() const noexcept { return text_; }
  const std::vector<Block>& blocks() const noexcept { return blocks_; }
  const std::vector<Section>& sections() const noexcept { return sections_; }

  /// The only section with that heading.
  ///
  /// \throws std::runtime_error  if there is none, or more than one.
  const Section& section(std::string_view heading) const;

  /// "schema/README.md:120"
  std::string place(int line) const { return path_ + ":" + std::to_string(line); }

 private:
  std::string path_;
  std::string text_;
  std::vector<Block> blocks_;
  std::vector<Section> sections_;
};

/// What stands between backticks: of "`since`, `until`" since and until.
std::vector<std::string> code_in(std::string_view text);

/// Every page of the sources, from their top.
std::vector<std::string> all_pages();

/// A file of the sources.
std::filesystem::path source_file(std::string_view path);

}  // namespace twinning::support
