#include "event_row.hpp"

#include "instant.hpp"
#include "words.hpp"

namespace twinning {

Event read_event(const Statement& row) {
  return {.id = row.id<EventId>(0),
          .bond = row.id<BondId>(1),
          .parties = row.text(2),
          .kind = row.text(3),
          .date = row.maybe_date(4),
          .decided = row.maybe_date(5),
          .by = row.maybe_id<CityId>(6),
          .by_city = row.maybe_text(7),
          .reason = row.maybe_code<Reason>(8),
          .condition = row.maybe_text(9),
          .note = row.maybe_text(10),
          .rank = rank_from(row.view(11)),
          .caused_by = row.maybe_id<EventId>(12),
          .recorded_at = instant_from(row.view(13)),
          .sources = row.maybe_text(14)};
}

RecordedEvent read_recorded_event(const Statement& row) {
  const auto set_aside = row.maybe_text(event_columns + 1);
  return {.event = read_event(row),
          .corrects = row.maybe_id<EventId>(event_columns),
          .set_aside = set_aside ? std::optional(set_aside_from(*set_aside)) : std::nullopt,
          .superseded_by = row.maybe_id<EventId>(event_columns + 2)};
}

}  // namespace twinning
