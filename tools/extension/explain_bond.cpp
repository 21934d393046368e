#include "extension/functions.hpp"

namespace twinning::extension {
namespace {

std::vector<Row> rows(HostRegistry&, const Snapshot& snapshot, const Arguments& arguments) {
  std::vector<Row> rows;
  for (const Ground& ground : snapshot.explain(arguments.bond(0), arguments.as_of(1))) {
    const RecordedEvent& recorded = ground.recorded;
    const Event& event = recorded.event;
    rows.push_back(row_of(event.parties, event.date, event.decided, event.kind, event.by_city, event.reason,
                          event.condition, event.note, event.rank, ground.status, ground.certainty, recorded.set_aside,
                          event.sources, event.recorded_at, event.id, recorded.corrects, recorded.superseded_by));
  }
  return rows;
}

}  // namespace

const TableFunction explain_bond = {
    .name = "explain_bond",
    .columns = {"parties TEXT", "date TEXT", "decided TEXT", "event TEXT", "by_city TEXT", "reason TEXT",
                "condition TEXT", "note TEXT", "rank TEXT", "status TEXT", "certainty TEXT", "set_aside TEXT",
                "sources TEXT", "recorded_at TEXT", "event_id INTEGER", "corrects INTEGER", "superseded_by INTEGER"},
    .arguments = {{"of_bond", "its id, as twins_of and bonds_as_of give it"}, {"as_of"}, {"known_at"}},
    .rows_expected = 5,
    .rows = rows};

}  // namespace twinning::extension
