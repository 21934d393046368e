// The parts of a network between which there is no way.

#include "network/parts.hpp"

#include <algorithm>
#include <utility>

#include <twinning/network.hpp>

namespace twinning {

std::vector<std::vector<Vertex>> parts_of(const Graph& graph) {
  std::vector<std::vector<Vertex>> parts;
  std::vector<bool> is_reached(graph.size(), false);
  for (Vertex start = 0; start < graph.size(); ++start) {
    if (is_reached[start]) continue;
    is_reached[start] = true;
    std::vector<Vertex> part = {start};
    for (std::size_t place = 0; place < part.size(); ++place) {
      for (const Vertex neighbour : graph.neighbours(part[place])) {
        if (is_reached[neighbour]) continue;
        is_reached[neighbour] = true;
        part.push_back(neighbour);
      }
    }
    parts.push_back(std::move(part));
  }
  std::ranges::stable_sort(parts, std::ranges::greater(), [](const auto& part) { return part.size(); });
  return parts;
}

std::vector<std::vector<CityId>> Network::components() const {
  std::vector<std::vector<CityId>> components;
  for (const std::vector<Vertex>& part : parts_of(*graph_)) {
    std::vector<CityId>& cities = components.emplace_back();
    cities.reserve(part.size());
    for (const Vertex vertex : part) cities.push_back(graph_->cities[vertex]);
    std::ranges::sort(cities);
  }
  return components;
}

}  // namespace twinning
