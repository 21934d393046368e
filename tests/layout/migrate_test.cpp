// Migrations: by the library's own plan, and by made-up ones that add a second layout or fail on the way to it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include <twinning/twinning.hpp>

#include "backup.hpp"
#include "connection.hpp"
#include "durable_tables.hpp"
#include "layout.hpp"
#include "layout/every_connection.hpp"
#include "layout/sample_file.hpp"
#include "migrator.hpp"
#include "support/database.hpp"
#include "support/shell.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using support::Database;
using support::EveryConnection;
using support::TemporaryFile;
using testing::Each;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

/// A plan of two layouts whose second step is `sql`.
class Plan {
 public:
  explicit Plan(std::string_view sql)
      : steps_{embedded_migrations().front(), EmbeddedSql{.name = "0002_made_up.sql", .text = sql}} {}
  MigrationPlan get() const { return {.steps = steps_, .make_derived = make_derived}; }

 private:
  std::array<EmbeddedSql, 2> steps_;
};

class Migrate : public testing::Test {
 protected:
  Migrate() { support::write_sample(file_.path()); }

  void expect_failure(const MigrationPlan& plan, ErrorCategory category, const std::string& part) {
    expect_refusal(plan, category, part);
    EXPECT_TRUE(check(file_.path()).empty());
  }

  void expect_refusal(const MigrationPlan& plan, ErrorCategory category, const std::string& part) {
    const auto before = support::contents(file_.path().parent_path());
    const std::string dump_before = support::dump(file_.path());
    try {
      migrate(file_.path(), plan);
      ADD_FAILURE() << "nothing was thrown";
    } catch (const Error& error) {
      EXPECT_EQ(error.category(), category) << error.what();
      EXPECT_THAT(error.what(), HasSubstr(part));
    }
    EXPECT_EQ(support::dump(file_.path()), dump_before);
    EXPECT_EQ(support::contents(file_.path().parent_path()), before) << "bytes of the file, or a backup left behind";
  }

  support::FilesInMemory in_memory_;
  TemporaryFile file_;
  const std::string backup_ = file_.path().string() + ".layout1.bak";
};

TEST_F(Migrate, DoesNothingToAFileOfThisLayout) {
  const auto before = support::contents(file_.path().parent_path());
  const Migration done = migrate(file_.path());
  EXPECT_EQ(done.from, layout);
  EXPECT_EQ(done.to, layout);
  EXPECT_EQ(done.backup, "");
  EXPECT_EQ(support::contents(file_.path().parent_path()), before);
}

constexpr std::string_view add_motto = "ALTER TABLE city ADD COLUMN motto TEXT;";

TEST_F(Migrate, KeepsViewsAndTriggersOfTheUsersOwn) {
  Database(file_.path())
      .run(
          "CREATE TABLE visit (city_id INTEGER); CREATE VIEW \"my \"\"twins\" AS SELECT twin FROM twins;"
          "CREATE TRIGGER a_visit INSTEAD OF INSERT ON \"my \"\"twins\" BEGIN INSERT INTO visit VALUES (1); END;");
  migrate(file_.path(), Plan(add_motto).get());
  Database migrated(file_.path());
  migrated.run("INSERT INTO \"my \"\"twins\" VALUES ('Kyoto')");
  EXPECT_EQ(migrated.rows("SELECT count(*) FROM visit"), "1\n");
  EXPECT_EQ(migrated.rows("SELECT (SELECT count(*) FROM \"my \"\"twins\") = (SELECT count(*) FROM twins)"), "1\n");
}

TEST_F(Migrate, DropsWhatTheLastLayoutHasNoMore) {
  Database(file_.path()).run("CREATE VIEW partner AS SELECT twin FROM twins");
  constexpr std::array<std::string_view, 1> retired = {"partner"};
  const Plan steps(add_motto);
  MigrationPlan plan = steps.get();
  plan.retired = retired;
  migrate(file_.path(), plan);
  EXPECT_EQ(Database(file_.path()).rows("SELECT count(*) FROM sqlite_schema WHERE name = 'partner'"), "0\n");
}

