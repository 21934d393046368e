// What there is to say of a network city by city, pair by pair and ring by ring.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <twinning/network.hpp>

#include "commands.hpp"
#include "json.hpp"
#include "network_figures.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "registry_file.hpp"
#include "table.hpp"
#include "words.hpp"

namespace twinning::command {
namespace {

/// Rows that are a table, or an array of objects.
struct List {
  std::vector<std::string> keys;
  std::vector<std::vector<Json>> rows;
  std::string note = {};  ///< what is to be said beside them
};

/// How many of the rings that came about bond by bond are looked for.
constexpr std::size_t most_rings = 100'000;

std::string table_of(const List& list) {
  std::vector<Column> columns;
  for (std::size_t place = 0; place < list.keys.size(); ++place) {
    const bool is_number =
        std::ranges::any_of(list.rows, [&](const std::vector<Json>& row) { return row[place].is_number(); });
    columns.push_back({.head = list.keys[place], .right = is_number});
  }
  Table table(columns);
  for (const std::vector<Json>& row : list.rows) {
    std::vector<std::string> cells;
    std::ranges::transform(row, std::back_inserter(cells), cell);
    table.add(cells);
  }
  return table.text();
}

Json json_of(const List& list) {
  Json document = Json::array();
  for (const std::vector<Json>& row : list.rows) {
    Json& object = document.emplace_back(Json::object());
    for (std::size_t place = 0; place < row.size(); ++place) object[list.keys[place]] = row[place];
  }
  return document;
}

/// What was asked, and of what.
class Asked {
 public:
  Asked(const Snapshot& known, const Arguments& arguments) : known_(known), arguments_(arguments) {}

