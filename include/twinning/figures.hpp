#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <twinning/code.hpp>
#include <twinning/date.hpp>
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

/// How many bonds were formed, and ended for good, in a decade. Without a decade: those of which the dates leave it
/// open.
struct DecadeCount {
  std::optional<std::int64_t> decade;  ///< 1940 is 1940 to 1949
  std::int64_t formed;                 ///< for certain in this decade
  std::int64_t ended;
  std::int64_t formed_at_most;  ///< with those that the dates allow in it
  std::int64_t ended_at_most;
};

/// How many bonds were in force at the end of a year: between `certain` and `bonds`.
struct YearCount {
  std::int64_t year;
  std::int64_t bonds;
  std::int64_t certain;
};

/// How many bonds ended in a year for a reason.
struct YearReasonCount {
  std::optional<std::int64_t> year;  ///< none: the dates leave it open
  std::optional<Reason> reason;      ///< none: none is recorded
  std::int64_t bonds;
};

/// How many bonds of a kind are in force between parties of some kinds: between `certain` and `bonds`.
struct KindCount {
  BondKind kind;
  std::string level;  ///< what the parties are: "municipality", "facility - municipality"
  std::int64_t bonds;
  std::int64_t certain;
};

/// How many bonds hold between two countries, or within one: between `certain` and `bonds` of them. `a` sorts before
/// `b`.
struct CountryPairCount {
  Country a;
  Country b;
  std::int64_t bonds;    ///< on some reading of the dates: the highest figure
  std::int64_t certain;  ///< on every reading: the lowest figure
};

/// How many bonds are ended for a reason, between `certain` and `bonds`; no reason: none is recorded.
struct ReasonCount {
  std::optional<Reason> reason;
  std::int64_t bonds;
  std::int64_t certain;
};

/// Of how many bonds of a country the beginning, a source and the reason are known.
struct Completeness {
  std::optional<Country> country;  ///< none: of parties of no country
  std::int64_t bonds;
  std::int64_t dated;
  std::int64_t sourced;
  std::int64_t explained;
};

/// The bond that a city formed last.
struct NewestBond {
  CityId city;
  std::string name;
  std::optional<Country> country;
  BondId bond;
  std::string parties;
  std::optional<Date> formed;
};

/// The bond of a country that was formed first.
struct OldestBond {
  Country country;
  BondId bond;
  std::string parties;
  std::optional<Date> formed;
  std::optional<Status> status;
};

/// A round number of years that a bond reaches.
struct Anniversary {
  BondId bond;
  std::string parties;
  std::int64_t years;
  Certainty certainty;  ///< that it is in that year
  std::optional<Date> formed;
  Status status;
};

/// A bond that came to cross a border, or ceased to.
struct BorderChange {
  BondId bond;
  std::string parties;
  std::optional<Date> formed;
  bool was_international;  ///< when it was formed; today it is the reverse
};

/// What a city has decided of all its bonds.
struct StatedPolicy {
  CityId city;
  std::string name;
  std::optional<Country> country;
  Policy policy;
  std::optional<Date> since;
  std::optional<Date> until;
  std::optional<std::string> note;
  Certainty certainty;  ///< that it held on the day that was asked about
};

/// A bond that one party claims and no other has confirmed.
struct OneSidedBond {
  BondId bond;
  std::string parties;
  CityId claimant;
  std::string claimed_by;
};

/// A fact that rests on a source.
struct SupportedFact {
  std::string supports;  ///< act, name, city, succession or keepsake
  std::string fact;      ///< in words: "Coventry - Volgograd: formed 1944"
  std::optional<std::string> locator;
  std::optional<std::string> quote;
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
