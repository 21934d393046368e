// check finds every damage that a program can do to a registry, and nothing in a sound one; rebuild mends twin_span.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <twinning/maintenance.hpp>

#include "layout/sample_file.hpp"
#include "support/database.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using support::Database;
using support::TemporaryFile;
using testing::Contains;
using testing::Each;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string report(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) text += finding.what + ": " + finding.explanation + "\n";
  return text;
}

class Check : public testing::Test {
 protected:
  Check() { support::write_sample(file_.path()); }
  TemporaryFile file_;
};

TEST_F(Check, FindsNothingInASoundFileAndDoesNotWriteToIt) {
  const auto before = support::contents(file_.path().parent_path());
  EXPECT_EQ(report(check(file_.path())), "");
  EXPECT_EQ(support::contents(file_.path().parent_path()), before);
}

TEST_F(Check, FindsNothingInAnEmptyRegistry) {
  const std::string empty = file_.beside("empty.db");
  Registry::create(empty);
  EXPECT_EQ(report(check(empty)), "");
}

TEST_F(Check, FindsNothingInAFileInWriteAheadModeWhoseLastActsAreStillAhead) {
  const std::string path = file_.beside("ahead.db");
  support::write_sample(path, JournalMode::write_ahead);
  auto registry = Registry::open(path);
  registry.write([](Transaction& tx) { tx.form({.parties = {CityId(1), CityId(3)}, .date = Date{"1999"}}); });
  const std::string before = support::read_file(path);
  EXPECT_EQ(report(check(path)), "");
  EXPECT_EQ(support::read_file(path), before);
}

TEST_F(Check, LeavesTheWriteAheadLogOfAProgramThatWasStopped) {
  const std::string path = file_.beside("ahead.db");
  support::write_sample(path, JournalMode::write_ahead);
  const TemporaryFile stopped;
  {
    auto registry = Registry::open(path);
    registry.write([](Transaction& tx) { tx.form({.parties = {CityId(1), CityId(3)}, .date = Date{"1999"}}); });
    support::write_file(stopped.path(), support::read_file(path));
    support::write_file(stopped.path().string() + "-wal", support::read_file(path + "-wal"));
  }
  const auto before = support::contents(stopped.path().parent_path());
  EXPECT_EQ(report(check(stopped.path())), "");
  auto after = support::contents(stopped.path().parent_path());
  after.erase("registry.db-shm");  // an index of the log, which any reader makes
  EXPECT_EQ(after, before);
  EXPECT_EQ(Database(stopped.path()).rows("SELECT count(*) FROM bond"), "4\n") << "the log is still of use";
}

// With a write-ahead log, the list of free pages may not be in the file yet.
TEST_F(Check, FindsNothingInAFileWithFreePages) {
  for (const JournalMode mode : {JournalMode::rollback, JournalMode::write_ahead}) {
    const std::string path = file_.beside("free.db");
    support::write_sample(path, mode);
    Database database(path);
    database.run("CREATE TABLE visit (note TEXT); INSERT INTO visit SELECT hex(randomblob(3000)) FROM edtf_date");
    EXPECT_EQ(report(check(path)), "");
    database.run("DROP TABLE visit");
    EXPECT_GT(std::stoi(database.rows("PRAGMA freelist_count")), 10);
    EXPECT_EQ(report(check(path)), "");
    database.rows("PRAGMA wal_checkpoint (TRUNCATE)");
    EXPECT_EQ(report(check(path)), "");
    database.run("PRAGMA journal_mode = DELETE");
    EXPECT_EQ(report(check(path, Mode::untrusted)), "");
    database.run("PRAGMA auto_vacuum = FULL; VACUUM");
    EXPECT_EQ(report(check(path)), "");
    std::filesystem::remove(path);
  }
}

TEST_F(Check, IsContentAfterVacuumMadeAFileAnewWhoseUsedPageWasFree) {
  std::string bytes = support::read_file(file_.path());
  const std::size_t page = 4096;
  const std::size_t last = bytes.size() / page;
  bytes.append(2 * page, '\0');
  const auto put = [&](std::size_t place, std::size_t number) {
    for (std::size_t at = 0; at < 4; ++at) bytes[place + at] = static_cast<char>(number >> (8 * (3 - at)) & 0xffU);
  };
  put(28, last + 2);
  put(32, last + 1);
  put(36, 2);
  put(last * page + 4, 1);
  put(last * page + 8, last);
  support::write_file(file_.path(), bytes);
  EXPECT_THAT(report(check(file_.path())), HasSubstr("which is used already; make the file anew with VACUUM"));
  Database(file_.path()).run("VACUUM");
  EXPECT_EQ(report(check(file_.path())), "");
}

