// What is no date, and what is said about it.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <twinning/date.hpp>
#include <twinning/error.hpp>

#include "refusal.hpp"

namespace twinning {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

std::string message_of(std::string_view edtf) {
  const std::optional<Error> refusal = refusal_of(edtf);
  return refusal ? refusal->what() : "accepted";
}

void expect_refused(std::string_view edtf, std::string_view rule) {
  SCOPED_TRACE(edtf);
  EXPECT_FALSE(Date::parse(edtf).has_value());
  const std::optional<Error> refusal = refusal_of(edtf);
  ASSERT_TRUE(refusal.has_value());
  EXPECT_EQ(refusal->category(), ErrorCategory::invalid_argument);
  EXPECT_EQ(refusal->rule(), rule);
  EXPECT_EQ(refusal->sqlite_code(), 0);
  const std::string_view message = refusal->what();
  EXPECT_TRUE(message.starts_with(std::string(rule) + ": \"")) << message;
  EXPECT_LT(message.size(), 400U);
  EXPECT_TRUE(std::ranges::all_of(message, [](char c) { return ' ' <= c && c <= '~'; })) << message;
}

TEST(Date, RefusesWhatIsNoDate) {
  constexpr std::string_view table[] = {"",
                                        " ",
                                        "unknown",
                                        "June 1944",
                                        "06/06/1944",
                                        "1944\0"sv,
                                        "19\0004"sv,
                                        "\0"sv,
                                        "1944\n",
                                        "19\xc3\xa9",
                                        "?",
                                        "-",
                                        "1941\u20131944",
                                        " 1944",
                                        "1944 ",
                                        "194",
                                        "1",
                                        "19444",
                                        "+1944",
                                        "-0001",
                                        "-1944",
                                        "Y17000",
                                        "1944-6",
                                        "1944-6-6",
                                        "1944-06-6",
                                        "194406",
                                        "19440606",
                                        "1944-",
                                        "1944-06-",
                                        "1944/06/06",
                                        "1944-06-06-06",
                                        "1944--06",
                                        "1944:06",
                                        "1944-06/06",
                                        "1944-06-06T00:00:00",
                                        "1944-06-06 00:00",
                                        "1944-06.06",
                                        "1944-06:06",
                                        "1944-0a",
                                        "1944-06-0a",
                                        "a944",
                                        "194-06-06",
                                        "1944-157",
                                        "1944-W23"};
  for (const std::string_view edtf : table) expect_refused(edtf, "date_form");
}

TEST(Date, RefusesFeaturesOfEdtfThatAreNotSupported) {
  constexpr std::string_view table[] = {"1944??",      "1944?~", "?1944",  "1944?-06",    "1944-?06",
                                        "1944-06?-06", "Y17E7",  "1950S2", "{1941,1944}", "{1944}"};
  for (const std::string_view edtf : table) expect_refused(edtf, "date_form");
}

TEST(Date, RefusesUnspecifiedDigitsElsewhere) {
  constexpr std::string_view table[] = {"194x",       "19xx",       "1944-xx", "1944-06-xx", "1XXX",       "XXXX",
                                        "19X4",       "1X44",       "X944",    "XX44",       "1944-0X",    "1944-0X-XX",
                                        "1944-X6-XX", "1944-0a-XX", "1944-1X", "1944-X6",    "1944-06-0X", "1944-06-X6",
                                        "1944-XX-06", "19XX-06",    "194X-06", "194X-XX",    "19XX-XX-XX", "194X-06-06",
                                        "1944-X",     "1944-21-X",  "1944X",   "194u",       "19uu"};
  for (const std::string_view edtf : table) expect_refused(edtf, "date_form");
}

TEST(Date, RefusesMalformedIntervals) {
  constexpr std::string_view table[] = {"/",
                                        "../..",
                                        "..",
                                        "../",
                                        "/..",
                                        "...",
                                        "1944//1945",
                                        "1944/1945/1946",
                                        "/1944/",
                                        "194X/1950",
                                        "1940/195X",
                                        "1944-XX/1945",
                                        "1944/1945-06-XX",
                                        "1944/ 1945",
                                        "1944 / 1945",
                                        "1944/...",
                                        "1944/..?",
                                        "?/1944",
                                        "../1944/..",
                                        "1944..1945",
                                        "1944..",
                                        "..1944",
                                        "1944/[1945]",
                                        "1944/1945??",
                                        "1944/open"};
  for (const std::string_view edtf : table) expect_refused(edtf, "date_form");
}

TEST(Date, RefusesMalformedSets) {
  constexpr std::string_view table[] = {"[",
                                        "]",
                                        "[]",
                                        "[..]",
                                        "[,]",
                                        "[1944,]",
                                        "[,1944]",
                                        "[1944,,1945]",
                                        "[1944",
                                        "1944]",
                                        "[1944]]",
                                        "[[1944]]",
                                        "[1944, 1945]",
                                        "[ 1944]",
                                        "[1944?]",
                                        "[1944]?",
                                        "[1941,1944~]",
                                        "[194X]",
                                        "[1944-XX]",
                                        "[194X..1950]",
                                        "[1941/1944]",
                                        "[1941,1944]/1950",
                                        "[..1944..]",
                                        "[..1940..1950]",
                                        "[1940..1950..]",
                                        "[1940..1944..1950]",
                                        "[1940...1950]",
                                        "[1940....1950]",
                                        "[1940.1950]",
                                        "[1940,..1950]",
                                        "[1940..,1950]",
                                        "[..1940,..1950]",
                                        "[1940..,1950..]",
                                        "[1940,..,1950]",
                                        "[1940,..]",
                                        "[..,1940]",
                                        "[1941;1944]",
                                        "[1941\0]"sv,
                                        "[1944}"};
  for (const std::string_view edtf : table) expect_refused(edtf, "date_form");
}

TEST(Date, RefusesMonthsThatAreNotInTheCalendar) {
  constexpr std::string_view table[] = {"1944-00",    "1944-13",    "1944-20",    "1944-25",    "1944-99",
                                        "1944-00-01", "1944-13-01", "1944-00-00", "1944-13-XX", "1944-00-XX",
                                        "1944-13?",   "1944-25~",   "1944-13-XX%"};
  for (const std::string_view edtf : table) expect_refused(edtf, "date_calendar");
}

TEST(Date, RefusesDaysThatAreNotInTheCalendar) {
  constexpr std::string_view table[] = {
      "2001-02-29", "2001-02-30", "1900-02-29", "1900-02-29?", "2100-02-29", "2000-02-30", "0000-02-30",
      "1944-01-00", "1944-01-32", "1944-03-32", "1944-04-31",  "1944-05-32", "1944-06-31", "1944-07-32",
      "1944-08-32", "1944-09-31", "1944-10-32", "1944-11-31",  "1944-12-32", "9999-12-32", "1944-01-99"};
  for (const std::string_view edtf : table) expect_refused(edtf, "date_calendar");
}

TEST(Date, RefusesSeasonsThatDoNotStandAlone) {
  constexpr std::string_view table[] = {"1944-21-01",     "1944-21-XX",      "1944-24-06",    "1944-21/1944-23",
                                        "1944-21/..",     "/1944-22",        "1943/1944-24?", "[1944-21]",
                                        "[1944-21,1950]", "[1940..1944-21]", "[..1944-23]"};
  for (const std::string_view edtf : table) expect_refused(edtf, "date_calendar");
}

TEST(Date, RefusesPartsThatAreNotInTheCalendar) {
  constexpr std::string_view table[] = {"1944-13/1950",    "1940/1944-13",   "1940/1900-02-29",   "../1944-00",
                                        "1944-13?/..",     "[1944-13]",      "[1944,1900-02-29]", "[1944-13..1950]",
                                        "[1944..1950-13]", "[..2001-02-30]", "[2001-02-30..]"};
  for (const std::string_view edtf : table) expect_refused(edtf, "date_calendar");
}

TEST(Date, ReportsTheCalendarBeforeTheOrder) {
  constexpr std::string_view table[] = {"1950/1940-13", "1950-13/1940", "[1950..1940,1944-13]", "[1944-13,1950..1940]",
                                        "[1950..1940-00]"};
  for (const std::string_view edtf : table) expect_refused(edtf, "date_calendar");
}

TEST(Date, RefusesWhatStartsAfterItsEnd) {
  constexpr std::string_view table[] = {"1950/1940",
                                        "1945/1944-12-31",
                                        "1944-07/1944-06-30",
                                        "1944-06-07/1944-06-06",
                                        "1944-06-07?/1944-06-06~",
                                        "1944-02/1944-01",
                                        "[1950..1940]",
                                        "[1945..1944-12-31]",
                                        "[1941,1950..1940]",
                                        "[1950..1940,1941]",
                                        "[1941,1950..1940,1960..]",
                                        "[..1930,1950..1940]"};
  for (const std::string_view edtf : table) expect_refused(edtf, "date_order");
}

TEST(Date, ReportsTheFormBeforeAllElse) {
  constexpr std::string_view table[] = {"1944-13??",       "1944-13/1950x", "1944-13/195X",   "x/1944-13",
                                        "1950/1940x",      "[1944-13,x]",   "[1950..1940,x]", "[x,1944-13,1950..1940]",
                                        "[1944-13,..1950]"};
  for (const std::string_view edtf : table) expect_refused(edtf, "date_form");
}

TEST(Date, SaysWhatIsWrongAndWhatToDo) {
  EXPECT_EQ(message_of("2001-02-30"), "date_calendar: \"2001-02-30\" has no such day: February 2001 has 28 days");
  EXPECT_EQ(message_of("1944-06-31"), "date_calendar: \"1944-06-31\" has no such day: June 1944 has 30 days");
  EXPECT_EQ(message_of("1940/1944-12-00"), "date_calendar: \"1944-12-00\" has no such day: December 1944 has 31 days");
  EXPECT_EQ(message_of("1944-13?"), "date_calendar: \"1944-13\" has no such month: write a month from 01 to 12");
  EXPECT_EQ(message_of("1944-21-XX"), "date_calendar: \"1944-21-XX\" has no such month: write a month from 01 to 12");
  EXPECT_EQ(message_of("[1941,1944-21]"),
            "date_calendar: \"1944-21\" is a season, which can only stand alone: write months from 01 to 12");
  EXPECT_EQ(message_of("[1941,1950..1940]"),
            "date_order: \"1950..1940\" starts after its end: write the earlier date first");
  EXPECT_EQ(message_of("1950/1940"), "date_order: \"1950/1940\" starts after its end: write the earlier date first");
  EXPECT_EQ(message_of("June 1944"),
            "date_form: \"June 1944\" is not an EDTF date: write 1944, 1944-06, 1944-06-06, 194X, 1944?, 1941/1944, "
            "1998/.. or [1941,1944]");
}

TEST(Date, QuotesUnprintableAndLongTextsInShort) {
  EXPECT_TRUE(message_of("19\0\n\t\x7f\xe9\"\\"sv).starts_with(R"(date_form: "19\x00\x0a\x09\x7f\xe9\"\\" is not)"));
  EXPECT_TRUE(message_of(std::string(60, '9')).starts_with("date_form: \"" + std::string(60, '9') + "\" is not"));
  EXPECT_TRUE(
      message_of(std::string(61, '9')).starts_with("date_form: \"" + std::string(60, '9') + "\"... (61 bytes) is not"));
}

TEST(Date, TakesAMegabyteInItsStride) {
  constexpr std::size_t megabyte = 1'000'000;
  std::vector<std::string> texts;
  for (const char c : {'1', '[', ']', '.', '/', ',', 'X', '\0', '\xff'}) texts.emplace_back(megabyte, c);
  texts.push_back("1944/"s.append(megabyte, '?'));
  texts.push_back("["s.append(megabyte, ',').append("]"));
  std::string set = "[1944";
  while (set.size() < megabyte) set += ",1941..1943";
  texts.push_back(set);
  texts.push_back(set + ",]");
  for (const std::string& edtf : texts) {
    SCOPED_TRACE(edtf.substr(0, 10));
    EXPECT_FALSE(Date::parse(edtf).has_value());
    const std::optional<Error> refusal = refusal_of(edtf);
    ASSERT_TRUE(refusal.has_value());
    EXPECT_EQ(refusal->rule(), "date_form");
    EXPECT_LT(std::string_view(refusal->what()).size(), 500U);
  }
  set += "]";
  EXPECT_TRUE(Date::parse(set).has_value());
}

}  // namespace
}  // namespace twinning
