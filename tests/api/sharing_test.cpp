// A registry between threads, between programs, and on a file that may only be read.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/fsuid.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <future>
#include <string>
#include <thread>
#include <vector>

#include <twinning/twinning.hpp>

#include "api/book.hpp"
#include "support/database.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using std::chrono::milliseconds;
using support::Database;
using support::error_of;
using support::TemporaryFile;

std::size_t count_cities(const Snapshot& now) {
  std::size_t count = 0;
  now.for_each_city([&](const City&) { ++count; });
  return count;
}

std::size_t cities_of(const Registry& registry) { return registry.read(count_cities); }

void add_city(Registry& registry, const std::string& name) {
  registry.write([&](Transaction& tx) { tx.add_city({.name = name}); });
}

class Threads : public testing::TestWithParam<JournalMode> {
 protected:
  Threads() : registry_(Registry::create(file_.path(), {.journal_mode = GetParam()})) {}

  Registry& registry() { return registry_; }
  const TemporaryFile& file() const { return file_; }

 private:
  TemporaryFile file_;
  Registry registry_;
};

INSTANTIATE_TEST_SUITE_P(Both, Threads, testing::Values(JournalMode::rollback, JournalMode::write_ahead),
                         [](const auto& mode) { return mode.param == JournalMode::rollback ? "Rollback" : "Wal"; });

TEST_P(Threads, AReadSeesOneMomentWhileAnotherThreadWrites) {
  std::future<void> writer;
  registry().read([&](const Snapshot& now) {
    EXPECT_EQ(count_cities(now), 0U);
    writer = std::async(std::launch::async, [&] { add_city(registry(), "Coventry"); });
    // In write-ahead mode the write ends meanwhile; otherwise its end waits for this read.
    const auto state = writer.wait_for(milliseconds(200));
    EXPECT_EQ(state == std::future_status::ready, GetParam() == JournalMode::write_ahead);
    EXPECT_EQ(count_cities(now), 0U);
  });
  writer.get();
  EXPECT_EQ(cities_of(registry()), 1U);
}

// More than the connection's cache holds: SQLite would write it to the file, and lock it, long before the end.
TEST_P(Threads, AReadDoesNotWaitForAGreatWriteThatIsStillGoingOn) {
  std::promise<void> has_written;
  std::promise<void> has_read;
  auto writer = std::async(std::launch::async, [&] {
    registry().write([&](Transaction& tx) {
      const std::string note(4000, 'x');
      for (int number = 0; number < 6000; ++number) tx.add_city({.name = "Town", .note = note});
      has_written.set_value();
      has_read.get_future().wait();
    });
  });
  has_written.get_future().wait();
  auto reader = std::async(std::launch::async, [&] { return cities_of(registry()); });
  const auto state = reader.wait_for(std::chrono::seconds(4));
  has_read.set_value();
  writer.get();
  EXPECT_EQ(state, std::future_status::ready);
  EXPECT_EQ(reader.get(), 0U);
}

TEST_P(Threads, ReadsRunSideBySide) {
  // Each read waits for the other: one after the other they would wait forever.
  std::promise<void> first_reads;
  std::promise<void> second_reads;
  auto first = std::async(std::launch::async, [&] {
    return registry().read([&](const Snapshot&) {
      first_reads.set_value();
      return second_reads.get_future().wait_for(std::chrono::seconds(10));
    });
  });
  registry().read([&](const Snapshot&) {
    EXPECT_EQ(first_reads.get_future().wait_for(std::chrono::seconds(10)), std::future_status::ready);
    second_reads.set_value();
  });
  EXPECT_EQ(first.get(), std::future_status::ready);
}

TEST_P(Threads, ManyReadAndWriteOneRegistry) {
  constexpr std::size_t turns = 10;
  std::atomic<bool> sound = true;
  const auto read = [&] {
    std::size_t last = 0;
    for (std::size_t turn = 0; turn < turns; ++turn) {
      // Each write adds two cities and a bond: no read may see one without the other.
      const auto [cities, bonds] =
          registry().read([](const Snapshot& now) { return std::pair(count_cities(now), now.bonds().size()); });
      if (cities != 2 * bonds || cities < last) sound = false;
      last = cities;
    }
  };
  const auto write = [&](std::size_t thread) {
    for (std::size_t turn = 0; turn < turns; ++turn) {
      registry().write([&](Transaction& tx) {
        const std::string name = std::to_string(thread) + "." + std::to_string(turn);
        tx.form({.parties = {tx.add_city({.name = "A" + name}), tx.add_city({.name = "B" + name})}});
      });
    }
  };
  {
    std::vector<std::jthread> threads;
    for (std::size_t thread = 0; thread < 4; ++thread) {
      threads.emplace_back(write, thread);
      threads.emplace_back(read);
    }
  }
  EXPECT_TRUE(sound);
  EXPECT_EQ(cities_of(registry()), 4 * 2 * turns);
  EXPECT_TRUE(check(file().path()).empty());
}

