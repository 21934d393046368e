#pragma once

#include <string>

#include <twinning/twinning.hpp>

// The library's answers, written as support::Database::rows writes those of SQL.

namespace twinning::support {

std::string twins_of(const Snapshot& snapshot, CityId city, AsOf as_of);
std::string bonds_as_of(const Snapshot& snapshot, AsOf as_of);
std::string history_of(const Snapshot& snapshot, CityId city);
std::string changes(const Snapshot& snapshot, AsOf after, AsOf until);
std::string explain_bond(const Snapshot& snapshot, BondId bond, AsOf as_of);
std::string search_city(const Snapshot& snapshot, const std::string& text);
std::string chain(const Snapshot& snapshot, const Network& network, CityId from, CityId to, AsOf as_of);

}  // namespace twinning::support
