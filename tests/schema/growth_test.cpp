// Asked for everything, no view costs more than its rows do: twice the bonds are about twice the work, never four
// times. Counted in steps of SQLite's machine, which are the same on any computer.

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/database.hpp"
#include "support/fresh_registry.hpp"

namespace twinning {
namespace {

using support::Database;

/// Bonds between ever new cities, in every fourth of which something more happens, and one in twenty is merged away.
Database registry_of(int bonds) {
  Database database = support::fresh_registry();
  database.run("WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 2 * " +
               std::to_string(bonds) +
               ") INSERT INTO city (id, name, country) SELECT n, 'City ' || n, CASE n % 3 WHEN 0 THEN 'GB' WHEN 1 THEN "
               "'RU' ELSE "
               "'DE' END FROM n");
  database.run("INSERT INTO bond (id, kind) SELECT id, 'twinning' FROM city WHERE id <= " + std::to_string(bonds));
  database.run(
      "INSERT INTO bond_party (bond_id, city_id) SELECT id, 2 * id - 1 FROM bond UNION ALL SELECT id, 2 * id FROM "
      "bond");
  database.run(
      "INSERT INTO bond_event (bond_id, kind, date, reason) SELECT id, 'formed', 1900 + id % 100, 'peace' FROM bond");
  for (const std::string kind : {"suspended", "exchanged", "cut"}) {
    database.run("INSERT INTO bond_event (bond_id, kind, date, city_id) SELECT id, '" + kind +
                 "', 2001 + id % 20, 2 * id FROM bond WHERE id % 4 = " + std::to_string(kind.size() % 4));
  }
  database.run("INSERT INTO bond_event (bond_id, kind, date, rank) SELECT id, 'formed', '1899', 'rival' FROM bond");
  database.run(
      "INSERT INTO city_name (city_id, name, kind, since, until) SELECT id, 'Old ' || id, 'former', '1800', "
      "'1950' FROM city WHERE id % 5 = 0");
  database.run(
      "INSERT INTO succession (predecessor_id, successor_id, kind, date) SELECT id, id + 1, 'merged', '2010' "
      "FROM city WHERE id % 40 = 2");
  return database;
}

std::int64_t steps_of(const Database& database, const std::string& view) {
  sqlite3_stmt* prepared = nullptr;
  const std::string sql = "SELECT * FROM " + view;
  if (sqlite3_prepare_v2(database.get(), sql.c_str(), -1, &prepared, nullptr) != SQLITE_OK) {
    throw std::runtime_error(sqlite3_errmsg(database.get()));
  }
  const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(prepared, sqlite3_finalize);
  while (sqlite3_step(prepared) == SQLITE_ROW) {
  }
  return sqlite3_stmt_status(prepared, SQLITE_STMTSTATUS_VM_STEP, 0);
}

std::vector<std::string> views() {
  std::istringstream names(
      support::fresh_registry().rows("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name"));
  std::vector<std::string> all;
  for (std::string name; std::getline(names, name);) all.push_back(name);
  return all;
}

class Growth : public testing::TestWithParam<std::string> {};

TEST_P(Growth, IsThatOfTheRows) {
  static const Database small = registry_of(150);
  static const Database large = registry_of(600);
  const std::int64_t once = steps_of(small, GetParam());
  const std::int64_t more = steps_of(large, GetParam());
  // Sorting four times the rows costs a little more than four times; a pass for each row would cost sixteen times.
  EXPECT_LT(more, 7 * std::max<std::int64_t>(once, 2000)) << once << " steps for 150 bonds, " << more << " for 600";
}

// A condition on one bond or city must reach the rows, however many views lie between. Steps of a way are looked up one
// by one.
TEST(GrowthOfOneBond, IsNone) {
  const Database small = registry_of(150);
  const Database large = registry_of(600);
  for (const std::string view :
       {"bond_act", "bond_by_day", "bond_change", "bond_explanation", "bond_history", "bond_span", "bond_status",
        "bond_stretch", "current_event", "known_bond_span", "party_state", "pause", "recorded_event", "stance_today"}) {
    for (const std::string bond : {"4", "5", "7"}) {  // in force, suspended, cut
      const std::string one = view + " WHERE bond_id = " + bond;
      const std::int64_t steps = steps_of(small, one);
      EXPECT_GT(steps, 10) << one;
      EXPECT_LT(steps_of(large, one), steps + 20) << one;
    }
  }
  // This one goes through the successions, which are few: 11 more of them here, and 450 bonds.
  for (const std::string bond : {"4", "5", "7"}) {
    const std::string one = "anomaly WHERE bond_id = " + bond;
    EXPECT_LT(steps_of(large, one), steps_of(small, one) + 5000) << one;
  }
}

TEST(GrowthOfOneCity, IsNone) {
  const Database small = registry_of(150);
  const Database large = registry_of(600);
  for (const std::string one :
       {"newest_bond WHERE city_id = 14", "newest_bond WHERE city = 'City 14'", "twins WHERE city_id = 14",
        "twins WHERE city = 'City 14'", "twins_by_day WHERE city_id = 14", "twins_ever WHERE city_id = 14"}) {
    const std::int64_t steps = steps_of(small, one);
    EXPECT_GT(steps, 10) << one;
    EXPECT_LT(steps_of(large, one), steps + 20) << one;
  }
}

INSTANTIATE_TEST_SUITE_P(OfEveryView, Growth, testing::ValuesIn(views()), [](const auto& view) { return view.param; });

}  // namespace
}  // namespace twinning