TEST_F(Check, FindsNothingInTablesViewsAndIndexesOfOnesOwn) {
  Database(file_.path())
      .run(
          "CREATE TABLE visit (id INTEGER PRIMARY KEY, note TEXT); CREATE INDEX visit_by_note ON visit (note);"
          "CREATE INDEX city_by_population ON city (population); CREATE VIEW british AS SELECT * FROM city;"
          "INSERT INTO reason (code, definition) VALUES ('whim', 'A whim')");
  EXPECT_EQ(report(check(file_.path())), "");
}

struct Damage {
  std::string name;
  std::string sql;  // run with the triggers dropped
  std::string what;
  std::string part;  // of the explanation
};

// The damage and nothing else is found, and the file is not written to.
void expect_found(const std::vector<Damage>& damages) {
  for (const Damage& damage : damages) {
    SCOPED_TRACE(damage.name);
    const TemporaryFile file;
    support::write_sample(file.path());
    {
      Database database(file.path());
      support::run_without_triggers(database, damage.sql);
    }
    const auto before = support::contents(file.path().parent_path());
    const auto findings = check(file.path());
    EXPECT_THAT(findings, Not(IsEmpty()));
    EXPECT_THAT(findings, Each(Field(&Finding::what, damage.what))) << report(findings);
    EXPECT_THAT(findings, Contains(Field(&Finding::explanation, HasSubstr(damage.part)))) << report(findings);
    EXPECT_THAT(findings, Each(Field(&Finding::explanation, Not(HasSubstr("\n")))));
    EXPECT_EQ(support::contents(file.path().parent_path()), before);
  }
}

TEST(CheckFinds, AStaleProjection) {
  expect_found(
      {{"SpanMissing", "DELETE FROM twin_span WHERE bond_id = 1", "projection", "bond 1"},
       {"SpanTooMany",
        "INSERT INTO twin_span (city_id, bond_id, twin_id, position, status, from_earliest, kind) "
        "VALUES (4, 3, 2, 1, 'active', '1900-01-01', 'twinning')",
        "projection", "bond 3"},
       {"SpanWithAnotherStatus", "UPDATE twin_span SET status = 'dormant' WHERE bond_id = 2", "projection", "bond 2"},
       {"SpanWithAnotherDay", "UPDATE twin_span SET to_latest = '2000-01-01' WHERE bond_id = 1", "projection",
        "bond 1"},
       {"SpanWithAnotherDate", "UPDATE twin_span SET since = '1944' WHERE bond_id = 1", "projection", "bond 1"},
       {"SpanOfAnotherKind", "UPDATE twin_span SET kind = 'ring' WHERE bond_id = 1", "projection", "twin_span"},
       {"SpanOfABondMissing", "DELETE FROM bond_span WHERE bond_id = 1", "projection", "bond_span"},
       {"SpanOfABondTooMany",
        "INSERT INTO bond_span (bond_id, position, status, from_earliest, event_id) VALUES (3, 9, 'ended', "
        "'2030-01-01', "
        "1)",
        "projection", "bond 3"},
       {"SpanOfABondInAnotherDecade", "UPDATE bond_span SET formed_decade = 1900 WHERE bond_id = 2", "projection",
        "bond_span"}});
}

// SQLite refuses to look for more where it meets a reference that can't mean anything.
TEST(CheckFinds, DanglingReferencesBesideATableWhoseReferenceMeansNothing) {
  const TemporaryFile file;
  support::write_sample(file.path());
  Database database(file.path());
  database.run(
      "CREATE TABLE \"my \"\"visit\" (city TEXT REFERENCES city (note)); INSERT INTO \"my \"\"visit\" VALUES ('')");
  support::run_without_triggers(database, "UPDATE city_name SET city_id = 99");
  EXPECT_THAT(
      report(check(file.path())),
      testing::AllOf(HasSubstr("of city_name refers to a row of city that is not there; add it"),
                     HasSubstr("references: foreign key mismatch - \"my \"\"visit\" referencing \"city\"; drop that "
                               "reference or correct it\n")));
}

TEST(CheckFinds, DanglingReferences) {
  expect_found({{"NameOfNoCity", "UPDATE city_name SET city_id = 99", "references", "city_name"},
                {"CountryUnknown", "UPDATE city SET country = 'XX' WHERE id = 4", "references", "city"},
                {"KindUnknown", "UPDATE city SET kind = 'planet' WHERE id = 4", "references", "city_kind"},
                {"IdentifierOfNoCity", "UPDATE city_identifier SET city_id = 99", "references", "city_identifier"},
                {"SuccessorUnknown", "UPDATE succession SET successor_id = 99", "references", "succession"},
                {"ReasonUnknown", "UPDATE bond_event SET reason = 'love' WHERE id = 1", "references", "reason"},
                {"CauseUnknown", "UPDATE bond_event SET caused_by = 99 WHERE id = 2", "references", "bond_event"},
                {"KeepsakeOfNoBond", "UPDATE keepsake SET bond_id = 99", "references", "keepsake"},
                {"CitationOfNoSource", "DELETE FROM source", "references", "citation"},
                {"CodeGone", "DELETE FROM keepsake_kind WHERE code = 'gift'", "references", "keepsake"}});
}

