#include "extension/library_answers.hpp"

#include <sqlite3.h>

#include <array>
#include <type_traits>

namespace twinning::support {
namespace {

std::string cell(const std::string& text) { return text; }
std::string cell(const Date& date) { return date.text(); }
std::string cell(Day day) { return to_string(day); }
std::string cell(Instant instant) { return to_string(instant); }
std::string cell(std::int64_t number) { return std::to_string(number); }
/// As SQLite writes a real number.
std::string cell(double number) {
  std::array<char, 40> text{};
  return sqlite3_snprintf(static_cast<int>(text.size()), text.data(), "%!.15g", number);
}
template <typename Thing>
std::string cell(Id<Thing> id) {
  return std::to_string(id.value());
}
template <typename List>
requires std::is_base_of_v<Code<List>, List> std::string cell(const List& code) { return code.text(); }
template <typename Word>
requires std::is_enum_v<Word> std::string cell(Word word) { return std::string(to_string(word)); }
template <typename Value>
std::string cell(const std::optional<Value>& value) {
  return value ? cell(*value) : "-";
}

template <typename First, typename... Rest>
std::string line(const First& first, const Rest&... rest) {
  return cell(first) + (("|" + cell(rest)) + ...) + "\n";
}

}  // namespace

std::string twins_of(const Snapshot& snapshot, CityId city, AsOf as_of) {
  std::string lines;
  for (const Twin& twin : snapshot.twins(city, as_of)) {
    lines += line(twin.name, twin.name_then, twin.country, twin.kind, twin.status, twin.certainty, twin.since,
                  twin.until, twin.carried_from, twin.twin_carried_from, twin.bond, city, twin.city);
  }
  return lines;
}

std::string bonds_as_of(const Snapshot& snapshot, AsOf as_of) {
  std::string lines;
  for (const Bond& bond : snapshot.bonds({}, as_of)) {
    lines += line(bond.id, bond.parties, bond.kind, bond.status, bond.certainty, std::int64_t{bond.contested},
                  bond.formed, bond.ended, bond.since, bond.by_city, bond.reason, bond.motive, bond.sources, bond.title,
                  bond.condition, bond.note);
  }
  return lines;
}

std::string history_of(const Snapshot& snapshot, CityId city) {
  std::string lines;
  for (const Event& event : snapshot.history(city)) {
    lines += line(event.bond, event.parties, event.date, event.decided, event.kind, event.by_city, event.reason,
                  event.condition, event.note, event.rank, event.sources, event.recorded_at, event.id, event.by,
                  event.caused_by);
  }
  return lines;
}

std::string changes(const Snapshot& snapshot, AsOf after, AsOf until) {
  std::string lines;
  for (const Change& change : snapshot.changes(after, until)) {
    lines += line(change.bond, change.parties, change.before, change.after, change.certainty, change.earliest,
                  change.latest, change.date, change.kind, change.by_city, change.reason, change.event);
  }
  return lines;
}

std::string explain_bond(const Snapshot& snapshot, BondId bond, AsOf as_of) {
  std::string lines;
  for (const Ground& ground : snapshot.explain(bond, as_of)) {
    const Event& event = ground.recorded.event;
    lines += line(event.parties, event.date, event.decided, event.kind, event.by_city, event.reason, event.condition,
                  event.note, event.rank, ground.status, ground.certainty, ground.recorded.set_aside, event.sources,
                  event.recorded_at, event.id, ground.recorded.corrects, ground.recorded.superseded_by);
  }
  return lines;
}

std::string search_city(const Snapshot& snapshot, const std::string& text) {
  std::string lines;
  for (const FoundCity& found : snapshot.search_cities(text)) {
    const City& city = found.city;
    const auto degrees = [&](auto member) {
      return city.coordinates ? std::optional((*city.coordinates).*member) : std::nullopt;
    };
    lines += line(city.name, found.name, city.country, city.kind, found.match, std::int64_t{found.distance},
                  city.population, degrees(&Coordinates::latitude), degrees(&Coordinates::longitude), city.id);
  }
  return lines;
}

std::string chain(const Snapshot& snapshot, const Network& network, CityId from, CityId to, AsOf as_of) {
  const auto way = network.chain(from, to);
  std::string lines;
  if (!way) return lines;
  for (std::size_t step = 0; step < way->cities.size(); ++step) {
    const City city = snapshot.get_city(way->cities[step]);
    lines += std::to_string(step) + "|" + cell(city.name) + "|" + cell(city.country) + "|";
    if (step == 0) {
      lines += "-|-|-|" + cell(city.id) + "|-\n";
      continue;
    }
    const Bond bond = snapshot.get_bond(way->bonds[step - 1], as_of);
    lines += line(bond.kind, bond.status, bond.formed, city.id, bond.id);
  }
  return lines;
}

}  // namespace twinning::support
