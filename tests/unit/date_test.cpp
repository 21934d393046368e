#include <twinning/date.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <compare>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <vector>

#include "refusal.hpp"

namespace twinning {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

static_assert(!std::is_convertible_v<std::string_view, Date>, "a text becomes a date only where somebody says so");
static_assert(!std::is_convertible_v<Day, Date>);
static_assert(!std::is_default_constructible_v<Date>, "there is no date without a text");
static_assert(std::copyable<Date>);
static_assert(std::is_nothrow_move_constructible_v<Date> && std::is_nothrow_move_assignable_v<Date>);
static_assert(!std::three_way_comparable<Date> && !std::totally_ordered<Date>);

constexpr std::string_view open = "open";

std::string spelled(std::optional<Day> day) { return day ? to_string(*day) : std::string(open); }

struct Accepted {
  std::string_view edtf;
  std::string_view earliest;
  std::string_view latest;
};

void expect_accepted(const Accepted& expected) {
  SCOPED_TRACE(expected.edtf);
  const std::optional<Date> parsed = Date::parse(expected.edtf);
  ASSERT_TRUE(parsed.has_value());
  EXPECT_EQ(parsed->text(), expected.edtf);
  EXPECT_EQ(spelled(parsed->earliest()), expected.earliest);
  EXPECT_EQ(spelled(parsed->latest()), expected.latest);
  ASSERT_FALSE(refusal_of(expected.edtf).has_value());
  EXPECT_EQ(Date(expected.edtf), *parsed);
}

TEST(Date, ReadsYearsMonthsAndDays) {
  constexpr Accepted table[] = {
      {"1944", "1944-01-01", "1944-12-31"},       {"0836", "0836-01-01", "0836-12-31"},
      {"0000", "0000-01-01", "0000-12-31"},       {"9999", "9999-01-01", "9999-12-31"},
      {"1944-01", "1944-01-01", "1944-01-31"},    {"1944-02", "1944-02-01", "1944-02-29"},
      {"1944-03", "1944-03-01", "1944-03-31"},    {"1944-04", "1944-04-01", "1944-04-30"},
      {"1944-05", "1944-05-01", "1944-05-31"},    {"1944-06", "1944-06-01", "1944-06-30"},
      {"1944-07", "1944-07-01", "1944-07-31"},    {"1944-08", "1944-08-01", "1944-08-31"},
      {"1944-09", "1944-09-01", "1944-09-30"},    {"1944-10", "1944-10-01", "1944-10-31"},
      {"1944-11", "1944-11-01", "1944-11-30"},    {"1944-12", "1944-12-01", "1944-12-31"},
      {"0000-02", "0000-02-01", "0000-02-29"},    {"0836-02", "0836-02-01", "0836-02-29"},
      {"1900-02", "1900-02-01", "1900-02-28"},    {"2000-02", "2000-02-01", "2000-02-29"},
      {"2001-02", "2001-02-01", "2001-02-28"},    {"9999-12", "9999-12-01", "9999-12-31"},
      {"1944-06-06", "1944-06-06", "1944-06-06"}, {"0836-01-01", "0836-01-01", "0836-01-01"},
      {"0000-01-01", "0000-01-01", "0000-01-01"}, {"0000-02-29", "0000-02-29", "0000-02-29"},
      {"1900-02-28", "1900-02-28", "1900-02-28"}, {"2000-02-29", "2000-02-29", "2000-02-29"},
      {"1582-10-10", "1582-10-10", "1582-10-10"}, {"9999-12-31", "9999-12-31", "9999-12-31"},
  };
  for (const Accepted& expected : table) expect_accepted(expected);
}

TEST(Date, ReadsSeasonsAsTheWholeYear) {
  constexpr Accepted table[] = {
      {"1944-21", "1944-01-01", "1944-12-31"},
      {"1944-22", "1944-01-01", "1944-12-31"},
      {"1944-23", "1944-01-01", "1944-12-31"},
      {"1944-24", "1944-01-01", "1944-12-31"},
  };
  for (const Accepted& expected : table) expect_accepted(expected);
}

TEST(Date, ReadsUnspecifiedDigitsAsAnyDigit) {
  constexpr Accepted table[] = {
      {"194X", "1940-01-01", "1949-12-31"},       {"083X", "0830-01-01", "0839-12-31"},
      {"19XX", "1900-01-01", "1999-12-31"},       {"00XX", "0000-01-01", "0099-12-31"},
      {"99XX", "9900-01-01", "9999-12-31"},       {"1944-XX", "1944-01-01", "1944-12-31"},
      {"1944-06-XX", "1944-06-01", "1944-06-30"}, {"1900-02-XX", "1900-02-01", "1900-02-28"},
      {"2000-02-XX", "2000-02-01", "2000-02-29"}, {"9999-12-XX", "9999-12-01", "9999-12-31"},
      {"1944-XX-XX", "1944-01-01", "1944-12-31"},
  };
  for (const Accepted& expected : table) expect_accepted(expected);
}

TEST(Date, ReadsQualifiersWithoutMovingTheBounds) {
  constexpr Accepted table[] = {
      {"1944?", "1944-01-01", "1944-12-31"},       {"1944-06~", "1944-06-01", "1944-06-30"},
      {"1944-06-06%", "1944-06-06", "1944-06-06"}, {"194X?", "1940-01-01", "1949-12-31"},
      {"19XX~", "1900-01-01", "1999-12-31"},       {"1944-XX%", "1944-01-01", "1944-12-31"},
      {"1944-06-XX?", "1944-06-01", "1944-06-30"}, {"1944-XX-XX~", "1944-01-01", "1944-12-31"},
      {"1944-21?", "1944-01-01", "1944-12-31"},
  };
  for (const Accepted& expected : table) expect_accepted(expected);
}

TEST(Date, ReadsIntervals) {
  constexpr Accepted table[] = {
      {"1941/1944", "1941-01-01", "1944-12-31"},
      {"1941-06/1944-02", "1941-06-01", "1944-02-29"},
      {"1941-06-22/1944-06-06", "1941-06-22", "1944-06-06"},
      {"1941-06-22/1944", "1941-06-22", "1944-12-31"},
      {"1941/1944-06", "1941-01-01", "1944-06-30"},
      {"1944/1944", "1944-01-01", "1944-12-31"},
      {"1944-06-06/1944-06-06", "1944-06-06", "1944-06-06"},
      {"1944-06-06/1944", "1944-06-06", "1944-12-31"},
      {"1944/1944-01-01", "1944-01-01", "1944-01-01"},
      {"0000/9999", "0000-01-01", "9999-12-31"},
      {"1941?/1944~", "1941-01-01", "1944-12-31"},
      {"1941-06-22%/1944-06-06", "1941-06-22", "1944-06-06"},
      {"1985/..", "1985-01-01", open},
      {"1985/", "1985-01-01", open},
      {"1985?/", "1985-01-01", open},
      {"1998-09-24/..", "1998-09-24", open},
      {"1998-09~/", "1998-09-01", open},
      {"../1985", open, "1985-12-31"},
      {"/1985", open, "1985-12-31"},
      {"../1900-02", open, "1900-02-28"},
      {"/1985-04-12?", open, "1985-04-12"},
  };
  for (const Accepted& expected : table) expect_accepted(expected);
}

TEST(Date, ReadsSets) {
  constexpr Accepted table[] = {
      {"[1944]", "1944-01-01", "1944-12-31"},
      {"[1941,1944]", "1941-01-01", "1944-12-31"},
      {"[1944,1941]", "1941-01-01", "1944-12-31"},
      {"[1944,1944]", "1944-01-01", "1944-12-31"},
      {"[1944-06-06,1941,1944-02]", "1941-01-01", "1944-06-06"},
      {"[1944-02,1941-06-22]", "1941-06-22", "1944-02-29"},
      {"[1940..1944]", "1940-01-01", "1944-12-31"},
      {"[1950,1940-02..1944-02,1945]", "1940-02-01", "1950-12-31"},
      {"[1940..1944,1941..1942]", "1940-01-01", "1944-12-31"},
      {"[1944-06..1944-06-01]", "1944-06-01", "1944-06-01"},
      {"[..1960]", open, "1960-12-31"},
      {"[..1960-02-03]", open, "1960-02-03"},
      {"[1960..]", "1960-01-01", open},
      {"[..1940,1950]", open, "1950-12-31"},
      {"[..1950,1940]", open, "1950-12-31"},
      {"[1940..1944,1950..]", "1940-01-01", open},
      {"[1950,1940..]", "1940-01-01", open},
      {"[1940,1950..]", "1940-01-01", open},
      {"[..1940,1944,1950..]", open, open},
  };
  for (const Accepted& expected : table) expect_accepted(expected);
}

TEST(Date, KnowsEveryDayOfTheCalendarAndNoOther) {
  constexpr std::pair<int, int> days_of_years[] = {{0, 366},    {1, 365},    {4, 366},    {100, 365},  {400, 366},
                                                   {836, 366},  {1582, 365}, {1900, 365}, {2000, 366}, {2001, 365},
                                                   {2024, 366}, {2100, 365}, {9999, 365}};
  for (const auto& [year, expected_days] : days_of_years) {
    int days = 0;
    std::string last_day;
    for (unsigned month = 0; month < 100; ++month) {
      for (unsigned day = 0; day < 100; ++day) {
        const std::string text = to_string(std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day});
        const std::optional<Date> date = Date::parse(text);
        if (!date) continue;
        ++days;
        last_day = spelled(date->latest());
        ASSERT_EQ(spelled(date->earliest()), text);
        ASSERT_EQ(last_day, text);
      }
    }
    EXPECT_EQ(days, expected_days) << year;
    EXPECT_TRUE(last_day.ends_with("-12-31")) << last_day;
  }
}

