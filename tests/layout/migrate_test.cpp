// Migrations: by the library's own plan, and by made-up ones that add a second layout or fail on the way to it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <array>
#include <filesystem>
#include <stdexcept>
#include <string>

#include <twinning/twinning.hpp>

#include "connection.hpp"
#include "layout.hpp"
#include "layout/sample_file.hpp"
#include "migrator.hpp"
#include "support/database.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using support::Database;
using support::TemporaryFile;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Key;

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
    EXPECT_TRUE(check(file_.path()).empty());
  }

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
  const auto before = support::contents(file_.path().parent_path());
  EXPECT_THROW(migrate(file_.path(), Plan("SELECT 1;").get()), Error);
  EXPECT_EQ(support::contents(file_.path().parent_path()), before);
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

// Interrupted after more and more steps of SQLite's machine, until it gets through.
TEST_F(Migrate, IsAllOrNothingWhereverItIsInterrupted) {
  const Plan plan("ALTER TABLE city ADD COLUMN motto TEXT; UPDATE city SET motto = 'Camera';");
  const std::string before = support::dump(file_.path());
  int interruptions = 0;
  for (int steps = 10;; steps = steps * 3 / 2) {
    Connection connection(file_.path(), Connection::Mode::read_write, std::chrono::milliseconds(0));
    connection.execute("PRAGMA foreign_keys = OFF");
    connection.execute("BEGIN EXCLUSIVE");
    sqlite3_progress_handler(
        connection.handle(), steps, [](void*) { return 1; }, nullptr);
    try {
      apply(connection, plan.get(), 1);
      sqlite3_progress_handler(connection.handle(), 0, nullptr, nullptr);
      connection.execute("COMMIT");
      break;
    } catch (const Error& error) {
      ++interruptions;
      EXPECT_EQ(error.sqlite_code(), SQLITE_INTERRUPT);
    }
    sqlite3_progress_handler(connection.handle(), 0, nullptr, nullptr);
    if (connection.in_transaction()) connection.execute("ROLLBACK");  // SQLite may have done so
    ASSERT_EQ(support::dump(file_.path()), before) << steps;
  }
  EXPECT_GT(interruptions, 5);
  EXPECT_EQ(Database(file_.path()).rows("PRAGMA user_version"), "2\n");
}

}  // namespace
}  // namespace twinning
