// backup: the copy is whole, whatever others do meanwhile, and nothing is overwritten or left lying about.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <future>
#include <string>
#include <thread>
#include <vector>

#include <twinning/twinning.hpp>

#include "layout/sample_file.hpp"
#include "support/database.hpp"
#include "support/shell.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using support::Database;
using support::TemporaryFile;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Key;
using testing::Not;

class Backup : public testing::TestWithParam<JournalMode> {
 protected:
  Backup() { support::write_sample(file_.path(), GetParam()); }

  /// The error of a backup that must fail.
  Error failure(const std::string& to) const {
    try {
      backup(file_.path(), to);
    } catch (const Error& error) {
      return error;
    }
    ADD_FAILURE() << "nothing was thrown";
    return Error(ErrorCategory::internal, "nothing was thrown");
  }

  TemporaryFile file_;
  const std::string copy_ = file_.beside("copy.db");
};

INSTANTIATE_TEST_SUITE_P(Both, Backup, testing::Values(JournalMode::rollback, JournalMode::write_ahead),
                         [](const auto& mode) { return mode.param == JournalMode::rollback ? "Rollback" : "Wal"; });

TEST_P(Backup, IsAWholeRegistryInOneFile) {
  const std::string before = support::dump(file_.path());
  backup(file_.path(), copy_);
  EXPECT_EQ(support::dump(copy_), before);
  EXPECT_TRUE(check(copy_).empty());
  EXPECT_EQ(Database(copy_).rows("PRAGMA journal_mode"), "delete\n");
  EXPECT_THAT(support::contents(file_.path().parent_path()), Not(Contains(Key(HasSubstr("partial")))));
  EXPECT_FALSE(std::filesystem::exists(copy_ + "-wal"));
}

TEST_P(Backup, MayBeReadByThoseWhoMayReadTheOriginal) {
  using std::filesystem::perms;
  std::filesystem::permissions(file_.path(), perms::owner_read | perms::owner_write);
  backup(file_.path(), copy_);
  EXPECT_EQ(std::filesystem::status(copy_).permissions(), perms::owner_read | perms::owner_write);
}

TEST_P(Backup, HasWhatWasWrittenLast) {
  auto registry = Registry::open(file_.path());
  registry.write([](Transaction& tx) { tx.add_city({.name = "Jinan"}); });
  backup(file_.path(), copy_);
  EXPECT_TRUE(Registry::open(copy_).read([](const Snapshot& now) { return now.find_city("Jinan"); }));
}

TEST_P(Backup, IsOneMomentWhileAnotherThreadWrites) {
  auto registry = Registry::open(file_.path());
  const auto count = [](const Registry& counted, const char* name) {
    return counted.read([&](const Snapshot& now) { return now.cities_named(name).size(); });
  };
  std::atomic<int> written = 0;
  std::jthread writer([&](const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      registry.write([](Transaction& tx) {
        tx.form({.parties = {tx.add_city({.name = "Left"}), tx.add_city({.name = "Right"})}});
      });
      ++written;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
  });
  for (int turn = 0; turn < 3; ++turn) {
    while (written <= turn) std::this_thread::yield();
    const std::string to = copy_ + std::to_string(turn);
    backup(file_.path(), to);
    const auto copied = Registry::open(to);
    EXPECT_EQ(count(copied, "Left"), count(copied, "Right"));
    EXPECT_TRUE(check(to).empty());
  }
  writer.request_stop();
  writer.join();
  EXPECT_GT(written, 0);
}

TEST_P(Backup, RefusesANameThatIsTaken) {
  support::write_file(copy_, "precious");
  const Error error = failure(copy_);
  EXPECT_EQ(error.category(), ErrorCategory::already_exists);
  EXPECT_THAT(error.what(), HasSubstr(copy_));
  EXPECT_EQ(support::read_file(copy_), "precious");
  EXPECT_EQ(failure(file_.path()).category(), ErrorCategory::already_exists) << "onto itself";
}

