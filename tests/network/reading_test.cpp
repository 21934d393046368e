// Which bonds make a network: of a day, of what was known, of kinds and statuses, certain ones or all; and who may use
// it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <future>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <twinning/twinning.hpp>

#include "api/book.hpp"
#include "network/net.hpp"
#include "support/database.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using support::Book;
using support::Database;
using support::error_of;
using support::Net;
using support::network_of;
using support::noon;
using support::numbers_of;
using support::TemporaryFile;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

static_assert(std::is_nothrow_copy_constructible_v<Network> && std::is_nothrow_copy_assignable_v<Network>);

AsOf day(const std::string& date) { return AsOf(Date(date)); }

class Reading : public testing::Test {
 protected:
  Reading() : coventry_(book_.city("Coventry")), kiel_(book_.city("Kiel")), brest_(book_.city("Brest")) {}

  Network network(const NetworkOptions& options = {}) {
    return book_.ask([&](const Snapshot& now) { return Network(now, options); });
  }

  /// Whether the two have a bond in the network.
  bool are_bound(CityId one, CityId other, const NetworkOptions& options = {}) {
    return !network(options).bonds_between(one, other).empty();
  }

  std::size_t pairs_known(const std::string& moment) {
    return book_.registry().read(KnownAt(Date(moment)), [](const Snapshot& then) {
      return static_cast<std::size_t>(Network(then).figures().pairs);
    });
  }

  Book book_;
  CityId coventry_;
  CityId kiel_;
  CityId brest_;
};

TEST_F(Reading, OfADay) {
  const BondId bond = book_.bond({coventry_, kiel_}, Date{"1950-03-01"});
  book_.bond({kiel_, brest_}, Date{"1960-03-01"});
  book_.act(bond, {.kind = EventKind::cut, .date = Date{"1970-03-01"}, .by = kiel_});
  EXPECT_FALSE(are_bound(coventry_, kiel_, {.as_of = day("1950-02-28")}));
  EXPECT_TRUE(are_bound(coventry_, kiel_, {.as_of = day("1950-03-01")}));
  EXPECT_FALSE(network({.as_of = day("1955-01-01")}).contains(brest_));
  EXPECT_THAT(network({.as_of = day("1965-01-01")}).cities(), ElementsAre(coventry_, kiel_, brest_));
  EXPECT_TRUE(are_bound(coventry_, kiel_, {.as_of = day("1970-02-28")}));
  EXPECT_FALSE(are_bound(coventry_, kiel_, {.as_of = day("1970-03-01")}));
  EXPECT_THAT(network().cities(), ElementsAre(kiel_, brest_)) << "today";
}

TEST_F(Reading, OfTheRegistrysToday) {
  book_.bond({coventry_, kiel_}, Date{"2020-06-15"});
  book_.clock().set(noon(2020, 6, 14));
  EXPECT_FALSE(are_bound(coventry_, kiel_));
  book_.clock().set(noon(2020, 6, 15));
  EXPECT_TRUE(are_bound(coventry_, kiel_));
}

TEST_F(Reading, OfWhatDatesLeaveOpen) {
  book_.bond({coventry_, kiel_}, Date{"1950"});
  book_.bond({kiel_, brest_});
  EXPECT_TRUE(are_bound(coventry_, kiel_, {.as_of = day("1950-07-01")}));
  EXPECT_FALSE(are_bound(coventry_, kiel_, {.as_of = day("1950-07-01"), .certain_only = true}));
  EXPECT_TRUE(are_bound(coventry_, kiel_, {.as_of = day("1951-07-01"), .certain_only = true}));
  EXPECT_TRUE(are_bound(kiel_, brest_, {.as_of = day("1900-01-01")}));
  EXPECT_FALSE(are_bound(kiel_, brest_, {.as_of = day("1900-01-01"), .certain_only = true}));
}

// Whether it was active or suspended in 2022 is open, that it was in force is not.
TEST_F(Reading, OfStretchesThatFollowEachOther) {
  const BondId bond = book_.bond({coventry_, kiel_}, Date{"1950"});
  book_.act(bond, {.kind = EventKind::suspended, .date = Date{"2022"}, .by = kiel_});
  const AsOf then = day("2022-07-01");
  EXPECT_TRUE(are_bound(coventry_, kiel_, {.as_of = then, .certain_only = true}));
  EXPECT_TRUE(are_bound(coventry_, kiel_, {.as_of = then, .statuses = {Status::active}}));
  EXPECT_TRUE(are_bound(coventry_, kiel_, {.as_of = then, .statuses = {Status::suspended}}));
  EXPECT_FALSE(are_bound(coventry_, kiel_, {.as_of = then, .statuses = {Status::active}, .certain_only = true}));
  EXPECT_FALSE(are_bound(coventry_, kiel_, {.as_of = then, .statuses = {Status::suspended}, .certain_only = true}));
}

