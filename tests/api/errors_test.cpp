// Files that are no sound registry: every door refuses them with one clear error and leaves them as they were.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <functional>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <twinning/twinning.hpp>

#include "api/book.hpp"
#include "support/database.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

namespace filesystem = std::filesystem;
using support::Database;
using support::error_of;
using support::TemporaryFile;
using testing::HasSubstr;

/// The files of a folder, each with a digest of its bytes that a failing test can print.
std::map<std::string, std::string> contents(const filesystem::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : filesystem::recursive_directory_iterator(folder)) {
    const std::string bytes = entry.is_regular_file() ? support::read_file(entry.path()) : "";
    files[entry.path().string()] =
        std::to_string(bytes.size()) + " bytes, " + std::to_string(std::hash<std::string>{}(bytes));
  }
  return files;
}

void write_registry(const filesystem::path& path) {
  auto registry = Registry::create(path);
  registry.write([](Transaction& tx) {
    const CityId hub = tx.add_city({.name = "Coventry", .country = "GB"});
    for (int count = 0; count < 50; ++count) {
      tx.form({.parties = {hub, tx.add_city({.name = "Twin " + std::to_string(count)})}, .date = Date{"1950"}});
    }
  });
}

void run_on_registry(const filesystem::path& path, const std::string& sql) {
  write_registry(path);
  Database(path).run(sql);
}

void cut_registry(const filesystem::path& path, std::uintmax_t bytes) {
  write_registry(path);
  filesystem::resize_file(path, bytes);
}

/// The bytes of one page made nonsense.
void damage_page(const filesystem::path& path, std::uintmax_t page) {
  std::string bytes = support::read_file(path);
  bytes.replace(static_cast<std::size_t>((page - 1) * 4096), 4096, 4096, '\x5a');
  support::write_file(path, bytes);
}

struct BadFile {
  std::string name;
  std::function<void(const filesystem::path&)> make;
  ErrorCategory category;
  std::string part;  // of the message
};

void PrintTo(const BadFile& file, std::ostream* out) { *out << file.name; }

std::vector<BadFile> bad_files() {
  constexpr auto none = ErrorCategory::not_a_registry;
  return {
      {"Missing", [](auto&) {}, ErrorCategory::not_found, "does not exist"},
      {"DanglingLink", [](auto& path) { filesystem::create_symlink("nowhere", path); }, ErrorCategory::not_found,
       "does not exist"},
      {"Folder", [](auto& path) { filesystem::create_directory(path); }, none, "is no file"},
      {"Pipe", [](auto& path) { ASSERT_EQ(mkfifo(path.c_str(), 0600), 0); }, none, "is no file"},
      {"Empty", [](auto& path) { support::write_file(path, ""); }, none, "is empty"},
      {"Text", [](auto& path) { support::write_file(path, "Coventry,Volgograd\n"); }, none, "no SQLite database"},
      {"LongText", [](auto& path) { support::write_file(path, std::string(10000, 'x')); }, none, "no SQLite database"},
      {"FirstWordsOfADatabase", [](auto& path) { support::write_file(path, "SQLite format 3"); }, none, ""},
      {"ForeignDatabase", [](auto& path) { Database(path).run("CREATE TABLE city (id INTEGER PRIMARY KEY)"); }, none,
       "no registry"},
      {"ForeignIdentity", [](auto& path) { run_on_registry(path, "PRAGMA application_id = 252006673"); }, none,
       "no registry"},
      {"NewerLayout", [](auto& path) { run_on_registry(path, "PRAGMA user_version = 999"); },
       ErrorCategory::layout_too_new, "999"},
      {"CutWithinItsPages", [](auto& path) { cut_registry(path, 5 * 4096); }, ErrorCategory::corrupt, "cut off"},
      {"CutWithinAPage", [](auto& path) { cut_registry(path, 5 * 4096 + 17); }, ErrorCategory::corrupt, "cut off"},
      {"CutWithinItsFirstPage", [](auto& path) { cut_registry(path, 100); }, ErrorCategory::corrupt, "cut off"},
  };
}

class BadFiles : public testing::TestWithParam<BadFile> {
 protected:
  BadFiles() { GetParam().make(file_.path()); }

  void expect_refused(const std::function<void(const std::string&)>& door) const {
    const auto before = contents(file_.path().parent_path());
    const Error error = error_of([&] { door(file_.path()); });
    EXPECT_EQ(error.category(), GetParam().category) << error.what();
    EXPECT_THAT(error.what(), HasSubstr(GetParam().part));
    EXPECT_THAT(error.what(), HasSubstr(file_.path().string()));
    EXPECT_TRUE(support::is_one_line(error.what())) << error.what();
    EXPECT_EQ(contents(file_.path().parent_path()), before);
  }

  TemporaryFile file_;
};

