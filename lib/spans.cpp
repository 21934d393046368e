#include "spans.hpp"

#include <vector>

#include "life.hpp"
#include "logs.hpp"

namespace twinning {
namespace {

/// Makes the rows of twin_span for one bond, which has none if it is new.
void make_spans_of(Connection& connection, BondId bond, bool is_new) {
  {
    Statement carried(connection,
                      "SELECT 1 FROM bond_party AS p JOIN succession AS s ON s.predecessor_id = p.city_id "
                      "WHERE p.bond_id = ?");
    carried.bind(bond);
    if (carried.step()) {
      Statement(connection, "INSERT INTO stale_bond (bond_id) VALUES (?)").bind(bond).run();
      return;
    }
  }
  const Log log = log_of(connection, bond);
  for (const CityId city : log.parties) {
    if (!is_new) {
      Statement(connection, "DELETE FROM twin_span WHERE city_id = ? AND bond_id = ?").bind(city).bind(bond).run();
    }
    for (const PairLife& life : lives(log, city)) {
      std::int64_t position = 0;
      for (const Stretch& stretch : life.stretches) {
        Statement(connection,
                  "INSERT INTO twin_span (city_id, bond_id, twin_id, position, status, from_earliest, from_latest, "
                  "to_earliest, to_latest, since, until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .bind(city)
            .bind(bond)
            .bind(life.twin)
            .bind(++position)
            .bind(to_string(stretch.status))
            .bind(stretch.from_earliest)
            .bind(stretch.from_latest)
            .bind(stretch.to_earliest)
            .bind(stretch.to_latest)
            .bind(life.since)
            .bind(life.until)
            .run();
      }
    }
  }
}

}  // namespace

void make_spans_after(Connection& connection, BondId last) {
  // Sorted, so that each page of the projection is written once.
  Statement(connection,
            "INSERT INTO twin_span SELECT * FROM first_span WHERE bond_id > ? ORDER BY city_id, bond_id, twin_id")
      .bind(last)
      .run();
  std::vector<BondId> others;
  {
    // New bonds that first_span leaves out.
    Statement rows(
        connection,
        "SELECT e.bond_id FROM bond_event AS e JOIN event_kind AS k ON k.code = e.kind WHERE e.bond_id > ? "
        "GROUP BY e.bond_id HAVING count(*) > 1 OR NOT (max(k.begins) AND max(k.effect) IN ('proposed', "
        "'active', 'suspended', 'dormant') AND max(e.rank) <> 'rival') OR EXISTS (SELECT 1 FROM bond_party AS "
        "p JOIN succession AS s ON s.predecessor_id = p.city_id WHERE p.bond_id = e.bond_id)");
    rows.bind(last);
    while (rows.step()) others.push_back(rows.id<BondId>(0));
  }
  for (const BondId bond : others) make_spans_of(connection, bond, true);
}

void remake_spans(Connection& connection, BondId bond) { make_spans_of(connection, bond, false); }

}  // namespace twinning
