// The extension as a guest on somebody's connection: what it sees there, and what it leaves behind.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

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
  EXPECT_EQ(host.rows("SELECT name, name_then, since FROM twins_of WHERE as_of = '1950' AND of_city = 'Coventry, GB'"),
            twins);
  EXPECT_EQ(host.rows("SELECT name, name_then, since FROM twins_of('Coventry, GB') WHERE '1950' = as_of"), twins);
  EXPECT_EQ(host.rows("SELECT name, name_then, since FROM twins_of('Coventry, GB') WHERE as_of IS '1950'"), twins);
  EXPECT_EQ(host.rows("SELECT of_city, as_of, known_at FROM twins_of('Coventry, GB', '1950', NULL) LIMIT 1"),
            "Coventry, GB|1950|-\n");
  EXPECT_EQ(host.rows("SELECT after_day, to_day FROM changes('2020', '2022') LIMIT 1"), "2020|2022\n");
  EXPECT_EQ(host.rows("SELECT count(*) FROM twins_of('Coventry, GB', '1950') WHERE of_city = 'Dresden'"), "0\n")
      << "two different cities in one call";
  EXPECT_EQ(host.rows("SELECT count(*) FROM twins_of('Coventry, GB', '1950') WHERE as_of > '1940'"),
            host.rows("SELECT count(*) FROM twins_of('Coventry, GB', '1950')"));
}

// SQLite asks for a plan by each side of an OR alone, without the city.
TEST_F(Host, MayCompareWhatItGetsByOr) {
  const Database host = host_of(file_.path());
  const auto rows = [&](const std::string& from) { return host.rows("SELECT count(*) FROM " + from); };
  EXPECT_EQ(rows("twins_of('Coventry, GB') WHERE country = 'FR' OR country = 'DE'"),
            rows("twins_of('Coventry, GB') WHERE +country = 'FR' OR +country = 'DE'"));
  EXPECT_EQ(host.rows("SELECT name FROM twins_of('Coventry, GB') WHERE name LIKE 'Kie%' OR name = 'Lidice' ORDER BY 1"),
            "Kiel\nLidice\n");
  EXPECT_EQ(rows("history_of('Milan') WHERE event = 'cut' OR date = '1973'"),
            rows("history_of('Milan') WHERE (event = 'cut') + (date IS '1973') > 0"));
  EXPECT_EQ(rows("explain_bond(1) WHERE set_aside IS NULL OR set_aside = 'rival'"), "4\n");
  EXPECT_EQ(rows("search_city('lodz') WHERE country = 'PL' OR name = 'x'"), "1\n");
  EXPECT_EQ(rows("chain('Dresden', 'Volgograd', '2020') WHERE step = 1 OR city = 'Dresden'"), "2\n");
  EXPECT_EQ(rows("changes('2022-02-28', '2022-03-31') WHERE status = 'suspended' OR event = 'cut'"),
            rows("changes('2022-02-28', '2022-03-31') WHERE +status = 'suspended' OR +event = 'cut'"));
  EXPECT_EQ(rows("city AS c LEFT JOIN twins_of(c.id, '1950') AS t WHERE t.since IS NOT NULL OR t.name IS NULL"),
            rows("city AS c LEFT JOIN twins_of(c.id, '1950') AS t WHERE +t.since IS NOT NULL OR +t.name IS NULL"));
  EXPECT_EQ(rows("twins_of WHERE of_city = 'Dresden' AND (as_of = '1980' OR as_of = '2020')"),
            host.rows("SELECT (SELECT count(*) FROM twins_of('Dresden', '1980')) + (SELECT count(*) FROM "
                      "twins_of('Dresden', '2020'))"));
  // Rows of two calls, none of them left out and none of them twice.
  EXPECT_EQ(
      rows("twins_of WHERE (of_city = 'Dresden' AND kind = 'twinning') OR (of_city = 'Kiel' AND status = 'active')"),
      host.rows("SELECT (SELECT count(*) FROM twins_of('Dresden') WHERE kind = 'twinning') + "
                "(SELECT count(*) FROM twins_of('Kiel') WHERE status = 'active')"));
  EXPECT_EQ(
      rows("twins_of WHERE (of_city = 'Dresden' AND kind = 'twinning') OR (of_city = 'Dresden' AND status = 'active')"),
      rows("twins_of('Dresden') WHERE +kind = 'twinning' OR +status = 'active'"));
  EXPECT_EQ(
      rows("bonds_as_of WHERE (as_of = '1950' AND kind = 'twinning') OR (as_of = '1990' AND kind = 'friendship')"),
      host.rows("SELECT (SELECT count(*) FROM bonds_as_of('1950') WHERE kind = 'twinning') + "
                "(SELECT count(*) FROM bonds_as_of('1990') WHERE kind = 'friendship')"));
}

