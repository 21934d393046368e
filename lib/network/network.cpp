#include <twinning/network.hpp>
#include <twinning/snapshot.hpp>

#include "network/graph.hpp"
#include "network/read_graph.hpp"

namespace twinning {

Network::Network(const Snapshot& snapshot, const NetworkOptions& options) {
  const std::string day = snapshot.day_text(options.as_of);
  graph_ =
      std::make_shared<const Graph>(snapshot.known_at().instant() ? derive_graph(snapshot.connection_, day, options)
                                                                  : read_graph(snapshot.connection_, day, options));
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
