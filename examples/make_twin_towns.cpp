// Makes a registry from the tables of examples/data, in one transaction:  make_twin_towns REGISTRY DATA
// It shows how rows that name each other by keys become rows that refer to each other by ids; and, in a second
// transaction, how what was first recorded is corrected. Its clock is set to the days on which that was done.

#include <chrono>
#include <cstdio>
#include <map>
#include <string>

#include <twinning/format.hpp>
#include <twinning/twinning.hpp>

#include "table.hpp"

namespace {

using namespace twinning;

/// What has been written so far, by the keys that the tables use.
struct Written {
  std::map<std::string, CityId> cities;
  std::map<std::string, SourceId> sources;
  std::map<std::string, BondId> bonds;
  std::map<std::string, EventId> acts;
};

std::optional<CityId> city_of(const Written& written, const Row& row, const std::string& column) {
  if (row.text(column).empty()) return std::nullopt;
  return written.cities.at(row.text(column));
}

void write_cities(Transaction& tx, const std::string& data, Written& written) {
  for (const Row& row : read_table(data + "/city.tsv")) {
    NewCity city{.name = row.text("name"),
                 .kind = row.text("kind"),
                 .country = row.maybe<Country>("country"),
                 .fictional = row.flag("fictional"),
                 .since = row.maybe<Date>("since"),
                 .until = row.maybe<Date>("until"),
                 .note = row.maybe("note")};
    if (const auto population = row.maybe("population")) city.population = std::stoll(*population);
    if (const auto latitude = row.maybe("latitude")) {
      city.coordinates = Coordinates{.latitude = std::stod(*latitude), .longitude = std::stod(row.text("longitude"))};
    }
    written.cities[row.text("key")] = tx.add_city(city);
  }
  for (const Row& row : read_table(data + "/city_name.tsv")) {
    const NameId name = tx.add_name(written.cities.at(row.text("city")), {.name = row.text("name"),
                                                                          .language = row.maybe("language"),
                                                                          .kind = row.text("kind"),
                                                                          .since = row.maybe<Date>("since"),
                                                                          .until = row.maybe<Date>("until")});
    for (const std::string& source : row.keys("source")) tx.cite(name, written.sources.at(source));
  }
  for (const Row& row : read_table(data + "/city_country.tsv")) {
    tx.add_country(
        written.cities.at(row.text("city")),
        {.country = row.text("country"), .since = row.maybe<Date>("since"), .until = row.maybe<Date>("until")});
  }
  for (const Row& row : read_table(data + "/city_policy.tsv")) {
    const CityId city = written.cities.at(row.text("city"));
    tx.add_policy(city, {.policy = row.text("policy"),
                         .since = row.maybe<Date>("since"),
                         .until = row.maybe<Date>("until"),
                         .note = row.maybe("note")});
    for (const std::string& source : row.keys("source")) tx.cite(city, written.sources.at(source));
  }
}

void write_sources(Transaction& tx, const std::string& data, Written& written) {
  for (const Row& row : read_table(data + "/source.tsv")) {
    written.sources[row.text("key")] = tx.add_source({.title = row.text("title"),
                                                      .publisher = row.maybe("publisher"),
                                                      .author = row.maybe("author"),
                                                      .url = row.maybe("url"),
                                                      .published = row.maybe<Date>("published"),
                                                      .language = row.maybe("language"),
                                                      .note = row.maybe("note")});
  }
}

Rank rank_of(const std::string& word) {
  if (word == "rival") return Rank::rival;
  return word == "preferred" ? Rank::preferred : Rank::normal;
}

NewEvent act_of(const Written& written, const Row& row) {
  return {.kind = row.text("kind"),
          .date = row.maybe<Date>("date"),
          .decided = row.maybe<Date>("decided"),
          .by = city_of(written, row, "by"),
          .reason = row.maybe<Reason>("reason"),
          .condition = row.maybe("condition"),
          .note = row.maybe("note"),
          .rank = rank_of(row.text("rank"))};
}

void write_bonds(Transaction& tx, const std::string& data, Written& written) {
  for (const Row& row : read_table(data + "/bond.tsv")) {
    NewBond bond{.parties = {},
                 .kind = row.text("kind"),
                 .title = row.maybe("title"),
                 .exclusive = row.flag("exclusive"),
                 .note = row.maybe("note")};
    for (const std::string& party : row.keys("parties")) bond.parties.push_back(written.cities.at(party));
    written.bonds[row.text("key")] = tx.add_bond(bond);
  }
  for (const Row& row : read_table(data + "/act.tsv")) {
    const EventId act = tx.record(written.bonds.at(row.text("bond")), act_of(written, row));
    for (const std::string& source : row.keys("sources")) tx.cite(act, written.sources.at(source));
    written.acts.emplace(row.text("key"), act);
  }
  for (const Row& row : read_table(data + "/keepsake.tsv")) {
    const KeepsakeId keepsake =
        tx.add_keepsake(written.bonds.at(row.text("bond")), {.kind = row.text("kind"),
                                                             .title = row.text("title"),
                                                             .giver = city_of(written, row, "giver"),
                                                             .receiver = city_of(written, row, "receiver"),
                                                             .date = row.maybe<Date>("date"),
                                                             .until = row.maybe<Date>("until"),
                                                             .place = row.maybe("place"),
                                                             .note = row.maybe("note")});
    for (const std::string& source : row.keys("sources")) tx.cite(keepsake, written.sources.at(source));
  }
}

void write_corrections(Transaction& tx, const std::string& data, const Written& written) {
  for (const Row& row : read_table(data + "/correction.tsv")) {
    const EventId act = tx.correct(written.acts.at(row.text("corrects")), act_of(written, row));
    for (const std::string& source : row.keys("sources")) tx.cite(act, written.sources.at(source));
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    fmt::print(stderr, "usage: make_twin_towns REGISTRY DATA\n");
    return 2;
  }
  try {
    Instant now = std::chrono::sys_days(std::chrono::January / 15 / 2026);
    auto registry = Registry::create(arguments[1], {.clock = [&now] { return now; }});
    const std::string data = arguments[2];
    const Written written = registry.write([&](Transaction& tx) {
      Written rows;
      write_sources(tx, data, rows);
      write_cities(tx, data, rows);
      write_bonds(tx, data, rows);
      return rows;
    });
    now = std::chrono::sys_days(std::chrono::March / 2 / 2026);
    registry.write([&](Transaction& tx) { write_corrections(tx, data, written); });
    fmt::print("{}: {} cities, {} bonds, {} sources\n", arguments[1], written.cities.size(), written.bonds.size(),
               written.sources.size());
  } catch (const std::exception& error) {
    fmt::print(stderr, "make_twin_towns: {}\n", error.what());
    return 1;
  }
  return 0;
}
