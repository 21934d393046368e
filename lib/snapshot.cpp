// Questions about cities. Those about their twins are in snapshot_twins.cpp, about bonds in snapshot_bonds.cpp, about
// their course over time in snapshot_course.cpp, counts in snapshot_figures.cpp, and what is known in
// snapshot_trust.cpp. Joins live in the file's views; here are only their columns and conditions.

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <tuple>

#include <twinning/snapshot.hpp>

#include "connection.hpp"
#include "country_names.hpp"
#include "folding.hpp"
#include "name_on_day.hpp"
#include "quote.hpp"

namespace twinning {
namespace {

#define CITY_COLUMNS                                                                                               \
  "c.id, c.uid, c.name, c.kind, c.country, c.latitude, c.longitude, c.population, c.fictional, c.since, c.until, " \
  "c.note"
#define CITIES_CALLED(column)                                                                     \
  "SELECT " CITY_COLUMNS " FROM city AS c WHERE c." column " = ?1 UNION ALL SELECT " CITY_COLUMNS \
  " FROM city_name AS n JOIN city AS c ON c.id = n.city_id WHERE n." column " = ?1"

City read_city(const Statement& row) {
  City city{.id = row.id<CityId>(0),
            .uid = row.text(1),
            .name = row.text(2),
            .kind = row.text(3),
            .country = row.maybe_code<Country>(4),
            .coordinates = {},
            .population = row.maybe_integer(7),
            .fictional = row.flag(8),
            .since = row.maybe_date(9),
            .until = row.maybe_date(10),
            .note = row.maybe_text(11)};
  if (!row.is_null(5)) city.coordinates = Coordinates{.latitude = row.real(5), .longitude = row.real(6)};
  return city;
}

/// "Q6225", also at the end of its address at Wikidata; else empty.
std::string_view wikidata_item_in(std::string_view words) {
  if (const auto address = words.find("wikidata.org/"); address != std::string_view::npos) {
    words.remove_prefix(words.rfind('/') + 1);
  }
  const bool is_item = words.size() > 1 && words.front() == 'Q' &&
                       words.substr(1).find_first_not_of("0123456789") == std::string_view::npos;
  return is_item ? words : std::string_view();
}

std::vector<City> read_cities(Statement& rows) {
  std::vector<City> cities;
  while (rows.step()) cities.push_back(read_city(rows));
  return cities;
}

/// Those of a country, or of all, each once: first the ones that are called so today.
template <typename IsCalled>
std::vector<City> read_cities_called(Statement& rows, const std::optional<Country>& country,
                                     const IsCalled& is_called) {
  std::vector<City> cities = read_cities(rows);
  if (country) std::erase_if(cities, [&](const City& city) { return city.country != country; });
  if (cities.size() < 2) return cities;
  std::ranges::sort(cities, [&](const City& one, const City& other) {
    return std::tuple(!is_called(one), one.country, one.id) < std::tuple(!is_called(other), other.country, other.id);
  });
  const auto repeated = std::ranges::unique(cities, {}, &City::id);
  cities.erase(repeated.begin(), repeated.end());
  return cities;
}

}  // namespace

std::string Snapshot::day_text(const AsOf& as_of) const { return to_string(as_of.day().value_or(today_)); }

std::optional<City> Snapshot::find_city(CityId id) const {
  Statement rows(connection_, "SELECT " CITY_COLUMNS " FROM city AS c WHERE c.id = ?");
  rows.bind(id);
  return rows.step() ? std::optional(read_city(rows)) : std::nullopt;
}

City Snapshot::get_city(CityId id) const {
  if (auto city = find_city(id)) return *std::move(city);
  throw Error(ErrorCategory::not_found, fmt::format("there is no city with id {}", id.value()));
}

std::vector<City> Snapshot::cities_named(std::string_view name, const std::optional<Country>& country) const {
  {
    Statement rows(connection_, CITIES_CALLED("name"));
    rows.bind(name);
    auto cities = read_cities_called(rows, country, [&](const City& city) { return city.name == name; });
    if (!cities.empty()) return cities;
  }
  const std::string folded = fold(name);
  if (folded.empty()) return {};
  Statement rows(connection_, CITIES_CALLED("folded"));
  rows.bind(folded);
  std::vector<City> cities =
      read_cities_called(rows, country, [&](const City& city) { return fold(city.name) == folded; });
  // What the shell wrote, and nobody has folded yet.
  Statement unfolded(connection_,
                     "SELECT id, name FROM city WHERE folded IS NULL AND (?1 IS NULL OR country = ?1) UNION ALL "
                     "SELECT n.city_id, n.name FROM city_name AS n JOIN city AS c ON c.id = n.city_id "
                     "WHERE n.folded IS NULL AND (?1 IS NULL OR c.country = ?1)");
  unfolded.bind(country);
  while (unfolded.step()) {
    const auto city = unfolded.id<CityId>(0);
    if (fold(unfolded.text(1)) != folded || std::ranges::find(cities, city, &City::id) != cities.end()) continue;
    cities.push_back(get_city(city));
  }
  return cities;
}

/// What tells a city from others of its country.
std::string Snapshot::mark_of(const City& city) const {
  Statement rows(connection_,
                 "SELECT scheme || ':' || value FROM city_identifier WHERE city_id = ? ORDER BY id LIMIT 1");
  rows.bind(city.id);
  if (rows.step()) return ", " + rows.text(0);
  if (city.coordinates)
    return fmt::format(", at {:.2f} {:.2f}", city.coordinates->latitude, city.coordinates->longitude);
  if (city.population) return fmt::format(", {} people", *city.population);
  return city.kind == CityKind(CityKind::municipality) ? "" : ", " + city.kind.text();
}

City Snapshot::only_one(const std::vector<City>& cities, std::string_view name) const {
  if (cities.size() == 1) return cities.front();
  constexpr std::size_t shown = 8;
  std::string candidates;
  for (const City& city : cities) {
    if (&city == cities.data() + shown) {
      candidates += fmt::format(" and {} more", cities.size() - shown);
      break;
    }
    const auto of_its_country = std::ranges::count(cities, city.country, &City::country);
    candidates += fmt::format("{}{} ({}, id {}{})", candidates.empty() ? "" : ", ", city.name,
                              city.country ? city.country->text() : "no country", city.id.value(),
                              of_its_country > 1 ? mark_of(city) : "");
  }
  throw Error(ErrorCategory::ambiguous,
              fmt::format("several cities are or were called {}: {}; name the country, or take the id", quote(name),
                          candidates));
}

std::optional<City> Snapshot::find_city(std::string_view name, const std::optional<Country>& country) const {
  const std::vector<City> cities = cities_named(name, country);
  if (cities.empty()) return std::nullopt;
  return only_one(cities, name);
}

std::vector<City> Snapshot::cities_with_identifier_in(std::string_view words) const {
  if (const auto colon = words.find(':'); colon != std::string_view::npos) {
    const std::string_view scheme = words.substr(0, colon);
    const std::string_view value = words.substr(colon + 1);
    std::vector<City> cities;
    if (scheme == "id") {
      std::int64_t id = 0;
      std::from_chars(value.data(), value.data() + value.size(), id);
      if (std::to_string(id) == value) {
        if (auto city = find_city(CityId(id))) cities.push_back(*std::move(city));
      }
    } else if (scheme == "uid") {
      Statement rows(connection_, "SELECT " CITY_COLUMNS " FROM city AS c WHERE c.uid = ?");
      cities = read_cities(rows.bind(value));
    } else {
      cities = cities_identified(IdentifierScheme(scheme), value);
    }
    if (!cities.empty()) return cities;
  }
  const std::string_view item = wikidata_item_in(words);
  return item.empty() ? std::vector<City>() : cities_identified(IdentifierScheme(IdentifierScheme::wikidata), item);
}

/// "did you mean Coventry, GB (id 1)?"; empty where nothing is near.
std::string Snapshot::nearest_in_words(std::string_view words) const {
  constexpr std::size_t most = 3;
  const std::vector<FoundCity> found = search_cities(words, most);
  if (found.empty()) return {};
  std::string nearest;
  for (const FoundCity& near : found) {
    const char* const before = nearest.empty() ? "" : &near == &found.back() ? " or " : ", ";
    const std::string country = near.city.country ? ", " + near.city.country->text() : "";
    nearest +=
        near.name == near.city.name
            ? fmt::format("{}{}{} (id {})", before, near.name, country, near.city.id.value())
            : fmt::format("{}{} ({}{}, id {})", before, near.name, near.city.name, country, near.city.id.value());
  }
  return fmt::format("did you mean {}?", nearest);
}

City Snapshot::get_city(std::string_view words) const {
  if (const std::vector<City> cities = cities_named(words); !cities.empty()) return only_one(cities, words);
  const auto not_found = [&](std::string_view advice) {
    return Error(ErrorCategory::not_found, fmt::format("there is no city called {}: {}", quote(words), advice));
  };
  if (const std::vector<City> cities = cities_with_identifier_in(words); !cities.empty()) {
    return only_one(cities, words);
  }
  if (!wikidata_item_in(words).empty()) throw not_found("no city has that identifier");
  const auto comma = words.rfind(',');
  if (comma == std::string_view::npos) {
    if (const std::string nearest = nearest_in_words(words); !nearest.empty()) throw not_found(nearest);
    throw not_found("look at its spelling, or name it by an identifier, such as wikidata:Q6225");
  }
  const auto country = find_country(words.substr(comma + 1));
  if (!country) {
    const std::string_view after = words.substr(comma + 1);
    throw not_found(fmt::format("{} is no country, which is written in English, or as an ISO 3166 code",
                                quote(after.substr(std::min(after.find_first_not_of(' '), after.size())))));
  }
  const std::vector<City> cities = cities_named(words.substr(0, comma), country);
  if (cities.empty()) {
    const std::string nearest = nearest_in_words(words);
    throw not_found(fmt::format("none of that name in {}; {}", country->text(),
                                nearest.empty() ? "look at its spelling, or leave the country out" : nearest));
  }
  return only_one(cities, words);
}

std::optional<Country> Snapshot::find_country(std::string_view name) const {
  const std::string folded = fold(name);
  if (folded.size() == 2 && std::ranges::all_of(folded, [](char letter) { return letter >= 'a' && letter <= 'z'; })) {
    const std::string code = {static_cast<char>(folded[0] - 'a' + 'A'), static_cast<char>(folded[1] - 'a' + 'A')};
    Statement rows(connection_, "SELECT code FROM country WHERE code = ?");
    if (rows.bind(code).step()) return rows.maybe_code<Country>(0);
  }
  // A file may have countries of its own, so the table comes first.
  Statement rows(connection_, "SELECT code, name FROM country ORDER BY withdrawn, code");
  while (rows.step()) {
    if (fold(rows.text(1)) == folded) return rows.maybe_code<Country>(0);
  }
  if (const auto code = country_code_of(folded)) return Country(*code);
  return std::nullopt;
}

std::vector<City> Snapshot::cities_identified(const IdentifierScheme& scheme, std::string_view value) const {
  Statement rows(connection_, "SELECT " CITY_COLUMNS
                              " FROM city AS c WHERE c.id IN (SELECT city_id FROM city_identifier WHERE value = ?1 AND "
                              "scheme = ?2) ORDER BY c.id");
  rows.bind(value).bind(scheme);
  return read_cities(rows);
}

void Snapshot::for_each_city(const std::function<void(const City&)>& visit) const {
  Statement rows(connection_, "SELECT " CITY_COLUMNS " FROM city AS c ORDER BY c.name, c.id");
  while (rows.step()) visit(read_city(rows));
}

std::vector<Name> Snapshot::names(CityId city) const {
  Statement rows(connection_,
                 "SELECT name_id, name, language, kind, since, until FROM city_called WHERE city_id = ? "
                 "ORDER BY from_earliest, name_id");
  rows.bind(city);
  std::vector<Name> names;
  while (rows.step()) {
    names.push_back({.id = rows.id<NameId>(0),
                     .city = city,
                     .name = rows.text(1),
                     .language = rows.maybe_text(2),
                     .kind = rows.text(3),
                     .since = rows.maybe_date(4),
                     .until = rows.maybe_date(5)});
  }
  return names;
}

std::string Snapshot::name_on(CityId city, AsOf as_of) const {
  const std::string day = day_text(as_of);
  static const std::string query = "SELECT " + name_on_day("?1", "(SELECT name FROM city WHERE id = ?1)", "?2");
  Statement rows(connection_, query);
  rows.bind(city).bind(day);
  rows.step();
  if (auto name = rows.maybe_text(0)) return *std::move(name);
  throw Error(ErrorCategory::not_found, fmt::format("there is no city with id {}", city.value()));
}

std::optional<Country> Snapshot::country_on(CityId city, AsOf as_of) const {
  const std::string day = day_text(as_of);
  Statement rows(connection_,
                 "SELECT coalesce((SELECT n.country FROM dated_country AS n WHERE n.city_id = c.id "
                 "AND (n.from_earliest IS NULL OR n.from_earliest <= ?2) AND (n.to_latest IS NULL OR ?2 < n.to_latest) "
                 "ORDER BY n.from_earliest DESC, n.spell_id LIMIT 1), c.country) FROM city AS c WHERE c.id = ?1");
  rows.bind(city).bind(day);
  if (rows.step()) return rows.maybe_code<Country>(0);
  throw Error(ErrorCategory::not_found, fmt::format("there is no city with id {}", city.value()));
}

std::vector<StatedPolicy> Snapshot::policies(const std::optional<Policy>& policy, AsOf as_of) const {
  const std::string day = day_text(as_of);
  Statement rows(connection_,
                 "SELECT city_id, city, country, policy, since, until, note, "
                 "(from_latest IS NULL AND since IS NULL OR from_latest <= ?1) IS TRUE "
                 "AND (until IS NULL OR ?1 < to_earliest) IS TRUE FROM stated_policy "
                 "WHERE coalesce(from_earliest, '') <= ?1 AND (to_latest IS NULL OR ?1 < to_latest) "
                 "AND (?2 IS NULL OR policy = ?2) ORDER BY city, city_id");
  rows.bind(day).bind(policy);
  std::vector<StatedPolicy> policies;
  while (rows.step()) {
    policies.push_back({.city = rows.id<CityId>(0),
                        .name = rows.text(1),
                        .country = rows.maybe_code<Country>(2),
                        .policy = rows.text(3),
                        .since = rows.maybe_date(4),
                        .until = rows.maybe_date(5),
                        .note = rows.maybe_text(6),
                        .certainty = rows.flag(7) ? Certainty::certain : Certainty::possible});
  }
  return policies;
}

}  // namespace twinning
