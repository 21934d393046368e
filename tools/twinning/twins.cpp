#include <fmt/format.h>

#include "commands.hpp"
#include "output.hpp"
#include "registry_file.hpp"
#include "table.hpp"
#include "text.hpp"
#include "words.hpp"

namespace twinning::command {
namespace {

Json json_of(const std::vector<Twin>& twins) {
  Json list = Json::array();
  for (const Twin& twin : twins) {
    list.push_back(Json{{"name", twin.name},
                        {"name_then", twin.name_then},
                        {"country", json(twin.country)},
                        {"city", json(twin.city)},
                        {"bond", json(twin.bond)},
                        {"kind", json(twin.kind)},
                        {"status", to_string(twin.status)},
                        {"certainty", to_string(twin.certainty)},
                        {"since", json(twin.since)},
                        {"until", json(twin.until)},
                        {"carried_from", json(twin.carried_from)},
                        {"twin_carried_from", json(twin.twin_carried_from)}});
  }
  return list;
}

std::string table_of(const std::vector<Twin>& twins) {
  Table table({{"twin"},
               {"name then", false, true},
               {"country"},
               {"kind"},
               {"status"},
               {"certainty"},
               {"since"},
               {"until", false, true},
               {"carried from", false, true},
               {"twin carried from", false, true},
               {"bond", true}});
  for (const Twin& twin : twins) {
    table.add({twin.name, twin.name_then == twin.name ? "" : twin.name_then, words(twin.country), twin.kind.text(),
               std::string(to_string(twin.status)), std::string(to_string(twin.certainty)), words(twin.since),
               words(twin.until), words(twin.carried_from), words(twin.twin_carried_from),
               std::to_string(twin.bond.value())});
  }
  return table.text();
}

}  // namespace

int twins(const Arguments& arguments) {
  const Registry registry = open_to_read(arguments.file);
  City city;
  std::vector<Twin> twins;
  registry.read(arguments.known_at, [&](const Snapshot& known) {
    city = known.get_city(arguments.city);
    twins = known.twins(city.id, arguments.as_of);
  });
  if (arguments.json) {
    print_json(json_of(twins));
  } else if (twins.empty()) {
    print_text(fmt::format("{} has no twins{}.\n", shown(full_name(city)), day_words(arguments.as_of)));
  } else {
    print_text(table_of(twins));
  }
  return done;
}

}  // namespace twinning::command
