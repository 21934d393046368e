#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <twinning/city.hpp>
#include <twinning/code.hpp>
#include <twinning/id.hpp>

namespace twinning {

/// A city of a graph: its place in the order of ids.
using Vertex = std::uint32_t;

/// Cities and the bonds between them as compressed rows. An edge is one side of a pair of neighbours.
struct Graph {
  std::vector<CityId> cities;             // by vertex, in the order of ids
  std::vector<std::uint32_t> first_edge;  // by vertex, one more at the end
  std::vector<Vertex> neighbour;          // by edge, in order within a vertex
  std::vector<std::uint32_t> first_bond;  // by edge, one more at the end
  std::vector<BondId> bonds;              // of an edge, in order
  std::vector<Coordinates> places;        // by vertex, not a number where none is known
  std::vector<std::uint16_t> country;     // by vertex, in `countries`
  std::vector<Country> countries;         // the first one stands for none; empty where no places were read

  std::uint32_t size() const { return static_cast<std::uint32_t>(cities.size()); }
  std::uint32_t degree(Vertex vertex) const { return first_edge[vertex + 1] - first_edge[vertex]; }
  std::span<const Vertex> neighbours(Vertex vertex) const {
    return std::span(neighbour).subspan(first_edge[vertex], degree(vertex));
  }

  bool has_place(Vertex vertex) const { return !std::isnan(places[vertex].latitude); }

  std::optional<Vertex> find(CityId city) const {
    const auto place = std::ranges::lower_bound(cities, city);
    if (place == cities.end() || *place != city) return std::nullopt;
    return static_cast<Vertex>(place - cities.begin());
  }

  /// The bonds between two vertices.
  std::span<const BondId> bonds_between(Vertex one, Vertex other) const {
    const auto row = neighbours(one);
    const auto place = std::ranges::lower_bound(row, other);
    if (place == row.end() || *place != other) return {};
    const auto edge = first_edge[one] + static_cast<std::size_t>(place - row.begin());
    return std::span(bonds).subspan(first_bond[edge], first_bond[edge + 1] - first_bond[edge]);
  }
};

}  // namespace twinning
