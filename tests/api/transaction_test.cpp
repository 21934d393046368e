// What each call of a transaction writes. What the file refuses is in refusals_test.cpp.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include <twinning/twinning.hpp>

#include "api/book.hpp"
#include "support/database.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using support::Book;
using support::Clock;
using support::Database;
using support::noon;
using support::TemporaryFile;
using testing::ElementsAre;
using testing::Optional;
using testing::SizeIs;

TEST(AddCity, KeepsAllThatItIsTold) {
  auto registry = Registry::in_memory();
  const CityId id = registry.write([](Transaction& tx) {
    return tx.add_city({.name = "Macondo",
                        .kind = CityKind::settlement,
                        .country = "CO",
                        .coordinates = Coordinates{.latitude = -90, .longitude = 180},
                        .population = 0,
                        .fictional = true,
                        .since = Date{"182X"},
                        .until = Date{"1967?"},
                        .note = "Its last reader is still there"});
  });
  const City city = registry.read([&](const Snapshot& now) { return now.get_city(id); });
  EXPECT_EQ(city.id, id);
  EXPECT_THAT(city.uid, SizeIs(32));
  EXPECT_EQ(city.name, "Macondo");
  EXPECT_EQ(city.kind, CityKind(CityKind::settlement));
  EXPECT_EQ(city.country, Country("CO"));
  ASSERT_TRUE(city.coordinates);
  EXPECT_EQ(city.coordinates->latitude, -90);
  EXPECT_EQ(city.coordinates->longitude, 180);
  EXPECT_EQ(city.population, 0);
  EXPECT_TRUE(city.fictional);
  EXPECT_EQ(city.since, Date{"182X"});
  EXPECT_EQ(city.until, Date{"1967?"});
  EXPECT_EQ(city.note, "Its last reader is still there");
}

TEST(AddCity, NeedsNoMoreThanAName) {
  Book book;
  const CityId id = book.city("Ōtsu");
  const City city = book.ask([&](const Snapshot& now) { return now.get_city(id); });
  EXPECT_EQ(city.name, "Ōtsu");
  EXPECT_EQ(city.kind, CityKind(CityKind::municipality));
  EXPECT_FALSE(city.country || city.coordinates || city.population || city.since || city.until || city.note);
  EXPECT_FALSE(city.fictional);
}

TEST(AddName, KeepsAllThatItIsTold) {
  Book book;
  const CityId city = book.city("Volgograd");
  const NameId id = book.name(city, {.name = "Сталинград",
                                     .language = "ru",
                                     .kind = NameKind::official,
                                     .since = Date{"1925-04-10"},
                                     .until = Date{"1961-11-10"}});
  const auto names = book.ask([&](const Snapshot& now) { return now.names(city); });
  ASSERT_THAT(names, SizeIs(1));
  EXPECT_EQ(names[0].id, id);
  EXPECT_EQ(names[0].city, city);
  EXPECT_EQ(names[0].name, "Сталинград");
  EXPECT_EQ(names[0].language, "ru");
  EXPECT_EQ(names[0].kind, NameKind(NameKind::official));
  EXPECT_EQ(names[0].since, Date{"1925-04-10"});
  EXPECT_EQ(names[0].until, Date{"1961-11-10"});
}

/// A registry in a file, for what the library writes and has no question for.
class InAFile : public testing::Test {
 protected:
  InAFile() : registry_(Registry::create(file_.path(), {.clock = Clock(noon(2026, 6, 15))})) {
    registry_.write([&](Transaction& tx) {
      coventry_ = tx.add_city({.name = "Coventry"});
      volgograd_ = tx.add_city({.name = "Volgograd"});
    });
  }

  template <typename Work>
  void write(Work&& work) {
    registry_.write(std::forward<Work>(work));
  }
  std::string rows(const std::string& query) const { return Database(file_.path()).rows(query); }

  CityId coventry_;
  CityId volgograd_;
  TemporaryFile file_;
  Registry registry_;
};

