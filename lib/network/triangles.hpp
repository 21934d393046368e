#pragma once

#include <cstdint>
#include <vector>

#include "network/graph.hpp"

namespace twinning {

/// For each vertex how many triangles it is a corner of.
std::vector<std::uint64_t> triangles_of(const Graph& graph);

}  // namespace twinning
