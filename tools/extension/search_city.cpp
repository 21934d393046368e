#include "extension/functions.hpp"

namespace twinning::extension {
namespace {

std::vector<Row> rows(HostRegistry&, const Snapshot& snapshot, const Arguments& arguments) {
  std::vector<Row> rows;
  for (const FoundCity& found : snapshot.search_cities(arguments.words(0))) {
    const City& city = found.city;
    const auto degrees = [&](auto member) { return city.coordinates ? Value((*city.coordinates).*member) : Value(); };
    rows.push_back(row_of(city.name, found.name, city.country, city.kind, found.match, std::int64_t{found.distance},
                          city.population, degrees(&Coordinates::latitude), degrees(&Coordinates::longitude), city.id));
  }
  return rows;
}

}  // namespace

const TableFunction search_city = {
    .name = "search_city",
    .columns = {"name TEXT", "matched_name TEXT", "country TEXT", "kind TEXT", "match TEXT", "distance INTEGER",
                "population INTEGER", "latitude REAL", "longitude REAL", "city_id INTEGER"},
    .arguments = {{"search_text", "what a person may type for a city, such as 'stalingard' or 'kingston, jm'"},
                  {"known_at"}},
    .rows_expected = 5,
    .rows = rows};

}  // namespace twinning::extension
