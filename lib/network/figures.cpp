// The figures of a whole network.

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <optional>
#include <vector>

#include <twinning/network.hpp>

#include "network/distances.hpp"
#include "network/graph.hpp"
#include "network/parts.hpp"
#include "network/triangles.hpp"

namespace twinning {
namespace {

std::vector<std::uint32_t> degrees_of(const Graph& graph) {
  std::vector<std::uint32_t> degrees(graph.size());
  for (Vertex vertex = 0; vertex < graph.size(); ++vertex) degrees[vertex] = graph.degree(vertex);
  return degrees;
}

/// The share of wedges that are closed.
std::optional<double> transitivity_of(const NetworkFigures& figures) {
  if (figures.wedges == 0) return std::nullopt;
  return 3 * static_cast<double>(figures.triangles) / static_cast<double>(figures.wedges);
}

/// Newman's r: the correlation over both directions of each edge, about the mean so that nothing cancels.
std::optional<double> assortativity_of(const Graph& graph) {
  const std::vector<std::uint32_t> degrees = degrees_of(graph);
  if (std::ranges::adjacent_find(degrees, std::ranges::not_equal_to()) == degrees.end()) return std::nullopt;
  double sum = 0;
  for (const double degree : degrees) sum += degree * degree;
  const double mean = sum / static_cast<double>(graph.neighbour.size());
  double covariance = 0;
  double variance = 0;
  for (Vertex vertex = 0; vertex < graph.size(); ++vertex) {
    const double here = degrees[vertex] - mean;
    variance += degrees[vertex] * here * here;
    for (const Vertex neighbour : graph.neighbours(vertex)) covariance += here * (degrees[neighbour] - mean);
  }
  return covariance / variance;
}

/// With degrees x1 <= ... <= xn: 2 (1 x1 + ... + n xn) / (n (x1 + ... + xn)) - (n + 1) / n.
std::optional<double> gini_of(std::vector<std::uint32_t> degrees) {
  if (degrees.empty()) return std::nullopt;
  std::ranges::sort(degrees);
  const auto size = static_cast<std::int64_t>(degrees.size());
  std::int64_t sum = 0;
  std::int64_t weighted = 0;  // (2 i - n - 1) xi, so that it is 0 where all are equal
  for (std::int64_t place = 1; place <= size; ++place) {
    const std::int64_t degree = degrees[static_cast<std::size_t>(place - 1)];
    sum += degree;
    weighted += (2 * place - size - 1) * degree;
  }
  return static_cast<double>(weighted) / (static_cast<double>(size) * static_cast<double>(sum));
}

void measure_distances(const Graph& graph, const std::vector<Vertex>& giant, NetworkFigures& figures) {
  const PartDistances distances = distances_of(graph, giant);
  std::uint64_t sum = 0;
  std::uint32_t diameter = 0;
  std::uint32_t radius = graph.size();
  for (const Distances& of_city : distances.of) {
    sum += of_city.sum;
    diameter = std::max(diameter, of_city.longest);
    radius = std::min(radius, of_city.longest);
  }
  const auto cities = static_cast<double>(giant.size());
  figures.mean_distance = static_cast<double>(sum) / (cities * (cities - 1));
  figures.diameter = diameter;
  figures.radius = radius;
}

}  // namespace

NetworkFigures Network::figures() const {
  const std::vector<std::vector<Vertex>> components = parts_of(*graph_);
  const std::vector<std::uint64_t> triangles = triangles_of(*graph_);
  const std::vector<std::uint32_t> degrees = degrees_of(*graph_);
  NetworkFigures figures{
      .cities = graph_->size(),
      .pairs = static_cast<std::int64_t>(graph_->neighbour.size() / 2),
      .components = static_cast<std::int64_t>(components.size()),
      .giant_component = components.empty() ? 0 : static_cast<std::int64_t>(components.front().size()),
      .triangles = static_cast<std::int64_t>(std::accumulate(triangles.begin(), triangles.end(), std::uint64_t{0}) / 3),
      .wedges = 0,
      .max_degree = degrees.empty() ? 0 : std::ranges::max(degrees),
      .transitivity = {},
      .assortativity = assortativity_of(*graph_),
      .degree_gini = gini_of(degrees),
      .mean_distance = {},
      .diameter = {},
      .radius = {}};
  for (const std::int64_t degree : degrees) figures.wedges += degree * (degree - 1) / 2;
  figures.transitivity = transitivity_of(figures);
  if (!components.empty()) measure_distances(*graph_, components.front(), figures);
  return figures;
}

std::vector<DegreeCount> Network::degrees() const {
  std::map<std::uint32_t, std::int64_t> cities;
  for (const std::uint32_t degree : degrees_of(*graph_)) ++cities[degree];
  std::vector<DegreeCount> counts;
  counts.reserve(cities.size());
  for (const auto& [degree, count] : cities) counts.push_back({.twins = degree, .cities = count});
  return counts;
}

}  // namespace twinning