TEST(Date, KnowsItsQualifiers) {
  struct Qualified {
    std::string_view edtf;
    bool uncertain;
    bool approximate;
  };
  constexpr Qualified table[] = {
      {"1944", false, false},      {"1944?", true, false},        {"1944~", false, true},
      {"1944%", true, true},       {"194X?", true, false},        {"1944-21~", false, true},
      {"1941/1944", false, false}, {"1941?/1944", true, false},   {"1941/1944?", true, false},
      {"1941~/1944", false, true}, {"1941?/1944~", true, true},   {"1941~/1944?", true, true},
      {"1941/1944%", true, true},  {"1941%/..", true, true},      {"/1944~", false, true},
      {"194X", false, false},      {"[1941,1944]", false, false}, {"1985/..", false, false},
  };
  for (const auto& [edtf, uncertain, approximate] : table) {
    EXPECT_EQ(Date(edtf).uncertain(), uncertain) << edtf;
    EXPECT_EQ(Date(edtf).approximate(), approximate) << edtf;
  }
}

TEST(Date, EqualsByTextAndHashesLikewise) {
  EXPECT_EQ(Date("1944"), Date("1944"s));
  EXPECT_NE(Date("1944"), Date("1944-XX"));
  EXPECT_NE(Date("1985/.."), Date("1985/"));
  EXPECT_NE(Date("1944"), Date("1944?"));
  const std::unordered_set<Date> dates = {Date("1944"), Date("1944"), Date("1944-XX"), Date("1985/.."), Date("1985/")};
  EXPECT_EQ(dates.size(), 4U);
  EXPECT_TRUE(dates.contains(Date("1944-XX")));
}

