#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <unordered_map>

#include <twinning/id.hpp>

#include "connection.hpp"

namespace twinning::importing {

/// What the import knows of a pair of cities that it met.
struct ClaimedPair {
  /// Who said of the pair's only bond that it is, if it has no act but undated listings. All of them together: both.
  enum Side : std::uint8_t { first = 1, second = 2, both = 4 };

  std::optional<BondId> only_bond;  // none: there are several
  bool has_listings_alone = false;
  std::uint8_t listed_by = 0;
};

/// The pairs of cities that an import met: in memory, and past half a million of them in a temporary table.
class ClaimedPairs {
 public:
  explicit ClaimedPairs(Connection& connection);

  std::optional<ClaimedPair> find(CityId low, CityId high);
  void keep(CityId low, CityId high, const ClaimedPair& pair);

 private:
  struct Key {
    CityId low;
    CityId high;
    bool operator==(const Key&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const {
      return std::hash<std::int64_t>()(key.low.value()) * 0x9e3779b97f4a7c15U +
             std::hash<std::int64_t>()(key.high.value());
    }
  };
  static constexpr std::size_t most_in_memory = 500'000;

  Connection& connection_;
  std::unordered_map<Key, ClaimedPair, Hash> pairs_;
};

}  // namespace twinning::importing
