#pragma once

#include <functional>
#include <map>

#include <twinning/id.hpp>

#include "connection.hpp"
#include "life.hpp"

// The standing acts of bonds, read for life.hpp.

namespace twinning {

Log log_of(Connection& connection, BondId bond);

/// The logs of all bonds of a city.
std::map<BondId, Log> logs_of(Connection& connection, CityId city);

/// Hands over the log of every bond with a greater id, in the order of their ids; one is in memory at a time.
void for_each_log_after(Connection& connection, BondId last, const std::function<void(BondId, const Log&)>& take);

}  // namespace twinning
