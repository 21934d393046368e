#include "values.hpp"

#include <fmt/format.h>

#include <charconv>
#include <system_error>

#include <twinning/error.hpp>
#include <twinning/import_file.hpp>

#include "known_at.hpp"

namespace twinning::command {
Date date_from(const std::string& option, const std::string& text) {
  try {
    return Date(text);
  } catch (const Error& error) {
    throw UsageError(fmt::format("{}: {}", option, error.what()));
  }
}

AsOf as_of_from(const std::string& text) {
  try {
    return AsOf(date_from("--as-of", text));
  } catch (const Error& error) {
    throw UsageError(fmt::format("--as-of: {}", error.what()));
  }
}

KnownAt known_at_from(const std::string& text) {
  try {
    if (const auto known_at = twinning::known_at_from(text)) return *known_at;
  } catch (const Error& error) {
    throw UsageError(fmt::format("--known-at: {}", error.what()));
  }
  throw UsageError(
      fmt::format("--known-at: \"{}\" is no date and no instant: write 2026-11-23, or 2026-11-23T09:30:00.000Z", text));
}

int year_from(const std::string& option, const std::string& text) {
  int year = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, year);
  if (error == std::errc() && stop == end && year >= 0 && year <= 9999) return year;
  throw UsageError(fmt::format("{}: \"{}\" is no year: write one from 0 to 9999, such as 1950", option, text));
}

char character_from(const std::string& option, const std::string& text) {
  if (text == "tab") return '\t';
  if (text == "space") return ' ';
  if (text.size() == 1) return text.front();
  throw UsageError(
      fmt::format("{}: \"{}\" is not one ASCII character: write one, such as ';', or tab or space", option, text));
}

std::vector<std::pair<std::string, std::string>> columns_from(std::string_view text) {
  std::vector<std::pair<std::string, std::string>> columns;
  while (true) {
    const std::string_view column = text.substr(0, text.find(','));
    const std::size_t sign = column.find('=');
    if (sign == 0 || sign == std::string_view::npos || sign + 1 == column.size()) {
      throw UsageError(fmt::format(
          "--columns: \"{}\" is not WHAT=COLUMN: write a=city1,b=city2, a column by its header or number", column));
    }
    if (!is_import_column(column.substr(0, sign))) {
      throw UsageError(
          fmt::format("--columns: \"{}\" is nothing that a column can have: write a, b.country, date or "
                      "another of docs/import.md",
                      column.substr(0, sign)));
    }
    columns.emplace_back(column.substr(0, sign), column.substr(sign + 1));
    if (column.size() == text.size()) return columns;
    text.remove_prefix(column.size() + 1);
  }
}

}  // namespace twinning::command
