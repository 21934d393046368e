#include "schema/date_texts.hpp"

#include <array>
#include <set>
#include <string_view>

namespace twinning::support {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

using Texts = std::set<std::string>;

constexpr std::array years = {"0000"sv, "0836"sv, "1582"sv, "1900"sv, "1944"sv, "2000"sv, "9999"sv};
constexpr std::array qualifiers = {""sv, "?"sv, "~"sv, "%"sv, "??"sv, "?~"sv, "!"sv};

std::string two_digits(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

void add_qualified(Texts& texts, const std::string& text) {
  for (const std::string_view qualifier : qualifiers) texts.insert(text + std::string(qualifier));
}

// Every qualifier on every day of every year would take too long.
void add_days(Texts& texts, const std::string& month, bool qualified) {
  const auto add = [&](const std::string& day) {
    qualified ? add_qualified(texts, month + "-" + day) : void(texts.insert(month + "-" + day));
  };
  for (int day = 0; day <= 32; ++day) add(two_digits(day));
  for (const std::string_view day : {"XX", "0X", "3X", "X1", "1", "001"}) add(std::string(day));
}

void add_plain_dates(Texts& texts) {
  for (const std::string_view named : years) {
    const std::string year(named);
    for (const std::string& text : {year, year.substr(0, 3) + "X", year.substr(0, 2) + "XX", year.substr(0, 1) + "XXX",
                                    year.substr(0, 2) + "X" + year.substr(3), "XXXX"s}) {
      add_qualified(texts, text);
      for (const std::string_view rest : {"-XX", "-06", "-XX-XX", "-06-XX", "-XX-06", "-06-06", "-21"}) {
        add_qualified(texts, text + std::string(rest));
      }
    }
    for (int month = 0; month <= 13; ++month) {
      add_qualified(texts, year + "-" + two_digits(month));
      add_days(texts, year + "-" + two_digits(month), year == "1900" || year == "2000");
    }
    for (int season = 20; season <= 41; ++season) {
      add_qualified(texts, year + "-" + two_digits(season));
      texts.insert(year + "-" + two_digits(season) + "-01");
    }
  }
}

// What may stand at an end of an interval or in a set, and what may not.
constexpr std::array ends = {
    ""sv,           ".."sv,         "."sv,       "..."sv,        "0000"sv,       "0836"sv,       "1941"sv,
    "1944"sv,       "1944-05"sv,    "1944-06"sv, "1944-06-06"sv, "1944-06-07"sv, "2000-02-29"sv, "9999-12-31"sv,
    "1944?"sv,      "1944-06~"sv,   "1944%"sv,   "..?"sv,        "194X"sv,       "1944-XX"sv,    "1944-21"sv,
    "1944-13"sv,    "1900-02-29"sv, "44"sv,      "-0044"sv,      "1944-06-31"sv, "["sv,          "1941,1944"sv,
    "1941..1944"sv, "1944..1941"sv, "..1941"sv,  "1944.."sv,     "1941/1944"sv,  " 1944"sv,      "x"sv};

// A and B are the ends; each form with A alone says so.
constexpr std::array forms_of_one = {"A"sv, "[A]"sv, "[A"sv, "A]"sv, "{A}"sv};
constexpr std::array forms_of_two = {"A/B"sv,        "[A..B]"sv,      "[A,B]"sv,       "A..B"sv, "[A/B]"sv,
                                     "[1950,A,B]"sv, "[A..B,1950]"sv, "[1950,A..B]"sv, "A/B/"sv, "{A,B}"sv};

std::string filled_in(std::string_view form, std::string_view a, std::string_view b) {
  std::string text;
  for (const char c : form) {
    if (c == 'A') {
      text += a;
    } else if (c == 'B') {
      text += b;
    } else {
      text += c;
    }
  }
  return text;
}

void add_pairs(Texts& texts) {
  for (const std::string_view one : ends) {
    for (const std::string_view form : forms_of_one) texts.insert(filled_in(form, one, ""));
    for (const std::string_view other : ends) {
      for (const std::string_view form : forms_of_two) texts.insert(filled_in(form, one, other));
    }
  }
}

constexpr std::array seeds = {
    ""sv,
    "1944"sv,
    "0000"sv,
    "1944-06"sv,
    "1944-12"sv,
    "1944-06-06"sv,
    "2000-02-29"sv,
    "0836-01-01"sv,
    "9999-12-31"sv,
    "194X"sv,
    "19XX"sv,
    "1944-XX"sv,
    "1944-06-XX"sv,
    "1944-XX-XX"sv,
    "1944?"sv,
    "1944-06~"sv,
    "1944-06-06%"sv,
    "1944-21"sv,
    "1944-24?"sv,
    "1941/1944"sv,
    "1941-05/1944"sv,
    "1998-09-24/.."sv,
    "1998/"sv,
    "../1985"sv,
    "/1985"sv,
    "1941~/1944?"sv,
    "[1941,1944]"sv,
    "[1940..1944,1950]"sv,
    "[..1960]"sv,
    "[1980..]"sv,
    "[1944-06-06]"sv,
    "[1941,1944-06,1944-06-06]"sv,
};

// Among them a NUL, a blank, a letter of another alphabet that looks like X, and a digit of another script.
constexpr std::array alphabet = {"0"sv, "1"sv,    "9"sv,  "X"sv,  "-"sv,      "/"sv,     "."sv, ".."sv,
                                 ","sv, "["sv,    "]"sv,  "?"sv,  "~"sv,      "%"sv,     "x"sv, " "sv,
                                 "'"sv, R"(")"sv, "\n"sv, "\0"sv, "\u0425"sv, "\u0661"sv};

void add_mutations(Texts& texts) {
  for (const std::string_view named : seeds) {
    const std::string seed(named);
    texts.insert(seed);
    for (std::size_t place = 0; place <= seed.size(); ++place) {
      for (const std::string_view letter : alphabet) texts.insert(std::string(seed).insert(place, letter));
      if (place == seed.size()) continue;
      texts.insert(std::string(seed).erase(place, 1));
      for (const std::string_view letter : alphabet) texts.insert(std::string(seed).replace(place, 1, letter));
    }
  }
}

// What other programs and SQLite's own functions take for a date.
void add_strangers(Texts& texts) {
  for (const std::string_view text : {"now",
                                      "today",
                                      "2460000.5",
                                      "1944-06-06 12:00",
                                      "1944-06-06T12:00:00",
                                      "1944-06-06Z",
                                      "12:00",
                                      "-1944-06-06",
                                      "+1944-06-06",
                                      "--1944-06-06",
                                      "1944-6-6",
                                      "44-06-06",
                                      "19440606",
                                      "1944/06/06",
                                      "06.06.1944",
                                      "6 June 1944",
                                      "Y19440",
                                      "1944E2",
                                      "1944S2",
                                      "y1944",
                                      "{1941,1944}",
                                      "?1944",
                                      "1944-?06",
                                      "1944-06-06/1944-06-07/",
                                      "null",
                                      "1944-06-06+01:00",
                                      " 1944",
                                      "1944 ",
                                      "\t1944",
                                      "\xff",
                                      "1944\xff",
                                      "\xc3",
                                      "[1944\xff]"}) {
    texts.emplace(text);
  }
}

}  // namespace

std::vector<std::string> date_texts() {
  Texts texts;
  add_plain_dates(texts);
  add_pairs(texts);
  add_mutations(texts);
  add_strangers(texts);
  return {texts.begin(), texts.end()};
}

}  // namespace twinning::support