TEST_F(Reading, OfStatuses) {
  const BondId suspended = book_.bond({coventry_, kiel_}, Date{"1950"});
  book_.act(suspended, {.kind = EventKind::suspended, .date = Date{"2022"}, .by = kiel_});
  const BondId ended = book_.bond({kiel_, brest_}, Date{"1950"});
  book_.act(ended, {.kind = EventKind::cut, .date = Date{"2000"}, .by = kiel_});
  EXPECT_TRUE(are_bound(coventry_, kiel_));
  EXPECT_FALSE(are_bound(coventry_, kiel_, {.statuses = {Status::active, Status::dormant}}));
  EXPECT_FALSE(are_bound(kiel_, brest_));
  EXPECT_TRUE(are_bound(kiel_, brest_, {.statuses = {Status::ended}}));
}

TEST_F(Reading, OfKinds) {
  book_.form({.parties = {coventry_, kiel_}, .kind = BondKind::twinning, .date = Date{"1950"}});
  book_.form({.parties = {kiel_, brest_}, .kind = BondKind::friendship, .date = Date{"1950"}});
  book_.form({.parties = {coventry_, brest_}, .kind = BondKind::ring, .date = Date{"1950"}});
  EXPECT_EQ(network().figures().pairs, 3);
  EXPECT_EQ(network({.kinds = {BondKind::ring}}).figures().pairs, 1);
  EXPECT_EQ(network({.kinds = {BondKind::ring, BondKind::twinning}}).figures().pairs, 2);
  EXPECT_FALSE(are_bound(kiel_, brest_, {.kinds = {BondKind::ring, BondKind::twinning}}));
  EXPECT_THAT(network({.kinds = {"no such kind"}}).cities(), IsEmpty());
}

TEST_F(Reading, OfPartiesThatJoinAndLeave) {
  const BondId bond = book_.bond({coventry_, kiel_, brest_}, Date{"1950"});
  book_.act(bond, {.kind = EventKind::left, .date = Date{"1980-01-01"}, .by = brest_});
  EXPECT_EQ(network({.as_of = day("1979-01-01")}).figures().pairs, 3);
  EXPECT_THAT(network().cities(), ElementsAre(coventry_, kiel_));
}

TEST_F(Reading, OfWhatWasKnown) {
  book_.clock().set(noon(2010, 1, 1));
  const BondId bond = book_.bond({coventry_, kiel_}, Date{"1950"});
  book_.clock().set(noon(2012, 1, 1));
  book_.bond({kiel_, brest_}, Date{"1950"});
  book_.clock().set(noon(2014, 1, 1));
  book_.act(bond, {.kind = EventKind::cut, .date = Date{"2009"}, .by = kiel_});
  book_.clock().set(noon(2026, 6, 15));
  EXPECT_EQ(pairs_known("2009"), 0U);
  EXPECT_EQ(pairs_known("2010"), 1U);
  EXPECT_EQ(pairs_known("2013"), 2U);
  EXPECT_EQ(pairs_known("2014"), 1U);
  EXPECT_EQ(network().figures().pairs, 1);
}

// A merged town's bonds are carried by the one that followed it: known now by stored spans, known then by derived ones.
TEST_F(Reading, OfSuccessors) {
  book_.clock().set(noon(2010, 1, 1));
  const CityId merged = book_.city("Merged Town");
  book_.bond({coventry_, kiel_}, Date{"1950"});
  book_.bond({kiel_, brest_}, Date{"1950"});
  book_.clock().set(noon(2012, 1, 1));
  book_.registry().write([&](Transaction& tx) {
    tx.record_succession(
        {.predecessor = coventry_, .successor = merged, .kind = SuccessionKind::merged, .date = Date{"1974-04-01"}});
  });
  book_.clock().set(noon(2026, 6, 15));
  EXPECT_THAT(network().cities(), ElementsAre(kiel_, brest_, merged));
  EXPECT_THAT(network({.as_of = day("1960-01-01")}).cities(), ElementsAre(coventry_, kiel_, brest_));
  const auto known = [&](const std::string& moment) {
    return book_.registry().read(KnownAt(Date(moment)), [](const Snapshot& then) { return Network(then).cities(); });
  };
  EXPECT_THAT(known("2011"), ElementsAre(coventry_, kiel_, brest_));
  EXPECT_THAT(known("2012"), ElementsAre(kiel_, brest_, merged));
}