TEST(CheckFinds, BrokenRules) {
  expect_found(
      {{"ActByNoParty",
        "UPDATE bond_event SET city_id = 4 WHERE id = 3;"
        "DELETE FROM twin_span; INSERT INTO twin_span SELECT * FROM pair_span;"
        "DELETE FROM bond_span; INSERT INTO bond_span SELECT * FROM bond_stretch",
        "rules", "bond_event_by_party: act 3"},
       {"BondOfOne",
        "DELETE FROM bond_party WHERE bond_id = 3 AND city_id = 3;"
        "DELETE FROM twin_span; INSERT INTO twin_span SELECT * FROM pair_span;"
        "DELETE FROM bond_span; INSERT INTO bond_span SELECT * FROM bond_stretch",
        "rules", "bond_event_two_parties: act 8"},
       {"CorrectionOfAnotherBond",
        "UPDATE bond_event SET corrects = 1 WHERE corrects IS NOT NULL;"
        "DELETE FROM twin_span; INSERT INTO twin_span SELECT * FROM pair_span;"
        "DELETE FROM bond_span; INSERT INTO bond_span SELECT * FROM bond_stretch",
        "rules", "bond_event_corrects_known: act 7"},
       {"CorrectionBeforeWhatItCorrects",
        "UPDATE bond_event SET recorded_at = '2000-01-01T00:00:00.000Z' WHERE corrects IS NOT NULL", "rules", "act 7"},
       {"CauseOfItself", "UPDATE bond_event SET caused_by = id WHERE id = 8", "rules", "bond_event_cause_known: act 8"},
       {"CauseThatFollows", "UPDATE bond_event SET caused_by = 15 - id WHERE id IN (7, 8)", "rules",
        "bond_event_cause_known: act 7"},
       {"JoinedByNobody",
        "UPDATE bond_event SET city_id = NULL WHERE kind = 'joined';"
        "DELETE FROM twin_span; INSERT INTO twin_span SELECT * FROM pair_span;"
        "DELETE FROM bond_span; INSERT INTO bond_span SELECT * FROM bond_stretch",
        "rules", "bond_event_member_named: act 5"}});
}

TEST(CheckFinds, WrongValues) {
  expect_found(
      {{"DateWithOtherDays", "UPDATE edtf_date SET latest = '1960-12-31' WHERE date = '1944-07'", "dates", "1944-07"},
       {"DateThatIsNone", "INSERT INTO edtf_date (date, earliest, latest) VALUES ('spring', NULL, NULL)", "dates",
        "spring"},
       {"CityInLatin1", "UPDATE city SET name = CAST(x'4bf66c6e' AS TEXT) WHERE id = 2", "names", "city 2"},
       {"NameInLatin1", "INSERT INTO city_name (city_id, name) VALUES (2, CAST(x'4bf66c6e' AS TEXT))", "names",
        "name "},
       {"CityWithoutUid", "UPDATE city SET uid = NULL WHERE id = 2", "uids", "city 2"},
       {"BondWithoutUid", "UPDATE bond SET uid = NULL WHERE id = 2", "uids", "bond 2"},
       {"ActWithoutUid", "UPDATE bond_event SET uid = NULL WHERE id = 8", "uids", "act 8"},
       {"SourceWithoutUid", "UPDATE source SET uid = NULL", "uids", "source 1"},
       {"KeepsakeWithoutUid", "UPDATE keepsake SET uid = NULL", "uids", "keepsake 1"},
       {"LayoutElsewhere", "UPDATE metadata SET value = '7' WHERE key = 'layout'", "metadata", "7"},
       {"CodeOfItself", "UPDATE reason SET broader = 'lgbt_rights' WHERE code = 'human_rights'", "rules",
        "reason_broader_known: the code human_rights"},
       {"LayoutUnsaid", "DELETE FROM metadata WHERE key = 'layout'", "metadata", "nothing"},
       {"ValueOffTheGlobe", "PRAGMA ignore_check_constraints = ON; UPDATE city SET latitude = 91 WHERE id = 1",
        "integrity", "city"},
       {"InstantThatIsNone", "PRAGMA ignore_check_constraints = ON; UPDATE bond_party SET recorded_at = 'today'",
        "integrity", "bond_party"}});
}