TEST_F(InAFile, AddIdentifierKeepsAllThatItIsTold) {
  write([&](Transaction& tx) {
    tx.add_identifier(
        coventry_,
        {.scheme = IdentifierScheme::unlocode, .value = "GB CVT", .since = Date{"1990"}, .until = Date{"2020"}});
    tx.add_identifier(volgograd_, {.scheme = IdentifierScheme::unlocode, .value = "GB CVT"});
  });
  EXPECT_EQ(rows("SELECT city_id, scheme, value, since, until FROM city_identifier ORDER BY id"),
            "1|unlocode|GB CVT|1990|2020\n2|unlocode|GB CVT|-|-\n");
}

TEST_F(InAFile, AddCountryKeepsAllThatItIsTold) {
  write([&](Transaction& tx) {
    tx.add_country(volgograd_, {.country = "SU", .since = Date{"1922-12-30"}, .until = Date{"1991-12-26"}});
  });
  EXPECT_EQ(rows("SELECT city_id, country, since, until, recorded_at FROM city_country"),
            "2|SU|1922-12-30|1991-12-26|2026-06-15T12:00:00.000Z\n");
}

TEST_F(InAFile, AddPolicyKeepsAllThatItIsTold) {
  write([&](Transaction& tx) {
    tx.add_policy(coventry_,
                  {.policy = Policy::limited_number, .since = Date{"2000"}, .until = Date{"2010"}, .note = "26"});
  });
  EXPECT_EQ(rows("SELECT city_id, policy, since, until, note, recorded_at FROM city_policy"),
            "1|limited_number|2000|2010|26|2026-06-15T12:00:00.000Z\n");
}

TEST_F(InAFile, RecordSuccessionKeepsAllThatItIsTold) {
  write([&](Transaction& tx) {
    tx.record_succession({.predecessor = coventry_,
                          .successor = volgograd_,
                          .kind = SuccessionKind::absorbed,
                          .date = Date{"1974-04-01"}});
  });
  EXPECT_EQ(rows("SELECT predecessor_id, successor_id, kind, date, recorded_at FROM succession"),
            "1|2|absorbed|1974-04-01|2026-06-15T12:00:00.000Z\n");
}

TEST_F(InAFile, CiteKeepsAllThatItIsTold) {
  write([&](Transaction& tx) {
    const SourceId source = tx.add_source({.title = "Minutes"});
    const NameId name = tx.add_name(volgograd_, {.name = "Stalingrad"});
    const BondId bond = tx.form({.parties = {coventry_, volgograd_}});
    tx.cite(tx.record(bond, {.kind = EventKind::renewed}), source, {.locator = "p. 4", .quote = "\"Hear, hear\""});
    tx.cite(name, source);
    tx.cite(coventry_, source);
    tx.cite(tx.add_keepsake(bond, {.kind = KeepsakeKind::gift, .title = "Tablecloth"}), source);
  });
  EXPECT_EQ(rows("SELECT event_id, name_id, city_id, keepsake_id, locator, quote, recorded_at FROM citation"),
            "2|-|-|-|p. 4|\"Hear, hear\"|2026-06-15T12:00:00.000Z\n"
            "-|1|-|-|-|-|2026-06-15T12:00:00.000Z\n"
            "-|-|1|-|-|-|2026-06-15T12:00:00.000Z\n"
            "-|-|-|1|-|-|2026-06-15T12:00:00.000Z\n");
}

TEST_F(InAFile, AddSourceKeepsAllThatItIsTold) {
  write([&](Transaction& tx) {
    tx.add_source({.title = "Coventry's twins",
                   .publisher = "Coventry City Council",
                   .author = "A. Clerk",
                   .url = "https://example.org/twins",
                   .published = Date{"2012-03"},
                   .accessed = Date{"2026-01-02"},
                   .language = "en",
                   .note = "A list"});
  });
  EXPECT_EQ(rows("SELECT title, publisher, author, url, published, accessed, language, note FROM source"),
            "Coventry's twins|Coventry City Council|A. Clerk|https://example.org/twins|2012-03|2026-01-02|en|A list\n");
}

