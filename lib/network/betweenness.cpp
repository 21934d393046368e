// Betweenness, by U. Brandes, "A faster algorithm for betweenness centrality", Journal of Mathematical Sociology 25
// (2001): a search from each city counts the shortest ways, and the way back adds up what depends on each city.

#include <algorithm>
#include <cstdint>
#include <vector>

#include <twinning/network.hpp>

#include "network/graph.hpp"

namespace twinning {
namespace {

/// The search from one vertex.
struct Search {
  std::vector<Vertex> order;         // the vertices that were reached, the nearest first
  std::vector<std::uint32_t> depth;  // plus 1; 0 where not reached
  std::vector<double> ways;          // shortest ones from the start
  std::vector<double> dependence;    // of the start on the vertex
};

void count_ways(const Graph& graph, Vertex start, Search& search) {
  std::ranges::fill(search.depth, 0U);
  search.order.assign(1, start);
  search.depth[start] = 1;
  search.ways[start] = 1;
  search.dependence[start] = 0;
  for (std::size_t place = 0; place < search.order.size(); ++place) {
    const Vertex vertex = search.order[place];
    for (const Vertex neighbour : graph.neighbours(vertex)) {
      if (search.depth[neighbour] == 0) {
        search.depth[neighbour] = search.depth[vertex] + 1;
        search.ways[neighbour] = 0;
        search.dependence[neighbour] = 0;
        search.order.push_back(neighbour);
      }
      if (search.depth[neighbour] == search.depth[vertex] + 1) search.ways[neighbour] += search.ways[vertex];
    }
  }
}

void add_dependence(const Graph& graph, Search& search, std::vector<double>& between) {
  for (std::size_t place = search.order.size() - 1; place > 0; --place) {
    const Vertex vertex = search.order[place];
    const double share = (1 + search.dependence[vertex]) / search.ways[vertex];
    for (const Vertex neighbour : graph.neighbours(vertex)) {
      if (search.depth[neighbour] + 1 == search.depth[vertex]) {
        search.dependence[neighbour] += search.ways[neighbour] * share;
      }
    }
    between[vertex] += search.dependence[vertex];
  }
}

}  // namespace

std::vector<CityFigure> Network::betweenness() const {
  const std::size_t size = graph_->size();
  std::vector<double> between(size, 0);
  Search search{.order = {},
                .depth = std::vector<std::uint32_t>(size),
                .ways = std::vector<double>(size),
                .dependence = std::vector<double>(size)};
  search.order.reserve(size);
  for (Vertex start = 0; start < graph_->size(); ++start) {
    count_ways(*graph_, start, search);
    add_dependence(*graph_, search, between);
  }
  // Each pair of others was looked at from both sides.
  const double others = static_cast<double>(size) - 1;
  const double pairs = others * (others - 1);
  std::vector<CityFigure> figures;
  figures.reserve(size);
  for (Vertex vertex = 0; vertex < graph_->size(); ++vertex) {
    figures.push_back({.city = graph_->cities[vertex], .value = pairs > 0 ? between[vertex] / pairs : 0});
  }
  return figures;
}

}  // namespace twinning
