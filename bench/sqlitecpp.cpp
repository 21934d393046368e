// SQLiteCpp, each statement prepared once.

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include <optional>

#include "plain_schema.hpp"

namespace bench {
namespace {

using SQLite::Statement;

/// A file and what is asked of it.
struct Opened {
  Opened(const std::string& path, Keeping keeping, bool is_new)
      : database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE), schema(database, keeping, is_new) {}

  struct Schema {
    Schema(SQLite::Database& database, Keeping keeping, bool is_new) {
      database.exec(plain::pragmas(keeping));
      if (is_new) database.exec(plain::schema);
    }
  };
  SQLite::Database database;
  Schema schema;
  Statement find{database, plain::find};
  Statement twins{database, plain::twins};
  Statement twins_as_of{database, plain::twins_as_of};
  Statement history{database, plain::history};
  Statement decades{database, plain::decades};
  Statement pairs{database, plain::country_pairs};
  Statement insert_bond{database, plain::insert_bond};
  Statement insert_member{database, plain::insert_member};
  Statement insert_event{database, plain::insert_event};
};

class SqliteCpp : public Library {
 public:
  SqliteCpp(std::string path, Keeping keeping) : path_(std::move(path)), keeping_(keeping) {
    file_.emplace(path_, keeping_, true);
  }

  std::string name() const override { return "SQLiteCpp"; }

  void load(const PlainData& data) override {
    SQLite::Transaction transaction(file_->database);
    Statement city(file_->database, plain::insert_city);
    for (const PlainCity& each : data.cities) {
      run(city, each.id, each.name, each.country, each.latitude, each.longitude);
    }
    for (const PlainBond& each : data.bonds) insert(each);
    for (const PlainMember& each : data.members) insert(each);
    for (const PlainEvent& each : data.events) insert(each);
    transaction.commit();
  }

  void reopen(Keeping keeping) override {
    file_.reset();
    keeping_ = keeping;
    file_.emplace(path_, keeping_, false);
  }

  void read(const std::function<void()>& questions) override {
    SQLite::Transaction transaction(file_->database);
    questions();
    transaction.commit();
  }

  std::uint64_t find(const std::string& name) override {
    Statement& rows = file_->find;
    rows.bind(1, name);
    std::vector<PlainCity> cities;
    while (rows.executeStep()) {
      cities.push_back({rows.getColumn(0), rows.getColumn(1).getString(), rows.getColumn(2).getString(),
                        rows.getColumn(3), rows.getColumn(4)});
    }
    rows.reset();
    return plain::digest_cities(cities);
  }

  std::uint64_t twins(std::int64_t city) override {
    SQLite::bind(file_->twins, city);
    return digest_twins(file_->twins);
  }

  std::uint64_t twins_as_of(std::int64_t city, int year) override {
    SQLite::bind(file_->twins_as_of, city, year, plain::day_after(year));
    return digest_twins(file_->twins_as_of);
  }

  std::uint64_t history(std::int64_t bond) override {
    Statement& rows = file_->history;
    rows.bind(1, bond);
    std::vector<plain::Act> acts;
    while (rows.executeStep()) {
      acts.push_back({rows.getColumn(0), rows.getColumn(1).getString(), rows.getColumn(2).getString(),
                      rows.getColumn(3).getString()});
    }
    rows.reset();
    return plain::digest(acts);
  }

  std::uint64_t decades() override {
    Statement& rows = file_->decades;
    std::vector<plain::Decade> decades;
    while (rows.executeStep()) decades.push_back({rows.getColumn(0), rows.getColumn(1)});
    rows.reset();
    return plain::digest(decades);
  }

  std::uint64_t country_pairs() override {
    Statement& rows = file_->pairs;
    std::vector<plain::CountryPair> pairs;
    while (rows.executeStep()) {
      pairs.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2)});
    }
    rows.reset();
    return plain::digest(pairs);
  }

  void form(const FreshBond& fresh) override {
    SQLite::Transaction transaction(file_->database);
    insert(fresh.bond);
    insert(PlainMember{fresh.bond.id, fresh.one});
    insert(PlainMember{fresh.bond.id, fresh.other});
    insert(fresh.event);
    transaction.commit();
  }

 private:
  template <typename... Values>
  static void run(Statement& statement, const Values&... values) {
    SQLite::bind(statement, values...);
    statement.exec();
    statement.reset();
  }
  void insert(const PlainBond& bond) { run(file_->insert_bond, bond.id, bond.kind, bond.formed_year); }
  void insert(const PlainMember& member) { run(file_->insert_member, member.bond, member.city); }
  void insert(const PlainEvent& event) {
    run(file_->insert_event, event.id, event.bond, event.kind, event.date, event.reason);
  }
  static std::uint64_t digest_twins(Statement& rows) {
    std::vector<plain::Twin> twins;
    while (rows.executeStep()) {
      twins.push_back({rows.getColumn(0), rows.getColumn(1).getString(), rows.getColumn(2).getString()});
    }
    rows.reset();
    return plain::digest(twins);
  }

  std::string path_;
  Keeping keeping_;
  std::optional<Opened> file_;
};

}  // namespace

std::unique_ptr<Library> sqlitecpp(const std::string& path, Keeping keeping) {
  return std::make_unique<SqliteCpp>(path, keeping);
}

}  // namespace bench
