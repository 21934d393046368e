#include <fmt/format.h>

#include <twinning/error.hpp>
#include <twinning/time.hpp>

#include "instant.hpp"

namespace twinning {

std::string to_string(Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time(instant - day);
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", to_string(Day(day)), time.hours().count(), time.minutes().count(),
                     time.seconds().count(), time.subseconds().count());
}

Instant instant_from(std::string_view text) {
  // The file lets nothing else into a column recorded_at: 2026-11-23T09:30:00.000Z.
  const auto number = [&](std::size_t place, std::size_t digits) {
    int value = 0;
    for (const char digit : text.substr(place, digits)) value = value * 10 + (digit - '0');
    return value;
  };
  if (text.size() != 24) throw Error(ErrorCategory::corrupt, fmt::format("\"{}\" is no instant; run check", text));
  const Day day(std::chrono::year(number(0, 4)), std::chrono::month(static_cast<unsigned>(number(5, 2))),
                std::chrono::day(static_cast<unsigned>(number(8, 2))));
  return std::chrono::sys_days(day) + std::chrono::hours(number(11, 2)) + std::chrono::minutes(number(14, 2)) +
         std::chrono::seconds(number(17, 2)) + std::chrono::milliseconds(number(20, 3));
}

namespace {

Day last_day(const Date& date) {
  if (const auto day = date.latest()) return *day;
  throw Error(ErrorCategory::invalid_argument,
              fmt::format("\"{}\" has no last day to ask about: name a day, a month or a year", date.text()));
}

}  // namespace

// A date of the day says whether there is such a one.
AsOf::AsOf(Day day) : AsOf(Date(day)) {}

AsOf::AsOf(const Date& date) : day_(last_day(date)) {}

KnownAt::KnownAt(Instant instant) : instant_(instant) {
  const auto year = [](int number) { return std::chrono::sys_days(std::chrono::year(number) / 1 / 1); };
  if (instant < year(0) || instant >= year(10000)) {
    throw Error(ErrorCategory::invalid_argument,
                "a moment of knowledge lies in the years 0000 to 9999; leave it out for all that is known");
  }
}

KnownAt::KnownAt(const Date& date)
    : instant_(std::chrono::sys_days(last_day(date)) + std::chrono::days(1) - std::chrono::milliseconds(1)) {}

}  // namespace twinning
