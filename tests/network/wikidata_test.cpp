// The bonds of Wikidata in 2021: the figures that an independent program found, and networkx those that it left out.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <twinning/twinning.hpp>

#include "api/book.hpp"

namespace twinning {
namespace {

using support::Book;
using testing::DoubleNear;
using testing::Optional;

/// The fields of a line; those in quotation marks may hold commas.
std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields(1);
  bool is_quoted = false;
  for (const char c : line) {
    if (c == '"') {
      is_quoted = !is_quoted;
    } else if (c == ',' && !is_quoted) {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  return fields;
}

/// The unordered pairs of different entities.
std::set<std::pair<std::string, std::string>> pairs_in(const std::filesystem::path& file) {
  std::set<std::pair<std::string, std::string>> pairs;
  std::ifstream stream(file);
  std::string line;
  std::getline(stream, line);
  while (std::getline(stream, line)) {
    const std::vector<std::string> fields = fields_of(line);
    if (fields.at(0) != fields.at(4)) pairs.insert(std::minmax(fields[0], fields[4]));
  }
  return pairs;
}

TEST(Wikidata, HasThePublishedFigures) {
  const auto file = std::filesystem::path(TWINNING_SOURCE_DIR) / ".." / "shared" / "data" / "wikidata-p190.csv";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "shared/data/wikidata-p190.csv is not beside this checkout";
  const auto pairs = pairs_in(file);
  ASSERT_EQ(pairs.size(), 8951U);
  Book book;
  book.registry().write([&](Transaction& tx) {
    std::map<std::string, CityId> cities;
    const auto city = [&](const std::string& entity) {
      const auto [place, is_new] = cities.try_emplace(entity);
      if (is_new) place->second = tx.add_city({.name = entity});
      return place->second;
    };
    for (const auto& [one, other] : pairs) tx.form({.parties = {city(one), city(other)}});
  });
  const Network network = book.ask([](const Snapshot& now) { return Network(now); });
  const NetworkFigures figures = network.figures();
  EXPECT_EQ(figures.cities, 5314);
  EXPECT_EQ(figures.pairs, 8951);
  EXPECT_EQ(figures.components, 306);
  EXPECT_EQ(figures.giant_component, 4450);
  EXPECT_EQ(figures.triangles, 1812);
  EXPECT_EQ(figures.wedges, 94391);
  EXPECT_EQ(figures.max_degree, 77);
  EXPECT_THAT(figures.transitivity, Optional(DoubleNear(0.057590, 5e-7)));
  EXPECT_THAT(figures.assortativity, Optional(DoubleNear(0.194691, 5e-7)));
  EXPECT_THAT(figures.mean_distance, Optional(DoubleNear(5.893618, 5e-7)));
  EXPECT_THAT(figures.diameter, Optional(16));
  EXPECT_THAT(figures.radius, Optional(9));
  EXPECT_THAT(figures.degree_gini, Optional(DoubleNear(0.551009, 5e-7)));
  EXPECT_EQ(network.bridges().size(), 2938U);
  EXPECT_EQ(network.articulation_cities().size(), 1314U);
  const Network known =
      book.registry().read(KnownAt(Date("2026-06-15")), [](const Snapshot& then) { return Network(then); });
  EXPECT_EQ(known.figures().pairs, 8951);
}

}  // namespace
}  // namespace twinning