TEST_F(Migrate, StopsAtATriggerOfTheUsersOwnThatFitsNoMore) {
  Database(file_.path())
      .run("CREATE TABLE visit (city_id INTEGER); CREATE TRIGGER a_visit AFTER INSERT ON visit BEGIN SELECT 1; END;");
  const std::string before = support::dump(file_.path());
  try {
    migrate(file_.path(), Plan("DROP TABLE visit;").get());
    ADD_FAILURE() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("\"a_visit\""));
    EXPECT_NE(error.sqlite_code(), 0);
  }
  EXPECT_EQ(support::dump(file_.path()), before);
}

TEST_F(Migrate, KeepsEveryRowAndTheFileAsItWas) {
  const std::string before = support::dump(file_.path());
  const std::string acts = Database(file_.path()).rows("SELECT * FROM bond_event");
  const std::string spans = Database(file_.path()).rows("SELECT * FROM twin_span");
  const Migration done =
      migrate(file_.path(), Plan("ALTER TABLE city ADD COLUMN motto TEXT; UPDATE city SET motto = 'Camera';").get());
  EXPECT_EQ(done.from, 1);
  EXPECT_EQ(done.to, 2);
  EXPECT_EQ(done.backup, backup_);
  const Database migrated(file_.path());
  EXPECT_EQ(migrated.rows("PRAGMA user_version"), "2\n");
  EXPECT_EQ(migrated.rows("SELECT value FROM metadata WHERE key = 'layout'"), "2\n");
  EXPECT_EQ(migrated.rows("SELECT DISTINCT motto FROM city"), "Camera\n");
  EXPECT_EQ(migrated.rows("SELECT * FROM bond_event"), acts);
  EXPECT_EQ(migrated.rows("SELECT * FROM twin_span"), spans);
  EXPECT_EQ(migrated.rows("SELECT count(*) FROM pragma_foreign_key_check"), "0\n");
  EXPECT_EQ(support::dump(done.backup), before);
  EXPECT_TRUE(check(done.backup).empty());
}

TEST_F(Migrate, MakesTheProjectionAndTheRulesAnew) {
  Database(file_.path()).run("DELETE FROM twin_span; DROP TRIGGER bond_event_delete; DROP VIEW twins;");
  migrate(file_.path(), Plan("SELECT 1;").get());
  Database migrated(file_.path());
  EXPECT_EQ(migrated.rows("SELECT count(*) > 0 FROM twin_span"), "1\n");
  EXPECT_EQ(migrated.rows("SELECT count(*) > 0 FROM twins"), "1\n");
  EXPECT_THAT(migrated.refusal("DELETE FROM bond_event"), HasSubstr("bond_event_append_only"));
}

TEST_F(Migrate, MayMakeATableAnewThatOthersReferTo) {
  Database(file_.path()).run("CREATE INDEX \"my \"\"bonds\" ON keepsake (bond_id)");
  const std::string acts = Database(file_.path()).rows("SELECT * FROM bond_event");
  migrate(file_.path(),
          Plan("CREATE TABLE copied AS SELECT * FROM keepsake; DROP TABLE keepsake;"
               "CREATE TABLE keepsake (id INTEGER PRIMARY KEY, uid TEXT, bond_id INTEGER REFERENCES bond "
               "(id), kind TEXT, title TEXT, giver_id INTEGER, receiver_id INTEGER, date TEXT, until TEXT,"
               "place TEXT, note TEXT, recorded_at TEXT, motto TEXT);"
               "INSERT INTO keepsake SELECT *, NULL FROM copied; DROP TABLE copied;")
              .get());
  const Database migrated(file_.path());
  EXPECT_EQ(migrated.rows("SELECT title FROM keepsake"), "Bell\n");
  EXPECT_EQ(migrated.rows("SELECT * FROM bond_event"), acts);
  EXPECT_EQ(migrated.rows("SELECT tbl_name FROM sqlite_schema WHERE name = 'my \"bonds'"), "keepsake\n")
      << "the user's own index";
}

TEST_F(Migrate, WorksOnAFileInWriteAheadMode) {
  const std::string path = file_.beside("ahead.db");
  support::write_sample(path, JournalMode::write_ahead);
  const Migration done = migrate(path, Plan("SELECT 1;").get());
  EXPECT_EQ(Database(path).rows("PRAGMA user_version"), "2\n");
  EXPECT_EQ(Database(done.backup).rows("PRAGMA user_version"), "1\n");
}

