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
};

Way way_between(const Snapshot& now, const Arguments& arguments) {
  Way way{.from = now.get_city(arguments.city),
          .to = now.get_city(arguments.other_city.value()),
          .cities = {},
          .bonds = {}};
  const Network network(
      now, {.as_of = arguments.as_of, .certain_only = arguments.certain_only, .places = arguments.by_distance});
  std::optional<Chain> chain;
  if (arguments.by_distance) {
    if (auto route = network.route(way.from.id, way.to.id)) {
      chain = std::move(route->chain);
      way.kilometres = route->kilometres;
    }
  } else {
    chain = network.chain(way.from.id, way.to.id);
  }
  if (!chain) return way;
  way.exists = true;
  for (const CityId city : chain->cities) way.cities.push_back(now.get_city(city));
  for (const BondId bond : chain->bonds) way.bonds.push_back(now.get_bond(bond, arguments.as_of));
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
    return registry.read([&](const Snapshot& now) { return way_between(now, arguments); });
  }();
  if (arguments.json) {
    print_json(json_of(way, arguments.by_distance));
  } else if (!way.exists) {
    print_text(fmt::format("No way leads from {} to {} by the bonds {}in force{}{}.\n", shown(full_name(way.from)),
                           shown(full_name(way.to)), arguments.certain_only ? "certainly " : "",
                           day_words(arguments.as_of),
                           arguments.by_distance ? " between cities whose places are known" : ""));
  } else {
    print_text(table_of(way));
  }
  return done;
}

}  // namespace twinning::command
