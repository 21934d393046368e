// Questions about bonds and what happened to them.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <tuple>

#include <twinning/snapshot.hpp>

#include "bond_row.hpp"
#include "connection.hpp"
#include "event_row.hpp"
#include "view_on_day.hpp"
#include "word_list.hpp"
#include "words.hpp"

namespace twinning {
namespace {

// Which of the bonds, which stand as on day ?1. {0} asks whether there are rows of a bond, and {1} narrows them to one:
// what a view says of that is not looked for in all of it, which IN would have SQLite do.
constexpr std::string_view bond_conditions =
    "(?2 IS NULL OR kind = ?2) AND (?3 = '[]' OR status IN (SELECT value FROM json_each(?3))) "
    "AND (?4 IS NULL OR {0} FROM event_reason WHERE {1}reason = ?4)) "
    "AND (?5 IS NULL OR {0} FROM party WHERE {1}country = ?5)) "
    "AND (?6 IS NULL OR {0} FROM bond_span WHERE {1}formed_earliest <= ?7 "
    "AND (formed_latest IS NULL OR formed_latest >= ?6))) "
    "AND (?8 IS NULL OR {0} FROM bond_span WHERE {1}status IN ('active', 'suspended', 'dormant') "
    "AND from_earliest <= ?9 AND (to_latest IS NULL OR ?8 < to_latest))) "
    "AND (?10 IS NULL OR {0} FROM party WHERE {1}city_id = ?10)) "
    "AND (?11 = '[]' OR {0} FROM event_reason WHERE {1}sort = 'formed' "
    "AND reason IN (SELECT value FROM json_each(?11)))) "
    "AND (?12 IS NULL OR {0} FROM party WHERE {1}population < ?12)) "
    "AND (?13 IS NULL OR NOT {0} FROM standing_event WHERE {1}sort = 'exchanged' "
    "AND coalesce(latest, '9999-12-31') >= ?13)) "
    "AND (NOT ?14 OR {0} FROM party WHERE {1}(kind <> 'municipality' OR fictional))) "
    "AND (NOT ?15 OR {0} FROM bond_party AS p JOIN bond_party AS o USING (bond_id) WHERE {1}p.city_id < o.city_id "
    "AND EXISTS (SELECT name FROM city WHERE id = p.city_id UNION SELECT name FROM city_name WHERE city_id = p.city_id "
    "INTERSECT SELECT name FROM (SELECT name FROM city WHERE id = o.city_id UNION SELECT name FROM city_name "
    "WHERE city_id = o.city_id))))";

std::optional<std::string> first_day(const std::optional<Date>& period) {
  if (!period) return std::nullopt;
  return period->earliest() ? to_string(*period->earliest()) : "0000-01-01";
}

std::optional<std::string> last_day(const std::optional<Date>& period) {
  if (!period) return std::nullopt;
  return period->latest() ? to_string(*period->latest()) : "9999-12-31";
}

/// An act with what else its place in a history rests on.
struct Told {
  Event event;
  bool begins;
  std::string uid;
};

/// An undated beginning comes before all, any other undated act with those of the day on which it was recorded.
bool comes_before(const Told& one, const Told& other) {
  const auto place_of = [](const Told& act) {
    const auto& [event, begins, uid] = act;
    Day day = std::chrono::year(0) / 1 / 1;
    if (!event.date && !begins) day = std::chrono::floor<std::chrono::days>(event.recorded_at);
    if (event.date) day = event.date->earliest().value_or(day);
    return std::tuple(event.date || !begins, day, !event.date, event.recorded_at, std::string_view(uid));
  };
  return place_of(one) < place_of(other);
}

std::string names_of_parties(Connection& connection, BondId bond) {
  Statement rows(connection, "SELECT city FROM party WHERE bond_id = ? ORDER BY city_id");
  rows.bind(bond);
  std::string names;
  while (rows.step()) {
    if (!names.empty()) names += " - ";
    names += rows.view(0);
  }
  return names;
}

}  // namespace

std::optional<Bond> Snapshot::find_bond(BondId id, AsOf as_of) const {
  static const std::string query =
      view_on_day("bond_status") + "SELECT " BOND_COLUMNS " FROM bond_status WHERE bond_id = ?2";
  const std::string day = day_text(as_of);
  Statement rows(connection_, query);
  rows.bind(day).bind(id);
  return rows.step() ? std::optional(read_bond(rows)) : std::nullopt;
}

Bond Snapshot::get_bond(BondId id, AsOf as_of) const {
  if (auto bond = find_bond(id, as_of)) return *std::move(bond);
  throw Error(ErrorCategory::not_found, fmt::format("there is no bond with id {}", id.value()));
}

std::vector<Bond> Snapshot::bonds(const BondFilter& filter, AsOf as_of) const {
  std::vector<Bond> bonds;
  const auto keep = [&](const Bond& bond) { bonds.push_back(bond); };
  for_each_bond(filter, keep, as_of);
  return bonds;
}

void Snapshot::for_each_bond(const BondFilter& filter, const std::function<void(const Bond&)>& visit,
                             AsOf as_of) const {
  static const std::string query = view_on_day("bond_status") + "SELECT " BOND_COLUMNS " FROM bond_status WHERE ";
  static const std::string query_of_all =
      query + fmt::format(bond_conditions, "bond_id IN (SELECT bond_id", "") + " ORDER BY bond_id";
  static const std::string query_of_one =
      query + fmt::format(bond_conditions, "EXISTS (SELECT 1", "bond_id = ?16 AND ") + " AND bond_id = ?16";
  const std::string day = day_text(as_of);
  if (!filter.city) {
    visit_bonds(query_of_all, day, filter, std::nullopt, visit);
    return;
  }
  Statement rows(connection_, "SELECT bond_id FROM party WHERE city_id = ? ORDER BY bond_id");
  rows.bind(filter.city);
  while (rows.step()) visit_bonds(query_of_one, day, filter, rows.id<BondId>(0), visit);
}

void Snapshot::visit_bonds(std::string_view query, const std::string& day, const BondFilter& filter,
                           std::optional<BondId> only, const std::function<void(const Bond&)>& visit) const {
  const std::string statuses = status_list(filter.status);
  const auto formed_from = first_day(filter.formed);
  const auto formed_to = last_day(filter.formed);
  const auto force_from = first_day(filter.in_force);
  const auto force_to = last_day(filter.in_force);
  const auto exchanged_from = first_day(filter.not_exchanged_since);
  const std::string reasons = code_list(filter.formed_for);
  Statement rows(connection_, query);
  rows.bind(day).bind(filter.kind).bind(statuses).bind(filter.reason).bind(filter.country);
  rows.bind(formed_from).bind(formed_to).bind(force_from).bind(force_to).bind(filter.twin).bind(reasons);
  rows.bind(filter.population_below).bind(exchanged_from).bind(filter.with_others_than_municipalities);
  rows.bind(filter.of_one_name);
  if (only) rows.bind(*only);
  while (rows.step()) visit(read_bond(rows));
}

std::vector<City> Snapshot::parties(BondId bond) const {
  Statement rows(connection_, "SELECT city_id FROM party WHERE bond_id = ? ORDER BY city_id");
  rows.bind(bond);
  std::vector<City> cities;
  while (rows.step()) cities.push_back(get_city(rows.id<CityId>(0)));
  return cities;
}

std::vector<Span> Snapshot::spans(BondId bond) const {
  Statement rows(connection_,
                 "SELECT status, from_earliest, from_latest, to_earliest, to_latest FROM bond_span WHERE bond_id = ? "
                 "ORDER BY position");
  rows.bind(bond);
  std::vector<Span> spans;
  while (rows.step()) {
    spans.push_back({.status = status_from(rows.view(0)),
                     .from_earliest = rows.maybe_day(1).value(),
                     .from_latest = rows.maybe_day(2),
                     .to_earliest = rows.maybe_day(3),
                     .to_latest = rows.maybe_day(4)});
  }
  return spans;
}

std::vector<StatusOnDay> Snapshot::status(BondId bond, AsOf as_of) const {
  const Day day = as_of.day().value_or(today_);
  std::vector<StatusOnDay> statuses;
  for (const Span& span : spans(bond)) {
    const bool possible = span.from_earliest <= day && (!span.to_latest || day < *span.to_latest);
    const bool certain = span.from_latest && *span.from_latest <= day && (!span.to_earliest || day < *span.to_earliest);
    if (possible) statuses.push_back({span.status, certain ? Certainty::certain : Certainty::possible});
  }
  return statuses;
}

std::vector<Event> Snapshot::history(BondId bond) const {
  std::vector<Event> events;
  append_history(bond, events);
  return events;
}

// As bond_history has them, but that the parties are named once and a few acts are put in order here: to set up a sort
// takes SQLite longer than to read them.
void Snapshot::append_history(BondId bond, std::vector<Event>& events) const {
  std::vector<Told> acts;
  Statement rows(connection_, "SELECT " EVENT_COLUMNS_WITH("''") ", begins, uid FROM current_event WHERE bond_id = ?");
  rows.bind(bond);
  while (rows.step()) {
    acts.push_back({read_event(rows), rows.flag(event_columns), rows.any_text(event_columns + 1)});
  }
  if (acts.empty()) return;
  if (acts.size() > 1) std::ranges::sort(acts, comes_before);
  const std::string parties = names_of_parties(connection_, bond);
  for (Told& act : acts) {
    act.event.parties = parties;
    events.push_back(std::move(act.event));
  }
}

// Bond by bond, since SQLite derives the state of one bond at a time or of all of them.
std::vector<Event> Snapshot::history(CityId city) const {
  Statement rows(connection_, "SELECT bond_id FROM party WHERE city_id = ? ORDER BY bond_id");
  rows.bind(city);
  std::vector<Event> events;
  while (rows.step()) append_history(rows.id<BondId>(0), events);
  return events;
}

std::vector<Event> Snapshot::history(CityId one, CityId other) const {
  Statement rows(connection_,
                 "SELECT bond_id FROM party WHERE city_id = ?1 INTERSECT SELECT bond_id FROM party WHERE city_id = ?2 "
                 "ORDER BY bond_id");
  rows.bind(one).bind(other);
  std::vector<Event> events;
  while (rows.step()) append_history(rows.id<BondId>(0), events);
  return events;
}

std::vector<Event> Snapshot::rivals() const {
  Statement rows(connection_, "SELECT " EVENT_COLUMNS " FROM bond_history WHERE rank = 'rival'");
  std::vector<Event> events;
  while (rows.step()) events.push_back(read_event(rows));
  return events;
}

}  // namespace twinning