/// Threads that read all the bonds, without a pause until they are stopped. They give up after twenty seconds, so that
/// a write that they starve ends the test nevertheless.
class BusyReaders {
 public:
  explicit BusyReaders(const Registry& registry) {
    for (int count = 0; count < 4; ++count) {
      threads_.emplace_back([this, &registry](const std::stop_token& stop) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (!stop.stop_requested()) {
          registry.read([](const Snapshot& now) { return now.bonds(); });
          gave_up_ = gave_up_ || std::chrono::steady_clock::now() > end;
          if (gave_up_) return;
        }
      });
    }
    std::this_thread::sleep_for(milliseconds(50));  // until they do read
  }
  bool gave_up() const { return gave_up_; }

 private:
  std::atomic<bool> gave_up_ = false;
  std::vector<std::jthread> threads_;
};

void expect_a_write_gets_its_turn(Registry& registry) {
  registry.write([](Transaction& tx) {
    const CityId hub = tx.add_city({.name = "Coventry"});
    for (int count = 0; count < 100; ++count) tx.form({.parties = {hub, tx.add_city({.name = "Twin"})}});
  });
  const BusyReaders readers(registry);
  for (int turn = 0; turn < 5; ++turn) add_city(registry, "Coventry");
  EXPECT_FALSE(readers.gave_up()) << "the readers had to stop first";
}

TEST_P(Threads, AWriteGetsItsTurnAmongReadersThatNeverPause) { expect_a_write_gets_its_turn(registry()); }

TEST(ThreadsInMemory, AWriteGetsItsTurnAmongReadersThatNeverPause) {
  auto registry = Registry::in_memory();
  expect_a_write_gets_its_turn(registry);
}

TEST_P(Threads, AReadWithinAReadDoesNotWaitForAWriteThatWaitsForTheOuterOne) {
  std::future<void> writer;
  registry().read([&](const Snapshot&) {
    writer = std::async(std::launch::async, [&] { add_city(registry(), "Coventry"); });
    writer.wait_for(milliseconds(100));
    EXPECT_LE(cities_of(registry()), 1U);  // a gate that lets writers go first would stand still here
  });
  writer.get();
}

TEST(ThreadsInMemory, ReadAndWriteOneRegistry) {
  auto registry = Registry::in_memory();
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 4; ++thread) {
      threads.emplace_back([&, thread] {
        for (int turn = 0; turn < 25; ++turn) {
          add_city(registry, std::to_string(thread));
          EXPECT_GE(cities_of(registry), 1U);
        }
      });
    }
  }
  EXPECT_EQ(cities_of(registry), 100U);
}

TEST_P(Threads, TwoRegistriesOnOneFileSeeEachOther) {
  auto other = Registry::open(file().path());
  add_city(registry(), "Coventry");
  add_city(other, "Volgograd");
  EXPECT_EQ(cities_of(registry()), 2U);
  EXPECT_EQ(cities_of(other), 2U);
}

TEST(Sharing, TwoThreadsMakeTheSameFileAtOnce) {
  const TemporaryFile file;
  const auto make = [&] {
    auto registry = Registry::open_or_create(file.path());
    add_city(registry, "Coventry");
  };
  auto first = std::async(std::launch::async, make);
  auto second = std::async(std::launch::async, make);
  EXPECT_NO_THROW(first.get());
  EXPECT_NO_THROW(second.get());
  EXPECT_EQ(cities_of(Registry::open(file.path())), 2U);
  EXPECT_TRUE(check(file.path()).empty());
}

// Another program that holds the file
// ---------------------------------------------------------------------------------------------------------------

TEST(Busy, IsTheErrorAfterTheTimeout) {
  const TemporaryFile file;
  auto registry = Registry::create(file.path(), {.busy_timeout = milliseconds(100)});
  Database other(file.path());
  other.run("BEGIN EXCLUSIVE");
  const auto start = std::chrono::steady_clock::now();
  const Error error = error_of([&] { add_city(registry, "Coventry"); });
  const auto waited = std::chrono::steady_clock::now() - start;
  EXPECT_EQ(error.category(), ErrorCategory::busy);
  EXPECT_EQ(error.sqlite_code() & 0xff, SQLITE_BUSY);
  EXPECT_TRUE(support::is_one_line(error.what())) << error.what();
  EXPECT_GE(waited, milliseconds(90));
  EXPECT_LT(waited, milliseconds(3000));
  EXPECT_EQ(error_of([&] { cities_of(registry); }).category(), ErrorCategory::busy);
  other.run("ROLLBACK");
  add_city(registry, "Coventry");
  EXPECT_EQ(cities_of(registry), 1U);
}

