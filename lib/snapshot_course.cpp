// The course of bonds over time: pauses, ages, and what became of them when a party or a border changed.

#include <twinning/snapshot.hpp>

#include "bond_row.hpp"
#include "view_on_day.hpp"
#include "words.hpp"

namespace twinning {
namespace {

NewestBond read_newest_bond(const Statement& row) {
  return {.city = row.id<CityId>(0),
          .name = row.text(1),
          .country = row.maybe_code<Country>(2),
          .bond = row.id<BondId>(3),
          .parties = row.text(4),
          .formed = row.maybe_date(5)};
}

#define NEWEST_COLUMNS "city_id, city, country, bond_id, parties, formed"

}  // namespace

std::vector<Stance> Snapshot::stances(BondId bond, AsOf as_of) const {
  static const std::string query =
      view_on_day("stance_today") +
      "SELECT city_id, city, stance, is_member, is_joint, since, reason, condition, note, certainty "
      "FROM stance_today WHERE bond_id = ?2 ORDER BY city_id";
  const std::string day = day_text(as_of);
  Statement rows(connection_, query);
  rows.bind(day).bind(bond);
  std::vector<Stance> stances;
  while (rows.step()) {
    const auto stance = rows.maybe_text(2);
    stances.push_back({.city = rows.id<CityId>(0),
                       .name = rows.text(1),
                       .stance = stance ? std::optional(status_from(*stance)) : std::nullopt,
                       .is_member = rows.flag(3),
                       .is_joint = rows.flag(4),
                       .since = rows.maybe_date(5),
                       .reason = rows.maybe_code<Reason>(6),
                       .condition = rows.maybe_text(7),
                       .note = rows.maybe_text(8),
                       .certainty = certainty_from(rows.view(9))});
  }
  return stances;
}

std::vector<Pause> Snapshot::pauses() const {
  Statement rows(connection_,
                 "SELECT bond_id, parties, by_city, suspended, lifted, after, reason, condition, days_least, days_most "
                 "FROM pause ORDER BY bond_id, event_id");
  std::vector<Pause> pauses;
  while (rows.step()) {
    const auto after = rows.maybe_text(5);
    pauses.push_back({.bond = rows.id<BondId>(0),
                      .parties = rows.text(1),
                      .by_city = rows.maybe_text(2),
                      .suspended = rows.maybe_date(3),
                      .lifted = rows.maybe_date(4),
                      .after = after ? std::optional(status_from(*after)) : std::nullopt,
                      .reason = rows.maybe_code<Reason>(6),
                      .condition = rows.maybe_text(7),
                      .days_least = rows.maybe_integer(8),
                      .days_most = rows.maybe_integer(9)});
  }
  return pauses;
}

std::vector<Bond> Snapshot::longest_running(std::size_t limit, AsOf as_of) const {
  static const std::string query = view_on_day("bond_status") +
                                   "SELECT " BOND_COLUMNS
                                   " FROM bond_status WHERE status IN ('active', 'suspended', 'dormant') "
                                   "AND formed_earliest IS NOT NULL ORDER BY formed_earliest, formed_latest, bond_id "
                                   "LIMIT ?2";
  const std::string day = day_text(as_of);
  Statement rows(connection_, query);
  rows.bind(day).bind(static_cast<std::int64_t>(limit));
  std::vector<Bond> bonds;
  while (rows.step()) bonds.push_back(read_bond(rows));
  return bonds;
}

std::vector<OldestBond> Snapshot::oldest_bonds(AsOf as_of) const {
  static const std::string query =
      view_on_day("oldest_bond") + "SELECT country, bond_id, parties, formed, status FROM oldest_bond";
  const std::string day = day_text(as_of);
  Statement rows(connection_, query);
  rows.bind(day);
  std::vector<OldestBond> bonds;
  while (rows.step()) {
    const auto status = rows.maybe_text(4);
    bonds.push_back({.country = rows.text(0),
                     .bond = rows.id<BondId>(1),
                     .parties = rows.text(2),
                     .formed = rows.maybe_date(3),
                     .status = status ? std::optional(status_from(*status)) : std::nullopt});
  }
  return bonds;
}

std::vector<NewestBond> Snapshot::newest_bonds(std::optional<CityId> city, AsOf as_of) const {
  static const std::string query_of_all = view_on_day("newest_bond") + "SELECT " NEWEST_COLUMNS " FROM newest_bond";
  static const std::string query_of_one = query_of_all + " WHERE city_id = ?2";
  const std::string day = day_text(as_of);
  Statement rows(connection_, city ? query_of_one : query_of_all);
  rows.bind(day);
  if (city) rows.bind(*city);
  std::vector<NewestBond> bonds;
  while (rows.step()) bonds.push_back(read_newest_bond(rows));
  return bonds;
}

std::vector<NewestBond> Snapshot::newest_bonds_before(const Date& since, AsOf as_of) const {
  static const std::string query =
      view_on_day("newest_bond") + "SELECT " NEWEST_COLUMNS " FROM newest_bond WHERE formed_latest < ?2";
  const std::string day = day_text(as_of);
  const std::string first = since.earliest() ? to_string(*since.earliest()) : std::string();
  Statement rows(connection_, query);
  rows.bind(day).bind(first);
  std::vector<NewestBond> bonds;
  while (rows.step()) bonds.push_back(read_newest_bond(rows));
  return bonds;
}

std::vector<Anniversary> Snapshot::anniversaries(int year, AsOf as_of) const {
  static const std::string query =
      view_on_day("anniversary") +
      "SELECT bond_id, parties, years, certainty, formed, status FROM anniversary WHERE year = ?2";
  const std::string day = day_text(as_of);
  Statement rows(connection_, query);
  rows.bind(day).bind(std::int64_t{year});
  std::vector<Anniversary> anniversaries;
  while (rows.step()) {
    anniversaries.push_back({.bond = rows.id<BondId>(0),
                             .parties = rows.text(1),
                             .years = rows.integer(2),
                             .certainty = certainty_from(rows.view(3)),
                             .formed = rows.maybe_date(4),
                             .status = status_from(rows.view(5))});
  }
  return anniversaries;
}

std::vector<CarriedBond> Snapshot::carried_bonds(AsOf as_of) const {
  static const std::string query = view_on_day("carried_bond") +
                                   "SELECT city_id, city, predecessor_id, predecessor, bond_id, parties, date, state "
                                   "FROM carried_bond ORDER BY city, bond_id, predecessor_id";
  const std::string day = day_text(as_of);
  Statement rows(connection_, query);
  rows.bind(day);
  std::vector<CarriedBond> bonds;
  while (rows.step()) {
    bonds.push_back({.city = rows.id<CityId>(0),
                     .name = rows.text(1),
                     .predecessor = rows.id<CityId>(2),
                     .predecessor_name = rows.text(3),
                     .bond = rows.id<BondId>(4),
                     .parties = rows.text(5),
                     .date = rows.maybe_date(6),
                     .confirmation = confirmation_from(rows.view(7))});
  }
  return bonds;
}

std::vector<BorderChange> Snapshot::border_changes() const {
  Statement rows(connection_, "SELECT bond_id, parties, formed, at_forming FROM border_change ORDER BY bond_id");
  std::vector<BorderChange> changes;
  while (rows.step()) {
    changes.push_back({.bond = rows.id<BondId>(0),
                       .parties = rows.text(1),
                       .formed = rows.maybe_date(2),
                       .was_international = rows.text(3) == "international"});
  }
  return changes;
}

}  // namespace twinning
