#include "layout/sample_file.hpp"

#include <functional>
#include <sstream>
#include <vector>

namespace twinning::support {
namespace {

void write_rows(Transaction& tx) {
  const CityId coventry = tx.add_city({.name = "Coventry", .country = "GB", .coordinates = Coordinates{52.4, -1.5}});
  const CityId volgograd = tx.add_city({.name = "Volgograd", .country = "RU"});
  const CityId kiel = tx.add_city({.name = "Kiel", .country = "DE", .since = Date{"1242?"}});
  const CityId stranger = tx.add_city({.name = "Stranger"});
  const SourceId source = tx.add_source({.title = "Minutes", .published = Date{"1944-07"}});
  tx.cite(tx.add_name(volgograd, {.name = "Stalingrad", .since = Date{"1925"}, .until = Date{"1961"}}), source);
  tx.add_identifier(coventry, {.scheme = IdentifierScheme::wikidata, .value = "Q6225"});
  tx.add_country(volgograd, {.country = "SU", .until = Date{"1991-12-26"}});
  tx.add_policy(coventry, {.policy = Policy::limited_number});
  tx.record_succession({.predecessor = stranger, .successor = kiel, .kind = SuccessionKind::absorbed});
  const BondId first = tx.form({.parties = {coventry, volgograd}, .date = Date{"[1941,1944]"}, .reason = "war"});
  tx.record(first, {.kind = EventKind::suspended, .date = Date{"2022-03-22"}, .by = coventry, .reason = "war"});
  tx.record(first, {.kind = EventKind::cut, .date = Date{"2024"}, .by = coventry});
  const BondId second = tx.add_bond({.parties = {coventry, volgograd, kiel}});
  tx.record(second, {.kind = EventKind::formed, .date = Date{"1957"}});
  tx.record(second, {.kind = EventKind::joined, .date = Date{"1960"}, .by = kiel});
  const EventId wrong = tx.record(second, {.kind = EventKind::renewed, .date = Date{"1970"}});
  tx.correct(wrong, {.kind = EventKind::renewed, .date = Date{"1971"}});
  tx.cite(wrong, source, {.locator = "p. 3"});
  const BondId third = tx.form({.parties = {coventry, kiel}, .date = Date{"1947"}});
  tx.add_keepsake(third, {.kind = KeepsakeKind::gift, .title = "Bell", .giver = kiel, .receiver = coventry});
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace

void write_sample(const std::string& path, JournalMode mode) {
  if (mode == JournalMode::write_ahead) {
    Registry::create(path, {.journal_mode = mode}).write(write_rows);
    return;
  }
  static const std::string image = [] {  // made once: many tests damage a copy each
    const TemporaryFile file;
    Registry::create(file.path()).write(write_rows);
    return read_file(file.path());
  }();
  write_file(path, image);
}

std::string dump(const Database& database) {
  std::string text = "layout " + database.rows("PRAGMA user_version");
  text += database.rows("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name");
  for (const std::string& table : lines_of(database.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"))) {
    text += table + "\n" + database.rows("SELECT * FROM \"" + table + "\"");
  }
  return text;
}

std::string dump(const std::string& path) { return dump(Database(path)); }

void run_without_triggers(Database& database, const std::string& sql) {
  const auto names = lines_of(database.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid"));
  std::string drops;
  std::string creations;
  for (const std::string& name : names) {
    drops += "DROP TRIGGER " + name + ";\n";
    creations += database.rows("SELECT sql FROM sqlite_schema WHERE name = '" + name + "'") + ";\n";
  }
  database.run("BEGIN;\n" + drops + sql + ";\n" + creations + "COMMIT;");
}

std::map<std::string, std::string> contents(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string bytes = entry.is_regular_file() ? read_file(entry.path()) : "";
    files[entry.path().filename()] =
        std::to_string(bytes.size()) + " bytes, " + std::to_string(std::hash<std::string>{}(bytes));
  }
  return files;
}

}  // namespace twinning::support
