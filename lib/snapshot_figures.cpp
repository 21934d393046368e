// Counts. Each asks a view of today, as it is on another day.

#include <twinning/snapshot.hpp>

#include "connection.hpp"
#include "view_on_day.hpp"

namespace twinning {

std::vector<TwinCount> Snapshot::most_twinned(std::size_t limit, AsOf as_of,
                                              const std::optional<BondKind>& kind) const {
  static const std::string query = view_on_day("pair_today") +
                                   "SELECT city_id, city, city_country, count(DISTINCT twin_id) AS twins, "
                                   "count(DISTINCT CASE WHEN certain THEN twin_id END) FROM pair_today "
                                   "WHERE ?3 IS NULL OR kind = ?3 GROUP BY city_id ORDER BY twins DESC, city LIMIT ?2";
  const std::string day = day_text(as_of);
  Statement rows(connection_, query);
  rows.bind(day).bind(static_cast<std::int64_t>(limit)).bind(kind);
  std::vector<TwinCount> counts;
  while (rows.step()) {
    counts.push_back({.city = rows.id<CityId>(0),
                      .name = rows.text(1),
                      .country = rows.maybe_code<Country>(2),
                      .twins = rows.integer(3),
                      .certain = rows.integer(4)});
  }
  return counts;
}

std::vector<DecadeCount> Snapshot::bonds_per_decade(AsOf as_of) const {
  static const std::string query = view_on_day("bonds_per_decade") +
                                   "SELECT decade, formed, ended, formed_at_most, ended_at_most FROM bonds_per_decade";
  const std::string day = day_text(as_of);
  Statement rows(connection_, query);
  rows.bind(day);
  std::vector<DecadeCount> counts;
  while (rows.step()) {
    counts.push_back({.decade = rows.maybe_integer(0),
                      .formed = rows.integer(1),
                      .ended = rows.integer(2),
                      .formed_at_most = rows.integer(3),
                      .ended_at_most = rows.integer(4)});
  }
  return counts;
}

std::vector<YearCount> Snapshot::in_force_by_year(AsOf as_of) const {
  static const std::string query =
      view_on_day("in_force_by_year") + "SELECT year, bonds, certain FROM in_force_by_year";
  const std::string day = day_text(as_of);
  Statement rows(connection_, query);
  rows.bind(day);
  std::vector<YearCount> counts;
  while (rows.step()) {
    counts.push_back({.year = rows.integer(0), .bonds = rows.integer(1), .certain = rows.integer(2)});
  }
  return counts;
}

std::vector<CountryPairCount> Snapshot::country_pairs(AsOf as_of) const {
  static const std::string query =
      view_on_day("country_pair") + "SELECT country_a, country_b, bonds, certain FROM country_pair";
  const std::string day = day_text(as_of);
  Statement rows(connection_, query);
  rows.bind(day);
  std::vector<CountryPairCount> counts;
  while (rows.step()) {
    counts.push_back({.a = rows.text(0), .b = rows.text(1), .bonds = rows.integer(2), .certain = rows.integer(3)});
  }
  return counts;
}

std::vector<KindCount> Snapshot::bonds_by_kind(AsOf as_of) const {
  static const std::string query =
      view_on_day("bonds_by_kind") + "SELECT kind, level, bonds, certain FROM bonds_by_kind";
  const std::string day = day_text(as_of);
  Statement rows(connection_, query);
  rows.bind(day);
  std::vector<KindCount> counts;
  while (rows.step()) {
    counts.push_back(
        {.kind = rows.text(0), .level = rows.text(1), .bonds = rows.integer(2), .certain = rows.integer(3)});
  }
  return counts;
}

std::vector<ReasonCount> Snapshot::ended_by_reason(AsOf as_of) const {
  static const std::string query =
      view_on_day("ended_by_reason") + "SELECT reason, bonds, certain FROM ended_by_reason";
  const std::string day = day_text(as_of);
  Statement rows(connection_, query);
  rows.bind(day);
  std::vector<ReasonCount> counts;
  while (rows.step()) {
    counts.push_back({.reason = rows.maybe_code<Reason>(0), .bonds = rows.integer(1), .certain = rows.integer(2)});
  }
  return counts;
}

std::vector<YearReasonCount> Snapshot::ended_by_year(AsOf as_of) const {
  static const std::string query = view_on_day("ended_by_year") + "SELECT year, reason, bonds FROM ended_by_year";
  const std::string day = day_text(as_of);
  Statement rows(connection_, query);
  rows.bind(day);
  std::vector<YearReasonCount> counts;
  while (rows.step()) {
    counts.push_back({.year = rows.maybe_integer(0), .reason = rows.maybe_code<Reason>(1), .bonds = rows.integer(2)});
  }
  return counts;
}

}  // namespace twinning
