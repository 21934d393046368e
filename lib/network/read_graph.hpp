#pragma once

#include <string>

#include <twinning/network.hpp>

#include "network/graph.hpp"

namespace twinning {

class Connection;

/// The bonds in force on a day, as known now by the stored spans. Throws Error.
Graph read_graph(Connection& connection, const std::string& day, const NetworkOptions& options);

/// The same on a connection that looks back, where nothing is stored.
Graph derive_graph(Connection& connection, const std::string& day, const NetworkOptions& options);

}  // namespace twinning