TEST_F(InAFile, FormKeepsAllThatItIsTold) {
  write([&](Transaction& tx) {
    tx.form({.parties = {volgograd_, coventry_},
             .kind = BondKind::friendship,
             .date = Date{"1944"},
             .decided = Date{"1943-12"},
             .reason = "wartime_solidarity",
             .title = "The first",
             .exclusive = true,
             .note = "It began with a telegram"});
  });
  EXPECT_EQ(rows("SELECT kind, title, exclusive, note FROM bond"), "friendship|The first|1|It began with a telegram\n");
  EXPECT_EQ(rows("SELECT bond_id, city_id FROM bond_party"), "1|1\n1|2\n");
  EXPECT_EQ(rows("SELECT kind, date, decided, city_id, reason, rank, caused_by, corrects FROM bond_event"),
            "formed|1944|1943-12|-|wartime_solidarity|normal|-|-\n");
}

TEST_F(InAFile, RecordKeepsAllThatItIsTold) {
  write([&](Transaction& tx) {
    const BondId bond = tx.form({.parties = {coventry_, volgograd_}, .date = Date{"1944"}});
    const EventId cause = tx.record(bond, {.kind = EventKind::exchanged, .date = Date{"2022-02-24"}});
    tx.record(bond, {.kind = EventKind::suspended,
                     .date = Date{"2022-03-22"},
                     .decided = Date{"2022-03-15"},
                     .by = coventry_,
                     .reason = "war",
                     .condition = "an end of the war",
                     .note = "Unanimous",
                     .rank = Rank::preferred,
                     .caused_by = cause});
  });
  EXPECT_EQ(rows("SELECT kind, date, decided, city_id, reason, condition, note, rank, caused_by, corrects, recorded_at "
                 "FROM bond_event WHERE id = 3"),
            "suspended|2022-03-22|2022-03-15|1|war|an end of the war|Unanimous|preferred|2|-|"
            "2026-06-15T12:00:00.000Z\n");
}

TEST_F(InAFile, AddKeepsakeKeepsAllThatItIsTold) {
  write([&](Transaction& tx) {
    const BondId bond = tx.form({.parties = {coventry_, volgograd_}});
    tx.add_keepsake(bond, {.kind = KeepsakeKind::gift,
                           .title = "Tablecloth",
                           .giver = coventry_,
                           .receiver = volgograd_,
                           .date = Date{"1943"},
                           .until = Date{"2030"},
                           .place = "Panorama Museum",
                           .note = "830 names"});
  });
  EXPECT_EQ(rows("SELECT bond_id, kind, title, giver_id, receiver_id, date, until, place, note, recorded_at "
                 "FROM keepsake"),
            "1|gift|Tablecloth|1|2|1943|2030|Panorama Museum|830 names|2026-06-15T12:00:00.000Z\n");
}

TEST_F(InAFile, AllOfATransactionIsRecordedAtOneInstant) {
  Clock clock(noon(2026, 1, 1));
  auto ticking = Registry::open(file_.path(), {.clock = [&clock] {
                                  clock.set(clock() + std::chrono::seconds(1));
                                  return clock();
                                }});
  const auto work = [&](Transaction& tx) {
    const BondId bond = tx.form({.parties = {coventry_, volgograd_}});
    tx.record(bond, {.kind = EventKind::renewed});
    tx.add_keepsake(bond, {.kind = KeepsakeKind::gift, .title = "Tablecloth"});
  };
  ticking.write(work);
  ticking.write(work);
  EXPECT_EQ(rows("SELECT count(DISTINCT recorded_at), count(*) FROM (SELECT recorded_at FROM bond_event "
                 "UNION ALL SELECT recorded_at FROM bond_party UNION ALL SELECT recorded_at FROM keepsake)"),
            "2|10\n");
}

// Corrections
// ---------------------------------------------------------------------------------------------------------------

TEST(Correct, TakesThePlaceOfAnAct) {
  Book book;
  const BondId bond = book.bond({book.city("Coventry"), book.city("Volgograd")}, Date{"1941"});
  const EventId wrong = book.ask([&](const Snapshot& now) { return now.history(bond).front().id; });
  const EventId right = book.registry().write(
      [&](Transaction& tx) { return tx.correct(wrong, {.kind = EventKind::formed, .date = Date{"1944"}}); });
  book.registry().read([&](const Snapshot& now) {
    const auto history = now.history(bond);
    ASSERT_THAT(history, SizeIs(1));
    EXPECT_EQ(history[0].id, right);
    EXPECT_EQ(now.get_bond(bond).formed, Date{"1944"});
  });
}

