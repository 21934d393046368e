#pragma once

#include <vector>

#include "network/graph.hpp"

namespace twinning {

/// The vertices of each component, the largest first, then the one with the lowest vertex; each in breadth-first order
/// from its lowest vertex.
std::vector<std::vector<Vertex>> parts_of(const Graph& graph);

}  // namespace twinning
