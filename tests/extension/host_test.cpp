// The extension as a guest on somebody's connection: what it sees there, and what it leaves behind.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>

#include <twinning/twinning.hpp>

#include "api/book.hpp"
#include "examples/example_registry.hpp"
#include "extension/host.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using support::Database;
using support::host_of;
using support::TemporaryFile;
using testing::HasSubstr;

constexpr const char* twins_in_1950 = "SELECT name, name_then, since FROM twins_of('Coventry, GB', '1950')";
constexpr const char* search = "SELECT * FROM search_city('stalingard')";
constexpr const char* twins_known_then = "SELECT name, since FROM twins_of('Coventry, GB', '1950', '2030')";

/// A copy of the example registry that a test may write to.
class Host : public testing::Test {
 protected:
  Host() { std::filesystem::copy_file(support::example_registry(), file_.path()); }
  TemporaryFile file_;
};

TEST_F(Host, IsAskedByConditionsToo) {
  const Database host = host_of(file_.path());
  const std::string twins = host.rows(twins_in_1950);
  EXPECT_THAT(twins, HasSubstr("Volgograd|Stalingrad|1944\n"));
  EXPECT_EQ(host.rows("SELECT name, name_then, since FROM twins_of WHERE as_of = '1950' AND city = 'Coventry, GB'"),
            twins);
  EXPECT_EQ(host.rows("SELECT name, name_then, since FROM twins_of('Coventry, GB') WHERE '1950' = as_of"), twins);
  EXPECT_EQ(host.rows("SELECT city, as_of, known_at FROM twins_of('Coventry, GB', '1950') LIMIT 1"),
            "Coventry, GB|1950|-\n");
  EXPECT_EQ(host.rows("SELECT \"from\", \"to\" FROM changes('2020') LIMIT 1"), "2020|-\n");
  EXPECT_EQ(host.rows("SELECT count(*) FROM twins_of('Coventry, GB', '1950') WHERE city = 'Dresden'"), "0\n")
      << "two different cities in one call";
  EXPECT_EQ(host.rows("SELECT count(*) FROM twins_of('Coventry, GB', '1950') WHERE as_of > '1940'"),
            host.rows("SELECT count(*) FROM twins_of('Coventry, GB', '1950')"));
}

TEST_F(Host, JoinsThemWithItsTables) {
  const Database host = host_of(file_.path());
  const std::string sum = host.rows(
      "SELECT count(*) FROM twin_span WHERE status IN ('active', 'suspended', 'dormant') "
      "AND from_earliest <= '1990-12-31' AND (to_latest IS NULL OR '1990-12-31' < to_latest)");
  EXPECT_EQ(host.rows("SELECT count(*) FROM twins_of AS t JOIN city AS c ON t.city = c.id AND t.as_of = '1990'"), sum);
  EXPECT_EQ(host.rows("SELECT count(*) FROM city AS c, twins_of(c.id, '1990')"), sum);
  EXPECT_EQ(
      host.rows("SELECT count(*) FROM twins_of WHERE city IN ('Coventry, GB', 'Dresden')"),
      host.rows("SELECT (SELECT count(*) FROM twins_of('Coventry, GB')) + (SELECT count(*) FROM twins_of('Dresden'))"));
  // Two answers of one function are open at a time.
  EXPECT_EQ(
      host.rows("SELECT count(*) FROM twins_of('Coventry, GB', '1950') AS one, twins_of('Dresden', '1990') AS other"),
      host.rows("SELECT (SELECT count(*) FROM twins_of('Coventry, GB', '1950')) * "
                "(SELECT count(*) FROM twins_of('Dresden', '1990'))"));
  EXPECT_EQ(host.rows("SELECT count(*) FROM city AS c JOIN explain_bond(1) AS e WHERE c.id = 1"),
            host.rows("SELECT count(*) FROM explain_bond(1)"));
}

