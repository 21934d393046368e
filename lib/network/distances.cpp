// Distances from every city to every other: breadth-first searches from many cities at once, a bit each. M. Then and
// others, "The More the Merrier: Efficient Multi-Source Graph Traversal", Proceedings of the VLDB Endowment 8 (2014).

#include "network/distances.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

#include <twinning/network.hpp>

#include "network/parts.hpp"

namespace twinning {
namespace {

constexpr std::size_t words = 8;
constexpr std::size_t width = words * 64;

/// A bit for each of the searches that run side by side.
using Searches = std::array<std::uint64_t, words>;

/// A component with vertices numbered by their place in it, so that those near each other lie near each other.
struct Part {
  std::vector<std::uint32_t> first_edge;
  std::vector<std::uint32_t> neighbour;

  std::size_t size() const { return first_edge.size() - 1; }
};

Part part_of(const Graph& graph, const std::vector<Vertex>& component) {
  std::vector<std::uint32_t> places(graph.size());
  for (std::size_t place = 0; place < component.size(); ++place) {
    places[component[place]] = static_cast<std::uint32_t>(place);
  }
  Part part;
  part.first_edge.reserve(component.size() + 1);
  for (const Vertex vertex : component) {
    part.first_edge.push_back(static_cast<std::uint32_t>(part.neighbour.size()));
    for (const Vertex neighbour : graph.neighbours(vertex)) part.neighbour.push_back(places[neighbour]);
  }
  part.first_edge.push_back(static_cast<std::uint32_t>(part.neighbour.size()));
  return part;
}

/// What the searches that run side by side know.
struct Searching {
  std::vector<Searches> seen;
  std::vector<Searches> front;
  std::vector<Searches> next;
};

/// One step of all of them: each vertex asks its neighbours which searches reached them at the last step. Whether any
/// search came further. A way has the same length in both directions, so what a search finds at a vertex is noted
/// there.
bool step(const Part& part, std::uint32_t depth, Searching& searching, PartDistances& distances) {
  std::uint64_t all = 0;
  for (std::size_t vertex = 0; vertex < part.size(); ++vertex) {
    Searches reaching{};
    for (std::uint32_t edge = part.first_edge[vertex]; edge < part.first_edge[vertex + 1]; ++edge) {
      const Searches& neighbour = searching.front[part.neighbour[edge]];
      for (std::size_t word = 0; word < words; ++word) reaching[word] |= neighbour[word];
    }
    Searches& seen = searching.seen[vertex];
    std::uint64_t found = 0;
    for (std::size_t word = 0; word < words; ++word) {
      reaching[word] &= ~seen[word];
      seen[word] |= reaching[word];
      found += static_cast<std::uint64_t>(std::popcount(reaching[word]));
    }
    searching.next[vertex] = reaching;
    if (found == 0) continue;
    all += found;
    distances.of[vertex].sum += found * depth;
    distances.of[vertex].longest = std::max(distances.of[vertex].longest, depth);
  }
  searching.front.swap(searching.next);
  if (all == 0) return false;
  if (distances.at_step.size() <= depth) distances.at_step.resize(depth + 1);
  distances.at_step[depth] += all;
  return true;
}

}  // namespace

PartDistances distances_of(const Graph& graph, const std::vector<Vertex>& component) {
  const Part part = part_of(graph, component);
  PartDistances distances{.of = std::vector<Distances>(part.size()), .at_step = {}};
  Searching searching;
  searching.next.resize(part.size());
  for (std::size_t first = 0; first < part.size(); first += width) {
    searching.seen.assign(part.size(), {});
    for (std::size_t search = 0; search < std::min(width, part.size() - first); ++search) {
      searching.seen[first + search][search / 64] |= std::uint64_t{1} << (search % 64);
    }
    searching.front = searching.seen;
    for (std::uint32_t depth = 1; step(part, depth, searching, distances); ++depth) continue;
  }
  return distances;
}

std::vector<CityFigure> Network::closeness() const {
  std::vector<CityFigure> figures;
  figures.reserve(graph_->size());
  for (const CityId city : graph_->cities) figures.push_back({.city = city, .value = 0});
  const auto others = static_cast<double>(graph_->size()) - 1;
  for (const std::vector<Vertex>& component : parts_of(*graph_)) {
    const PartDistances distances = distances_of(*graph_, component);
    const auto reached = static_cast<double>(component.size()) - 1;
    for (std::size_t place = 0; place < component.size(); ++place) {
      figures[component[place]].value = reached / static_cast<double>(distances.of[place].sum) * reached / others;
    }
  }
  return figures;
}

std::vector<DistanceCount> Network::distances() const {
  std::vector<std::uint64_t> pairs;  // by steps, both ways counted
  for (const std::vector<Vertex>& component : parts_of(*graph_)) {
    const std::vector<std::uint64_t> at_step = distances_of(*graph_, component).at_step;
    if (pairs.size() < at_step.size()) pairs.resize(at_step.size());
    for (std::size_t steps = 1; steps < at_step.size(); ++steps) pairs[steps] += at_step[steps];
  }
  std::vector<DistanceCount> counts;
  for (std::size_t steps = 1; steps < pairs.size(); ++steps) {
    counts.push_back({.steps = static_cast<std::int64_t>(steps), .pairs = static_cast<std::int64_t>(pairs[steps] / 2)});
  }
  return counts;
}

}  // namespace twinning