TEST(Busy, IsNoErrorBeforeTheTimeout) {
  const TemporaryFile file;
  auto registry = Registry::create(file.path(), {.busy_timeout = milliseconds(10000)});
  Database other(file.path());
  other.run("BEGIN EXCLUSIVE");
  auto releasing = std::async(std::launch::async, [&] {
    std::this_thread::sleep_for(milliseconds(100));
    other.run("COMMIT");
  });
  EXPECT_NO_THROW(add_city(registry, "Coventry"));
  releasing.get();
}

TEST(Busy, AnEndThatFailsWritesNothingAndMayBeTriedAgain) {
  const TemporaryFile file;
  auto registry = Registry::create(file.path(), {.busy_timeout = milliseconds(50)});
  Database other(file.path());
  other.run("BEGIN");
  EXPECT_EQ(other.rows("SELECT count(*) FROM city"), "0\n");  // another program's read holds up the commit
  EXPECT_EQ(error_of([&] { add_city(registry, "Coventry"); }).category(), ErrorCategory::busy);
  other.run("COMMIT");
  EXPECT_EQ(cities_of(registry), 0U);
  add_city(registry, "Coventry");
  EXPECT_EQ(cities_of(registry), 1U);
}

// A file that may only be read
// ---------------------------------------------------------------------------------------------------------------

/// Runs `work` in a thread of its own to which permissions apply. The tests may run as root, for whom they don't, and
/// chmod alone would prove nothing: Linux lets a thread give up root's rights over files (setfsuid(2)).
template <typename Work>
void without_rights_of_root(Work&& work) {
  std::async(std::launch::async, [&] {
    if (geteuid() == 0) setfsuid(65534);  // nobody
    work();
  }).get();
}

class ReadOnlyFolder : public testing::Test {
 protected:
  void make(JournalMode mode) {
    {
      auto registry = Registry::create(file_.path(), {.journal_mode = mode});
      add_city(registry, "Coventry");
    }
    chmod(file_.path().c_str(), 0444);
    chmod(file_.path().parent_path().c_str(), 0555);
  }
  ~ReadOnlyFolder() override { chmod(file_.path().parent_path().c_str(), 0755); }

  const TemporaryFile& file() const { return file_; }

 private:
  TemporaryFile file_;
};

TEST_F(ReadOnlyFolder, IsEnoughForAReadOnlyRegistry) {
  make(JournalMode::rollback);
  const std::string before = support::read_file(file().path());
  without_rights_of_root([&] {
    ASSERT_NE(access(file().path().c_str(), F_OK), -1);
    const auto registry = Registry::open(file().path(), {.mode = Mode::read_only});
    EXPECT_EQ(cities_of(registry), 1U);
    EXPECT_TRUE(check(file().path()).empty());
  });
  EXPECT_EQ(support::read_file(file().path()), before);
}

TEST_F(ReadOnlyFolder, RefusesAWriteInOneLine) {
  make(JournalMode::rollback);
  without_rights_of_root([&] {
    auto registry = Registry::open(file().path());
    EXPECT_EQ(cities_of(registry), 1U);
    const Error error = error_of([&] { add_city(registry, "Volgograd"); });
    EXPECT_EQ(error.category(), ErrorCategory::read_only);
    EXPECT_TRUE(support::is_one_line(error.what())) << error.what();
    const Error making = error_of([&] { Registry::create(file().beside("new.db")); });
    EXPECT_EQ(making.category(), ErrorCategory::input_output);
  });
}

TEST_F(ReadOnlyFolder, RefusesAWriteAheadFileWithoutATrace) {
  make(JournalMode::write_ahead);
  const std::string before = support::read_file(file().path());
  without_rights_of_root([&] {
    // SQLite needs to make a file beside it, so it can't be read; what matters is one clear error.
    const Error error = error_of([&] { cities_of(Registry::open(file().path(), {.mode = Mode::read_only})); });
    EXPECT_EQ(error.category(), ErrorCategory::read_only);
    EXPECT_TRUE(support::is_one_line(error.what())) << error.what();
  });
  EXPECT_EQ(support::read_file(file().path()), before);
}

TEST(Permissions, AFileThatMayNotBeReadIsRefused) {
  const TemporaryFile file;
  Registry::create(file.path());
  chmod(file.path().parent_path().c_str(), 0755);
  chmod(file.path().c_str(), 0);
  without_rights_of_root([&] {
    const Error error = error_of([&] { Registry::open(file.path(), {.mode = Mode::read_only}); });
    EXPECT_EQ(error.category(), ErrorCategory::input_output);
    EXPECT_THAT(error.what(), testing::HasSubstr(file.path().string()));
  });
}

}  // namespace
}  // namespace twinning
