#pragma once

#include <twinning/bond.hpp>

#include "connection.hpp"

// The columns of bond_history and recorded_event that make an Event, the first of a query's.
#define EVENT_COLUMNS EVENT_COLUMNS_WITH("parties")
// Those of current_event, with something in the place of the parties.
#define EVENT_COLUMNS_WITH(parties)                                           \
  "event_id, bond_id, " parties                                               \
  ", event, date, decided, city_id, by_city, reason, condition, note, rank, " \
  "caused_by, recorded_at, sources"

namespace twinning {

inline constexpr int event_columns = 15;

/// The act of a row that begins with EVENT_COLUMNS. Throws Error (corrupt).
Event read_event(const Statement& row);

/// The same with what follows them: corrects, set_aside, superseded_by.
RecordedEvent read_recorded_event(const Statement& row);

}  // namespace twinning