// So a list that somebody typed is matched with the registry.
TEST_F(Host, SearchesForEachRowOfItsOwn) {
  Database host = host_of(file_.path());
  host.run("CREATE TEMP TABLE typed (words); INSERT INTO typed VALUES ('stalingard'), ('qqqqqqqqqq'), ('moskva')");
  EXPECT_EQ(host.rows("SELECT words, (SELECT name FROM search_city(words) LIMIT 1) FROM typed"),
            "stalingard|Volgograd\nqqqqqqqqqq|-\nmoskva|Moscow\n")
      << "the first row is the best";
  EXPECT_EQ(host.rows("SELECT words, c.name, c.match, c.distance FROM typed LEFT JOIN search_city(words) AS c "
                      "WHERE c.match IS NOT 'prefix'"),
            "stalingard|Volgograd|near|1\nqqqqqqqqqq|-|-|-\nmoskva|Moscow|exact|0\n");
}

TEST_F(Host, MayCallThemFromAView) {
  Database host = host_of(file_.path());
  host.run(
      "PRAGMA trusted_schema = OFF; CREATE TEMP VIEW mine AS SELECT * FROM twins_of('Coventry, GB', '1950');"
      "CREATE VIEW of_the_file AS SELECT fold(name) AS folded FROM twins_of('Coventry, GB', '1950');"
      "CREATE INDEX by_folded ON city (fold(name))");
  EXPECT_THAT(host.rows("SELECT name FROM mine"), HasSubstr("Volgograd\n"));
  EXPECT_THAT(host.rows("SELECT folded FROM of_the_file"), HasSubstr("volgograd\n"));
  EXPECT_EQ(host.rows("SELECT name FROM city WHERE fold(name) = 'coventry'"), "Coventry\n");
  EXPECT_THAT(host.refusal("CREATE VIRTUAL TABLE t USING twins_of(1)"), HasSubstr("no such module"));
}

TEST_F(Host, SeesItsOwnTransaction) {
  Database host = host_of(file_.path());
  const std::string before = host.rows("SELECT count(*) FROM bonds_as_of()");
  host.run(
      "BEGIN; INSERT INTO bond (kind) VALUES ('twinning');"
      "INSERT INTO bond_party (bond_id, city_id) SELECT last_insert_rowid(), id FROM city ORDER BY id LIMIT 2;"
      "INSERT INTO bond_event (bond_id, kind, date) SELECT max(id), 'formed', '2001' FROM bond");
  EXPECT_NE(host.rows("SELECT count(*) FROM bonds_as_of()"), before);
  EXPECT_EQ(host.rows("SELECT formed, status FROM bonds_as_of() ORDER BY bond_id DESC LIMIT 1"), "2001|active\n");
  host.run("ROLLBACK");
  EXPECT_EQ(host.rows("SELECT count(*) FROM bonds_as_of()"), before);
  // And what it writes from an answer.
  host.run("CREATE TEMP TABLE kept AS SELECT * FROM twins_of('Coventry, GB', '1950')");
  EXPECT_EQ(host.rows("SELECT name, name_then, since FROM kept"), host.rows(twins_in_1950));
}

TEST_F(Host, KeepsNoLockAfterAnAnswer) {
  Database host = host_of(file_.path());
  EXPECT_NE(host.rows(twins_in_1950), "");
  EXPECT_THAT(host.refusal("SELECT * FROM twins_of('Xanadu')"), HasSubstr("Xanadu"));
  EXPECT_NE(host.rows(twins_known_then), "");
  Database other(file_.path());
  EXPECT_EQ(other.refusal("INSERT INTO city (name) VALUES ('Newtown')"), "");
  EXPECT_EQ(other.refusal("PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE; COMMIT"), "");
  EXPECT_EQ(host.rows("SELECT count(*) FROM twins_of('Newtown')"), "0\n") << "it asks the file as it is now";
  EXPECT_EQ(host.refusal("VACUUM"), "");
  EXPECT_EQ(host.rows("SELECT count(*) FROM twins_of('Newtown')"), "0\n");
}

