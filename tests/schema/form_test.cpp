// How the file is written down: its schema is its manual.

#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "schema/sample.hpp"
#include "support/database.hpp"
#include "support/fresh_registry.hpp"

namespace twinning {
namespace {

using support::Database;

std::vector<std::string> names(const Database& database, const std::string& type) {
  std::istringstream lines(database.rows("SELECT name FROM sqlite_schema WHERE type = '" + type +
                                         "' AND name NOT LIKE 'sqlite_%' ORDER BY name"));
  std::vector<std::string> found;
  for (std::string line; std::getline(lines, line);) found.push_back(line);
  return found;
}

std::string statement(const Database& database, const std::string& name) {
  return database.rows("SELECT sql FROM sqlite_schema WHERE name = '" + name + "'");
}

std::ptrdiff_t count(const std::string& text, const std::regex& pattern) {
  return std::distance(std::sregex_iterator(text.begin(), text.end(), pattern), std::sregex_iterator());
}

std::string without_comments(const std::string& sql) { return std::regex_replace(sql, std::regex("--[^\n]*"), ""); }

TEST(File, SaysWhatItIs) {
  const Database database = support::fresh_registry();
  EXPECT_EQ(database.rows("SELECT printf('%x', application_id) FROM pragma_application_id"), "5457494e\n");
  EXPECT_EQ(database.rows("PRAGMA user_version"), "1\n");
  EXPECT_EQ(database.rows("SELECT value FROM metadata WHERE key = 'layout'"), "1\n");
}

TEST(Tables, AreStrict) {
  EXPECT_EQ(
      support::fresh_registry().rows("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                                     "AND NOT strict AND name NOT LIKE 'sqlite_%'"),
      "");
}

TEST(Tables, ExplainThemselves) {
  const Database database = support::fresh_registry();
  const std::regex comment(R"(^CREATE TABLE \w+ \(\n  -- [A-Z])");
  ASSERT_FALSE(names(database, "table").empty());
  for (const std::string& table : names(database, "table")) {
    EXPECT_TRUE(std::regex_search(statement(database, table), comment)) << table << " has no comment in its CREATE";
  }
}

TEST(Views, ExplainThemselves) {
  const Database database = support::fresh_registry();
  const std::regex comment(R"(^CREATE VIEW \w+ AS\n  -- [A-Z])");
  ASSERT_FALSE(names(database, "view").empty());
  for (const std::string& view : names(database, "view")) {
    EXPECT_TRUE(std::regex_search(statement(database, view), comment)) << view << " has no comment in its CREATE";
  }
}

TEST(Checks, AreNamedAfterTheirTable) {
  const Database database = support::fresh_registry();
  for (const std::string& table : names(database, "table")) {
    const std::string sql = without_comments(statement(database, table));
    EXPECT_EQ(count(sql, std::regex(R"(\bCHECK\b)")),
              count(sql, std::regex(R"(\bCONSTRAINT )" + table + R"(_\w+\s+CHECK\b)")))
        << table << " has a CHECK without a name of its own";
  }
}

TEST(Checks, HaveNamesThatDiffer) {
  const Database database = support::fresh_registry();
  std::map<std::string, int> uses;
  for (const std::string& table : names(database, "table")) {
    const std::string sql = statement(database, table);
    const std::regex name(R"(\bCONSTRAINT (\w+))");
    for (std::sregex_iterator found(sql.begin(), sql.end(), name), end; found != end; ++found) ++uses[found->str(1)];
  }
  for (const auto& [name, times] : uses) EXPECT_EQ(times, 1) << name;
}

TEST(Triggers, RaiseARuleAndASentence) {
  const Database database = support::fresh_registry();
  const std::regex raise(R"(\bRAISE\s*\()");
  const std::regex named(R"(\bRAISE\s*\(\s*ABORT\s*,\s*'[a-z]\w*: [^']{10,}'\s*\))");
  const std::regex silent(R"(\bRAISE\s*\(\s*IGNORE\s*\))");
  for (const std::string& trigger : names(database, "trigger")) {
    const std::string sql = without_comments(statement(database, trigger));
    EXPECT_EQ(count(sql, raise), count(sql, named) + count(sql, silent)) << trigger;
  }
}

// The same rule, broken on insert and on update, is explained in the same words.
TEST(Triggers, SayTheSameOfTheSameRule) {
  const Database database = support::fresh_registry();
  const std::string sql = database.rows("SELECT sql FROM sqlite_schema WHERE type = 'trigger'");
  const std::regex raise(R"(RAISE\s*\(\s*ABORT\s*,\s*'(\w+_known): ([^']+)')");
  std::map<std::string, std::string> sentences;
  for (std::sregex_iterator found(sql.begin(), sql.end(), raise), end; found != end; ++found) {
    const auto [entry, is_new] = sentences.emplace(found->str(1), found->str(2));
    EXPECT_EQ(entry->second, found->str(2)) << found->str(1);
  }
  EXPECT_FALSE(sentences.empty());
}

TEST(Schema, UsesNoFunctionThatThePlainShellLacks) {
  // What the shell itself could not read, it could not dump, check or vacuum either.
  Database database = support::sample_registry();
  EXPECT_EQ(database.refusal("VACUUM"), "");
  EXPECT_EQ(database.refusal("REINDEX"), "");
  EXPECT_EQ(database.refusal("PRAGMA trusted_schema = OFF; INSERT INTO city (name, since) VALUES ('x', '1941/1944')"),
            "");
}

class Soundness : public testing::TestWithParam<Database (*)()> {};

TEST_P(Soundness, IsWhole) {
  const Database database = GetParam()();
  EXPECT_EQ(database.rows("PRAGMA integrity_check"), "ok\n");
  EXPECT_EQ(database.rows("PRAGMA foreign_key_check"), "");
}

TEST_P(Soundness, HasViewsThatRun) {
  const Database database = GetParam()();
  for (const std::string& view : names(database, "view")) {
    SCOPED_TRACE(view);
    EXPECT_NO_THROW(database.rows("SELECT * FROM " + view));
  }
}

TEST_P(Soundness, LeadsThroughItselfByQueriesThatRun) {
  const Database database = GetParam()();
  std::istringstream queries(database.rows("SELECT query FROM readme"));
  int ran = 0;
  for (std::string query; std::getline(queries, query); ++ran) {
    SCOPED_TRACE(query);
    EXPECT_NO_THROW(database.rows(query));
  }
  EXPECT_GT(ran, 5);
}

TEST_P(Soundness, StoresTheSpansThatFollow) {
  const Database database = GetParam()();
  EXPECT_EQ(database.rows("SELECT * FROM twin_span EXCEPT SELECT * FROM pair_span"), "");
  EXPECT_EQ(database.rows("SELECT * FROM pair_span EXCEPT SELECT * FROM twin_span"), "");
}

INSTANTIATE_TEST_SUITE_P(Fresh, Soundness, testing::Values(&support::fresh_registry));
INSTANTIATE_TEST_SUITE_P(Sample, Soundness, testing::Values(&support::sample_registry));

}  // namespace
}  // namespace twinning
