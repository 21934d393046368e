// Why things are so, and what changed: in the world, and in what is known of it.

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <tuple>

#include <twinning/snapshot.hpp>

#include "connection.hpp"
#include "event_row.hpp"
#include "word_list.hpp"
#include "words.hpp"

namespace twinning {
namespace {

/// Calls `visit` with each bond of the filter's city; with nothing, where it names none.
void for_each_bond_of(Connection& connection, const ChangeFilter& filter,
                      const std::function<void(std::optional<BondId>)>& visit) {
  if (!filter.city) return visit(std::nullopt);
  Statement bonds(connection, "SELECT bond_id FROM party WHERE city_id = ? ORDER BY bond_id");
  bonds.bind(filter.city);
  while (bonds.step()) visit(bonds.id<BondId>(0));
}

/// Whether a bond has a party in the country ?3, where one is given.
constexpr const char* of_country = " AND (?3 IS NULL OR bond_id IN (SELECT bond_id FROM party WHERE country = ?3))";

Change read_change(const Statement& row) {
  const auto before = row.maybe_text(2);
  return {.bond = row.id<BondId>(0),
          .parties = row.text(1),
          .before = before ? std::optional(status_from(*before)) : std::nullopt,
          .after = status_from(row.view(3)),
          .certainty = row.flag(4) ? Certainty::certain : Certainty::possible,
          .earliest = row.maybe_day(5).value(),
          .latest = row.maybe_day(6),
          .event = row.id<EventId>(7),
          .kind = row.text(8),
          .date = row.maybe_date(9),
          .by_city = row.maybe_text(10),
          .reason = row.maybe_code<Reason>(11)};
}

/// A period that ends before it begins is a mistake; one of no length has nothing in it.
bool is_empty_period(const std::string& from, const std::string& to) {
  if (to < from) {
    throw Error(
        ErrorCategory::invalid_argument,
        fmt::format("the period after {} and up to {} ends before it begins: name the earlier one first", from, to));
  }
  return from == to;
}

}  // namespace

std::vector<Ground> Snapshot::explain(BondId bond, AsOf as_of) const {
  const std::string day = day_text(as_of);
  Statement rows(connection_,
                 "SELECT " EVENT_COLUMNS
                 ", corrects, set_aside, superseded_by, status, from_latest <= ?2 "
                 "FROM (SELECT r.*, x.position AS place, x.status AS status, x.from_earliest AS from_earliest, "
                 "x.from_latest AS from_latest FROM bond_explanation AS x "
                 "JOIN recorded_event AS r ON r.event_id = x.event_id WHERE x.bond_id = ?1) "
                 "WHERE from_earliest IS NULL OR from_earliest <= ?2 "
                 "ORDER BY place IS NULL, place, recorded_at, uid");
  rows.bind(bond).bind(day);
  std::vector<Ground> grounds;
  while (rows.step()) {
    Ground ground{.recorded = read_recorded_event(rows), .status = {}, .certainty = {}};
    if (!ground.recorded.set_aside) {
      if (const auto status = rows.maybe_text(event_columns + 3)) ground.status = status_from(*status);
      const bool is_certain = rows.maybe_integer(event_columns + 4).value_or(0) != 0;
      ground.certainty = is_certain ? Certainty::certain : Certainty::possible;
    }
    grounds.push_back(std::move(ground));
  }
  return grounds;
}

std::vector<Change> Snapshot::changes(AsOf after, AsOf until, const ChangeFilter& filter) const {
  static const std::string query =
      std::string(
          "SELECT bond_id, parties, before, status, (from_earliest > ?1 AND from_latest <= ?2) IS TRUE, "
          "from_earliest, from_latest, event_id, event, date, by_city, reason FROM bond_change "
          "WHERE from_earliest <= ?2 AND (from_latest IS NULL OR from_latest > ?1)") +
      of_country + " AND (?4 = '[]' OR status IN (SELECT value FROM json_each(?4)))";
  static const std::string query_of_bond = query + " AND bond_id = ?5";
  const std::string from = day_text(after);
  const std::string to = day_text(until);
  const std::string statuses = status_list(filter.became);
  std::vector<Change> changes;
  if (is_empty_period(from, to)) return changes;
  for_each_bond_of(connection_, filter, [&](std::optional<BondId> bond) {
    Statement rows(connection_, bond ? query_of_bond : query);
    rows.bind(from).bind(to).bind(filter.country).bind(statuses);
    if (bond) rows.bind(*bond);
    while (rows.step()) changes.push_back(read_change(rows));
  });
  std::ranges::sort(changes, [](const Change& one, const Change& other) {
    return std::tie(one.earliest, one.event) < std::tie(other.earliest, other.event);
  });
  return changes;
}

std::vector<CityChange> Snapshot::city_changes(CityId city, AsOf after, AsOf until) const {
  const std::string from = day_text(after);
  const std::string to = day_text(until);
  Statement rows(
      connection_,
      "SELECT what, bond_id, twin, before, after, (earliest > ?2 AND latest <= ?3) IS TRUE, earliest, latest "
      "FROM city_change WHERE city_id = ?1 AND coalesce(earliest, '') <= ?3 "
      "AND (latest IS NULL OR latest > ?2) ORDER BY earliest, bond_id, twin, what");
  rows.bind(city).bind(from).bind(to);
  std::vector<CityChange> changes;
  if (is_empty_period(from, to)) return changes;
  while (rows.step()) {
    changes.push_back({.what = change_of_from(rows.view(0)),
                       .bond = rows.maybe_id<BondId>(1),
                       .twin = rows.maybe_text(2),
                       .before = rows.maybe_text(3),
                       .after = rows.text(4),
                       .certainty = rows.flag(5) ? Certainty::certain : Certainty::possible,
                       .earliest = rows.maybe_day(6),
                       .latest = rows.maybe_day(7)});
  }
  return changes;
}

std::vector<RecordedEvent> Snapshot::learned(KnownAt after, KnownAt until, const ChangeFilter& filter) const {
  static const std::string query = std::string("SELECT " EVENT_COLUMNS
                                               ", corrects, set_aside, superseded_by FROM recorded_event "
                                               "WHERE recorded_at > ?1 AND recorded_at <= ?2") +
                                   of_country;
  static const std::string query_of_bond = query + " AND bond_id = ?4";
  // "now" sorts after every instant.
  const auto moment = [](KnownAt known) { return known.instant() ? to_string(*known.instant()) : std::string("now"); };
  const std::string from = moment(after);
  const std::string to = moment(until);
  std::vector<RecordedEvent> events;
  if (is_empty_period(from, to)) return events;
  for_each_bond_of(connection_, filter, [&](std::optional<BondId> bond) {
    Statement rows(connection_, bond ? query_of_bond : query);
    rows.bind(from).bind(to).bind(filter.country);
    if (bond) rows.bind(*bond);
    while (rows.step()) events.push_back(read_recorded_event(rows));
  });
  std::ranges::sort(events, [](const RecordedEvent& one, const RecordedEvent& other) {
    return std::tie(one.event.recorded_at, one.event.id) < std::tie(other.event.recorded_at, other.event.id);
  });
  return events;
}

}  // namespace twinning