// As after a migration that was stopped: its backup is there, and nobody else's file may be overwritten.
TEST_F(Migrate, TakesTheNextFreeNameForItsBackup) {
  const std::string before = support::dump(file_.path());
  support::write_file(backup_, "precious");
  std::filesystem::create_symlink("nowhere", file_.path().string() + ".layout1.2.bak");
  const Migration done = migrate(file_.path(), Plan("SELECT 1;").get());
  EXPECT_EQ(done.backup, file_.path().string() + ".layout1.3.bak");
  EXPECT_EQ(support::dump(done.backup), before);
  EXPECT_EQ(support::read_file(backup_), "precious");
}

TEST_F(Migrate, TakesNoNameBesideWhichAJournalIsLeft) {
  support::write_file(backup_ + "-wal", "of a deleted file");
  EXPECT_EQ(migrate(file_.path(), Plan(add_motto).get()).backup, file_.path().string() + ".layout1.2.bak");
}

TEST_F(Migrate, LeavesAFileThatThisVersionThenRefuses) {
  migrate(file_.path(), Plan("SELECT 1;").get());
  try {
    Registry::open(file_.path());
    ADD_FAILURE() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.category(), ErrorCategory::layout_too_new);
  }
  EXPECT_NO_THROW(Registry::open(backup_));
}

// What is refused, with the file and its folder as they were
// ---------------------------------------------------------------------------------------------------------------

TEST_F(Migrate, IsRefusedForALayoutThatThePlanDoesNotReach) {
  Database(file_.path()).run("PRAGMA user_version = 3");
  expect_refusal(Plan("SELECT 1;").get(), ErrorCategory::layout_too_new,
                 "has layout 3, and this version of twinning migrates layouts 1 to 2: use a newer one");
}

TEST_F(Migrate, LeavesNothingBehindWhereAStepIsNoSql) {
  expect_failure(Plan("CREATE TABLE half (id); INSERT INTO half VALUES (1); CREATE TABEL").get(),
                 ErrorCategory::internal, "TABEL");
}

TEST_F(Migrate, LeavesNothingBehindWhereAStepBreaksARule) {
  expect_failure(Plan("CREATE TABLE half (id); UPDATE city SET latitude = 91;").get(), ErrorCategory::rule_broken,
                 "city_latitude_on_globe");
}

TEST_F(Migrate, LeavesNothingBehindWhereAStepWouldLoseAnAct) {
  expect_failure(Plan("DELETE FROM citation; DELETE FROM bond_event WHERE id = 8;").get(), ErrorCategory::internal,
                 "nothing was changed");
}

TEST_F(Migrate, LeavesNothingBehindWhereAStepWouldLeaveADanglingReference) {
  expect_failure(Plan("DELETE FROM city WHERE id = 1;").get(), ErrorCategory::internal, "nothing was changed");
}

TEST_F(Migrate, LeavesNothingBehindWhereTheViewsCannotBeMade) {
  expect_failure(Plan("DROP TABLE event_kind;").get(), ErrorCategory::internal, "event_kind");
}

TEST_F(Migrate, LeavesNothingBehindWhereTheProgramFails) {
  const Plan plan("CREATE TABLE half (id);");
  MigrationPlan failing = plan.get();
  failing.make_derived = [](Connection&) { throw std::runtime_error("no"); };
  const auto before = support::contents(file_.path().parent_path());
  EXPECT_THROW(migrate(file_.path(), failing), std::runtime_error);
  EXPECT_EQ(support::contents(file_.path().parent_path()), before);
}

// Not one row of one table
// ---------------------------------------------------------------------------------------------------------------

TEST_F(Migrate, StopsWhereATableWouldLoseARow) {
  for (const DurableTable& table : durable_tables()) {
    SCOPED_TRACE(table.name);
    const std::string count = Database(file_.path()).rows("SELECT count(*) FROM " + table.name);
    ASSERT_NE(count, "0\n");
    const std::string step = "CREATE TABLE kept AS SELECT * FROM " + table.name + " LIMIT -1 OFFSET 1; DELETE FROM " +
                             table.name + "; INSERT INTO " + table.name + " SELECT * FROM kept; DROP TABLE kept;";
    expect_failure(Plan(step).get(), ErrorCategory::internal,
                   "of the " + count.substr(0, count.size() - 1) + " rows of " + table.name + "; nothing was changed");
  }
}