TEST_P(Backup, LeavesTheFilesOfOthersAlone) {
  support::write_file(copy_ + ".partial", "somebody's own");
  backup(file_.path(), copy_);
  EXPECT_TRUE(check(copy_).empty());
  EXPECT_EQ(support::read_file(copy_ + ".partial"), "somebody's own");
}

TEST_P(Backup, ToAFolderThatIsNotThereIsRefusedByName) {
  const std::string to = file_.beside("nowhere").string() + "/copy.db";
  const Error error = failure(to);
  EXPECT_EQ(error.category(), ErrorCategory::input_output);
  EXPECT_THAT(error.what(), HasSubstr("there is no folder"));
  EXPECT_THAT(error.what(), HasSubstr("nowhere/copy.db"));
}

// SQLite would take it for the copy's, and undo or add what was another file's.
TEST_P(Backup, DoesNotStandBesideWhatIsLeftOfADeletedFile) {
  const std::string header("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7\0\0\0\1\0\0\0\1\0\0\0\5", 20);
  for (const std::string ending : {"-wal", "-journal"}) {
    support::write_file(copy_ + ending, header + std::string(4096, 'x'));
    const Error error = failure(copy_);
    EXPECT_EQ(error.category(), ErrorCategory::already_exists);
    EXPECT_THAT(error.what(), HasSubstr("copy.db" + ending + "\" of it is there"));
    EXPECT_FALSE(std::filesystem::exists(copy_));
    std::filesystem::remove(copy_ + ending);
  }
  backup(file_.path(), copy_);
}

// A program that keeps the file to itself: after five seconds that is an error, not a wait without an end.
TEST(BackupOfALockedFile, IsBusyAndLeavesNothing) {
  const TemporaryFile file;
  support::write_sample(file.path());
  Database other(file.path());
  other.run("BEGIN EXCLUSIVE");
  auto category = std::async(std::launch::async, [&] {
    try {
      backup(file.path(), file.beside("copy.db"));
    } catch (const Error& error) {
      return error.category();
    }
    return ErrorCategory::internal;
  });
  const auto state = category.wait_for(std::chrono::seconds(9));
  other.run("ROLLBACK");  // or the test would never end
  EXPECT_EQ(state, std::future_status::ready);
  EXPECT_EQ(category.get(), ErrorCategory::busy);
  EXPECT_THAT(support::contents(file.path().parent_path()), Not(Contains(Key(HasSubstr("partial")))));
}

/// A pair of cities by each of so many transactions, as another process writes them.
std::string pairs(int count) {
  std::string sql = ".timeout 20000\n";
  for (int number = 0; number < count; ++number) {
    sql +=
        "BEGIN IMMEDIATE; INSERT INTO city (name) VALUES ('Left'); INSERT INTO city (name) VALUES ('Right'); COMMIT;\n";
    if (number % 10 == 0) sql += "PRAGMA wal_checkpoint (TRUNCATE);\n";
  }
  return sql;
}

std::string left_and_right(const std::string& path) {
  Database database(path);
  database.run("PRAGMA busy_timeout = 20000");
  return database.rows("SELECT sum(name = 'Left'), sum(name = 'Right') FROM city");
}

// More pages than are copied at once; between each thousand another process writes and checkpoints, or would.
TEST_P(Backup, OfManyPagesIsTheMomentOfItsBeginning) {
  Database(file_.path()).run("UPDATE city SET note = printf('%.*c', 3000000, 'x')");
  const std::string before = support::dump(file_.path());
  const bool is_ahead = GetParam() == JournalMode::write_ahead;
  int times = 0;
  backup(file_.path(), copy_, [&](const BackupProgress& progress) {
    ASSERT_GT(progress.pages, 2000);
    if (progress.copied == progress.pages) return;
    ++times;
    const std::string errors =
        support::run_shell(file_.path(),
                           "BEGIN IMMEDIATE; INSERT INTO city (name) VALUES ('Left'), ('Right'); COMMIT; PRAGMA "
                           "wal_checkpoint (FULL);\n")
            .errors;
    if (is_ahead) {
      EXPECT_EQ(errors, "");
    } else {
      EXPECT_THAT(errors, HasSubstr("database is locked"));
    }
  });
  EXPECT_GE(times, 2);
  EXPECT_TRUE(support::dump(copy_) == before);
  EXPECT_TRUE(check(copy_).empty());
  EXPECT_EQ(left_and_right(file_.path()), is_ahead ? fmt::format("{0}|{0}\n", times) : "0|0\n");
}

