#include <utility>

#include <twinning/network.hpp>
#include <twinning/snapshot.hpp>

#include "network/graph.hpp"
#include "network/read_graph.hpp"
#include "network/read_places.hpp"

namespace twinning {

Network::Network(const Snapshot& snapshot, const NetworkOptions& options) {
  const std::string day = snapshot.day_text(options.as_of);
  Connection& connection = snapshot.connection_;
  Graph graph =
      snapshot.known_at().instant() ? derive_graph(connection, day, options) : read_graph(connection, day, options);
  if (options.places) read_places(connection, day, graph);
  graph_ = std::make_shared<const Graph>(std::move(graph));
}

std::vector<CityId> Network::cities() const { return graph_->cities; }

bool Network::contains(CityId city) const { return graph_->find(city).has_value(); }

std::vector<CityId> Network::neighbours(CityId city) const {
  std::vector<CityId> cities;
  if (const auto vertex = graph_->find(city)) {
    for (const Vertex neighbour : graph_->neighbours(*vertex)) cities.push_back(graph_->cities[neighbour]);
  }
  return cities;
}

std::vector<BondId> Network::bonds_between(CityId one, CityId other) const {
  const auto from = graph_->find(one);
  const auto to = graph_->find(other);
  if (!from || !to) return {};
  const auto bonds = graph_->bonds_between(*from, *to);
  return {bonds.begin(), bonds.end()};
}

}  // namespace twinning
