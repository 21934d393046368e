#include <fmt/format.h>

#include "commands.hpp"
#include "output.hpp"
#include "registry_file.hpp"
#include "table.hpp"
#include "text.hpp"
#include "words.hpp"

namespace twinning::command {
namespace {

Json json_of(const std::vector<Event>& events) {
  Json list = Json::array();
  for (const Event& event : events) {
    list.push_back(Json{{"bond", json(event.bond)},
                        {"parties", event.parties},
                        {"date", json(event.date)},
                        {"decided", json(event.decided)},
                        {"event", json(event.kind)},
                        {"by", json(event.by_city)},
                        {"reason", json(event.reason)},
                        {"condition", json(event.condition)},
                        {"note", json(event.note)},
                        {"rank", to_string(event.rank)},
                        {"sources", json(event.sources)},
                        {"recorded_at", to_string(event.recorded_at)}});
  }
  return list;
}

std::string table_of(const std::vector<Event>& events) {
  Table table({{"bond", true},
               {"parties"},
               {"date"},
               {"decided", false, true},
               {"event"},
               {"rank", false, true},
               {"by", false, true},
               {"reason", false, true},
               {"condition", false, true},
               {"note", false, true},
               {"sources", false, true}});
  for (const Event& event : events) {
    const std::string rank = event.rank == Rank::normal ? "" : std::string(to_string(event.rank));
    table.add({std::to_string(event.bond.value()), event.parties, words(event.date), words(event.decided),
               event.kind.text(), rank, words(event.by_city), words(event.reason), words(event.condition),
               words(event.note), words(event.sources)});
  }
  return table.text();
}

}  // namespace

int history(const Arguments& arguments) {
  const Registry registry = open_to_read(arguments.file);
  std::string whose;
  std::vector<Event> events;
  registry.read([&](const Snapshot& now) {
    const City city = now.get_city(arguments.city);
    if (!arguments.other_city) {
      whose = "of " + full_name(city);
      events = now.history(city.id);
      return;
    }
    const City other = now.get_city(*arguments.other_city);
    whose = fmt::format("between {} and {}", full_name(city), full_name(other));
    events = now.history(city.id, other.id);
  });
  if (arguments.json) {
    print_json(json_of(events));
  } else if (events.empty()) {
    print_text(fmt::format("No act {} is recorded.\n", shown(whose)));
  } else {
    print_text(table_of(events));
  }
  return done;
}

}  // namespace twinning::command
