#include "extension/functions.hpp"

namespace twinning::extension {
namespace {

std::vector<Row> rows(HostRegistry&, const Snapshot& snapshot, const Arguments& arguments) {
  std::vector<Row> rows;
  for (const Change& change : snapshot.changes(arguments.as_of(0), arguments.as_of(1))) {
    rows.push_back(row_of(change.bond, change.parties, change.before, change.after, change.certainty, change.earliest,
                          change.latest, change.date, change.kind, change.by_city, change.reason, change.event));
  }
  return rows;
}

}  // namespace

const TableFunction changes = {
    .name = "changes",
    .columns = {"bond_id INTEGER", "parties TEXT", "before TEXT", "status TEXT", "certainty TEXT", "from_earliest TEXT",
                "from_latest TEXT", "date TEXT", "event TEXT", "by_city TEXT", "reason TEXT", "event_id INTEGER"},
    .arguments = {{"after_day", "the day after which to begin, such as '2022-01-31'"}, {"to_day"}, {"known_at"}},
    .rows_expected = 1000,
    .rows = rows};

}  // namespace twinning::extension
