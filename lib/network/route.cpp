// The way of the fewest kilometres: by what a way has taken so far and what is left as the crow flies, which is never
// more than what is to come.

#include <algorithm>
#include <functional>
#include <limits>
#include <queue>
#include <tuple>
#include <utility>
#include <vector>

#include <twinning/network.hpp>

#include "distance.hpp"
#include "network/chain_along.hpp"
#include "network/graph.hpp"
#include "network/read_places.hpp"

namespace twinning {
namespace {

/// A vertex that a search came to.
struct Reached {
  double at_least;  // kilometres of a whole way through it
  double so_far;
  Vertex vertex;

  bool operator>(const Reached& other) const {
    return std::tie(at_least, vertex) > std::tie(other.at_least, other.vertex);
  }
};

class RouteSearch {
 public:
  RouteSearch(const Graph& graph, Vertex from, Vertex to)
      : graph_(graph),
        to_(to),
        kilometres_(graph.size(), std::numeric_limits<double>::infinity()),
        before_(graph.size(), from) {
    reach(from, from, 0);
    while (!open_.empty()) {
      const Reached here = open_.top();
      open_.pop();
      if (here.vertex == to_) return;
      if (here.so_far > kilometres_[here.vertex]) continue;  // another way to it was shorter
      for (const Vertex next : graph_.neighbours(here.vertex)) {
        if (!graph_.has_place(next)) continue;
        const double so_far = here.so_far + distance_km(graph_.places[here.vertex], graph_.places[next]);
        if (so_far < kilometres_[next]) reach(next, here.vertex, so_far);
      }
    }
  }

  /// Infinite where there is no way.
  double kilometres() const { return kilometres_[to_]; }

  std::vector<Vertex> way() const {
    std::vector<Vertex> way = {to_};
    while (before_[way.back()] != way.back()) way.push_back(before_[way.back()]);
    std::ranges::reverse(way);
    return way;
  }

 private:
  void reach(Vertex vertex, Vertex before, double so_far) {
    kilometres_[vertex] = so_far;
    before_[vertex] = before;
    open_.push({.at_least = so_far + distance_km(graph_.places[vertex], graph_.places[to_]),
                .so_far = so_far,
                .vertex = vertex});
  }

  const Graph& graph_;
  Vertex to_;
  std::vector<double> kilometres_;
  std::vector<Vertex> before_;
  std::priority_queue<Reached, std::vector<Reached>, std::greater<>> open_;
};

}  // namespace

std::optional<Route> Network::route(CityId from, CityId to) const {
  expect_places(*graph_);
  const auto first = graph_->find(from);
  const auto last = graph_->find(to);
  if (!first || !last || !graph_->has_place(*first) || !graph_->has_place(*last)) return std::nullopt;
  const RouteSearch search(*graph_, *first, *last);
  if (search.kilometres() == std::numeric_limits<double>::infinity()) return std::nullopt;
  return Route{.chain = chain_along(*graph_, search.way()), .kilometres = search.kilometres()};
}

}  // namespace twinning
