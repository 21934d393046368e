// The power fails after any operation: the disk keeps what was synced, and of the rest nothing, everything, or any part
// of it, whatever the order, down to single sectors. What had been acknowledged is there, what had not is there whole
// or not at all. TWINNING_CUTS says about how many cuts a test makes: spread evenly, or several times after
// each operation.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <functional>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <twinning/twinning.hpp>

#include "durability/acts.hpp"
#include "durability/disk.hpp"
#include "durability/recording.hpp"
#include "layout/made_up_layouts.hpp"
#include "support/database.hpp"
#include "support/temporary_file.hpp"

namespace twinning::durability {
namespace {

using support::Database;
using support::made_up_plan;
using support::TemporaryFile;
using testing::AllOf;
using testing::AnyOf;
using testing::Contains;
using testing::Each;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using Acknowledge = std::function<void()>;

std::size_t wanted_cuts() {
  const char* const said = std::getenv("TWINNING_CUTS");  // NOLINT(concurrency-mt-unsafe): there is one thread
  return said != nullptr ? std::strtoul(said, nullptr, 10) : 400;
}

constexpr std::array<Fate, 4> fates = {Fate::lost, Fate::kept, Fate::scattered, Fate::torn};

/// What is done to a file.
struct Work {
  std::function<void(const std::string&)> prepare;
  std::function<void(const std::string&, const Acknowledge&)> work;
  /// What is wrong with what is left after so many acknowledgements: nothing.
  std::function<std::string(const std::string&, std::size_t)> fault;
  bool begins_with_a_registry = true;
};

struct Cuts {
  std::size_t operations = 0;  ///< of the work
  std::size_t made = 0;
  std::size_t images = 0;  ///< that differed
  std::vector<std::string> faults = {};
};

void write_image(const Image& image, const std::filesystem::path& folder) {
  for (const auto& [name, bytes] : image) support::write_file(folder / name, bytes);
}

/// Of every other image, SQLite alone undoes what was not finished, without the library.
std::string fault_of(const Image& image, const Work& work, std::size_t acknowledged, bool is_opened) {
  const TemporaryFile file;
  write_image(image, file.path().parent_path());
  try {
    if (is_opened && work.begins_with_a_registry) open_as_it_was_left(file.path());
    return work.fault(file.path(), acknowledged);
  } catch (const std::exception& exception) {
    return exception.what();
  }
}

std::size_t hash(const Image& image, std::size_t acknowledged) {
  std::size_t sum = acknowledged;
  for (const auto& [name, bytes] : image) {
    sum = sum * 31 + std::hash<std::string>{}(name);
    sum = sum * 31 + std::hash<std::string>{}(bytes);
  }
  return sum;
}

class Power : public testing::TestWithParam<JournalMode> {
 protected:
  /// Does the work once, and cuts the power at every moment of it.
  static Cuts cut(const Work& work, Honesty honesty = Honesty::whole) {
    const TemporaryFile file;
    work.prepare(file.path());
    const std::filesystem::path folder = file.path().parent_path();
    Recording recording(folder);
    work.work(file.path(), [&] { recording.acknowledge(); });
    return cut(work, honesty, recording, image_of(folder));
  }

 private:
  static Cuts cut(const Work& work, Honesty honesty, const Recording& recording, const Image& last) {
    Disk disk(recording.before(), honesty);
    std::mt19937 random(20261123);
    std::set<std::size_t> seen;
    Cuts cuts;
    const auto& operations = recording.operations();
    cuts.operations = operations.size();
    const std::size_t turns = std::max<std::size_t>(1, wanted_cuts() / (fates.size() * operations.size()));
    const std::size_t moments = std::min(operations.size(), wanted_cuts() / fates.size());
    const auto part_of = [&](std::size_t number) { return number * moments / operations.size(); };
    for (std::size_t number = 0; number < operations.size(); ++number) {
      disk.apply(operations[number]);
      const bool is_told = operations[number].kind == Operation::Kind::acknowledge;
      if (!is_told && part_of(number) == part_of(number + 1)) continue;
      for (std::size_t turn = 0; turn < turns * fates.size(); ++turn) {
        const Fate fate = fates.at(turn % fates.size());
        ++cuts.made;
        const Image image = disk.after_cut(fate, random);
        if (!seen.insert(hash(image, disk.acknowledged())).second) continue;
        ++cuts.images;
        const std::string fault = fault_of(image, work, disk.acknowledged(), cuts.images % 2 == 0);
        if (fault.empty()) continue;
        cuts.faults.push_back(fmt::format("after operation {} of {}, fate {}, {} acknowledged: {}", number,
                                          operations.size(), static_cast<int>(fate), disk.acknowledged(), fault));
      }
    }
    EXPECT_TRUE(disk.after_cut(Fate::kept, random) == last) << "an operation passed unseen";
    return cuts;
  }

