#include "values.hpp"

#include <fmt/format.h>

#include <charconv>
#include <regex>

#include <twinning/error.hpp>
#include <twinning/import_file.hpp>

namespace twinning::command {
namespace {

int number(const std::ssub_match& digits) {
  int value = 0;
  const std::string text = digits.str();
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::optional<Instant> instant_from(const std::string& text) {
  static const std::regex form(R"((\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?Z)");
  std::smatch parts;
  if (!std::regex_match(text, parts, form)) return std::nullopt;
  const auto date = Date::parse(parts[1].str());
  if (!date || number(parts[2]) > 23 || number(parts[3]) > 59 || number(parts[4]) > 59) return std::nullopt;
  std::string thousandths = parts[5].str();
  thousandths.resize(3, '0');
  return std::chrono::sys_days(date->earliest().value()) + std::chrono::hours(number(parts[2])) +
         std::chrono::minutes(number(parts[3])) + std::chrono::seconds(number(parts[4])) +
         std::chrono::milliseconds(std::stoi(thousandths));
}

}  // namespace

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
    if (const auto instant = instant_from(text)) return KnownAt(*instant);
    if (const auto date = Date::parse(text)) return KnownAt(*date);
  } catch (const Error& error) {
    throw UsageError(fmt::format("--known-at: {}", error.what()));
  }
  throw UsageError(
      fmt::format("--known-at: \"{}\" is no date and no instant: write 2026-11-23, or 2026-11-23T09:30:00.000Z", text));
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
