// Fifty cities as people type them, among a few hundred others.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>

#include "search/listed_cities.hpp"

namespace twinning {
namespace {

using support::ListedCity;

struct Town {
  std::string name;
  Country country;
};

/// The cities of the examples, by their first two columns.
std::vector<Town> other_towns() {
  std::ifstream file(TWINNING_SOURCE_DIR "/examples/data/city.tsv");
  std::string line;
  std::getline(file, line);
  std::vector<Town> towns;
  while (std::getline(file, line)) {
    const auto cells = support::parted(line, "\t");
    if (cells.at(3).size() == 2) towns.push_back({cells.at(1), Country(cells.at(3))});
  }
  return towns;
}

TEST(ListedCities, AreFoundFirstByAllThatPeopleType) {
  const auto listed = support::listed_cities(TWINNING_SOURCE_DIR "/tests/search/cities.tsv");
  ASSERT_EQ(listed.size(), 50U);
  auto registry = Registry::in_memory();
  std::vector<CityId> ids;
  int others = 0;
  registry.write([&](Transaction& tx) {
    for (const ListedCity& city : listed) {
      ids.push_back(tx.add_city({.name = city.name, .country = Country(city.country), .population = city.population}));
      support::add_names(tx, ids.back(), city);
    }
    for (const Town& town : other_towns()) {
      if (!tx.now().cities_named(town.name, town.country).empty()) continue;
      tx.add_city({.name = town.name, .country = town.country});
      ++others;
    }
  });
  ASSERT_GT(others, 200);
  int typed = 0;
  registry.read([&](const Snapshot& now) {
    for (std::size_t i = 0; i < listed.size(); ++i) {
      for (const std::string& text : listed[i].typed) {
        ++typed;
        const auto found = now.search_cities(text);
        ASSERT_FALSE(found.empty()) << text;
        EXPECT_EQ(found.front().city.id, ids[i])
            << text << " gives " << found.front().name << ", " << to_string(found.front().match);
      }
    }
  });
  EXPECT_GT(typed, 150);
}

}  // namespace
}  // namespace twinning
