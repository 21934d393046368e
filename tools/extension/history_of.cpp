#include "extension/functions.hpp"

namespace twinning::extension {
namespace {

std::vector<Row> rows(HostRegistry&, const Snapshot& snapshot, const Arguments& arguments) {
  std::vector<Row> rows;
  for (const Event& event : snapshot.history(arguments.city(0, snapshot).id)) {
    rows.push_back(row_of(event.bond, event.parties, event.date, event.decided, event.kind, event.by_city, event.reason,
                          event.condition, event.note, event.rank, event.sources, event.recorded_at, event.id, event.by,
                          event.caused_by));
  }
  return rows;
}

}  // namespace

const TableFunction history_of = {
    .name = "history_of",
    .columns = {"bond_id INTEGER", "parties TEXT", "date TEXT", "decided TEXT", "event TEXT", "by_city TEXT",
                "reason TEXT", "condition TEXT", "note TEXT", "rank TEXT", "sources TEXT", "recorded_at TEXT",
                "event_id INTEGER", "city_id INTEGER", "caused_by INTEGER"},
    .arguments = {{"of_city", a_city}, {"known_at"}},
    .rows_expected = 20,
    .rows = rows};

}  // namespace twinning::extension
