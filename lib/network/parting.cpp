// What a bond would change: whom it would part if it were ended, and join if it were formed.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <twinning/network.hpp>

#include "network/graph.hpp"

namespace twinning {
namespace {

using Part = std::vector<Vertex>;

/// The parts that can be reached from some vertices.
template <typename IsOpen>
std::vector<Part> parts_from(const Graph& graph, std::span<const Vertex> starts, const IsOpen& is_open) {
  std::vector<Part> parts;
  std::vector<bool> is_reached(graph.size(), false);
  for (const Vertex start : starts) {
    if (is_reached[start]) continue;
    is_reached[start] = true;
    Part& part = parts.emplace_back(Part{start});
    for (std::size_t place = 0; place < part.size(); ++place) {
      for (std::uint32_t edge = graph.first_edge[part[place]]; edge < graph.first_edge[part[place] + 1]; ++edge) {
        const Vertex neighbour = graph.neighbour[edge];
        if (is_reached[neighbour] || !is_open(edge)) continue;
        is_reached[neighbour] = true;
        part.push_back(neighbour);
      }
    }
  }
  return parts;
}

std::vector<CityId> cities_of(const Graph& graph, const Part& part) {
  std::vector<CityId> cities;
  for (const Vertex vertex : part) cities.push_back(graph.cities[vertex]);
  std::ranges::sort(cities);
  return cities;
}

/// What hung together and does not any more where some edges are not open: of each part that falls apart, all that it
/// falls into.
template <typename IsOpen>
std::vector<std::vector<CityId>> parted(const Graph& graph, std::span<const Vertex> starts, const IsOpen& is_open) {
  const std::vector<Part> before = parts_from(graph, starts, [](std::uint32_t) { return true; });
  std::vector<std::size_t> whole(graph.size());  // by vertex, which one it was part of
  for (std::size_t number = 0; number < before.size(); ++number) {
    for (const Vertex vertex : before[number]) whole[vertex] = number;
  }
  const std::vector<Part> after = parts_from(graph, starts, is_open);
  std::vector<std::size_t> pieces(before.size(), 0);
  for (const Part& part : after) ++pieces[whole[part.front()]];
  std::vector<std::vector<CityId>> parted;
  for (const Part& part : after) {
    if (pieces[whole[part.front()]] > 1) parted.push_back(cities_of(graph, part));
  }
  std::ranges::sort(parted, [](const auto& one, const auto& other) {
    return std::pair(other.size(), one.front()) < std::pair(one.size(), other.front());
  });
  return parted;
}

/// A city with all that it has a way to.
std::vector<CityId> part_of(const Graph& graph, CityId city) {
  const auto vertex = graph.find(city);
  if (!vertex) return {city};
  return cities_of(graph, parts_from(graph, std::span(&*vertex, 1), [](std::uint32_t) { return true; }).front());
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
  return parted(*graph_, ends, [&](std::uint32_t edge) { return !is_only_bond(edge); });
}

std::vector<std::vector<CityId>> Network::parted_without(CityId city) const {
  const auto gone = graph_->find(city);
  if (!gone) return {};
  const auto is_open = [&](std::uint32_t edge) { return graph_->neighbour[edge] != *gone; };
  return parted(*graph_, graph_->neighbours(*gone), is_open);
}

std::vector<std::vector<CityId>> Network::joined_by(CityId one, CityId other) const {
  std::vector<CityId> of_one = part_of(*graph_, one);
  if (std::ranges::binary_search(of_one, other)) return {};
  return {std::move(of_one), part_of(*graph_, other)};
}

}  // namespace twinning
