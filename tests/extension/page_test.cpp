// The blocks of docs/extension.md, run as a stranger would: by the real sqlite3 shell and by Python.

#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "docs/page.hpp"
#include "examples/example_registry.hpp"
#include "extension/folder.hpp"
#include "extension/host.hpp"

namespace twinning {
namespace {

std::string without_blanks_at_ends(const std::string& text) {
  return std::regex_replace(text, std::regex(" +\n"), "\n");
}

TEST(ExtensionPage, PrintsWhatItShows) {
  const support::Page page("docs/extension.md");
  support::Folder folder;
  int ran = 0;
  for (const support::Block& block : page.blocks()) {
    std::string program;
    if (block.language == "sql") {
      program = "sqlite3 -batch -init /dev/null -cmd '.load ./mod_twinning' -safe -readonly -bail -table bonds.db";
    } else if (block.language == "sh") {
      program = "sh -eu";
    } else if (block.language == "python") {
      program = "'" TWINNING_PYTHON "' -";
    } else {
      continue;
    }
    SCOPED_TRACE(page.place(block.line) + "\n" + block.text);
    const std::string printed = without_blanks_at_ends(folder.run(program, block.text));
    ASSERT_TRUE(block.output.has_value()) << "the page does not say what it prints:\n" << printed;
    EXPECT_EQ(printed, *block.output);
    ++ran;
  }
  EXPECT_GE(ran, 10);
}

/// "twins_of(city, as_of, known_at)" by its words.
std::vector<std::string> words_of(const std::string& call) {
  const std::regex word("\\w+");
  return {std::sregex_token_iterator(call.begin(), call.end(), word), std::sregex_token_iterator()};
}

/// The names in a section's tables.
std::set<std::string> named_in(const std::string& section) {
  const support::Page page("docs/extension.md");
  std::set<std::string> names;
  for (const auto& row : page.section(section).rows) {
    for (const std::string& call : support::code_in(row.at(0))) names.insert(words_of(call).at(0));
  }
  return names;
}

/// The names in a list of SQLite's that are not there before the extension is loaded.
std::set<std::string> added_to(const std::string& list) {
  const auto names_in = [&](const support::Database& host) {
    std::set<std::string> names;
    std::istringstream lines(host.rows("SELECT name FROM " + list));
    for (std::string name; std::getline(lines, name);) names.insert(name);
    return names;
  };
  std::set<std::string> names = names_in(support::host_of(":memory:"));
  for (const std::string& name : names_in(support::Database(":memory:"))) names.erase(name);
  return names;
}

TEST(ExtensionPage, NamesEveryFunction) {
  EXPECT_EQ(added_to("pragma_module_list"), named_in("Tables"));
  EXPECT_EQ(added_to("pragma_function_list"), named_in("Values"));
}

TEST(ExtensionPage, NamesEveryArgumentAndColumn) {
  const support::Page page("docs/extension.md");
  const support::Database host = support::host_of(support::example_registry());
  for (const auto& row : page.section("Tables").rows) {
    std::string arguments;
    std::string columns;
    const std::vector<std::string> call = words_of(support::code_in(row.at(0)).at(0));
    for (std::size_t place = 1; place < call.size(); ++place) arguments += call[place] + "\n";
    for (const std::string& column : support::code_in(row.at(1))) columns += column + "\n";
    const std::string names = "SELECT name FROM pragma_table_xinfo('" + call.at(0) + "') WHERE hidden = ";
    EXPECT_EQ(host.rows(names + "1"), arguments) << call.at(0);
    EXPECT_EQ(host.rows(names + "0"), columns) << call.at(0);
  }
}

}  // namespace
}  // namespace twinning