// Names in a statement mean temporary tables first.
TEST_F(Host, IsNotMisledByItsTemporaryTables) {
  Database host = host_of(file_.path());
  const std::string now = host.rows(twins_in_1950);
  const std::string then = host.rows(twins_known_then);
  const std::string bonds = host.rows("SELECT * FROM bonds_as_of('1990')");
  const std::string known_bonds = host.rows("SELECT * FROM bonds_as_of('1990', '2030')");
  const std::string found = host.rows(search);
  const std::string found_then = host.rows("SELECT * FROM search_city('stalingard', '2030')");
  const std::string way = host.rows("SELECT * FROM chain('Dresden', 'Volgograd', '1990')");
  for (const std::string table :
       {"bond", "CITY", "twins_by_day", "edtf_date", "bond_party", "succession", "moment", "city_name"}) {
    SCOPED_TRACE(table);
    host.run("CREATE TEMP TABLE " + table + " (id INTEGER)");
    EXPECT_EQ(host.rows(twins_in_1950), now);
    EXPECT_EQ(host.rows(twins_known_then), then);
    EXPECT_EQ(host.rows("SELECT * FROM bonds_as_of('1990')"), bonds);
    EXPECT_EQ(host.rows("SELECT * FROM bonds_as_of('1990', '2030')"), known_bonds);
    EXPECT_EQ(host.rows("SELECT * FROM chain('Dresden', 'Volgograd', '1990')"), way);
    EXPECT_EQ(host.rows(search), found);
    EXPECT_EQ(host.rows("SELECT * FROM search_city('stalingard', '2030')"), found_then);
  }
  host.run("DROP TABLE temp.city; DROP TABLE temp.bond");
  EXPECT_EQ(host.rows(twins_in_1950), now);
  EXPECT_EQ(host.rows("SELECT count(*) FROM temp.sqlite_schema WHERE name NOT IN ('twins_by_day', 'edtf_date', "
                      "'bond_party', 'succession', 'moment', 'city_name')"),
            "0\n")
      << "the extension made something";
}

TEST_F(Host, GetsTheSameWhateverItsSettings) {
  Database host = host_of(file_.path());
  const std::string now = host.rows(twins_in_1950);
  const std::string then = host.rows(twins_known_then);
  for (const std::string setting : {"foreign_keys = OFF", "case_sensitive_like = ON", "trusted_schema = OFF",
                                    "query_only = ON", "reverse_unordered_selects = ON", "recursive_triggers = ON"}) {
    SCOPED_TRACE(setting);
    host.run("PRAGMA " + setting);
    EXPECT_EQ(host.rows(twins_in_1950), now);
    EXPECT_EQ(host.rows(twins_known_then), then);
  }
  for (const int option : {SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_DEFENSIVE}) {
    sqlite3_db_config(host.get(), option, 1, nullptr);
  }
  EXPECT_EQ(host.rows(twins_in_1950), now);
  EXPECT_EQ(host.rows(twins_known_then), then);
}

TEST_F(Host, MayStopAQuestion) {
  Database host = host_of(file_.path());
  sqlite3_progress_handler(
      host.get(), 1000, [](void*) { return 1; }, nullptr);
  EXPECT_THAT(host.refusal("SELECT * FROM bonds_as_of('1990')"), HasSubstr("interrupted"));
  sqlite3_progress_handler(host.get(), 0, nullptr, nullptr);
  EXPECT_NE(host.rows("SELECT * FROM bonds_as_of('1990')"), "");
}

TEST_F(Host, ObeysItsAuthorizer) {
  Database host = host_of(file_.path());
  EXPECT_NE(host.rows(twins_known_then), "");
  sqlite3_set_authorizer(
      host.get(),
      [](void*, int, const char* table, const char*, const char*, const char*) {
        return table != nullptr && std::string_view(table) == "edtf_date" ? SQLITE_DENY : SQLITE_OK;
      },
      nullptr);
  EXPECT_THAT(host.refusal("SELECT * FROM twins_of(1, '1950', '2029')"), HasSubstr("edtf_date"));
  EXPECT_EQ(sqlite3_errcode(host.get()), SQLITE_AUTH) << "another code than SQLite's own";
  sqlite3_set_authorizer(host.get(), nullptr, nullptr);
  EXPECT_NE(host.rows(twins_known_then), "");
}

