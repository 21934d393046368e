#pragma once

#include <string>
#include <vector>

#include "row_batch.hpp"

namespace twinning {

/// A table whose rows are what a registry knows, as this layout has it.
struct DurableTable {
  struct Column {
    std::string name;
    std::string type;
  };
  std::string name;
  std::vector<Column> columns;
  std::string query;  ///< all columns, in the order of the key
  RowInsert insert;   ///< of all columns
};

/// Those of a new registry, a table before those that refer to it, less the projections, which follow from the others.
/// Tables of one's own are not among them. They stay where they are, as statements that are kept ask for.
const std::vector<DurableTable>& durable_tables();

}  // namespace twinning
