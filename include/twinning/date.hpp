#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <twinning/export.hpp>

namespace twinning {

/// A day of the proleptic Gregorian calendar, in which the year 0000 is a leap year.
using Day = std::chrono::year_month_day;

/// The day as the registry file spells it: "0836-01-01". Within the years 0000 to 9999 the texts sort as the days do.
TWINNING_EXPORT std::string to_string(Day day);

/// A date exactly as precise as its source: a day, a month, a year, a decade, an interval or one of several dates.
///
/// It is written in the Extended Date/Time Format (EDTF), for instance "1944", "1944-06", "1944-06-06", "194X",
/// "1944?", "1998-09-24/.." or "[1941,1944]", and it knows the first and the last day that it may mean. The file keeps
/// the same texts, refuses the same ones and gives the same days.
///
/// Conformance with the EDTF specification of the Library of Congress (2019-02-04): Level 0 is supported for dates and
/// intervals (a time of day is not: the acts of towns have days), and in addition the following features of levels 1
/// and 2 are supported:
///  - level 1: qualification of a date (complete): "1944?" uncertain, "1944~" approximate, "1944%" both;
///  - level 1: unspecified digits from the right: "194X", "19XX", "1944-XX", "1944-06-XX", "1944-XX-XX";
///  - level 1: seasons: "1944-21" to "1944-24", alone or qualified;
///  - level 1: extended intervals with an open ("1998/.."), unknown ("/1985") or qualified ("1941~/1944?") end;
///  - level 2: one of a set: "[1941,1944]", "[1940..1944,1950]", "[..1960]", "[1980..]".
///
/// Not supported, and refused: of level 0, a time of day; of level 1, letter-prefixed and negative years; of level 2,
/// exponential years, significant digits, groupings within a year other than the four seasons, all of a set,
/// qualification of one component, unspecified digits elsewhere than above, and unspecified digits in an interval.
/// Refused beyond the specification: an interval with neither a start nor an end, and one whose start is after its end.
///
/// Dates equal each other when their texts do, so "1944" is not "1944-XX". There is no operator<: texts of different
/// precision have no natural order, and ordering by the earliest day is a matter of the caller.
///
/// A value, cheap to move; it may be copied, and shared between threads, freely.
class TWINNING_EXPORT Date {
 public:
  /// Reads an EDTF text.
  ///
  /// \throws Error  `invalid_argument`, whose rule says why the text was refused; the first of:
  ///                `date_form`: it is none of the supported forms;
  ///                `date_calendar`: it names a month or day that is not in the calendar, as "1900-02-29" does, or a
  ///                season within an interval or set;
  ///                `date_order`: an interval, or a range in a set, starts after its end.
  explicit Date(std::string_view edtf);

  /// One day, whose text is `to_string(day)`.
  ///
  /// \throws Error  what this text would: `date_form` for a year outside 0000 to 9999, `date_calendar` for 30 February.
  explicit Date(Day day);

  /// Reads an EDTF text; nothing where the constructor would refuse it.
  static std::optional<Date> parse(std::string_view edtf);

  /// The text from which the date was read, byte for byte.
  const std::string& text() const noexcept { return text_; }

  /// The first day that the date may mean; nothing where its start is open or unknown (only the text tells which).
  ///
  /// Of an interval, the first day of its start; of a set, that of its earliest member; of a season, that of the whole
  /// year, since the hemisphere is not known. A qualifier ("1944~") does not move it.
  std::optional<Day> earliest() const noexcept { return earliest_; }

  /// The last day that the date may mean; nothing where its end is open or unknown. Otherwise like `earliest()`.
  std::optional<Day> latest() const noexcept { return latest_; }

  /// Whether the source is doubted: "?" or "%", on the date or on either end of an interval.
  bool uncertain() const noexcept { return uncertain_; }

  /// Whether the date is only about right: "~" or "%", on the date or on either end of an interval.
  bool approximate() const noexcept { return approximate_; }

  friend bool operator==(const Date&, const Date&) = default;

 private:
  Date() = default;

  std::string text_;
  // All of these follow from the text.
  std::optional<Day> earliest_;
  std::optional<Day> latest_;
  bool uncertain_ = false;
  bool approximate_ = false;
};

/// The text of the date, as `Date::text()`.
inline std::string to_string(const Date& date) { return date.text(); }

}  // namespace twinning

template <>
struct std::hash<twinning::Date> {
  std::size_t operator()(const twinning::Date& date) const noexcept { return std::hash<std::string>{}(date.text()); }
};
