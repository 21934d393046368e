#include "import/stated_values.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "folding.hpp"

namespace twinning::importing {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

bool are_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

template <typename Number>
std::optional<Number> number_in(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return number;
}

/// The code for a word, where files have another word than the registry.
template <std::size_t size>
std::string alias(std::string code, const std::pair<std::string_view, std::string_view> (&aliases)[size]) {
  const auto* const found = std::ranges::find(aliases, code, &std::pair<std::string_view, std::string_view>::first);
  return found == std::end(aliases) ? std::move(code) : std::string(found->second);
}

constexpr std::pair<std::string_view, std::string_view> bond_kinds[] = {
    {"twin_town", "twinning"},
    {"twin_towns", "twinning"},
    {"twin_city", "twinning"},
    {"twinned", "twinning"},
    {"sister_city", "twinning"},
    {"sister_cities", "twinning"},
    {"sister", "twinning"},
    {"partnership", "twinning"},
    {"partner_city", "twinning"},
    {"town_twinning", "twinning"},
    {"friendship_city", "friendship"},
    {"friendly_city", "friendship"},
    {"friendly", "friendship"},
    {"cooperation_agreement", "cooperation"},
};

constexpr std::pair<std::string_view, std::string_view> event_kinds[] = {
    {"twinned", "formed"},     {"signed", "formed"},    {"founded", "formed"},     {"established", "formed"},
    {"terminated", "cut"},     {"ended", "cut"},        {"severed", "cut"},        {"cancelled", "cut"},
    {"dissolved", "cut"},      {"frozen", "suspended"}, {"paused", "suspended"},   {"restored", "resumed"},
    {"reinstated", "resumed"}, {"unfrozen", "resumed"}, {"reaffirmed", "renewed"},
};

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view spaces = " \t\r\n";
  const auto first = text.find_first_not_of(spaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

bool is_text(std::string_view text) {
  if (std::ranges::all_of(
          text, [](char letter) { return letter != 0 && (static_cast<unsigned char>(letter) & 0x80U) == 0; })) {
    return true;
  }
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  auto left = static_cast<utf8proc_ssize_t>(text.size());
  while (left > 0) {
    utf8proc_int32_t point = 0;
    const auto size = utf8proc_iterate(at, left, &point);
    if (size <= 0 || point == 0) return false;
    at += size;
    left -= size;
  }
  return true;
}

std::string shown(std::string_view text) {
  constexpr std::size_t longest = 200;
  constexpr std::string_view no_letter = "\xef\xbf\xbd";
  std::string shown;
  while (!text.empty()) {
    utf8proc_int32_t point = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &point);
    const bool is_letter = size > 0 && point != 0;
    const std::string_view letter = is_letter ? text.substr(0, static_cast<std::size_t>(size)) : no_letter;
    if (shown.size() + letter.size() > longest) break;
    shown += letter;
    text.remove_prefix(is_letter ? letter.size() : 1);
  }
  return shown;
}

bool is_unknown(std::string_view text) {
  return text.starts_with("_:") || text.find("/.well-known/genid/") != std::string_view::npos ||
         (text.starts_with('t') && are_digits(text.substr(1)));
}

std::optional<Date> stated_date(std::string_view text) {
  text = trimmed(text);
  constexpr std::size_t longest = 200;
  if (text.size() > longest) return std::nullopt;
  if (auto date = Date::parse(std::string(text))) return date;
  if (text.size() == 3 && are_digits(text)) return Date::parse(fmt::format("0{}", text));
  if (text.starts_with("by ")) {
    const auto latest = stated_date(text.substr(3));
    return latest ? Date::parse(fmt::format("[..{}]", latest->text())) : std::nullopt;
  }
  if (const auto time = text.find('T'); time != std::string_view::npos) {
    const std::string_view rest = text.substr(time);
    if (rest != "T00:00:00Z" && rest != "T00:00:00") return std::nullopt;
    const std::string_view day = text.substr(0, time);
    return stated_date(day.ends_with("-01-01") ? day.substr(0, day.size() - 6) : day);
  }
  // 24.09.1998
  const auto first = text.find('.');
  const auto second = first == std::string_view::npos ? first : text.find('.', first + 1);
  if (second != std::string_view::npos) {
    const std::string_view day = text.substr(0, first);
    const std::string_view month = text.substr(first + 1, second - first - 1);
    const std::string_view year = text.substr(second + 1);
    if (are_digits(day) && are_digits(month) && year.size() == 4 && day.size() <= 2 && month.size() <= 2) {
      return Date::parse(fmt::format("{}-{:0>2}-{:0>2}", year, month, day));
    }
  }
  return std::nullopt;
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

std::optional<Coordinates> stated_point(std::string_view text) {
  text = trimmed(text);
  constexpr std::string_view begin = "Point(";
  if (!text.starts_with(begin) && !text.starts_with("POINT(")) return std::nullopt;
  if (!text.ends_with(')')) return std::nullopt;
  text = text.substr(begin.size(), text.size() - begin.size() - 1);
  const auto space = text.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const auto longitude = stated_number(text.substr(0, space));
  const auto latitude = stated_number(text.substr(space + 1));
  if (!longitude || !latitude) return std::nullopt;
  return Coordinates{.latitude = *latitude, .longitude = *longitude};
}

bool is_on_globe(const Coordinates& place) {
  return place.latitude >= -90 && place.latitude <= 90 && place.longitude >= -180 && place.longitude <= 180;
}

std::optional<double> stated_number(std::string_view text) {
  const auto number = number_in<double>(trimmed(text));
  return number && *number == *number ? number : std::nullopt;
}

std::optional<std::int64_t> stated_integer(std::string_view text) { return number_in<std::int64_t>(trimmed(text)); }

std::optional<Identifier> stated_identifier(std::string_view text) {
  text = trimmed(text);
  const auto is_item = [](std::string_view value) {
    return value.size() > 1 && value.front() == 'Q' && are_digits(value.substr(1));
  };
  for (const std::string_view begin : {"http://www.wikidata.org/entity/", "https://www.wikidata.org/entity/",
                                       "https://www.wikidata.org/wiki/", "http://www.wikidata.org/wiki/", "wd:"}) {
    if (!text.starts_with(begin)) continue;
    const std::string_view item = text.substr(begin.size());
    return is_item(item) ? std::optional(Identifier{.scheme = "wikidata", .value = std::string(item)}) : std::nullopt;
  }
  if (is_item(text)) return Identifier{.scheme = "wikidata", .value = std::string(text)};
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size() || text.starts_with("_:")) {
    return std::nullopt;
  }
  const std::string_view scheme = text.substr(0, colon);
  const std::string_view value = text.substr(colon + 1);
  if (scheme == IdentifierScheme::wikidata && !is_item(value)) return std::nullopt;
  return Identifier{.scheme = scheme, .value = std::string(value)};
}

std::string as_code(std::string_view text) {
  std::string code = fold(text);
  std::ranges::replace(code, ' ', '_');
  return code;
}

BondKind stated_bond_kind(std::string_view text) { return alias(as_code(text), bond_kinds); }

EventKind stated_event_kind(std::string_view text) { return alias(as_code(text), event_kinds); }

}  // namespace twinning::importing
