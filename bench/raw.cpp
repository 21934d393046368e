// The bare C interface, each statement prepared once.

#include <sqlite3.h>

#include <stdexcept>

#include "plain_schema.hpp"

namespace bench {
namespace {

class Raw : public Library {
 public:
  Raw(std::string name, std::string path, Keeping keeping, const char* cache)
      : name_(std::move(name)), path_(std::move(path)), keeping_(keeping), cache_(cache) {
    open();
    run(plain::schema);
    prepare();
  }
  ~Raw() override { close(); }
  Raw(const Raw&) = delete;
  Raw& operator=(const Raw&) = delete;

  std::string name() const override { return name_; }

  void load(const PlainData& data) override {
    run("BEGIN");
    sqlite3_stmt* const city = prepared(plain::insert_city);
    for (const PlainCity& each : data.cities) {
      sqlite3_bind_int64(city, 1, each.id);
      bind(city, 2, each.name);
      bind(city, 3, each.country);
      sqlite3_bind_double(city, 4, each.latitude);
      sqlite3_bind_double(city, 5, each.longitude);
      finish(city);
    }
    sqlite3_finalize(city);
    for (const PlainBond& each : data.bonds) insert(each);
    for (const PlainMember& each : data.members) insert(each);
    for (const PlainEvent& each : data.events) insert(each);
    run("COMMIT");
  }

  void reopen(Keeping keeping) override {
    close();
    keeping_ = keeping;
    open();
    prepare();
  }

  void read(const std::function<void()>& questions) override {
    finish(begin_);
    questions();
    finish(commit_);
  }

  std::uint64_t find(const std::string& name) override {
    std::vector<PlainCity> cities;
    bind(find_, 1, name);
    while (step(find_)) {
      cities.push_back({sqlite3_column_int64(find_, 0), text(find_, 1), text(find_, 2), sqlite3_column_double(find_, 3),
                        sqlite3_column_double(find_, 4)});
    }
    sqlite3_reset(find_);
    return plain::digest_cities(cities);
  }

  std::uint64_t twins(std::int64_t city) override {
    sqlite3_bind_int64(twins_, 1, city);
    return digest_twins(twins_);
  }

  std::uint64_t twins_as_of(std::int64_t city, int year) override {
    const std::string day = plain::day_after(year);
    sqlite3_bind_int64(twins_as_of_, 1, city);
    sqlite3_bind_int(twins_as_of_, 2, year);
    bind(twins_as_of_, 3, day);
    return digest_twins(twins_as_of_);
  }

  std::uint64_t history(std::int64_t bond) override {
    std::vector<plain::Act> acts;
    sqlite3_bind_int64(history_, 1, bond);
    while (step(history_)) {
      acts.push_back({sqlite3_column_int64(history_, 0), text(history_, 1), text(history_, 2), text(history_, 3)});
    }
    sqlite3_reset(history_);
    return plain::digest(acts);
  }

  std::uint64_t decades() override {
    std::vector<plain::Decade> decades;
    while (step(decades_)) decades.push_back({sqlite3_column_int64(decades_, 0), sqlite3_column_int64(decades_, 1)});
    sqlite3_reset(decades_);
    return plain::digest(decades);
  }

  std::uint64_t country_pairs() override {
    std::vector<plain::CountryPair> pairs;
    while (step(pairs_)) pairs.push_back({text(pairs_, 0), text(pairs_, 1), sqlite3_column_int64(pairs_, 2)});
    sqlite3_reset(pairs_);
    return plain::digest(pairs);
  }

  void form(const FreshBond& fresh) override {
    finish(begin_);
    insert(fresh.bond);
    insert(PlainMember{fresh.bond.id, fresh.one});
    insert(PlainMember{fresh.bond.id, fresh.other});
    insert(fresh.event);
    finish(commit_);
  }

 private:
  void open() {
    if (sqlite3_open(path_.c_str(), &database_) != SQLITE_OK) fail();
    run(plain::pragmas(keeping_));
    run(cache_);
  }
  void prepare() {
    begin_ = prepared("BEGIN");
    commit_ = prepared("COMMIT");
    find_ = prepared(plain::find);
    twins_ = prepared(plain::twins);
    twins_as_of_ = prepared(plain::twins_as_of);
    history_ = prepared(plain::history);
    decades_ = prepared(plain::decades);
    pairs_ = prepared(plain::country_pairs);
    insert_bond_ = prepared(plain::insert_bond);
    insert_member_ = prepared(plain::insert_member);
    insert_event_ = prepared(plain::insert_event);
  }
  void close() {
    for (sqlite3_stmt* const statement : {begin_, commit_, find_, twins_, twins_as_of_, history_, decades_, pairs_,
                                          insert_bond_, insert_member_, insert_event_}) {
      sqlite3_finalize(statement);
    }
    sqlite3_close(database_);
  }
  [[noreturn]] void fail() const { throw std::runtime_error(sqlite3_errmsg(database_)); }
  void run(const char* sql) {
    if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }
  sqlite3_stmt* prepared(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(database_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK) fail();
    return statement;
  }
  bool step(sqlite3_stmt* statement) {
    const int code = sqlite3_step(statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE) fail();
    return code == SQLITE_ROW;
  }
  void finish(sqlite3_stmt* statement) {
    step(statement);
    sqlite3_reset(statement);
  }
  static void bind(sqlite3_stmt* statement, int place, const std::string& text) {
    sqlite3_bind_text(statement, place, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
  }
  static std::string text(sqlite3_stmt* statement, int column) {
    const auto* const begin = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
    return {begin, static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
  }
  std::uint64_t digest_twins(sqlite3_stmt* statement) {
    std::vector<plain::Twin> twins;
    while (step(statement))
      twins.push_back({sqlite3_column_int64(statement, 0), text(statement, 1), text(statement, 2)});
    sqlite3_reset(statement);
    return plain::digest(twins);
  }
  void insert(const PlainBond& bond) {
    sqlite3_bind_int64(insert_bond_, 1, bond.id);
    bind(insert_bond_, 2, bond.kind);
    sqlite3_bind_int(insert_bond_, 3, bond.formed_year);
    finish(insert_bond_);
  }
  void insert(const PlainMember& member) {
    sqlite3_bind_int64(insert_member_, 1, member.bond);
    sqlite3_bind_int64(insert_member_, 2, member.city);
    finish(insert_member_);
  }
  void insert(const PlainEvent& event) {
    sqlite3_bind_int64(insert_event_, 1, event.id);
    sqlite3_bind_int64(insert_event_, 2, event.bond);
    bind(insert_event_, 3, event.kind);
    bind(insert_event_, 4, event.date);
    bind(insert_event_, 5, event.reason);
    finish(insert_event_);
  }

  std::string name_;
  std::string path_;
  Keeping keeping_;
  const char* cache_;
  sqlite3* database_ = nullptr;
  sqlite3_stmt *begin_ = nullptr, *commit_ = nullptr, *find_ = nullptr, *twins_ = nullptr, *twins_as_of_ = nullptr,
               *history_ = nullptr, *decades_ = nullptr, *pairs_ = nullptr, *insert_bond_ = nullptr,
               *insert_member_ = nullptr, *insert_event_ = nullptr;
};

}  // namespace

std::unique_ptr<Library> raw(const std::string& path, Keeping keeping) {
  return std::make_unique<Raw>("raw C", path, keeping, "");
}

std::unique_ptr<Library> raw_with_cache(const std::string& path, Keeping keeping) {
  return std::make_unique<Raw>("raw C 16 MiB", path, keeping, "PRAGMA cache_size = -16384");
}

}  // namespace bench