// A year is a text in whatever way it is compared.
TEST_F(Host, IsAskedForSeveralValues) {
  const Database host = host_of(file_.path());
  const auto count = [&](const std::string& from) { return std::stoi(host.rows("SELECT count(*) FROM " + from)); };
  const int both = count("bonds_as_of('1950')") + count("bonds_as_of('1990')");
  EXPECT_EQ(count("bonds_as_of WHERE as_of IN ('1950', '1990')"), both);
  EXPECT_EQ(count("bonds_as_of WHERE as_of = '1950' OR as_of = '1990'"), both);
  EXPECT_EQ(count("bonds_as_of WHERE as_of = '1950' AND known_at IN ('2030', '2031')"),
            2 * count("bonds_as_of('1950')"));
  EXPECT_EQ(count("twins_of(1) WHERE as_of IN ('1950', '1990')"),
            count("twins_of(1, '1950')") + count("twins_of(1, '1990')"));
  EXPECT_EQ(count("changes WHERE after_day IN ('1950', '1990') AND to_day IN ('2000')"),
            count("changes('1950', '2000')") + count("changes('1990', '2000')"));
  EXPECT_EQ(count("explain_bond WHERE of_bond IN (1, 2)"), count("explain_bond(1)") + count("explain_bond(2)"));
  EXPECT_EQ(count("search_city WHERE search_text IN ('1944', '12')"), 0);
  EXPECT_EQ(count("chain WHERE from_city = 'Dresden' AND to_city = 'Volgograd' AND as_of IN ('1990', '2020')"),
            count("chain('Dresden', 'Volgograd', '1990')") + count("chain('Dresden', 'Volgograd', '2020')"));
}

// Else a column of a table around them would mean the argument, or be ambiguous.
TEST_F(Host, HasNoColumnThatIsCalledLikeAnArgument) {
  const Database host = host_of(file_.path());
  const std::string functions =
      "('twins_of', 'bonds_as_of', 'history_of', 'changes', 'explain_bond', 'chain', 'search_city')";
  EXPECT_EQ(host.rows("SELECT count(DISTINCT f.value) FROM json_each('[\"twins_of\",\"bonds_as_of\",\"history_of\","
                      "\"changes\",\"explain_bond\",\"chain\",\"search_city\"]') AS f JOIN pragma_table_xinfo(f.value) "
                      "AS c WHERE c.hidden = 1"),
            "7\n");
  EXPECT_EQ(
      host.rows("SELECT s.name, c.name FROM sqlite_schema AS s JOIN pragma_table_info(s.name) AS c "
                "WHERE c.name IN (SELECT a.name FROM pragma_module_list AS m JOIN pragma_table_xinfo(m.name) AS a "
                "WHERE m.name IN " +
                functions + " AND a.hidden = 1 AND a.name <> 'known_at')"),
      "");
  EXPECT_EQ(host.rows("SELECT count(*) > 200 FROM bonds_as_of('1990'), explain_bond(bond_id)"), "1\n");
  EXPECT_EQ(
      host.rows("SELECT DISTINCT h.date, (SELECT count(*) > 100 FROM bonds_as_of(h.date) WHERE status = 'active') "
                "FROM bond_history AS h WHERE h.date = '1990'"),
      "1990|1\n");
}

