#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <twinning/code.hpp>
#include <twinning/date.hpp>
#include <twinning/export.hpp>
#include <twinning/id.hpp>

namespace twinning {

/// A place on the globe, WGS 84.
struct Coordinates {
  double latitude;   ///< degrees north, -90 to 90
  double longitude;  ///< degrees east, -180 to 180
};

/// A party to bonds, real or not: mostly a municipality. A plain value without a database inside.
struct City {
  CityId id;
  std::string uid;   ///< its public id, the same in every registry
  std::string name;  ///< today's, or its last one
  CityKind kind = CityKind::municipality;
  std::optional<Country> country;  ///< today's; none where none fits
  std::optional<Coordinates> coordinates;
  std::optional<std::int64_t> population;
  bool fictional = false;
  std::optional<Date> since;  ///< when the party came to be, where that matters
  std::optional<Date> until;  ///< when it ceased
  std::optional<std::string> note;
};

/// What `Transaction::add_city` takes.
struct NewCity {
  std::string name;
  CityKind kind = CityKind::municipality;
  std::optional<Country> country = {};
  std::optional<Coordinates> coordinates = {};
  std::optional<std::int64_t> population = {};
  bool fictional = false;
  std::optional<Date> since = {};
  std::optional<Date> until = {};
  std::optional<std::string> note = {};
};

/// Another name of a city, of any era and language.
struct Name {
  NameId id;
  CityId city;
  std::string name;
  std::optional<std::string> language;  ///< BCP 47
  NameKind kind = NameKind::alternative;
  std::optional<Date> since;
  std::optional<Date> until;
};

/// What `Transaction::add_name` takes.
struct NewName {
  std::string name;
  std::optional<std::string> language = {};
  NameKind kind = NameKind::former;
  std::optional<Date> since = {};
  std::optional<Date> until = {};
};

/// What another register calls a city: wikidata Q6225.
struct Identifier {
  IdentifierScheme scheme;
  std::string value;
  std::optional<Date> since = {};
  std::optional<Date> until = {};
};

/// A country that a city belonged to, with its days.
struct CountrySpell {
  Country country;
  std::optional<Date> since = {};
  std::optional<Date> until = {};
};

/// What a city decided of all its bonds, with its days.
struct PolicySpell {
  Policy policy;
  std::optional<Date> since = {};
  std::optional<Date> until = {};
  std::optional<std::string> note = {};
};

/// How a name matches what was typed: it is that, but for case, accents, punctuation and the like; it begins so; or it
/// is near, as if misspelt.
enum class Match { exact, prefix, near };

/// The word for it: "exact". Never fails.
TWINNING_EXPORT std::string_view to_string(Match match) noexcept;

/// A city that a search found.
struct FoundCity {
  City city;
  std::string name;  ///< the name of it that matched
  Match match;
  int distance;  ///< letters to change; 0 but for near
};

/// One party that followed another.
struct Succession {
  CityId predecessor;
  CityId successor;
  SuccessionKind kind;
  std::optional<Date> date = {};
};

}  // namespace twinning