  const Snapshot& known() const { return known_; }
  NetworkOptions options() const { return {.as_of = arguments_.as_of, .certain_only = arguments_.certain_only}; }
  std::optional<int> since() const { return arguments_.since; }
  Day day() const {
    return arguments_.as_of.day().value_or(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  }
  Network network() const { return Network(known_, options()); }
  /// For what asks where cities are, since it takes longer.
  Network network_with_places() const {
    NetworkOptions with_places = options();
    with_places.places = true;
    return Network(known_, with_places);
  }

  /// Read once: a city stands in many rings.
  const std::string& name(CityId city) const {
    const auto [found, is_new] = names_.try_emplace(city);
    if (is_new) found->second = known_.get_city(city).name;
    return found->second;
  }

 private:
  const Snapshot& known_;
  const Arguments& arguments_;
  mutable std::unordered_map<CityId, std::string> names_;
};

List cities(const Asked& asked) {
  const Network network = asked.network();
  const auto by_city = [](const std::vector<CityFigure>& figures) {
    std::unordered_map<CityId, double> values;
    for (const CityFigure& figure : figures) values.emplace(figure.city, figure.value);
    return values;
  };
  const auto clustering = by_city(network.clustering());
  const auto closeness = by_city(network.closeness());
  const auto betweenness = by_city(network.betweenness());
  const auto articulation = network.articulation_cities();
  List list{.keys = {"city", "country", "twins", "clustering", "closeness", "betweenness", "articulation", "city_id"},
            .rows = {}};
  for (const CityId id : network.cities()) {
    const City city = asked.known().get_city(id);
    list.rows.push_back({city.name, json(city.country), network.neighbours(id).size(), clustering.at(id),
                         closeness.at(id), betweenness.at(id), std::ranges::binary_search(articulation, id), json(id)});
  }
  constexpr std::size_t twins = 2;
  std::ranges::stable_sort(list.rows, std::ranges::greater(),
                           [](const std::vector<Json>& row) { return row[twins].get<std::int64_t>(); });
  return list;
}

List degrees(const Asked& asked) {
  List list{.keys = {"twins", "cities"}, .rows = {}};
  for (const DegreeCount& count : asked.network().degrees()) list.rows.push_back({count.twins, count.cities});
  return list;
}

List distances(const Asked& asked) {
  List list{.keys = {"steps", "pairs"}, .rows = {}};
  for (const DistanceCount& count : asked.network().distances()) list.rows.push_back({count.steps, count.pairs});
  return list;
}

List rings(const Asked& asked) {
  List list{.keys = {"cities", "bond", "closed_earliest", "closed_latest", "last_sides", "city_ids"}, .rows = {}};
  const auto day = [](const std::optional<Day>& found) { return found ? Json(to_string(*found)) : Json(); };
  const auto found = Network::rings(asked.known(), asked.options(), most_rings);
  for (const Ring& ring : found) {
    Json names = Json::array();
    Json ids = Json::array();
    for (const CityId city : ring.cities) {
      names.push_back(asked.name(city));
      ids.push_back(json(city));
    }
    Json sides = Json::array();
    for (const CityPair& side : ring.last_sides) {
      sides.push_back(fmt::format("{} - {}", asked.name(side.one), asked.name(side.other)));
    }
    list.rows.push_back({names, json(ring.bond), day(ring.closed_earliest), day(ring.closed_latest), sides, ids});
  }
  if (found.size() >= most_rings) {
    list.note =
        fmt::format("there may be more rings: no more than {} that came about bond by bond are looked for", most_rings);
  }
  return list;
}

List bridges(const Asked& asked) {
  List list{.keys = {"city", "twin", "city_id", "twin_id"}, .rows = {}};
  for (const CityPair& pair : asked.network().bridges()) {
    list.rows.push_back({asked.name(pair.one), asked.name(pair.other), json(pair.one), json(pair.other)});
  }
  return list;
}

List countries(const Asked& asked) {
  List list{.keys = {"country_a", "country_b", "pairs"}, .rows = {}};
  for (const CountryTie& tie : asked.network_with_places().countries()) {
    list.rows.push_back({json(tie.a), json(tie.b), tie.pairs});
  }
  return list;
}

List lengths(const Asked& asked) {
  List list{.keys = {"pairs", "unplaced", "mean", "median", "longest", "random_mean", "random_median", "random_error"},
            .rows = {}};
  if (const auto of = asked.network_with_places().lengths()) {
    list.rows.push_back({of->pairs, of->unplaced, of->mean, of->median, of->longest, of->random_mean, of->random_median,
                         of->random_error});
  }
  return list;
}

/// The first year at whose end a bond was certainly in force: an undated one may be of any year, and begins none.
std::optional<int> first_year(const Asked& asked) {
  for (const YearCount& count : asked.known().in_force_by_year(asked.options().as_of)) {
    if (count.certain > 0) return static_cast<int>(count.year);
  }
  return std::nullopt;
}

/// How its figures were at the end of each year that is over by the day.
List years(const Asked& asked) {
  List list;
  const std::chrono::year_month_day day(asked.day());
  const bool is_last_day = day.month() == std::chrono::December && day.day() == std::chrono::day(31);
  const int last = static_cast<int>(day.year()) - (is_last_day ? 0 : 1);
  const std::optional<int> first = asked.since() ? asked.since() : first_year(asked);
  if (!first || last < *first) return list;
  for (const NetworkYear& year : Network::course(asked.known(), *first, last, asked.options())) {
    std::vector<Json>& row = list.rows.emplace_back();
    row.emplace_back(year.year);
    list.keys = {"year"};
    for (const NetworkFigure& figure : list_of(year.figures)) {
      row.push_back(figure.value);
      list.keys.push_back(figure.key);
    }
  }
  return list;
}

const std::map<std::string, std::function<List(const Asked&)>> lists = {
    {"cities", cities},   {"degrees", degrees},     {"distances", distances}, {"rings", rings},
    {"bridges", bridges}, {"countries", countries}, {"lengths", lengths},     {"years", years}};

}  // namespace

int network_lists(const Arguments& arguments) {
  const Registry registry = open_to_read(arguments.file);
  const List list = [&] {
    const Notice notice("Measuring the network of " + arguments.file + " ...");
    return registry.read(arguments.known_at,
                         [&](const Snapshot& known) { return lists.at(arguments.what)(Asked(known, arguments)); });
  }();
  if (arguments.json) {
    print_json(json_of(list));
  } else if (list.rows.empty()) {
    print_text(fmt::format("There are no {} to show{}.\n", arguments.what, day_words(arguments.as_of)));
  } else {
    print_text(table_of(list));
  }
  if (!list.note.empty()) print_note(list.note);
  return done;
}

}  // namespace twinning::command