TEST_P(Backup, IsOneMomentWhileAnotherProcessWritesWithoutPause) {
  constexpr int count = 100;
  auto writing = std::async(std::launch::async, [&] { return support::run_shell(file_.path(), pairs(count)); });
  const auto is_over = [&] { return writing.wait_for(std::chrono::milliseconds(1)) == std::future_status::ready; };
  while (left_and_right(file_.path()) == "0|0\n" && !is_over()) continue;
  std::vector<std::string> copies;
  do {
    copies.push_back(copy_ + std::to_string(copies.size()));
    backup(file_.path(), copies.back());
  } while (!is_over());
  EXPECT_EQ(writing.get().errors, "");
  EXPECT_EQ(left_and_right(file_.path()), fmt::format("{0}|{0}\n", count));
  EXPECT_NE(left_and_right(copies.front()), left_and_right(file_.path())) << "it was made meanwhile";
  for (const std::string& copy : copies) {
    const std::string found = left_and_right(copy);
    EXPECT_EQ(found.substr(0, found.find('|')) + "\n", found.substr(found.find('|') + 1));
    EXPECT_TRUE(check(copy).empty());
  }
  RecordProperty("copies", static_cast<int>(copies.size()));
}

// The disk writes something else than it was told, when all is written and nothing yet verified.
TEST_P(Backup, GetsItsNameOnlyWhenTheFileWasVerified) {
  const auto partial = [&] {
    for (const auto& entry : std::filesystem::directory_iterator(file_.path().parent_path())) {
      if (entry.path().extension() == ".partial") return entry.path();
    }
    return std::filesystem::path();
  };
  const std::string root = Database(file_.path()).rows("SELECT rootpage FROM sqlite_schema WHERE name = 'bond_event'");
  const auto before = support::contents(file_.path().parent_path());
  int reports = 0;
  try {
    backup(file_.path(), copy_, [&](const BackupProgress& progress) {
      ++reports;
      EXPECT_FALSE(std::filesystem::exists(copy_));
      if (progress.copied != progress.pages) return;
      std::string bytes = support::read_file(partial());
      bytes.replace((std::stoull(root) - 1) * 4096, 4096, 4096, '\x5a');
      support::write_file(partial(), bytes);
    });
    ADD_FAILURE() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.category(), ErrorCategory::corrupt) << error.what();
    EXPECT_THAT(error.what(), HasSubstr("check the original, and look at the disk of the copy"));
    EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos) << error.what();
  }
  EXPECT_GT(reports, 0);
  auto after = support::contents(file_.path().parent_path());
  std::erase_if(after, [](const auto& file) { return file.first.ends_with("-wal") || file.first.ends_with("-shm"); });
  EXPECT_EQ(after, before);
}

TEST(BackupOfADamagedFile, IsRefusedAndLeavesNothing) {
  const TemporaryFile file;
  support::write_sample(file.path());
  const std::string root = Database(file.path()).rows("SELECT rootpage FROM sqlite_schema WHERE name = 'bond_event'");
  std::string bytes = support::read_file(file.path());
  bytes.replace((std::stoull(root) - 1) * 4096, 4096, 4096, '\x5a');
  support::write_file(file.path(), bytes);
  try {
    backup(file.path(), file.beside("copy.db"));
    ADD_FAILURE() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.category(), ErrorCategory::corrupt);
    EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos) << error.what();
  }
  EXPECT_THAT(support::contents(file.path().parent_path()), ElementsAre(Key("registry.db")));
}

}  // namespace
}  // namespace twinning