TEST_P(BadFiles, AreRefusedAtEveryDoor) {
  const std::string copy = file_.beside("copy.db");
  expect_refused([](const std::string& path) { Registry::open(path); });
  expect_refused([](const std::string& path) { Registry::open(path, {.mode = Mode::read_only}); });
  expect_refused([](const std::string& path) { Registry::open(path, {.journal_mode = JournalMode::write_ahead}); });
  expect_refused([](const std::string& path) { check(path); });
  expect_refused([](const std::string& path) { rebuild(path); });
  expect_refused([](const std::string& path) { migrate(path); });
  expect_refused([&](const std::string& path) { backup(path, copy); });
  const bool may_make = filesystem::status(file_.path()).type() == filesystem::file_type::not_found ||
                        (filesystem::is_regular_file(file_.path()) && filesystem::file_size(file_.path()) == 0);
  if (!may_make) expect_refused([](const std::string& path) { Registry::open_or_create(path); });
}

INSTANTIATE_TEST_SUITE_P(All, BadFiles, testing::ValuesIn(bad_files()),
                         [](const auto& file) { return file.param.name; });

// A layout that no release wrote: there is nothing to migrate.
TEST(LayoutBelowOne, IsRefusedAtEveryDoor) {
  const TemporaryFile file;
  for (const std::string number : {"0", "-1"}) {
    run_on_registry(file.path(), "PRAGMA user_version = " + number);
    const auto before = contents(file.path().parent_path());
    const std::vector<std::function<void()>> doors = {
        [&] { Registry::open(file.path()); },
        [&] { Registry::open_or_create(file.path()); },
        [&] { Registry::open(file.path(), {.mode = Mode::read_only, .journal_mode = JournalMode::write_ahead}); },
        [&] { check(file.path()); },
        [&] { rebuild(file.path()); },
        [&] { migrate(file.path()); },
    };
    for (const auto& door : doors) {
      const Error error = error_of(door);
      EXPECT_EQ(error.category(), ErrorCategory::not_a_registry) << error.what();
      EXPECT_THAT(error.what(), HasSubstr("has layout " + number + ", which no version of twinning wrote: restore"));
      EXPECT_THAT(error.what(), HasSubstr(file.path().string()));
    }
    EXPECT_EQ(contents(file.path().parent_path()), before);
    std::filesystem::remove(file.path());
  }
}

// A registry that somebody migrated while it was open
TEST(NewerLayout, IsNoticedAtTheNextReadAndWrite) {
  const TemporaryFile file;
  write_registry(file.path());
  auto registry = Registry::open(file.path());
  Database(file.path()).run("PRAGMA user_version = 2");
  const auto read = [&] { registry.read([](const Snapshot& now) { now.bonds(); }); };
  const auto write = [&] { registry.write([](Transaction& tx) { tx.add_city({.name = "Kiel"}); }); };
  EXPECT_EQ(error_of(read).category(), ErrorCategory::layout_too_new);
  EXPECT_EQ(error_of(write).category(), ErrorCategory::layout_too_new);
  Database(file.path()).run("PRAGMA user_version = 1");
  write();
  read();
}

// Names that mean something else to SQLite
// ---------------------------------------------------------------------------------------------------------------

class Names : public testing::TestWithParam<std::string> {};

TEST_P(Names, OfNoFileAreRefused) {
  for (const auto door : {Registry::open, Registry::create, Registry::open_or_create}) {
    const Error error = error_of([&] { door(GetParam(), {}); });
    EXPECT_EQ(error.category(), ErrorCategory::invalid_argument);
    EXPECT_THAT(error.what(), HasSubstr("\"" + GetParam() + "\""));
    EXPECT_THAT(error.what(), HasSubstr("in_memory"));
  }
}

INSTANTIATE_TEST_SUITE_P(All, Names, testing::Values("", ":memory:", ":other:"));

TEST(Names, WithOddLettersAreFiles) {
  for (const char* const name : {"file:a.db?mode=memory", "a b's.db", "Überblick \"neu\".db", "%41.db", "-rf"}) {
    const TemporaryFile file(name);
    Registry::create(file.path());
    EXPECT_TRUE(filesystem::exists(file.path())) << name;
    EXPECT_TRUE(check(file.path()).empty()) << name;
    backup(file.path(), file.beside("copy of " + std::string(name)));
    EXPECT_TRUE(filesystem::exists(file.beside("copy of " + std::string(name)))) << name;
  }
}

// Damage that only a question meets
// ---------------------------------------------------------------------------------------------------------------

