#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "export/network_rows.hpp"

namespace twinning {

/// How many of the first fields the element of a node (its id) or an edge (its ends) says itself.
inline constexpr std::size_t said_by_node = 1;
inline constexpr std::size_t said_by_edge = 2;

/// The name that GraphML and GEXF have for a type.
const char* xml_type(FieldType type);

/// A value that is there, as GraphML and GEXF write it. Adds to `replaced` the characters that XML can't carry.
std::string xml_value(const Value& value, std::int64_t& replaced);

}  // namespace twinning
