// Threads that share one registry.

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <string>
#include <thread>
#include <vector>

#include <twinning/twinning.hpp>

#include "support/cities.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using std::chrono::milliseconds;
using support::add_city;
using support::cities_of;
using support::count_cities;
using support::TemporaryFile;

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
    const bool is_ahead = GetParam() == JournalMode::write_ahead;
    const auto state = writer.wait_for(milliseconds(is_ahead ? 60000 : 200));
    EXPECT_EQ(state == std::future_status::ready, is_ahead);
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

}  // namespace
}  // namespace twinning