TEST(Damage, InAPageIsMetByAQuestion) {
  const TemporaryFile file;
  write_registry(file.path());
  damage_page(file.path(), std::stoull(Database(file.path())
                                           .rows("SELECT rootpage FROM sqlite_schema WHERE "
                                                 "name = 'bond_event'")));
  const auto before = contents(file.path().parent_path());
  const auto registry = Registry::open(file.path());
  const auto ask = [&] { registry.read([](const Snapshot& now) { now.history(BondId(1)); }); };
  const Error error = error_of(ask);
  EXPECT_EQ(error.category(), ErrorCategory::corrupt);
  EXPECT_EQ(error.sqlite_code() & 0xff, SQLITE_CORRUPT);
  EXPECT_TRUE(support::is_one_line(error.what())) << error.what();
  EXPECT_EQ(error_of(ask).category(), ErrorCategory::corrupt) << "again, not misuse or a crash";
  EXPECT_TRUE(registry.read([](const Snapshot& now) { return now.find_city("Coventry"); })) << "the rest is readable";
  EXPECT_EQ(contents(file.path().parent_path()), before);
}

TEST(Damage, OfTheSchemaIsMetByOpen) {
  const TemporaryFile file;
  write_registry(file.path());
  std::string bytes = support::read_file(file.path());
  bytes.replace(100, 3996, 3996, '\x5a');
  support::write_file(file.path(), bytes);
  const auto before = contents(file.path().parent_path());
  const Error error = error_of([&] { Registry::open(file.path()); });
  EXPECT_EQ(error.category(), ErrorCategory::corrupt);
  EXPECT_EQ(contents(file.path().parent_path()), before);
}

TEST(Damage, OfAValueIsMetByAQuestion) {
  // Values that no program can write while the rules stand: words that the library does not know.
  const std::vector<std::pair<std::string, std::function<void(const Snapshot&)>>> damages = {
      {"DROP TRIGGER bond_event_update; PRAGMA ignore_check_constraints = ON; "
       "UPDATE bond_event SET rank = 'loud'",
       [](const Snapshot& now) { now.history(BondId(1)); }},
      {"DROP TRIGGER bond_event_update; PRAGMA ignore_check_constraints = ON; "
       "UPDATE bond_event SET recorded_at = 'yesterday'",
       [](const Snapshot& now) { now.history(BondId(1)); }},
      {"DROP TRIGGER edtf_date_update; DROP TRIGGER bond_event_update; "
       "UPDATE bond_event SET date = 'in spring'",
       [](const Snapshot& now) { now.history(BondId(1)); }},
  };
  for (const auto& [sql, question] : damages) {
    const TemporaryFile file;
    run_on_registry(file.path(), sql);
    const auto registry = Registry::open(file.path());
    const Error error = error_of([&] { registry.read([&, ask = question](const Snapshot& now) { ask(now); }); });
    EXPECT_EQ(error.category(), ErrorCategory::corrupt) << sql << ": " << error.what();
  }
}

TEST(Misuse, OfARegistryThatWasMovedIsSaid) {
  Registry from = Registry::in_memory();
  const Registry to = std::move(from);
  // NOLINTBEGIN(bugprone-use-after-move): that is what is tested.
  EXPECT_EQ(error_of([&] { from.read([](const Snapshot&) {}); }).category(), ErrorCategory::misuse);
  EXPECT_EQ(error_of([&] { from.write([](Transaction&) {}); }).category(), ErrorCategory::misuse);
  EXPECT_EQ(from.path(), "");
  // NOLINTEND(bugprone-use-after-move)
}

// SQLite would make a database in memory of the one, and cut the other short.
TEST(FileNames, ThatMeanSomethingElseAreRefused) {
  for (const std::string& name : {std::string("file:x.db?mode=memory"), std::string("x\0y.db", 6)}) {
    const Error error = error_of([&] { Registry::open_or_create(name); });
    EXPECT_EQ(error.category(), ErrorCategory::invalid_argument) << error.what();
    EXPECT_TRUE(support::is_one_line(error.what()));
  }
}

TEST(Days, ThatAreNotInTheCalendarAreRefused) {
  using namespace std::chrono;
  EXPECT_EQ(error_of([] { AsOf(Day(year(2001), February, day(30))); }).rule(), "date_calendar");
  EXPECT_EQ(error_of([] { AsOf(Day(year(20'000), January, day(1))); }).rule(), "date_form");
  EXPECT_EQ(AsOf(Day(year(2000), February, day(29))).day(), Day(year(2000), February, day(29)));
}

TEST(Coordinates, ThatAreNoNumbersAreRefused) {
  Registry registry = Registry::in_memory();
  const double none = std::numeric_limits<double>::quiet_NaN();
  const Error error = error_of([&] {
    registry.write([&](Transaction& tx) {
      tx.add_city({.name = "Nowhere", .coordinates = Coordinates{.latitude = none, .longitude = 1.0}});
    });
  });
  EXPECT_EQ(error.category(), ErrorCategory::invalid_argument);
}

}  // namespace
}  // namespace twinning
