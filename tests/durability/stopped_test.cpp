// Files as a stopped program leaves them, made by hand: SQLite has to undo something before they can be judged.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <functional>
#include <initializer_list>
#include <ostream>
#include <string>

#include <twinning/twinning.hpp>

#include "api/book.hpp"
#include "support/database.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using support::Database;
using support::error_of;
using support::TemporaryFile;
using testing::HasSubstr;

std::string journal_of(const std::string& path) { return path + "-journal"; }

/// The journal of a program that was making the file: it had no page before.
/// https://www.sqlite.org/fileformat2.html#the_rollback_journal
std::string making_journal() {
  std::string header("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);  // the journal's mark
  header.append("\0\0\0\0", 4);                               // no page is kept in it
  header.append("\1\2\3\4", 4);                               // a number by chance
  header.append("\0\0\0\0", 4);                               // pages that the file had
  header.append("\0\0\x02\0", 4);                             // bytes of a sector
  header.append("\0\0\x10\0", 4);                             // bytes of a page
  header.resize(512);
  return header;
}

/// Runs statements on a file and stops in the midst of writing them to it.
void stop_within(const std::string& path, const std::string& sql) {
  std::string written;
  std::string journal;
  {
    Database database(path);
    database.run("BEGIN;" + sql);
    ASSERT_EQ(sqlite3_db_cacheflush(database.get()), SQLITE_OK);
    written = support::read_file(path);
    journal = support::read_file(journal_of(path));
  }
  support::write_file(path, written);
  support::write_file(journal_of(path), journal);
}

struct Making {
  std::string name;
  std::function<void(const std::string&)> leave;
};

void PrintTo(const Making& making, std::ostream* out) { *out << making.name; }

class StoppedMaking : public testing::TestWithParam<Making> {
 protected:
  StoppedMaking() { GetParam().leave(path_); }
  TemporaryFile file_;
  const std::string path_ = file_.path();
};

INSTANTIATE_TEST_SUITE_P(Files, StoppedMaking,
                         testing::Values(Making{"Empty",
                                                [](const std::string& path) { support::write_file(path, ""); }},
                                         Making{"OfZeros",
                                                [](const std::string& path) {
                                                  support::write_file(path, std::string(8192, '\0'));
                                                  support::write_file(journal_of(path), making_journal());
                                                }},
                                         Making{"AlmostDone",
                                                [](const std::string& path) {
                                                  Registry::create(path);
                                                  support::write_file(journal_of(path), making_journal());
                                                }},
                                         Making{"CutOff",
                                                [](const std::string& path) {
                                                  Registry::create(path);
                                                  std::filesystem::resize_file(path, 3 * 4096);
                                                  support::write_file(journal_of(path), making_journal());
                                                }}),
                         [](const auto& making) { return making.param.name; });

TEST_P(StoppedMaking, IsDoneAfterAll) {
  {
    auto registry = Registry::open_or_create(path_);
    registry.write([](Transaction& tx) { tx.add_city({.name = "Coventry"}); });
  }
  EXPECT_TRUE(Registry::open(path_).read([](const Snapshot& now) { return now.find_city("Coventry"); }));
  EXPECT_TRUE(check(path_).empty());
  EXPECT_FALSE(std::filesystem::exists(journal_of(path_)));
}

TEST_P(StoppedMaking, IsToldOfWhereAnotherIsToBeMade) {
  const Error error = error_of([&] { Registry::create(path_); });
  EXPECT_EQ(error.category(), ErrorCategory::already_exists);
  EXPECT_THAT(
      error.what(),
      HasSubstr("exists already, but its making was stopped: delete it, or let Registry::open_or_create finish it"));
}

TEST_P(StoppedMaking, IsNoRegistryYetAtTheOtherDoors) {
  const std::string copy = file_.beside("copy.db");
  for (const std::function<void()>& door : std::initializer_list<std::function<void()>>{
           [&] { Registry::open(path_); }, [&] { check(path_); }, [&] { rebuild(path_); }, [&] { migrate(path_); },
           [&] { backup(path_, copy); }}) {
    GetParam().leave(path_ + ".again");
    std::filesystem::rename(path_ + ".again", path_);
    if (std::filesystem::exists(journal_of(path_ + ".again"))) {
      std::filesystem::rename(journal_of(path_ + ".again"), journal_of(path_));
    }
    const Error error = error_of(door);
    EXPECT_EQ(error.category(), ErrorCategory::not_a_registry) << error.what();
    EXPECT_THAT(error.what(), HasSubstr(path_ + "\" is empty"));
    EXPECT_FALSE(std::filesystem::exists(copy));
  }
}

TEST(Stopped, AMigrationByANewerVersionIsUndoneByThisOne) {
  const TemporaryFile file;
  Registry::create(file.path());
  stop_within(file.path(), "CREATE TABLE newer (id); PRAGMA user_version = 2");
  // What is in use, as the header is, a flush leaves out.
  std::string written = support::read_file(file.path());
  written.at(63) = 2;
  support::write_file(file.path(), written);
  EXPECT_NO_THROW(Registry::open(file.path()));
  EXPECT_EQ(Database(file.path()).rows("PRAGMA user_version"), "1\n");
}

TEST(Stopped, AWriteIsUndoneByABackup) {
  const TemporaryFile file;
  Registry::create(file.path());
  stop_within(file.path(), "INSERT INTO city (name) VALUES ('Coventry')");
  const std::string copy = file.beside("copy.db");
  backup(file.path(), copy);
  EXPECT_EQ(Database(copy).rows("SELECT count(*) FROM city"), "0\n");
  EXPECT_TRUE(check(copy).empty());
}

// The first page knows how many there are, and goes into the file before the last of them.
TEST(Stopped, AWriteAheadLogIsPutIntoTheFileByTheNextProgram) {
  const TemporaryFile file;
  Registry::create(file.path(), {.journal_mode = JournalMode::write_ahead});
  const std::string before = support::read_file(file.path());
  const std::string stopped = file.beside("stopped.db");
  {
    Database database(file.path());
    database.run("INSERT INTO city (name, note) VALUES ('Coventry', printf('%.*c', 100000, 'x'))");
    support::write_file(stopped + "-wal", support::read_file(file.path().string() + "-wal"));
    ASSERT_EQ(sqlite3_wal_checkpoint_v2(database.get(), nullptr, SQLITE_CHECKPOINT_FULL, nullptr, nullptr), SQLITE_OK);
  }
  const std::string after = support::read_file(file.path());
  ASSERT_GT(after.size(), before.size() + 50000);
  support::write_file(stopped, after.substr(0, 4096) + before.substr(4096));
  EXPECT_TRUE(check(stopped).empty());
  const std::string copy = file.beside("copy.db");
  backup(stopped, copy);
  for (const std::string& path : {stopped, copy}) {
    EXPECT_TRUE(Registry::open(path).read([](const Snapshot& now) { return now.find_city("Coventry"); })) << path;
  }
}

void expect_left_alone(const std::string& path) {
  const std::string before = support::read_file(path);
  const std::string journal = support::read_file(journal_of(path));
  for (const auto door : {Registry::open, Registry::open_or_create}) {
    EXPECT_EQ(error_of([&] { door(path, {}); }).category(), ErrorCategory::not_a_registry);
    EXPECT_EQ(support::read_file(path), before);
    EXPECT_EQ(support::read_file(journal_of(path)), journal);
  }
}

TEST(Stopped, WhatAnotherProgramWritesInADatabaseOfItsOwnIsLeftAlone) {
  const TemporaryFile file;
  Database(file.path()).run("CREATE TABLE city (name)");
  stop_within(file.path(), "INSERT INTO city (name) VALUES ('Coventry')");
  expect_left_alone(file.path());
}

TEST(Stopped, AFileThatIsNoDatabaseIsLeftAloneWithItsJournal) {
  const TemporaryFile file;
  support::write_file(file.path(), "Coventry and Volgograd");
  support::write_file(journal_of(file.path()), "a diary");
  expect_left_alone(file.path());
}

}  // namespace
}  // namespace twinning