TEST_F(Migrate, StopsWhereATableOfTheUsersOwnWouldLoseARow) {
  Database(file_.path()).run("CREATE TABLE \"my visits\" (note); INSERT INTO \"my visits\" VALUES (1), (2)");
  expect_failure(Plan("DELETE FROM \"my visits\" WHERE note = 1;").get(), ErrorCategory::internal,
                 "left 1 of the 2 rows of my visits");
}

TEST_F(Migrate, StopsWhereAnActWouldBeAdded) {
  expect_failure(
      Plan("INSERT INTO bond_event (bond_id, kind, recorded_at) VALUES (1, 'renewed', '2026-01-01T00:00:00.000Z');")
          .get(),
      ErrorCategory::internal, "added 1 acts");
}

TEST_F(Migrate, DropsATableOnlyWhereThePlanSaysSo) {
  Database(file_.path()).run("CREATE TABLE visit (note); INSERT INTO visit VALUES (1)");
  constexpr std::array<std::string_view, 1> retired = {"visit"};
  const Plan steps("CREATE TABLE journey AS SELECT * FROM visit; DROP TABLE visit;");
  MigrationPlan plan = steps.get();
  expect_failure(plan, ErrorCategory::internal, "dropped the table visit");
  plan.retired = retired;
  migrate(file_.path(), plan);
  EXPECT_EQ(Database(file_.path()).rows("SELECT * FROM journey"), "1\n");
}

TEST_F(Migrate, TakesNoFileWhoseReferencesAreBroken) {
  Database database(file_.path());
  support::run_without_triggers(database, "UPDATE city_name SET city_id = 99");
  const auto before = support::contents(file_.path().parent_path());
  try {
    migrate(file_.path(), Plan("SELECT 1;").get());
    ADD_FAILURE() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.category(), ErrorCategory::corrupt);
    EXPECT_THAT(error.what(), HasSubstr("of city_name refers to a row of city that is not there; add it"));
  }
  EXPECT_EQ(support::contents(file_.path().parent_path()), before);
}

// Other programs
// ---------------------------------------------------------------------------------------------------------------

class MigrateBesideOthers : public testing::TestWithParam<JournalMode> {
 protected:
  MigrateBesideOthers() { support::write_sample(file_.path(), GetParam()); }

  std::string error_of_migration(const MigrationPlan& plan) const {
    try {
      migrate(file_.path(), plan);
    } catch (const Error& error) {
      EXPECT_EQ(error.category(), ErrorCategory::busy) << error.what();
      return error.what();
    }
    return "nothing was thrown";
  }

  TemporaryFile file_;
};

INSTANTIATE_TEST_SUITE_P(Both, MigrateBesideOthers, testing::Values(JournalMode::rollback, JournalMode::write_ahead),
                         [](const auto& mode) { return mode.param == JournalMode::rollback ? "Rollback" : "Wal"; });

// Another process each time: what this one has locked would be no lock to itself.
TEST_P(MigrateBesideOthers, LetsThemReadAndNotWriteFromBeforeItsCopyUntilItsEnd) {
  const std::string before = support::dump(file_.path());
  std::vector<std::string> written;
  const auto try_to_write = [&] {
    written.push_back(support::run_shell(file_.path(), "INSERT INTO city (name) VALUES ('Late');\n").errors);
    EXPECT_EQ(support::run_shell(file_.path(), "SELECT count(*) FROM city WHERE name = 'Coventry';\n").output, "1\n");
  };
  const Plan steps("ALTER TABLE city ADD COLUMN motto TEXT;");
  MigrationPlan plan = steps.get();
  plan.make_derived = [&](Connection& connection) {
    try_to_write();
    make_derived(connection);
  };
  Migration done;
  {
    // The first connection takes the lock; the next read the file, write the copy and verify it.
    int opened = 0;
    const EveryConnection every([&](sqlite3*) {
      if (++opened > 1) try_to_write();
    });
    done = migrate(file_.path(), plan);
  }
  EXPECT_THAT(written, SizeIs(4));
  EXPECT_THAT(written, Each(HasSubstr("database is locked")));
  EXPECT_EQ(support::dump(done.backup), before);
  EXPECT_EQ(support::run_shell(file_.path(), "INSERT INTO city (name) VALUES ('Later');\n").errors, "");
}

