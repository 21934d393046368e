#pragma once

#include <twinning/time.hpp>

namespace twinning {

class Connection;

/// Puts known_views(), on this connection alone, in front of the file's tables and views as temporary ones. Nothing is
/// written to the file. Throws Error.
void prepare_to_look_back(Connection& connection);

/// Sets the moment, outside of any transaction. Throws Error.
void look_back(Connection& connection, Instant known_at);

}  // namespace twinning
