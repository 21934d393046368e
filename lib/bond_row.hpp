#pragma once

#include <twinning/bond.hpp>

#include "connection.hpp"

// The columns of bond_status that make a Bond, the first of a query's.
#define BOND_COLUMNS                                                                                      \
  "bond_id, parties, kind, status, certainty, contested, formed, ended, since, by_city, reason, motive, " \
  "sources, title, condition, note"

namespace twinning {

/// The bond of a row that begins with BOND_COLUMNS. Throws Error (corrupt).
Bond read_bond(const Statement& row);

}  // namespace twinning
