#include <fmt/format.h>

#include "commands.hpp"
#include "json.hpp"
#include "output.hpp"
#include "registry_file.hpp"
#include "table.hpp"
#include "text.hpp"
#include "words.hpp"

namespace twinning::command {
namespace {

Json json_of(const std::vector<FoundCity>& found) {
  Json list = Json::array();
  for (const FoundCity& row : found) {
    list.push_back(Json{{"city", json(row.city.id)},
                        {"name", row.city.name},
                        {"country", json(row.city.country)},
                        {"population", json(row.city.population)},
                        {"matched", row.name},
                        {"match", to_string(row.match)},
                        {"distance", row.distance}});
  }
  return list;
}

std::string table_of(const std::vector<FoundCity>& found) {
  Table table({{"city"}, {"matched", false, true}, {"country"}, {"population", true, true}, {"match"}, {"id", true}});
  for (const FoundCity& row : found) {
    const std::string match = row.match == Match::near
                                  ? fmt::format("near, {} letter{} away", row.distance, row.distance == 1 ? "" : "s")
                                  : std::string(to_string(row.match));
    table.add({row.city.name, row.name == row.city.name ? "" : row.name, words(row.city.country),
               row.city.population ? std::to_string(*row.city.population) : "", match,
               std::to_string(row.city.id.value())});
  }
  return table.text();
}

}  // namespace

int search(const Arguments& arguments) {
  const auto found =
      open_to_read(arguments.file).read([&](const Snapshot& now) { return now.search_cities(arguments.city); });
  if (arguments.json) {
    print_json(json_of(found));
  } else if (found.empty()) {
    print_text(fmt::format("No city has a name like {}.\n", shown(arguments.city)));
  } else {
    print_text(table_of(found));
  }
  return done;
}

}  // namespace twinning::command
