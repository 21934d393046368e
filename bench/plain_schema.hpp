#pragma once

#include <string>
#include <string_view>

#include "library.hpp"

/// The schema and the questions of who writes SQL without a library.
namespace bench::plain {

inline constexpr const char* schema =
    "CREATE TABLE city (id INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL, country TEXT NOT NULL, lat REAL NOT NULL, "
    "lon REAL NOT NULL);"
    "CREATE TABLE bond (id INTEGER PRIMARY KEY NOT NULL, kind TEXT NOT NULL, formed_year INTEGER NOT NULL);"
    "CREATE TABLE bond_member (bond_id INTEGER NOT NULL REFERENCES bond (id), city_id INTEGER NOT NULL REFERENCES city "
    "(id), PRIMARY KEY (bond_id, city_id)) WITHOUT ROWID;"
    "CREATE TABLE bond_event (id INTEGER PRIMARY KEY NOT NULL, bond_id INTEGER NOT NULL REFERENCES bond (id), kind "
    "TEXT "
    "NOT NULL, date TEXT NOT NULL, reason TEXT NOT NULL);"
    "CREATE INDEX idx_city_name ON city (name);"
    "CREATE INDEX idx_member_city ON bond_member (city_id, bond_id);"
    "CREATE INDEX idx_event_bond ON bond_event (bond_id, kind, date);"
    "CREATE INDEX idx_bond_year ON bond (formed_year);";

inline constexpr const char* find = "SELECT id, name, country, lat, lon FROM city WHERE name = ?";
inline constexpr const char* twins =
    "SELECT c.id, c.name, c.country FROM bond_member a JOIN bond_member b ON b.bond_id = a.bond_id JOIN city c ON c.id "
    "= "
    "b.city_id WHERE a.city_id = ? AND b.city_id <> a.city_id ORDER BY c.name, c.id";
inline constexpr const char* twins_as_of =
    "SELECT c.id, c.name, c.country FROM bond_member a JOIN bond x ON x.id = a.bond_id JOIN bond_member b ON b.bond_id "
    "= "
    "a.bond_id JOIN city c ON c.id = b.city_id WHERE a.city_id = ? AND b.city_id <> a.city_id AND x.formed_year <= ? "
    "AND "
    "NOT EXISTS (SELECT 1 FROM bond_event e WHERE e.bond_id = x.id AND e.kind = 'terminated' AND e.date < ?) ORDER BY "
    "c.name, c.id";
inline constexpr const char* history =
    "SELECT id, kind, date, reason FROM bond_event WHERE bond_id = ? ORDER BY date, id";
inline constexpr const char* decades =
    "SELECT formed_year / 10 * 10 AS decade, count(*) FROM bond GROUP BY decade ORDER BY decade";
inline constexpr const char* country_pairs =
    "SELECT a.country, b.country, count(DISTINCT m.bond_id) FROM bond_member m JOIN bond_member n ON n.bond_id = "
    "m.bond_id AND n.city_id <> m.city_id JOIN city a ON a.id = m.city_id JOIN city b ON b.id = n.city_id WHERE "
    "a.country "
    "<= b.country AND NOT EXISTS (SELECT 1 FROM bond_event e WHERE e.bond_id = m.bond_id AND e.kind = 'terminated') "
    "GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2";

inline constexpr const char* insert_city = "INSERT INTO city (id, name, country, lat, lon) VALUES (?, ?, ?, ?, ?)";
inline constexpr const char* insert_bond = "INSERT INTO bond (id, kind, formed_year) VALUES (?, ?, ?)";
inline constexpr const char* insert_member = "INSERT INTO bond_member (bond_id, city_id) VALUES (?, ?)";
inline constexpr const char* insert_event =
    "INSERT INTO bond_event (id, bond_id, kind, date, reason) VALUES (?, ?, ?, ?, ?)";

inline const char* pragmas(Keeping keeping) {
  switch (keeping) {
    case Keeping::write_ahead_normal:
      return "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;";
    case Keeping::write_ahead_mapped:
      return "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA mmap_size = "
             "2147483648;";
    case Keeping::as_the_library:
      return "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON;";
  }
  return "";
}

/// What happened before it had happened by the end of the year.
inline std::string day_after(int year) { return std::to_string(year + 1) + "-01-01"; }

// What a registry calls an act and its reason.
inline std::string_view kind_in_registry(std::string_view kind) { return kind == "terminated" ? "cut" : kind; }
inline std::string_view reason_in_registry(std::string_view reason) {
  if (reason == "dormant") return "inactivity";
  if (reason == "political" || reason == "war") return reason;
  return "";  // an anniversary, a signature
}

struct Twin {
  std::int64_t id;
  std::string name;
  std::string country;
};
struct Act {
  std::int64_t id;
  std::string kind;
  std::string date;
  std::string reason;
};
struct Decade {
  std::int64_t decade;
  std::int64_t bonds;
};
struct CountryPair {
  std::string one;
  std::string other;
  std::int64_t bonds;
};

// The digests that all answers have alike. Cities of one name come in any order.
template <typename Cities>
std::uint64_t digest_cities(const Cities& cities) {
  std::uint64_t sum = 0;
  for (const PlainCity& city : cities) {
    sum += Digest().add(city.id).add(city.name).add(city.country).add(city.latitude).add(city.longitude).value();
  }
  return sum;
}
inline std::uint64_t digest(const std::vector<Twin>& found) {
  Digest all;
  for (const Twin& twin : found) all.add(twin.id).add(twin.name).add(twin.country);
  return all.value();
}
inline std::uint64_t digest(const std::vector<Act>& acts) {
  Digest all;
  for (const Act& act : acts) {
    all.add(act.id).add(kind_in_registry(act.kind)).add(act.date).add(reason_in_registry(act.reason));
  }
  return all.value();
}
inline std::uint64_t digest(const std::vector<Decade>& found) {
  Digest all;
  for (const Decade& decade : found) all.add(decade.decade).add(decade.bonds);
  return all.value();
}
inline std::uint64_t digest(const std::vector<CountryPair>& pairs) {
  Digest all;
  for (const CountryPair& pair : pairs) all.add(pair.one).add(pair.other).add(pair.bonds);
  return all.value();
}

}  // namespace bench::plain
