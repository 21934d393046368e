#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <twinning/code.hpp>
#include <twinning/id.hpp>

namespace twinning {

/// How many twins a city has: between `certain` and `twins` of them.
struct TwinCount {
  CityId city;
  std::string name;
  std::optional<Country> country;
  std::int64_t twins;    ///< on some reading of the dates: the highest figure
  std::int64_t certain;  ///< on every reading: the lowest figure
};

/// How many bonds were formed and ended in a decade.
struct DecadeCount {
  std::optional<std::int64_t> decade;  ///< 1940 is 1940 to 1949; none: the dates leave it open
  std::int64_t formed;
  std::int64_t ended;
};

/// How many bonds hold between two countries, or within one: between `certain` and `bonds` of them. `a` sorts before
/// `b`.
struct CountryPairCount {
  Country a;
  Country b;
  std::int64_t bonds;    ///< on some reading of the dates: the highest figure
  std::int64_t certain;  ///< on every reading: the lowest figure
};

/// How many bonds have ended for a reason; no reason: none is recorded.
struct ReasonCount {
  std::optional<Reason> reason;
  std::int64_t bonds;
};

/// A bond of which nobody has recorded why it was formed; `reason` is `unknown` where a source says that nobody knows.
struct UnexplainedBond {
  BondId bond;
  std::string parties;
  std::optional<Reason> reason;
};

/// Something legal but odd, and worth a look.
struct Anomaly {
  std::string rule;
  BondId bond;
  std::optional<EventId> event;
  std::string explanation;
};

}  // namespace twinning
