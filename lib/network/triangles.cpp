// Triangles, each found once: from the corner with the fewest neighbours, so that a city of many is looked into seldom.

#include "network/triangles.hpp"

#include <algorithm>
#include <utility>

#include <twinning/network.hpp>

namespace twinning {
namespace {

/// The neighbours of each vertex that come after it, by how many they have themselves and then by number.
std::vector<std::vector<Vertex>> later_neighbours(const Graph& graph) {
  std::vector<std::vector<Vertex>> later(graph.size());
  for (Vertex vertex = 0; vertex < graph.size(); ++vertex) {
    for (const Vertex neighbour : graph.neighbours(vertex)) {
      if (std::pair(graph.degree(vertex), vertex) < std::pair(graph.degree(neighbour), neighbour)) {
        later[vertex].push_back(neighbour);
      }
    }
  }
  return later;
}

}  // namespace

std::vector<std::uint64_t> triangles_of(const Graph& graph) {
  const std::vector<std::vector<Vertex>> later = later_neighbours(graph);
  std::vector<std::uint64_t> triangles(graph.size(), 0);
  std::vector<bool> is_neighbour(graph.size(), false);
  for (Vertex one = 0; one < graph.size(); ++one) {
    for (const Vertex other : later[one]) is_neighbour[other] = true;
    for (const Vertex other : later[one]) {
      for (const Vertex third : later[other]) {
        if (!is_neighbour[third]) continue;
        ++triangles[one];
        ++triangles[other];
        ++triangles[third];
      }
    }
    for (const Vertex other : later[one]) is_neighbour[other] = false;
  }
  return triangles;
}

std::vector<CityFigure> Network::clustering() const {
  const std::vector<std::uint64_t> triangles = triangles_of(*graph_);
  std::vector<CityFigure> figures;
  figures.reserve(triangles.size());
  for (Vertex vertex = 0; vertex < graph_->size(); ++vertex) {
    const double degree = graph_->degree(vertex);
    const double share = degree < 2 ? 0 : 2 * static_cast<double>(triangles[vertex]) / (degree * (degree - 1));
    figures.push_back({.city = graph_->cities[vertex], .value = share});
  }
  return figures;
}

}  // namespace twinning
