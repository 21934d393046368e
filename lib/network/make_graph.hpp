#pragma once

#include <vector>

#include "network/graph.hpp"

namespace twinning {

/// A bond between two cities, `one` the one with the lower id.
struct Side {
  CityId one;
  CityId other;
  BondId bond;

  friend bool operator==(const Side&, const Side&) = default;
};

/// The graph of all of them, in any order, each once or more often. Cost: a few passes over them, and over numbers as
/// large as the highest id where ids are dense. Throws Error, `no_space` where they are too many.
Graph graph_of(std::vector<Side> sides);

}  // namespace twinning
