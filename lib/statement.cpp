// What can be asked of a statement whatever database is behind it.

#include <fmt/format.h>

#include <utility>

#include "connection.hpp"
#include "quote.hpp"

namespace twinning {

Statement::Statement(Connection& connection, std::string_view sql)
    : connection_(connection), sql_(sql), statement_(connection.borrow(sql)) {}

Statement::~Statement() { connection_.give_back(sql_, std::move(statement_)); }

void Statement::run() {
  while (step()) {
  }
}

std::optional<std::int64_t> Statement::maybe_integer(int column) const {
  return is_null(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<std::string> Statement::maybe_text(int column) const {
  const auto found = maybe_view(column);
  return found ? std::optional<std::string>(*found) : std::nullopt;
}

std::optional<Date> Statement::maybe_date(int column) const {
  const auto found = maybe_view(column);
  if (!found) return std::nullopt;
  if (auto date = Date::parse(*found)) return date;
  throw Error(ErrorCategory::corrupt, fmt::format("{} is no date of a registry; run check", quote(*found)));
}

std::optional<Day> Statement::maybe_day(int column) const {
  const auto date = maybe_date(column);
  return date ? date->earliest() : std::nullopt;
}

OwnedStatement Connection::borrow(std::string_view sql) {
  if (auto found = idle_.find(sql.data()); found != idle_.end() && !found->second.empty()) {
    OwnedStatement statement = std::move(found->second.back());
    found->second.pop_back();
    if (query_of(*statement) == sql) return statement;
  }
  return prepare(sql);
}

void Connection::give_back(std::string_view sql, OwnedStatement statement) noexcept {
  try {
    reset(*statement);
    idle_[sql.data()].push_back(std::move(statement));
  } catch (...) {
    // Out of memory: the statement is dropped here, and prepared again when it is needed.
  }
}

}  // namespace twinning
