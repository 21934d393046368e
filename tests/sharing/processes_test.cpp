// A registry that several programs use at once, each perhaps with threads of its own; and another one that holds it.

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <list>
#include <new>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <twinning/twinning.hpp>

#include "api/book.hpp"
#include "support/child.hpp"
#include "support/cities.hpp"
#include "support/database.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using support::Acknowledge;
using support::add_city;
using support::Child;
using support::cities_of;
using support::Database;
using support::error_of;
using support::TemporaryFile;

// Two towns, and between them always one bond in force. Each act ends that bond and forms the next one, whose title is
// the next number: were an act lost, a number would be missing or there twice.
constexpr CityId coventry(1);
constexpr CityId volgograd(2);

/// The number of the bond in force, found from both sides. Throws std::runtime_error where the two questions are
/// answered from two moments.
int number_of(const Snapshot& now) {
  const auto twins = now.twins(coventry);
  const auto twins_of_volgograd = now.twins(volgograd);
  if (twins.size() != 1 || twins_of_volgograd.size() != 1 || twins[0].bond != twins_of_volgograd[0].bond) {
    throw std::runtime_error("this is no single moment");
  }
  return std::stoi(now.get_bond(twins[0].bond).title.value());
}

void form(Transaction& tx, int number) {
  tx.form({.parties = {coventry, volgograd}, .date = Date{"1990-10-03"}, .title = std::to_string(number)});
}

/// One act, and the number of the bond that it formed.
int hand_on(Registry& registry) {
  return registry.write([](Transaction& tx) {
    const int number = number_of(tx.now()) + 1;
    tx.record(tx.now().twins(coventry)[0].bond, {.kind = EventKind::cut, .date = Date{"1990-10-03"}});
    form(tx, number);
    return number;
  });
}

int read_number(const Registry& registry, int at_least) {
  const int number = registry.read(number_of);
  if (number < at_least) throw std::runtime_error("what was there is gone");
  return number;
}

/// A number that a process shares with those that it forks.
class SharedNumber {
 public:
  explicit SharedNumber(int number)
      : place_(::mmap(nullptr, sizeof(std::atomic<int>), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)) {
    if (place_ == MAP_FAILED) throw std::bad_alloc();
    number_ = new (place_) std::atomic<int>(number);
  }
  ~SharedNumber() { ::munmap(place_, sizeof(std::atomic<int>)); }
  SharedNumber(const SharedNumber&) = delete;
  SharedNumber& operator=(const SharedNumber&) = delete;

  std::atomic<int>& operator*() { return *number_; }

 private:
  void* place_;
  std::atomic<int>* number_;
};

/// Takes turns until everybody has had as many as they should, so that nobody finishes in peace.
void take_turns(std::atomic<int>& behind, const std::function<void()>& turn) {
  constexpr int wanted = 10;
  const auto end = std::chrono::steady_clock::now() + seconds(120);
  for (int turns = 1; behind > 0; ++turns) {
    turn();
    if (turns == wanted) --behind;
    if (std::chrono::steady_clock::now() > end) throw std::runtime_error("somebody gets no turn");
  }
}

class Processes : public testing::TestWithParam<JournalMode> {
 protected:
  static constexpr int processes = 3;

  Processes() {
    auto registry = Registry::create(path(), {.journal_mode = GetParam()});
    registry.write([](Transaction& tx) {
      tx.add_city({.name = "Coventry"});
      tx.add_city({.name = "Volgograd"});
      form(tx, 0);
    });
  }

  std::string path() const { return file_.path(); }
  /// It may wait for others longer than the test takes: any error `busy` comes too early.
  Registry open() const { return Registry::open(path(), {.busy_timeout = seconds(600)}); }

  /// Runs so many processes at once, and looks at what they leave behind.
  void run(const std::function<void(const Acknowledge&)>& work) const {
    std::list<Child> children;
    for (int child = 0; child < processes; ++child) children.emplace_back(work);
    int acts = 0;
    for (Child& child : children) EXPECT_NO_THROW(acts += child.wait().acknowledged);
    const auto registry = open();
    int number = 0;
    for (const Bond& bond : registry.read([](const Snapshot& now) { return now.bonds(); })) {
      EXPECT_EQ(bond.title, std::to_string(number++));
    }
    EXPECT_EQ(number, acts + 1);
    EXPECT_EQ(registry.read(number_of), acts);
    EXPECT_TRUE(check(path()).empty());
  }

 private:
  TemporaryFile file_;
};

INSTANTIATE_TEST_SUITE_P(Both, Processes, testing::Values(JournalMode::rollback, JournalMode::write_ahead),
                         [](const auto& mode) { return mode.param == JournalMode::rollback ? "Rollback" : "Wal"; });

TEST_P(Processes, WriteAndReadByTurns) {
  SharedNumber behind(processes);
  run([&](const Acknowledge& acknowledge) {
    auto registry = open();
    take_turns(*behind, [&] {
      const int number = hand_on(registry);
      acknowledge();
      read_number(registry, number);
    });
  });
}

TEST_P(Processes, WriteWithoutAPause) {
  SharedNumber behind(processes);
  run([&](const Acknowledge& acknowledge) {
    auto registry = open();
    take_turns(*behind, [&] {
      hand_on(registry);
      acknowledge();
    });
  });
}

TEST_P(Processes, OpenTheFileAnewForEachAct) {
  SharedNumber behind(processes);
  run([&](const Acknowledge& acknowledge) {
    take_turns(*behind, [&] {
      auto registry = open();
      const int number = hand_on(registry);
      acknowledge();
      read_number(registry, number);
    });
  });
}

