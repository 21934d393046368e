// That attacks.sql leaves nothing out: no rule, no table, no column.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "schema/attack_blocks.hpp"
#include "support/database.hpp"
#include "support/fresh_registry.hpp"

namespace twinning {
namespace {

using support::AttackBlock;
using support::Database;
using testing::IsEmpty;
using Kind = AttackBlock::Kind;
using Names = std::set<std::string>;

Names lines_of(const std::string& text) {
  std::istringstream stream(text);
  Names names;
  for (std::string line; std::getline(stream, line);) names.insert(line);
  return names;
}

Names without(const Names& all, const Names& some) {
  Names rest;
  std::ranges::set_difference(all, some, std::inserter(rest, rest.end()));
  return rest;
}

void collect(Names& names, const std::string& text, const std::regex& name) {
  for (std::sregex_iterator found(text.begin(), text.end(), name), end; found != end; ++found)
    names.insert(found->str(1));
}

Names rules_of_the_file() {
  const Database database = support::fresh_registry();
  Names rules;
  collect(rules, database.rows("SELECT sql FROM sqlite_schema WHERE type = 'table'"),
          std::regex(R"(CONSTRAINT (\w+))"));
  collect(rules, database.rows("SELECT sql FROM sqlite_schema WHERE type = 'trigger'"),
          std::regex(R"(RAISE\s*\(\s*\w+\s*,\s*'(\w+):)"));
  return rules;
}

Names expected_of(Kind kind) {
  Names names;
  for (const AttackBlock& block : support::attack_blocks()) {
    if (block.kind == kind) names.insert(block.expected);
  }
  return names;
}

// "INSERT city", "UPDATE city": what legal blocks do. OR REPLACE and its like are the same verb.
Names legal_verbs() {
  const std::regex verb(R"(^(INSERT|UPDATE|DELETE)(?: OR \w+)?(?: INTO| FROM)? (\w+))");
  Names verbs;
  for (const AttackBlock& block : support::attack_blocks()) {
    std::smatch found;
    if (block.kind == Kind::legal && std::regex_search(block.sql, found, verb))
      verbs.insert(found.str(1) + " " + found.str(2));
  }
  return verbs;
}

TEST(Coverage, TryEveryRuleAndNoOther) {
  const Names rules = rules_of_the_file();
  const Names attacked = expected_of(Kind::rule);
  ASSERT_GT(rules.size(), 100U) << "the file's rules were not found";
  EXPECT_THAT(without(rules, attacked), IsEmpty()) << "rules without an attack in attacks.sql";
  EXPECT_THAT(without(attacked, rules), IsEmpty()) << "attacks on rules that the file does not have";
}

TEST(Coverage, LeaveOutEveryValueThatMayNotBeLeftOut) {
  const Names required = lines_of(support::fresh_registry().rows(
      "SELECT 'NOT NULL constraint failed: ' || t.name || '.' || c.name FROM pragma_table_list AS t, "
      "pragma_table_info(t.name) AS c WHERE t.schema = 'main' AND t.type = 'table' AND c.\"notnull\" "
      "AND t.name NOT LIKE 'sqlite_%'"));
  // A missing bond has no two parties, which a rule says first; a date that is missing is no date to keep.
  const Names said_otherwise = {"NOT NULL constraint failed: bond_event.bond_id",
                                "NOT NULL constraint failed: edtf_date.date"};
  ASSERT_GT(required.size(), 50U) << "the columns were not found";
  EXPECT_THAT(without(without(required, expected_of(Kind::sqlite)), said_otherwise), IsEmpty());
}

TEST(Coverage, HaveALegalTwinForEveryTableAndVerb) {
  const Names tables = lines_of(support::fresh_registry().rows(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"));
  Names verbs;
  for (const std::string& table : tables) {
    for (const std::string verb : {"INSERT ", "UPDATE ", "DELETE "}) verbs.insert(verb + table);
  }
  // What the file never allows.
  const Names never = {"UPDATE edtf_date", "DELETE edtf_date", "UPDATE bond_party", "UPDATE bond_event",
                       "DELETE bond_event"};
  ASSERT_GT(tables.size(), 20U) << "the tables were not found";
  EXPECT_EQ(without(verbs, legal_verbs()), never);
}

}  // namespace
}  // namespace twinning
