#pragma once

#include <sqlite3ext.h>

#include <initializer_list>
#include <vector>

#include <twinning/snapshot.hpp>

#include "extension/arguments.hpp"
#include "extension/host_registry.hpp"
#include "extension/value.hpp"

namespace twinning::extension {

/// A table-valued function that asks the registry.
struct TableFunction {
  const char* name;
  std::vector<const char*> columns;  ///< each with its type
  std::vector<Argument> arguments;   ///< known_at among them
  double rows_expected;              ///< about how many, so that SQLite puts a small one first
  std::vector<Row> (*rows)(HostRegistry& registry, const Snapshot& snapshot, const Arguments& arguments);
};

/// Makes the functions known to a connection, all or none; they last as long as the program. Gives SQLite's code.
int add_table_functions(sqlite3* host, std::initializer_list<const TableFunction*> functions);

}  // namespace twinning::extension
