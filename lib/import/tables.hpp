#pragma once

#include <string>

#include <twinning/import_file.hpp>

#include "connection.hpp"

namespace twinning::importing {

/// Whether a folder holds an export of all tables.
bool is_tables_folder(const std::string& path);

/// Makes an empty registry the one whose tables a folder holds, ids and uids included, within the transaction that is
/// open. Throws Error: `invalid_argument` for a registry that is not empty, a table that is missing or a row that does
/// not fit; `rule_broken` where the rows together break a rule.
void read_tables(Connection& connection, const std::string& path, const ImportOptions& options, ImportReport& report);

}  // namespace twinning::importing
