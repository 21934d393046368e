#pragma once

#include <map>

#include <twinning/id.hpp>

#include "connection.hpp"
#include "life.hpp"

// The standing acts of bonds, read for life.hpp.

namespace twinning {

Log log_of(Connection& connection, BondId bond);

/// The logs of all bonds of a city.
std::map<BondId, Log> logs_of(Connection& connection, CityId city);

}  // namespace twinning
