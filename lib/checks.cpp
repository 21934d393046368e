#include "checks.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstddef>

namespace twinning {
namespace {

/// The words, brackets and texts of SQL, one after another, without its comments.
class Tokens {
 public:
  explicit Tokens(std::string_view sql) : sql_(sql) {}

  /// Empty at the end.
  std::string_view next() {
    pass_over_comments();
    if (end_ >= sql_.size()) return {};
    begin_ = end_;
    if (const char first = sql_[begin_]; first == '\'' || first == '"') {
      end_ = std::min(sql_.find(first, begin_ + 1), sql_.size() - 1) + 1;
    } else if (is_of_word(first)) {
      end_ = static_cast<std::size_t>(std::find_if_not(sql_.begin() + begin(), sql_.end(), is_of_word) - sql_.begin());
    } else {
      end_ = begin_ + 1;
    }
    return sql_.substr(begin_, end_ - begin_);
  }

  std::size_t end() const { return end_; }

 private:
  static bool is_of_word(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '_';
  }
  std::ptrdiff_t begin() const { return static_cast<std::ptrdiff_t>(begin_); }
  void pass_over_comments() {
    constexpr std::string_view spaces = " \t\r\n";
    while (true) {
      end_ = std::min(sql_.find_first_not_of(spaces, end_), sql_.size());
      if (!sql_.substr(end_).starts_with("--")) return;
      end_ = std::min(sql_.find('\n', end_), sql_.size());
    }
  }

  std::string_view sql_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

std::vector<Check> checks_of(Connection& connection, std::string_view table) {
  Statement row(connection, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?");
  row.bind(table);
  return row.step() ? checks_in(row.text(0)) : std::vector<Check>();
}

/// The names of those that rows break for which a condition holds.
std::vector<std::string> broken_by(Connection& connection, std::string_view table, const std::string& rows,
                                   std::span<const Check> checks) {
  std::vector<std::string> broken;
  if (checks.empty()) return broken;
  const auto is_broken = [&](std::string_view condition) {
    return connection.integer(
               fmt::format("SELECT EXISTS (SELECT 1 FROM {} WHERE {} AND ({}))", table, rows, condition)) != 0;
  };
  // One pass over the rows; which check it was is asked only where one is broken.
  std::string any;
  for (const Check& check : checks) {
    any += fmt::format("{}({}) IS FALSE", any.empty() ? "" : " OR ", check.condition);
  }
  if (!is_broken(any)) return broken;
  for (const Check& check : checks) {
    if (is_broken(fmt::format("({}) IS FALSE", check.condition))) broken.push_back(check.name);
  }
  return broken;
}

void prove(Connection& connection, std::string_view table, const std::string& rows, std::span<const Check> checks) {
  const auto broken = broken_by(connection, table, rows, checks);
  if (!broken.empty()) throw translate(SQLITE_CONSTRAINT_CHECK, "CHECK constraint failed: " + broken.front());
}

}  // namespace

std::vector<Check> checks_in(std::string_view create_table) {
  std::vector<Check> checks;
  std::string name;
  Tokens tokens(create_table);
  for (std::string_view token = tokens.next(); !token.empty(); token = tokens.next()) {
    if (token == "CONSTRAINT") name = tokens.next();
    if (token != "CHECK") continue;
    tokens.next();  // its bracket
    const std::size_t begin = tokens.end();
    std::size_t end = begin;
    for (int depth = 1; depth > 0 && !(token = tokens.next()).empty();) {
      if (token == "(") ++depth;
      if (token == ")") --depth;
      if (depth > 0) end = tokens.end();
    }
    checks.push_back({.name = name, .condition = std::string(create_table.substr(begin, end - begin))});
  }
  return checks;
}

void prove_checks_after(Connection& connection, std::string_view table, std::string_view key, std::int64_t last,
                        std::span<const std::string_view> alike) {
  std::vector<Check> checks = checks_of(connection, table);
  const auto of_one = std::ranges::partition(checks, [&](const Check& check) {
    return std::ranges::none_of(alike, [&](std::string_view end) { return check.name.ends_with(end); });
  });
  const std::span<const Check> all(checks);
  const std::size_t of_each = all.size() - of_one.size();
  prove(connection, table, fmt::format("{} > {}", key, last), all.first(of_each));
  prove(connection, table, fmt::format("{0} > {1} AND {0} = (SELECT max({0}) FROM {2})", key, last, table),
        all.subspan(of_each));
}

void prove_checks_of_row(Connection& connection, std::string_view table, std::int64_t id) {
  const std::vector<Check> checks = checks_of(connection, table);
  prove(connection, table, fmt::format("id = {}", id), checks);
}

std::vector<std::string> broken_checks(Connection& connection, std::string_view table) {
  return broken_by(connection, table, "TRUE", checks_of(connection, table));
}

}  // namespace twinning
