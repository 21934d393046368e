#include "import/stated_values.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "folding.hpp"

namespace twinning::importing {
namespace {

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

bool are_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view spaces = " \t\r\n";
  constexpr std::string_view no_break_space = "\xc2\xa0";
  while (true) {
    const auto first = text.find_first_not_of(spaces);
    if (first == std::string_view::npos) return {};
    text = text.substr(first, text.find_last_not_of(spaces) - first + 1);
    if (text.starts_with(no_break_space)) {
      text.remove_prefix(no_break_space.size());
    } else if (text.ends_with(no_break_space)) {
      text.remove_suffix(no_break_space.size());
    } else {
      return text;
    }
  }
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

bool is_nothing(std::string_view text) {
  constexpr std::string_view words[] = {"?", "-", "\u2013", "\u2014", "n/a", "N/A", "null", "NULL"};
  return std::ranges::find(words, text) != std::end(words);
}

bool is_unknown(std::string_view text) {
  return text.starts_with("_:") || text.find("/.well-known/genid/") != std::string_view::npos ||
         (text.starts_with('t') && are_digits(text.substr(1)));
}

bool is_before(const std::optional<Date>& one, const std::optional<Date>& other) {
  const auto last_day = one ? one->latest() : std::nullopt;
  const auto first_day = other ? other->earliest() : std::nullopt;
  return first_day && last_day && *last_day < *first_day;
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
