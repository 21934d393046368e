// The search for cities by what a person types. All of it rests on the indexes of folded names that the file has.

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_set>

#include <twinning/snapshot.hpp>

#include "connection.hpp"
#include "folding.hpp"
#include "near_names.hpp"
#include "spelling.hpp"

namespace twinning {
namespace {

/// A name that matched, and what orders it.
struct Hit {
  CityId city;
  std::string name;
  Match match = Match::exact;
  int distance = 0;
  bool is_former = false;
  std::int64_t weight = 0;
  std::string own_name;

  auto order() const {
    return std::tuple(match, distance, -weight, is_former, std::string_view(own_name), city.value());
  }
};

// A hit weighs what its city's population does; by a name that was given up, a tenth of it.
#define IS_FORMER "(n.kind = 'former' OR n.until IS NOT NULL)"
#define HIT_OF_CITY "c.id, c.name, 0, coalesce(c.population, 0), c.name"
#define HIT_OF_NAME "c.id, n.name, " IS_FORMER ", coalesce(c.population, 0) / iif(" IS_FORMER ", 10, 1), c.name"
#define CITY_OF_NAME "city_name AS n JOIN city AS c ON c.id = n.city_id"
#define IN_COUNTRY "(?2 IS NULL OR c.country = ?2)"

/// The queries over one of the two tables that have names.
struct Names {
  const char* from;      // folded names and their ids, from one on
  const char* unfolded;  // those that nobody has folded yet
  const char* hit;       // by id
};
constexpr std::array<Names, 2> tables = {
    Names{.from = "SELECT folded, id FROM city WHERE folded >= ? ORDER BY folded",
          .unfolded = "SELECT id, name FROM city WHERE folded IS NULL",
          .hit = "SELECT " HIT_OF_CITY " FROM city AS c WHERE c.id = ?1 AND " IN_COUNTRY},
    Names{.from = "SELECT folded, id FROM city_name WHERE folded >= ? ORDER BY folded",
          .unfolded = "SELECT id, name FROM city_name WHERE folded IS NULL",
          .hit = "SELECT " HIT_OF_NAME " FROM " CITY_OF_NAME " WHERE n.id = ?1 AND " IN_COUNTRY}};

/// One search, in the cities of one country or of all.
class Search {
 public:
  Search(Connection& connection, const std::optional<Country>& country, std::size_t limit);

  void run(const std::string& folded);
  /// The best hit of each city, the best first.
  std::vector<Hit> best();

 private:
  /// A name that the shell wrote and nobody has folded yet.
  struct Unfolded {
    std::string folded;
    const Names* names;
    std::int64_t id;
  };

  void find_exact(const std::string& folded);
  void find_prefixed(const std::string& folded);
  void find_near(const std::string& folded, int most);
  void find_within(int allowed, const NameRange& range, std::string_view pattern, Match match);
  void add(Statement& rows, Match match, int distance);
  bool add_by_id(const Names& names, std::int64_t id, Match match, int distance);
  std::size_t cities() const;

