#include "extension/functions.hpp"

namespace twinning::extension {
namespace {

std::vector<Row> rows(HostRegistry&, const Snapshot& snapshot, const Arguments& arguments) {
  const CityId city = arguments.city(0, snapshot).id;
  std::vector<Row> rows;
  for (const Twin& twin : snapshot.twins(city, arguments.as_of(1))) {
    rows.push_back(row_of(twin.name, twin.name_then, twin.country, twin.kind, twin.status, twin.certainty, twin.since,
                          twin.until, twin.carried_from, twin.twin_carried_from, twin.bond, city, twin.city));
  }
  return rows;
}

}  // namespace

const TableFunction twins_of = {
    .name = "twins_of",
    .columns = {"name TEXT", "name_then TEXT", "country TEXT", "kind TEXT", "status TEXT", "certainty TEXT",
                "since TEXT", "until TEXT", "carried_from TEXT", "twin_carried_from TEXT", "bond_id INTEGER",
                "city_id INTEGER", "twin_id INTEGER"},
    .arguments = {{"of_city", a_city}, {"as_of"}, {"known_at"}},
    .rows_expected = 10,
    .rows = rows};

}  // namespace twinning::extension
