// Counts, and what is known and what is not.

#include <twinning/snapshot.hpp>

#include "connection.hpp"

namespace twinning {
namespace {

#define SOURCE_COLUMNS "id, title, publisher, author, url, published, accessed, language, note"

// The view pair_today, but for day ?1.
#define PAIRS_ON_DAY                                                                                             \
  "FROM (SELECT city, city_country, country, bond_id, city_id, twin_id, min(in_force) AND NOT max(position = 1 " \
  "AND (from_latest IS NULL OR from_latest > ?1)) AS certain "                                                   \
  "FROM (SELECT *, status NOT IN ('proposed', 'ended') AS in_force FROM twins_by_day "                           \
  "WHERE from_earliest <= ?1 AND (to_latest IS NULL OR ?1 < to_latest)) "                                        \
  "GROUP BY city_id, bond_id, twin_id HAVING max(in_force)) "

std::vector<Source> read_sources(Statement& rows) {
  std::vector<Source> sources;
  while (rows.step()) {
    sources.push_back({.id = rows.id<SourceId>(0),
                       .title = rows.text(1),
                       .publisher = rows.maybe_text(2),
                       .author = rows.maybe_text(3),
                       .url = rows.maybe_text(4),
                       .published = rows.maybe_date(5),
                       .accessed = rows.maybe_date(6),
                       .language = rows.maybe_text(7),
                       .note = rows.maybe_text(8)});
  }
  return sources;
}

}  // namespace

std::vector<TwinCount> Snapshot::most_twinned(std::size_t limit, AsOf as_of) const {
  const std::string day = day_text(as_of);
  Statement rows(connection_,
                 "SELECT city_id, city, city_country, count(DISTINCT twin_id) AS twins, "
                 "count(DISTINCT CASE WHEN certain THEN twin_id END) " PAIRS_ON_DAY
                 "GROUP BY city_id ORDER BY twins DESC, city LIMIT ?2");
  rows.bind(day).bind(static_cast<std::int64_t>(limit));
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

std::vector<DecadeCount> Snapshot::bonds_per_decade() const {
  Statement rows(connection_, "SELECT decade, formed, ended FROM bonds_per_decade");
  std::vector<DecadeCount> counts;
  while (rows.step()) {
    counts.push_back({.decade = rows.maybe_integer(0), .formed = rows.integer(1), .ended = rows.integer(2)});
  }
  return counts;
}

std::vector<CountryPairCount> Snapshot::country_pairs(AsOf as_of) const {
  const std::string day = day_text(as_of);
  Statement rows(
      connection_,
      "SELECT min(city_country, country) AS a, max(city_country, country) AS b, count(DISTINCT bond_id) AS n, "
      "count(DISTINCT CASE WHEN certain THEN bond_id END) " PAIRS_ON_DAY
      "WHERE city_country IS NOT NULL AND country IS NOT NULL GROUP BY a, b ORDER BY n DESC, a, b");
  rows.bind(day);
  std::vector<CountryPairCount> counts;
  while (rows.step())
    counts.push_back({.a = rows.text(0), .b = rows.text(1), .bonds = rows.integer(2), .certain = rows.integer(3)});
  return counts;
}

std::vector<ReasonCount> Snapshot::ended_by_reason(AsOf as_of) const {
  const std::string day = day_text(as_of);
  Statement rows(
      connection_,
      "SELECT reason, count(*) AS n FROM (SELECT reason, status, position, "
      "max(position) OVER (PARTITION BY bond_id) AS last_position FROM bond_by_day WHERE from_earliest <= ?1) "
      "WHERE position = last_position AND status = 'ended' GROUP BY reason ORDER BY n DESC, reason");
  rows.bind(day);
  std::vector<ReasonCount> counts;
  while (rows.step()) counts.push_back({.reason = rows.maybe_code<Reason>(0), .bonds = rows.integer(1)});
  return counts;
}

std::vector<UnexplainedBond> Snapshot::unexplained_bonds() const {
  Statement rows(connection_, "SELECT bond_id, parties, reason FROM unexplained_bond ORDER BY bond_id");
  std::vector<UnexplainedBond> bonds;
  while (rows.step()) {
    bonds.push_back(
        {.bond = rows.id<BondId>(0), .parties = rows.maybe_text(1).value_or(""), .reason = rows.maybe_code<Reason>(2)});
  }
  return bonds;
}

std::vector<Keepsake> Snapshot::keepsakes(std::optional<BondId> bond) const {
  Statement rows(connection_,
                 "SELECT keepsake_id, bond_id, parties, kind, keepsake, giver, receiver, date, until, place, note "
                 "FROM bond_keepsake WHERE ?1 IS NULL OR bond_id = ?1 ORDER BY bond_id, keepsake_id");
  rows.bind(bond);
  std::vector<Keepsake> keepsakes;
  while (rows.step()) {
    keepsakes.push_back({.id = rows.id<KeepsakeId>(0),
                         .bond = rows.id<BondId>(1),
                         .parties = rows.text(2),
                         .kind = rows.text(3),
                         .title = rows.text(4),
                         .giver = rows.maybe_text(5),
                         .receiver = rows.maybe_text(6),
                         .date = rows.maybe_date(7),
                         .until = rows.maybe_date(8),
                         .place = rows.maybe_text(9),
                         .note = rows.maybe_text(10)});
  }
  return keepsakes;
}

std::vector<Source> Snapshot::sources(BondId bond) const {
  Statement rows(connection_, "SELECT " SOURCE_COLUMNS
                              " FROM source WHERE id IN (SELECT source_id FROM bond_citation WHERE bond_id = ?) "
                              "ORDER BY id");
  rows.bind(bond);
  return read_sources(rows);
}

std::vector<Source> Snapshot::sources(EventId event) const {
  Statement rows(connection_, "SELECT " SOURCE_COLUMNS
                              " FROM source WHERE id IN (SELECT source_id FROM citation WHERE event_id = ?) "
                              "ORDER BY id");
  rows.bind(event);
  return read_sources(rows);
}

std::vector<Source> Snapshot::sources(KeepsakeId keepsake) const {
  Statement rows(connection_, "SELECT " SOURCE_COLUMNS
                              " FROM source WHERE id IN (SELECT source_id FROM citation WHERE keepsake_id = ?) "
                              "ORDER BY id");
  rows.bind(keepsake);
  return read_sources(rows);
}

std::vector<Anomaly> Snapshot::anomalies() const {
  Statement rows(connection_,
                 "SELECT rule, bond_id, event_id, explanation FROM anomaly ORDER BY rule, bond_id, event_id");
  std::vector<Anomaly> anomalies;
  while (rows.step()) {
    anomalies.push_back({.rule = rows.text(0),
                         .bond = rows.id<BondId>(1),
                         .event = rows.maybe_id<EventId>(2),
                         .explanation = rows.text(3)});
  }
  return anomalies;
}

}  // namespace twinning
