#include <twinning/network.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "commands.hpp"
#include "network_figures.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "registry_file.hpp"
#include "table.hpp"
#include "values.hpp"

namespace twinning::command {
namespace {

/// The figures, and those of the bonds that are certainly in force.
struct Measured {
  std::vector<NetworkFigure> figures;
  std::vector<NetworkFigure> certain;  ///< none where only those were asked for
  bool is_empty;
};

std::int64_t pairs_of(const Network& network) {
  std::int64_t ends = 0;
  for (const DegreeCount& count : network.degrees()) ends += count.twins * count.cities;
  return ends / 2;
}

Measured measure(const Arguments& arguments) {
  const Registry registry = open_to_read(arguments.file);
  const Notice notice("Measuring the network of " + arguments.file + " ...");
  return registry.read(arguments.known_at, [&](const Snapshot& known) {
    const auto network_of = [&](bool certain_only) {
      return Network(known, {.as_of = arguments.as_of, .certain_only = certain_only});
    };
    const Network network = network_of(arguments.certain_only);
    Measured measured{.figures = list_of(network.figures()), .certain = {}, .is_empty = network.cities().empty()};
    if (!arguments.certain_only) {
      // Certain pairs are among the others: where they are as many, they are the same.
      const Network certain = network_of(true);
      measured.certain = pairs_of(certain) == pairs_of(network) ? measured.figures : list_of(certain.figures());
    }
    return measured;
  });
}

Json json_of(const std::vector<NetworkFigure>& figures) {
  Json document;
  for (const NetworkFigure& figure : figures) document[figure.key] = figure.value;
  return document;
}

std::string table_of(const Measured& measured) {
  const auto value_of = [](const NetworkFigure& figure) { return figure.value.is_null() ? "-" : cell(figure.value); };
  const bool are_two = !measured.certain.empty() && !std::ranges::equal(measured.figures, measured.certain, {},
                                                                        &NetworkFigure::value, &NetworkFigure::value);
  Table table({{"figure"}, {"value", true}, {"certain", true, true}, {"meaning"}});
  for (std::size_t place = 0; place < measured.figures.size(); ++place) {
    const NetworkFigure& figure = measured.figures[place];
    table.add({figure.key, value_of(figure), are_two ? value_of(measured.certain[place]) : "", figure.meaning});
  }
  return table.text();
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
  const Measured measured = measure(arguments);
  if (arguments.json) {
    Json document = json_of(measured.figures);
    if (!measured.certain.empty()) document["certain"] = json_of(measured.certain);
    print_json(document);
  } else if (measured.is_empty) {
    print_text(fmt::format("No bond is in force{}.\n", day_words(arguments.as_of)));
  } else {
    print_text(table_of(measured));
  }
  return done;
}

}  // namespace twinning::command
