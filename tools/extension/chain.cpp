#include <twinning/network.hpp>

#include "extension/functions.hpp"

namespace twinning::extension {
namespace {

std::vector<Row> rows(HostRegistry& registry, const Snapshot& snapshot, const Arguments& arguments) {
  const CityId from = arguments.city(0, snapshot).id;
  const CityId to = arguments.city(1, snapshot).id;
  const AsOf as_of = arguments.as_of(2);
  const auto way = registry.network(snapshot, as_of, arguments.flag(4)).chain(from, to);
  std::vector<Row> rows;
  if (!way) return rows;
  for (std::size_t step = 0; step < way->cities.size(); ++step) {
    const City city = snapshot.get_city(way->cities[step]);
    const auto bond = step > 0 ? std::optional(snapshot.get_bond(way->bonds[step - 1], as_of)) : std::nullopt;
    const auto of_bond = [&](auto member) { return bond ? value_of((*bond).*member) : Value(); };
    rows.push_back(row_of(static_cast<std::int64_t>(step), city.name, city.country, of_bond(&Bond::kind),
                          of_bond(&Bond::status), of_bond(&Bond::formed), city.id, of_bond(&Bond::id)));
  }
  return rows;
}

}  // namespace

const TableFunction chain = {
    .name = "chain",
    .columns = {"step INTEGER", "city TEXT", "country TEXT", "kind TEXT", "status TEXT", "formed TEXT",
                "city_id INTEGER", "bond_id INTEGER"},
    .arguments = {{"from_city", a_city}, {"to_city", a_city}, {"as_of"}, {"known_at"}, {"certain_only"}},
    .rows_expected = 5,
    .rows = rows};

}  // namespace twinning::extension
