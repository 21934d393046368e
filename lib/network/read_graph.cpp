// Reads the bonds in force: from the stored spans in the order in which they lie in the file, or, as known at an
// earlier moment, from the lives that the log gives.

#include "network/read_graph.hpp"

#include <algorithm>
#include <utility>

#include "connection.hpp"
#include "life.hpp"
#include "logs.hpp"
#include "network/make_graph.hpp"
#include "network/run_on_day.hpp"
#include "words.hpp"

namespace twinning {
namespace {

/// Gathers the sides that are in the network, from the stretches of each in the order of time.
class Gathering {
 public:
  Gathering(Connection& connection, const NetworkOptions& options) : run_(options), any_kind_(options.kinds.empty()) {
    for (const BondKind& kind : options.kinds) {
      Statement rows(connection, "SELECT id FROM bond WHERE kind = ?");
      rows.bind(kind);
      while (rows.step()) bonds_.push_back(rows.id<BondId>(0));
    }
    std::ranges::sort(bonds_);
  }

  bool wants(BondId bond) const { return any_kind_ || std::ranges::binary_search(bonds_, bond); }

  void add(const Side& side, const StretchOnDay& stretch) {
    if (side != side_) {
      side_ = side;
      run_.start();
    }
    if (run_.add(stretch)) sides_.push_back(side);
  }

  /// One that is there without looking at its stretches.
  void add(const Side& side) { sides_.push_back(side); }

  Graph graph() && { return graph_of(std::move(sides_)); }

 private:
  RunOnDay run_;
  bool any_kind_;
  std::vector<BondId> bonds_;  // of the kinds that are wanted
  Side side_{};
  std::vector<Side> sides_;
};

// Each pair stands from both sides; the network takes it from one.
#define SPANS_ON_DAY                                                                                     \
  "SELECT city_id, twin_id, bond_id, status, (from_earliest <= ?1) + 2 * coalesce(from_latest <= ?1, 0)" \
  " + 4 * coalesce(?1 < to_latest, 1) + 8 * coalesce(?1 < to_earliest, 1) FROM twin_span WHERE city_id < twin_id "

/// The rows of SPANS_ON_DAY. Each column that is read costs as much as the step to its row, so the four sides of the
/// day are the bits of one.
void gather(Statement& rows, Gathering& gathering) {
  while (rows.step()) {
    const auto bond = rows.id<BondId>(2);
    if (!gathering.wants(bond)) continue;
    const std::int64_t sides = rows.integer(4);
    gathering.add({.one = rows.id<CityId>(0), .other = rows.id<CityId>(1), .bond = bond},
                  {.status = status_from(rows.view(3)),
                   .may_have_begun = (sides & 1) != 0,
                   .has_begun = (sides & 2) != 0,
                   .may_go_on = (sides & 4) != 0,
                   .goes_on = (sides & 8) != 0});
  }
}

/// What may be in force. Of stretches that follow each other, one may hold by itself wherever they may together; so the
/// file can leave out the others, which is most of the time that a network takes. The index twin_span_in_force has all
/// that is read.
void gather_possible(Connection& connection, const std::string& day, Gathering& gathering) {
  Statement rows(connection,
                 "SELECT city_id, twin_id, bond_id FROM twin_span WHERE city_id < twin_id AND status <> 'ended' "
                 "AND status <> 'proposed' AND from_earliest <= ?1 AND (to_latest IS NULL OR ?1 < to_latest)");
  rows.bind(day);
  while (rows.step()) {
    const auto bond = rows.id<BondId>(2);
    if (!gathering.wants(bond)) continue;
    gathering.add({.one = rows.id<CityId>(0), .other = rows.id<CityId>(1), .bond = bond});
  }
}

StretchOnDay on_day(const Stretch& stretch, const std::string& day) {
  return {.status = stretch.status,
          .may_have_begun = stretch.from_earliest <= day,
          .has_begun = stretch.from_latest && *stretch.from_latest <= day,
          .may_go_on = !stretch.to_latest || day < *stretch.to_latest,
          .goes_on = !stretch.to_earliest || day < *stretch.to_earliest};
}

/// The bonds of which another may carry a part, whose lives SQLite alone can tell.
std::vector<BondId> carried_bonds(Connection& connection) {
  Statement rows(connection,
                 "SELECT DISTINCT p.bond_id FROM succession AS s JOIN bond_party AS p ON p.city_id = s.predecessor_id "
                 "ORDER BY p.bond_id");
  std::vector<BondId> bonds;
  while (rows.step()) bonds.push_back(rows.id<BondId>(0));
  return bonds;
}

}  // namespace

Graph read_graph(Connection& connection, const std::string& day, const NetworkOptions& options) {
  Gathering gathering(connection, options);
  if (options.statuses.empty() && !options.certain_only) {
    gather_possible(connection, day, gathering);
  } else {
    Statement rows(connection, SPANS_ON_DAY "ORDER BY city_id, bond_id, twin_id, position");
    rows.bind(day);
    gather(rows, gathering);
  }
  return std::move(gathering).graph();
}

Graph derive_graph(Connection& connection, const std::string& day, const NetworkOptions& options) {
  Gathering gathering(connection, options);
  const std::vector<BondId> carried = carried_bonds(connection);
  for_each_log_after(connection, BondId(0), [&](BondId bond, const Log& log) {
    if (std::ranges::binary_search(carried, bond) || !gathering.wants(bond)) return;
    for (const CityId city : log.parties) {
      for (const PairLife& life : lives(log, city)) {
        if (life.twin < city) continue;
        for (const Stretch& stretch : life.stretches) {
          gathering.add({.one = city, .other = life.twin, .bond = bond}, on_day(stretch, day));
        }
      }
    }
  });
  for (const BondId bond : carried) {
    Statement rows(connection, SPANS_ON_DAY "AND bond_id = ?2 ORDER BY city_id, twin_id, position");
    rows.bind(day).bind(bond);
    gather(rows, gathering);
  }
  return std::move(gathering).graph();
}

}  // namespace twinning
