#include "import/city_finding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

#include <twinning/error.hpp>

#include "distance.hpp"
#include "folding.hpp"
#include "import/stated_values.hpp"

namespace twinning::importing {
namespace {

constexpr double nearest_namesake_km = 20;

/// The number of Wikidata's item Q123, or 0.
std::int64_t number_of(const Identifier& identifier) {
  if (identifier.scheme.text() != IdentifierScheme::wikidata || identifier.value.size() > 18) return 0;
  return stated_integer(std::string_view(identifier.value).substr(1)).value_or(0);
}

}  // namespace

std::string key_of(std::string_view name, const std::optional<Country>& country) {
  return fmt::format("{}|{}", fold(name), country ? country->text() : "");
}

CityFinding::CityFinding(Connection& connection, const Snapshot& now, BulkLoad& load, ImportReport& report,
                         std::string title)
    : connection_(connection),
      now_(now),
      load_(load),
      report_(report),
      title_(std::move(title)),
      recent_(recent_size),
      last_source_(connection.integer("SELECT coalesce(max(id), 0) FROM source")),
      said_(connection, title_) {
  connection_.execute("CREATE TEMP TABLE IF NOT EXISTS matched_city (id INTEGER PRIMARY KEY)");
}

std::int64_t CityFinding::matched() const { return connection_.integer("SELECT count(*) FROM temp.matched_city"); }

void CityFinding::note_match(CityId id) {
  if (load_.is_new(id)) return;
  Statement(connection_, "INSERT OR IGNORE INTO temp.matched_city (id) VALUES (?)").bind(id).run();
}

void CityFinding::know_renaming(const std::string& from, const std::string& to, const std::optional<Country>& country) {
  // All names of one city, in every list of theirs.
  std::set<std::string> names = {from, to};
  for (const std::string& name : {from, to}) {
    const auto& known = renamed_[key_of(name, country)];
    names.insert(known.begin(), known.end());
  }
  for (const std::string& name : names) renamed_[key_of(name, country)].assign(names.begin(), names.end());
}

std::optional<CityId> CityFinding::by_identifier(const StatedCity& city, std::int64_t line) {
  // Neither DISTINCT nor UNION, here and below: SQLite sets up a table for each, which costs more than the rest.
  std::vector<CityId> ids;
  {
    Statement rows(connection_, "SELECT city_id FROM city_identifier WHERE value = ? AND scheme = ?");
    rows.bind(city.identifier->value).bind(city.identifier->scheme);
    while (rows.step()) {
      const auto id = rows.id<CityId>(0);
      if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    }
  }
  if (ids.empty()) return std::nullopt;
  if (ids.size() == 1) return ids.front();
  return leave_apart(city, line, city.identifier->scheme.text() + ":" + city.identifier->value, ids);
}

bool CityFinding::has_identifier(CityId id, const Identifier& identifier) {
  Statement rows(connection_, "SELECT 1 FROM city_identifier WHERE city_id = ? AND scheme = ? AND value = ?");
  rows.bind(id).bind(identifier.scheme).bind(identifier.value);
  return rows.step();
}

std::vector<CityFinding::Candidate> CityFinding::candidates(const StatedCity& city) {
#define CANDIDATE                                                                                            \
  "c.id, c.country, c.latitude, c.longitude, c.fictional, EXISTS (SELECT 1 FROM city_identifier AS i WHERE " \
  "i.city_id = c.id AND i.scheme = ?2 AND i.value <> ?3) "
  std::vector<Candidate> found;
  std::set<CityId> ids;
  const auto add_named = [&](std::string_view name) {
    const std::string folded = fold(name);
    for (const char* const query :
         {"SELECT " CANDIDATE "FROM city AS c WHERE c.folded = ?1",
          "SELECT " CANDIDATE "FROM city_name AS n JOIN city AS c ON c.id = n.city_id WHERE n.folded = ?1"}) {
      Statement rows(connection_, query);
      rows.bind(folded);
      if (city.identifier) rows.bind(city.identifier->scheme).bind(city.identifier->value);
      while (rows.step()) {
        if (!ids.insert(rows.id<CityId>(0)).second) continue;
        found.push_back({.id = rows.id<CityId>(0),
                         .country = rows.maybe_code<Country>(1),
                         .coordinates = rows.is_null(2) ? std::nullopt
                                                        : std::optional(Coordinates{.latitude = rows.real(2),
                                                                                    .longitude = rows.real(3)}),
                         .is_fictional = rows.flag(4),
                         .has_other_identifier = rows.flag(5)});
      }
    }
  };
#undef CANDIDATE
  add_named(city.name);
  if (!renamed_.empty()) {
    if (const auto known = renamed_.find(key_of(city.name, city.country)); known != renamed_.end()) {
      for (const std::string& name : known->second) add_named(name);
    }
  }
  std::ranges::sort(found, {}, &Candidate::id);
  return found;
}

std::optional<CityId> CityFinding::left_apart_before(const std::string& key) {
  if (!left_apart_before_) {
    left_apart_before_.emplace();
    Statement rows(connection_,
                   "SELECT c.locator, c.city_id FROM source AS s JOIN citation AS c ON c.source_id = s.id "
                   "WHERE s.title = ? AND c.city_id IS NOT NULL AND c.locator IS NOT NULL ORDER BY c.city_id");
    rows.bind(title_);
    while (rows.step()) left_apart_before_->emplace(rows.text(0), rows.id<CityId>(1));
  }
  const auto found = left_apart_before_->find("left apart: " + key);
  return found == left_apart_before_->end() ? std::nullopt : std::optional(found->second);
}

std::optional<CityId> CityFinding::said_before(const std::vector<CityId>& candidates, const StatedCity& twin) {
  const std::string folded = fold(twin.name);
  Statement rows(
      connection_,
      "SELECT p.city_id FROM (SELECT id FROM city WHERE folded = ?1 UNION SELECT city_id FROM city_name WHERE "
      "folded = ?1 UNION SELECT city_id FROM city_identifier WHERE scheme = ?4 AND value = ?5) AS t JOIN "
      "bond_party AS q ON q.city_id = t.id JOIN bond_party AS p ON p.bond_id = q.bond_id AND p.city_id <> "
      "q.city_id WHERE EXISTS (SELECT 1 FROM bond_event AS e JOIN citation AS c ON c.event_id = e.id JOIN "
      "source AS s ON s.id = c.source_id WHERE e.bond_id = p.bond_id AND s.title = ?2 AND s.id <= ?3)");
  rows.bind(folded).bind(title_).bind(last_source_);
  if (twin.identifier) rows.bind(twin.identifier->scheme).bind(twin.identifier->value);
  std::optional<CityId> found;
  while (rows.step()) {
    const auto city = rows.id<CityId>(0);
    if (city == found || std::ranges::find(candidates, city) == candidates.end()) continue;
    if (found) return std::nullopt;
    found = city;
  }
  return found;
}

CityFinding::Meant CityFinding::meant(const StatedCity& city) {
  Meant meant;
  for (const Candidate& other : candidates(city)) {
    if (other.has_other_identifier || other.is_fictional != city.fictional) continue;
    if (city.country && other.country && *city.country != *other.country) continue;
    const bool both_placed = city.coordinates && other.coordinates;
    if (both_placed && distance_km(*city.coordinates, *other.coordinates) > nearest_namesake_km) continue;
    const bool same_country = city.country == other.country && (city.country || !city.identifier);
    (same_country || both_placed ? meant.sure : meant.unsure).push_back(other.id);
  }
  return meant;
}

std::optional<CityId> CityFinding::Meant::one(const StatedCity& city) const {
  // A row that says no more than a name means the only city of that name.
  if (sure.empty() && unsure.size() == 1 && !city.country && !city.identifier) return unsure.front();
  if (sure.size() == 1 && (unsure.empty() || city.country || city.coordinates)) return sure.front();
  return std::nullopt;
}

std::optional<CityId> CityFinding::by_name(const StatedCity& city, const StatedCity* twin, std::int64_t line) {
  if (city.name.empty()) return std::nullopt;
  const std::string key = fmt::format(
      "{}{}{}", key_of(city.name, city.country), city.identifier ? "|" + city.identifier->value : "",
      city.coordinates ? fmt::format("|{:.4f},{:.4f}", city.coordinates->latitude, city.coordinates->longitude) : "");
  std::string words;
  if (twin != nullptr && !city.identifier) {
    words = fmt::format("{} & {}", key, twin->identifier ? twin->identifier->value : key_of(twin->name, twin->country));
    if (const auto said = said_.find(words)) return said;
  }
  if (const auto known = apart_.find(key); known != apart_.end()) return known->second;
  const Meant meant = this->meant(city);
  std::optional<CityId> id = meant.one(city);
  if (!id && !meant.none()) {
    std::vector<CityId> several = meant.sure;
    several.insert(several.end(), meant.unsure.begin(), meant.unsure.end());
    if (!words.empty() && !left_apart_before(key)) id = said_before(several, *twin);
    if (!id) return leave_apart(city, line, key, several);
  }
  if (words.empty()) return id;
  if (!id) id = add(city);
  said_.keep(words, fold(city.name), *id);
  return id;
}

std::optional<CityId> CityFinding::find_renamed(const StatedCity& city, const Renaming& renaming) {
  if (city.identifier) return find(city, nullptr, renaming.line);
  std::set<CityId> ids;
  for (const std::string& name : {renaming.from, renaming.to, city.name}) {
    StatedCity called = city;
    called.name = name;
    const Meant meant = this->meant(called);
    if (const auto one = meant.one(called)) {
      ids.insert(*one);
    } else if (!meant.none()) {
      return std::nullopt;
    }
  }
  if (ids.size() > 1) return std::nullopt;
  if (ids.empty()) return add(city);
  note_match(*ids.begin());
  complete(*ids.begin(), city);
  return *ids.begin();
}

CityId CityFinding::leave_apart(const StatedCity& city, std::int64_t line, const std::string& key,
                                const std::vector<CityId>& candidates) {
  if (const auto known = apart_.find(key); known != apart_.end()) return known->second;
  const auto before = left_apart_before(key);
  const CityId apart = before ? *before : add(city);
  apart_.emplace(key, apart);
  if (!before) left_apart_.emplace_back(apart, "left apart: " + key);
  ++report_.ambiguous;
  if (report_.ambiguous_names.size() == ImportReport::most) return apart;
  AmbiguousName name{.line = line,
                     .name = city.name.empty() ? city.identifier->value : city.name,
                     .country = city.country,
                     .candidates = {},
                     .left_apart = apart};
  for (const CityId candidate : candidates) {
    if (name.candidates.size() == AmbiguousName::most) break;
    if (candidate != apart) name.candidates.push_back(now_.get_city(candidate));
  }
  report_.ambiguous_names.push_back(std::move(name));
  return apart;
}

CityId CityFinding::add(const StatedCity& city) {
  const std::string& name = city.name.empty() ? city.identifier->value : city.name;
  const std::string folded = fold(name);
  const CityId id = load_.add_city({.name = name,
                                    .country = city.country,
                                    .coordinates = city.coordinates,
                                    .population = city.population,
                                    .fictional = city.fictional},
                                   folded);
  ++report_.cities_added;
  if (city.identifier) load_.add_identifier(id, *city.identifier);
  if (city.former_country) load_.add_country(id, *city.former_country);
  if (city.language && !city.name.empty()) {
    load_.add_name(id, {.name = name, .language = city.language, .kind = NameKind::alternative}, folded);
    ++report_.names_added;
  }
  return id;
}

/// Whether a name is known that the city had once, and has no more.
bool CityFinding::was_called(CityId id, const std::string& name) {
  const std::string folded = fold(name);
  Statement rows(connection_, "SELECT 1 FROM city_name WHERE city_id = ? AND folded = ? AND until IS NOT NULL");
  rows.bind(id).bind(folded);
  return rows.step();
}

bool CityFinding::was_in(CityId id, const Country& country) {
  Statement rows(connection_, "SELECT 1 FROM city_country WHERE city_id = ? AND country = ?");
  rows.bind(id).bind(country);
  return rows.step();
}

void CityFinding::record(SourceId source) {
  for (const auto& [city, locator] : left_apart_) load_.cite(city, source, {.locator = locator});
  said_.record(load_, source);
}

/// Adds what a city that is there lacks; what it has is never overwritten.
void CityFinding::complete(CityId id, const StatedCity& city) {
  City known = now_.get_city(id);
  const auto note = [&] {
    if (!load_.is_new(id)) completed_.insert(id);
  };
  if (city.coordinates && !known.coordinates) {
    load_.place(id, *city.coordinates);
    note();
  }
  if (city.population && !known.population) {
    load_.populate(id, *city.population);
    note();
  }
  if (city.country && !known.country) {
    load_.assign(id, *city.country);
    note();
  }
  if (city.former_country && !was_in(id, city.former_country->country)) {
    load_.add_country(id, *city.former_country);
    note();
  }
  if (!city.name.empty() && city.identifier && known.name == city.identifier->value) {
    // So far it was known by its identifier alone.
    load_.rename(id, city.name, fold(city.name));
    known.name = city.name;
    note();
  }
  std::vector<StatedName> names = city.other_names;
  // The names between which it was renamed come with their days, by the rows that say so.
  const bool is_renamed = !renamed_.empty() && renamed_.contains(key_of(city.name, city.country));
  if (!city.name.empty() && !is_renamed) names.push_back({.name = city.name, .language = city.language});
  if (names.empty()) return;
  std::set<std::pair<std::string, std::optional<std::string>>> known_names;
  known_names.emplace(known.name, std::nullopt);
  {
    Statement rows(connection_, "SELECT name, language FROM city_name WHERE city_id = ?");
    rows.bind(id);
    while (rows.step()) {
      known_names.emplace(rows.text(0), rows.maybe_text(1));
      known_names.emplace(rows.text(0), std::nullopt);
    }
  }
  for (const StatedName& name : names) {
    if (!known_names.emplace(name.name, name.language).second) continue;
    const std::string folded = fold(name.name);
    load_.add_name(id, {.name = name.name, .language = name.language, .kind = NameKind::alternative}, folded);
    ++report_.names_added;
  }
}

std::optional<NameId> CityFinding::add_former_name(CityId id, const Renaming& renaming,
                                                   const std::optional<Date>& since, const std::string& last_name) {
  const std::string known_name = now_.get_city(id).name;
  if (known_name != last_name &&
      (load_.is_new(id) || (fold(known_name) == fold(renaming.from) && !was_called(id, last_name)))) {
    load_.rename(id, last_name, fold(last_name));
    if (!load_.is_new(id)) completed_.insert(id);
  }
  {
    Statement rows(connection_, "SELECT 1 FROM city_name WHERE city_id = ? AND name = ? AND until IS ?");
    rows.bind(id).bind(renaming.from).bind(renaming.date);
    if (rows.step()) return std::nullopt;
  }
  ++report_.names_added;
  return load_.add_name(id, {.name = renaming.from, .kind = NameKind::former, .since = since, .until = renaming.date},
                        fold(renaming.from));
}

CityId CityFinding::find(const StatedCity& city, const StatedCity* twin, std::int64_t line) {
  const std::int64_t number = city.identifier ? number_of(*city.identifier) : 0;
  Recent& recent = recent_[static_cast<std::size_t>(number) % recent_size];
  const std::size_t name =
      city.name.empty() ? 0 : std::hash<std::string>()(city.name + '@' + city.language.value_or(""));
  if (number != 0 && recent.number == number && city.other_names.empty() && (name == 0 || name == recent.name) &&
      (recent.has_place || !city.coordinates) && (recent.has_population || !city.population) &&
      (recent.has_country || (!city.country && !city.former_country))) {
    return CityId(recent.city);
  }
  std::optional<CityId> id;
  if (city.identifier) id = by_identifier(city, line);
  if (!id) {
    id = by_name(city, twin, line);
    // Found by its name, it gets the identifier too.
    if (id && city.identifier && !has_identifier(*id, *city.identifier)) {
      load_.add_identifier(*id, *city.identifier);
      if (!load_.is_new(*id)) completed_.insert(*id);
    }
  }
  if (id) {
    note_match(*id);
    complete(*id, city);  // a new one too: the same file again must find nothing to add
  } else {
    id = add(city);
    if (!city.other_names.empty()) complete(*id, city);
  }
  if (number != 0) {
    if (recent.number != number) recent = {.number = number, .city = id->value()};
    if (name != 0) recent.name = name;
    recent.has_place = recent.has_place || city.coordinates.has_value();
    recent.has_population = recent.has_population || city.population.has_value();
    recent.has_country = recent.has_country || city.country || city.former_country;
  }
  return *id;
}

}  // namespace twinning::importing
