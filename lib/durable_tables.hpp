#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace twinning {

/// A table whose rows are what a registry knows, as this layout has it.
struct DurableTable {
  struct Column {
    std::string name;
    std::string type;
  };
  std::string name;
  std::vector<Column> columns;
  std::string query;        ///< all columns, in the order of the key
  std::string insert;       ///< one row, all columns
  std::string insert_many;  ///< many_rows of them
  static constexpr std::size_t many_rows = 64;
};

/// Those of a new registry, a table before those that refer to it, less the projections, which follow from the others.
/// Tables of one's own are not among them. They stay where they are, as statements that are kept ask for.
const std::vector<DurableTable>& durable_tables();

}  // namespace twinning
