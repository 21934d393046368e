// What the file fills in by itself, also for whoever writes with the plain shell.

#include <gtest/gtest.h>

#include <regex>
#include <sstream>
#include <string>

#include "schema/log.hpp"
#include "support/database.hpp"
#include "support/fresh_registry.hpp"
#include "support/shell.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using support::Database;
using support::Log;

std::string without_newline(const std::string& line) { return line.substr(0, line.find('\n')); }

// One row in each table that has a public id, as somebody writes it who knows nothing of public ids.
constexpr const char* one_of_each =
    "INSERT INTO city (id, name) VALUES (1, 'Coventry'), (2, 'Volgograd');"
    "INSERT INTO bond (id, kind) VALUES (1, 'twinning');"
    "INSERT INTO bond_party (bond_id, city_id) VALUES (1, 1), (1, 2);"
    "INSERT INTO bond_event (bond_id, kind, date) VALUES (1, 'formed', '1944');"
    "INSERT INTO source (title) VALUES ('Twin towns');"
    "INSERT INTO keepsake (bond_id, kind, title) VALUES (1, 'gift', 'Tablecloth');";

TEST(Uids, AreGivenToEveryRowThatHasOne) {
  Database database = support::fresh_registry();
  database.run(one_of_each);
  std::istringstream tables(
      database.rows("SELECT t.name FROM pragma_table_list AS t, pragma_table_info(t.name) AS c "
                    "WHERE t.schema = 'main' AND t.type = 'table' AND c.name = 'uid'"));
  int count = 0;
  for (std::string table; std::getline(tables, table); ++count) {
    const std::string uid = without_newline(database.rows("SELECT uid FROM " + table + " ORDER BY id LIMIT 1"));
    EXPECT_TRUE(std::regex_match(uid, std::regex("[0-9a-f]{32}"))) << table << " has the uid " << uid;
  }
  EXPECT_EQ(count, 5);
}

TEST(Uids, AreGivenToRowsOfAnyId) {
  Database database = support::fresh_registry();
  for (const std::string id : {"1099511627775", "1099511629999", "9223372036854775806"}) {
    database.run("INSERT INTO city (id, name) VALUES (" + id + ", 'Far'); INSERT INTO city (name) VALUES ('Next');");
  }
  EXPECT_EQ(database.rows("SELECT count(*) FROM city WHERE length(uid) = 32"), "6\n");
}

TEST(Uids, AreGivenToActsAfterOneOfAGreatId) {
  Log log;
  const int bond = log.bond({support::coventry, support::volgograd});
  log.database().run("INSERT INTO bond_event (id, bond_id, kind, date) VALUES (1099511627775, " + std::to_string(bond) +
                     ", 'formed', '1944')");
  log.database().run("INSERT INTO bond_event (bond_id, kind, date) VALUES (" + std::to_string(bond) +
                     ", 'cut', '1950')");
  EXPECT_EQ(log.rows("SELECT count(*) FROM bond_event WHERE length(uid) = 32"), "2\n");
}

TEST(Uids, AreGivenInTheShellToo) {
  const support::TemporaryFile file;
  support::make_fresh_registry(file.path());
  const support::ShellRun run =
      support::run_shell(file.path(), std::string(one_of_each) +
                                          "SELECT count(DISTINCT uid) FROM (SELECT uid FROM city UNION ALL "
                                          "SELECT uid FROM bond UNION ALL SELECT uid FROM bond_event);");
  EXPECT_EQ(run.errors, "");
  EXPECT_EQ(run.output, "4\n");
}

TEST(Uids, BeginWithTheTime) {
  Database database = support::fresh_registry();
  database.run(one_of_each);
  // Twelve digits of milliseconds; a day has 86400000 of them. SQLite reads no hexadecimal text, but it writes it.
  for (const std::string table : {"city", "bond", "bond_event"}) {
    EXPECT_EQ(database.rows("SELECT DISTINCT substr(uid, 1, 12) BETWEEN printf('%012x', ms - 86400000) AND "
                            "printf('%012x', ms + 86400000) FROM " +
                            table + ", (SELECT CAST(strftime('%s', 'now') AS INTEGER) * 1000 AS ms)"),
              "1\n")
        << table;
  }
}

TEST(Uids, OfActsGrowEvenWhereTheClockGoesBack) {
  Log log;
  const int bond = log.bond({support::coventry, support::volgograd});
  const int other = log.bond({support::coventry, support::dresden});
  log.acts(bond, {{.kind = "formed", .date = "1944", .uid = "00000000000000000000000000000001"},
                  {.kind = "renewed", .date = "1950", .uid = "f0000000000000000000000000000001"}});
  // The first act of a bond and a later one take different ways.
  log.act(other, {.kind = "formed", .date = "1954"});
  log.acts(bond, {{.kind = "renewed", .date = "1964"}, {.kind = "renewed", .date = "1974"}});
  EXPECT_EQ(log.rows("SELECT id FROM bond_event ORDER BY uid"), "1\n2\n3\n4\n5\n");
}

