#include "logs.hpp"

namespace twinning {
namespace {

#define ACT_COLUMNS                                                                                           \
  "e.bond_id, e.id, e.effect, e.begins, e.observes, e.city_id, e.date, e.earliest, e.latest, e.recorded_at, " \
  "e.uid, e.sort = 'formed' "
#define PARTIES "SELECT p.bond_id, p.city_id, b.kind FROM bond_party AS p JOIN bond AS b ON b.id = p.bond_id "
#define STANDING "e.rank <> 'rival' AND e.effect <> 'retraction' AND e.superseded_at IS NULL"

Act read_act(const Statement& row) {
  return {.event = row.id<EventId>(1),
          .effect = effect_from(row.view(2)),
          .begins = row.flag(3),
          .observes = row.flag(4),
          .forms = row.flag(11),
          .by = row.maybe_id<CityId>(5),
          .date = row.maybe_text(6),
          .earliest = row.maybe_text(7),
          .latest = row.maybe_text(8),
          .recorded_at = row.text(9),
          .uid = row.text(10)};
}

void add_party(const Statement& row, Log& log) {
  if (log.parties.empty()) log.kind = row.text(2);
  log.parties.push_back(row.id<CityId>(1));
}

}  // namespace

Log log_of(Connection& connection, BondId bond) {
  Log log;
  Statement parties(connection, PARTIES "WHERE p.bond_id = ? ORDER BY p.city_id");
  parties.bind(bond);
  while (parties.step()) add_party(parties, log);
  Statement acts(connection, "SELECT " ACT_COLUMNS "FROM dated_event AS e WHERE e.bond_id = ? AND " STANDING);
  acts.bind(bond);
  while (acts.step()) log.acts.push_back(read_act(acts));
  return log;
}

std::map<BondId, Log> logs_of(Connection& connection, CityId city) {
  std::map<BondId, Log> logs;
  Statement parties(connection, PARTIES
                    "WHERE p.bond_id IN (SELECT bond_id FROM bond_party WHERE city_id = ?) ORDER BY p.bond_id, "
                    "p.city_id");
  parties.bind(city);
  while (parties.step()) add_party(parties, logs[parties.id<BondId>(0)]);
  Statement acts(connection, "SELECT " ACT_COLUMNS
                             "FROM bond_party AS p JOIN dated_event AS e ON e.bond_id = p.bond_id "
                             "WHERE p.city_id = ? AND " STANDING);
  acts.bind(city);
  while (acts.step()) logs[acts.id<BondId>(0)].acts.push_back(read_act(acts));
  return logs;
}

void for_each_log_after(Connection& connection, BondId last, const std::function<void(BondId, const Log&)>& take) {
  Statement parties(connection, PARTIES "WHERE p.bond_id > ? ORDER BY p.bond_id, p.city_id");
  Statement acts(connection,
                 "SELECT " ACT_COLUMNS "FROM dated_event AS e WHERE e.bond_id > ? AND " STANDING " ORDER BY e.bond_id");
  parties.bind(last);
  acts.bind(last);
  bool has_act = acts.step();
  bool has_party = parties.step();
  while (has_party) {
    const auto bond = parties.id<BondId>(0);
    Log log;
    for (; has_party && parties.id<BondId>(0) == bond; has_party = parties.step()) add_party(parties, log);
    for (; has_act && acts.id<BondId>(0) == bond; has_act = acts.step()) log.acts.push_back(read_act(acts));
    take(bond, log);
  }
}

}  // namespace twinning