TEST_P(MigrateBesideOthers, IsRefusedWhileOneWrites) {
  const Plan plan("SELECT 1;");
  const auto before = support::contents(file_.path().parent_path());
  {
    Database other(file_.path());
    other.run("BEGIN IMMEDIATE");
    EXPECT_THAT(error_of_migration(plan.get()), HasSubstr("is in use: close what uses it and migrate again"));
  }
  EXPECT_EQ(support::contents(file_.path().parent_path()), before);
  EXPECT_EQ(migrate(file_.path(), plan.get()).to, 2);
}

TEST_P(MigrateBesideOthers, WaitsForWhoReadsOnlyWhereTheyReadTheSamePages) {
  const Plan plan("ALTER TABLE city ADD COLUMN motto TEXT;");
  const auto before = support::contents(file_.path().parent_path());
  {
    Database other(file_.path());
    other.run("BEGIN; SELECT * FROM city");
    if (GetParam() == JournalMode::write_ahead) {
      EXPECT_EQ(migrate(file_.path(), plan.get()).to, 2);
      EXPECT_EQ(other.rows("SELECT value FROM metadata WHERE key = 'layout'"), "1\n") << "it reads on";
      return;
    }
    EXPECT_THAT(error_of_migration(plan.get()), HasSubstr("is in use: close what uses it and migrate again"));
    EXPECT_EQ(other.rows("PRAGMA user_version"), "1\n");
  }
  EXPECT_EQ(support::contents(file_.path().parent_path()), before) << "its copy is gone too";
  EXPECT_EQ(migrate(file_.path(), plan.get()).to, 2);
}

// A change that is larger than the cache wants to be written at each statement.
TEST(MigrateBesideAReader, WaitsOnceForAllItsStatements) {
  const TemporaryFile file;
  support::write_sample(file.path());
  Database other(file.path());
  other.run("BEGIN; SELECT * FROM city");
  const Plan plan(
      "PRAGMA cache_size = 1; ALTER TABLE city ADD COLUMN motto TEXT;"
      "UPDATE city SET note = note || ' '; UPDATE source SET title = title || ' ';"
      "UPDATE city SET note = note || ' '; UPDATE source SET title = title || ' ';"
      "UPDATE city SET note = note || ' '; UPDATE source SET title = title || ' ';");
  const auto begin = std::chrono::steady_clock::now();
  try {
    migrate(file.path(), plan.get());
    ADD_FAILURE() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.category(), ErrorCategory::busy) << error.what();
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 3 * patience);
}

// Files that are none of ours, or no longer
// ---------------------------------------------------------------------------------------------------------------

struct NoneToMigrate {
  std::string name;
  ErrorCategory category;
  std::string part;
};

TEST(MigrateNoFile, ThatIsNewerForeignOrTorn) {
  const std::vector<NoneToMigrate> files = {
      {"v999.db", ErrorCategory::layout_too_new,
       "has layout 999, but this version of twinning reads layout 1: use a newer one"},
      {"foreign.db", ErrorCategory::not_a_registry,
       "is an SQLite database, but no registry of twin towns: look at the path"},
      {"torn.db", ErrorCategory::corrupt, "it was cut off, so restore a backup"}};
  for (const NoneToMigrate& none : files) {
    SCOPED_TRACE(none.name);
    const TemporaryFile file;
    support::write_file(file.path(),
                        support::read_file(std::filesystem::path(TWINNING_SOURCE_DIR) / "tests/golden" / none.name));
    const auto before = support::contents(file.path().parent_path());
    try {
      migrate(file.path());
      ADD_FAILURE() << "nothing was thrown";
    } catch (const Error& error) {
      EXPECT_EQ(error.category(), none.category) << error.what();
      EXPECT_THAT(error.what(), HasSubstr(none.part));
      EXPECT_THAT(error.what(), Not(HasSubstr("\n")));
    }
    EXPECT_EQ(support::contents(file.path().parent_path()), before);
  }
}

TEST_F(Migrate, IsRefusedForAnotherProgramsFileAndALayoutThatNobodyWrote) {
  Database(file_.path()).run("PRAGMA user_version = 0");
  expect_refusal(Plan("SELECT 1;").get(), ErrorCategory::not_a_registry,
                 "no version of twinning wrote: restore a backup");
  Database(file_.path()).run("PRAGMA user_version = 1; PRAGMA application_id = 7");
  expect_refusal(Plan("SELECT 1;").get(), ErrorCategory::not_a_registry, "no registry of twin towns");
}

}  // namespace
}  // namespace twinning
