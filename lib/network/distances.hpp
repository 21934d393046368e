#pragma once

#include <cstdint>
#include <vector>

#include "network/graph.hpp"

namespace twinning {

/// How far a vertex is from all others of its component, in steps.
struct Distances {
  std::uint64_t sum = 0;
  std::uint32_t longest = 0;
};

/// Those of a component.
struct PartDistances {
  std::vector<Distances> of;           // of each vertex, in the component's order
  std::vector<std::uint64_t> at_step;  // how many pairs are so many steps apart, both ways counted; 0 first
};

/// It must hold all vertices that can be reached from any of them; in breadth-first order it is quickest.
PartDistances distances_of(const Graph& graph, const std::vector<Vertex>& component);

}  // namespace twinning
