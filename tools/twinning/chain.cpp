#include <fmt/format.h>

#include <optional>
#include <utility>

#include <twinning/network.hpp>

#include "commands.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "registry_file.hpp"
#include "table.hpp"
#include "text.hpp"
#include "words.hpp"

namespace twinning::command {
namespace {

/// A chain with what its ids stand for.
struct Way {
  City from;
  City to;
  bool exists = false;
  std::vector<City> cities;
  std::vector<Bond> bonds;  ///< the one that leads to each city but the first
  std::optional<double> kilometres = {};
  std::vector<std::string> hints = {};  ///< where there is none: what may be the cause
};

/// What may keep a city from being on any way.
void append_hints(const Snapshot& known, const City& city, const Arguments& arguments,
                  std::vector<std::string>& hints) {
  if (arguments.by_distance && !city.coordinates) {
    hints.push_back(fmt::format("Where {} lies is not recorded.", full_name(city)));
  }
  for (const CityChange& change : known.city_changes(city.id, AsOf(Date("0000-01-01")), arguments.as_of)) {
    if (change.what != ChangeOf::successor) continue;
    hints.push_back(fmt::format("{} was followed by {}{}: ask for that.", full_name(city), change.after,
                                period_words(change.earliest, change.latest)));
  }
}

Way way_between(const Snapshot& known, const Arguments& arguments) {
  Way way{.from = known.get_city(arguments.city),
          .to = known.get_city(arguments.other_city.value()),
          .cities = {},
          .bonds = {}};
  const Network network(
      known, {.as_of = arguments.as_of, .certain_only = arguments.certain_only, .places = arguments.by_distance});
  std::optional<Chain> chain;
  if (arguments.by_distance && way.from.id != way.to.id) {
    if (auto route = network.route(way.from.id, way.to.id)) {
      chain = std::move(route->chain);
      way.kilometres = route->kilometres;
    }
  } else {
    chain = network.chain(way.from.id, way.to.id);
    if (chain && arguments.by_distance) way.kilometres = 0;
  }
  if (!chain) {
    append_hints(known, way.from, arguments, way.hints);
    if (way.from.id != way.to.id) append_hints(known, way.to, arguments, way.hints);
    return way;
  }
  way.exists = true;
  for (const CityId city : chain->cities) way.cities.push_back(known.get_city(city));
  for (const BondId bond : chain->bonds) way.bonds.push_back(known.get_bond(bond, arguments.as_of));
  return way;
}

Json json_of(const Way& way, bool by_distance) {
  Json names = Json::array();
  Json ids = Json::array();
  Json bonds = Json::array();
  for (const City& city : way.cities) {
    names.push_back(city.name);
    ids.push_back(json(city.id));
  }
  for (const Bond& bond : way.bonds) bonds.push_back(json(bond.id));
  const Json length = way.exists ? Json(way.bonds.size()) : Json(nullptr);
  Json document{{"length", length}, {"cities", names}, {"bonds", bonds}, {"city_ids", ids}};
  if (by_distance) document["kilometres"] = json(way.kilometres);
  return document;
}

std::string table_of(const Way& way) {
  Table table({{"step", true}, {"city"}, {"country"}, {"kind"}, {"status"}, {"formed"}, {"bond", true}});
  for (std::size_t step = 0; step < way.cities.size(); ++step) {
    const City& city = way.cities[step];
    std::vector<std::string> row{std::to_string(step), city.name, words(city.country)};
    if (step > 0) {
      const Bond& bond = way.bonds[step - 1];
      row.push_back(bond.kind.text());
      row.emplace_back(bond.status ? to_string(*bond.status) : "");
      row.push_back(words(bond.formed));
      row.push_back(std::to_string(bond.id.value()));
    }
    table.add(row);
  }
  return table.text() + (way.kilometres ? fmt::format("{:.0f} km\n", *way.kilometres) : "");
}

}  // namespace

int chain(const Arguments& arguments) {
  const Registry registry = open_to_read(arguments.file);
  const Way way = [&] {
    const Notice notice("Reading the bonds of " + arguments.file + " ...");
    return registry.read(arguments.known_at, [&](const Snapshot& known) { return way_between(known, arguments); });
  }();
  if (arguments.json) {
    print_json(json_of(way, arguments.by_distance));
  } else if (!way.exists) {
    std::string said =
        fmt::format("No way leads from {} to {} by the bonds {}in force{}{}.", full_name(way.from), full_name(way.to),
                    arguments.certain_only ? "certainly " : "", day_words(arguments.as_of),
                    arguments.by_distance ? " between cities whose places are known" : "");
    for (const std::string& hint : way.hints) said += " " + hint;
    print_text(shown(said) + "\n");
  } else {
    print_text(table_of(way));
  }
  return done;
}

}  // namespace twinning::command
