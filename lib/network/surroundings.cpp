// The cities around one: those some steps away, and those that share its twins.

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include <twinning/network.hpp>

#include "network/graph.hpp"

namespace twinning {

std::vector<CityAway> Network::within(CityId city, std::int64_t steps) const {
  const auto start = graph_->find(city);
  if (!start) return {};
  std::vector<CityAway> cities;
  std::vector<bool> is_reached(graph_->size(), false);
  is_reached[*start] = true;
  std::vector<Vertex> front = {*start};
  for (std::int64_t step = 1; step <= steps && !front.empty(); ++step) {
    std::vector<Vertex> next;
    for (const Vertex vertex : front) {
      for (const Vertex neighbour : graph_->neighbours(vertex)) {
        if (is_reached[neighbour]) continue;
        is_reached[neighbour] = true;
        next.push_back(neighbour);
      }
    }
    std::ranges::sort(next);
    for (const Vertex vertex : next) cities.push_back({.city = graph_->cities[vertex], .steps = step});
    front = std::move(next);
  }
  return cities;
}

std::vector<Cousin> Network::cousins(CityId city) const {
  const auto start = graph_->find(city);
  if (!start) return {};
  std::map<Vertex, std::int64_t> shared;
  for (const Vertex twin : graph_->neighbours(*start)) {
    for (const Vertex vertex : graph_->neighbours(twin)) ++shared[vertex];
  }
  shared.erase(*start);
  for (const Vertex twin : graph_->neighbours(*start)) shared.erase(twin);
  std::vector<Cousin> cousins;
  cousins.reserve(shared.size());
  for (const auto& [vertex, twins] : shared) cousins.push_back({.city = graph_->cities[vertex], .shared = twins});
  std::ranges::stable_sort(cousins, std::ranges::greater(), &Cousin::shared);
  return cousins;
}

}  // namespace twinning
