// The shortest ways between two cities, by a breadth-first search from both ends.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <twinning/network.hpp>

#include "network/chain_along.hpp"
#include "network/graph.hpp"

namespace twinning {
namespace {

// What a search knows of a vertex: that it was not reached, or from which end, or that it is on a shortest way; and its
// depth from that end, or its place on the way, modulo 3. Neighbours differ by at most one in either, so no more is
// needed to tell the one before from the one after; and a byte is enough.
using Mark = std::uint8_t;

constexpr Mark not_reached = 0;
constexpr Mark from_first = 1;
constexpr Mark from_last = 4;
constexpr Mark on_way = 7;

Mark mark_at(Mark what, std::uint32_t depth) { return static_cast<Mark>(what + depth % 3); }

bool is_marked(Mark mark, Mark what) { return static_cast<Mark>(mark - what) < 3; }

/// One end of a search.
struct End {
  End(Vertex vertex, std::uint64_t degree, Mark end) : edges(degree), what(end) {
    reached.reserve(128);
    reached.push_back(vertex);
  }

  std::span<const Vertex> front() const { return std::span(reached).subspan(front_begins); }

  std::vector<Vertex> reached;   // in the order of depth
  std::size_t front_begins = 0;  // the first one at `depth`
  std::uint32_t depth = 0;
  std::uint64_t edges;  // of the front
  Mark what;
};

/// All shortest ways between two vertices.
class Ways {
 public:
  Ways(const Graph& graph, Vertex from, Vertex to) : graph_(graph), marks_(graph.size(), not_reached) {
    if (from == to) {
      length_ = 0;
      return;
    }
    End first(from, graph.degree(from), from_first);
    End last(to, graph.degree(to), from_last);
    marks_[from] = mark_at(from_first, 0);
    marks_[to] = mark_at(from_last, 0);
    while (meeting_.empty() && !first.front().empty() && !last.front().empty()) {
      grow(first.edges <= last.edges ? first : last);
    }
    if (meeting_.empty()) return;
    length_ = first.depth + last.depth;
    mark_ways(first.depth, last.depth);
  }

  /// In steps; nothing where there is no way.
  std::optional<std::uint32_t> length() const { return length_; }

  /// Whether a neighbour of the vertex at `place` - 1 of some shortest way is the next vertex of one.
  bool leads_on(Vertex vertex, std::uint32_t place) const {
    const Mark mark = marks_[vertex];
    return mark == (is_marked(mark, from_last) ? mark_at(from_last, *length_ - place) : mark_at(on_way, place));
  }

 private:
  /// One step further from one end.
  void grow(End& end) {
    const std::size_t front_ends = end.reached.size();
    ++end.depth;
    const Mark mine = mark_at(end.what, end.depth);
    const Mark other = end.what == from_first ? from_last : from_first;
    for (std::size_t place = end.front_begins; place < front_ends; ++place) {
      for (const Vertex neighbour : graph_.neighbours(end.reached[place])) {
        Mark& mark = marks_[neighbour];
        if (mark == not_reached) {
          mark = mine;
          end.reached.push_back(neighbour);
        } else if (is_marked(mark, other)) {
          meeting_.push_back(neighbour);
        }
      }
    }
    end.front_begins = front_ends;
    if (!meeting_.empty()) return;
    end.edges = 0;
    for (const Vertex vertex : end.front()) end.edges += graph_.degree(vertex);
  }

  /// What the last end reached is on a way if what comes before it is; of what the first end reached, only what leads
  /// to a meeting.
  void mark_ways(std::uint32_t depth, std::uint32_t other_depth) {
    std::ranges::sort(meeting_);
    meeting_.erase(std::ranges::unique(meeting_).begin(), meeting_.end());
    for (const Vertex vertex : meeting_) marks_[vertex] = mark_at(from_last, other_depth);
    std::vector<Vertex> front = std::move(meeting_);
    for (std::uint32_t place = depth; place-- > 0;) {
      std::vector<Vertex> before;
      for (const Vertex vertex : front) {
        for (const Vertex neighbour : graph_.neighbours(vertex)) {
          if (marks_[neighbour] != mark_at(from_first, place)) continue;
          marks_[neighbour] = mark_at(on_way, place);
          before.push_back(neighbour);
        }
      }
      front = std::move(before);
    }
  }

  const Graph& graph_;
  std::vector<Mark> marks_;  // by vertex
  std::vector<Vertex> meeting_;
  std::optional<std::uint32_t> length_;
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
    while (place < neighbours.size() && !ways.leads_on(neighbours[place], static_cast<std::uint32_t>(way.size())))
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