TEST(Uids, AreKeptWhereTheyAreStated) {
  Database database = support::fresh_registry();
  database.run("INSERT INTO city (name, uid) VALUES ('Coventry', '0000000000000000000000000000abcd')");
  EXPECT_EQ(database.rows("SELECT uid FROM city"), "0000000000000000000000000000abcd\n");
}

TEST(FoldedNames, AreFilledInWhereSqliteCanFoldThem) {
  Database database = support::fresh_registry();
  database.run(
      "INSERT INTO city (id, name) VALUES (1, 'Saint Helens'), (2, 'Łódź');"
      "INSERT INTO city_name (id, city_id, name) VALUES (1, 2, 'Lodz'), (2, 1, 'Sankt Hélèn');");
  EXPECT_EQ(database.rows("SELECT folded FROM city ORDER BY id"), "saint helens\n-\n");
  database.run("INSERT INTO city (name, uid) VALUES ('Coventry', '0000000000000000000000000000abcd')");
  EXPECT_EQ(database.rows("SELECT folded FROM city WHERE name = 'Coventry'"), "coventry\n");
  EXPECT_EQ(database.rows("SELECT folded FROM city_name ORDER BY id"), "lodz\n-\n");
}

TEST(FoldedNames, FollowTheName) {
  Database database = support::fresh_registry();
  database.run(
      "INSERT INTO city (id, name) VALUES (1, 'Leningrad'), (2, 'Lodz');"
      "INSERT INTO city_name (id, city_id, name) VALUES (1, 1, 'Petrograd'), (2, 2, 'Litzmannstadt');"
      "UPDATE city SET name = 'Saint Petersburg' WHERE id = 1; UPDATE city SET name = 'Łódź' WHERE id = 2;"
      "UPDATE city_name SET name = 'Piter' WHERE id = 1; UPDATE city_name SET name = 'Лодзь' WHERE id = 2;");
  EXPECT_EQ(database.rows("SELECT folded FROM city ORDER BY id"), "saint petersburg\n-\n");
  EXPECT_EQ(database.rows("SELECT folded FROM city_name ORDER BY id"), "piter\n-\n");
}

TEST(FoldedNames, AreKeptWhereTheyAreStated) {
  Database database = support::fresh_registry();
  database.run(
      "INSERT INTO city (id, name, folded) VALUES (1, 'Łódź', 'lodz');"
      "INSERT INTO city_name (id, city_id, name, folded) VALUES (1, 1, 'Łódź', 'lodz');"
      "UPDATE city SET name = 'Győr', folded = 'gyor'; UPDATE city_name SET name = 'Győr', folded = 'gyor';");
  EXPECT_EQ(database.rows("SELECT folded FROM city UNION ALL SELECT folded FROM city_name"), "gyor\ngyor\n");
}

// A program that writes all columns back states the old fold too, and means nothing by it.
TEST(FoldedNames, GoWithTheNameEvenWhereTheOldOneIsStatedAgain) {
  Database database = support::fresh_registry();
  database.run(
      "INSERT INTO city (id, name) VALUES (1, 'Lodz'), (2, 'Lodz');"
      "INSERT INTO city_name (id, city_id, name) VALUES (1, 1, 'Lodz'), (2, 2, 'Lodz');"
      "UPDATE city SET name = 'Gdańsk', folded = 'lodz' WHERE id = 1;"
      "UPDATE city SET name = 'Gdansk', folded = 'lodz' WHERE id = 2;"
      "UPDATE city_name SET name = 'Gdańsk', folded = 'lodz' WHERE id = 1;"
      "UPDATE city_name SET name = 'Gdansk', folded = 'lodz' WHERE id = 2;");
  EXPECT_EQ(database.rows("SELECT folded FROM city ORDER BY id"), "-\ngdansk\n");
  EXPECT_EQ(database.rows("SELECT folded FROM city_name ORDER BY id"), "-\ngdansk\n");
}

TEST(Times, AreThoseOfTheRecording) {
  Database database = support::fresh_registry();
  database.run(one_of_each);
  for (const std::string table : {"bond_party", "bond_event", "keepsake"}) {
    EXPECT_EQ(database.rows("SELECT DISTINCT abs(julianday('now') - julianday(recorded_at)) < 1 FROM " + table), "1\n")
        << table;
  }
}

TEST(Dates, AreKeptOnceHoweverOftenTheyAreUsed) {
  Database database = support::fresh_registry();
  database.run("INSERT INTO city (name, since, until) VALUES ('a', '1944', '1944'), ('b', '1944', NULL)");
  EXPECT_EQ(database.rows("SELECT * FROM edtf_date"), "1944|1944-01-01|1944-12-31\n");
}

}  // namespace
}  // namespace twinning
