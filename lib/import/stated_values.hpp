#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <twinning/city.hpp>
#include <twinning/code.hpp>
#include <twinning/date.hpp>

// Values as people and registers write them.

namespace twinning::importing {

/// Text without the spaces around it.
std::string_view trimmed(std::string_view text);

/// Whether it is UTF-8 without a zero byte.
bool is_text(std::string_view text);

/// Text to be shown to people: at most 200 bytes, whole letters, and a sign in the place of what is none.
std::string shown(std::string_view text);

/// Whether it is how query services write a value that is unknown: a blank node.
bool is_unknown(std::string_view text);

/// Whether a value of a table stands for none: "n/a", "?".
bool is_nothing(std::string_view text);

bool are_digits(std::string_view text);

/// EDTF; a year of three digits; "by 2020-04" (at the latest then); 24.09.1998; a day with a time of 00:00:00Z, which
/// for 1 January means the year, since query services write years so. Nothing for any other text.
std::optional<Date> stated_date(std::string_view text);

/// A point in time of Wikidata's with its precision (11 day, 10 month, 9 year, 8 decade, 7 century):
/// +1953-00-00T00:00:00Z, 9. Nothing for one that is less precise, or before the year 0.
/// Source: Wikibase's data model, "Dates and times".
std::optional<Date> wikidata_date(std::string_view time, int precision);

/// "Point(25.28 54.68)", the longitude first: WKT. Nothing for any other text, as of a point on another globe.
/// Whether all days of one date are before those of another, where both are known.
bool is_before(const std::optional<Date>& one, const std::optional<Date>& other);

std::optional<Coordinates> stated_point(std::string_view text);

/// Whether there is such a place.
bool is_on_globe(const Coordinates& place);

/// A number, in full.
std::optional<double> stated_number(std::string_view text);
std::optional<std::int64_t> stated_integer(std::string_view text);

/// An identifier: a URI of Wikidata's, Q216, or a scheme and a value, "geonames:2653822".
std::optional<Identifier> stated_identifier(std::string_view text);

/// What a file calls a kind of bond, as the code that it would be: "Sister City" is twinning, "Friendship" friendship.
BondKind stated_bond_kind(std::string_view text);

/// What a file calls an act: "terminated" is cut, "restored" resumed.
EventKind stated_event_kind(std::string_view text);

/// Text as a code would be written: "Human rights" is human_rights.
std::string as_code(std::string_view text);

}  // namespace twinning::importing
