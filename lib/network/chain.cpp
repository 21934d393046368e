// The shortest ways between two cities, by a breadth-first search from both ends.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <twinning/network.hpp>

#include "network/chain_along.hpp"
#include "network/graph.hpp"

namespace twinning {
namespace {

/// One end of a search.
struct Side {
  std::vector<Vertex> front;  // the vertices at its depth
  std::int32_t depth = 0;
  std::uint64_t edges = 0;  // of the front
};

/// All shortest ways between two vertices.
class Ways {
 public:
  Ways(const Graph& graph, Vertex from, Vertex to) : graph_(graph), marks_(graph.size(), 0) {
    if (from == to) {
      length_ = 0;
      return;
    }
    Side here{.front = {from}, .depth = 0, .edges = graph.degree(from)};
    Side there{.front = {to}, .depth = 0, .edges = graph.degree(to)};
    marks_[from] = 1;
    marks_[to] = -1;
    while (meeting_.empty() && !here.front.empty() && !there.front.empty()) {
      if (here.edges <= there.edges) {
        grow(here, 1);
      } else {
        grow(there, -1);
      }
    }
    if (meeting_.empty()) return;
    length_ = here.depth + there.depth;
    mark_ways(here.depth, there.depth);
  }

  /// In steps; nothing where there is no way.
  std::optional<std::int32_t> length() const { return length_; }

  /// Whether a neighbour of the vertex at `place` - 1 of some shortest way is the next vertex of one.
  bool leads_on(Vertex vertex, std::int32_t place) const {
    const std::int32_t mark = marks_[vertex];
    return mark == (mark < 0 ? place - *length_ - 1 : on_way + place);
  }

 private:
  // More than any depth.
  static constexpr std::int32_t on_way = std::int32_t{1} << 30;

  /// One step further from one end. `sign` is 1 for the first end and -1 for the other.
  void grow(Side& side, std::int32_t sign) {
    ++side.depth;
    std::vector<Vertex> next;
    std::uint64_t edges = 0;
    for (const Vertex vertex : side.front) {
      for (const Vertex neighbour : graph_.neighbours(vertex)) {
        std::int32_t& mark = marks_[neighbour];
        if (mark * sign < 0) {
          meeting_.push_back(neighbour);
        } else if (mark == 0) {
          mark = sign * (side.depth + 1);
          next.push_back(neighbour);
          edges += graph_.degree(neighbour);
        }
      }
    }
    side.front = std::move(next);
    side.edges = edges;
  }

  /// What the other end reached is on a way if what comes before it is; of what the first end reached, only what leads
  /// to a meeting.
  void mark_ways(std::int32_t depth, std::int32_t other_depth) {
    std::ranges::sort(meeting_);
    meeting_.erase(std::ranges::unique(meeting_).begin(), meeting_.end());
    for (const Vertex vertex : meeting_) marks_[vertex] = -(other_depth + 1);
    std::vector<Vertex> front = std::move(meeting_);
    for (std::int32_t place = depth - 1; place >= 0; --place) {
      std::vector<Vertex> before;
      for (const Vertex vertex : front) {
        for (const Vertex neighbour : graph_.neighbours(vertex)) {
          if (marks_[neighbour] != place + 1) continue;
          marks_[neighbour] = on_way + place;
          before.push_back(neighbour);
        }
      }
      front = std::move(before);
    }
  }

  const Graph& graph_;
  // By vertex: 0 not reached; d + 1 at depth d from the first end, -(d + 1) from the other; on_way + place.
  std::vector<std::int32_t> marks_;
  std::vector<Vertex> meeting_;
  std::optional<std::int32_t> length_;
};

/// The shortest ways, those whose vertices come first before others.
std::vector<Chain> shortest_chains(const Graph& graph, CityId from, CityId to, std::size_t limit) {
  const auto first = graph.find(from);
  const auto last = graph.find(to);
  if (!first || !last || limit == 0) return {};
  const Ways ways(graph, *first, *last);
  if (!ways.length()) return {};
  const auto size = static_cast<std::size_t>(*ways.length()) + 1;
  std::vector<Chain> chains;
  std::vector<Vertex> way = {*first};
  std::vector<std::size_t> next = {0};  // for each vertex of the way, which of its neighbours to try next
  while (!way.empty()) {
    if (way.size() == size) {
      chains.push_back(chain_along(graph, way));
      if (chains.size() == limit) break;
      way.pop_back();
      next.pop_back();
      continue;
    }
    const auto neighbours = graph.neighbours(way.back());
    std::size_t& place = next.back();
    while (place < neighbours.size() && !ways.leads_on(neighbours[place], static_cast<std::int32_t>(way.size())))
      ++place;
    if (place == neighbours.size()) {
      way.pop_back();
      next.pop_back();
      continue;
    }
    way.push_back(neighbours[place++]);
    next.push_back(0);
  }
  return chains;
}

}  // namespace

Chain chain_along(const Graph& graph, const std::vector<Vertex>& way) {
  Chain chain;
  chain.cities.reserve(way.size());
  chain.bonds.reserve(way.size() - 1);
  for (std::size_t place = 0; place < way.size(); ++place) {
    chain.cities.push_back(graph.cities[way[place]]);
    if (place > 0) chain.bonds.push_back(graph.bonds_between(way[place - 1], way[place]).front());
  }
  return chain;
}

std::optional<Chain> Network::chain(CityId from, CityId to) const {
  std::vector<Chain> chains = shortest_chains(*graph_, from, to, 1);
  if (chains.empty()) return std::nullopt;
  return std::move(chains.front());
}

std::vector<Chain> Network::chains(CityId from, CityId to, std::size_t limit) const {
  return shortest_chains(*graph_, from, to, limit);
}

}  // namespace twinning
