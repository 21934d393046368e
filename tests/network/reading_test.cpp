// Which bonds make a network: of a day, of what was known, of kinds and statuses, certain ones or all; and who may use
// it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

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

}  // namespace
}  // namespace twinning