// A changed schema
// ---------------------------------------------------------------------------------------------------------------

struct Change {
  std::string name;
  std::string sql;
  std::string part;
};

TEST(CheckFinds, AChangedSchema) {
  const std::vector<Change> changes = {
      {"TriggerMissing", "DROP TRIGGER bond_event_delete", "trigger bond_event_delete is missing"},
      {"TriggerChanged",
       "DROP TRIGGER bond_event_delete; CREATE TRIGGER bond_event_delete BEFORE DELETE ON bond_event "
       "BEGIN SELECT 1; END",
       "trigger bond_event_delete was changed"},
      {"TriggerOfOnesOwn",
       "CREATE TRIGGER mine AFTER INSERT ON city BEGIN UPDATE city SET note = 'mine' WHERE id = NEW.id; END",
       "trigger mine"},
      {"ViewMissing", "DROP VIEW readme", "view readme is missing"},
      {"ViewChanged", "DROP VIEW readme; CREATE VIEW readme AS SELECT 'nothing' AS topic", "view readme"},
      Change{"ViewThatAnswersFalsely",
             "DROP VIEW most_twinned; CREATE VIEW most_twinned AS SELECT name AS city, country, 99 AS twins FROM city",
             "view most_twinned was changed"},
      {"IndexMissing", "DROP INDEX bond_event_by_bond", "index bond_event_by_bond is missing"},
      {"ColumnAdded", "ALTER TABLE city ADD COLUMN motto TEXT", "table city was changed"},
      {"ColumnGone", "ALTER TABLE source DROP COLUMN file_name", "table source was changed"},
      {"ProjectionGone", "DROP TABLE twin_span", "table twin_span is missing"}};
  for (const Change& change : changes) {
    SCOPED_TRACE(change.name);
    const TemporaryFile file;
    support::write_sample(file.path());
    Database(file.path()).run(change.sql);
    const auto findings = check(file.path());
    EXPECT_THAT(findings, Not(IsEmpty()));
    EXPECT_THAT(findings, Each(Field(&Finding::what, "schema"))) << report(findings);
    EXPECT_THAT(findings, Contains(Field(&Finding::explanation, HasSubstr(change.part)))) << report(findings);
  }
}

// Damaged pages
// ---------------------------------------------------------------------------------------------------------------

class CheckFindsInPages : public testing::TestWithParam<const char*> {};

TEST_P(CheckFindsInPages, FlippedBytes) {
  const TemporaryFile file;
  support::write_sample(file.path());
  const std::string root =
      Database(file.path()).rows(std::string("SELECT rootpage FROM sqlite_schema WHERE name = '") + GetParam() + "'");
  std::string bytes = support::read_file(file.path());
  const std::size_t begin = (std::stoull(root) - 1) * 4096;
  for (std::size_t at = begin; at < begin + 64; ++at) bytes[at] = static_cast<char>(~bytes[at]);
  support::write_file(file.path(), bytes);
  const auto before = support::contents(file.path().parent_path());
  const auto findings = check(file.path());
  EXPECT_THAT(findings, Not(IsEmpty()));
  EXPECT_THAT(findings, Each(Field(&Finding::what, "integrity"))) << report(findings);
  EXPECT_THAT(findings, Each(Field(&Finding::explanation, Not(HasSubstr("\n"))))) << report(findings);
  EXPECT_EQ(support::contents(file.path().parent_path()), before);
}

INSTANTIATE_TEST_SUITE_P(All, CheckFindsInPages,
                         testing::Values("city", "bond_event", "bond_event_by_bond", "twin_span"),
                         [](const auto& table) { return std::string(table.param); });

// Rebuilding
// ---------------------------------------------------------------------------------------------------------------

TEST_F(Check, IsContentAfterRebuildMendedTheProjection) {
  const std::string sound = support::dump(file_.path());
  rebuild(file_.path());
  EXPECT_EQ(support::dump(file_.path()), sound) << "rebuilding a sound file changes nothing";
  Database(file_.path())
      .run(
          "DELETE FROM twin_span WHERE bond_id = 1; UPDATE twin_span SET status = 'ended' WHERE bond_id = 2;"
          "INSERT INTO twin_span (city_id, bond_id, twin_id, position, status, from_earliest, kind) "
          "VALUES (4, 3, 2, 1, 'active', '1900-01-01', 'twinning');"
          "DELETE FROM bond_span WHERE bond_id = 3; UPDATE bond_span SET from_decade = 1900 WHERE bond_id = 2");
  EXPECT_THAT(check(file_.path()), Not(IsEmpty()));
  rebuild(file_.path());
  EXPECT_EQ(report(check(file_.path())), "");
  EXPECT_EQ(support::dump(file_.path()), sound);
}

}  // namespace
}  // namespace twinning
