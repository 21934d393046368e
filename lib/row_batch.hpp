#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <twinning/code.hpp>
#include <twinning/date.hpp>
#include <twinning/id.hpp>

#include "connection.hpp"

namespace twinning {

/// An INSERT of one row, of some and of many. To be kept as long as the program runs: statements are found again by
/// where their text stands.
struct RowInsert {
  /// `insert` is such as "INSERT INTO table (one, other)", with that many columns.
  RowInsert(std::string_view insert, std::size_t columns);

  static constexpr std::array<std::size_t, 4> sizes = {64, 16, 4, 1};

  std::size_t columns;
  std::array<std::string, sizes.size()> texts;
};

/// Puts rows into one table many at a time: each statement has its own cost, which is half of what a small row takes.
/// Rows are in the file after flush(); an error comes then too.
class RowBatch {
 public:
  /// Its rows refer to those of the `earlier` batch, which flush() flushes first.
  RowBatch(Connection& connection, const RowInsert& insert, RowBatch* earlier = nullptr)
      : connection_(connection),
        insert_(insert),
        earlier_(earlier),
        values_(insert.columns * RowInsert::sizes.front()) {}
  RowBatch(const RowBatch&) = delete;
  RowBatch& operator=(const RowBatch&) = delete;

  /// The next value of the row: as many as there are columns make it whole.
  RowBatch& add(std::int64_t value);
  RowBatch& add(std::string_view value);
  RowBatch& add(const char* value) { return add(std::string_view(value)); }
  RowBatch& add(std::nullopt_t);
  RowBatch& add(const std::string& value) { return add(std::string_view(value)); }
  RowBatch& add(const Date& value) { return add(value.text()); }
  template <typename List>
  RowBatch& add(const Code<List>& value) {
    return add(value.text());
  }
  template <typename Thing>
  RowBatch& add(Id<Thing> value) {
    return add(value.value());
  }
  template <typename Value>
  RowBatch& add(const std::optional<Value>& value) {
    return value ? add(*value) : add(std::nullopt);
  }

  void flush();

 private:
  enum class Type { null, integer, text };
  struct Value {
    Type type = Type::null;
    std::int64_t integer = 0;
    std::string text;  // kept from row to row, so that its memory is used again
  };

  Value& next();

  Connection& connection_;
  const RowInsert& insert_;
  RowBatch* const earlier_;
  std::vector<Value> values_;
  std::size_t used_ = 0;
};

}  // namespace twinning
