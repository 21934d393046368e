#pragma once

#include <sqlite3ext.h>

#include <vector>

#include <twinning/snapshot.hpp>

#include "extension/arguments.hpp"
#include "extension/value.hpp"

namespace twinning::extension {

/// A table-valued function that asks the registry.
struct TableFunction {
  const char* name;
  std::vector<const char*> columns;  ///< each with its type
  std::vector<Argument> arguments;   ///< the last one is known_at
  double rows_expected;              ///< about how many, so that SQLite puts a small one first
  std::vector<Row> (*rows)(const Snapshot& snapshot, const Arguments& arguments);
};

/// Makes the function known to a connection. It lasts as long as the program. Gives SQLite's code.
int add_function(sqlite3* host, const TableFunction& function);

}  // namespace twinning::extension
