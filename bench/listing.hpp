#pragma once

#include <cstdint>
#include <string>

namespace bench {

/// What a list of claimed pairs comes to: one bond for each two cities.
struct Listed {
  std::int64_t cities = 0;
  std::int64_t bonds = 0;
  friend bool operator==(const Listed&, const Listed&) = default;
};

// Each reads the CSV of Wikidata's query service for property P190 into a new file, in one transaction.

/// Into the plain tables, by the bare C interface, as one would write it for this list alone.
Listed list_plainly(const std::string& csv, const std::string& path);

/// Into a registry, each city with its identifier and place, each claim cited.
Listed list_in_registry(const std::string& csv, const std::string& path);

}  // namespace bench
