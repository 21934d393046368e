#include "import/claimed_pairs.hpp"

namespace twinning::importing {

ClaimedPairs::ClaimedPairs(Connection& connection) : connection_(connection) {
  connection_.execute(
      "CREATE TEMP TABLE IF NOT EXISTS claimed_pair (low INTEGER, high INTEGER, bond INTEGER, listings_alone INTEGER, "
      "listed_by INTEGER, PRIMARY KEY (low, high)) WITHOUT ROWID");
}

std::optional<ClaimedPair> ClaimedPairs::find(CityId low, CityId high) {
  if (const auto found = pairs_.find({low, high}); found != pairs_.end()) return found->second;
  if (pairs_.size() < most_in_memory) return std::nullopt;
  Statement rows(connection_,
                 "SELECT bond, listings_alone, listed_by FROM temp.claimed_pair WHERE low = ? AND high = ?");
  rows.bind(low).bind(high);
  if (!rows.step()) return std::nullopt;
  return ClaimedPair{.only_bond = rows.maybe_id<BondId>(0),
                     .has_listings_alone = rows.flag(1),
                     .listed_by = static_cast<std::uint8_t>(rows.integer(2))};
}

void ClaimedPairs::keep(CityId low, CityId high, const ClaimedPair& pair) {
  if (const auto found = pairs_.find({low, high}); found != pairs_.end()) {
    found->second = pair;
  } else if (pairs_.size() < most_in_memory) {
    pairs_.emplace(Key{low, high}, pair);
  } else {
    Statement(connection_, "INSERT OR REPLACE INTO temp.claimed_pair VALUES (?, ?, ?, ?, ?)")
        .bind(low)
        .bind(high)
        .bind(pair.only_bond)
        .bind(pair.has_listings_alone)
        .bind(std::int64_t{pair.listed_by})
        .run();
  }
}

}  // namespace twinning::importing
