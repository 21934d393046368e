#pragma once

#include <vector>

#include <twinning/maintenance.hpp>

#include "connection.hpp"

namespace twinning {

/// Rows that refer to rows which are not there.
std::vector<Finding> broken_references(Connection& connection);

/// Where a projection is not what the acts say. Cost: it derives every bond.
std::vector<Finding> stale_projection(Connection& connection);

/// What else is not as the rules promise: days of dates that do not follow from their text, acts that a rule would have
/// refused. Cost: several passes over the file.
std::vector<Finding> broken_rules(Connection& connection);

}  // namespace twinning
