// Questions about bonds and what happened to them.

#include <fmt/format.h>

#include <twinning/snapshot.hpp>

#include "connection.hpp"
#include "event_row.hpp"
#include "words.hpp"

namespace twinning {
namespace {

#define BOND_COLUMNS "bond_id, parties, kind, status, contested, formed, ended, reason, title, condition, note"
// The bonds as they stand on day ?1.
#define BONDS_ON_DAY                                                                             \
  "FROM (SELECT *, max(position) OVER (PARTITION BY bond_id) AS last_position FROM bond_by_day " \
  "WHERE from_earliest <= ?1) WHERE position = last_position"

#define BOND_QUERY                                                                                        \
  "SELECT " BOND_COLUMNS " " BONDS_ON_DAY                                                                 \
  " AND (?2 IS NULL OR kind = ?2) AND (?3 IS NULL OR status = ?3) "                                       \
  "AND (?4 IS NULL OR bond_id IN (SELECT bond_id FROM event_reason WHERE reason = ?4)) "                  \
  "AND (?5 IS NULL OR bond_id IN (SELECT bond_id FROM party WHERE country = ?5)) "                        \
  "AND (?6 IS NULL OR formed IN (SELECT date FROM edtf_date WHERE coalesce(earliest, '') <= ?7 "          \
  "AND coalesce(latest, '9999-12-31') >= ?6)) "                                                           \
  "AND (?8 IS NULL OR bond_id IN (SELECT bond_id FROM bond_span WHERE status IN ('active', 'suspended', " \
  "'dormant') AND from_earliest <= ?9 AND (to_latest IS NULL OR ?8 < to_latest)))"

Bond read_bond(const Statement& row) {
  const auto status = row.maybe_text(3);
  return {.id = row.id<BondId>(0),
          .parties = row.maybe_text(1).value_or(""),
          .kind = row.text(2),
          .status = status ? std::optional(status_from(*status)) : std::nullopt,
          .contested = row.flag(4),
          .formed = row.maybe_date(5),
          .ended = row.maybe_date(6),
          .reason = row.maybe_code<Reason>(7),
          .title = row.maybe_text(8),
          .condition = row.maybe_text(9),
          .note = row.maybe_text(10)};
}

std::optional<std::string> first_day(const std::optional<Date>& period) {
  if (!period) return std::nullopt;
  return period->earliest() ? to_string(*period->earliest()) : "0000-01-01";
}

std::optional<std::string> last_day(const std::optional<Date>& period) {
  if (!period) return std::nullopt;
  return period->latest() ? to_string(*period->latest()) : "9999-12-31";
}

}  // namespace

std::optional<Bond> Snapshot::find_bond(BondId id, AsOf as_of) const {
  const std::string day = day_text(as_of);
  Statement rows(connection_, "SELECT " BOND_COLUMNS " " BONDS_ON_DAY " AND bond_id = ?2");
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
  const std::string day = day_text(as_of);
  if (!filter.city) {
    visit_bonds(BOND_QUERY " ORDER BY bond_id", day, filter, std::nullopt, visit);
    return;
  }
  Statement rows(connection_, "SELECT bond_id FROM party WHERE city_id = ? ORDER BY bond_id");
  rows.bind(filter.city);
  while (rows.step()) visit_bonds(BOND_QUERY " AND bond_id = ?10", day, filter, rows.id<BondId>(0), visit);
}

void Snapshot::visit_bonds(std::string_view query, const std::string& day, const BondFilter& filter,
                           std::optional<BondId> only, const std::function<void(const Bond&)>& visit) const {
  const auto status = filter.status ? std::optional(std::string(to_string(*filter.status))) : std::nullopt;
  const auto formed_from = first_day(filter.formed);
  const auto formed_to = last_day(filter.formed);
  const auto force_from = first_day(filter.in_force);
  const auto force_to = last_day(filter.in_force);
  Statement rows(connection_, query);
  rows.bind(day).bind(filter.kind).bind(status).bind(filter.reason).bind(filter.country);
  rows.bind(formed_from).bind(formed_to).bind(force_from).bind(force_to);
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
    spans.push_back({.status = status_from(rows.text(0)),
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

void Snapshot::append_history(BondId bond, std::vector<Event>& events) const {
  Statement rows(connection_, "SELECT " EVENT_COLUMNS " FROM bond_history WHERE bond_id = ?");
  rows.bind(bond);
  while (rows.step()) events.push_back(read_event(rows));
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
