#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "connection.hpp"

namespace twinning {

/// A CHECK of a table, as the SQL that made the table has it.
struct Check {
  std::string name;
  std::string condition;
};

/// The CHECKs in a CREATE TABLE statement, each behind its CONSTRAINT and name.
std::vector<Check> checks_in(std::string_view create_table);

/// Proves of the rows of a table whose `key` is greater than `last` what its CHECKs ask for, where they were not looked
/// at. Those whose names end with one of `alike` are proven of one row, since they are about values that are all made
/// alike. Throws Error as SQLite would have made it.
void prove_checks_after(Connection& connection, std::string_view table, std::string_view key, std::int64_t last,
                        std::span<const std::string_view> alike);

/// The same of a single row.
void prove_checks_of_row(Connection& connection, std::string_view table, std::int64_t id);

/// The names of the CHECKs of a table that any of its rows breaks.
std::vector<std::string> broken_checks(Connection& connection, std::string_view table);

}  // namespace twinning