  Connection& connection_;
  std::optional<Country> country_;
  std::size_t limit_;
  std::vector<Unfolded> unfolded_;
  std::vector<Hit> hits_;
};

Search::Search(Connection& connection, const std::optional<Country>& country, std::size_t limit)
    : connection_(connection), country_(country), limit_(limit) {
  for (const Names& names : tables) {
    Statement rows(connection, names.unfolded);
    while (rows.step()) unfolded_.push_back({.folded = fold(rows.text(1)), .names = &names, .id = rows.integer(0)});
  }
}

void Search::add(Statement& rows, Match match, int distance) {
  hits_.push_back({.city = rows.id<CityId>(0),
                   .name = rows.text(1),
                   .match = match,
                   .distance = distance,
                   .is_former = rows.flag(2),
                   .weight = rows.integer(3),
                   .own_name = rows.text(4)});
}

bool Search::add_by_id(const Names& names, std::int64_t id, Match match, int distance) {
  Statement rows(connection_, names.hit);
  rows.bind(id).bind(country_);
  if (!rows.step()) return false;
  add(rows, match, distance);
  return true;
}

void Search::find_exact(const std::string& folded) {
  Statement rows(connection_,
                 "SELECT " HIT_OF_CITY " FROM city AS c WHERE c.folded = ?1 AND " IN_COUNTRY
                 " UNION ALL SELECT " HIT_OF_NAME " FROM " CITY_OF_NAME " WHERE n.folded = ?1 AND " IN_COUNTRY);
  rows.bind(folded).bind(country_);
  while (rows.step()) add(rows, Match::exact, 0);
  for (const Unfolded& name : unfolded_) {
    if (name.folded == folded) add_by_id(*name.names, name.id, Match::exact, 0);
  }
}

void Search::find_prefixed(const std::string& folded) {
  const std::string end = folded + '\xff';  // no letter of Unicode has this byte
  Statement rows(connection_, "SELECT " HIT_OF_CITY
                              " FROM city AS c WHERE c.folded > ?1 AND c.folded < ?3 "
                              "AND " IN_COUNTRY " UNION ALL SELECT " HIT_OF_NAME " FROM " CITY_OF_NAME
                              " WHERE n.folded > ?1 AND n.folded < ?3 AND " IN_COUNTRY " ORDER BY 4 DESC, 3, 5, 1");
  rows.bind(folded).bind(country_).bind(end);
  std::unordered_set<std::int64_t> cities;
  while (cities.size() < limit_ && rows.step()) {
    add(rows, Match::prefix, 0);
    cities.insert(hits_.back().city.value());
  }
  for (const Unfolded& name : unfolded_) {
    if (name.folded != folded && name.folded.starts_with(folded)) add_by_id(*name.names, name.id, Match::prefix, 0);
  }
}

void Search::find_within(int allowed, const NameRange& range, std::string_view pattern, Match match) {
  for (const Names& names : tables) {
    std::array<std::vector<std::int64_t>, 4> at_distance;
    for_each_near(connection_, names.from, range, pattern, allowed, [&](std::int64_t id, int distance) {
      at_distance.at(static_cast<std::size_t>(distance)).push_back(id);
    });
    std::unordered_set<std::int64_t> cities;
    for (int distance = 0; distance <= allowed && cities.size() < limit_; ++distance) {
      for (const std::int64_t id : at_distance.at(static_cast<std::size_t>(distance))) {
        if (add_by_id(names, id, match, distance)) cities.insert(hits_.back().city.value());
      }
    }
  }
  for (const Unfolded& name : unfolded_) {
    const auto distance = distance_of(name.folded, range, pattern, allowed);
    if (distance) add_by_id(*name.names, name.id, match, *distance);
  }
}

/// By the letters that a person typed, in Latin where they are not.
std::string in_latin(std::string_view folded) {
  Letters letters;
  letters.read_in_latin(folded);
  std::string text;
  for (const char32_t letter : letters.points) text += text_of(letter);
  return text;
}

void Search::find_near(const std::string& folded, int most) {
  Letters letters;
  const auto find = [&](const NameRange& range, std::string_view pattern) {
    letters.read(pattern);
    find_within(std::min(most, allowed_distance(letters.points)), range, pattern, Match::near);
  };
  find({}, folded);
  const std::string latin = in_latin(folded);
  if (latin != folded) find({}, latin);
  find({.in_latin = true}, latin);
  const std::string_view varied = varied_first_word(folded);
  for (const std::string& spelling : same_first_word(folded)) {
    find({.prefix = std::string(varied_first_word(spelling))}, std::string_view(folded).substr(varied.size()));
  }
}

std::size_t Search::cities() const {
  std::unordered_set<std::int64_t> ids;
  for (const Hit& hit : hits_) ids.insert(hit.city.value());
  return ids.size();
}

void Search::run(const std::string& folded) {
  find_exact(folded);
  for (const std::string& spelling : same_first_word(folded)) find_exact(spelling);
  if (hits_.empty()) {
    for (const std::string& spelling : loose_spellings(folded)) find_exact(spelling);
    const std::string latin = in_latin(folded);
    if (latin != folded) find_exact(latin);
    find_within(0, {.in_latin = true}, latin, Match::exact);
  }
  const bool is_exact = !hits_.empty();
  find_prefixed(folded);
  for (const std::string& spelling : same_first_word(folded)) find_prefixed(spelling);
  constexpr std::size_t few = 5;
  if (is_exact || cities() >= few) return;
  // Names that are three letters away are many to look through, and noise where there are nearer ones.
  const std::size_t before = hits_.size();
  find_near(folded, 2);
  if (hits_.size() == before) find_near(folded, 3);
}

std::vector<Hit> Search::best() {
  std::ranges::sort(hits_, {}, &Hit::order);
  std::unordered_set<std::int64_t> seen;
  std::vector<Hit> best;
  for (Hit& hit : hits_) {
    if (best.size() == limit_) break;
    if (seen.insert(hit.city.value()).second) best.push_back(std::move(hit));
  }
  return best;
}

}  // namespace

std::vector<FoundCity> Snapshot::search_cities(std::string_view text, std::size_t limit) const {
  std::vector<FoundCity> found;
  if (limit == 0) return found;
  for (const City& city : cities_with_identifier_in(text)) {
    if (found.size() < limit) found.push_back({.city = city, .name = city.name, .match = Match::exact, .distance = 0});
  }
  if (!found.empty()) return found;
  const auto search = [&](std::string_view name, const std::optional<Country>& country) {
    const std::string folded = fold(name);
    if (folded.empty()) return;
    Search names(connection_, country, limit);
    names.run(folded);
    for (Hit& hit : names.best()) {
      found.push_back(
          {.city = get_city(hit.city), .name = std::move(hit.name), .match = hit.match, .distance = hit.distance});
    }
  };
  // "Salem, MA" may be the whole of a name, though MA is Morocco.
  if (const auto comma = text.rfind(','); comma != std::string_view::npos && cities_named(text).empty()) {
    if (const auto country = find_country(text.substr(comma + 1))) search(text.substr(0, comma), country);
  }
  if (found.empty()) search(text, std::nullopt);
  return found;
}

}  // namespace twinning