  const support::FilesInMemory in_memory_;
};

INSTANTIATE_TEST_SUITE_P(Both, Power, testing::Values(JournalMode::rollback, JournalMode::write_ahead),
                         [](const auto& mode) { return mode.param == JournalMode::rollback ? "Rollback" : "Wal"; });

void expect_none(const Cuts& cuts) {
  EXPECT_THAT(cuts.faults, IsEmpty());
  EXPECT_GE(cuts.made, 300U);
  testing::Test::RecordProperty("cuts", static_cast<int>(cuts.made));
  testing::Test::RecordProperty("images", static_cast<int>(cuts.images));
}

void nothing(const std::string&) {}

/// SQLite's caches take no more, so that what is changed goes to the file before the end.
class FullCaches {
 public:
  FullCaches() : limit_(sqlite3_soft_heap_limit64(1)) {}
  ~FullCaches() { sqlite3_soft_heap_limit64(limit_); }
  FullCaches(const FullCaches&) = delete;
  FullCaches& operator=(const FullCaches&) = delete;

 private:
  sqlite3_int64 limit_;
};

/// Acts on a registry that is closed once in between, and whose log is begun anew once.
Work recording_acts(JournalMode mode, int acts, const Options& options = {}) {
  return {.prepare = [mode](const std::string& path) { make_registry(path, mode, 0); },
          .work =
              [acts, options](const std::string& path, const Acknowledge& acknowledge) {
                for (int number = 0; number < acts;) {
                  auto registry = Registry::open(path, options);
                  for (int turn = 0; turn < acts / 2; ++turn, ++number) {
                    record_act(registry, number);
                    acknowledge();
                    if (turn == 1) Database(path).rows("PRAGMA wal_checkpoint");
                  }
                }
              },
          .fault =
              [after = told_after_acts(acts), images = 0](const std::string& path, std::size_t acknowledged) mutable {
                const std::string found = told(path);
                const auto place = std::find(after.begin(), after.end(), found);
                if (found.starts_with("damaged")) return found;
                if (place == after.end()) return std::string("a transaction is there by half");
                const auto done = static_cast<std::size_t>(place - after.begin());
                if (done < acknowledged) return fmt::format("lost: {} acts are there", done);
                if (done > acknowledged + 1) return fmt::format("{} acts are there", done);
                return ++images % 10 == 0 ? faults(path) : "";
              }};
}

TEST_P(Power, LosesNoActThatWasAcknowledged) { expect_none(cut(recording_acts(GetParam(), 6))); }

TEST_P(Power, LosesNoMoreThanTheLastActsWhereThatIsAllowed) {
  const Cuts cuts = cut(recording_acts(GetParam(), 6, {.durability = Durability::program_end}));
  if (GetParam() == JournalMode::rollback) {
    expect_none(cuts);
  } else {
    EXPECT_THAT(cuts.faults, AllOf(Not(IsEmpty()), Each(HasSubstr("lost"))));
  }
}

TEST_P(Power, IsFoundToLoseActsWhereNothingIsSynced) {
  const Cuts cuts = cut(recording_acts(GetParam(), 6), Honesty::none);
  EXPECT_THAT(cuts.faults, Contains(HasSubstr("lost")));
  EXPECT_THAT(cuts.faults, Contains(AnyOf(HasSubstr("damaged"), HasSubstr("malformed"))));
}

TEST_P(Power, LeavesARegistryThatCanBeMadeAfterAll) {
  const Options options{.journal_mode = GetParam()};
  const Work making{.prepare = nothing,
                    .work =
                        [=](const std::string& path, const Acknowledge& acknowledge) {
                          auto registry = Registry::open_or_create(path, options);
                          acknowledge();
                        },
                    .fault =
                        [=, images = 0](const std::string& path, std::size_t acknowledged) mutable {
                          if (acknowledged == 1) Registry::open(path);
                          Registry::open_or_create(path, options);
                          return ++images % 10 == 0 ? faults(path) : "";
                        },
                    .begins_with_a_registry = false};
  expect_none(cut(making));
}

TEST_P(Power, LeavesAllOfAnImportOrNothing) {
  const TemporaryFile files;
  const std::string list = files.beside("list.csv");
  write_list(list, 5);
  make_registry(files.path(), GetParam(), 3);
  const std::string before = told(files.path());
  {
    auto registry = Registry::open(files.path());
    import_file(registry, list);
  }
  const std::string after = told(files.path());
  bool is_great = false;
  const Work importing{.prepare = [this](const std::string& path) { make_registry(path, GetParam(), 3); },
                       .work =
                           [&](const std::string& path, const Acknowledge& acknowledge) {
                             auto registry = Registry::open(path);
                             std::optional<FullCaches> caches;
                             if (is_great) caches.emplace();
                             import_file(registry, list);
                             acknowledge();
                           },
                       .fault =
                           [&, images = 0](const std::string& path, std::size_t acknowledged) mutable {
                             const std::string found = told(path);
                             if (found == before && acknowledged == 1) return std::string("lost");
                             if (found != before && found != after) return std::string("half of it is there");
                             return ++images % 10 == 0 ? faults(path) : "";
                           }};
  const Cuts in_the_cache = cut(importing);
  expect_none(in_the_cache);
  is_great = true;
  const Cuts beyond_it = cut(importing);
  expect_none(beyond_it);
  EXPECT_GT(beyond_it.operations, in_the_cache.operations);
}

TEST_P(Power, LeavesABackupThatIsWholeOrHasNoName) {
  const TemporaryFile original;
  make_registry(original.path(), GetParam(), 3);
  const std::string before = told(original.path());
  const Work copying{.prepare = [this](const std::string& path) { make_registry(path, GetParam(), 3); },
                     .work =
                         [](const std::string& path, const Acknowledge& acknowledge) {
                           backup(path, path + ".copy");
                           acknowledge();
                         },
                     .fault =
                         [&, images = 0](const std::string& path, std::size_t acknowledged) mutable {
                           if (told(path) != before) return std::string("the original is another one");
                           if (!std::filesystem::exists(path + ".copy")) {
                             return std::string(acknowledged == 1 ? "lost" : "");
                           }
                           if (told(path + ".copy") != before) return std::string("the copy is another one");
                           return ++images % 10 == 0 ? faults(path + ".copy") : "";
                         }};
  expect_none(cut(copying));
}

TEST_P(Power, LeavesAMigrationThatIsDoneOrCanBeTriedAgain) {
  const TemporaryFile original;
  make_registry(original.path(), GetParam(), 3);
  const std::string before = told(original.path());
  const Work migrating{.prepare = [this](const std::string& path) { make_registry(path, GetParam(), 3); },
                       .work =
                           [](const std::string& path, const Acknowledge& acknowledge) {
                             migrate(path, made_up_plan());
                             acknowledge();
                           },
                       .fault =
                           [&, images = 0](const std::string& path, std::size_t acknowledged) mutable {
                             if (told(path) != before) return std::string("the acts are others");
                             const std::string layout = Database(path).rows("PRAGMA user_version");
                             if (layout == "1\n" && acknowledged == 1) return std::string("lost");
                             const std::string copy = path + ".layout1.bak";
                             const bool is_copied = std::filesystem::exists(copy);
                             if (layout == "3\n" && !is_copied) return std::string("there is no backup");
                             if (is_copied && told(copy) != before) return std::string("the backup is another one");
                             if (++images % 10 != 0) return std::string();
                             if (migrate(path, made_up_plan()).to != 3) return std::string("it can't be tried again");
                             return faults(path);
                           }};
  expect_none(cut(migrating));
}

using PowerOfRollback = Power;
INSTANTIATE_TEST_SUITE_P(Rollback, PowerOfRollback, testing::Values(JournalMode::rollback));

// What synchronous=EXTRA is for: the removal of the journal must be safe too.
TEST_P(PowerOfRollback, IsFoundToLoseAnActWhereFoldersAreNotSynced) {
  EXPECT_THAT(cut(recording_acts(GetParam(), 6), Honesty::no_folders).faults, Contains(HasSubstr("lost")));
}

}  // namespace
}  // namespace twinning::durability
