// Migrations by way of two made-up layouts, interrupted at one step of SQLite's machine after the other, whichever
// connection takes it: looking at the file, copying and verifying it, migrating it and committing that.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include <twinning/twinning.hpp>

#include "connection.hpp"
#include "layout.hpp"
#include "layout/every_connection.hpp"
#include "layout/made_up_layouts.hpp"
#include "layout/sample_file.hpp"
#include "support/database.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using support::Database;
using support::EveryConnection;
using support::made_up_plan;
using support::TemporaryFile;
using testing::IsEmpty;

/// How many interruptions each migration is to meet: TWINNING_INTERRUPTIONS=3000 for a long look.
long wanted_interruptions() {
  const char* const said = std::getenv("TWINNING_INTERRUPTIONS");  // NOLINT(concurrency-mt-unsafe): one thread
  return said != nullptr ? std::atol(said) : 80;
}

struct Old {
  std::string name;
  std::function<void(const std::string& path)> write;
};

void PrintTo(const Old& old, std::ostream* stream) { *stream << old.name; }

std::map<std::string, std::string> schema(const std::string& path) {
  Connection connection(path, Connection::Mode::read_only, std::chrono::milliseconds(0));
  return schema_of(connection);
}

/// What no migration changes.
std::string rows(const std::string& path) {
  const Database database(path);
  std::string text;
  for (const char* const query :
       {"SELECT * FROM bond_event", "SELECT * FROM bond_party", "SELECT * FROM citation", "SELECT * FROM twin_span",
        "SELECT * FROM edtf_date", "SELECT id, uid, name, folded, country, since, note FROM city",
        "SELECT id, uid, kind, title, exclusive, note FROM bond", "SELECT * FROM keepsake",
        "SELECT * FROM metadata WHERE key <> 'layout'", "SELECT * FROM city_name", "SELECT * FROM bond_status"}) {
    text += database.rows(query) + "\n";
  }
  return text;
}

class InterruptedMigration : public testing::TestWithParam<Old> {
 protected:
  InterruptedMigration() {
    GetParam().write(path_);
    image_ = support::read_file(path_);
    dump_ = support::dump(path_);
    rows_ = rows(path_);
    contents_ = support::contents(file_.path().parent_path());
  }

  /// Migrates and lets SQLite's machine stop once, at the step of that number. Gives how many it took, or what came of
  /// the stop.
  struct Outcome {
    long steps = 0;
    std::optional<int> sqlite_code;
  };
  Outcome migrate_until(long stop) const {
    struct Count {
      long taken = 0;
      long stop;
    } count{.stop = stop};
    Outcome outcome;
    {
      const EveryConnection every([&](sqlite3* connection) {
        sqlite3_progress_handler(
            connection, 1,
            [](void* counted) {
              auto& steps = *static_cast<Count*>(counted);
              return ++steps.taken == steps.stop ? 1 : 0;
            },
            &count);
      });
      try {
        migrate(path_, made_up_plan());
      } catch (const Error& error) {
        outcome.sqlite_code = error.sqlite_code();
        EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos) << error.what();
      }
    }
    outcome.steps = count.taken;
    return outcome;
  }

  void expect_old() const {
    EXPECT_EQ(support::dump(path_), dump_);
    EXPECT_EQ(support::contents(file_.path().parent_path()), contents_) << "bytes of the file, or a copy left behind";
  }

  void expect_new() const {
    EXPECT_EQ(rows(path_), rows_);
    const Database migrated(path_);
    EXPECT_EQ(migrated.rows("SELECT value FROM metadata WHERE key = 'layout'"), "3\n");
    EXPECT_EQ(migrated.rows("PRAGMA integrity_check"), "ok\n");
    EXPECT_EQ(migrated.rows("PRAGMA foreign_key_check"), "");
    EXPECT_EQ(migrated.rows("SELECT count(*) FROM bond WHERE founded IS NOT (SELECT count(*) FROM bond_event AS e "
                            "WHERE e.bond_id = bond.id)"),
              "0\n");
    EXPECT_EQ(support::dump(backup_), dump_);
    const TemporaryFile fresh;
    support::make_fresh(fresh.path());
    const auto found = schema(path_);
    EXPECT_EQ(found.size(), schema(fresh.path()).size());
    for (const auto& [object, text] : schema(fresh.path())) {
      ASSERT_TRUE(found.contains(object)) << object;
      EXPECT_EQ(found.at(object), text);
    }
  }

  void make_old_again() const {
    std::filesystem::remove(backup_);
    support::write_file(path_, image_);
  }

  support::FilesInMemory in_memory_;
  TemporaryFile file_;
  const std::string path_ = file_.path();
  const std::string backup_ = path_ + ".layout1.bak";
  std::string image_;
  std::string dump_;
  std::string rows_;
  std::map<std::string, std::string> contents_;
};

INSTANTIATE_TEST_SUITE_P(
    Files, InterruptedMigration,
    testing::Values(Old{"Sample", [](const std::string& path) { support::write_sample(path); }},
                    Old{"SampleInWal",
                        [](const std::string& path) { support::write_sample(path, JournalMode::write_ahead); }},
                    Old{"Golden",
                        [](const std::string& path) {
                          support::write_file(path, support::read_file(TWINNING_SOURCE_DIR "/tests/golden/v1.db"));
                        }}),
    [](const auto& old) { return old.param.name; });

TEST_P(InterruptedMigration, ComesToBeWhatAFreshFileIs) {
  const Outcome outcome = migrate_until(0);
  EXPECT_FALSE(outcome.sqlite_code);
  expect_new();
}

TEST_P(InterruptedMigration, LeavesTheOldOrTheNewWhereverItStops) {
  const long all = migrate_until(0).steps;
  make_old_again();
  ASSERT_GT(all, 1000);
  const long wanted = wanted_interruptions();
  int stopped = 0;
  int late = 0;
  // The last steps, which commit, one by one.
  for (long stop = 1; stop <= all;
       stop += stop + 20 < all ? std::min(std::max(all / wanted, 1L), all - 20 - stop) : 1) {
    SCOPED_TRACE("step " + std::to_string(stop) + " of " + std::to_string(all));
    const Outcome outcome = migrate_until(stop);
    ASSERT_EQ(outcome.sqlite_code, SQLITE_INTERRUPT);
    if (Database(path_).rows("PRAGMA user_version") == "1\n") {
      expect_old();
      if (++stopped % 10 == 0) {
        EXPECT_THAT(check(path_), IsEmpty());
        EXPECT_FALSE(migrate_until(0).sqlite_code) << "the next try";
        expect_new();
        make_old_again();
      }
    } else {
      ++late;
      expect_new();
      make_old_again();
    }
    if (HasFailure()) break;
  }
  EXPECT_GE(stopped, wanted);
  EXPECT_LE(late, 20) << "what comes after the commit";
  RecordProperty("interruptions", stopped + late);
}

}  // namespace
}  // namespace twinning
