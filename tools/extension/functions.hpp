#pragma once

#include <sqlite3ext.h>

#include "extension/table_function.hpp"

namespace twinning::extension {

extern const TableFunction twins_of;
extern const TableFunction bonds_as_of;
extern const TableFunction history_of;
extern const TableFunction changes;
extern const TableFunction explain_bond;
extern const TableFunction chain;
extern const TableFunction search_city;

/// Makes edtf_valid, edtf_earliest, edtf_latest, distance_km and fold known to a connection. Gives SQLite's code.
int add_scalar_functions(sqlite3* host);

/// What an argument for a city must be.
inline constexpr const char* a_city = "a name, an identifier such as 'wikidata:Q6225' or 'id:59', or an id";

}  // namespace twinning::extension
