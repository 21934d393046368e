// Writes the golden files of this folder:  make_golden FOLDER
// Run it by  cmake --build BUILD -t golden , and only until a layout is released: then its file is never written again.

#include <sqlite3.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>

#include <twinning/twinning.hpp>

namespace {

using namespace twinning;
namespace filesystem = std::filesystem;

void run(const filesystem::path& path, const std::string& sql) {
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
  };
  sqlite3* opened = nullptr;
  const int result = sqlite3_open(path.c_str(), &opened);
  const std::unique_ptr<sqlite3, Close> database(opened);
  if (result != SQLITE_OK || sqlite3_exec(opened, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    throw std::runtime_error(path.string() + ": " + sqlite3_errmsg(opened));
  }
}

struct Cities {
  CityId coventry;
  CityId volgograd;
  CityId orleans;
  CityId macondo;
  CityId predecessor;
};

Cities write_cities(Transaction& tx, SourceId source) {
  Cities cities;
  cities.coventry = tx.add_city({.name = "Coventry",
                                 .country = "GB",
                                 .coordinates = Coordinates{.latitude = 52.408056, .longitude = -1.510556},
                                 .population = 345328,
                                 .since = Date{"1043~"}});
  cities.volgograd = tx.add_city({.name = "Volgograd", .country = "RU"});
  cities.orleans =
      tx.add_city({.name = "Orléans", .country = "FR", .note = "An accent,\na second line and a quote: '"});
  cities.macondo = tx.add_city({.name = "Macondo", .kind = CityKind::settlement, .fictional = true});
  cities.predecessor = tx.add_city({.name = "Saint-Marceau", .country = "FR", .until = Date{"1790-XX"}});
  const NameId stalingrad = tx.add_name(cities.volgograd, {.name = "Сталинград",
                                                           .language = "ru",
                                                           .kind = NameKind::former,
                                                           .since = Date{"1925-04-10"},
                                                           .until = Date{"1961-11-10"}});
  tx.cite(stalingrad, source);
  tx.add_name(cities.volgograd, {.name = "Tsaritsyn", .since = Date{"1589/1925"}, .until = Date{"1925-04-10"}});
  tx.add_name(cities.orleans, {.name = "奥尔良", .language = "zh-Hans", .kind = NameKind::exonym});
  tx.add_identifier(cities.coventry, {.scheme = IdentifierScheme::wikidata, .value = "Q6225"});
  tx.add_identifier(cities.coventry, {.scheme = IdentifierScheme::geonames, .value = "2652221"});
  tx.add_identifier(cities.coventry, {.scheme = IdentifierScheme::unlocode, .value = "GB CVT", .since = Date{"198X"}});
  tx.add_country(cities.volgograd, {.country = "SU", .since = Date{"1922-12-30"}, .until = Date{"1991-12-26"}});
  tx.add_policy(cities.orleans, {.policy = Policy::limited_number, .since = Date{"200X"}, .note = "ten at most"});
  tx.record_succession({.predecessor = cities.predecessor,
                        .successor = cities.orleans,
                        .kind = SuccessionKind::absorbed,
                        .date = Date{"1790-XX"}});
  tx.cite(cities.coventry, source, {.locator = "p. 7"});
  return cities;
}

void write_bonds(Transaction& tx, const Cities& cities, SourceId source) {
  const BondId first = tx.form({.parties = {cities.coventry, cities.volgograd},
                                .kind = BondKind::twinning,
                                .date = Date{"[1941,1944]"},
                                .decided = Date{"1943-12"},
                                .reason = "wartime_solidarity",
                                .title = "The first"});
  const EventId rival = tx.record(first, {.kind = EventKind::formed, .date = Date{"1944-06-06?"}, .rank = Rank::rival});
  tx.cite(rival, source, {.locator = "p. 12", .quote = "\"on D-Day\""});
  const EventId wrong = tx.record(first, {.kind = EventKind::suspended, .date = Date{"2022-03-21"}, .reason = "war"});
  const EventId suspended = tx.correct(wrong, {.kind = EventKind::suspended,
                                               .date = Date{"2022-03-22"},
                                               .by = cities.coventry,
                                               .reason = "war",
                                               .condition = "an end of the war"});
  const EventId never = tx.record(first, {.kind = EventKind::cut, .by = cities.volgograd, .caused_by = suspended});
  tx.retract(never, "a hoax");
  tx.cite(tx.add_keepsake(first, {.kind = KeepsakeKind::gift,
                                  .title = "Tablecloth",
                                  .giver = cities.coventry,
                                  .receiver = cities.volgograd,
                                  .date = Date{"1943"},
                                  .place = "Panorama Museum"}),
          source);
  const BondId ring = tx.add_bond(
      {.parties = {cities.coventry, cities.volgograd, cities.orleans}, .kind = BondKind::ring, .exclusive = true});
  tx.record(ring, {.kind = EventKind::listed, .date = Date{"1970-21"}});
  tx.record(ring, {.kind = EventKind::joined, .date = Date{"197X"}, .by = cities.orleans});
  tx.record(ring, {.kind = EventKind::lapsed, .note = "undated"});
  tx.record(tx.add_bond({.parties = {cities.orleans, cities.macondo}, .kind = BondKind::novelty}),
            {.kind = EventKind::formed, .reason = Reason::unknown});
  tx.add_bond({.parties = {cities.orleans, cities.coventry}, .note = "without an act"});
}

void write_registry(const filesystem::path& path) {
  // Recorded at one instant of the past, so that a file that is written again differs in its uids alone.
  const Day day(std::chrono::year(2026), std::chrono::month(6), std::chrono::day(15));
  const Instant instant = std::chrono::sys_days(day) + std::chrono::hours(12);
  auto registry = Registry::create(path, {.clock = [instant] { return instant; }});
  registry.write([](Transaction& tx) {
    const SourceId source = tx.add_source({.title = "Minutes",
                                           .publisher = "Coventry City Council",
                                           .author = "A. Clerk",
                                           .url = "https://example.org/minutes",
                                           .published = Date{"1944-07"},
                                           .accessed = Date{"2026-06-14"},
                                           .language = "en-GB",
                                           .note = "On microfilm"});
    write_bonds(tx, write_cities(tx, source), source);
  });
}

/// The first pages of a registry: it was cut off while it was copied.
void write_torn(const filesystem::path& from, const filesystem::path& path) {
  filesystem::copy_file(from, path);
  filesystem::resize_file(path, 3 * 1024);
}

void write_all(const filesystem::path& folder) {
  const auto anew = [&](const char* name) {
    filesystem::remove(folder / name);
    return folder / name;
  };
  const filesystem::path registry = anew("v1.db");
  write_registry(registry);
  // What the library has no call for yet, as a person at the shell writes it.
  run(registry,
      "INSERT INTO reason (code, broader, definition) VALUES ('whim', 'political', 'A code of one''s own');"
      "UPDATE source SET file_name = 'minutes.csv', file_sha256 = "
      "'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' WHERE id = 1;"
      "INSERT INTO citation (source_id, succession_id, recorded_at) VALUES (1, 1, '2026-06-15T12:00:00.000Z');"
      "PRAGMA page_size = 1024; VACUUM");  // a third of the size
  write_torn(registry, anew("torn.db"));
  run(anew("v999.db"),
      "PRAGMA page_size = 512; PRAGMA application_id = 0x5457494E; PRAGMA user_version = 999;"
      "CREATE TABLE city (id INTEGER PRIMARY KEY, planet TEXT); INSERT INTO city (planet) VALUES ('Mars')");
  run(anew("foreign.db"),
      "PRAGMA page_size = 512; PRAGMA application_id = 0x47504B47; PRAGMA user_version = 1;"
      "CREATE TABLE city (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO city (name) VALUES ('Coventry')");
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("usage: make_golden FOLDER\n", stderr);
    return 2;
  }
  try {
    write_all(arguments[1]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "make_golden: %s\n", error.what());
    return 1;
  }
  return 0;
}
