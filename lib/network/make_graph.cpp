// Makes compressed rows of sides, by counting: each pass puts what belongs together into its place, and keeps the order
// that the pass before made.

#include "network/make_graph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <tuple>

#include <twinning/error.hpp>

namespace twinning {
namespace {

/// From one vertex to another.
struct Edge {
  Vertex vertex;
  Vertex neighbour;
  BondId bond;
};

/// The cities of the sides, in order, and the vertex that each is.
class Cities {
 public:
  explicit Cities(const std::vector<Side>& sides) {
    std::int64_t lowest = 0;
    std::int64_t highest = 0;
    for (const Side& side : sides) {
      lowest = std::min(lowest, side.one.value());
      highest = std::max(highest, side.other.value());
    }
    // A table by id, where that is not much larger than what it is for. In a damaged file an id may be anything.
    if (lowest >= 0 && static_cast<std::uint64_t>(highest) / 16 <= sides.size()) {
      vertices_.resize(static_cast<std::size_t>(highest) + 1);
      for (const Side& side : sides) {
        vertices_[static_cast<std::size_t>(side.one.value())] = 1;
        vertices_[static_cast<std::size_t>(side.other.value())] = 1;
      }
      for (std::size_t id = 0; id < vertices_.size(); ++id) {
        if (vertices_[id] == 0) continue;
        vertices_[id] = static_cast<Vertex>(cities_.size());
        cities_.emplace_back(static_cast<std::int64_t>(id));
      }
      return;
    }
    cities_.reserve(2 * sides.size());
    for (const Side& side : sides) {
      cities_.push_back(side.one);
      cities_.push_back(side.other);
    }
    std::ranges::sort(cities_);
    cities_.erase(std::ranges::unique(cities_).begin(), cities_.end());
  }

  Vertex vertex(CityId city) const {
    if (!vertices_.empty()) return vertices_[static_cast<std::size_t>(city.value())];
    return static_cast<Vertex>(std::ranges::lower_bound(cities_, city) - cities_.begin());
  }

  std::size_t size() const { return cities_.size(); }
  std::vector<CityId> take() && { return std::move(cities_); }

 private:
  std::vector<CityId> cities_;
  std::vector<Vertex> vertices_;  // by id; empty where ids are too far apart
};

/// By one of an edge's vertices, otherwise in the order in which they are.
void sort(std::vector<Edge>& edges, Vertex Edge::*by, std::size_t vertices, std::vector<Edge>& room) {
  std::vector<std::uint32_t> places(vertices + 1, 0);
  for (const Edge& edge : edges) ++places[edge.*by + 1];
  for (std::size_t vertex = 0; vertex < vertices; ++vertex) places[vertex + 1] += places[vertex];
  room.resize(edges.size());
  for (const Edge& edge : edges) room[places[edge.*by]++] = edge;
  edges.swap(room);
}

std::vector<Edge> edges_of(const std::vector<Side>& sides, const Cities& cities) {
  std::vector<Edge> edges;
  edges.reserve(2 * sides.size());
  for (const Side& side : sides) {
    const Vertex one = cities.vertex(side.one);
    const Vertex other = cities.vertex(side.other);
    edges.push_back({.vertex = one, .neighbour = other, .bond = side.bond});
    edges.push_back({.vertex = other, .neighbour = one, .bond = side.bond});
  }
  std::vector<Edge> room;
  sort(edges, &Edge::neighbour, cities.size(), room);
  sort(edges, &Edge::vertex, cities.size(), room);
  return edges;
}

}  // namespace

Graph graph_of(std::vector<Side> sides) {
  if (2 * sides.size() >= std::numeric_limits<std::uint32_t>::max()) {
    throw Error(ErrorCategory::no_space,
                fmt::format("{} sides of bonds are too many for a network: ask for one kind at a time", sides.size()));
  }
  const auto by_bond = [](const Side& side) { return std::tuple(side.one, side.bond, side.other); };
  if (!std::ranges::is_sorted(sides, {}, by_bond)) std::ranges::sort(sides, {}, by_bond);
  Cities cities(sides);
  const std::vector<Edge> edges = edges_of(sides, cities);
  sides = {};
  Graph graph;
  graph.first_edge.reserve(cities.size() + 1);
  graph.neighbour.reserve(edges.size());
  graph.first_bond.reserve(edges.size() + 1);
  graph.bonds.reserve(edges.size());
  for (std::size_t place = 0; place < edges.size(); ++place) {
    const Edge& edge = edges[place];
    const bool is_new_vertex = place == 0 || edges[place - 1].vertex != edge.vertex;
    if (is_new_vertex) graph.first_edge.push_back(static_cast<std::uint32_t>(graph.neighbour.size()));
    if (is_new_vertex || edges[place - 1].neighbour != edge.neighbour) {
      graph.first_bond.push_back(static_cast<std::uint32_t>(graph.bonds.size()));
      graph.neighbour.push_back(edge.neighbour);
    } else if (graph.bonds.back() == edge.bond) {
      continue;
    }
    graph.bonds.push_back(edge.bond);
  }
  graph.first_edge.push_back(static_cast<std::uint32_t>(graph.neighbour.size()));
  graph.first_bond.push_back(static_cast<std::uint32_t>(graph.bonds.size()));
  graph.neighbour.shrink_to_fit();
  graph.first_bond.shrink_to_fit();
  graph.bonds.shrink_to_fit();
  graph.cities = std::move(cities).take();
  graph.cities.shrink_to_fit();
  return graph;
}

}  // namespace twinning
