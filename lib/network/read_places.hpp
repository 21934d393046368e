#pragma once

#include <string>

#include "network/graph.hpp"

namespace twinning {

class Connection;

/// Where the cities of a graph are, and to which countries they belong on a day. Throws Error.
void read_places(Connection& connection, const std::string& day, Graph& graph);

/// Throws Error (misuse) where that was not read.
void expect_places(const Graph& graph);

}  // namespace twinning
