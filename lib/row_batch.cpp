#include "row_batch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace twinning {
namespace {

/// VALUES (?, ?), (?, ?)
std::string insert_rows(std::string_view insert, std::size_t columns, std::size_t rows) {
  std::string row = "(?";
  for (std::size_t column = 1; column < columns; ++column) row += ", ?";
  row += ')';
  std::string text = fmt::format("{} VALUES {}", insert, row);
  for (std::size_t next = 1; next < rows; ++next) text += ", " + row;
  return text;
}

}  // namespace

RowInsert::RowInsert(std::string_view insert, std::size_t column_count) : columns(column_count) {
  std::ranges::transform(sizes, texts.begin(), [&](std::size_t rows) { return insert_rows(insert, columns, rows); });
}

RowBatch::Value& RowBatch::next() {
  if (used_ == values_.size()) flush();
  return values_[used_++];
}

RowBatch& RowBatch::add(std::int64_t value) {
  Value& slot = next();
  slot.type = Type::integer;
  slot.integer = value;
  return *this;
}

RowBatch& RowBatch::add(std::string_view value) {
  Value& slot = next();
  slot.type = Type::text;
  slot.text.assign(value);
  return *this;
}

RowBatch& RowBatch::add(std::nullopt_t) {
  next().type = Type::null;
  return *this;
}

void RowBatch::flush() {
  if (earlier_ != nullptr) earlier_->flush();
  const std::size_t used = std::exchange(used_, 0);
  std::size_t done = 0;
  for (std::size_t size = 0; size < RowInsert::sizes.size(); ++size) {
    const std::size_t count = RowInsert::sizes[size] * insert_.columns;
    for (; used - done >= count; done += count) {
      Statement statement(connection_, insert_.texts[size]);
      for (std::size_t index = done; index < done + count; ++index) {
        const Value& value = values_[index];
        switch (value.type) {
          case Type::null:
            statement.bind(std::nullopt);
            break;
          case Type::integer:
            statement.bind(value.integer);
            break;
          case Type::text:
            statement.bind(value.text);
            break;
        }
      }
      statement.run();
    }
  }
}

}  // namespace twinning
