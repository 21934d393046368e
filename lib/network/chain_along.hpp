#pragma once

#include <vector>

#include <twinning/network.hpp>

#include "network/graph.hpp"

namespace twinning {

/// The way from neighbour to neighbour, with the first bond of each step.
Chain chain_along(const Graph& graph, const std::vector<Vertex>& way);

}  // namespace twinning
