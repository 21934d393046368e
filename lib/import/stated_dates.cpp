// Dates as people and query services write them.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

#include "folding.hpp"
#include "import/stated_values.hpp"

namespace twinning::importing {
namespace {

/// The number of a month by its English name, or the first three letters of it; 0 for none.
unsigned month_named(std::string_view word) {
  constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                       "may",       "june",     "july",     "august",
                                                       "september", "october",  "november", "december"};
  for (std::size_t month = 0; month < months.size(); ++month) {
    if (word == months[month] || (word.size() == 3 && months[month].starts_with(word))) {
      return static_cast<unsigned>(month) + 1;
    }
  }
  return word == "sept" ? 9 : 0;
}

bool is_year(std::string_view text) { return text.size() == 4 && are_digits(text); }

bool is_of_two(std::string_view text) { return text.size() <= 2 && are_digits(text); }

std::optional<Date> date_of(std::string_view year, std::string_view month, std::string_view day) {
  return Date::parse(fmt::format("{}-{:0>2}-{:0>2}", year, month, day));
}

std::vector<std::string_view> parts_of(std::string_view text, std::string_view dividers) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(dividers), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

/// 24.09.1998, 9.1998, 1944-6-6, 1944/06/06
std::optional<Date> date_of_digits(std::string_view text) {
  for (const std::string_view divider : {".", "-", "/"}) {
    const auto parts = parts_of(text, divider);
    const auto dividers = static_cast<std::size_t>(std::ranges::count(text, divider.front()));
    if (dividers + 1 != parts.size()) continue;
    if (parts.size() == 3 && is_year(parts[0]) && is_of_two(parts[1]) && is_of_two(parts[2])) {
      return date_of(parts[0], parts[1], parts[2]);
    }
    if (divider != ".") continue;
    if (parts.size() == 3 && is_of_two(parts[0]) && is_of_two(parts[1]) && is_year(parts[2])) {
      return date_of(parts[2], parts[1], parts[0]);
    }
    if (parts.size() == 2 && is_of_two(parts[0]) && is_year(parts[1])) {
      return Date::parse(fmt::format("{}-{:0>2}", parts[1], parts[0]));
    }
  }
  return std::nullopt;
}

/// June 1944, 6 June 1944, June 6, 1944
std::optional<Date> date_of_words(const std::string& text) {
  const auto parts = parts_of(text, " ");
  if (parts.size() < 2 || !is_year(parts.back())) return std::nullopt;
  if (parts.size() == 2 && month_named(parts[0]) > 0) {
    return Date::parse(fmt::format("{}-{:02}", parts[1], month_named(parts[0])));
  }
  if (parts.size() != 3) return std::nullopt;
  const bool has_day_first = is_of_two(parts[0]);
  const unsigned month = month_named(parts[has_day_first ? 1 : 0]);
  const std::string_view day = parts[has_day_first ? 0 : 1];
  if (month == 0 || !is_of_two(day)) return std::nullopt;
  return date_of(parts[2], fmt::format("{}", month), day);
}

/// "before 1990", "after 1990", "by 2020-04", "circa 1944"
std::optional<Date> date_behind_word(std::string_view word, std::string_view rest) {
  const auto date = stated_date(rest);
  if (!date) return std::nullopt;
  if (word == "by") return Date::parse(fmt::format("[..{}]", date->text()));
  if (word == "circa" || word == "c" || word == "ca" || word == "about") return Date::parse(date->text() + "~");
  const bool is_of_a_year = is_year(date->text());
  if (word == "before" && date->earliest()) {
    const std::string last = to_string(Day(std::chrono::sys_days(*date->earliest()) - std::chrono::days(1)));
    return Date::parse(fmt::format("[..{}]", is_of_a_year ? last.substr(0, 4) : last));
  }
  if (word == "after" && date->latest()) {
    const std::string first = to_string(Day(std::chrono::sys_days(*date->latest()) + std::chrono::days(1)));
    return Date::parse(fmt::format("[{}..]", is_of_a_year ? first.substr(0, 4) : first));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Date> stated_date(std::string_view text) {
  text = trimmed(text);
  constexpr std::size_t longest = 200;
  if (text.empty() || text.size() > longest) return std::nullopt;
  if (auto date = Date::parse(std::string(text))) return date;
  if (text.size() == 3 && are_digits(text)) return Date::parse(fmt::format("0{}", text));
  if (text.size() == 5 && are_digits(text.substr(0, 4)) && text.ends_with("0s")) {
    return Date::parse(fmt::format("{}X", text.substr(0, 3)));
  }
  for (const std::string_view midnight : {"T00:00:00Z", "T00:00:00", " 00:00:00"}) {
    if (!text.ends_with(midnight)) continue;
    const std::string_view day = text.substr(0, text.size() - midnight.size());
    // Query services say a year so.
    return stated_date(midnight.front() == 'T' && day.ends_with("-01-01") ? day.substr(0, day.size() - 6) : day);
  }
  if (auto date = date_of_digits(text)) return date;
  const std::string words = fold(text);  // without case, commas and dots
  if (auto date = date_of_words(words)) return date;
  const auto space = text.find_first_of(" .");
  if (space == std::string_view::npos || space == 0) return std::nullopt;
  const auto rest = text.find_first_not_of(" .", space);
  if (rest == std::string_view::npos) return std::nullopt;
  return date_behind_word(fold(text.substr(0, space)), text.substr(rest));
}

std::optional<Date> wikidata_date(std::string_view time, int precision) {
  if (time.starts_with('+')) time.remove_prefix(1);
  const auto year_end = time.find('-', 1);
  if (year_end == std::string_view::npos || time.size() < year_end + 6) return std::nullopt;
  const auto year = stated_integer(time.substr(0, year_end));
  if (!year || *year < 0 || *year > 9999 || time.front() == '-') return std::nullopt;
  const std::string_view month = time.substr(year_end + 1, 2);
  const std::string_view day = time.substr(year_end + 4, 2);
  switch (precision) {
    case 11:
    case 12:
    case 13:
    case 14:
      return Date::parse(fmt::format("{:04}-{}-{}", *year, month, day));
    case 10:
      return Date::parse(fmt::format("{:04}-{}", *year, month));
    case 9:
      return Date::parse(fmt::format("{:04}", *year));
    case 8:
      return Date::parse(fmt::format("{:03}X", *year / 10));
    case 7: {
      // A century begins with its year 1: the 20th is 1901 to 2000, and any of its years may stand for it.
      const std::int64_t first = (*year - 1) / 100 * 100 + 1;
      return *year == 0 ? std::nullopt
                        : Date::parse(fmt::format("{:04}/{:04}", first, std::min<std::int64_t>(first + 99, 9999)));
    }
    default:
      return std::nullopt;
  }
}

}  // namespace twinning::importing
