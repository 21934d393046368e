// Ways from city to city in networks small enough to draw.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <optional>
#include <utility>
#include <vector>

#include <twinning/twinning.hpp>

#include "network/net.hpp"

namespace twinning {
namespace {

using support::network_of;
using support::Numbers;
using support::numbers_of;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

std::optional<Numbers> cities_between(const Network& network, std::int64_t from, std::int64_t to) {
  const auto chain = network.chain(CityId(from), CityId(to));
  return chain ? std::optional(numbers_of(chain->cities)) : std::nullopt;
}

std::vector<std::pair<std::int64_t, std::int64_t>> pairs_of(const std::vector<CityAway>& cities) {
  std::vector<std::pair<std::int64_t, std::int64_t>> pairs;
  for (const CityAway& away : cities) pairs.emplace_back(away.city.value(), away.steps);
  return pairs;
}

std::vector<std::pair<std::int64_t, std::int64_t>> pairs_of(const std::vector<Cousin>& cousins) {
  std::vector<std::pair<std::int64_t, std::int64_t>> pairs;
  for (const Cousin& cousin : cousins) pairs.emplace_back(cousin.city.value(), cousin.shared);
  return pairs;
}

/// 1 - 2 - 3 - 4 - 5, and 6 - 7 by themselves; 8 has no bond.
Network line() { return network_of(8, {{1, 2}, {2, 3}, {3, 4}, {4, 5}, {6, 7}}); }

TEST(Chain, LeadsFromBondToBond) {
  const auto chain = line().chain(CityId(1), CityId(4));
  ASSERT_TRUE(chain.has_value());
  EXPECT_THAT(numbers_of(chain->cities), ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(numbers_of(chain->bonds), ElementsAre(1, 2, 3));
}

TEST(Chain, HasALengthForEachDistance) {
  const Network network = line();
  for (std::int64_t from = 1; from <= 5; ++from) {
    for (std::int64_t to = 1; to <= 5; ++to) {
      const auto chain = network.chain(CityId(from), CityId(to));
      ASSERT_TRUE(chain.has_value());
      EXPECT_THAT(chain->bonds, SizeIs(static_cast<std::size_t>(std::abs(from - to))));
      EXPECT_EQ(chain->cities.front(), CityId(from));
      EXPECT_EQ(chain->cities.back(), CityId(to));
    }
  }
}

TEST(Chain, FromACityToItselfHasNoStep) {
  const auto chain = line().chain(CityId(3), CityId(3));
  ASSERT_TRUE(chain.has_value());
  EXPECT_THAT(numbers_of(chain->cities), ElementsAre(3));
  EXPECT_THAT(chain->bonds, IsEmpty());
}

TEST(Chain, IsNotThereWhereThereIsNoWay) {
  EXPECT_FALSE(line().chain(CityId(1), CityId(6)).has_value());
  EXPECT_FALSE(line().chain(CityId(1), CityId(8)).has_value()) << "a city without a bond";
  EXPECT_FALSE(line().chain(CityId(8), CityId(8)).has_value());
  EXPECT_FALSE(line().chain(CityId(99), CityId(1)).has_value()) << "a city that nobody knows";
  EXPECT_THAT(line().chains(CityId(1), CityId(6)), IsEmpty());
}

TEST(Chain, OfEquallyShortOnesIsTheOneWhoseCitiesComeFirst) {
  // From 1 to 6 by 2 or 3 and then by 4 or 5; 2 leads to 5 only.
  const Network network = network_of(6, {{1, 3}, {1, 2}, {2, 5}, {3, 4}, {3, 5}, {4, 6}, {5, 6}});
  EXPECT_EQ(cities_between(network, 1, 6), (Numbers{1, 2, 5, 6}));
  EXPECT_EQ(cities_between(network, 6, 1), (Numbers{6, 4, 3, 1}));
  std::vector<Numbers> all;
  for (const Chain& chain : network.chains(CityId(1), CityId(6))) all.push_back(numbers_of(chain.cities));
  EXPECT_THAT(all, ElementsAre(Numbers{1, 2, 5, 6}, Numbers{1, 3, 4, 6}, Numbers{1, 3, 5, 6}));
  EXPECT_THAT(network.chains(CityId(1), CityId(6), 2), SizeIs(2));
  EXPECT_THAT(network.chains(CityId(1), CityId(6), 0), IsEmpty());
  EXPECT_THAT(network.chains(CityId(4), CityId(4)), SizeIs(1));
}

TEST(Chain, TakesTheLowestOfParallelBonds) {
  const Network network = network_of(3, {{2, 3}, {1, 2}, {1, 2}, {1, 2, 3}});
  EXPECT_THAT(numbers_of(network.chain(CityId(1), CityId(2))->bonds), ElementsAre(2));
  EXPECT_THAT(numbers_of(network.bonds_between(CityId(1), CityId(2))), ElementsAre(2, 3, 4));
  EXPECT_THAT(numbers_of(network.bonds_between(CityId(3), CityId(1))), ElementsAre(4));
  EXPECT_THAT(network.bonds_between(CityId(1), CityId(1)), IsEmpty());
  EXPECT_THAT(network.bonds_between(CityId(1), CityId(99)), IsEmpty());
}

TEST(Chain, CrossesABondOfThreeInOneStep) {
  const Network network = network_of(4, {{1, 2, 3}, {3, 4}});
  const auto chain = network.chain(CityId(1), CityId(4));
  ASSERT_TRUE(chain.has_value());
  EXPECT_THAT(numbers_of(chain->cities), ElementsAre(1, 3, 4));
  EXPECT_THAT(numbers_of(chain->bonds), ElementsAre(1, 2));
  EXPECT_THAT(numbers_of(network.neighbours(CityId(3))), ElementsAre(1, 2, 4));
}

TEST(Within, HasTheNearestFirst) {
  const Network network = line();
  EXPECT_THAT(pairs_of(network.within(CityId(3), 1)), ElementsAre(Pair(2, 1), Pair(4, 1)));
  EXPECT_THAT(pairs_of(network.within(CityId(2), 9)), ElementsAre(Pair(1, 1), Pair(3, 1), Pair(4, 2), Pair(5, 3)));
  EXPECT_THAT(network.within(CityId(3), 0), IsEmpty());
  EXPECT_THAT(network.within(CityId(3), -1), IsEmpty());
  EXPECT_THAT(network.within(CityId(8), 3), IsEmpty());
}

TEST(Cousins, ShareATwinAndHaveNoBond) {
  // 1 and 2 share 3 and 4, 1 and 5 share 4 only; 6 is a twin of 1 and shares 4 with it.
  const Network network = network_of(6, {{1, 3}, {2, 3}, {1, 4}, {2, 4}, {5, 4}, {6, 4}, {1, 6}, {1, 3}});
  EXPECT_THAT(pairs_of(network.cousins(CityId(1))), ElementsAre(Pair(2, 2), Pair(5, 1)));
  EXPECT_THAT(network.cousins(CityId(99)), IsEmpty());
}

/// On the equator, a degree apart: 111.195 km on a globe of 6371.0088 km.
std::optional<Coordinates> on_the_equator(std::int64_t number) {
  return Coordinates{.latitude = 0, .longitude = static_cast<double>(number)};
}
constexpr double degree = 6371.0088 * 3.14159265358979323846 / 180;

TEST(Route, TakesTheFewestKilometresAndNotTheFewestSteps) {
  // 1 and 4 have a twin in common, but far away.
  const Network network = network_of(50, {{1, 50}, {50, 4}, {1, 2}, {2, 3}, {3, 4}}, on_the_equator);
  EXPECT_THAT(cities_between(network, 1, 4), testing::Optional(ElementsAre(1, 50, 4)));
  const auto route = network.route(CityId(1), CityId(4));
  ASSERT_TRUE(route.has_value());
  EXPECT_THAT(numbers_of(route->chain.cities), ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(numbers_of(route->chain.bonds), ElementsAre(3, 4, 5));
  EXPECT_NEAR(route->kilometres, 3 * degree, 1e-6);
}

TEST(Route, GoesOverThePole) {
  const auto places = [](std::int64_t number) {
    return std::optional(Coordinates{.latitude = number == 2   ? 90.0
                                                 : number == 3 ? 0.0
                                                               : 80.0,
                                     .longitude = number == 1   ? 0.0
                                                  : number == 3 ? 90.0
                                                                : 180.0});
  };
  const auto route = network_of(4, {{1, 2}, {2, 4}, {1, 3}, {3, 4}}, places).route(CityId(1), CityId(4));
  ASSERT_TRUE(route.has_value());
  EXPECT_THAT(numbers_of(route->chain.cities), ElementsAre(1, 2, 4));
  EXPECT_NEAR(route->kilometres, 20 * degree, 1e-6);
}

TEST(Route, LeadsOverNoCityWhosePlaceIsUnknown) {
  const auto places = [](std::int64_t number) {
    return number == 2 || number == 6 ? std::optional<Coordinates>() : on_the_equator(number);
  };
  const Network network = network_of(8, {{1, 2}, {2, 3}, {1, 5}, {5, 3}, {3, 6}, {7, 8}}, places);
  EXPECT_THAT(numbers_of(network.route(CityId(1), CityId(3)).value().chain.cities), ElementsAre(1, 5, 3));
  EXPECT_FALSE(network.route(CityId(1), CityId(6)).has_value());
  EXPECT_FALSE(network.route(CityId(6), CityId(1)).has_value());
  EXPECT_FALSE(network.route(CityId(1), CityId(7)).has_value()) << "no way at all";
  EXPECT_FALSE(network.route(CityId(1), CityId(4)).has_value()) << "no bond";
  EXPECT_FALSE(network.route(CityId(1), CityId(99)).has_value()) << "nobody knows it";
}

TEST(Route, FromACityToItselfIsThere) {
  const auto route = network_of(2, {{1, 2}}, on_the_equator).route(CityId(1), CityId(1));
  ASSERT_TRUE(route.has_value());
  EXPECT_THAT(numbers_of(route->chain.cities), ElementsAre(1));
  EXPECT_THAT(route->chain.bonds, IsEmpty());
  EXPECT_EQ(route->kilometres, 0);
}

TEST(Parting, ByABondThatEnds) {
  const Network network = network_of(7, {{1, 2}, {2, 3}, {3, 1}, {3, 4}, {4, 5}, {6, 7}});
  EXPECT_THAT(numbers_of(network.parted_without(BondId(4))), ElementsAre(Numbers{1, 2, 3}, Numbers{4, 5}));
  EXPECT_THAT(numbers_of(network.parted_without(BondId(5))), ElementsAre(Numbers{1, 2, 3, 4}, Numbers{5}));
  EXPECT_THAT(numbers_of(network.parted_without(BondId(6))), ElementsAre(Numbers{6}, Numbers{7}));
  EXPECT_THAT(network.parted_without(BondId(1)), IsEmpty()) << "a triangle";
  EXPECT_THAT(network.parted_without(BondId(99)), IsEmpty());
}

TEST(Parting, ByOneOfSeveralBonds) {
  const Network network = network_of(5, {{1, 2}, {1, 2}, {2, 3, 4}, {3, 4}, {4, 5}});
  EXPECT_THAT(network.parted_without(BondId(1)), IsEmpty()) << "the other one is left";
  EXPECT_THAT(numbers_of(network.parted_without(BondId(3))), ElementsAre(Numbers{3, 4, 5}, Numbers{1, 2}));
}

TEST(Parting, ByABondOfMany) {
  EXPECT_THAT(numbers_of(network_of(4, {{1, 2, 3}, {3, 4}}).parted_without(BondId(1))),
              ElementsAre(Numbers{3, 4}, Numbers{1}, Numbers{2}));
}

TEST(Parting, ByACityThatGoes) {
  const Network network = network_of(7, {{1, 2}, {2, 3}, {3, 1}, {3, 4}, {4, 5}, {6, 7}});
  EXPECT_THAT(numbers_of(network.parted_without(CityId(3))), ElementsAre(Numbers{1, 2}, Numbers{4, 5}));
  EXPECT_THAT(network.parted_without(CityId(1)), IsEmpty());
  EXPECT_THAT(network.parted_without(CityId(6)), IsEmpty()) << "one is left";
  EXPECT_THAT(network.parted_without(CityId(99)), IsEmpty());
}

TEST(Joining, ByABondThatIsFormed) {
  const Network network = line();
  EXPECT_THAT(numbers_of(network.joined_by(CityId(7), CityId(3))), ElementsAre(Numbers{6, 7}, Numbers{1, 2, 3, 4, 5}));
  EXPECT_THAT(numbers_of(network.joined_by(CityId(8), CityId(6))), ElementsAre(Numbers{8}, Numbers{6, 7}));
  EXPECT_THAT(network.joined_by(CityId(1), CityId(5)), IsEmpty()) << "there is a way";
  EXPECT_THAT(network.joined_by(CityId(8), CityId(8)), IsEmpty());
}

}  // namespace
}  // namespace twinning
