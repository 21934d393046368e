#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <twinning/city.hpp>
#include <twinning/code.hpp>
#include <twinning/date.hpp>

// What a row of a file says, before it is known whom of the registry it means.

namespace twinning::importing {

struct StatedName {
  std::string name;
  std::optional<std::string> language;
};

struct StatedCity {
  std::string name;  ///< empty where only the identifier is known
  std::optional<std::string> language;
  std::optional<Identifier> identifier;
  std::optional<Country> country;
  std::optional<CountrySpell> former_country;  ///< one with its days
  std::optional<Coordinates> coordinates;
  std::optional<std::int64_t> population;
  bool fictional = false;
  std::vector<StatedName> other_names;
};

/// Where the row itself says that it has it from.
struct StatedSource {
  std::optional<std::string> title;
  std::optional<std::string> url;
};

struct StatedAct {
  EventKind kind;
  std::optional<Date> date;
  std::optional<Date> decided;
  std::optional<Reason> reason;
  std::optional<std::string> note;
  enum class By { first, second, all } by = By::first;
};

/// A row: two cities and what happened between them, in order.
struct Claim {
  std::int64_t line;
  std::string locator;  ///< "line 12"
  StatedCity first;
  StatedCity second;
  std::optional<BondKind> kind;
  std::vector<StatedAct> acts;
  std::vector<StatedSource> sources;
};

/// One city renamed: the row says that `first` was called `second` from a date on.
struct Renaming {
  std::int64_t line;
  std::string locator;
  std::string from;
  std::string to;
  std::optional<Identifier> identifier;
  std::optional<Country> country;
  std::optional<Date> date;
  std::vector<StatedSource> sources;
};

/// What is wrong with a row, or with a value of it.
struct Fault {
  std::string column;
  std::string value;
  std::string reason;
};

}  // namespace twinning::importing
