// Makes compressed rows of sides by counting: one pass counts what each row holds, and one puts it there. Of sides in
// order, a city's lower neighbours come before its higher ones, so each row is in order when it is filled.

#include "network/make_graph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <span>
#include <tuple>
#include <utility>

#include <twinning/error.hpp>

namespace twinning {
namespace {

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

/// In order, each once.
void put_in_order(std::vector<Side>& sides) {
  const auto by_pair = [](const Side& side) { return std::tuple(side.one, side.other, side.bond); };
  const auto rest = std::ranges::is_sorted_until(sides, {}, by_pair);
  std::ranges::sort(rest, sides.end(), {}, by_pair);
  std::ranges::inplace_merge(sides, rest, {}, by_pair);
  sides.erase(std::ranges::unique(sides).begin(), sides.end());
}

/// The sides of one pair after another.
template <typename Work>
void for_each_pair(const std::vector<Side>& sides, const Cities& cities, Work&& work) {
  for (auto first = sides.begin(); first != sides.end();) {
    auto last = first + 1;
    while (last != sides.end() && last->one == first->one && last->other == first->other) ++last;
    work(cities.vertex(first->one), cities.vertex(first->other), std::span(first, last));
    first = last;
  }
}

void add_up(std::vector<std::uint32_t>& counts) { std::partial_sum(counts.begin(), counts.end(), counts.begin()); }

}  // namespace

Graph graph_of(std::vector<Side> sides) {
  if (2 * sides.size() >= std::numeric_limits<std::uint32_t>::max()) {
    throw Error(ErrorCategory::no_space,
                fmt::format("{} sides of bonds are too many for a network: ask for one kind at a time", sides.size()));
  }
  put_in_order(sides);
  Cities cities(sides);
  // Counted one place further on, so that the sums are where each row begins.
  std::vector<std::uint32_t> edges(cities.size() + 2, 0);
  std::vector<std::uint32_t> bonds(cities.size() + 2, 0);
  for_each_pair(sides, cities, [&](Vertex one, Vertex other, std::span<const Side> between) {
    for (const Vertex vertex : {one, other}) {
      ++edges[vertex + 2];
      bonds[vertex + 2] += static_cast<std::uint32_t>(between.size());
    }
  });
  add_up(edges);
  add_up(bonds);
  Graph graph;
  graph.neighbour.resize(edges.back());
  graph.first_bond.resize(edges.back() + std::size_t{1});
  graph.first_bond.back() = bonds.back();
  graph.bonds.resize(bonds.back());
  for_each_pair(sides, cities, [&](Vertex one, Vertex other, std::span<const Side> between) {
    for (const auto& [vertex, neighbour] : {std::pair(one, other), std::pair(other, one)}) {
      const std::uint32_t edge = edges[vertex + 1]++;
      graph.neighbour[edge] = neighbour;
      graph.first_bond[edge] = bonds[vertex + 1];
      for (const Side& side : between) graph.bonds[bonds[vertex + 1]++] = side.bond;
    }
  });
  edges.pop_back();
  graph.first_edge = std::move(edges);
  graph.cities = std::move(cities).take();
  graph.cities.shrink_to_fit();
  return graph;
}

}  // namespace twinning
