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
    : connection_(connection), now_(now), load_(load), report_(report), title_(std::move(title)), recent_(recent_size) {
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
  std::vector<City> candidates;
  for (const CityId id : ids) candidates.push_back(now_.get_city(id));
  return leave_apart(city, line, city.identifier->scheme.text() + ":" + city.identifier->value, std::move(candidates));
}

bool CityFinding::has_identifier(CityId id, const Identifier& identifier) {
  Statement rows(connection_, "SELECT 1 FROM city_identifier WHERE city_id = ? AND scheme = ? AND value = ?");
  rows.bind(id).bind(identifier.scheme).bind(identifier.value);
  return rows.step();
}

std::vector<CityFinding::Candidate> CityFinding::candidates(const StatedCity& city) {
  std::set<CityId> ids;
  const auto add_named = [&](std::string_view name) {
    const std::string folded = fold(name);
    for (const char* const query :
         {"SELECT id FROM city WHERE folded = ?", "SELECT city_id FROM city_name WHERE folded = ?"}) {
      Statement rows(connection_, query);
      rows.bind(folded);
      while (rows.step()) ids.insert(rows.id<CityId>(0));
    }
  };
  add_named(city.name);
  if (!renamed_.empty()) {
    if (const auto known = renamed_.find(key_of(city.name, city.country)); known != renamed_.end()) {
      for (const std::string& name : known->second) add_named(name);
    }
  }
  std::vector<Candidate> found;
  for (const CityId id : ids) {
    Candidate candidate{.city = now_.get_city(id), .has_other_identifier = false};
    if (city.identifier) {
      Statement rows(connection_, "SELECT 1 FROM city_identifier WHERE city_id = ? AND scheme = ? AND value <> ?");
      rows.bind(id).bind(city.identifier->scheme).bind(city.identifier->value);
      candidate.has_other_identifier = rows.step();
    }
    found.push_back(std::move(candidate));
  }
  return found;
}

std::optional<CityId> CityFinding::left_apart_before(const std::string& key) {
  Statement rows(connection_,
                 "SELECT c.city_id FROM source AS s JOIN citation AS c ON c.source_id = s.id "
                 "WHERE s.title = ? AND c.city_id IS NOT NULL AND c.locator = ? ORDER BY c.city_id LIMIT 1");
  const std::string locator = "left apart: " + key;
  rows.bind(title_).bind(locator);
  return rows.step() ? std::optional(rows.id<CityId>(0)) : std::nullopt;
}

std::optional<CityId> CityFinding::by_name(const StatedCity& city, std::int64_t line) {
  if (city.name.empty()) return std::nullopt;
  std::vector<City> sure;
  std::vector<City> unsure;
  for (Candidate& candidate : candidates(city)) {
    City& other = candidate.city;
    if (candidate.has_other_identifier || other.fictional != city.fictional) continue;
    if (city.country && other.country && *city.country != *other.country) continue;
    const bool both_placed = city.coordinates && other.coordinates;
    if (both_placed && distance_km(*city.coordinates, *other.coordinates) > nearest_namesake_km) continue;
    const bool same_country = city.country == other.country && (city.country || !city.identifier);
    (same_country || both_placed ? sure : unsure).push_back(std::move(other));
  }
  // A row that says no more than a name means the only city of that name.
  if (sure.empty() && unsure.size() == 1 && !city.country && !city.identifier) return unsure.front().id;
  if (sure.size() == 1 && unsure.empty()) return sure.front().id;
  if (sure.size() == 1 && (city.country || city.coordinates)) return sure.front().id;
  if (sure.empty() && unsure.empty()) return std::nullopt;

  std::ranges::move(unsure, std::back_inserter(sure));
  return leave_apart(
      city, line,
      fmt::format("{}{}{}", key_of(city.name, city.country), city.identifier ? "|" + city.identifier->value : "",
                  city.coordinates
                      ? fmt::format("|{:.4f},{:.4f}", city.coordinates->latitude, city.coordinates->longitude)
                      : ""),
      std::move(sure));
}

CityId CityFinding::leave_apart(const StatedCity& city, std::int64_t line, const std::string& key,
                                std::vector<City> candidates) {
  if (const auto known = apart_.find(key); known != apart_.end()) return known->second;
  const auto before = left_apart_before(key);
  const CityId apart = before ? *before : add(city);
  apart_.emplace(key, apart);
  if (!before) left_apart_.emplace_back(apart, "left apart: " + key);
  std::erase_if(candidates, [&](const City& candidate) { return candidate.id == apart; });
  ++report_.ambiguous;
  if (report_.ambiguous_names.size() < ImportReport::most) {
    report_.ambiguous_names.push_back({.line = line,
                                       .name = city.name.empty() ? city.identifier->value : city.name,
                                       .country = city.country,
                                       .candidates = std::move(candidates),
                                       .left_apart = apart});
  }
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

/// Adds what a city that is there lacks; what it has is never overwritten.
void CityFinding::complete(CityId id, const StatedCity& city) {
  City known = now_.get_city(id);
  if (city.coordinates && !known.coordinates) {
    Statement(connection_, "UPDATE city SET latitude = ?, longitude = ? WHERE id = ?")
        .bind(city.coordinates->latitude)
        .bind(city.coordinates->longitude)
        .bind(id)
        .run();
  }
  if (city.population && !known.population) {
    Statement(connection_, "UPDATE city SET population = ? WHERE id = ?").bind(city.population).bind(id).run();
  }
  if (city.country && !known.country) {
    Statement(connection_, "UPDATE city SET country = ? WHERE id = ?").bind(city.country).bind(id).run();
  }
  if (!city.name.empty() && city.identifier && known.name == city.identifier->value) {
    // So far it was known by its identifier alone.
    const std::string folded = fold(city.name);
    Statement(connection_, "UPDATE city SET name = ?, folded = ? WHERE id = ?")
        .bind(city.name)
        .bind(folded)
        .bind(id)
        .run();
    known.name = city.name;
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
  if (load_.is_new(id)) {
    const std::string folded = fold(last_name);
    Statement(connection_, "UPDATE city SET name = ?, folded = ? WHERE id = ? AND name <> ?1")
        .bind(last_name)
        .bind(folded)
        .bind(id)
        .run();
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

CityId CityFinding::find(const StatedCity& city, std::int64_t line) {
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
    id = by_name(city, line);
    // Found by its name, it gets the identifier too.
    if (id && city.identifier && !has_identifier(*id, *city.identifier)) load_.add_identifier(*id, *city.identifier);
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