TEST_F(Reading, InsideAWrite) {
  book_.registry().write([&](Transaction& tx) {
    tx.form({.parties = {coventry_, kiel_}, .date = Date{"1950"}});
    EXPECT_THAT(Network(tx.now()).cities(), ElementsAre(coventry_, kiel_));
  });
}

TEST(Network, OutlivesItsRegistry) {
  std::optional<Network> network;
  {
    const Net net(3, {{1, 2}, {2, 3}});
    network = net.network();
  }
  EXPECT_THAT(numbers_of(network->chain(CityId(1), CityId(3)).value().cities), ElementsAre(1, 2, 3));
}

TEST(Network, StaysWholeWhenItIsMovedFrom) {
  Network network = network_of(2, {{1, 2}});
  const Network other = std::move(network);
  EXPECT_EQ(network.figures().pairs, 1);  // NOLINT(bugprone-use-after-move): that is what is promised
  EXPECT_EQ(other.figures().pairs, 1);
}

TEST(Network, IsSharedBetweenThreads) {
  std::vector<support::Numbers> bonds;
  for (std::int64_t number = 1; number < 200; ++number) bonds.push_back({number, number + 1});
  const Network network = network_of(200, bonds);
  std::vector<std::future<std::size_t>> answers;
  for (std::int64_t thread = 0; thread < 4; ++thread) {
    answers.push_back(std::async(std::launch::async, [&network, thread] {
      const Network copy = network;
      std::size_t steps = 0;
      for (std::int64_t number = 1; number <= 200; ++number) {
        steps += network.chain(CityId(thread + 1), CityId(number)).value().bonds.size();
      }
      return steps + static_cast<std::size_t>(copy.figures().diameter.value());
    }));
  }
  for (std::size_t before = 0; before < 4; ++before) {
    const std::size_t after = 199 - before;
    EXPECT_EQ(answers[before].get(), before * (before + 1) / 2 + after * (after + 1) / 2 + 199) << before;
  }
}

// That is damage, which check finds; the network rests on one side alone.
TEST(Network, IsEvenInAFileInWhichAPairStandsFromOneSideOnly) {
  for (const std::string damage : {"city_id = 2", "city_id = 1 AND twin_id = 2", "city_id = 2 AND twin_id = 1"}) {
    SCOPED_TRACE(damage);
    const TemporaryFile file;
    {
      auto registry = Registry::create(file.path());
      registry.write([](Transaction& tx) {
        const CityId one = tx.add_city({.name = "One"});
        const CityId other = tx.add_city({.name = "Other"});
        const CityId third = tx.add_city({.name = "Third"});
        tx.form({.parties = {one, other, third}, .date = Date{"1950"}});
      });
    }
    Database(file.path()).run("DELETE FROM twin_span WHERE " + damage);
    const Registry registry = Registry::open(file.path());
    const Network network = registry.read([](const Snapshot& now) { return Network(now); });
    for (const CityId city : network.cities()) {
      for (const CityId twin : network.neighbours(city)) {
        EXPECT_THAT(network.neighbours(twin), testing::Contains(city));
        EXPECT_EQ(network.chain(city, twin).value().bonds.size(), 1U);
      }
    }
    EXPECT_EQ(static_cast<std::size_t>(network.figures().cities), network.cities().size());
  }
}

TEST(Network, IsPartedByABondWhoseSidesDoNotHangTogether) {
  const TemporaryFile file;
  {
    auto registry = Registry::create(file.path());
    registry.write([](Transaction& tx) {
      std::vector<CityId> cities;
      for (const char* const name : {"One", "Two", "Three", "Four"}) cities.push_back(tx.add_city({.name = name}));
      tx.form({.parties = cities, .date = Date{"1950"}});
      tx.form({.parties = {cities[2], cities[3]}, .date = Date{"1950"}});
    });
  }
  Database(file.path()).run("DELETE FROM twin_span WHERE bond_id = 1 AND (city_id < 3) <> (twin_id < 3)");
  const Network network = Registry::open(file.path()).read([](const Snapshot& now) { return Network(now); });
  EXPECT_EQ(network.components().size(), 2U);
  EXPECT_THAT(support::numbers_of(network.parted_without(BondId(1))),
              testing::ElementsAre(support::Numbers{1}, support::Numbers{2}))
      << "the other two have another bond";
}

