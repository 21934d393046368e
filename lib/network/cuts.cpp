// What holds a network together: pairs and cities without which a component would fall apart. By one depth-first walk:
// J. Hopcroft and R. Tarjan, "Algorithm 447", Communications of the ACM 16 (1973).

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <vector>

#include <twinning/network.hpp>

#include "network/graph.hpp"

namespace twinning {
namespace {

struct Cuts {
  std::vector<CityPair> bridges;
  std::vector<bool> is_articulation;  // by vertex
};

/// A vertex on the way of the walk.
struct Step {
  Vertex vertex;
  Vertex from;
  std::uint32_t edge;      // the next to look at
  std::uint32_t children;  // that the walk went on to
};

class Walk {
 public:
  explicit Walk(const Graph& graph)
      : graph_(graph),
        cuts_{.bridges = {}, .is_articulation = std::vector<bool>(graph.size(), false)},
        number_(graph.size(), 0),
        lowest_(graph.size(), 0) {
    for (Vertex root = 0; root < graph.size(); ++root) {
      if (number_[root] == 0) go_from(root);
    }
    std::ranges::sort(cuts_.bridges, {}, [](const CityPair& pair) { return std::tie(pair.one, pair.other); });
  }

  const Cuts& cuts() const { return cuts_; }

 private:
  void go_from(Vertex root) {
    enter(root, root);
    while (!way_.empty()) {
      Step& step = way_.back();
      if (step.edge == graph_.first_edge[step.vertex + 1]) {
        leave();
        continue;
      }
      const Vertex neighbour = graph_.neighbour[step.edge++];
      if (number_[neighbour] == 0) {
        ++step.children;
        enter(neighbour, step.vertex);
      } else if (neighbour != step.from) {
        lowest_[step.vertex] = std::min(lowest_[step.vertex], number_[neighbour]);
      }
    }
  }

  void enter(Vertex vertex, Vertex from) {
    number_[vertex] = lowest_[vertex] = ++last_number_;
    way_.push_back({.vertex = vertex, .from = from, .edge = graph_.first_edge[vertex], .children = 0});
  }

  /// Steps back over a vertex: what was reached from it and leads no further back hangs on it alone.
  void leave() {
    const Step step = way_.back();
    way_.pop_back();
    if (way_.empty()) {
      cuts_.is_articulation[step.vertex] = step.children > 1;
      return;
    }
    lowest_[step.from] = std::min(lowest_[step.from], lowest_[step.vertex]);
    if (lowest_[step.vertex] > number_[step.from]) {
      const auto [one, other] = std::minmax(step.vertex, step.from);
      cuts_.bridges.push_back({.one = graph_.cities[one], .other = graph_.cities[other]});
    }
    if (way_.size() > 1 && lowest_[step.vertex] >= number_[step.from]) cuts_.is_articulation[step.from] = true;
  }

  const Graph& graph_;
  Cuts cuts_;
  std::vector<std::uint32_t> number_;  // by vertex, in the order of the walk, from 1; 0: not reached
  std::vector<std::uint32_t> lowest_;  // by vertex, the lowest number that what is reached from it leads back to
  std::uint32_t last_number_ = 0;
  std::vector<Step> way_;
};

}  // namespace

std::vector<CityPair> Network::bridges() const { return Walk(*graph_).cuts().bridges; }

std::vector<CityId> Network::articulation_cities() const {
  const Walk walk(*graph_);
  std::vector<CityId> cities;
  for (Vertex vertex = 0; vertex < graph_->size(); ++vertex) {
    if (walk.cuts().is_articulation[vertex]) cities.push_back(graph_->cities[vertex]);
  }
  return cities;
}

}  // namespace twinning
