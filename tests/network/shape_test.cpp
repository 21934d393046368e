// The shape of networks whose figures can be told by heart.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <twinning/twinning.hpp>

#include "network/net.hpp"

namespace twinning {
namespace {

using support::network_of;
using support::Numbers;
using support::numbers_of;
using testing::DoubleNear;
using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;
using testing::Pair;

auto about(double value) { return DoubleNear(value, 1e-12); }

std::vector<double> values_of(const std::vector<CityFigure>& figures) {
  std::vector<double> values;
  for (const CityFigure& figure : figures) values.push_back(figure.value);
  return values;
}

std::vector<std::pair<std::int64_t, std::int64_t>> pairs_of(const std::vector<CityPair>& cities) {
  std::vector<std::pair<std::int64_t, std::int64_t>> pairs;
  for (const CityPair& pair : cities) pairs.emplace_back(pair.one.value(), pair.other.value());
  return pairs;
}

/// 1 - 2 - 3 - 4 - 5.
Network line() { return network_of(5, {{1, 2}, {2, 3}, {3, 4}, {4, 5}}); }

/// 1 in the middle of 2, 3, 4 and 5.
Network star() { return network_of(5, {{1, 2}, {1, 3}, {1, 4}, {1, 5}}); }

TEST(Figures, OfNothing) {
  for (const Network& network : {network_of(0, {}), network_of(1, {}), network_of(3, {})}) {
    const NetworkFigures figures = network.figures();
    EXPECT_EQ(figures.cities, 0);
    EXPECT_EQ(figures.pairs, 0);
    EXPECT_EQ(figures.components, 0);
    EXPECT_EQ(figures.giant_component, 0);
    EXPECT_EQ(figures.triangles, 0);
    EXPECT_EQ(figures.wedges, 0);
    EXPECT_EQ(figures.max_degree, 0);
    EXPECT_FALSE(figures.transitivity.has_value());
    EXPECT_FALSE(figures.assortativity.has_value());
    EXPECT_FALSE(figures.degree_gini.has_value());
    EXPECT_FALSE(figures.mean_distance.has_value());
    EXPECT_FALSE(figures.diameter.has_value());
    EXPECT_FALSE(figures.radius.has_value());
    EXPECT_THAT(network.cities(), IsEmpty());
    EXPECT_THAT(network.components(), IsEmpty());
    EXPECT_THAT(network.degrees(), IsEmpty());
    EXPECT_THAT(network.clustering(), IsEmpty());
    EXPECT_THAT(network.closeness(), IsEmpty());
    EXPECT_THAT(network.betweenness(), IsEmpty());
    EXPECT_THAT(network.bridges(), IsEmpty());
    EXPECT_THAT(network.articulation_cities(), IsEmpty());
  }
}

TEST(Figures, OfOnePair) {
  const Network network = network_of(2, {{1, 2}});
  const NetworkFigures figures = network.figures();
  EXPECT_EQ(figures.cities, 2);
  EXPECT_EQ(figures.pairs, 1);
  EXPECT_EQ(figures.max_degree, 1);
  EXPECT_FALSE(figures.transitivity.has_value()) << "no wedge";
  EXPECT_FALSE(figures.assortativity.has_value()) << "all degrees equal";
  EXPECT_THAT(figures.degree_gini, Optional(0.0));
  EXPECT_THAT(figures.mean_distance, Optional(1.0));
  EXPECT_THAT(figures.diameter, Optional(1));
  EXPECT_THAT(figures.radius, Optional(1));
  EXPECT_THAT(values_of(network.betweenness()), ElementsAre(0, 0));
  EXPECT_THAT(values_of(network.closeness()), ElementsAre(1, 1));
}

TEST(Figures, OfATriangle) {
  const Network network = network_of(3, {{1, 2, 3}});
  const NetworkFigures figures = network.figures();
  EXPECT_EQ(figures.pairs, 3) << "a bond of three makes three pairs";
  EXPECT_EQ(figures.triangles, 1);
  EXPECT_EQ(figures.wedges, 3);
  EXPECT_THAT(figures.transitivity, Optional(1.0));
  EXPECT_FALSE(figures.assortativity.has_value());
  EXPECT_THAT(figures.diameter, Optional(1));
  EXPECT_THAT(values_of(network.clustering()), Each(1.0));
  EXPECT_THAT(network.bridges(), IsEmpty());
}

TEST(Figures, OfAStar) {
  const Network network = star();
  const NetworkFigures figures = network.figures();
  EXPECT_EQ(figures.max_degree, 4);
  EXPECT_EQ(figures.wedges, 6);
  EXPECT_THAT(figures.transitivity, Optional(0.0));
  EXPECT_THAT(figures.assortativity, Optional(about(-1)));
  EXPECT_THAT(figures.degree_gini, Optional(about(0.3)));
  EXPECT_THAT(figures.mean_distance, Optional(about(1.6)));
  EXPECT_THAT(figures.diameter, Optional(2));
  EXPECT_THAT(figures.radius, Optional(1));
  EXPECT_THAT(values_of(network.betweenness()), ElementsAre(about(1), 0, 0, 0, 0));
  EXPECT_THAT(values_of(network.closeness()),
              ElementsAre(about(1), about(4.0 / 7), about(4.0 / 7), about(4.0 / 7), about(4.0 / 7)));
  EXPECT_THAT(numbers_of(network.articulation_cities()), ElementsAre(1));
  EXPECT_THAT(pairs_of(network.bridges()), ElementsAre(Pair(1, 2), Pair(1, 3), Pair(1, 4), Pair(1, 5)));
}

TEST(Figures, OfALine) {
  const Network network = line();
  const NetworkFigures figures = network.figures();
  EXPECT_THAT(figures.mean_distance, Optional(about(2)));
  EXPECT_THAT(figures.diameter, Optional(4));
  EXPECT_THAT(figures.radius, Optional(2));
  EXPECT_THAT(values_of(network.betweenness()), ElementsAre(0, about(0.5), about(4.0 / 6), about(0.5), 0));
  EXPECT_THAT(numbers_of(network.articulation_cities()), ElementsAre(2, 3, 4));
}

TEST(Figures, CountParallelBondsOnce) {
  const NetworkFigures figures = network_of(4, {{1, 2}, {1, 2}, {2, 3}, {1, 2, 3}, {3, 4}}).figures();
  EXPECT_EQ(figures.cities, 4);
  EXPECT_EQ(figures.pairs, 4);
  EXPECT_EQ(figures.triangles, 1);
  EXPECT_EQ(figures.max_degree, 3);
}

// More than the searches that run side by side.
TEST(Figures, OfALongCircle) {
  std::vector<Numbers> bonds;
  constexpr std::int64_t size = 1201;
  for (std::int64_t number = 1; number <= size; ++number) bonds.push_back({number, number % size + 1});
  const Network network = network_of(size, bonds);
  const NetworkFigures figures = network.figures();
  EXPECT_THAT(figures.diameter, Optional(600));
  EXPECT_THAT(figures.radius, Optional(600));
  EXPECT_THAT(figures.mean_distance, Optional(about(300.5)));
  EXPECT_THAT(network.bridges(), IsEmpty());
  EXPECT_EQ(network.chain(CityId(1), CityId(601)).value().bonds.size(), 600U);
}

TEST(Components, AreInTheOrderOfTheirSize) {
  const Network network = network_of(9, {{1, 2}, {3, 9}, {9, 4}, {5, 6}});
  std::vector<Numbers> components;
  for (const auto& component : network.components()) components.push_back(numbers_of(component));
  EXPECT_THAT(components, ElementsAre(Numbers{3, 4, 9}, Numbers{1, 2}, Numbers{5, 6}));
  EXPECT_EQ(network.figures().components, 3);
  EXPECT_EQ(network.figures().giant_component, 3);
  EXPECT_THAT(numbers_of(network.cities()), ElementsAre(1, 2, 3, 4, 5, 6, 9)) << "only those with a bond";
}

TEST(Degrees, CountCities) {
  std::vector<std::pair<std::int64_t, std::int64_t>> counts;
  for (const DegreeCount& count : star().degrees()) counts.emplace_back(count.twins, count.cities);
  EXPECT_THAT(counts, ElementsAre(Pair(1, 4), Pair(4, 1)));
}

std::vector<std::pair<std::int64_t, std::int64_t>> pairs_of(const std::vector<DistanceCount>& counts) {
  std::vector<std::pair<std::int64_t, std::int64_t>> pairs;
  for (const DistanceCount& count : counts) pairs.emplace_back(count.steps, count.pairs);
  return pairs;
}

TEST(Distances, CountPairs) {
  EXPECT_THAT(pairs_of(line().distances()), ElementsAre(Pair(1, 4), Pair(2, 3), Pair(3, 2), Pair(4, 1)));
  EXPECT_THAT(pairs_of(star().distances()), ElementsAre(Pair(1, 4), Pair(2, 6)));
  EXPECT_THAT(pairs_of(network_of(6, {{1, 2}, {3, 4}, {4, 5}}).distances()), ElementsAre(Pair(1, 3), Pair(2, 1)))
      << "of every component";
  EXPECT_THAT(network_of(3, {}).distances(), IsEmpty());
}

// A town with very many twins at the end of a long road: searches are many at once here, and few there.
TEST(Distances, AlongARoadFromAGreatTown) {
  constexpr std::int64_t twins = 1500;
  constexpr std::int64_t stations = 2000;
  std::vector<Numbers> bonds;
  for (std::int64_t twin = 2; twin <= twins + 1; ++twin) bonds.push_back({1, twin});
  for (std::int64_t station = 1; station <= stations; ++station) {
    bonds.push_back({station == 1 ? 1 : twins + station, twins + station + 1});
  }
  const Network network = network_of(1 + twins + stations, bonds);
  const auto counts = pairs_of(network.distances());
  ASSERT_EQ(counts.size(), stations + 1U);
  for (const auto& [steps, pairs] : counts) {
    const std::int64_t on_the_road = stations + 1 - steps;
    const std::int64_t from_twins = steps == 1 ? twins : steps == 2 ? twins * (twins - 1) / 2 + twins : twins;
    ASSERT_EQ(pairs, on_the_road + from_twins) << steps;
  }
  EXPECT_THAT(network.figures().radius, Optional(stations / 2 + 1));
}

/// On the equator, that many degrees east.
support::Net::Places at(const std::vector<double>& degrees) {
  return [=](std::int64_t number) -> std::optional<Coordinates> {
    const double east = degrees.at(static_cast<std::size_t>(number - 1));
    if (std::isnan(east)) return std::nullopt;
    return Coordinates{.latitude = 0, .longitude = east};
  };
}

TEST(Lengths, AreKilometresOnAGlobe) {
  const double degree = 6371.0088 * std::acos(-1.0) / 180;
  const auto figures =
      network_of(5, {{1, 2}, {1, 2}, {2, 3}, {3, 4}, {4, 5}}, at({0, 1, 3, 10, std::nan("")})).lengths();
  ASSERT_TRUE(figures.has_value());
  EXPECT_EQ(figures->pairs, 3);
  EXPECT_EQ(figures->unplaced, 1);
  EXPECT_NEAR(figures->mean, degree * (1 + 2 + 7) / 3, 1e-6);
  EXPECT_NEAR(figures->median, degree * 2, 1e-6);
  EXPECT_NEAR(figures->longest, degree * 7, 1e-6);
}

TEST(Lengths, OfAnEvenNumberHaveTheirMedianBetween) {
  const double degree = 6371.0088 * std::acos(-1.0) / 180;
  EXPECT_NEAR(network_of(3, {{1, 2}, {2, 3}}, at({0, 1, 4})).lengths().value().median, degree * 2, 1e-6);
}

// Drawn by its twins, city 2 is half of all ends: of pairs of different cities, 1-2 and 2-3 are 2/5 each, 1-3 is 1/5.
TEST(Lengths, StandBesideThoseOfRandomPairs) {
  const double degree = 6371.0088 * std::acos(-1.0) / 180;
  const auto figures = network_of(3, {{1, 2}, {2, 3}}, at({0, 1, 4})).lengths().value();
  const double expected = degree * (1 * 2 + 3 * 2 + 4) / 5;
  EXPECT_NEAR(figures.random_mean, expected, 4 * figures.random_error);
  EXPECT_GT(figures.random_error, 0);
  EXPECT_LT(figures.random_error, 0.002 * expected);
  EXPECT_NEAR(figures.random_median, degree * 3, 1e-6);
  EXPECT_EQ(network_of(3, {{1, 2}, {2, 3}}, at({0, 1, 4})).lengths().value().random_mean, figures.random_mean)
      << "the draw is the same every time";
}

TEST(Lengths, OfNoPlacesAreNone) {
  EXPECT_FALSE(network_of(3, {{1, 2}}).lengths().has_value());
  EXPECT_FALSE(network_of(3, {{1, 2}}, at({0, std::nan(""), 1})).lengths().has_value());
  EXPECT_FALSE(network_of(0, {}).lengths().has_value());
}

TEST(Countries, AreTiedByTheirPairs) {
  support::Book book;
  const CityId coventry = book.city("Coventry", "GB");
  const CityId leeds = book.city("Leeds", "GB");
  const CityId dresden = book.city("Dresden", "DE");
  const CityId volgograd = book.city("Volgograd", "RU");
  const CityId disney = book.city("Disney World");
  book.bond({coventry, dresden});
  book.bond({coventry, dresden});
  book.bond({dresden, leeds});
  book.bond({coventry, volgograd});
  book.bond({coventry, leeds});
  book.bond({coventry, disney});
  std::vector<std::string> ties;
  for (const CountryTie& tie :
       book.ask([](const Snapshot& now) { return Network(now, {.places = true}); }).countries()) {
    ties.push_back(tie.a.text() + "-" + tie.b.text() + " " + std::to_string(tie.pairs));
  }
  EXPECT_THAT(ties, ElementsAre("DE-GB 2", "GB-GB 1", "GB-RU 1"));
}

TEST(Countries, AndLengthsAndRoutesNeedPlaces) {
  const Network network = support::Net(2, {{1, 2}}).network();
  for (const Error& refused :
       {support::error_of([&] { (void)network.countries(); }), support::error_of([&] { (void)network.lengths(); }),
        support::error_of([&] { (void)network.route(CityId(1), CityId(2)); })}) {
    EXPECT_EQ(refused.category(), ErrorCategory::misuse);
    EXPECT_STREQ(refused.what(), "this network knows no places: make it with NetworkOptions::places set");
  }
}

TEST(Countries, AreThoseOfTheDay) {
  support::Book book;
  const CityId chemnitz = book.city("Chemnitz", "DE");
  const CityId manchester = book.city("Manchester", "GB");
  book.registry().write([&](Transaction& tx) {
    tx.add_country(chemnitz, {.country = "DD", .since = Date{"1949-10-07"}, .until = Date{"1990-10-03"}});
  });
  book.bond({chemnitz, manchester}, Date{"1983"});
  const auto tie = [&](const std::string& date) {
    const auto ties =
        book.ask([&](const Snapshot& now) { return Network(now, {.as_of = AsOf(Date(date)), .places = true}); })
            .countries();
    return ties.empty() ? std::string() : ties.front().a.text() + "-" + ties.front().b.text();
  };
  EXPECT_EQ(tie("1985"), "DD-GB");
  EXPECT_EQ(tie("1990-10-02"), "DD-GB");
  EXPECT_EQ(tie("1990-10-03"), "DE-GB");
  EXPECT_EQ(tie("1980"), "");
}

TEST(Course, HasTheFiguresOfEachYearsEnd) {
  support::Book book;
  const CityId coventry = book.city("Coventry");
  const CityId kiel = book.city("Kiel");
  const CityId brest = book.city("Brest");
  const BondId first = book.bond({coventry, kiel}, Date{"1947-12-31"});
  book.bond({kiel, brest}, Date{"1949-01-01"});
  book.act(first, {.kind = EventKind::cut, .date = Date{"1950-06-01"}, .by = kiel});
  const auto years = book.ask([](const Snapshot& now) { return Network::course(now, 1946, 1950); });
  std::vector<std::pair<std::int64_t, std::int64_t>> pairs;
  for (const NetworkYear& year : years) pairs.emplace_back(year.year, year.figures.pairs);
  EXPECT_THAT(pairs, ElementsAre(Pair(1946, 0), Pair(1947, 1), Pair(1948, 1), Pair(1949, 2), Pair(1950, 1)));
  EXPECT_THAT(years[3].figures.diameter, Optional(2));
  EXPECT_EQ(book.ask([](const Snapshot& now) {
    return Network::course(now, 1950, 1950, {.statuses = {Status::ended}}).front().figures.pairs;
  }),
            1);
  const Error refused =
      support::error_of([&] { book.ask([](const Snapshot& now) { return Network::course(now, 1950, 1949); }); });
  EXPECT_EQ(refused.category(), ErrorCategory::invalid_argument);
  EXPECT_STREQ(refused.what(), "the years 1950 to 1949 are none: give the first one first");
}

TEST(Course, IsOfYearsThatDatesCanHave) {
  const support::Book book;
  for (const auto& [first, last, told] :
       {std::tuple(-1, 5, "-1"), {9999, 10'000, "10000"}, {-70'000, 70'000, "-70000"}}) {
    const Error refused = support::error_of([&, years = std::pair(first, last)] {
      book.ask([&](const Snapshot& now) { return Network::course(now, years.first, years.second); });
    });
    EXPECT_EQ(refused.category(), ErrorCategory::invalid_argument);
    EXPECT_EQ(refused.what(), std::string(told) + " is no year of a course: give one from 0 to 9999");
  }
  EXPECT_THAT(book.ask([](const Snapshot& now) { return Network::course(now, 9999, 9999); }), testing::SizeIs(1));
}

// Each station has two ways to the next, so that there are 2 to the power of 1,100 from end to end.
TEST(Betweenness, OfMoreWaysThanADoubleCanCount) {
  constexpr std::int64_t diamonds = 1100;
  std::vector<Numbers> bonds;
  for (std::int64_t diamond = 0; diamond < diamonds; ++diamond) {
    const std::int64_t station = 1 + 3 * diamond;
    for (const std::int64_t between : {station + 1, station + 2}) {
      bonds.push_back({station, between});
      bonds.push_back({between, station + 3});
    }
  }
  constexpr std::int64_t size = 3 * diamonds + 1;
  constexpr double pairs = static_cast<double>(size - 1) * (size - 2) / 2;
  const std::vector<double> values = values_of(network_of(size, bonds).betweenness());
  ASSERT_EQ(values.size(), static_cast<std::size_t>(size));
  for (std::int64_t diamond = 0; diamond <= diamonds; ++diamond) {
    const auto place = static_cast<std::size_t>(3 * diamond);
    const auto before = static_cast<double>(3 * diamond);
    const auto after = static_cast<double>(3 * (diamonds - diamond));
    // Of the two towns of a diamond, each of its stations has one of the two ways from one to the other.
    const double beside = (diamond > 0 ? 0.5 : 0) + (diamond < diamonds ? 0.5 : 0);
    ASSERT_NEAR(values[place], (before * after + beside) / pairs, 1e-12) << diamond;
    if (diamond == diamonds) break;
    ASSERT_NEAR(values[place + 1], (before + 1) * (after - 2) / 2 / pairs, 1e-12) << diamond;
    ASSERT_NEAR(values[place + 2], values[place + 1], 1e-12) << diamond;
  }
}

TEST(Bridges, OfTwoTriangles) {
  const Network network = network_of(6, {{1, 2}, {2, 3}, {3, 1}, {3, 4}, {3, 4}, {4, 5}, {5, 6}, {6, 4}});
  EXPECT_THAT(pairs_of(network.bridges()), ElementsAre(Pair(3, 4))) << "of two bonds, but one pair";
  EXPECT_THAT(numbers_of(network.articulation_cities()), ElementsAre(3, 4));
}

}  // namespace
}  // namespace twinning
