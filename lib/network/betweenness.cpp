// Betweenness, by U. Brandes, "A faster algorithm for betweenness centrality", Journal of Mathematical Sociology 25
// (2001): a search from each city counts the shortest ways, and the way back adds up what depends on each city.

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include <twinning/network.hpp>

#include "network/graph.hpp"
#include "network/wide.hpp"

namespace twinning {
namespace {

/// The search from one vertex.
struct Search {
  std::vector<Vertex> order;               // the vertices that were reached, the nearest first; room for one more
  std::size_t reached = 0;                 // how many they are
  std::vector<Vertex> ahead;               // of each in that order its neighbours one step further; room for one more
  std::vector<std::uint32_t> first_ahead;  // by place in the order, one more at the end
  std::vector<std::uint32_t> depth;        // plus 1; 0 where not reached
};

/// What is counted, by vertex.
template <typename Number>
struct Counts {
  std::vector<Number> ways;   // shortest ones from the start
  std::vector<Number> share;  // of what lies behind the vertex, for each way to it
};

/// Whether a neighbour is one step further is as good as chance: what is written is kept or not, without a branch.
void find_order(const Graph& graph, Vertex start, Search& search) {
  std::ranges::fill(search.depth, 0U);
  search.order[0] = start;
  search.reached = 1;
  search.depth[start] = 1;
  std::uint32_t ahead = 0;
  for (std::size_t place = 0; place < search.reached; ++place) {
    search.first_ahead[place] = ahead;
    const std::uint32_t next_depth = search.depth[search.order[place]] + 1;
    for (const Vertex neighbour : graph.neighbours(search.order[place])) {
      std::uint32_t depth = search.depth[neighbour];
      search.order[search.reached] = neighbour;
      search.reached += depth == 0 ? 1U : 0U;
      depth = depth == 0 ? next_depth : depth;
      search.depth[neighbour] = depth;
      search.ahead[ahead] = neighbour;
      ahead += depth == next_depth ? 1U : 0U;
    }
  }
  search.first_ahead[search.reached] = ahead;
}

std::span<const Vertex> ahead_of(const Search& search, std::size_t place) {
  return std::span(search.ahead)
      .subspan(search.first_ahead[place], search.first_ahead[place + 1] - search.first_ahead[place]);
}

/// Gives the highest count, as near as a double comes.
template <typename Number>
double count_ways(const Search& search, std::vector<Number>& ways) {
  std::ranges::fill(ways, Number());
  ways[search.order[0]] = Number(1);
  double most = 0;
  for (std::size_t place = 0; place < search.reached; ++place) {
    const Number here = ways[search.order[place]];
    most = std::max(most, static_cast<double>(here));
    for (const Vertex next : ahead_of(search, place)) ways[next] = ways[next] + here;
  }
  return most;
}

/// Brandes' dependence of the start on each vertex.
template <typename Number>
void add_dependence(const Search& search, Counts<Number>& counts, std::vector<double>& between) {
  for (std::size_t place = search.reached - 1; place > 0; --place) {
    const Vertex vertex = search.order[place];
    Number shares{};
    for (const Vertex next : ahead_of(search, place)) shares = shares + counts.share[next];
    const auto dependence = static_cast<double>(counts.ways[vertex] * shares);
    counts.share[vertex] = Number(1 + dependence) / counts.ways[vertex];
    between[vertex] += dependence;
  }
}

/// Beyond it shares would lose digits.
constexpr double most_ways = 0x1p1000;

}  // namespace

std::vector<CityFigure> Network::betweenness() const {
  const std::size_t size = graph_->size();
  std::vector<double> between(size, 0);
  Search search{.order = std::vector<Vertex>(size + 1),
                .reached = 0,
                .ahead = std::vector<Vertex>(graph_->neighbour.size() / 2 + 1),
                .first_ahead = std::vector<std::uint32_t>(size + 1),
                .depth = std::vector<std::uint32_t>(size)};
  Counts<double> counts{.ways = std::vector<double>(size), .share = std::vector<double>(size)};
  Counts<Wide> wide;
  for (Vertex start = 0; start < graph_->size(); ++start) {
    find_order(*graph_, start, search);
    if (count_ways(search, counts.ways) < most_ways) {
      add_dependence(search, counts, between);
    } else {
      wide.ways.resize(size);
      wide.share.resize(size);
      count_ways(search, wide.ways);
      add_dependence(search, wide, between);
    }
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
