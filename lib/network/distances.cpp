// Distances from every city to every other: breadth-first searches from many cities at once, a bit each. M. Then and
// others, "The More the Merrier: Efficient Multi-Source Graph Traversal", Proceedings of the VLDB Endowment 8 (2014).

#include "network/distances.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <span>

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
  std::span<const std::uint32_t> neighbours(std::uint32_t vertex) const {
    return std::span(neighbour).subspan(first_edge[vertex], first_edge[vertex + 1] - first_edge[vertex]);
  }
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

void note(std::uint32_t vertex, std::uint32_t depth, std::uint64_t found, PartDistances& distances) {
  distances.of[vertex].sum += found * depth;
  distances.of[vertex].longest = std::max(distances.of[vertex].longest, depth);
  if (distances.at_step.size() <= depth) distances.at_step.resize(depth + 1);
  distances.at_step[depth] += found;
}

/// What the searches that run side by side know.
struct Searching {
  Searches all{};               // that run
  std::vector<Searches> seen;   // by vertex, those that reached it
  std::vector<Searches> front;  // at the last step
  std::vector<Searches> next;   // at this one
};

/// One step of all of them: each vertex that not all have reached asks its neighbours which searches reached them at
/// the last step. Whether any search came further. A way has the same length in both directions, so what a search finds
/// at a vertex is noted there.
bool step(const Part& part, std::uint32_t depth, Searching& searching, PartDistances& distances) {
  bool is_further = false;
  for (std::uint32_t vertex = 0; vertex < part.size(); ++vertex) {
    Searches& seen = searching.seen[vertex];
    if (seen == searching.all) {
      searching.next[vertex] = {};
      continue;
    }
    Searches reaching{};
    for (const std::uint32_t neighbour : part.neighbours(vertex)) {
      const Searches& front = searching.front[neighbour];
      for (std::size_t word = 0; word < words; ++word) reaching[word] |= front[word];
    }
    std::uint64_t found = 0;
    for (std::size_t word = 0; word < words; ++word) {
      reaching[word] &= ~seen[word];
      seen[word] |= reaching[word];
      found += static_cast<std::uint64_t>(std::popcount(reaching[word]));
    }
    searching.next[vertex] = reaching;
    if (found == 0) continue;
    is_further = true;
    note(vertex, depth, found, distances);
  }
  searching.front.swap(searching.next);
  return is_further;
}

void search_side_by_side(const Part& part, PartDistances& distances) {
  Searching searching;
  searching.next.resize(part.size());
  for (std::size_t first = 0; first < part.size(); first += width) {
    searching.all = {};
    searching.seen.assign(part.size(), {});
    for (std::size_t search = 0; search < std::min(width, part.size() - first); ++search) {
      const std::uint64_t bit = std::uint64_t{1} << (search % 64);
      searching.all[search / 64] |= bit;
      searching.seen[first + search][search / 64] |= bit;
    }
    searching.front = searching.seen;
    for (std::uint32_t depth = 1; step(part, depth, searching, distances); ++depth) continue;
  }
}

/// The search from one vertex alone. It gives how far it came.
std::uint32_t search_from(const Part& part, std::uint32_t start, PartDistances& distances) {
  constexpr auto not_reached = static_cast<std::uint32_t>(-1);
  std::vector<std::uint32_t> depths(part.size(), not_reached);
  std::vector<std::uint32_t> order = {start};
  order.reserve(part.size());
  depths[start] = 0;
  for (std::size_t place = 0; place < order.size(); ++place) {
    const std::uint32_t depth = depths[order[place]] + 1;
    for (const std::uint32_t neighbour : part.neighbours(order[place])) {
      if (depths[neighbour] != not_reached) continue;
      depths[neighbour] = depth;
      order.push_back(neighbour);
      note(neighbour, depth, 1, distances);
    }
  }
  return depths[order.back()];
}

/// With more steps than that, where each one looks at every vertex, searches one by one are quicker.
constexpr std::uint32_t most_steps_side_by_side = 128;

}  // namespace

PartDistances distances_of(const Graph& graph, const std::vector<Vertex>& component) {
  const Part part = part_of(graph, component);
  const PartDistances none{.of = std::vector<Distances>(part.size()), .at_step = {}};
  PartDistances distances = none;
  if (search_from(part, 0, distances) <= most_steps_side_by_side) {
    distances = none;
    search_side_by_side(part, distances);
  } else {
    for (std::uint32_t start = 1; start < part.size(); ++start) search_from(part, start, distances);
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
