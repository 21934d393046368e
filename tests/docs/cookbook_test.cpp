// The cookbook: each block runs with the real program and prints what stands below it.

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <regex>
#include <set>
#include <sstream>

#include "docs/page.hpp"
#include "support/database.hpp"
#include "support/fresh_registry.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using support::read_file;
using support::source_file;
using support::TemporaryFile;
using support::write_file;

std::string quoted(const std::filesystem::path& path) { return "'" + path.string() + "'"; }

// The extension, if it is built, beside the registry; and what a sanitized one needs loaded before it.
#ifdef TWINNING_EXTENSION
constexpr const char* extension = TWINNING_EXTENSION;
constexpr const char* preload = TWINNING_PRELOAD;
#else
constexpr const char* extension = nullptr;
constexpr const char* preload = "";
#endif

/// Without the blanks that fill up columns.
std::string without_blanks_at_ends(const std::string& text) {
  return std::regex_replace(text, std::regex(" +\n"), "\n");
}

TEST(Cookbook, PrintsWhatItShows) {
  const TemporaryFile file("bonds.db");
  const auto output = file.beside("output");
  ASSERT_EQ(std::system(("'" TWINNING_MAKE_TWIN_TOWNS "' " + quoted(file.path()) + " " +
                         quoted(source_file("examples/data")) + " >" + quoted(output))
                            .c_str()),
            0);
  if (extension != nullptr) std::filesystem::copy_file(extension, file.beside("mod_twinning.so"));
  const std::string page = read_file(source_file("docs/cookbook.md"));
  const std::regex form("```(sh|python)\n([^`]*)```\n\n```text\n([^`]*)```");
  int ran = 0;
  for (std::sregex_iterator block(page.begin(), page.end(), form), end; block != end; ++block, ++ran) {
    SCOPED_TRACE((*block)[2].str());
    const bool is_of_extension = (*block)[2].str().find("mod_twinning") != std::string::npos;
    if (is_of_extension && extension == nullptr) continue;
    const bool is_python = (*block)[1] == "python";
    write_file(file.beside("script"), (is_python ? "" : "set -eu\n") + (*block)[2].str());
    const std::string command = "cd " + quoted(file.path().parent_path()) +
                                " && SCHEMA=" + quoted(source_file("schema")) +
                                " TOOLS=" + quoted(source_file("tools")) + " " + (is_of_extension ? preload : "") +
                                (is_python ? "'" TWINNING_PYTHON "'" : "sh") + " script >output 2>&1 </dev/null";
    EXPECT_EQ(std::system(command.c_str()), 0) << read_file(output);
    EXPECT_EQ(without_blanks_at_ends(read_file(output)), (*block)[3].str());
  }
  const std::regex any_block("```(sh|python|sql|cpp)\n");
  EXPECT_EQ(ran, std::distance(std::sregex_iterator(page.begin(), page.end(), any_block), std::sregex_iterator()))
      << "a block without what it prints";
  EXPECT_GT(ran, 5);
}

std::set<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::set<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.insert(line);
  return lines;
}

TEST(DatasetteMetadata, DescribesEveryTableViewAndColumn) {
  const TemporaryFile file("metadata.json");
  ASSERT_EQ(std::system(("'" TWINNING_PYTHON "' " + quoted(source_file("tools/datasette_metadata.py")) + " " +
                         quoted(source_file("schema/README.md")) + " bonds >" + quoted(file.path()))
                            .c_str()),
            0);
  const auto metadata = nlohmann::json::parse(read_file(file.path()));
  const auto& tables = metadata.at("databases").at("bonds").at("tables");
  std::set<std::string> described;
  for (const auto& [name, table] : tables.items()) {
    EXPECT_GT(table.at("description").get<std::string>().size(), 5U) << name;
    for (const auto& [column, meaning] : table.at("columns").items()) {
      EXPECT_FALSE(meaning.get<std::string>().empty()) << name << "." << column;
      described.insert(name + "." + column);
    }
  }
  EXPECT_EQ(described, lines_of(support::fresh_registry().rows(
                           "SELECT t.name || '.' || c.name FROM pragma_table_list AS t, pragma_table_info(t.name) AS c "
                           "WHERE t.schema = 'main' AND t.name NOT LIKE 'sqlite_%'")));
}

TEST(DatasetteMetadata, SaysHowItIsCalled) {
  EXPECT_NE(
      std::system(
          ("'" TWINNING_PYTHON "' " + quoted(source_file("tools/datasette_metadata.py")) + " 2>/dev/null").c_str()),
      0);
}

}  // namespace
}  // namespace twinning
