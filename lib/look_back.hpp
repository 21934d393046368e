#pragma once

#include <twinning/time.hpp>

namespace twinning {

class Connection;

/// Puts, on this connection alone, in front of each table that grows with time a temporary view of the same name that
/// holds what was recorded until a moment, and in front of each view one that rests on those. So every question of the
/// library is asked in the same words as of now. Nothing is written to the file. Throws Error.
void prepare_to_look_back(Connection& connection);

/// Sets the moment, outside of any transaction. Throws Error.
void look_back(Connection& connection, Instant known_at);

}  // namespace twinning