TEST(Correct, OfACorrectionIsHowToMendIt) {
  Book book;
  const BondId bond = book.bond({book.city("Coventry"), book.city("Volgograd")}, Date{"1941"});
  book.registry().write([&](Transaction& tx) {
    const EventId first = tx.now().history(bond).front().id;
    const EventId second = tx.correct(first, {.kind = EventKind::formed, .date = Date{"1942"}});
    tx.correct(second, {.kind = EventKind::formed, .date = Date{"1944"}});
  });
  EXPECT_EQ(book.ask([&](const Snapshot& now) { return now.get_bond(bond).formed; }), Date{"1944"});
}

TEST(Correct, WorksAfterTheClockWasSetBack) {
  Book book;
  const BondId bond = book.bond({book.city("Coventry"), book.city("Volgograd")}, Date{"1941"});
  const EventId wrong = book.ask([&](const Snapshot& now) { return now.history(bond).front().id; });
  book.clock().set(noon(2000, 1, 1));
  book.registry().write([&](Transaction& tx) { tx.correct(wrong, {.kind = EventKind::formed, .date = Date{"1944"}}); });
  EXPECT_EQ(book.ask([&](const Snapshot& now) { return now.get_bond(bond).formed; }), Date{"1944"});
}

TEST(Retract, TakesAnActOutOfTheHistoryButNotOutOfTheLog) {
  Book book;
  const BondId bond = book.bond({book.city("Coventry"), book.city("Volgograd")}, Date{"1944"});
  const EventId never = book.act(bond, {.kind = EventKind::cut, .date = Date{"1950"}});
  book.registry().write([&](Transaction& tx) { tx.retract(never, "a hoax"); });
  book.registry().read([&](const Snapshot& now) {
    EXPECT_THAT(now.history(bond), SizeIs(1));
    EXPECT_EQ(now.get_bond(bond).status, Status::active);
  });
  // It is still there: a second retraction meets it.
  EXPECT_EQ(support::error_of([&] { book.registry().write([&](Transaction& tx) { tx.retract(never); }); }).rule(),
            "bond_event_corrects_once");
}

TEST(Retract, OfACorrectionDoesNotReviveWhatItCorrected) {
  Book book;
  const BondId bond = book.bond({book.city("Coventry"), book.city("Volgograd")}, Date{"1941"});
  book.registry().write([&](Transaction& tx) {
    const EventId first = tx.now().history(bond).front().id;
    tx.retract(tx.correct(first, {.kind = EventKind::formed, .date = Date{"1944"}}));
  });
  book.registry().read([&](const Snapshot& now) {
    EXPECT_THAT(now.history(bond), SizeIs(0));
    EXPECT_EQ(now.get_bond(bond).status, std::nullopt);
  });
}

TEST(AddParty, MakesABondOfTwoOneOfThree) {
  Book book;
  const CityId bland = book.city("Bland");
  const BondId bond = book.bond({book.city("Dull"), book.city("Boring")}, Date{"2012"});
  book.registry().write([&](Transaction& tx) {
    tx.add_party(bond, bland);
    tx.record(bond, {.kind = EventKind::joined, .date = Date{"2013"}, .by = bland});
  });
  book.registry().read([&](const Snapshot& now) {
    EXPECT_THAT(now.parties(bond), SizeIs(3));
    EXPECT_THAT(now.twins(bland), SizeIs(2));
    EXPECT_THAT(now.twins(bland, AsOf{Date{"2012"}}), SizeIs(0));
  });
}

// Public ids
// ---------------------------------------------------------------------------------------------------------------

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

