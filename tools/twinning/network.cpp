#include <twinning/network.hpp>

#include <fmt/format.h>

#include "commands.hpp"
#include "network_figures.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "registry_file.hpp"
#include "table.hpp"
#include "values.hpp"

namespace twinning::command {
namespace {

NetworkFigures read_figures(const Arguments& arguments) {
  const Registry registry = open_to_read(arguments.file);
  const Notice notice("Measuring the network of " + arguments.file + " ...");
  const Network network = registry.read([&](const Snapshot& now) {
    return Network(now, {.as_of = arguments.as_of, .certain_only = arguments.certain_only});
  });
  return network.figures();
}

}  // namespace

std::vector<NetworkFigure> list_of(const NetworkFigures& figures) {
  return {
      {"cities", "with a bond in force", json(figures.cities)},
      {"pairs", "of twins", json(figures.pairs)},
      {"components", "parts between which there is no way", json(figures.components)},
      {"giant_component", "cities of the largest part", json(figures.giant_component)},
      {"triangles", "three cities that are all twins of each other", json(figures.triangles)},
      {"wedges", "two twins of one city", json(figures.wedges)},
      {"transitivity", "share of wedges whose ends are twins too", json(figures.transitivity)},
      {"assortativity", "correlation of the numbers of twins at the two ends of a pair", json(figures.assortativity)},
      {"degree_gini", "how unequally twins are spread over the cities, 0 to 1", json(figures.degree_gini)},
      {"max_degree", "the most twins that a city has", json(figures.max_degree)},
      {"mean_distance", "steps between two cities of the largest part", json(figures.mean_distance)},
      {"diameter", "steps of the longest distance in it", json(figures.diameter)},
      {"radius", "steps from its middle to the city farthest from there", json(figures.radius)}};
}

int network(const Arguments& arguments) {
  if (arguments.since && arguments.what != "years") {
    throw UsageError("--since is the first one of the years: add --show years");
  }
  if (arguments.what != "figures") return network_lists(arguments);
  const NetworkFigures figures = read_figures(arguments);
  if (arguments.json) {
    Json document;
    for (const NetworkFigure& figure : list_of(figures)) document[figure.key] = figure.value;
    print_json(document);
  } else if (figures.cities == 0) {
    print_text(fmt::format("No bond is in force{}.\n", day_words(arguments.as_of)));
  } else {
    Table table({{"figure"}, {"value", true}, {"meaning"}});
    for (const NetworkFigure& figure : list_of(figures))
      table.add({figure.key, figure.value.is_null() ? "-" : cell(figure.value), figure.meaning});
    print_text(table.text());
  }
  return done;
}

}  // namespace twinning::command
