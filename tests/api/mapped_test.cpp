// A file that is read through a memory map: the same answers, whatever becomes of the file by SQLite.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>

#include <twinning/twinning.hpp>

#include "api/book.hpp"
#include "support/database.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using support::Database;
using support::TemporaryFile;
using testing::HasSubstr;

bool is_mapped(const std::string& path) {
  return support::read_file("/proc/self/maps").find(path + "\n") != std::string::npos;
}

class Mapped : public testing::TestWithParam<JournalMode> {
 protected:
  Mapped() {
    Registry::create(file_.path(), {.journal_mode = GetParam()}).write([&](Transaction& tx) {
      town_ = tx.add_city({.name = "Coventry", .country = "GB"});
      for (int number = 0; number < 200; ++number) {
        const CityId twin = tx.add_city({.name = "Twin " + std::to_string(number), .note = std::string(3000, 'x')});
        tx.form({.parties = {town_, twin}, .date = Date("1944")});
      }
    });
  }

  TemporaryFile file_;
  CityId town_;
};

TEST_P(Mapped, AnswersAsOneThatIsNot) {
  const auto twins_of = [&](std::uint64_t bytes) {
    const Registry registry = Registry::open(file_.path(), {.mapped_bytes = bytes});
    return registry.read([&](const Snapshot& now) {
      std::string names;
      for (const Twin& twin : now.twins(town_)) names += twin.name + " " + now.get_city(twin.city).note.value() + "\n";
      EXPECT_EQ(is_mapped(file_.path()), bytes > 0);
      return names;
    });
  };
  const std::string copied = twins_of(0);
  EXPECT_GT(copied.size(), 600'000);
  EXPECT_EQ(twins_of(std::numeric_limits<std::uint64_t>::max()), copied);
  EXPECT_EQ(twins_of(100'000), copied) << "a part of it";
}

// It grows, moves its pages and shrinks to a fraction, by another program and by the registry itself.
TEST_P(Mapped, FollowsWhatSqliteMakesOfTheFile) {
  Registry registry = Registry::open(file_.path(), {.mapped_bytes = 1U << 30U});
  const auto look = [&](std::size_t twins, std::size_t length_of_notes) {
    registry.read([&](const Snapshot& now) {
      const auto found = now.twins(town_);
      EXPECT_EQ(found.size(), twins);
      for (const Twin& twin : found) EXPECT_EQ(now.get_city(twin.city).note.value_or("").size(), length_of_notes);
    });
  };
  look(200, 3000);
  EXPECT_TRUE(is_mapped(file_.path()));
  Database other(file_.path());
  other.run("UPDATE city SET note = hex(zeroblob(10000)) WHERE note IS NOT NULL");
  look(200, 20000);
  other.run("UPDATE city SET note = NULL; VACUUM; PRAGMA wal_checkpoint(TRUNCATE);");
  look(200, 0);
  EXPECT_LT(std::filesystem::file_size(file_.path()), 1'000'000);
  EXPECT_TRUE(is_mapped(file_.path()));
  registry.write([&](Transaction& tx) {
    for (int number = 0; number < 100; ++number) {
      const CityId twin = tx.add_city({.name = "Later " + std::to_string(number)});
      tx.form({.parties = {town_, twin}, .date = Date("1957")});
    }
  });
  look(300, 0);
  other.run("UPDATE city SET note = 'back' WHERE id <> 1");
  look(300, 4);
}

// What is read while it goes on stays as it was, though the file would become a tenth.
TEST_P(Mapped, KeepsTheMomentOfAReadWhileTheFileShrinks) {
  const Registry registry = Registry::open(file_.path(), {.mapped_bytes = 1U << 30U});
  Database other(file_.path());
  const auto length_of_notes = [&](const Snapshot& now) {
    std::size_t length = 0;
    for (const Twin& twin : now.twins(town_)) length += now.get_city(twin.city).note.value_or("").size();
    return length;
  };
  registry.read([&](const Snapshot& now) {
    EXPECT_EQ(now.twins(town_).size(), 200);
    EXPECT_TRUE(is_mapped(file_.path()));
    // With a rollback journal it has to wait.
    const std::string refusal = other.refusal("UPDATE city SET note = NULL; VACUUM; PRAGMA wal_checkpoint(TRUNCATE);");
    EXPECT_EQ(refusal, GetParam() == JournalMode::write_ahead ? "" : "database is locked");
    EXPECT_EQ(length_of_notes(now), 600'000);
  });
  other.run("UPDATE city SET note = NULL; VACUUM; PRAGMA wal_checkpoint(TRUNCATE);");
  EXPECT_LT(std::filesystem::file_size(file_.path()), 1'000'000);
  registry.read([&](const Snapshot& now) { EXPECT_EQ(length_of_notes(now), 0); });
}

INSTANTIATE_TEST_SUITE_P(InEveryMode, Mapped, testing::Values(JournalMode::rollback, JournalMode::write_ahead));

TEST(MappedUntrusted, IsRefused) {
  const TemporaryFile file;
  Registry::create(file.path());
  const Error error = support::error_of(
      [&] { Registry::open(file.path(), {.mode = Mode::untrusted, .mapped_bytes = 1}).read([](const Snapshot&) {}); });
  EXPECT_EQ(error.category(), ErrorCategory::invalid_argument);
  EXPECT_THAT(error.what(), HasSubstr("mapped_bytes"));
}

}  // namespace
}  // namespace twinning
