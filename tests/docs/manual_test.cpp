// schema/README.md, the manual of the file, leaves nothing out and says nothing of what is not there.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "docs/page.hpp"
#include "support/database.hpp"
#include "support/fresh_registry.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using support::code_in;
using support::Database;
using support::Page;
using support::Section;
using Names = std::set<std::string>;

const Page& manual() {
  static const Page page("schema/README.md");
  return page;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// What the headings of sections are about: ### `city_kind`, `name_kind`
std::map<std::string, const Section*> described() {
  std::map<std::string, const Section*> sections;
  for (const Section& section : manual().sections()) {
    for (const std::string& name : code_in(section.heading)) {
      EXPECT_TRUE(sections.emplace(name, &section).second) << name << " has two sections";
    }
  }
  return sections;
}

// Rules and other tables may stand under the same heading: a row about columns begins with nothing but code.
std::vector<std::string> columns_in(const Section& section) {
  std::vector<std::string> columns;
  for (const auto& row : section.rows) {
    for (const std::string& column : code_in(row.front())) columns.push_back(column);
  }
  return columns;
}

TEST(Manual, DescribesEveryTableAndViewAndNoOther) {
  const Database database = support::fresh_registry();
  const auto names = lines_of(database.rows(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' ORDER BY name"));
  ASSERT_GT(names.size(), 50U) << "the tables were not found";
  Names found;
  for (const auto& [name, section] : described()) found.insert(name);
  EXPECT_EQ(found, Names(names.begin(), names.end()));
}

TEST(Manual, DescribesEveryColumnInItsOrderAndNoOther) {
  const Database database = support::fresh_registry();
  for (const auto& [name, section] : described()) {
    SCOPED_TRACE(manual().place(section->line) + ": " + name);
    auto columns = columns_in(*section);
    if (name == "anomaly") columns.resize(std::min<std::size_t>(columns.size(), 4));  // Its rules come after them.
    EXPECT_EQ(columns, lines_of(database.rows("SELECT name FROM pragma_table_info('" + name + "')")));
  }
}

TEST(Manual, SaysOfEveryColumnOfATableItsTypeAndWhetherItMayBeNull) {
  const Database database = support::fresh_registry();
  for (const auto& [name, section] : described()) {
    if (database.rows("SELECT type FROM pragma_table_list WHERE name = '" + name + "'") != "table\n") continue;
    SCOPED_TRACE(manual().place(section->line) + ": " + name);
    std::vector<std::string> types;
    for (const auto& row : section->rows) types.push_back(code_in(row.front()).front() + " " + row.at(1));
    EXPECT_EQ(types, lines_of(database.rows("SELECT name || ' ' || type || iif(\"notnull\" OR pk, '', '?') "
                                            "FROM pragma_table_info('" +
                                            name + "')")));
  }
}

// What stands in the file itself, for somebody who has nothing else.
TEST(ReadmeView, LeadsToAllThatAddsByNamesAndThatFindsACity) {
  const Database database = support::fresh_registry();
  EXPECT_EQ(database.rows("SELECT name FROM sqlite_schema AS v WHERE type = 'view' "
                          "AND (name GLOB 'new_*' OR name IN ('city_meant', 'city_by_any_name')) "
                          "AND NOT EXISTS (SELECT 1 FROM readme WHERE instr(meaning, v.name) > 0)"),
            "");
}

void collect(Names& names, const std::string& text, const std::regex& name) {
  for (std::sregex_iterator found(text.begin(), text.end(), name), end; found != end; ++found) {
    names.insert(found->str(1));
  }
}

TEST(Manual, ExplainsEveryRuleOnceAndNoOther) {
  const Database database = support::fresh_registry();
  Names rules;
  collect(rules, database.rows("SELECT sql FROM sqlite_schema WHERE type = 'table'"),
          std::regex(R"(CONSTRAINT (\w+))"));
  collect(rules, database.rows("SELECT sql FROM sqlite_schema WHERE type = 'trigger'"),
          std::regex(R"(RAISE\s*\(\s*\w+\s*,\s*'(\w+):)"));
  ASSERT_GT(rules.size(), 100U) << "the file's rules were not found";
  Names explained;
  for (const Section& section : manual().sections()) {
    if (!section.heading.starts_with("Rules of ")) continue;
    for (const auto& row : section.rows) {
      const std::string rule = code_in(row.front()).front();
      EXPECT_TRUE(explained.insert(rule).second) << rule << " stands there twice";
      EXPECT_EQ(row.size(), 3U) << rule << ": what it refuses, and what to do instead";
    }
  }
  EXPECT_EQ(explained, rules);
}

TEST(Manual, ExplainsEveryAnomalyAndNoOther) {
  const Database database = support::fresh_registry();
  Names rules;
  collect(rules, database.rows("SELECT sql FROM sqlite_schema WHERE name = 'anomaly'"),
          std::regex(R"(SELECT (?:DISTINCT )?'(\w+)')"));
  ASSERT_FALSE(rules.empty());
  const auto names = columns_in(manual().section("`anomaly`"));
  EXPECT_EQ(Names(names.begin() + 4, names.end()), rules) << "after the four columns";
}

// As the tables of the manual have a day, or that there is none.
std::string day(const std::string& cell) { return cell == "none" ? "-" : cell; }

TEST(Manual, GivesEveryDateItsDays) {
  int tried = 0;
  for (const auto& row : manual().section("Dates").rows) {
    if (row.size() != 4 || row[2] == "as without") continue;  // The other table is of dates that are refused.
    for (const std::string& date : code_in(row[1])) {
      SCOPED_TRACE(date);
      Database database = support::fresh_registry();
      EXPECT_EQ(database.refusal("INSERT INTO edtf_date (date) VALUES ('" + date + "')"), "");
      EXPECT_EQ(database.rows("SELECT earliest, latest FROM edtf_date WHERE date = '" + date + "'"),
                day(row[2]) + "|" + day(row[3]) + "\n");
      ++tried;
    }
  }
  EXPECT_GT(tried, 15);
}

TEST(Manual, NamesTheRuleOfEveryDateThatIsRefused) {
  int tried = 0;
  for (const auto& row : manual().section("Dates").rows) {
    if (row.size() != 3) continue;
    for (const std::string& date : code_in(row[0])) {
      SCOPED_TRACE(date);
      Database database = support::fresh_registry();
      const std::string refusal = database.refusal("INSERT INTO edtf_date (date) VALUES ('" + date + "')");
      EXPECT_EQ(refusal.substr(0, refusal.find(':')), code_in(row[1]).front());
      ++tried;
    }
  }
  EXPECT_GT(tried, 15);
}

// What is said about conformance, in a header or on a page, with nothing but its words.
std::string conformance(const std::string& path) {
  const std::string text = support::read_file(support::source_file(path));
  const std::size_t begin = text.find("Conformance with the EDTF");
  const std::string last = "start is after its end.";
  const std::size_t end = text.find(last, begin);
  if (begin == std::string::npos || end == std::string::npos) return "nothing of conformance in " + path;
  std::string words = text.substr(begin, end + last.size() - begin);
  // The last words may be broken across lines, and so may all others.
  words = std::regex_replace(words, std::regex(R"(\n\s*///)"), "\n");
  words = std::regex_replace(words, std::regex(R"(\n\s*- )"), "\n");
  words = std::regex_replace(words, std::regex("[\"`]"), "");
  return std::regex_replace(words, std::regex(R"(\s+)"), " ");
}

TEST(Manual, SaysOfConformanceWhatTheHeaderSays) {
  EXPECT_EQ(conformance("schema/README.md"), conformance("include/twinning/date.hpp"));
}

}  // namespace
}  // namespace twinning
