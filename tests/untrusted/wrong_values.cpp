#include "layout/sample_file.hpp"
#include "support/database.hpp"
#include "untrusted/hostile_file.hpp"

namespace twinning::support {
namespace {

using Spoil = std::function<void(const std::filesystem::path&)>;

/// With no rule and no type in its way.
Spoil by(const std::string& sql) {
  return [=](const std::filesystem::path& path) {
    const std::string schema_changed = "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ";
    Database(path).run("CREATE TABLE kept AS SELECT name, sql FROM sqlite_schema WHERE sql LIKE '%) STRICT%';" +
                       schema_changed +
                       "replace(replace(sql, ') STRICT, WITHOUT', ') WITHOUT'), ') STRICT', ')') WHERE name IN (SELECT "
                       "name FROM kept)");
    {
      Database database(path);
      run_without_triggers(database, "PRAGMA ignore_check_constraints = ON; " + sql);
    }
    Database(path).run(
        schema_changed +
        "(SELECT k.sql FROM kept AS k WHERE k.name = sqlite_master.name) WHERE name IN (SELECT name FROM kept)");
    Database(path).run("DROP TABLE kept");
  };
}

}  // namespace

std::vector<HostileFile> files_with_wrong_values() {
  return {
      {"ANumberThatIsAText", by("UPDATE city SET population = 'many'"), Outcome::safe, "", "any"},
      {"ATextThatIsBytes", by("UPDATE city SET name = x'ff00fe' WHERE id = 1"), Outcome::safe, "", "any"},
      {"ANameThatIsNull", by("UPDATE city SET uid = NULL, kind = 12.5 WHERE id = 1"), Outcome::safe, "", "any"},
      {"ANameWithAZeroByte", by("UPDATE city SET name = 'a' || char(0) || 'b' WHERE id = 1"), Outcome::safe, "", "any"},
      {"ANameThatIsNoUtf8", by("UPDATE city SET name = CAST(x'c3284d' AS TEXT) WHERE id = 1"), Outcome::safe, "",
       "is not UTF-8"},
      {"ANameOfLineBreaksAndTerminalCodes", by("UPDATE city SET name = 'a' || char(10, 27) || '[2J' WHERE id = 1"),
       Outcome::safe, "", ""},
      {"ANameOfTwentyMegabytes", by("UPDATE city SET name = printf('%.*c', 20000000, 'x'), folded = 'x' WHERE id = 1"),
       Outcome::safe, "", ""},
      {"ANoteOfTwentyMegabytes", by("UPDATE city SET note = printf('%.*c', 20000000, 'x') WHERE id = 1"), Outcome::safe,
       "", ""},
      {"PlacesOutsideTheGlobe", by("UPDATE city SET latitude = 9e999, longitude = -9e999"), Outcome::safe, "", "any"},
      {"PlacesThatAreHalfThere", by("UPDATE city SET latitude = 1, longitude = NULL"), Outcome::safe, "", "any"},
      {"DatesThatAreNone", by("UPDATE edtf_date SET earliest = 'zzzz', latest = '~'"), Outcome::safe, "", "any"},
      {"DatesBackToFront", by("UPDATE edtf_date SET earliest = latest, latest = earliest"), Outcome::safe, "", "any"},
      {"DaysThatAreNone", by("UPDATE twin_span SET from_earliest = 'never', to_latest = x'00'"), Outcome::safe, "",
       "any"},
      {"SpansOfBondsThatAreNone",
       by("UPDATE bond_span SET from_earliest = 'never', to_latest = x'00', status = 'married', formed_decade = -7"),
       Outcome::safe, "", "any"},
      {"AStatusThatIsNone", by("UPDATE twin_span SET status = 'married'"), Outcome::safe, "", "any"},
      {"IdsThatAreNone", by("UPDATE twin_span SET twin_id = -9223372036854775807 + twin_id"), Outcome::safe, "", "any"},
      {"TwinsOfThemselves",
       by("DELETE FROM twin_span; INSERT INTO twin_span (city_id, bond_id, twin_id, position, status, "
          "from_earliest, kind) VALUES (1, 1, 1, 1, 'active', '1950-01-01', 'twinning')"),
       Outcome::safe, "", "any"},
      {"PartiesThatAreNotThere", by("UPDATE bond_party SET city_id = 77 WHERE city_id = 1"), Outcome::safe, "",
       "refers to a row"},
      {"SuccessorsInACircle",
       by("INSERT INTO succession (predecessor_id, successor_id, kind) VALUES (3, 1, 'merged'), (1, 2, 'merged'), (2, "
          "3, "
          "'merged')"),
       Outcome::safe, "", "any"},
      {"ReasonsInACircle",
       by("UPDATE reason SET broader = 'war' WHERE code <> 'war'; UPDATE reason SET broader = (SELECT "
          "max(code) FROM reason WHERE code <> 'war') WHERE code = 'war'"),
       Outcome::safe, "", "is a case of itself"},
      {"CorrectionsInACircle",
       by("UPDATE bond_event SET corrects = CASE WHEN id = 1 THEN (SELECT max(id) FROM bond_event) "
          "ELSE id - 1 END"),
       Outcome::safe, "", "any"},
      {"ActsOfNoKind", by("UPDATE bond_event SET kind = 'sung'"), Outcome::safe, "", "any"},
      {"MomentsThatAreNone", by("UPDATE bond_event SET recorded_at = 'yesterday'"), Outcome::safe, "", "any"},
      {"AnotherLayoutInItsOwnWords", by("UPDATE metadata SET value = '12' WHERE key = 'layout'"), Outcome::safe, "",
       "metadata says"},
  };
}

}  // namespace twinning::support
