#pragma once

#include <chrono>
#include <optional>
#include <string>

#include <twinning/date.hpp>
#include <twinning/export.hpp>

namespace twinning {

/// An instant of recorded time: when the registry learned something, UTC, to the millisecond.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// "2026-11-23T09:30:00.000Z", as the columns `recorded_at` have it.
TWINNING_EXPORT std::string to_string(Instant instant);

/// The day that a question is about. A month or a year means its last day. A value, free to share between threads.
class TWINNING_EXPORT AsOf {
 public:
  /// Today, UTC, by the registry's clock.
  AsOf() = default;

  /// Throws Error (invalid_argument) for a day that is not in the calendar or outside of the years 0000 to 9999.
  explicit AsOf(Day day);

  /// The last day of `date`. Throws Error (invalid_argument) if the date has none, such as "1998/..".
  explicit AsOf(const Date& date);

  /// The day; nothing means today.
  std::optional<Day> day() const noexcept { return day_; }

 private:
  std::optional<Day> day_;
};

/// The moment whose knowledge a question is about: what had been recorded until then. A value, free to share between
/// threads.
class TWINNING_EXPORT KnownAt {
 public:
  /// Now: all that is recorded.
  KnownAt() = default;

  /// Throws Error (invalid_argument) for an instant outside of the years 0000 to 9999.
  explicit KnownAt(Instant instant);

  /// The end of the last day of `date`, UTC. Throws Error (invalid_argument) if the date has none.
  explicit KnownAt(const Date& date);

  /// The moment; nothing means now.
  std::optional<Instant> instant() const noexcept { return instant_; }

 private:
  std::optional<Instant> instant_;
};

}  // namespace twinning
