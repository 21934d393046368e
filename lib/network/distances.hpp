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

/// The distances of each vertex of a component, in the component's order. It must hold all vertices that can be reached
/// from any of them; in breadth-first order it is quickest.
std::vector<Distances> distances_of(const Graph& graph, const std::vector<Vertex>& component);

}  // namespace twinning
