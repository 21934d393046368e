// Random networks: every figure and way is what networkx says it is.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <twinning/twinning.hpp>

#include "network/net.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using support::Net;
using support::Numbers;
using support::TemporaryFile;

/// What is said of a network, by what it is said of.
using Said = std::map<std::string, double>;

struct RandomNet {
  std::int64_t cities;
  std::vector<Numbers> bonds;  // of two parties, or of three
};

/// Some thin and in many parts, some thick, some with a city that many are bound to; bonds repeat.
RandomNet random_net(std::mt19937& chance) {
  RandomNet net{.cities = std::uniform_int_distribution(3, 30)(chance), .bonds = {}};
  const double thickness = std::uniform_real_distribution(0.5, 3.0)(chance);
  const double to_the_first = std::uniform_real_distribution(0.0, 0.4)(chance);
  const auto city = [&] {
    if (std::bernoulli_distribution(to_the_first)(chance)) return std::int64_t{1};
    return std::uniform_int_distribution(std::int64_t{1}, net.cities)(chance);
  };
  const auto bonds = static_cast<std::size_t>(std::ceil(thickness * static_cast<double>(net.cities)));
  while (net.bonds.size() < bonds) {
    std::set<std::int64_t> parties = {city(), city()};
    if (std::bernoulli_distribution(0.05)(chance)) parties.insert(city());
    if (parties.size() > 1) net.bonds.emplace_back(parties.begin(), parties.end());
  }
  return net;
}

/// Anywhere, and not known of every seventh city.
std::optional<Coordinates> place_of(std::int64_t number) {
  if (number % 7 == 0) return std::nullopt;
  return Coordinates{.latitude = static_cast<double>(number * 37 % 181 - 90),
                     .longitude = static_cast<double>(number * 73 % 361 - 180)};
}

/// Each side of each bond as "1-2=5", with the bond's number.
std::string line_of(const RandomNet& net) {
  std::string line;
  std::int64_t bond = 0;
  for (const Numbers& parties : net.bonds) {
    ++bond;
    for (const std::int64_t one : parties) {
      for (const std::int64_t other : parties) {
        if (one < other) line += fmt::format("{}-{}={} ", one, other, bond);
      }
    }
  }
  return line + "\n";
}

std::vector<Said> said_by_networkx(const std::vector<RandomNet>& nets) {
  const TemporaryFile graphs("graphs.txt");
  std::string lines;
  for (const RandomNet& net : nets) lines += line_of(net);
  support::write_file(graphs.path(), lines);
  const auto answers = graphs.beside("answers.txt");
  const std::string command = fmt::format("'{}' '{}/tests/network/figures_of_graphs.py' <'{}' >'{}'", TWINNING_PYTHON,
                                          TWINNING_SOURCE_DIR, graphs.path().string(), answers.string());
  if (std::system(command.c_str()) != 0) {
    throw std::runtime_error("networkx did not answer; tests/run.sh installs python3-networkx. The command: " +
                             command);
  }
  std::vector<Said> said(nets.size());
  std::ifstream stream(answers);
  for (std::string number, what, value;
       std::getline(stream, number, '\t') && std::getline(stream, what, '\t') && std::getline(stream, value);) {
    said.at(std::stoul(number))[what] = std::stod(value);
  }
  return said;
}

template <typename Value>
void say(Said& said, const std::string& what, const std::optional<Value>& value) {
  if (value) said[what] = static_cast<double>(*value);
}

void say_figures(const Network& network, Said& said) {
  const NetworkFigures figures = network.figures();
  said["cities"] = static_cast<double>(figures.cities);
  said["pairs"] = static_cast<double>(figures.pairs);
  said["components"] = static_cast<double>(figures.components);
  said["giant_component"] = static_cast<double>(figures.giant_component);
  said["triangles"] = static_cast<double>(figures.triangles);
  said["wedges"] = static_cast<double>(figures.wedges);
  said["max_degree"] = static_cast<double>(figures.max_degree);
  say(said, "transitivity", figures.transitivity);
  say(said, "assortativity", figures.assortativity);
  say(said, "degree_gini", figures.degree_gini);
  say(said, "mean_distance", figures.mean_distance);
  say(said, "diameter", figures.diameter);
  say(said, "radius", figures.radius);
  for (const DegreeCount& count : network.degrees()) {
    said[fmt::format("degree {}", count.twins)] = static_cast<double>(count.cities);
  }
  double place = 0;
  for (const auto& component : network.components()) {
    for (const CityId city : component) said[fmt::format("component {}", city.value())] = place;
    ++place;
  }
}

void say_distances(const Network& network, Said& said) {
  for (const DistanceCount& count : network.distances()) {
    said[fmt::format("distance {}", count.steps)] = static_cast<double>(count.pairs);
  }
}

std::string text_of(const std::vector<CityId>& cities) {
  std::string text;
  for (const CityId city : cities) text += fmt::format("{}{}", text.empty() ? "" : "-", city.value());
  return text;
}

