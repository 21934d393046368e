#pragma once

#include <cstddef>
#include <set>
#include <vector>

#include "network/graph.hpp"

namespace twinning {

/// The sets of three vertices or more that are all neighbours of each other and part of no larger such set, each in
/// order, without those that are left out; no more than `limit`.
std::vector<std::vector<Vertex>> cliques_of(const Graph& graph, const std::set<std::vector<Vertex>>& left_out,
                                            std::size_t limit);

}  // namespace twinning