TEST(Network, OfAnyIdsThatADamagedFileHas) {
  for (const std::string ids :
       {"-5, 1, 2", "-9223372036854775807, 1, 9223372036854775807", "0, 1, 1", "3, 1, 4000000000"}) {
    SCOPED_TRACE(ids);
    const TemporaryFile file;
    Registry::create(file.path());
    Database(file.path())
        .run("INSERT INTO twin_span (city_id, bond_id, twin_id, position, status, from_earliest, kind) VALUES (" + ids +
             ", 1, 'active', '1950-01-01', 'twinning')");
    const Network network =
        Registry::open(file.path()).read([](const Snapshot& now) { return Network(now, {.places = true}); });
    ASSERT_EQ(network.cities().size(), 2U);
    EXPECT_EQ(network.chain(network.cities()[0], network.cities()[1]).value().bonds.size(), 1U);
  }
}

/// A date of a few years, as vague as people are.
std::string any_date(std::mt19937& chance) {
  const auto year = [&] { return 1950 + static_cast<int>(chance() % 8); };
  const int first = year();
  switch (chance() % 6) {
    case 0:
      return fmt::format("{}-{:02}", first, 1 + chance() % 12);
    case 1:
      return fmt::format("{}/{}", first, first + static_cast<int>(chance() % 6));
    case 2:
      return fmt::format("{}/..", first);
    case 3:
      return "195X";
    default:
      return std::to_string(first);
  }
}

// By default the file leaves out what can't be in force; told the same statuses in words, or as known at a moment, the
// library looks at whole lives.
TEST(Network, IsTheSameWhoeverLeavesOutWhatIsNotInForce) {
  std::mt19937 chance(1958);
  int pairs = 0;
  for (int round = 0; round < 40; ++round) {
    Book book;
    std::vector<CityId> cities;
    for (int number = 0; number < 6; ++number) cities.push_back(book.city("Town " + std::to_string(number)));
    const auto any_city = [&] { return cities[chance() % cities.size()]; };
    for (int number = 0; number < 8; ++number) {
      std::set<CityId> parties = {any_city(), any_city()};
      if (chance() % 4 == 0) parties.insert(any_city());
      if (parties.size() < 2) continue;
      const BondId bond = book.bond({parties.begin(), parties.end()},
                                    chance() % 5 == 0 ? std::optional<Date>() : Date(any_date(chance)));
      for (auto acts = chance() % 4; acts > 0; --acts) {
        constexpr std::array kinds = {EventKind::suspended, EventKind::resumed, EventKind::cut, EventKind::renewed};
        book.act(bond, {.kind = EventKind(kinds.at(chance() % kinds.size())),
                        .date = Date(any_date(chance)),
                        .by = chance() % 2 == 0 ? std::optional(*parties.begin()) : std::nullopt});
      }
    }
    for (int year = 1949; year < 1962; ++year) {
      const AsOf as_of = day(std::to_string(year) + "-06-15");
      const auto told = [&](const Network& network) {
        std::string text;
        for (const CityId city : network.cities()) {
          for (const CityId twin : network.neighbours(city)) {
            for (const BondId bond : network.bonds_between(city, twin)) {
              text += fmt::format("{}-{}={} ", city.value(), twin.value(), bond.value());
            }
          }
        }
        return text;
      };
      const NetworkOptions in_words{.as_of = as_of, .statuses = {Status::active, Status::suspended, Status::dormant}};
      const auto now = book.ask([&](const Snapshot& snapshot) { return Network(snapshot, {.as_of = as_of}); });
      const auto whole = book.ask([&](const Snapshot& snapshot) { return Network(snapshot, in_words); });
      const auto then = book.registry().read(
          KnownAt(Date("2026-06-15")), [&](const Snapshot& snapshot) { return Network(snapshot, {.as_of = as_of}); });
      ASSERT_EQ(told(now), told(whole)) << round << " in " << year;
      ASSERT_EQ(told(now), told(then)) << round << " in " << year;
      pairs += static_cast<int>(now.figures().pairs);
      // Rings rest on it that what is in the network has a stretch in which it began.
      const auto rings = book.ask([&](const Snapshot& snapshot) { return Network::rings(snapshot, {.as_of = as_of}); });
      for (const Ring& ring : rings)
        EXPECT_LT(ring.last_sides.size(), ring.cities.size() * (ring.cities.size() - 1) / 2);
    }
  }
  EXPECT_GT(pairs, 1000);
}

}  // namespace
}  // namespace twinning
