#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "json.hpp"

namespace twinning::command {

/// A value of a document as a table shows it: numbers to four places, the parts of an array behind one another, and
/// nothing for null.
std::string cell(const Json& value);

/// How a column of a table is laid out.
struct Column {
  std::string head;
  bool right = false;             ///< numbers: at the right
  bool left_out_if_bare = false;  ///< the column is not shown where no row has a value in it
};

/// Rows in columns, aligned as a terminal shows them. A long cell is left whole.
class Table {
 public:
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  /// A row with a cell for each column, which may hold any bytes.
  void add(const std::vector<std::string>& cells);

  bool empty() const noexcept { return rows_.empty(); }

  /// The table, lines with their ends.
  std::string text() const;

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace twinning::command