class Uids : public InAFile {
 protected:
  void write_acts_by_the_library(int count) {
    write([&](Transaction& tx) {
      const BondId bond = tx.form({.parties = {coventry_, volgograd_}});
      for (int act = 1; act < count; ++act) tx.record(bond, {.kind = EventKind::exchanged});
    });
  }
  void write_acts_by_sql(int count) {
    Database database(file_.path());
    for (int act = 0; act < count; ++act) {
      database.run("INSERT INTO bond_event (bond_id, kind) VALUES (1, 'exchanged')");
    }
  }
  void expect_growing(std::size_t count) {
    const auto uids = lines_of(rows("SELECT uid FROM bond_event ORDER BY id"));
    EXPECT_THAT(uids, SizeIs(count));
    for (std::size_t at = 1; at < uids.size(); ++at) EXPECT_LT(uids[at - 1], uids[at]) << at;
  }
};

TEST_F(Uids, OfActsGrowWithinATransaction) {
  write_acts_by_the_library(60);
  expect_growing(60);
}

TEST_F(Uids, OfActsGrowFromTransactionToTransactionAndRegistryToRegistry) {
  write_acts_by_the_library(3);
  write_acts_by_the_library(3);
  Registry::open(file_.path()).write([&](Transaction& tx) { tx.form({.parties = {coventry_, volgograd_}}); });
  write_acts_by_the_library(1);
  expect_growing(8);
}

TEST_F(Uids, OfActsGrowWhereTheLibraryAndTheShellTakeTurns) {
  for (int turn = 0; turn < 5; ++turn) {
    write_acts_by_the_library(4);
    write_acts_by_sql(4);
  }
  expect_growing(40);
}

TEST_F(Uids, OfActsGrowAfterAnActOfALaterClock) {
  write_acts_by_the_library(1);
  // As an exchange with a registry whose clock is ahead leaves it.
  Database(file_.path())
      .run(
          "INSERT INTO bond_event (uid, bond_id, kind) VALUES "
          "('fff000000000' || '0000000002' || '0123456789', 1, 'exchanged')");
  for (int turn = 0; turn < 3; ++turn) {
    write_acts_by_the_library(4);
    write_acts_by_sql(4);
  }
  expect_growing(26);
}

TEST_F(Uids, OfEveryKindOfRowAreDifferent) {
  write([&](Transaction& tx) {
    const BondId bond = tx.form({.parties = {coventry_, volgograd_}});
    for (int count = 0; count < 50; ++count) {
      tx.add_city({.name = "A"});
      tx.add_source({.title = "B"});
      tx.add_keepsake(bond, {.kind = KeepsakeKind::gift, .title = "C"});
    }
  });
  EXPECT_EQ(rows("SELECT count(DISTINCT uid), min(length(uid)), max(length(uid)) FROM (SELECT uid FROM city UNION ALL "
                 "SELECT uid FROM source UNION ALL SELECT uid FROM keepsake UNION ALL SELECT uid FROM bond UNION ALL "
                 "SELECT uid FROM bond_event)"),
            "154|32|32\n");
}

TEST(Write, GivesBackTheVeryThingThatItsWorkRefersTo) {
  support::Book book;
  CityId city;
  CityId& same = book.registry().write([&](Transaction& tx) -> CityId& {
    city = tx.add_city({.name = "Dull"});
    return city;
  });
  EXPECT_EQ(&same, &city);
}

TEST(Acts, FailPlainlyWhenThereIsNoIdLeft) {
  const support::TemporaryFile file;
  auto registry = Registry::create(file.path().string());
  const BondId bond = registry.write([](Transaction& tx) {
    return tx.form({.parties = {tx.add_city({.name = "Dull"}), tx.add_city({.name = "Boring"})}});
  });
  support::Database(file.path())
      .run("INSERT INTO bond_event (id, bond_id, kind) VALUES (9223372036854775807, 1, 'renewed')");
  const Error error = support::error_of(
      [&] { registry.write([&](Transaction& tx) { tx.record(bond, {.kind = EventKind::renewed}); }); });
  EXPECT_EQ(error.category(), ErrorCategory::rule_broken);
  EXPECT_NE(std::string(error.what()).find("greatest id"), std::string::npos) << error.what();
}

}  // namespace
}  // namespace twinning
