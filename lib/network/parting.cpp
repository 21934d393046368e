// What a bond would change: whom it would part if it were ended, and join if it were formed.

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <twinning/network.hpp>

#include "network/graph.hpp"

namespace twinning {
namespace {

/// The parts that can be reached from some vertices, each with its cities in order.
template <typename IsOpen>
std::vector<std::vector<CityId>> parts_from(const Graph& graph, std::span<const Vertex> starts, const IsOpen& is_open) {
  std::vector<std::vector<CityId>> parts;
  std::vector<bool> is_reached(graph.size(), false);
  for (const Vertex start : starts) {
    if (is_reached[start]) continue;
    is_reached[start] = true;
    std::vector<Vertex> part = {start};
    for (std::size_t place = 0; place < part.size(); ++place) {
      for (std::uint32_t edge = graph.first_edge[part[place]]; edge < graph.first_edge[part[place] + 1]; ++edge) {
        const Vertex neighbour = graph.neighbour[edge];
        if (is_reached[neighbour] || !is_open(edge)) continue;
        is_reached[neighbour] = true;
        part.push_back(neighbour);
      }
    }
    std::ranges::sort(part);
    std::vector<CityId>& cities = parts.emplace_back();
    for (const Vertex vertex : part) cities.push_back(graph.cities[vertex]);
  }
  return parts;
}

/// Nobody is parted where all hang together.
std::vector<std::vector<CityId>> parted(std::vector<std::vector<CityId>> parts) {
  if (parts.size() < 2) return {};
  std::ranges::sort(parts, [](const auto& one, const auto& other) {
    return std::pair(other.size(), one.front()) < std::pair(one.size(), other.front());
  });
  return parts;
}

/// A city with all that it has a way to.
std::vector<CityId> part_of(const Graph& graph, CityId city) {
  const auto vertex = graph.find(city);
  if (!vertex) return {city};
  return parts_from(graph, std::span(&*vertex, 1), [](std::uint32_t) { return true; }).front();
}

}  // namespace

std::vector<std::vector<CityId>> Network::parted_without(BondId bond) const {
  const auto is_only_bond = [&](std::uint32_t edge) {
    return graph_->bonds[graph_->first_bond[edge]] == bond &&
           graph_->first_bond[edge + 1] == graph_->first_bond[edge] + 1;
  };
  std::vector<Vertex> ends;
  for (Vertex vertex = 0; vertex < graph_->size(); ++vertex) {
    for (std::uint32_t edge = graph_->first_edge[vertex]; edge < graph_->first_edge[vertex + 1]; ++edge) {
      if (!is_only_bond(edge)) continue;
      ends.push_back(vertex);
      break;
    }
  }
  return parted(parts_from(*graph_, ends, [&](std::uint32_t edge) { return !is_only_bond(edge); }));
}

std::vector<std::vector<CityId>> Network::parted_without(CityId city) const {
  const auto gone = graph_->find(city);
  if (!gone) return {};
  const auto is_open = [&](std::uint32_t edge) { return graph_->neighbour[edge] != *gone; };
  return parted(parts_from(*graph_, graph_->neighbours(*gone), is_open));
}

std::vector<std::vector<CityId>> Network::joined_by(CityId one, CityId other) const {
  std::vector<CityId> of_one = part_of(*graph_, one);
  if (std::ranges::binary_search(of_one, other)) return {};
  return {std::move(of_one), part_of(*graph_, other)};
}

}  // namespace twinning
