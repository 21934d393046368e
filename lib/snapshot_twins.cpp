// Questions about the twins of a city. As known now they read the stored spans; as known at an earlier moment they
// derive the spans of the city's own bonds.

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include <twinning/snapshot.hpp>

#include "connection.hpp"
#include "life.hpp"
#include "logs.hpp"
#include "name_on_day.hpp"
#include "words.hpp"

namespace twinning {
namespace {

/// Sorts twins by name. Those of one pair stay in the order of time. Each is moved once: they are large.
std::vector<Twin> sorted_by_name(std::vector<Twin> twins) {
  std::vector<std::size_t> order(twins.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, [&](std::size_t one, std::size_t other) {
    const Twin& a = twins[one];
    const Twin& b = twins[other];
    return std::tie(a.name, a.city, a.bond, one) < std::tie(b.name, b.city, b.bond, other);
  });
  std::vector<Twin> sorted;
  sorted.reserve(twins.size());
  for (const std::size_t place : order) sorted.push_back(std::move(twins[place]));
  return sorted;
}

/// A twin by what does not depend on its status.
Twin twin_of(Connection& connection, BondId bond, const PairLife& life, const std::string& day) {
  const auto date = [](const std::optional<std::string>& text) {
    return text ? std::optional(Date(*text)) : std::nullopt;
  };
  static const std::string query = "SELECT t.name, " + name_on_day("t.id", "t.name", "?3") +
                                   ", t.country, b.kind FROM city AS t JOIN bond AS b WHERE t.id = ?1 AND b.id = ?2";
  Statement row(connection, query);
  row.bind(life.twin).bind(bond).bind(day);
  row.step();
  return {.city = life.twin,
          .bond = bond,
          .name = row.text(0),
          .name_then = row.text(1),
          .country = row.maybe_code<Country>(2),
          .kind = row.text(3),
          .status = {},
          .certainty = {},
          .since = date(life.since),
          .until = date(life.until),
          .carried_from = {},
          .twin_carried_from = {}};
}

/// The twins of a city, none of whose parties was ever followed by another.
std::vector<Twin> evaluated_twins(Connection& connection, CityId city, const std::string& day) {
  std::vector<Twin> twins;
  for (auto& [bond, log] : logs_of(connection, city)) {
    for (const PairLife& life : lives(log, city)) {
      for (const Stretch& stretch : life.stretches) {
        if (!is_in_force(stretch.status) || !is_possible(stretch, day)) continue;
        Twin twin = twin_of(connection, bond, life, day);
        twin.status = stretch.status;
        twin.certainty = is_certain(stretch, day) ? Certainty::certain : Certainty::possible;
        twins.push_back(std::move(twin));
      }
    }
  }
  return twins;
}

bool knows_successions(Connection& connection) {
  Statement row(connection, "SELECT EXISTS (SELECT 1 FROM succession)");
  row.step();
  return row.flag(0);
}

/// The bonds that a city has a part in, its own or a predecessor's.
std::vector<BondId> bonds_borne_by(Connection& connection, CityId city) {
  Statement rows(connection,
                 "SELECT DISTINCT bond_id FROM bond_party WHERE city_id = ?1 "
                 "OR city_id IN (SELECT party_id FROM bearer WHERE bearer_id = ?1) ORDER BY bond_id");
  rows.bind(city);
  std::vector<BondId> bonds;
  while (rows.step()) bonds.push_back(rows.id<BondId>(0));
  return bonds;
}

/// Whether a stretch holds on a day on every reading of the dates.
bool is_certain(std::optional<std::string_view> from_latest, std::optional<std::string_view> to_earliest,
                std::string_view day) {
  return from_latest && *from_latest <= day && (!to_earliest || day < *to_earliest);
}

/// The twins of a city on a day as twins_by_day has them; by one bond only, where one is given.
void append_twins(Connection& connection, CityId city, const std::string& day, std::optional<BondId> bond,
                  std::vector<Twin>& twins) {
  static const std::string select =
      "SELECT twin_id, bond_id, twin, " + name_on_day("twin_id", "twin", "?2") +
      ", country, kind, status, from_latest, to_earliest, since, until, carried_from, twin_carried_from "
      // What leaves out most comes first.
      "FROM twins_by_day WHERE city_id = ?1 AND (to_latest IS NULL OR ?2 < to_latest) AND from_earliest <= ?2 "
      "AND status <> 'ended' AND status <> 'proposed' ";
  static const std::string query = select + "ORDER BY bond_id, twin_id, position";
  static const std::string query_of_bond = select + "AND bond_id = ?3 ORDER BY twin_id, position";
  Statement rows(connection, bond ? query_of_bond : query);
  rows.bind(city).bind(day);
  if (bond) rows.bind(*bond);
  twins.reserve(twins.size() + 16);  // as many as most cities have, since to grow moves what is there
  while (rows.step()) {
    twins.push_back({.city = rows.id<CityId>(0),
                     .bond = rows.id<BondId>(1),
                     .name = rows.text(2),
                     .name_then = rows.text(3),
                     .country = rows.maybe_code<Country>(4),
                     .kind = rows.view(5),
                     .status = status_from(rows.view(6)),
                     .certainty = is_certain(rows.maybe_view(7), rows.maybe_view(8), day) ? Certainty::certain
                                                                                          : Certainty::possible,
                     .since = rows.maybe_date(9),
                     .until = rows.maybe_date(10),
                     .carried_from = rows.maybe_text(11),
                     .twin_carried_from = rows.maybe_text(12)});
  }
}

/// The lives of two cities beside each other, a bond each.
using PairStretches = std::map<BondId, std::vector<Stretch>>;

/// The same where none of the parties was ever followed by another.
PairStretches evaluated_stretches(Connection& connection, CityId one, CityId other) {
  PairStretches found;
  for (auto& [bond, log] : logs_of(connection, one)) {
    for (PairLife& life : lives(log, one)) {
      if (life.twin == other) found.emplace(bond, std::move(life.stretches));
    }
  }
  return found;
}

void append_stretches(Connection& connection, CityId one, CityId other, std::optional<BondId> bond,
                      PairStretches& found) {
  static const std::string select =
      "SELECT bond_id, status, from_earliest, from_latest, to_earliest, to_latest FROM twin_span "
      "WHERE city_id = ?1 AND +twin_id = ?2 ";  // else SQLite would take it out of the order, and sort
  static const std::string query = select + "ORDER BY bond_id, twin_id, position";
  static const std::string query_of_bond = select + "AND bond_id = ?3 ORDER BY position";
  Statement rows(connection, bond ? query_of_bond : query);
  rows.bind(one).bind(other);
  if (bond) rows.bind(*bond);
  while (rows.step()) {
    found[rows.id<BondId>(0)].push_back({.status = status_from(rows.view(1)),
                                         .from_earliest = rows.text(2),
                                         .from_latest = rows.maybe_text(3),
                                         .to_earliest = rows.maybe_text(4),
                                         .to_latest = rows.maybe_text(5)});
  }
}

}  // namespace

std::vector<Twin> Snapshot::twins(CityId city, AsOf as_of) const {
  const std::string day = day_text(as_of);
  std::vector<Twin> twins;
  if (!known_at_.instant()) {
    append_twins(connection_, city, day, std::nullopt, twins);
  } else if (!knows_successions(connection_)) {
    twins = evaluated_twins(connection_, city, day);
  } else {
    for (const BondId bond : bonds_borne_by(connection_, city)) append_twins(connection_, city, day, bond, twins);
  }
  return sorted_by_name(std::move(twins));
}

std::vector<TwinEver> Snapshot::twins_ever(CityId city) const {
  Statement rows(connection_,
                 "SELECT twin_id, bond_id, twin, twin_then, country, kind, status, since, until, carried_from, "
                 "twin_carried_from FROM twins_ever WHERE city_id = ? ORDER BY since_earliest, since_latest, bond_id, "
                 "twin_id");
  rows.bind(city);
  std::vector<TwinEver> twins;
  while (rows.step()) {
    twins.push_back({.city = rows.id<CityId>(0),
                     .bond = rows.id<BondId>(1),
                     .name = rows.text(2),
                     .name_then = rows.text(3),
                     .country = rows.maybe_code<Country>(4),
                     .kind = rows.text(5),
                     .status = status_from(rows.view(6)),
                     .since = rows.maybe_date(7),
                     .until = rows.maybe_date(8),
                     .carried_from = rows.maybe_text(9),
                     .twin_carried_from = rows.maybe_text(10)});
  }
  return twins;
}

Answer Snapshot::are_twinned(CityId one, CityId other, AsOf as_of) const {
  const std::string day = day_text(as_of);
  PairStretches found;
  if (!known_at_.instant()) {
    append_stretches(connection_, one, other, std::nullopt, found);
  } else if (!knows_successions(connection_)) {
    found = evaluated_stretches(connection_, one, other);
  } else {
    for (const BondId bond : bonds_borne_by(connection_, one)) append_stretches(connection_, one, other, bond, found);
  }
  Answer answer = Answer::no;
  for (const auto& [bond, stretches] : found) {
    answer = std::max(answer, in_force_on(stretches, day));
  }
  return answer;
}

}  // namespace twinning
