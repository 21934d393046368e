#include <twinning/date.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include <twinning/error.hpp>

#include "quote.hpp"

namespace twinning {
namespace {

namespace chrono = std::chrono;

// In the order in which they are reported.
enum class Rule { form, calendar, order, none };

// What a text, or a part of one, says. A value that breaks a rule has no bounds.
struct Reading {
  Rule broken = Rule::none;
  std::string_view culprit = {};  // The part that breaks the rule; for the form that is always the whole text.
  std::optional<Day> earliest = {};
  std::optional<Day> latest = {};
  bool uncertain = false;
  bool approximate = false;
};

constexpr Reading malformed = {.broken = Rule::form};

// Ends of intervals and members of sets are plain: no season, no unspecified digit.
enum class Forms { plain, all };

// A year, month and day as they are spelled; what was left out is empty.
struct Spelling {
  std::string_view year;
  std::string_view month;
  std::string_view day;
};

bool are_digits(std::string_view text) noexcept {
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return true;
}

// Whether it has the lengths and hyphens of a year, of a year and month, or of those and a day.
bool has_parts(std::string_view value) noexcept {
  if (value.size() != 4 && value.size() != 7 && value.size() != 10) return false;
  return (value.size() < 7 || value[4] == '-') && (value.size() < 10 || value[7] == '-');
}

// `value` has parts.
Spelling spell(std::string_view value) noexcept {
  return {.year = value.substr(0, 4),
          .month = value.size() < 7 ? "" : value.substr(5, 2),
          .day = value.size() < 10 ? "" : value.substr(8, 2)};
}

bool is_plain(const Spelling& spelling) noexcept {
  return are_digits(spelling.year) && are_digits(spelling.month) && are_digits(spelling.day);
}

bool is_unspecified(const Spelling& spelling) noexcept {
  const auto& [year, month, day] = spelling;
  if (month.empty()) {
    return (are_digits(year.substr(0, 3)) && year[3] == 'X') || (are_digits(year.substr(0, 2)) && year.ends_with("XX"));
  }
  if (!are_digits(year)) return false;
  if (day.empty()) return month == "XX";
  return day == "XX" && (month == "XX" || are_digits(month));
}

std::chrono::year year_number(std::string_view year, char unspecified_digit) noexcept {
  int value = 0;
  for (const char c : year) value = value * 10 + ((c == 'X' ? unspecified_digit : c) - '0');
  return std::chrono::year{value};
}

// A month or day; `otherwise` where it is left out or unspecified.
unsigned number(std::string_view part, unsigned otherwise) noexcept {
  if (part.empty() || part.front() == 'X') return otherwise;
  return static_cast<unsigned>(part[0] - '0') * 10 + static_cast<unsigned>(part[1] - '0');
}

bool is_season(const Spelling& spelling) noexcept {
  return spelling.day.empty() && "21" <= spelling.month && spelling.month <= "24";
}

Reading read_value(std::string_view value, Forms forms) noexcept {
  if (!has_parts(value)) return malformed;
  Spelling spelling = spell(value);
  if (!is_plain(spelling) && (forms == Forms::plain || !is_unspecified(spelling))) return malformed;
  // The season of a year may fall into any of its months, as the hemisphere is not known.
  if (forms == Forms::all && is_season(spelling)) spelling.month = {};

  const auto& [year, month, day] = spelling;
  const Day first = year_number(year, '0') / chrono::month{number(month, 1)} / chrono::day{number(day, 1)};
  if (!first.ok()) return {.broken = Rule::calendar, .culprit = value};
  const Day month_end = year_number(year, '9') / chrono::month{number(month, 12)} / chrono::last;
  const chrono::day last_day{number(day, static_cast<unsigned>(month_end.day()))};
  return {.earliest = first, .latest = month_end.year() / month_end.month() / last_day};
}

Reading read_qualified(std::string_view text, Forms forms) noexcept {
  const char qualifier = text.empty() ? '\0' : text.back();
  const bool uncertain = qualifier == '?' || qualifier == '%';
  const bool approximate = qualifier == '~' || qualifier == '%';
  if (uncertain || approximate) text.remove_suffix(1);
  Reading reading = read_value(text, forms);
  reading.uncertain = uncertain;
  reading.approximate = approximate;
  return reading;
}

// From the first day of `from` to the last day of `to`; `text` is both together.
Reading span(std::string_view text, const Reading& from, const Reading& to) noexcept {
  Reading reading = from.broken <= to.broken ? from : to;
  reading.earliest = from.earliest;
  reading.latest = to.latest;
  reading.uncertain = from.uncertain || to.uncertain;
  reading.approximate = from.approximate || to.approximate;
  if (from.earliest && to.latest && *from.earliest > *to.latest) {
    reading.broken = Rule::order;
    reading.culprit = text;
  }
  return reading;
}

Reading read_interval(std::string_view text, std::size_t slash) noexcept {
  const auto is_open = [](std::string_view end) { return end.empty() || end == ".."; };
  const auto read_end = [&](std::string_view end) {
    return is_open(end) ? Reading{} : read_qualified(end, Forms::plain);
  };
  const std::string_view from = text.substr(0, slash);
  const std::string_view to = text.substr(slash + 1);
  if (is_open(from) && is_open(to)) return malformed;
  return span(text, read_end(from), read_end(to));
}

Reading read_member(std::string_view text, bool is_first, bool is_last) noexcept {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return read_value(text, Forms::plain);
  const std::string_view from = text.substr(0, dots);
  const std::string_view to = text.substr(dots + 2);
  if (from.empty() && (to.empty() || !is_first)) return malformed;
  if (to.empty() && !is_last) return malformed;
  return span(text, from.empty() ? Reading{} : read_value(from, Forms::plain),
              to.empty() ? Reading{} : read_value(to, Forms::plain));
}

Reading either(const Reading& one, const Reading& other) noexcept {
  Reading reading = one.broken <= other.broken ? one : other;
  // No bound at all is wider than any bound.
  reading.earliest.reset();
  reading.latest.reset();
  if (one.earliest && other.earliest) reading.earliest = std::min(*one.earliest, *other.earliest);
  if (one.latest && other.latest) reading.latest = std::max(*one.latest, *other.latest);
  return reading;
}

// `text` starts with a bracket.
Reading read_set(std::string_view text) noexcept {
  if (text.back() != ']') return malformed;
  std::string_view rest = text.substr(1, text.size() - 2);
  Reading set;
  for (bool is_first = true;; is_first = false) {
    const std::size_t comma = rest.find(',');
    const bool is_last = comma == std::string_view::npos;
    const Reading member = read_member(rest.substr(0, comma), is_first, is_last);
    if (member.broken == Rule::form) return malformed;
    set = is_first ? member : either(set, member);
    if (is_last) return set;
    rest.remove_prefix(comma + 1);
  }
}

// Most dates of acts are days.
std::optional<Day> plain_day(std::string_view text) noexcept {
  if (text.size() != 10 || !has_parts(text)) return std::nullopt;
  const Spelling spelling = spell(text);
  if (!is_plain(spelling)) return std::nullopt;
  const Day day =
      year_number(spelling.year, '0') / chrono::month{number(spelling.month, 1)} / chrono::day{number(spelling.day, 1)};
  return day.ok() ? std::optional(day) : std::nullopt;
}

Reading read(std::string_view text) noexcept {
  if (const auto day = plain_day(text)) return {.earliest = day, .latest = day};
  if (text.starts_with('[')) return read_set(text);
  const std::size_t slash = text.find('/');
  return slash == std::string_view::npos ? read_qualified(text, Forms::all) : read_interval(text, slash);
}

// `value` has a form with a month.
std::string explain_calendar(std::string_view value) {
  static constexpr std::array<std::string_view, 12> month_names = {"January",   "February", "March",    "April",
                                                                   "May",       "June",     "July",     "August",
                                                                   "September", "October",  "November", "December"};
  const Spelling spelling = spell(value);
  if (is_season(spelling))
    return quote_ascii(value) + " is a season, which can only stand alone: write months from 01 to 12";
  const unsigned month = number(spelling.month, 0);
  if (month < 1 || month > 12) return quote_ascii(value) + " has no such month: write a month from 01 to 12";
  const auto last = std::chrono::month{month} / std::chrono::last;
  const Day last_day = year_number(spelling.year, '0') / last;
  return quote_ascii(value) + " has no such day: " + std::string(month_names[month - 1]) + " " +
         std::string(spelling.year) + " has " + std::to_string(static_cast<unsigned>(last_day.day())) + " days";
}

Error refusal(std::string_view text) {
  const auto error = [](std::string_view rule, const std::string& explanation) {
    return Error(ErrorCategory::invalid_argument, std::string(rule) + ": " + explanation, rule);
  };
  const Reading reading = read(text);
  switch (reading.broken) {
    case Rule::calendar:
      return error("date_calendar", explain_calendar(reading.culprit));
    case Rule::order:
      return error("date_order", quote_ascii(reading.culprit) + " starts after its end: write the earlier date first");
    case Rule::form:
    case Rule::none:
      break;
  }
  return error("date_form", quote_ascii(text) +
                                " is not an EDTF date: write 1944, 1944-06, 1944-06-06, 194X, 1944?, 1941/1944, "
                                "1998/.. or [1941,1944]");
}

void append_padded(std::string& text, unsigned value, std::size_t width) {
  const std::size_t end = text.size() + width;
  text.append(width, '0');
  for (std::size_t place = end; value > 0 && place > end - width; value /= 10) {
    text[--place] = static_cast<char>('0' + value % 10);
  }
  if (value > 0) text.insert(end - width, std::to_string(value));
}

}  // namespace

std::string to_string(Day day) {
  const int year = static_cast<int>(day.year());
  std::string text = year < 0 ? "-" : "";
  append_padded(text, static_cast<unsigned>(std::abs(year)), 4);
  text += '-';
  append_padded(text, static_cast<unsigned>(day.month()), 2);
  text += '-';
  append_padded(text, static_cast<unsigned>(day.day()), 2);
  return text;
}

Date::Date(std::string_view edtf) {
  std::optional<Date> date = parse(edtf);
  if (!date) throw refusal(edtf);
  *this = std::move(*date);
}

Date::Date(Day day) : Date(std::string_view(to_string(day))) {}

std::optional<Date> Date::parse(std::string_view edtf) {
  const Reading reading = read(edtf);
  if (reading.broken != Rule::none) return std::nullopt;
  std::optional<Date> date = Date();
  date->text_ = edtf;
  date->earliest_ = reading.earliest;
  date->latest_ = reading.latest;
  date->uncertain_ = reading.uncertain;
  date->approximate_ = reading.approximate;
  return date;
}

}  // namespace twinning