TEST_P(Processes, ReadAndWriteByManyThreadsEach) {
  constexpr int pairs = 2;
  SharedNumber behind(processes * pairs * 2);
  run([&](const Acknowledge& acknowledge) {
    auto registry = open();
    std::vector<std::future<void>> threads;
    for (int pair = 0; pair < pairs; ++pair) {
      threads.push_back(std::async(std::launch::async, [&] {
        take_turns(*behind, [&] {
          hand_on(registry);
          acknowledge();
        });
      }));
      threads.push_back(std::async(std::launch::async, [&] {
        take_turns(*behind, [&, last = 0]() mutable {
          last = read_number(registry, last);
          std::this_thread::sleep_for(milliseconds(1));
        });
      }));
    }
    for (auto& thread : threads) thread.get();
  });
}

// Its write is greater than what a connection keeps in memory.
TEST_P(Processes, ReadWhileAnotherIsStillWriting) {
  Child writer([&](const Acknowledge& acknowledge) {
    auto registry = open();
    registry.write([&](Transaction& tx) {
      const std::string note(4000, 'x');
      for (int count = 0; count < 6000; ++count) tx.add_city({.name = "Town", .note = note});
      acknowledge();
      ::pause();
    });
  });
  writer.hear();
  {
    const auto registry = Registry::open(path(), {.busy_timeout = milliseconds(0)});
    for (int count = 0; count < 10; ++count) EXPECT_EQ(cities_of(registry), 2U);
  }
  EXPECT_TRUE(writer.kill_after(milliseconds(0)).was_killed);
  auto registry = open();
  EXPECT_EQ(cities_of(registry), 2U);
  EXPECT_EQ(hand_on(registry), 1);
  EXPECT_TRUE(check(path()).empty());
}

// In write-ahead mode nobody waits for a reader; otherwise the end of a write does.
TEST_P(Processes, WriteWhileAnotherIsStillReading) {
  Child reader([&](const Acknowledge& acknowledge) {
    const auto registry = open();
    registry.read([&](const Snapshot& now) {
      number_of(now);
      acknowledge();
      ::pause();
    });
  });
  reader.hear();
  auto registry = Registry::open(path(), {.busy_timeout = milliseconds(50)});
  if (GetParam() == JournalMode::write_ahead) {
    for (int number = 1; number < 10; ++number) EXPECT_EQ(hand_on(registry), number);
  } else {
    EXPECT_EQ(error_of([&] { hand_on(registry); }).category(), ErrorCategory::busy);
  }
  EXPECT_TRUE(reader.kill_after(milliseconds(0)).was_killed);
}

// SQLite has one lock for all threads of a program, which is never free as long as one reader follows another.
TEST_P(Processes, WriteAmongReadersOfAnotherThatNeverPause) {
  Child readers([&](const Acknowledge& acknowledge) {
    const auto registry = open();
    std::vector<std::jthread> threads;
    for (int count = 0; count < 4; ++count) {
      threads.emplace_back([&] {
        registry.read(number_of);
        acknowledge();
        while (true) registry.read([](const Snapshot&) { std::this_thread::sleep_for(milliseconds(5)); });
      });
    }
  });
  for (int count = 0; count < 4; ++count) readers.hear();
  auto registry = Registry::open(path(), {.busy_timeout = seconds(20)});
  for (int number = 1; number < 5; ++number) EXPECT_EQ(hand_on(registry), number);
  EXPECT_TRUE(readers.kill_after(milliseconds(0)).was_killed);
}

TEST_P(Processes, MakeTheSameFileAtOnce) {
  for (int turn = 0; turn < 5; ++turn) {
    const TemporaryFile file;
    SharedNumber missing(processes);
    std::list<Child> children;
    for (int child = 0; child < processes; ++child) {
      children.emplace_back([&](const Acknowledge&) {
        for (--*missing; *missing > 0;) std::this_thread::yield();
        auto registry =
            Registry::open_or_create(file.path(), {.journal_mode = GetParam(), .busy_timeout = seconds(60)});
        add_city(registry, "Coventry");
      });
    }
    for (Child& child : children) EXPECT_NO_THROW(child.wait());
    EXPECT_EQ(cities_of(Registry::open(file.path())), std::size_t{processes});
    EXPECT_TRUE(check(file.path()).empty());
  }
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

TEST(Busy, IsNoErrorBeforeTheTimeoutWhereTheJournalModeChanges) {
  const TemporaryFile file;
  Registry::create(file.path());
  Database other(file.path());
  other.run("BEGIN IMMEDIATE");
  auto releasing = std::async(std::launch::async, [&] {
    std::this_thread::sleep_for(milliseconds(100));
    other.run("COMMIT");
  });
  EXPECT_NO_THROW(
      Registry::open(file.path(), {.journal_mode = JournalMode::write_ahead, .busy_timeout = milliseconds(10000)}));
  releasing.get();
}

TEST(Busy, SoonMeetsTheFileFreeBetweenTheActsOfAnother) {
  const TemporaryFile file;
  auto registry = Registry::create(file.path(), {.busy_timeout = milliseconds(60000)});
  std::atomic<int> acts = 0;
  const std::jthread busy([&](const std::stop_token& stop) {
    Database other(file.path());
    while (!stop.stop_requested()) {
      if (!other.refusal("BEGIN EXCLUSIVE").empty()) continue;  // it is our turn
      ++acts;
      std::this_thread::sleep_for(milliseconds(20));
      other.run("COMMIT");
      std::this_thread::sleep_for(milliseconds(2));
    }
  });
  int missed = 0;
  for (int turn = 0; turn < 10; ++turn) {
    const int before = acts;
    while (acts == before) std::this_thread::yield();
    add_city(registry, "Coventry");
    missed += acts - before - 1;
  }
  EXPECT_LT(missed, 200);  // with the waits that SQLite makes it is more than 400
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

}  // namespace
}  // namespace twinning