TEST_F(Host, JoinsThemWithItsTables) {
  const Database host = host_of(file_.path());
  const std::string sum = host.rows(
      "SELECT count(*) FROM twin_span WHERE status IN ('active', 'suspended', 'dormant') "
      "AND from_earliest <= '1990-12-31' AND (to_latest IS NULL OR '1990-12-31' < to_latest)");
  EXPECT_EQ(host.rows("SELECT count(*) FROM twins_of AS t JOIN city AS c ON t.of_city = c.id AND t.as_of = '1990'"),
            sum);
  EXPECT_EQ(host.rows("SELECT count(*) FROM city AS c, twins_of(c.id, '1990')"), sum);
  EXPECT_EQ(
      host.rows("SELECT count(*) FROM twins_of WHERE of_city IN ('Coventry, GB', 'Dresden')"),
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

/// How many instructions of SQLite's machine a question takes.
int steps_of(const Database& host, const std::string& question) {
  int steps = 0;
  const auto count = [](void* counted) {
    ++*static_cast<int*>(counted);
    return 0;
  };
  sqlite3_progress_handler(host.get(), 1, count, &steps);
  host.rows(question);
  sqlite3_progress_handler(host.get(), 0, nullptr, nullptr);
  return steps;
}

constexpr const char* form_a_short_cut =
    "INSERT INTO bond (kind) VALUES ('twinning');"
    "INSERT INTO bond_party (bond_id, city_id) SELECT max(b.id), c.id FROM bond AS b, city AS c "
    "WHERE c.name IN ('Dresden', 'Volgograd') GROUP BY c.id;"
    "INSERT INTO bond_event (bond_id, kind, date) SELECT max(id), 'formed', '1989' FROM bond";

constexpr const char* end_the_short_cut =
    "INSERT INTO bond_event (bond_id, kind, date) SELECT max(id), 'cut', '1989-12-31' FROM bond";

TEST_F(Host, KeepsTheNetworkForTheNextChain) {
  const std::string way = "SELECT group_concat(city_id) FROM chain('Dresden', 'Volgograd', '1990')";
  const Database host = host_of(file_.path());
  const int first = steps_of(host, way);
  const int second = steps_of(host, way);
  EXPECT_LT(second + 2000, first) << "what it takes to read some hundred bonds";
  EXPECT_GT(steps_of(host, "SELECT * FROM chain('Dresden', 'Volgograd', '1970')"), second) << "of another day";
  EXPECT_GT(steps_of(host, "SELECT * FROM chain('Dresden', 'Volgograd', '1970', NULL, 1)"), second) << "of less";
  EXPECT_GT(steps_of(host, "SELECT * FROM chain('Dresden', 'Volgograd', '1970', '2030')"), second) << "as known then";
}

TEST_F(Host, KeepsNoNetworkThatIsNotSoAnyMore) {
  const std::string length = "SELECT count(*) - 1 FROM chain('Dresden', 'Volgograd', '1990')";
  Database in_memory = Database::of_image(Database(file_.path()).image());
  support::load_extension(in_memory);
  Database in_file = host_of(file_.path());
  for (Database* const host : {&in_file, &in_memory}) {
    SCOPED_TRACE(host == &in_file ? "in a file" : "in memory");
    EXPECT_EQ(host->rows(length), "2\n");
    host->run(std::string("BEGIN;") + form_a_short_cut);
    EXPECT_EQ(host->rows(length), "1\n") << "in its own transaction";
    host->run("ROLLBACK");
    EXPECT_EQ(host->rows(length), "2\n");
    host->run(std::string("BEGIN; SAVEPOINT s;") + form_a_short_cut + "; ROLLBACK TO s");
    EXPECT_EQ(host->rows(length), "2\n");
    host->run(form_a_short_cut);
    EXPECT_EQ(host->rows(length), "1\n");
    host->run("COMMIT");
    EXPECT_EQ(host->rows(length), "1\n");
    host->run(end_the_short_cut);
    EXPECT_EQ(host->rows(length), "2\n");
  }
  for (const char* const mode : {"DELETE", "WAL"}) {
    SCOPED_TRACE(mode);
    Database other(file_.path());
    ASSERT_EQ(other.refusal(std::string("PRAGMA journal_mode = ") + mode), "");
    EXPECT_EQ(in_file.rows(length), "2\n");
    other.run(form_a_short_cut);
    EXPECT_EQ(in_file.rows(length), "1\n") << "what another connection wrote";
    in_file.run("BEGIN");
    EXPECT_EQ(in_file.rows(length), "1\n");
    if (std::string(mode) == "WAL") other.run(end_the_short_cut);
    EXPECT_EQ(in_file.rows(length), "1\n") << "its transaction sees one moment";
    in_file.run("COMMIT");
    if (std::string(mode) != "WAL") other.run(end_the_short_cut);
    EXPECT_EQ(in_file.rows(length), "2\n");
  }
}

TEST_F(Host, KeepsNoNetworkOfAnImageThatAnotherTookThePlaceOf) {
  const std::string length = "SELECT count(*) - 1 FROM chain('Dresden', 'Volgograd', '1990')";
  Database written(file_.path());
  const std::string before = written.image();
  written.run(form_a_short_cut);
  const std::string after = written.image();
  const Database host = Database::of_image(before);
  support::load_extension(host);
  EXPECT_EQ(host.rows(length), "2\n");
  for (const auto& [image, steps] : {std::pair(after, "1\n"), std::pair(before, "2\n")}) {
    const auto size = static_cast<sqlite3_int64>(image.size());
    auto* const bytes = static_cast<unsigned char*>(sqlite3_malloc64(image.size()));
    std::ranges::copy(image, bytes);
    ASSERT_EQ(sqlite3_deserialize(host.get(), "main", bytes, size, size, SQLITE_DESERIALIZE_FREEONCLOSE), SQLITE_OK);
    EXPECT_EQ(host.rows(length), steps);
  }
}

TEST_F(Host, KeepsNoNetworkThatAnotherHasNotFinishedWriting) {
  const std::string length = "SELECT count(*) - 1 FROM chain('Dresden', 'Volgograd', '1990')";
  sqlite3_enable_shared_cache(1);
  Database host = host_of(file_.path());
  Database other(file_.path());
  sqlite3_enable_shared_cache(0);
  host.run("PRAGMA read_uncommitted = ON");
  EXPECT_EQ(host.rows(length), "2\n");
  other.run(std::string("BEGIN;") + form_a_short_cut);
  EXPECT_EQ(host.rows(length), "1\n");
  other.run("ROLLBACK");
  EXPECT_EQ(host.rows(length), "2\n");
}

TEST_F(Host, TakesCertainBondsAloneWhereItIsToldTo) {
  Database host = host_of(file_.path());
  host.run(
      "INSERT INTO city (name) VALUES ('North'), ('South');"
      "INSERT INTO bond (kind) VALUES ('twinning');"
      "INSERT INTO bond_party (bond_id, city_id) SELECT max(b.id), c.id FROM bond AS b, city AS c "
      "WHERE c.name IN ('North', 'South') GROUP BY c.id;"
      "INSERT INTO bond_event (bond_id, kind, date) SELECT max(id), 'formed', '199X' FROM bond");
  const auto steps = [&](const std::string& rest) {
    return host.rows("SELECT count(*) FROM chain('North', 'South', " + rest + ")");
  };
  EXPECT_EQ(steps("'1995'"), "2\n");
  EXPECT_EQ(steps("'1995', NULL, 0"), "2\n");
  EXPECT_EQ(steps("'1995', NULL, 1"), "0\n");
  EXPECT_EQ(steps("'1995') WHERE certain_only = abs(-1"), "0\n");
  EXPECT_EQ(steps("'2000', NULL, 1"), "2\n");
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
    host.rows("SELECT * FROM chain('Dresden', 'Volgograd', '1970')");  // so that no network is kept for the next
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

TEST_F(Host, MayCallItsTemporaryTablesAnything) {
  Database host = host_of(file_.path());
  const std::string now = host.rows(twins_in_1950);
  for (const std::string table : {"\"order\"", "\"a b\"", "\"say \"\"hello\"\"\"", "\"1\""}) {
    host.run("CREATE TABLE main." + table + " (id); CREATE TEMP TABLE " + table + " (id)");
    EXPECT_EQ(host.rows(twins_in_1950), now) << table;
  }
}

// Views that a stranger put into the file may ask within the answer, and so without end.
TEST_F(Host, AnswersNoCallWithinAnAnswer) {
  const auto expect_refusal = [&](const std::string& question) {
    sqlite3* connection = nullptr;
    ASSERT_EQ(sqlite3_open(file_.path().c_str(), &connection), SQLITE_OK);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
    ASSERT_EQ(sqlite3_load_extension(connection, TWINNING_EXTENSION, nullptr, nullptr), SQLITE_OK);
    EXPECT_NE(sqlite3_exec(connection, question.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << question;
    EXPECT_THAT(sqlite3_errmsg(connection), HasSubstr("within the answer to another call")) << question;
    EXPECT_EQ(sqlite3_close(connection), SQLITE_OK) << "a statement keeps its own table open";
  };
  Database forger(file_.path());
  const std::string query =
      forger.rows("SELECT substr(sql, instr(sql, 'SELECT')) FROM sqlite_schema WHERE name = 'twins_by_day'");
  forger.run("DROP VIEW twins_by_day; CREATE VIEW twins_by_day AS SELECT * FROM (" + query +
             ") WHERE (SELECT count(*) FROM twins_of('Volgograd')) >= 0");
  expect_refusal("SELECT * FROM twins_of('Volgograd')");
  forger.run(
      "PRAGMA legacy_alter_table = ON; ALTER TABLE city RENAME TO old_city; CREATE VIEW city AS SELECT id, uid, "
      "name || (SELECT count(*) FROM search_city('qqqq', '2031')) AS name, folded, kind, country, latitude, longitude, "
      "population, fictional, since, until, note FROM old_city");
  expect_refusal("SELECT * FROM twins_of(1, '1950', '2030')");
}

// As it is told apart in a search.
TEST_F(Host, FindsANameThatTheShellWrote) {
  Database host(file_.path());
  host.run("INSERT INTO city (name, country) VALUES ('Żółć nad Bzurą', 'PL')");
  support::load_extension(host);
  EXPECT_EQ(host.rows("SELECT folded FROM city WHERE name LIKE '%Bzur%'"), "-\n");
  EXPECT_EQ(host.rows("SELECT name, match FROM search_city('zolc nad bzura')"), "Żółć nad Bzurą|exact\n");
  EXPECT_EQ(host.rows("SELECT count(*) FROM twins_of('ŻÓŁĆ NAD BZURĄ')"), "0\n");
  EXPECT_EQ(host.rows("SELECT count(*) FROM twins_of('zolc nad bzura, pl')"), "0\n");
}

TEST_F(Host, MayTraceAllStatements) {
  Database host = host_of(file_.path());
  std::string traced;
  const auto trace = [](unsigned kind, void* text, void* statement, void*) {
    if (kind != SQLITE_TRACE_PROFILE) return 0;
    char* const expanded = sqlite3_expanded_sql(static_cast<sqlite3_stmt*>(statement));
    static_cast<std::string*>(text)->append(expanded != nullptr ? expanded : "").append("\n");
    sqlite3_free(expanded);
    return 0;
  };
  const std::string found = host.rows(search);
  sqlite3_trace_v2(host.get(), SQLITE_TRACE_PROFILE, trace, &traced);
  EXPECT_EQ(host.rows(search), found);
  sqlite3_trace_v2(host.get(), 0, nullptr, nullptr);
  EXPECT_THAT(traced, HasSubstr("folded >= 'sait'"));
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
  const char* const fewer = std::getenv("TWINNING_LOADS");  // under valgrind, where one takes seconds
  const int rounds = fewer != nullptr ? std::atoi(fewer) : 100;
  ASSERT_GT(rounds, 0);
  for (int round = 0; round < rounds; ++round) {
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

// SQLite unloads it then, and calls all the same what was added until then.
TEST_F(Host, StandsWhenItCouldNotBeLoadedWhole) {
  Database host(file_.path());
  const auto own = [](sqlite3_context* context, int, sqlite3_value**) {
    sqlite3_result_text(context, "own", -1, nullptr);
  };
  ASSERT_EQ(sqlite3_create_function(host.get(), "fold", 1, SQLITE_UTF8, nullptr, own, nullptr, nullptr), SQLITE_OK);
  sqlite3_stmt* under_way = nullptr;
  ASSERT_EQ(sqlite3_prepare_v2(host.get(), "SELECT fold(name) FROM city", -1, &under_way, nullptr), SQLITE_OK);
  ASSERT_EQ(sqlite3_step(under_way), SQLITE_ROW);
  sqlite3_db_config(host.get(), SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
  char* message = nullptr;
  EXPECT_EQ(sqlite3_load_extension(host.get(), TWINNING_EXTENSION, nullptr, &message), SQLITE_ERROR);
  EXPECT_STREQ(message, "error during initialization: mod_twinning: database is locked");
  sqlite3_free(message);
  sqlite3_finalize(under_way);
  EXPECT_EQ(host.rows("SELECT edtf_valid('1944'), fold('A')"), "1|own\n");
  EXPECT_THAT(host.refusal(twins_in_1950), HasSubstr("no such table: twins_of"));
  support::load_extension(host);
  EXPECT_NE(host.rows(twins_in_1950), "");
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
