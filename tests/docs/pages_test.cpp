// What pages say is so: their SQL runs and prints what stands below it, their C++ is a program that is built, and they
// lead to what is there.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <regex>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>

#include <twinning/maintenance.hpp>

#include "docs/page.hpp"
#include "support/shell.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using support::all_pages;
using support::Block;
using support::Page;
using support::read_file;
using support::ShellRun;
using support::source_file;
using support::TemporaryFile;

void make_example_registry(const TemporaryFile& file) {
  const std::string command = "'" TWINNING_MAKE_TWIN_TOWNS "' '" + file.path().string() + "' '" +
                              source_file("examples/data").string() + "' >'" + file.beside("output").string() + "'";
  if (std::system(command.c_str()) != 0) throw std::runtime_error("make_twin_towns failed");
}

// Columns are filled up with blanks to their width, which nobody would write.
std::string without_blanks_at_ends(const std::string& text) {
  return std::regex_replace(text, std::regex(" +\n"), "\n");
}

bool names_rule(const std::string& errors, const std::string& rule) {
  return std::regex_search(
      errors, std::regex("^Runtime error near line [0-9]+: (CHECK constraint failed: )?" + rule + "(:| \\()"));
}

// Less "Runtime error near line 2: " and SQLite's number.
std::string words_of_refusal(const std::string& errors) {
  return std::regex_replace(errors, std::regex("^Runtime error near line [0-9]+: (.*) \\([0-9]+\\)\n$"), "$1\n");
}

void expect_as_written(const Block& block, const std::filesystem::path& registry) {
  const std::string before = read_file(registry);
  const ShellRun run = support::run_shell(registry, ".bail on\n" + block.text);
  if (!block.refused.empty()) {
    EXPECT_TRUE(names_rule(run.errors, block.refused)) << "the shell says: " << run.errors;
    if (block.output) {
      EXPECT_EQ(words_of_refusal(run.errors), *block.output);
    }
    EXPECT_TRUE(read_file(registry) == before) << "what was refused left its trace in the file";
    return;
  }
  EXPECT_EQ(run.errors, "");
  EXPECT_EQ(run.status, 0);
  if (block.output) {
    EXPECT_EQ(without_blanks_at_ends(run.output), *block.output);
  }
}

class Sql : public testing::TestWithParam<const char*> {};

// All blocks of a page are one session: each sees what those before it wrote.
TEST_P(Sql, RunsAsWritten) {
  const Page page(GetParam());
  const TemporaryFile file("bonds.db");
  make_example_registry(file);
  int ran = 0;
  for (const Block& block : page.blocks()) {
    if (block.language != "sql") continue;
    SCOPED_TRACE(page.place(block.line) + "\n" + block.text);
    expect_as_written(block, file.path());
    ++ran;
  }
  EXPECT_GT(ran, 0) << page.path() << " has no block of SQL";
  // What the pages teach leaves a sound registry.
  for (const Finding& finding : check(file.path())) ADD_FAILURE() << finding.what << ": " << finding.explanation;
}

INSTANTIATE_TEST_SUITE_P(Pages, Sql, testing::Values("README.md", "docs/editing.md", "schema/README.md"),
                         [](const auto& page) {
                           return std::regex_replace(std::string(page.param), std::regex("[^A-Za-z]"), "_");
                         });

TEST(Readme, ShowsTheFirstProgramByteForByte) {
  const Page page("README.md");
  std::string programs;
  for (const Block& block : page.blocks()) {
    if (block.language == "cpp") programs += block.text;
  }
  EXPECT_EQ(programs, read_file(source_file("examples/first_steps.cpp")));
}

TEST(Readme, MapsEveryFolder) {
  const Page page("README.md");
  std::set<std::string> mapped;
  for (const auto& row : page.section("The folders").rows) {
    for (const std::string& folder : support::code_in(row.front())) mapped.insert(folder);
  }
  std::set<std::string> there;
  for (const auto& entry : std::filesystem::directory_iterator(source_file("."))) {
    const std::string name = entry.path().filename().string();
    if (!entry.is_directory() || name.starts_with('.') || name == "build") continue;
    if (!std::filesystem::is_empty(entry.path())) there.insert(name);
  }
  EXPECT_EQ(mapped, there);
}

TEST(ChangeLog, HasTheLayoutOfThisVersion) {
  const Page page("CHANGELOG.md");
  const auto& rows = page.section("Versions and layouts").rows;
  ASSERT_FALSE(rows.empty());
  EXPECT_EQ(rows.front().at(1), std::to_string(layout)) << "the newest version is the first row";
}

TEST(ExamplesPage, NamesEveryProgram) {
  const std::string text = Page("examples/README.md").text();
  for (const auto& entry : std::filesystem::directory_iterator(source_file("examples"))) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() == ".cpp") {
      EXPECT_NE(text.find("`" + name + "`"), std::string::npos) << name;
    }
  }
}

class Pages : public testing::TestWithParam<std::string> {};

TEST_P(Pages, NameNoPathOfAMachine) {
  const std::regex path(R"((^|[^\w.$}])(/(home|root|work|tmp|usr|opt|var|mnt|srv|Users)/|[A-Z]:\\))");
  std::istringstream lines(Page(GetParam()).text());
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    EXPECT_FALSE(std::regex_search(line, path)) << GetParam() << ":" << number << ": " << line;
  }
}

// The name that a heading has in links: small letters, hyphens for blanks, nothing else but digits and underscores.
std::string anchor_of(const std::string& heading) {
  std::string anchor;
  for (const char c : heading) {
    if (c == ' ' || c == '-') anchor += '-';
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_') {
      anchor += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  return anchor;
}

bool has_anchor(const Page& page, const std::string& anchor) {
  return std::ranges::any_of(page.sections(),
                             [&](const auto& section) { return anchor_of(section.heading) == anchor; });
}

TEST_P(Pages, LinkToWhatIsThere) {
  const Page page(GetParam());
  const std::regex link(R"(\]\(([^)#\s]*)(#([^)\s]*))?\))");
  for (std::sregex_iterator found(page.text().begin(), page.text().end(), link), end; found != end; ++found) {
    const std::string target = found->str(1);
    const std::string anchor = found->str(3);
    if (target.find("://") != std::string::npos) continue;
    const auto folder = std::filesystem::path(page.path()).parent_path();
    const std::string path = target.empty() ? page.path() : (folder / target).lexically_normal().string();
    EXPECT_TRUE(std::filesystem::exists(source_file(path))) << page.path() << " links to " << target;
    if (!anchor.empty()) {
      EXPECT_TRUE(has_anchor(Page(path), anchor)) << page.path() << " links to " << found->str();
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, Pages, testing::ValuesIn(all_pages()),
                         [](const auto& page) { return std::regex_replace(page.param, std::regex("[^A-Za-z]"), "_"); });

}  // namespace
}  // namespace twinning
