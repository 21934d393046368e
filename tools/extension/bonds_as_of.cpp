#include "extension/functions.hpp"

namespace twinning::extension {
namespace {

std::vector<Row> rows(HostRegistry&, const Snapshot& snapshot, const Arguments& arguments) {
  std::vector<Row> rows;
  const auto keep = [&](const Bond& bond) {
    rows.push_back(row_of(bond.id, bond.parties, bond.kind, bond.status, bond.certainty, bond.contested, bond.formed,
                          bond.ended, bond.since, bond.by_city, bond.reason, bond.motive, bond.sources, bond.title,
                          bond.condition, bond.note));
  };
  snapshot.for_each_bond({}, keep, arguments.as_of(0));
  return rows;
}

}  // namespace

const TableFunction bonds_as_of = {
    .name = "bonds_as_of",
    .columns = {"bond_id INTEGER", "parties TEXT", "kind TEXT", "status TEXT", "certainty TEXT", "contested INTEGER",
                "formed TEXT", "ended TEXT", "since TEXT", "by_city TEXT", "reason TEXT", "motive TEXT", "sources TEXT",
                "title TEXT", "condition TEXT", "note TEXT"},
    .arguments = {{"as_of"}, {"known_at"}},
    .rows_expected = 10000,
    .rows = rows};

}  // namespace twinning::extension
