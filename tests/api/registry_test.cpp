// The doors of a registry: how it is opened, and what one transaction is. Threads and other programs are in
// the folder sharing.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <stdexcept>
#include <string>

#include <twinning/twinning.hpp>

#include "api/book.hpp"
#include "support/cities.hpp"
#include "support/database.hpp"
#include "support/temporary_file.hpp"
#include "support/unprivileged.hpp"

namespace twinning {
namespace {

using support::add_city;
using support::Book;
using support::cities_of;
using support::Clock;
using support::Database;
using support::error_of;
using support::noon;
using support::TemporaryFile;
using testing::HasSubstr;

// Opening
// ---------------------------------------------------------------------------------------------------------------

TEST(Opening, WhatCreateMakesOpenReads) {
  const TemporaryFile file;
  {
    auto registry = Registry::create(file.path());
    EXPECT_EQ(registry.path(), file.path());
    add_city(registry, "Coventry");
  }
  EXPECT_EQ(cities_of(Registry::open(file.path())), 1U);
  EXPECT_FALSE(std::filesystem::exists(file.path().string() + "-journal")) << "one ordinary file is left";
}

TEST(Opening, OfAFileThatMayNotBeWrittenLetsItBeRead) {
  const TemporaryFile file;
  Registry::create(file.path());
  std::filesystem::permissions(file.path(), std::filesystem::perms::owner_read);
  const support::Unprivileged unprivileged;
  auto registry = Registry::open(file.path());
  EXPECT_EQ(cities_of(registry), 0U);
  const Error error = error_of([&] { add_city(registry, "Coventry"); });
  EXPECT_EQ(error.category(), ErrorCategory::read_only);
  EXPECT_THAT(error.what(), HasSubstr(file.path().string() + "\" may not be written"));
}

TEST(Opening, CreateRefusesAFileThatExists) {
  const TemporaryFile file;
  support::write_file(file.path(), "precious");
  const Error error = error_of([&] { Registry::create(file.path()); });
  EXPECT_EQ(error.category(), ErrorCategory::already_exists);
  EXPECT_THAT(error.what(), HasSubstr(file.path().string()));
  EXPECT_EQ(support::read_file(file.path()), "precious");
}

TEST(Opening, CreateRefusesEvenAnEmptyFile) {
  const TemporaryFile file;
  support::write_file(file.path(), "");
  EXPECT_EQ(error_of([&] { Registry::create(file.path()); }).category(), ErrorCategory::already_exists);
  EXPECT_EQ(support::read_file(file.path()), "");
}

TEST(Opening, OpenOrCreateMakesAFileOnceAndOpensItAfterwards) {
  const TemporaryFile file;
  {
    auto made = Registry::open_or_create(file.path());
    add_city(made, "Coventry");
  }
  auto opened = Registry::open_or_create(file.path());
  add_city(opened, "Volgograd");
  EXPECT_EQ(cities_of(opened), 2U);
}

TEST(Opening, OpenOrCreateLaysOutAFileThatAStoppedProgramLeftEmpty) {
  const TemporaryFile file;
  support::write_file(file.path(), "");
  EXPECT_EQ(cities_of(Registry::open_or_create(file.path())), 0U);
}

TEST(Opening, AFolderThatIsNotThereIsNamed) {
  const TemporaryFile file;
  const std::string path = file.beside("nowhere").string() + "/bonds.db";
  for (const auto door : {Registry::create, Registry::open_or_create}) {
    const Error error = error_of([&] { door(path, {}); });
    EXPECT_EQ(error.category(), ErrorCategory::input_output);
    EXPECT_THAT(error.what(), HasSubstr("nowhere"));
  }
}

TEST(Opening, LastsWhateverFolderTheProgramMovesTo) {
  const TemporaryFile file;
  const auto folder = std::filesystem::current_path();
  std::filesystem::current_path(file.path().parent_path());
  auto registry = Registry::create(file.path().filename());
  std::filesystem::current_path(folder);
  add_city(registry, "Coventry");
  EXPECT_EQ(cities_of(registry), 1U);
  EXPECT_EQ(registry.path(), file.path().filename());
}

TEST(Opening, RegistriesInMemoryAreApart) {
  auto one = Registry::in_memory();
  auto other = Registry::in_memory();
  add_city(one, "Coventry");
  EXPECT_EQ(cities_of(one), 1U);
  EXPECT_EQ(cities_of(other), 0U);
  EXPECT_EQ(one.path(), "");
}

// It may hold the last acts of somebody's registry.
TEST(Creating, IsRefusedBesideWhatIsLeftOfADeletedFile) {
  const TemporaryFile file;
  const std::string log = file.path().string() + "-wal";
  support::write_file(log, "acts");
  for (const auto& make : {Registry::create, Registry::open_or_create}) {
    const Error error = error_of([&] { make(file.path(), {}); });
    EXPECT_EQ(error.category(), ErrorCategory::already_exists);
    EXPECT_THAT(error.what(), testing::HasSubstr("put the old file back, or take"));
  }
  EXPECT_EQ(support::read_file(log), "acts");
}

TEST(Opening, AMovedRegistryIsTheSameOne) {
  const TemporaryFile file;
  auto first = Registry::create(file.path());
  add_city(first, "Coventry");
  Registry second = std::move(first);
  add_city(second, "Volgograd");
  Registry third = Registry::in_memory();
  third = std::move(second);
  EXPECT_EQ(cities_of(third), 2U);
  EXPECT_EQ(third.path(), file.path());
}

// Options
// ---------------------------------------------------------------------------------------------------------------

TEST(ReadOnly, ReadsAndRefusesToWrite) {
  const TemporaryFile file;
  {
    auto registry = Registry::create(file.path());
    add_city(registry, "Coventry");
  }
  const std::string before = support::read_file(file.path());
  auto registry = Registry::open(file.path(), {.mode = Mode::read_only});
  EXPECT_EQ(cities_of(registry), 1U);
  const Error error = error_of([&] { add_city(registry, "Volgograd"); });
  EXPECT_EQ(error.category(), ErrorCategory::read_only);
  EXPECT_THAT(error.what(), HasSubstr(file.path().string()));
  EXPECT_EQ(support::read_file(file.path()), before);
}

TEST(ReadOnly, MakesNothing) {
  const TemporaryFile file;
  for (const auto door : {Registry::open, Registry::create, Registry::open_or_create}) {
    EXPECT_EQ(error_of([&] { door(file.path(), {.mode = Mode::read_only}); }).category(), ErrorCategory::not_found);
  }
  EXPECT_FALSE(std::filesystem::exists(file.path()));
  EXPECT_EQ(error_of([] { Registry::in_memory({.mode = Mode::read_only}); }).category(),
            ErrorCategory::invalid_argument);
}

struct Journal {
  JournalMode asked;
  std::string before;  // what the file was made with; empty where the options make it
  std::string after;
};

class Journals : public testing::TestWithParam<Journal> {};

TEST_P(Journals, AreWhatWasAskedFor) {
  const TemporaryFile file;
  if (!GetParam().before.empty()) {
    Registry::create(file.path());
    Database(file.path()).rows("PRAGMA journal_mode = " + GetParam().before);
  }
  auto registry = Registry::open_or_create(file.path(), {.journal_mode = GetParam().asked});
  add_city(registry, "Coventry");
  EXPECT_EQ(cities_of(registry), 1U);
  EXPECT_EQ(Database(file.path()).rows("PRAGMA journal_mode"), GetParam().after + "\n");
}

INSTANTIATE_TEST_SUITE_P(
    All, Journals,
    testing::Values(Journal{JournalMode::as_is, "", "delete"}, Journal{JournalMode::as_is, "wal", "wal"},
                    Journal{JournalMode::rollback, "", "delete"}, Journal{JournalMode::rollback, "wal", "delete"},
                    Journal{JournalMode::write_ahead, "", "wal"}, Journal{JournalMode::write_ahead, "delete", "wal"}));

TEST(Journals, StayWhileAnotherProgramUsesTheFile) {
  const TemporaryFile file;
  Registry::create(file.path(), {.journal_mode = JournalMode::write_ahead});
  const Database other(file.path());
  EXPECT_EQ(other.rows("SELECT count(*) FROM city"), "0\n");
  const Options options{.journal_mode = JournalMode::rollback, .busy_timeout = std::chrono::milliseconds(20)};
  EXPECT_EQ(error_of([&] { Registry::open(file.path(), options); }).category(), ErrorCategory::busy);
}

TEST(Clocks, SayWhichDayItIs) {
  Book book;
  const CityId stalingrad = book.city("Volgograd");
  book.name(stalingrad, {.name = "Stalingrad", .since = Date{"1925"}, .until = Date{"1961"}});
  const auto name_today = [&] { return book.ask([&](const Snapshot& now) { return now.name_on(stalingrad); }); };
  EXPECT_EQ(name_today(), "Volgograd");
  book.clock().set(noon(1944, 6, 6));
  EXPECT_EQ(name_today(), "Stalingrad");
}

TEST(Clocks, SayWhatStatusABondHas) {
  Book book;
  const BondId bond = book.bond({book.city("Coventry"), book.city("Volgograd")}, Date{"1944"});
  book.act(bond, {.kind = EventKind::suspended, .date = Date{"2022-03-22"}});
  const auto status_today = [&] { return book.ask([&](const Snapshot& now) { return now.get_bond(bond).status; }); };
  EXPECT_EQ(status_today(), Status::suspended);
  book.clock().set(noon(1950, 1, 1));
  EXPECT_EQ(status_today(), Status::active);
}

TEST(Clocks, SayWhenAnActWasRecorded) {
  Book book;
  book.clock().set(noon(1999, 12, 31) + std::chrono::milliseconds(7));
  const BondId bond = book.bond({book.city("Coventry"), book.city("Volgograd")}, Date{"1944"});
  const auto history = book.ask([&](const Snapshot& now) { return now.history(bond); });
  ASSERT_EQ(history.size(), 1U);
  EXPECT_EQ(to_string(history.front().recorded_at), "1999-12-31T12:00:00.007Z");
}

// Transactions
// ---------------------------------------------------------------------------------------------------------------

TEST(Writing, GivesBackWhatTheWorkGives) {
  auto registry = Registry::in_memory();
  const CityId city = registry.write([](Transaction& tx) { return tx.add_city({.name = "Coventry"}); });
  EXPECT_EQ(registry.read([&](const Snapshot& now) { return now.get_city(city).name; }), "Coventry");
}

TEST(Writing, ShowsItsOwnWorkBeforeAnybodyElseSeesIt) {
  const TemporaryFile file;
  auto registry = Registry::create(file.path());
  const auto reader = Registry::open(file.path());
  registry.write([&](Transaction& tx) {
    tx.add_city({.name = "Coventry"});
    EXPECT_TRUE(tx.now().find_city("Coventry"));
    EXPECT_EQ(cities_of(reader), 0U);
  });
  EXPECT_EQ(cities_of(reader), 1U);
}

/// A row of each table that the library writes.
void write_everything(Transaction& tx) {
  const CityId one = tx.add_city({.name = "Coventry", .since = Date{"1043"}});
  const CityId other = tx.add_city({.name = "Volgograd"});
  tx.cite(tx.add_name(other, {.name = "Stalingrad"}), tx.add_source({.title = "Council minutes"}));
  tx.add_identifier(one, {.scheme = IdentifierScheme::wikidata, .value = "Q6225"});
  tx.add_country(other, {.country = "SU"});
  tx.add_policy(one, {.policy = Policy::limited_number});
  tx.record_succession({.predecessor = one, .successor = other, .kind = SuccessionKind::merged});
  const BondId bond = tx.form({.parties = {one, other}, .date = Date{"1944"}});
  tx.record(bond, {.kind = EventKind::renewed, .date = Date{"1950"}});
  tx.add_keepsake(bond, {.kind = KeepsakeKind::gift, .title = "Tablecloth"});
}

std::string dump_of(const TemporaryFile& file) {
  const Database database(file.path());
  std::string text;
  for (const char* const table :
       {"city", "city_name", "city_country", "city_identifier", "city_policy", "succession", "bond", "bond_party",
        "bond_event", "source", "keepsake", "citation", "edtf_date", "twin_span"}) {
    text += table + (" " + database.rows(std::string("SELECT count(*) FROM ") + table));
  }
  return text;
}

TEST(Writing, LeavesNothingBehindWhenItThrows) {
  const TemporaryFile file;
  auto registry = Registry::create(file.path());
  const std::string before = dump_of(file);
  const auto failing_work = [](Transaction& tx) {
    write_everything(tx);
    throw std::runtime_error("changed my mind");
  };
  EXPECT_THROW(registry.write(failing_work), std::runtime_error);
  EXPECT_EQ(dump_of(file), before);
  registry.write(write_everything);
  EXPECT_NE(dump_of(file), before) << "or this test could not fail";
}

TEST(Writing, RollsBackWhatAnErrorOfTheFileInterrupts) {
  auto registry = Registry::in_memory();
  const auto failing_work = [](Transaction& tx) {
    tx.add_city({.name = "Coventry"});
    tx.add_city({.name = "Kingston", .country = "UK"});
  };
  EXPECT_EQ(error_of([&] { registry.write(failing_work); }).category(), ErrorCategory::rule_broken);
  EXPECT_EQ(cities_of(registry), 0U);
}

TEST(Reading, GivesBackWhatTheWorkGivesAndPassesOnWhatItThrows) {
  Book book;
  const CityId coventry = book.city("Coventry");
  EXPECT_EQ(book.ask([&](const Snapshot& now) { return now.get_city(coventry).name; }), "Coventry");
  EXPECT_THROW(book.registry().read([](const Snapshot&) { throw std::logic_error("no"); }), std::logic_error);
  book.city("Volgograd");
  EXPECT_EQ(cities_of(book.registry()), 2U) << "a read that failed must not stand in the way of a write";
}

TEST(Reading, MayStandInAnotherRead) {
  Book book;
  book.city("Coventry");
  EXPECT_EQ(book.ask([&](const Snapshot&) { return cities_of(book.registry()); }), 1U);
}

TEST(Nesting, OfWritesInOneThreadIsMisuse) {
  Book book;
  Registry& registry = book.registry();
  const auto write = [&] { registry.write([](Transaction&) {}); };
  const auto read = [&] { registry.read([](const Snapshot&) {}); };
  const auto misuses = [](const auto& work) { return error_of(work).category() == ErrorCategory::misuse; };
  registry.read([&](const Snapshot&) { EXPECT_TRUE(misuses(write)); });
  registry.write([&](Transaction& tx) {
    EXPECT_TRUE(misuses(write));
    EXPECT_TRUE(misuses(read));
    tx.add_city({.name = "Coventry"});
  });
  EXPECT_EQ(cities_of(registry), 1U) << "the outer write goes on";
  write();
}

TEST(NamesOfTheShell, AreFoldedWhenTheLibraryNextOpensTheFile) {
  const TemporaryFile file;
  Registry::create(file.path());
  Database(file.path())
      .run("INSERT INTO city (name) VALUES ('Łódź'); INSERT INTO city_name (city_id, name) VALUES (1, 'Лодзь')");
  const auto finds = [&](const char* name, bool read_only) {
    return Registry::open(file.path(), {.mode = read_only ? Mode::read_only : Mode::read_write})
        .read([&](const Snapshot& now) { return now.find_city(name).has_value(); });
  };
  const auto folded = [&] {
    return Database(file.path()).rows("SELECT folded FROM city UNION ALL SELECT folded FROM city_name");
  };
  EXPECT_TRUE(finds("lodz", true)) << "it folds what it reads";
  EXPECT_EQ(folded(), "-\n-\n") << "and who may only read writes nothing";
  EXPECT_TRUE(finds("lodz", false));
  EXPECT_EQ(folded(), "lodz\nлодзь\n");
  EXPECT_TRUE(finds("ЛОДЗЬ", true));
}

}  // namespace
}  // namespace twinning
