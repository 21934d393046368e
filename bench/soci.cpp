// SOCI: what is bound stays bound, and each statement is executed again.

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <optional>
#include <string_view>

#include "plain_schema.hpp"

namespace bench {
namespace {

using soci::into;
using soci::session;
using soci::statement;
using soci::use;
using Integer = long long;

struct Opened {
  Opened(const std::string& path, Keeping keeping, bool is_new)
      : database(soci::sqlite3, "dbname=" + path + (keeping != Keeping::as_the_library ? " synchronous=NORMAL" : "")) {
    run(plain::pragmas(keeping));
    if (is_new) run(plain::schema);
    find.emplace((database.prepare << plain::find, into(id), into(name), into(country), into(latitude), into(longitude),
                  use(key_name)));
    twins.emplace((database.prepare << plain::twins, into(id), into(name), into(country), use(key)));
    twins_as_of.emplace(
        (database.prepare << plain::twins_as_of, into(id), into(name), into(country), use(key), use(year), use(day)));
    history.emplace((database.prepare << plain::history, into(id), into(kind), into(date), into(reason), use(key)));
    decades.emplace((database.prepare << plain::decades, into(decade), into(bonds)));
    pairs.emplace((database.prepare << plain::country_pairs, into(country), into(other), into(bonds)));
    insert_bond.emplace((database.prepare << plain::insert_bond, use(id), use(kind), use(year)));
    insert_member.emplace((database.prepare << plain::insert_member, use(id), use(key)));
    insert_event.emplace(
        (database.prepare << plain::insert_event, use(id), use(key), use(kind), use(date), use(reason)));
  }
  /// It takes one statement at a time.
  void run(std::string_view sql) {
    for (auto end = sql.find(';'); end != std::string_view::npos; end = sql.find(';')) {
      database << std::string(sql.substr(0, end));
      sql.remove_prefix(end + 1);
    }
  }

  session database;
  Integer id = 0, key = 0, decade = 0, bonds = 0;
  int year = 0;
  double latitude = 0, longitude = 0;
  std::string name, country, other, key_name, day, kind, date, reason;
  std::optional<statement> find, twins, twins_as_of, history, decades, pairs, insert_bond, insert_member, insert_event;
};

class Soci : public Library {
 public:
  Soci(std::string path, Keeping keeping) : path_(std::move(path)), keeping_(keeping) {
    file_.emplace(path_, keeping_, true);
  }

  std::string name() const override { return "SOCI"; }

  /// By whole columns, its quickest way.
  void load(const PlainData& data) override {
    soci::transaction transaction(file_->database);
    load_cities(data.cities);
    load_bonds(data.bonds);
    load_members(data.members);
    load_events(data.events);
    transaction.commit();
  }

  void reopen(Keeping keeping) override {
    file_.reset();
    keeping_ = keeping;
    file_.emplace(path_, keeping_, false);
  }

  void read(const std::function<void()>& questions) override {
    soci::transaction transaction(file_->database);
    questions();
    transaction.commit();
  }

  std::uint64_t find(const std::string& name) override {
    std::vector<PlainCity> cities;
    file_->key_name = name;
    file_->find->execute();
    while (file_->find->fetch()) {
      cities.push_back({file_->id, file_->name, file_->country, file_->latitude, file_->longitude});
    }
    return plain::digest_cities(cities);
  }

  std::uint64_t twins(std::int64_t city) override {
    file_->key = city;
    return digest_twins(*file_->twins);
  }

  std::uint64_t twins_as_of(std::int64_t city, int year) override {
    file_->key = city;
    file_->year = year;
    file_->day = plain::day_after(year);
    return digest_twins(*file_->twins_as_of);
  }

  std::uint64_t history(std::int64_t bond) override {
    std::vector<plain::Act> acts;
    file_->key = bond;
    file_->history->execute();
    while (file_->history->fetch()) acts.push_back({file_->id, file_->kind, file_->date, file_->reason});
    return plain::digest(acts);
  }

  std::uint64_t decades() override {
    std::vector<plain::Decade> decades;
    file_->decades->execute();
    while (file_->decades->fetch()) decades.push_back({file_->decade, file_->bonds});
    return plain::digest(decades);
  }

  std::uint64_t country_pairs() override {
    std::vector<plain::CountryPair> pairs;
    file_->pairs->execute();
    while (file_->pairs->fetch()) pairs.push_back({file_->country, file_->other, file_->bonds});
    return plain::digest(pairs);
  }

  void form(const FreshBond& fresh) override {
    soci::transaction transaction(file_->database);
    file_->id = fresh.bond.id;
    file_->kind = fresh.bond.kind;
    file_->year = fresh.bond.formed_year;
    file_->insert_bond->execute(true);
    for (const std::int64_t city : {fresh.one, fresh.other}) {
      file_->key = city;
      file_->insert_member->execute(true);
    }
    file_->id = fresh.event.id;
    file_->key = fresh.bond.id;
    file_->kind = fresh.event.kind;
    file_->date = fresh.event.date;
    file_->reason = fresh.event.reason;
    file_->insert_event->execute(true);
    transaction.commit();
  }

 private:
  /// One column of rows.
  template <typename Value, typename Row, typename Member>
  static std::vector<Value> column(const std::vector<Row>& rows, Member member) {
    std::vector<Value> values;
    values.reserve(rows.size());
    for (const Row& row : rows) values.push_back(row.*member);
    return values;
  }
  void load_cities(const std::vector<PlainCity>& rows) {
    const auto ids = column<Integer>(rows, &PlainCity::id);
    const auto names = column<std::string>(rows, &PlainCity::name);
    const auto countries = column<std::string>(rows, &PlainCity::country);
    const auto latitudes = column<double>(rows, &PlainCity::latitude);
    const auto longitudes = column<double>(rows, &PlainCity::longitude);
    file_->database << plain::insert_city, use(ids), use(names), use(countries), use(latitudes), use(longitudes);
  }
  void load_bonds(const std::vector<PlainBond>& rows) {
    const auto ids = column<Integer>(rows, &PlainBond::id);
    const auto kinds = column<std::string>(rows, &PlainBond::kind);
    const auto years = column<int>(rows, &PlainBond::formed_year);
    file_->database << plain::insert_bond, use(ids), use(kinds), use(years);
  }
  void load_members(const std::vector<PlainMember>& rows) {
    const auto bonds = column<Integer>(rows, &PlainMember::bond);
    const auto cities = column<Integer>(rows, &PlainMember::city);
    file_->database << plain::insert_member, use(bonds), use(cities);
  }
  void load_events(const std::vector<PlainEvent>& rows) {
    const auto ids = column<Integer>(rows, &PlainEvent::id);
    const auto bonds = column<Integer>(rows, &PlainEvent::bond);
    const auto kinds = column<std::string>(rows, &PlainEvent::kind);
    const auto dates = column<std::string>(rows, &PlainEvent::date);
    const auto reasons = column<std::string>(rows, &PlainEvent::reason);
    file_->database << plain::insert_event, use(ids), use(bonds), use(kinds), use(dates), use(reasons);
  }
  std::uint64_t digest_twins(statement& rows) {
    std::vector<plain::Twin> twins;
    rows.execute();
    while (rows.fetch()) twins.push_back({file_->id, file_->name, file_->country});
    return plain::digest(twins);
  }

  std::string path_;
  Keeping keeping_;
  std::optional<Opened> file_;
};

}  // namespace

std::unique_ptr<Library> soci(const std::string& path, Keeping keeping) {
  return std::make_unique<Soci>(path, keeping);
}

}  // namespace bench
