// What is known and what is not: sources and what rests on them, keepsakes, and doubts.

#include <twinning/snapshot.hpp>

#include "connection.hpp"
#include "view_on_day.hpp"
#include "word_list.hpp"
#include "words.hpp"

namespace twinning {
namespace {

#define SOURCE_COLUMNS "id, title, publisher, author, url, published, accessed, language, note"

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

std::vector<UnexplainedBond> Snapshot::unexplained_bonds() const {
  Statement rows(connection_, "SELECT bond_id, parties, reason FROM unexplained_bond ORDER BY bond_id");
  std::vector<UnexplainedBond> bonds;
  while (rows.step()) {
    bonds.push_back(
        {.bond = rows.id<BondId>(0), .parties = rows.maybe_text(1).value_or(""), .reason = rows.maybe_code<Reason>(2)});
  }
  return bonds;
}

std::vector<OneSidedBond> Snapshot::one_sided_bonds() const {
  Statement rows(connection_, "SELECT bond_id, parties, city_id, claimed_by FROM one_sided_bond ORDER BY bond_id");
  std::vector<OneSidedBond> bonds;
  while (rows.step()) {
    bonds.push_back({.bond = rows.id<BondId>(0),
                     .parties = rows.text(1),
                     .claimant = rows.id<CityId>(2),
                     .claimed_by = rows.text(3)});
  }
  return bonds;
}

std::vector<Completeness> Snapshot::completeness(AsOf as_of) const {
  static const std::string query =
      view_on_day("completeness") + "SELECT country, bonds, dated, sourced, explained FROM completeness";
  const std::string day = day_text(as_of);
  Statement rows(connection_, query);
  rows.bind(day);
  std::vector<Completeness> countries;
  while (rows.step()) {
    countries.push_back({.country = rows.maybe_code<Country>(0),
                         .bonds = rows.integer(1),
                         .dated = rows.integer(2),
                         .sourced = rows.integer(3),
                         .explained = rows.integer(4)});
  }
  return countries;
}

std::vector<Keepsake> Snapshot::keepsakes(const KeepsakeFilter& filter) const {
  // A condition that may be left out keeps SQLite from its index.
  std::string query =
      "SELECT keepsake_id, bond_id, parties, kind, keepsake, giver, receiver, date, until, place, note, "
      "?1 IS NULL OR (date IS NOT NULL AND from_latest <= ?1) IS TRUE "
      "AND (until IS NULL OR (?1 < to_earliest) IS TRUE) "
      "FROM bond_keepsake WHERE (?1 IS NULL OR (coalesce(from_earliest, '') <= ?1 "
      "AND (to_latest IS NULL OR ?1 < to_latest))) ";
  query += filter.bond ? "AND bond_id = ?2 " : "AND ?2 IS NULL ";
  query += filter.city ? "AND bond_id IN (SELECT bond_id FROM party WHERE city_id = ?3) " : "AND ?3 IS NULL ";
  query += filter.twin ? "AND bond_id IN (SELECT bond_id FROM party WHERE city_id = ?4) " : "AND ?4 IS NULL ";
  query += "AND (?5 = '[]' OR kind IN (SELECT value FROM json_each(?5))) ORDER BY bond_id, keepsake_id";
  const auto day = filter.on ? std::optional(day_text(*filter.on)) : std::nullopt;
  const std::string kinds = code_list(filter.kinds);
  Statement rows(connection_, query);
  rows.bind(day).bind(filter.bond).bind(filter.city).bind(filter.twin).bind(kinds);
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
                         .note = rows.maybe_text(10),
                         .certainty = rows.flag(11) ? Certainty::certain : Certainty::possible});
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

std::vector<SupportedFact> Snapshot::supported_facts(SourceId source) const {
  Statement rows(
      connection_,
      "SELECT supports, fact, locator, quote FROM supported_fact WHERE source_id = ? ORDER BY supports, fact");
  rows.bind(source);
  std::vector<SupportedFact> facts;
  while (rows.step()) {
    facts.push_back(
        {.supports = rows.text(0), .fact = rows.text(1), .locator = rows.maybe_text(2), .quote = rows.maybe_text(3)});
  }
  return facts;
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
