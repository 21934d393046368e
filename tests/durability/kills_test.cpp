// A program that is killed at any moment: what it had acknowledged is there, what it had not is there whole or not at
// all, and the next program goes on. TWINNING_KILLS says how often each is killed; the moments come from the seed,
// though what a moment hits depends on the machine.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <random>
#include <string>

#include <twinning/twinning.hpp>

#include "durability/acts.hpp"
#include "layout/made_up_layouts.hpp"
#include "support/child.hpp"
#include "support/temporary_file.hpp"

namespace twinning::durability {
namespace {

using std::chrono::microseconds;
using support::Acknowledge;
using support::Child;
using support::made_up_plan;
using support::TemporaryFile;
using testing::AnyOf;

constexpr unsigned seed = 20261123;

int wanted_kills() {
  const char* const said = std::getenv("TWINNING_KILLS");  // NOLINT(concurrency-mt-unsafe): there is one thread
  return said != nullptr ? std::atoi(said) : 10;
}

/// What is done to a file, over and over.
struct Work {
  std::function<void(const std::string&)> prepare;
  std::function<void(const std::string&, const Acknowledge&)> work;
  /// Looks at what is left after so many acknowledgements.
  std::function<void(const std::string&, int)> prove;
  bool begins_with_a_registry = true;
};

/// Runs the work to its end once, then kills it until that has hit it under way as often as is wanted.
void kill_often(const Work& work) {
  std::mt19937 random(seed);
  microseconds duration(0);
  int all = 0;
  for (int kills = -1; kills < wanted_kills();) {
    const TemporaryFile file;
    const std::string path = file.path();
    work.prepare(path);
    const auto start = std::chrono::steady_clock::now();
    Child child([&](const Acknowledge& acknowledge) { work.work(path, acknowledge); });
    const microseconds delay(std::uniform_int_distribution<microseconds::rep>(0, duration.count())(random));
    const Child::End end = kills < 0 ? child.wait() : child.kill_after(delay);
    if (kills < 0) {
      duration = std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now() - start);
      all = end.acknowledged;
      kills = 0;
    } else if (end.was_killed && end.acknowledged < all) {
      ++kills;
    }
    SCOPED_TRACE(testing::Message() << "kill " << kills << " of seed " << seed << ", after " << delay.count() << " of "
                                    << duration.count() << " us, " << end.acknowledged << " acknowledged");
    // Every other time SQLite alone undoes what was not finished, without the library.
    if (work.begins_with_a_registry && kills % 2 == 0) {
      EXPECT_NO_THROW(open_as_it_was_left(path));
    }
    work.prove(path, end.acknowledged);
    if (testing::Test::HasFailure()) return;
  }
}

void nothing(const std::string&) {}

class Kills : public testing::TestWithParam<JournalMode> {};

INSTANTIATE_TEST_SUITE_P(Both, Kills, testing::Values(JournalMode::rollback, JournalMode::write_ahead),
                         [](const auto& mode) { return mode.param == JournalMode::rollback ? "Rollback" : "Wal"; });

TEST_P(Kills, LeaveARegistryThatCanBeMadeAfterAll) {
  const Options options{.journal_mode = GetParam()};
  kill_often({.prepare = nothing,
              .work =
                  [&](const std::string& path, const Acknowledge& acknowledge) {
                    auto registry = Registry::open_or_create(path, options);
                    acknowledge();
                  },
              .prove =
                  [&](const std::string& path, int acknowledged) {
                    if (acknowledged == 1) {
                      EXPECT_NO_THROW(Registry::open(path));
                    }
                    EXPECT_NO_THROW(Registry::open_or_create(path, options));
                    EXPECT_EQ(faults(path), "");
                  },
              .begins_with_a_registry = false});
}

TEST_P(Kills, LoseNoActThatWasAcknowledged) {
  constexpr int acts = 30;
  const TemporaryFile empty;
  make_registry(empty.path(), GetParam(), 0);
  const std::string image = support::read_file(empty.path());
  const auto after = told_after_acts(acts);
  kill_often({.prepare = [&](const std::string& path) { support::write_file(path, image); },
              .work =
                  [](const std::string& path, const Acknowledge& acknowledge) {
                    auto registry = Registry::open(path);
                    for (int number = 0; number < acts; ++number) {
                      record_act(registry, number);
                      acknowledge();
                    }
                  },
              .prove =
                  [&](const std::string& path, int acknowledged) {
                    const auto done = static_cast<std::size_t>(acknowledged);
                    EXPECT_THAT(told(path), AnyOf(after[done], after[std::min<std::size_t>(done + 1, acts)]));
                    EXPECT_EQ(faults(path), "");
                    auto registry = Registry::open(path);
                    EXPECT_NO_THROW(registry.write([](Transaction& tx) { tx.add_city({.name = "Coventry"}); }));
                  }});
}

TEST_P(Kills, LeaveAllOfAnImportOrNothing) {
  const TemporaryFile files;
  const std::string list = files.beside("list.csv");
  constexpr int rows = 8;
  write_list(list, rows);
  make_registry(files.path(), GetParam(), 6);
  const std::string image = support::read_file(files.path());
  const std::string before = told(files.path());
  {
    auto registry = Registry::open(files.path());
    import_file(registry, list);
  }
  const std::string after = told(files.path());
  kill_often({.prepare = [&](const std::string& path) { support::write_file(path, image); },
              .work =
                  [&](const std::string& path, const Acknowledge& acknowledge) {
                    auto registry = Registry::open(path);
                    import_file(registry, list);
                    acknowledge();
                  },
              .prove =
                  [&](const std::string& path, int acknowledged) {
                    const std::string found = told(path);
                    EXPECT_TRUE(found == after || (found == before && acknowledged == 0));
                    EXPECT_EQ(faults(path), "");
                    auto registry = Registry::open(path);
                    EXPECT_EQ(import_file(registry, list).rows_added, found == after ? 0 : rows);
                  }});
}

TEST_P(Kills, LeaveABackupThatIsWholeOrHasNoName) {
  constexpr int copies = 3;
  const TemporaryFile original;
  make_registry(original.path(), GetParam(), 60);
  const std::string before = told(original.path());
  const auto copy = [](const std::string& path, int number) { return path + "." + std::to_string(number); };
  kill_often({.prepare = nothing,
              .work =
                  [&](const std::string& path, const Acknowledge& acknowledge) {
                    for (int number = 0; number < copies; ++number) {
                      backup(original.path(), copy(path, number));
                      acknowledge();
                    }
                  },
              .prove =
                  [&](const std::string& path, int acknowledged) {
                    for (int number = 0; number < copies; ++number) {
                      if (!std::filesystem::exists(copy(path, number))) {
                        EXPECT_GE(number, acknowledged);
                        continue;
                      }
                      EXPECT_EQ(told(copy(path, number)), before);
                      EXPECT_EQ(faults(copy(path, number)), "");
                    }
                    EXPECT_EQ(told(original.path()), before);
                  },
              .begins_with_a_registry = false});
}

TEST_P(Kills, LeaveAMigrationThatIsDoneOrCanBeTriedAgain) {
  const TemporaryFile original;
  make_registry(original.path(), GetParam(), 60);
  const std::string image = support::read_file(original.path());
  const std::string before = told(original.path());
  kill_often({.prepare = [&](const std::string& path) { support::write_file(path, image); },
              .work =
                  [](const std::string& path, const Acknowledge& acknowledge) {
                    migrate(path, made_up_plan());
                    acknowledge();
                  },
              .prove =
                  [&](const std::string& path, int acknowledged) {
                    EXPECT_EQ(told(path), before);
                    EXPECT_EQ(faults(path), "");
                    const Migration again = migrate(path, made_up_plan());
                    EXPECT_EQ(again.to, 3);
                    if (acknowledged == 1) {
                      EXPECT_EQ(again.from, 3);
                    }
                    const std::string first_backup = path + ".layout1.bak";
                    if (again.from == 3 || std::filesystem::exists(first_backup)) {
                      EXPECT_EQ(told(first_backup), before);
                      EXPECT_EQ(faults(first_backup), "");
                    }
                    EXPECT_EQ(told(path), before);
                    EXPECT_EQ(faults(path), "");
                  }});
}

}  // namespace
}  // namespace twinning::durability
