// Questions about acts, sources and keepsakes, and visitors that ask again or give up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <twinning/twinning.hpp>

#include "api/book.hpp"
#include "support/chronicler.hpp"
#include "support/database.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using support::Book;
using support::Database;
using support::noon;
using support::TemporaryFile;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// The acts by kind and date: "formed 1944".
std::vector<std::string> words_of(const std::vector<Event>& events) {
  std::vector<std::string> words;
  for (const Event& event : events) {
    words.push_back(event.kind.text() + " " + (event.date ? event.date->text() : "undated"));
  }
  return words;
}

// The library puts the acts of a bond in order itself; so does the file.
TEST(History, IsInTheOrderOfTheViewWhateverHappened) {
  for (const unsigned seed : {1944U, 2012U}) {
    SCOPED_TRACE(seed);
    const TemporaryFile file;
    const auto registry = Registry::create(file.path());
    Database database(file.path());
    support::Chronicler chronicler(seed);
    database.run("BEGIN;" + chronicler.cities_and_bonds());
    for (int step = 0; step < 330; ++step) database.run(chronicler.next().sql);
    database.run("COMMIT");
    std::string told;
    registry.read([&](const Snapshot& now) {
      for (int bond = 1; bond <= support::bond_count; ++bond) {
        for (const Event& event : now.history(BondId(bond))) {
          told += fmt::format("{}|{}|{}|{}\n", bond, event.id.value(), event.parties, event.kind.text());
        }
      }
    });
    EXPECT_EQ(told, database.rows("SELECT bond_id, event_id, parties, event FROM bond_history"));
    EXPECT_GT(told.size(), 5'000U);
  }
}

TEST(History, HasAllThatIsKnownOfAnAct) {
  Book book;
  const CityId coventry = book.city("Coventry");
  const BondId bond = book.bond({coventry, book.city("Volgograd")}, Date{"1944"});
  book.clock().set(noon(2026, 7, 1));
  const EventId cause = book.act(bond, {.kind = EventKind::exchanged, .date = Date{"2022-02-24"}});
  const EventId act = book.registry().write([&](Transaction& tx) {
    const EventId suspended = tx.record(bond, {.kind = EventKind::suspended,
                                               .date = Date{"2022-03-22"},
                                               .decided = Date{"2022-03-15"},
                                               .by = coventry,
                                               .reason = "war",
                                               .condition = "peace",
                                               .note = "Unanimous",
                                               .rank = Rank::preferred,
                                               .caused_by = cause});
    tx.cite(suspended, tx.add_source({.title = "Minutes", .publisher = "City Council"}));
    tx.cite(suspended, tx.add_source({.title = "Telegraph"}));
    return suspended;
  });
  const auto history = book.ask([&](const Snapshot& now) { return now.history(bond); });
  ASSERT_THAT(words_of(history), ElementsAre("formed 1944", "exchanged 2022-02-24", "suspended 2022-03-22"));
  EXPECT_EQ(history[2].id, act);
  EXPECT_EQ(history[2].bond, bond);
  EXPECT_EQ(history[2].parties, "Coventry - Volgograd");
  EXPECT_EQ(history[2].decided, Date{"2022-03-15"});
  EXPECT_EQ(history[2].by, coventry);
  EXPECT_EQ(history[2].by_city, "Coventry");
  EXPECT_EQ(history[2].reason, Reason("war"));
  EXPECT_EQ(history[2].condition, "peace");
  EXPECT_EQ(history[2].note, "Unanimous");
  EXPECT_EQ(history[2].rank, Rank::preferred);
  EXPECT_EQ(history[2].caused_by, cause);
  EXPECT_EQ(history[2].recorded_at, noon(2026, 7, 1));
  EXPECT_EQ(history[2].sources, "City Council: Minutes; Telegraph");
  EXPECT_EQ(history[0].sources, std::nullopt);
  EXPECT_EQ(history[0].by, std::nullopt);
}

TEST(History, OrdersActsByTheirFirstDayUndatedBeginningsFirstAndOtherUndatedActsWhenRecorded) {
  Book book;
  const BondId bond = book.blank_bond({book.city("Coventry"), book.city("Volgograd")});
  for (const char* const date : {"1950-06", "1944", "1950"}) {
    book.act(bond, {.kind = EventKind::renewed, .date = Date{date}});
  }
  book.act(bond, {.kind = EventKind::lapsed});
  book.act(bond, {.kind = EventKind::formed});
  book.act(bond, {.kind = EventKind::exchanged, .date = Date{"1950"}});
  EXPECT_THAT(words_of(book.ask([&](const Snapshot& now) { return now.history(bond); })),
              ElementsAre("formed undated", "renewed 1944", "renewed 1950", "exchanged 1950", "renewed 1950-06",
                          "lapsed undated"));
}

TEST(History, OfACityOrAPairIsThatOfAllItsBonds) {
  Book book;
  const CityId coventry = book.city("Coventry");
  const CityId volgograd = book.city("Volgograd");
  const CityId kiel = book.city("Kiel");
  book.bond({coventry, volgograd}, Date{"1944"});
  book.bond({coventry, kiel}, Date{"1947"});
  book.bond({volgograd, kiel}, Date{"1990"});
  book.bond({coventry, volgograd, kiel}, Date{"1980"});
  book.ask([&](const Snapshot& now) {
    EXPECT_THAT(words_of(now.history(coventry)), ElementsAre("formed 1944", "formed 1947", "formed 1980"));
    EXPECT_THAT(words_of(now.history(coventry, volgograd)), ElementsAre("formed 1944", "formed 1980"));
    EXPECT_THAT(words_of(now.history(volgograd, coventry)), ElementsAre("formed 1944", "formed 1980"));
    EXPECT_THAT(now.history(coventry, CityId(99)), IsEmpty());
  });
}

TEST(Rivals, AreInTheHistoryAndOnAListOfTheirOwn) {
  Book book;
  const BondId bond = book.bond({book.city("Coventry"), book.city("Volgograd")}, Date{"1944"});
  const EventId rival = book.act(bond, {.kind = EventKind::formed, .date = Date{"1941"}, .rank = Rank::rival});
  book.ask([&](const Snapshot& now) {
    EXPECT_THAT(words_of(now.history(bond)), ElementsAre("formed 1941", "formed 1944"));
    ASSERT_THAT(now.rivals(), SizeIs(1));
    EXPECT_EQ(now.rivals().front().id, rival);
    EXPECT_EQ(now.rivals().front().rank, Rank::rival);
  });
  book.registry().write([&](Transaction& tx) { tx.retract(rival); });
  EXPECT_THAT(book.ask([](const Snapshot& now) { return now.rivals(); }), IsEmpty());
}

TEST(Keepsakes, HaveAllThatIsKnownOfThem) {
  Book book;
  const CityId coventry = book.city("Coventry");
  const CityId volgograd = book.city("Volgograd");
  const BondId bond = book.bond({coventry, volgograd});
  const BondId other = book.bond({coventry, book.city("Kiel")});
  const KeepsakeId id = book.registry().write([&](Transaction& tx) {
    tx.add_keepsake(other, {.kind = KeepsakeKind::monument, .title = "Stone"});
    return tx.add_keepsake(bond, {.kind = KeepsakeKind::gift,
                                  .title = "Tablecloth",
                                  .giver = coventry,
                                  .receiver = volgograd,
                                  .date = Date{"1943"},
                                  .until = Date{"2030"},
                                  .place = "Panorama Museum",
                                  .note = "830 names"});
  });
  const auto keepsakes = book.ask([&](const Snapshot& now) { return now.keepsakes({.bond = bond}); });
  ASSERT_THAT(keepsakes, SizeIs(1));
  EXPECT_EQ(keepsakes[0].id, id);
  EXPECT_EQ(keepsakes[0].bond, bond);
  EXPECT_EQ(keepsakes[0].parties, "Coventry - Volgograd");
  EXPECT_EQ(keepsakes[0].kind, KeepsakeKind(KeepsakeKind::gift));
  EXPECT_EQ(keepsakes[0].title, "Tablecloth");
  EXPECT_EQ(keepsakes[0].giver, "Coventry");
  EXPECT_EQ(keepsakes[0].receiver, "Volgograd");
  EXPECT_EQ(keepsakes[0].date, Date{"1943"});
  EXPECT_EQ(keepsakes[0].until, Date{"2030"});
  EXPECT_EQ(keepsakes[0].place, "Panorama Museum");
  EXPECT_EQ(keepsakes[0].note, "830 names");
  EXPECT_THAT(book.ask([](const Snapshot& now) { return now.keepsakes(); }), SizeIs(2));
}

TEST(Sources, AreThoseOfABondAnActOrAKeepsake) {
  Book book;
  const BondId bond = book.bond({book.city("Coventry"), book.city("Volgograd")}, Date{"1944"});
  const EventId act = book.act(bond, {.kind = EventKind::renewed, .date = Date{"1950"}});
  const KeepsakeId keepsake = book.registry().write([&](Transaction& tx) {
    const SourceId minutes = tx.add_source({.title = "Minutes",
                                            .publisher = "City Council",
                                            .author = "A. Clerk",
                                            .url = "https://example.org",
                                            .published = Date{"1950"},
                                            .accessed = Date{"2026-01-02"},
                                            .language = "en",
                                            .note = "On paper"});
    const SourceId label = tx.add_source({.title = "Label"});
    tx.cite(act, minutes, {.locator = "p. 1"});
    tx.cite(act, minutes, {.locator = "p. 2"});
    const KeepsakeId cloth = tx.add_keepsake(bond, {.kind = KeepsakeKind::gift, .title = "Tablecloth"});
    tx.cite(cloth, label);
    return cloth;
  });
  book.ask([&](const Snapshot& now) {
    ASSERT_THAT(now.sources(bond), SizeIs(1)) << "once, though cited twice";
    const Source source = now.sources(act).at(0);
    EXPECT_EQ(source.title, "Minutes");
    EXPECT_EQ(source.publisher, "City Council");
    EXPECT_EQ(source.author, "A. Clerk");
    EXPECT_EQ(source.url, "https://example.org");
    EXPECT_EQ(source.published, Date{"1950"});
    EXPECT_EQ(source.accessed, Date{"2026-01-02"});
    EXPECT_EQ(source.language, "en");
    EXPECT_EQ(source.note, "On paper");
    ASSERT_THAT(now.sources(keepsake), SizeIs(1));
    EXPECT_EQ(now.sources(keepsake).front().title, "Label");
    EXPECT_THAT(now.sources(EventId(1)), IsEmpty());
  });
}

// Visitors
// ---------------------------------------------------------------------------------------------------------------

class Visitors : public testing::Test {
 protected:
  Visitors() : registry_(Registry::create(file_.path(), {.busy_timeout = std::chrono::milliseconds(100)})) {
    registry_.write([&](Transaction& tx) {
      for (const char* const name : {"Arnhem", "Coventry", "Kiel", "Volgograd"}) {
        cities_.push_back(tx.add_city({.name = name}));
      }
      for (std::size_t at = 1; at < cities_.size(); ++at) {
        tx.form({.parties = {cities_[at - 1], cities_[at]}, .date = Date{"1950"}});
      }
    });
  }

  TemporaryFile file_;
  Registry registry_;
  std::vector<CityId> cities_;
};

TEST_F(Visitors, MayAskAgainEvenTheSameQuestion) {
  std::vector<std::string> seen;
  registry_.read([&](const Snapshot& now) {
    now.for_each_city([&](const City& city) {
      std::size_t inner = 0;
      now.for_each_city([&](const City&) { ++inner; });
      now.for_each_bond({.city = city.id}, [&](const Bond& bond) {
        seen.push_back(city.name + " " + std::to_string(inner) + " " + std::to_string(now.parties(bond.id).size()) +
                       " " + std::to_string(now.bonds({.city = city.id}).size()));
      });
    });
  });
  EXPECT_THAT(seen, ElementsAre("Arnhem 4 2 1", "Coventry 4 2 2", "Coventry 4 2 2", "Kiel 4 2 2", "Kiel 4 2 2",
                                "Volgograd 4 2 1"));
}

TEST_F(Visitors, MayWriteToTheTransactionThatTheyVisit) {
  registry_.write([&](Transaction& tx) {
    tx.now().for_each_bond({.city = cities_[1]}, [&](const Bond& bond) {
      tx.record(bond.id, {.kind = EventKind::renewed, .date = Date{"1960"}});
    });
  });
  EXPECT_THAT(registry_.read([&](const Snapshot& now) { return now.history(cities_[1]); }), SizeIs(4));
}

TEST_F(Visitors, ThatGiveUpLeaveNoLockAndAUsableConnection) {
  const auto give_up = [](const auto&) { throw std::runtime_error("enough"); };
  registry_.read([&](const Snapshot& now) {
    EXPECT_THROW(now.for_each_city(give_up), std::runtime_error);
    EXPECT_THROW(now.for_each_bond({}, give_up), std::runtime_error);
    EXPECT_THROW(now.for_each_bond({.city = cities_[0]}, give_up), std::runtime_error);
    EXPECT_THAT(now.bonds(), SizeIs(3)) << "the same read goes on";
  });
  EXPECT_THROW(registry_.read([&](const Snapshot& now) { now.for_each_city(give_up); }), std::runtime_error);
  // Nothing holds the file: another program may take it whole, then change it.
  Database other(file_.path());
  EXPECT_EQ(other.refusal("BEGIN EXCLUSIVE; INSERT INTO city (name) VALUES ('Jinan'); COMMIT;"), "");
  EXPECT_TRUE(registry_.read([](const Snapshot& now) { return now.find_city("Jinan"); }));
}

TEST_F(Visitors, ThatGiveUpWithinAWriteLetItGoOn) {
  registry_.write([&](Transaction& tx) {
    const auto give_up = [](const City&) { throw std::runtime_error("enough"); };
    EXPECT_THROW(tx.now().for_each_city(give_up), std::runtime_error);
    tx.add_city({.name = "Jinan"});
  });
  EXPECT_TRUE(registry_.read([](const Snapshot& now) { return now.find_city("Jinan"); }));
}

TEST(Keepsakes, OfABondWithoutPartiesAreListedToo) {
  const support::TemporaryFile file;
  auto registry = Registry::create(file.path().string());
  support::Database(file.path())
      .run(
          "INSERT INTO bond (kind) VALUES ('twinning');"
          "INSERT INTO keepsake (bond_id, kind, title) VALUES (1, 'gift', 'A clock')");
  registry.read([](const Snapshot& now) {
    ASSERT_EQ(now.keepsakes().size(), 1U);
    EXPECT_EQ(now.keepsakes().front().parties, "");
  });
}

}  // namespace
}  // namespace twinning