TEST(Date, SurvivesTheTextItWasReadFrom) {
  std::string text = "[1940..1944,1950,1960-02-03]";
  Date date(text);
  text.assign(text.size(), '?');
  const Date copy = date;
  const Date moved = std::move(date);
  EXPECT_EQ(copy.text(), "[1940..1944,1950,1960-02-03]");
  EXPECT_EQ(moved, copy);
  EXPECT_EQ(to_string(moved), copy.text());
  EXPECT_EQ(spelled(moved.latest()), "1960-02-03");
}

TEST(Date, IsMadeFromADay) {
  using namespace std::chrono;
  const Date date(year{836} / 1 / 1);
  EXPECT_EQ(date, Date("0836-01-01"));
  EXPECT_EQ(date.earliest(), Day{year{836} / 1 / 1});
  EXPECT_EQ(date.latest(), Day{year{836} / 1 / 1});
  EXPECT_EQ(Date(sys_days{year{1944} / 6 / 5} + days{1}).text(), "1944-06-06");

  const auto rule_of = [](Day day) -> std::string {
    try {
      return Date(day).text();
    } catch (const Error& error) {
      EXPECT_EQ(error.category(), ErrorCategory::invalid_argument);
      return error.rule();
    }
  };
  EXPECT_EQ(rule_of(year{0} / 1 / 1), "0000-01-01");
  EXPECT_EQ(rule_of(year{9999} / 12 / 31), "9999-12-31");
  EXPECT_EQ(rule_of(year{-1} / 1 / 1), "date_form");
  EXPECT_EQ(rule_of(year{10000} / 1 / 1), "date_form");
  EXPECT_EQ(rule_of(year{2001} / 2 / 30), "date_calendar");
  EXPECT_EQ(rule_of(year{2001} / 13 / 1), "date_calendar");
  EXPECT_EQ(rule_of(year{2001} / 21 / 1), "date_calendar");
  EXPECT_EQ(rule_of(year{2001} / 0 / 0), "date_calendar");
}

TEST(Day, IsSpelledAsTheFileDoes) {
  using namespace std::chrono;
  EXPECT_EQ(to_string(year{836} / 1 / 1), "0836-01-01");
  EXPECT_EQ(to_string(year{0} / 2 / 29), "0000-02-29");
  EXPECT_EQ(to_string(year{1944} / 6 / 6), "1944-06-06");
  EXPECT_EQ(to_string(year{9999} / 12 / 31), "9999-12-31");
  EXPECT_EQ(to_string(year{-1} / 12 / 31), "-0001-12-31");
  EXPECT_EQ(to_string(year{10000} / 1 / 1), "10000-01-01");
}

}  // namespace
}  // namespace twinning