/// Every set of cities that are all twins, and no larger one.
void say_rings(const std::vector<Ring>& rings, Said& said) {
  std::set<std::set<CityId>> sets;
  for (const Ring& ring : rings) sets.insert(std::set(ring.cities.begin(), ring.cities.end()));
  for (const Ring& ring : rings) {
    const std::set<CityId> cities(ring.cities.begin(), ring.cities.end());
    const auto is_part = [&](const std::set<CityId>& larger) {
      return larger.size() > cities.size() && std::ranges::includes(larger, cities);
    };
    if (std::ranges::none_of(sets, is_part)) said["ring " + text_of(ring.cities)] = 1;
  }
}

void say_partings(const RandomNet& net, const Network& network, Said& said) {
  for (std::size_t bond = 1; bond <= net.bonds.size(); ++bond) {
    for (const auto& part : network.parted_without(BondId(static_cast<std::int64_t>(bond)))) {
      said[fmt::format("without bond {}: {}", bond, text_of(part))] = 1;
    }
  }
  for (const CityId city : network.cities()) {
    for (const auto& part : network.parted_without(city)) {
      said[fmt::format("without city {}: {}", city.value(), text_of(part))] = 1;
    }
  }
}

void say_cities(const Network& network, Said& said) {
  for (const CityFigure& of : network.clustering()) said[fmt::format("clustering {}", of.city.value())] = of.value;
  for (const CityFigure& of : network.closeness()) said[fmt::format("closeness {}", of.city.value())] = of.value;
  for (const CityFigure& of : network.betweenness()) said[fmt::format("betweenness {}", of.city.value())] = of.value;
  for (const CityPair& pair : network.bridges()) {
    said[fmt::format("bridge {} {}", pair.one.value(), pair.other.value())] = 1;
  }
  for (const CityId city : network.articulation_cities()) said[fmt::format("articulation {}", city.value())] = 1;
}

void say_ways(const Network& network, Said& said) {
  for (const CityId one : network.cities()) {
    for (const CityAway& away : network.within(one, 3)) {
      said[fmt::format("within 3 of {}: {}", one.value(), away.city.value())] = static_cast<double>(away.steps);
    }
    for (const Cousin& cousin : network.cousins(one)) {
      said[fmt::format("cousins {} {}", one.value(), cousin.city.value())] = static_cast<double>(cousin.shared);
    }
    for (const CityId other : network.cities()) {
      const auto route = network.route(one, other);
      said[fmt::format("route {} {}", one.value(), other.value())] = route ? route->kilometres : -1;
      const auto chain = network.chain(one, other);
      if (!chain) {
        said[fmt::format("no chain {} {}", one.value(), other.value())] = 1;
        continue;
      }
      const std::vector<Chain> chains = network.chains(one, other, 100'000);
      said["chain " + text_of(chain->cities)] = 1;
      said[fmt::format("chains {} {}", one.value(), other.value())] = static_cast<double>(chains.size());
      said["last chain " + text_of(chains.back().cities)] = 1;
    }
  }
}

/// Whether each bond of each chain is between the two cities of its step, and the first of theirs.
void expect_bonds_of_chains(const RandomNet& net, const Network& network) {
  for (const CityId one : network.cities()) {
    for (const CityId other : network.cities()) {
      const auto chain = network.chain(one, other);
      if (!chain) continue;
      ASSERT_EQ(chain->bonds.size() + 1, chain->cities.size());
      for (std::size_t step = 0; step < chain->bonds.size(); ++step) {
        std::int64_t bond = 1;
        for (const Numbers& parties : net.bonds) {
          const std::set<std::int64_t> ids(parties.begin(), parties.end());
          if (ids.contains(chain->cities[step].value()) && ids.contains(chain->cities[step + 1].value())) break;
          ++bond;
        }
        EXPECT_EQ(chain->bonds[step], BondId(bond));
      }
    }
  }
}

void expect_the_same(const Said& ours, const Said& theirs) {
  for (const auto& [what, value] : theirs) {
    const auto found = ours.find(what);
    ASSERT_NE(found, ours.end()) << "we do not say: " << what << " " << value;
    EXPECT_NEAR(found->second, value, 1e-12 * std::max(1.0, std::abs(value))) << what;
  }
  for (const auto& [what, value] : ours) EXPECT_TRUE(theirs.contains(what)) << "we alone say: " << what << " " << value;
}

TEST(RandomNetworks, AreWhatNetworkxSays) {
  constexpr std::size_t count = 100;
  std::mt19937 chance(20220322);
  std::vector<RandomNet> nets;
  while (nets.size() < count) nets.push_back(random_net(chance));
  const std::vector<Said> theirs = said_by_networkx(nets);
  for (std::size_t number = 0; number < count; ++number) {
    SCOPED_TRACE(line_of(nets[number]));
    const Net net(nets[number].cities, nets[number].bonds, place_of);
    const Network network = net.network({.places = true});
    Said ours;
    say_figures(network, ours);
    say_distances(network, ours);
    say_rings(net.rings(), ours);
    say_partings(nets[number], network, ours);
    say_cities(network, ours);
    say_ways(network, ours);
    expect_the_same(ours, theirs[number]);
    expect_bonds_of_chains(nets[number], network);
    if (HasFailure()) break;
  }
}

}  // namespace
}  // namespace twinning
