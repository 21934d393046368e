#include "support/database.hpp"
#include "untrusted/hostile_file.hpp"

namespace twinning::support {
namespace {

std::function<void(const std::filesystem::path&)> by(const std::string& sql) {
  return [=](const std::filesystem::path& path) { Database(path).run(sql); };
}

/// The text of a thing of the schema, replaced where SQLite would not allow it.
std::function<void(const std::filesystem::path&)> rewritten(const std::string& name, const std::string& from,
                                                            const std::string& to) {
  return [=](const std::filesystem::path& path) {
    Database database(path);
    const std::string before = database.rows("SELECT sql FROM sqlite_schema WHERE name = '" + name + "'");
    database.run("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, '" + from + "', '" + to +
                 "') WHERE name = '" + name + "'");
    if (database.rows("SELECT sql FROM sqlite_schema WHERE name = '" + name + "'") == before) {
      throw std::runtime_error(name + " has no " + from);
    }
  };
}

std::function<void(const std::filesystem::path&)> view(const std::string& name, const std::string& query) {
  return by("DROP VIEW " + name + "; CREATE VIEW " + name + " AS " + query);
}

}  // namespace

std::vector<HostileFile> files_with_another_schema() {
  const std::string party_columns =
      "AS bond_id, 'x' AS city, 'x' AS country, 'x' AS kind, 0 AS fictional, 1 AS city_id, 1 AS population";
  return {
      {"AViewThatNeverEnds",
       view("party",
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i " + party_columns + " FROM n"),
       Outcome::refused, "has another view party", "view party was changed"},
      {"AViewThatFillsTheMemory", view("party", "SELECT hex(randomblob(500000000)) " + party_columns), Outcome::refused,
       "has another view party", "view party was changed"},
      {"AViewThatLoadsALibrary", view("party", "SELECT load_extension('evil') " + party_columns), Outcome::refused,
       "has another view party", "view party was changed"},
      {"AViewThatReadsFiles", view("party", "SELECT readfile('/etc/passwd') " + party_columns), Outcome::refused,
       "has another view party", "view party was changed"},
      {"AViewThatAsksItself", view("party", "SELECT bond_id " + party_columns + " FROM party_of_a_party"),
       Outcome::refused, "has another view party", "view party was changed"},
      {"AViewThatAddsARow", rewritten("party", "FROM bond_party AS p", "FROM (SELECT 1 AS bond_id, 1 AS city_id) AS p"),
       Outcome::refused, "has another view party", "view party was changed"},
      {"AViewWhoseChangeHidesInAComment", rewritten("party", "c.country AS country", "c.name /* -- */ AS country"),
       Outcome::refused, "has another view party", "view party was changed"},
      {"AViewWhoseChangeHidesBehindAName",
       rewritten("party", "c.country AS country",
                 "c.name AS [country--"
                 "]"),
       Outcome::refused, "", "was changed"},
      {"NoViews",
       [](const std::filesystem::path& path) {
         Database database(path);
         database.run("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE type = 'view'");
       },
       Outcome::refused, "", "malformed"},
      {"ATriggerOfTheSenders", by("CREATE TRIGGER evil AFTER INSERT ON city BEGIN DELETE FROM bond; END"),
       Outcome::refused, "has trigger evil on city", "trigger evil is none of a registry's own"},
      {"ATriggerOfAnInnocentName", by("CREATE TRIGGER sqlitetrigger AFTER INSERT ON city BEGIN DELETE FROM bond; END"),
       Outcome::refused, "has trigger sqlitetrigger on city", "trigger sqlitetrigger is none"},
      {"ATriggerOnATableInCapitals", by("CREATE TRIGGER evil AFTER INSERT ON CITY BEGIN DELETE FROM bond; END"),
       Outcome::refused, "has trigger evil on city", "trigger evil is none"},
      {"ATriggerOnAView", by("CREATE TRIGGER evil INSTEAD OF INSERT ON party BEGIN DELETE FROM bond; END"),
       Outcome::refused, "has trigger evil on party", "trigger evil is none"},
      {"NoTriggers",
       [](const std::filesystem::path& path) {
         Database(path).run("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE type = 'trigger'");
       },
       Outcome::refused, "has no trigger", "is missing"},
      {"ARuleThatIsWeaker", rewritten("city", "BETWEEN -90 AND 90", "BETWEEN -900 AND 900"), Outcome::refused,
       "has another table city", "table city was changed"},
      {"ATableThatIsNotStrict", rewritten("city", "STRICT", ""), Outcome::refused, "has another table city",
       "table city was changed"},
      {"AColumnThatIsCalculated", by("ALTER TABLE city ADD COLUMN evil TEXT AS (hex(zeroblob(400000000)))"),
       Outcome::refused, "has another table city", "table city was changed"},
      {"NoColumn", by("ALTER TABLE city DROP COLUMN note"), Outcome::refused, "has", "table city was changed"},
      {"AnIndexThatCalculates", by("CREATE INDEX evil ON city (length(name))"), Outcome::refused,
       "has index evil on city", ""},
      {"AnIndexThatHidesRows", by("CREATE INDEX evil ON twin_span (city_id, bond_id, twin_id, position) WHERE 0"),
       Outcome::refused, "has index evil on twin_span", ""},
      {"ATableThatIsAView",
       by("PRAGMA legacy_alter_table = ON; ALTER TABLE city_policy RENAME TO hidden; CREATE VIEW city_policy AS SELECT "
          "* FROM hidden"),
       Outcome::refused, "has ", "missing"},
      {"ATableThatIsVirtual",
       by("PRAGMA legacy_alter_table = ON; ALTER TABLE city_policy RENAME TO hidden; CREATE VIRTUAL TABLE city_policy "
          "USING fts5 (city_id, policy, since, until)"),
       Outcome::refused, "has ", "changed"},
      {"ATextThatIsNoSql", rewritten("party", "CREATE VIEW party", "CREATE RUBBISH party"), Outcome::refused,
       "malformed", "malformed"},
      {"ATextOfTheSizeOfABook",
       by("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = sql || printf('%*c', 20000000, ' ') WHERE name "
          "= 'party'"),
       Outcome::refused, "", "view party was changed"},
      {"AViewUnderAnothersName",
       by("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = (SELECT sql FROM sqlite_schema WHERE name = "
          "'event_sources') WHERE name = 'party'"),
       Outcome::refused, "malformed", "malformed"},
      {"StatisticsThatLie",
       by("ANALYZE; DELETE FROM sqlite_stat1; INSERT INTO sqlite_stat1 VALUES ('city', 'city_by_name', '0 0 0 -1 x "
          "99999999999999999999'), ('nothing', 'nothing', ''), ('twin_span', NULL, 'unordered sz=-5 noskipscan')"),
       Outcome::safe, "", ""},
      {"TablesAndViewsThatNobodyAsks",
       by("CREATE TABLE visit (note TEXT); CREATE INDEX visit_by_note ON visit (note); CREATE TRIGGER visited AFTER "
          "INSERT ON visit BEGIN DELETE FROM city; END; CREATE VIEW endless AS WITH RECURSIVE n (i) AS (SELECT 1 UNION "
          "ALL SELECT i + 1 FROM n) SELECT i FROM n; CREATE VIRTUAL TABLE words USING fts5 (word)"),
       Outcome::opened, "", "trigger visited is none"},
      {"ATableInTheWayOfAFunction", by("CREATE TABLE json_each (key, value); CREATE TABLE generate_series (value)"),
       Outcome::safe, "", "json_each"},
      {"ATableThatHidesBrokenReferences",
       by("CREATE TABLE pragma_foreign_key_check (\"table\", parent); CREATE TABLE pragma_user_version (user_version)"),
       Outcome::safe, "", "pragma_foreign_key_check"},
  };
}

}  // namespace twinning::support
