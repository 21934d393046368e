// What can be asked of a statement whatever database is behind it.

#include <fmt/format.h>

#include "connection.hpp"
#include "quote.hpp"

namespace twinning {

void Statement::run() {
  while (step()) {
  }
}

std::optional<std::int64_t> Statement::maybe_integer(int column) const {
  return is_null(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<std::string> Statement::maybe_text(int column) const {
  return is_null(column) ? std::nullopt : std::optional(text(column));
}

std::optional<Date> Statement::maybe_date(int column) const {
  if (is_null(column)) return std::nullopt;
  const std::string found = text(column);
  if (auto date = Date::parse(found)) return date;
  throw Error(ErrorCategory::corrupt, fmt::format("{} is no date of a registry; run check", quote(found)));
}

std::optional<Day> Statement::maybe_day(int column) const {
  const auto date = maybe_date(column);
  return date ? date->earliest() : std::nullopt;
}

}  // namespace twinning
