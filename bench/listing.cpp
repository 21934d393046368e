#include "listing.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <stdexcept>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <twinning/twinning.hpp>

#include "plain_schema.hpp"

namespace bench {
namespace {

/// The values of a line by RFC 4180; none of this list has a line end within.
std::vector<std::string> values_of(const std::string& line) {
  std::vector<std::string> values(1);
  bool is_quoted = false;
  for (std::size_t place = 0; place < line.size(); ++place) {
    const char letter = line[place];
    if (letter == '"' && is_quoted && place + 1 < line.size() && line[place + 1] == '"') {
      values.back() += line[++place];
    } else if (letter == '"') {
      is_quoted = !is_quoted;
    } else if (letter == ',' && !is_quoted) {
      values.emplace_back();
    } else if (letter != '\r') {
      values.back() += letter;
    }
  }
  return values;
}

/// "Point(longitude latitude)"
std::pair<double, double> place_of(const std::string& point) {
  const auto bracket = point.find('(');
  const auto space = point.find(' ');
  if (bracket == std::string::npos || space == std::string::npos) return {};
  return {std::stod(point.substr(space)), std::stod(point.substr(bracket + 1))};
}

class PlainList {
 public:
  explicit PlainList(const std::string& path) {
    sqlite3_open(path.c_str(), &database_);
    run(plain::pragmas(Keeping::write_ahead_normal));
    run(plain::schema);
    city_ = prepared(plain::insert_city);
    bond_ = prepared(plain::insert_bond);
    member_ = prepared(plain::insert_member);
    run("BEGIN");
  }
  ~PlainList() {
    for (sqlite3_stmt* const statement : {city_, bond_, member_}) sqlite3_finalize(statement);
    sqlite3_close(database_);
  }
  PlainList(const PlainList&) = delete;
  PlainList& operator=(const PlainList&) = delete;

  std::int64_t city(const std::string& entity, const std::string& label, const std::string& point) {
    const auto [known, is_new] = cities_.try_emplace(entity, static_cast<std::int64_t>(cities_.size()) + 1);
    if (!is_new) return known->second;
    const auto [latitude, longitude] = place_of(point);
    sqlite3_bind_int64(city_, 1, known->second);
    sqlite3_bind_text(city_, 2, label.data(), static_cast<int>(label.size()), SQLITE_STATIC);
    sqlite3_bind_text(city_, 3, "", 0, SQLITE_STATIC);
    sqlite3_bind_double(city_, 4, latitude);
    sqlite3_bind_double(city_, 5, longitude);
    finish(city_);
    return known->second;
  }
  void bond(std::int64_t one, std::int64_t other) {
    if (one == other || !pairs_.insert(std::minmax(one, other)).second) return;
    const auto id = static_cast<std::int64_t>(pairs_.size());
    sqlite3_bind_int64(bond_, 1, id);
    sqlite3_bind_text(bond_, 2, "twinning", -1, SQLITE_STATIC);
    sqlite3_bind_int(bond_, 3, 0);
    finish(bond_);
    for (const std::int64_t city : {one, other}) {
      sqlite3_bind_int64(member_, 1, id);
      sqlite3_bind_int64(member_, 2, city);
      finish(member_);
    }
  }
  Listed commit() {
    run("COMMIT");
    return {.cities = static_cast<std::int64_t>(cities_.size()), .bonds = static_cast<std::int64_t>(pairs_.size())};
  }

 private:
  void run(const char* sql) {
    if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }
  [[noreturn]] void fail() const { throw std::runtime_error(sqlite3_errmsg(database_)); }
  sqlite3_stmt* prepared(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_, sql, -1, &statement, nullptr) != SQLITE_OK) fail();
    return statement;
  }
  void finish(sqlite3_stmt* statement) {
    if (sqlite3_step(statement) != SQLITE_DONE) fail();
    sqlite3_reset(statement);
  }

  sqlite3* database_ = nullptr;
  sqlite3_stmt *city_ = nullptr, *bond_ = nullptr, *member_ = nullptr;
  std::unordered_map<std::string, std::int64_t> cities_;
  std::set<std::pair<std::int64_t, std::int64_t>> pairs_;
};

}  // namespace

Listed list_plainly(const std::string& csv, const std::string& path) {
  PlainList list(path);
  std::ifstream stream(csv);
  std::string line;
  std::getline(stream, line);
  while (std::getline(stream, line)) {
    const std::vector<std::string> values = values_of(line);
    const std::int64_t one = list.city(values.at(0), values.at(1), values.at(3));
    list.bond(one, list.city(values.at(4), values.at(5), values.at(7)));
  }
  return list.commit();
}

Listed list_in_registry(const std::string& csv, const std::string& path) {
  auto registry = twinning::Registry::create(path, {.journal_mode = twinning::JournalMode::write_ahead});
  const auto report = twinning::import_file(registry, csv);
  return {.cities = report.cities_added, .bonds = report.bonds_added};
}

}  // namespace bench