TEST_F(Host, RunsOutOfMemoryInGoodOrder) {
  Database host = host_of(file_.path());
  const std::string whole = host.rows(twins_in_1950);
  sqlite3_int64 used = 0;
  sqlite3_int64 most = 0;
  sqlite3_status64(SQLITE_STATUS_MEMORY_USED, &used, &most, 0);
  int refused = 0;
  for (sqlite3_int64 more = 0; more < 400'000; more += 20'000) {
    Database poor = host_of(file_.path());
    sqlite3_status64(SQLITE_STATUS_MEMORY_USED, &used, &most, 0);
    sqlite3_hard_heap_limit64(used + more);
    const std::string message = poor.refusal("SELECT * FROM twins_of('Coventry, GB', '1950', '2030')");
    sqlite3_hard_heap_limit64(0);
    if (!message.empty()) ++refused;
    EXPECT_EQ(poor.rows(twins_in_1950), whole);
  }
  EXPECT_GT(refused, 0) << "memory never ran out";
}

// sqlite3_close refuses a connection on which a statement is left.
TEST_F(Host, ClosesAndLoadsAgainAHundredTimes) {
  std::string first;
  for (int round = 0; round < 100; ++round) {
    sqlite3* connection = nullptr;
    ASSERT_EQ(sqlite3_open(file_.path().c_str(), &connection), SQLITE_OK);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
    ASSERT_EQ(sqlite3_load_extension(connection, TWINNING_EXTENSION, nullptr, nullptr), SQLITE_OK);
    for (const std::string question :
         {twins_in_1950, twins_known_then, "SELECT * FROM chain('Dresden', 'Volgograd', '2020')",
          "SELECT count(*) FROM bonds_as_of('1990')", "SELECT count(*) FROM changes('1990')",
          "SELECT count(*) FROM history_of('Coventry, GB')", "SELECT count(*) FROM explain_bond(1)", search,
          "SELECT fold('Łódź')"}) {
      ASSERT_EQ(sqlite3_exec(connection, question.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
    }
    ASSERT_EQ(sqlite3_close(connection), SQLITE_OK) << "something is left open";
  }
}

TEST(Values, AreThoseOfTheLibrary) {
  const Database host = host_of(":memory:");
  for (const std::string text : {"1944", "194X", "1944-06", "1944~", "1941/1944", "1998-09-24/..", "/1985", "[..1960]",
                                 "1900-02-29", "", "soon", "1944-13", "[1941,1944]"}) {
    const auto date = Date::parse(text);
    const std::string quoted = support::literal(text);
    EXPECT_EQ(host.rows("SELECT edtf_valid(" + quoted + ")"), date ? "1\n" : "0\n") << text;
    if (!date) continue;
    const auto shown = [](const std::optional<Day>& day) { return day ? to_string(*day) : std::string("-"); };
    EXPECT_EQ(host.rows("SELECT edtf_earliest(" + quoted + "), edtf_latest(" + quoted + ")"),
              shown(date->earliest()) + "|" + shown(date->latest()) + "\n")
        << text;
  }
  EXPECT_EQ(host.rows("SELECT edtf_valid(NULL), edtf_earliest(NULL), edtf_latest(NULL), fold(NULL), "
                      "distance_km(1, 2, NULL, 4)"),
            "-|-|-|-|-\n");
  EXPECT_EQ(host.rows("SELECT fold('Łódź'), fold('Saint-Étienne'), fold('')"), "lodz|saint etienne|\n");
  // A quarter of a great circle of 2 pi 6371.0088 km.
  EXPECT_EQ(host.rows("SELECT round(distance_km(0, 0, 90, 0), 3), distance_km(0, 180, 0, -180) < 0.001, "
                      "round(distance_km(0, 0, 0, 180.0), 3)"),
            "10007.557|1|20015.114\n");
}

}  // namespace
}  // namespace twinning
