// What there is to say of a network city by city, pair by pair and ring by ring.

#include <fmt/format.h>

#include <algorithm>
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
};

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

/// A network and the snapshot that it was made from.
struct Asked {
  const Snapshot& now;
  NetworkOptions options;
  std::optional<int> since;
  Network network;

  std::string name(CityId city) const { return now.get_city(city).name; }
  Json names(const std::vector<CityId>& cities) const {
    Json names = Json::array();
    for (const CityId city : cities) names.push_back(name(city));
    return names;
  }
};

List cities(const Asked& asked) {
  const Network& network = asked.network;
  const auto by_city = [](const std::vector<CityFigure>& figures) {
    std::unordered_map<CityId, double> values;
    for (const CityFigure& figure : figures) values.emplace(figure.city, figure.value);
    return values;
  };
  const auto clustering = by_city(network.clustering());
  const auto closeness = by_city(network.closeness());
  const auto betweenness = by_city(network.betweenness());
  const auto articulation = network.articulation_cities();
  List list{.keys = {"city", "country", "twins", "clustering", "closeness", "betweenness", "articulation", "id"},
            .rows = {}};
  for (const CityId id : network.cities()) {
    const City city = asked.now.get_city(id);
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
  for (const DegreeCount& count : asked.network.degrees()) list.rows.push_back({count.twins, count.cities});
  return list;
}

List distances(const Asked& asked) {
  List list{.keys = {"steps", "pairs"}, .rows = {}};
  for (const DistanceCount& count : asked.network.distances()) list.rows.push_back({count.steps, count.pairs});
  return list;
}

List rings(const Asked& asked) {
  List list{.keys = {"cities", "bond", "closed_earliest", "closed_latest", "last_sides", "city_ids"}, .rows = {}};
  const auto day = [](const std::optional<Day>& found) { return found ? Json(to_string(*found)) : Json(); };
  for (const Ring& ring : Network::rings(asked.now, asked.options)) {
    Json sides = Json::array();
    for (const CityPair& side : ring.last_sides) {
      sides.push_back(fmt::format("{} - {}", asked.name(side.one), asked.name(side.other)));
    }
    Json ids = Json::array();
    for (const CityId city : ring.cities) ids.push_back(json(city));
    list.rows.push_back(
        {asked.names(ring.cities), json(ring.bond), day(ring.closed_earliest), day(ring.closed_latest), sides, ids});
  }
  return list;
}

List bridges(const Asked& asked) {
  List list{.keys = {"city", "twin", "city_id", "twin_id"}, .rows = {}};
  for (const CityPair& pair : asked.network.bridges()) {
    list.rows.push_back({asked.name(pair.one), asked.name(pair.other), json(pair.one), json(pair.other)});
  }
  return list;
}

List countries(const Asked& asked) {
  List list{.keys = {"country_a", "country_b", "pairs"}, .rows = {}};
  for (const CountryTie& tie : asked.network.countries()) list.rows.push_back({json(tie.a), json(tie.b), tie.pairs});
  return list;
}

List lengths(const Asked& asked) {
  List list{.keys = {"pairs", "unplaced", "mean", "median", "longest", "random_mean", "random_median", "random_error"},
            .rows = {}};
  if (const auto of = asked.network.lengths()) {
    list.rows.push_back({of->pairs, of->unplaced, of->mean, of->median, of->longest, of->random_mean, of->random_median,
                         of->random_error});
  }
  return list;
}

/// How its figures were at the end of each year, from the first one with a bond.
List years(const Asked& asked) {
  List list;
  std::optional<int> last;
  std::optional<int> first = asked.since;
  for (const YearCount& count : asked.now.in_force_by_year(asked.options.as_of)) {
    last = static_cast<int>(count.year);
    if (!first && (asked.options.certain_only ? count.certain : count.bonds) > 0) first = last;
  }
  if (!first || !last || *last < *first) return list;
  for (const NetworkYear& year : Network::course(asked.now, *first, *last, asked.options)) {
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
    return registry.read([&](const Snapshot& now) {
      const NetworkOptions options{.as_of = arguments.as_of, .certain_only = arguments.certain_only, .places = true};
      return lists.at(arguments.what)(
          {.now = now, .options = options, .since = arguments.since, .network = Network(now, options)});
    });
  }();
  if (arguments.json) {
    print_json(json_of(list));
  } else if (list.rows.empty()) {
    print_text(fmt::format("There are no {} to show{}.\n", arguments.what, day_words(arguments.as_of)));
  } else {
    print_text(table_of(list));
  }
  return done;
}

}  // namespace twinning::command
