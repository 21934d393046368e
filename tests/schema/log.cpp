#include "schema/log.hpp"

#include <gtest/gtest.h>

#include "support/fresh_registry.hpp"

namespace twinning::support {
namespace {

std::string literal(const std::string& text) { return "'" + text + "'"; }
std::string literal(const std::optional<std::string>& text) { return text ? literal(*text) : "NULL"; }
std::string number(std::optional<int> value) { return value ? std::to_string(*value) : "NULL"; }

// A second for every act, so that one recorded later is later.
std::string instant(int act) {
  const std::string second = std::to_string(act % 60);
  return "2026-01-01T00:0" + std::to_string(act / 60) + ":" + std::string(2 - second.size(), '0') + second + ".000Z";
}

}  // namespace

Log::Log() : database_(fresh_registry()) {
  database_.run(
      "INSERT INTO city (id, name, country) VALUES (1, 'Coventry', 'GB'), (2, 'Volgograd', 'RU'), "
      "(3, 'Dresden', 'DE'), (4, 'Belgrade', 'RS')");
}

int Log::bond(const std::vector<City>& parties) {
  const std::string id = std::to_string(++bonds_);
  database_.run("INSERT INTO bond (id, kind) VALUES (" + id + ", 'twinning')");
  for (const City city : parties) join(bonds_, city);
  return bonds_;
}

void Log::join(int bond, City city) {
  database_.run("INSERT INTO bond_party (bond_id, city_id) VALUES (" + std::to_string(bond) + ", " +
                std::to_string(city) + ")");
  EXPECT_EQ(stale_spans(database_), "") << "after a party was added";
}

int Log::act(int bond, const Act& act) {
  const std::string id = std::to_string(++acts_);
  const std::string recorded = act.recorded.empty() ? instant(acts_) : act.recorded;
  database_.run(
      "INSERT INTO bond_event (id, uid, bond_id, kind, date, city_id, reason, rank, corrects, recorded_at) "
      "VALUES (" +
      id + ", " + (act.uid.empty() ? std::string("NULL") : literal(act.uid)) + ", " + std::to_string(bond) + ", " +
      literal(act.kind) + ", " + literal(act.date) + ", " + number(act.by) + ", " + literal(act.reason) + ", " +
      literal(act.rank) + ", " + number(act.corrects) + ", " + literal(recorded) + ")");
  EXPECT_EQ(stale_spans(database_), "") << "after act " << id << ", " << act.kind;
  return acts_;
}

int Log::acts(int bond, const std::vector<Act>& acts) {
  for (const Act& act : acts) this->act(bond, act);
  return acts_;
}

std::string Log::spans(int bond) const {
  return rows("SELECT status, from_earliest, from_latest, to_earliest, to_latest FROM bond_span WHERE bond_id = " +
              std::to_string(bond) + " ORDER BY position");
}

std::string Log::spans(int bond, City city, City twin) const {
  return rows("SELECT status, from_earliest, from_latest, to_earliest, to_latest FROM twin_span WHERE bond_id = " +
              std::to_string(bond) + " AND city_id = " + std::to_string(city) +
              " AND twin_id = " + std::to_string(twin) + " ORDER BY position");
}

std::string Log::status(int bond) const {
  const std::string line = rows("SELECT status FROM bond_status WHERE bond_id = " + std::to_string(bond));
  return line.substr(0, line.find('\n'));
}

std::string Log::anomalies(int bond) const {
  EXPECT_EQ(rows("SELECT rule FROM anomaly WHERE explanation IS NULL"), "") << "an oddity without an explanation";
  return rows("SELECT rule, event_id FROM anomaly WHERE bond_id = " + std::to_string(bond) + " ORDER BY 1, 2");
}

// Grouping, unlike a pair of EXCEPTs, works the views out but once.
std::string stale_spans(const Database& database, std::optional<int> bond) {
  const std::string where = bond ? " WHERE bond_id = " + std::to_string(*bond) : "";
  std::string stale;
  for (const auto& [table, view] : {std::pair("twin_span", "pair_span"), std::pair("bond_span", "bond_stretch")}) {
    const std::string columns =
        database.rows("SELECT group_concat(name, ', ') FROM pragma_table_info('" + std::string(table) + "')");
    stale += database.rows("SELECT min(side), " + columns + " FROM (SELECT 'stored' AS side, * FROM " + table + where +
                           " UNION ALL SELECT 'due', * FROM " + view + where + ") GROUP BY " + columns +
                           " HAVING count(*) <> 2 OR count(DISTINCT side) <> 2");
  }
  return stale;
}

}  // namespace twinning::support
