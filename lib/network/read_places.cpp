#include "network/read_places.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <utility>

#include "connection.hpp"

namespace twinning {
namespace {

/// The countries of a graph, each kept once.
class Countries {
 public:
  explicit Countries(Graph& graph) : graph_(graph) {
    graph_.countries = {Country("")};
    graph_.country.assign(graph_.size(), 0);
  }

  void put(Vertex vertex, const std::string& country) {
    const auto [found, is_new] = numbers_.try_emplace(country, static_cast<std::uint16_t>(graph_.countries.size()));
    if (is_new && graph_.countries.size() > std::numeric_limits<std::uint16_t>::max()) {
      throw Error(ErrorCategory::corrupt, "more than 65,535 countries are in the registry: run check on the file");
    }
    if (is_new) graph_.countries.emplace_back(country);
    graph_.country[vertex] = found->second;
  }

 private:
  Graph& graph_;
  std::unordered_map<std::string, std::uint16_t> numbers_;
};

}  // namespace

void expect_places(const Graph& graph) {
  if (!graph.countries.empty()) return;
  throw Error(ErrorCategory::misuse, "this network knows no places: make it with NetworkOptions::places set");
}

void read_places(Connection& connection, const std::string& day, Graph& graph) {
  Countries countries(graph);
  graph.places.assign(graph.size(), {.latitude = std::nan(""), .longitude = std::nan("")});
  Statement cities(connection, "SELECT id, country, latitude, longitude FROM city ORDER BY id");
  for (Vertex vertex = 0; vertex < graph.size() && cities.step();) {
    const auto id = cities.id<CityId>(0);
    while (vertex < graph.size() && graph.cities[vertex] < id) ++vertex;
    if (vertex == graph.size() || graph.cities[vertex] != id) continue;
    if (!cities.is_null(1)) countries.put(vertex, cities.text(1));
    if (!cities.is_null(2)) graph.places[vertex] = {.latitude = cities.real(2), .longitude = cities.real(3)};
    ++vertex;
  }
  // The last one of a city is the one it belonged to.
  Statement former(connection,
                   "SELECT city_id, country FROM dated_country WHERE (from_earliest IS NULL OR from_earliest <= ?1) "
                   "AND (to_latest IS NULL OR ?1 < to_latest) ORDER BY city_id, from_earliest, spell_id DESC");
  former.bind(day);
  while (former.step()) {
    if (const auto vertex = graph.find(former.id<CityId>(0))) countries.put(*vertex, former.text(1));
  }
}

}  // namespace twinning
