#include "import/known_acts.hpp"

#include <fmt/format.h>

#include "words.hpp"

namespace twinning::importing {
namespace {

bool begins(const EventKind& kind) { return kind.text() == EventKind::formed || kind.text() == EventKind::listed; }

/// Whether one of two statements of the same thing says what the other does.
template <typename Value>
Agreement agreement(const std::optional<Value>& known, const std::optional<Value>& stated) {
  if (!stated || known == stated) return Agreement::says_it;
  return known ? Agreement::contradicts : Agreement::lacks;
}

/// Whether all days of one date are days of another, which has more; no date has all.
bool is_within(const std::optional<Date>& one, const std::optional<Date>& other) {
  if (!one) return false;
  if (!other) return true;
  const auto begins_later = [](const std::optional<Day>& day, const std::optional<Day>& than) {
    return day && (!than || *day > *than);
  };
  const auto ends_earlier = [](const std::optional<Day>& day, const std::optional<Day>& than) {
    return day && (!than || *day < *than);
  };
  if (begins_later(other->earliest(), one->earliest()) || ends_earlier(other->latest(), one->latest())) return false;
  return begins_later(one->earliest(), other->earliest()) || ends_earlier(one->latest(), other->latest());
}

/// Notes are told one behind another.
bool has_note(const std::optional<std::string>& known, const std::string& note) {
  return known && ("; " + *known + "; ").find("; " + note + "; ") != std::string::npos;
}

}  // namespace

std::vector<KnownAct> acts_of(Connection& connection, BondId bond) {
  Statement rows(connection,
                 "SELECT e.id, e.kind, e.date, e.decided, e.city_id, e.reason, e.condition, e.note, e.rank, "
                 "e.caused_by, e.recorded_at, EXISTS (SELECT 1 FROM bond_event AS c WHERE c.corrects = e.id) AS "
                 "corrected FROM bond_event AS e WHERE e.bond_id = ? ORDER BY corrected, e.id");
  rows.bind(bond);
  std::vector<KnownAct> acts;
  while (rows.step()) {
    acts.push_back({.id = rows.id<EventId>(0),
                    .act = {.kind = rows.text(1),
                            .date = rows.maybe_date(2),
                            .decided = rows.maybe_date(3),
                            .by = rows.maybe_id<CityId>(4),
                            .reason = rows.maybe_code<Reason>(5),
                            .condition = rows.maybe_text(6),
                            .note = rows.maybe_text(7),
                            .rank = rank_from(rows.view(8)),
                            .caused_by = rows.maybe_id<EventId>(9)},
                    .recorded_at = rows.text(10),
                    .is_corrected = rows.flag(11)});
  }
  return acts;
}

Agreement agreement(const NewEvent& known, const StatedAct& stated, const std::optional<CityId>& by) {
  if (known.by != by) return Agreement::another;
  const bool both_begin = begins(known.kind) && begins(stated.kind);
  const bool is_forming = stated.kind.text() == EventKind::formed;
  if (known.kind != stated.kind || known.date != stated.date) {
    if (both_begin && is_forming && stated.date && !known.date) return Agreement::lacks_date;
    const bool says_less = both_begin && !stated.date && (known.kind == stated.kind || !is_forming);
    if (!says_less) {
      if (known.kind != stated.kind) return Agreement::another;
      if (is_within(stated.date, known.date)) return Agreement::narrows;
      if (is_within(known.date, stated.date)) return Agreement::widens;
      return is_forming ? Agreement::contradicts : Agreement::another;
    }
  }
  bool lacks = stated.note && !has_note(known.note, *stated.note);
  for (const Agreement one : {agreement(known.decided, stated.decided), agreement(known.reason, stated.reason)}) {
    if (one == Agreement::contradicts) return one;
    lacks = lacks || one == Agreement::lacks;
  }
  return lacks ? Agreement::lacks : Agreement::says_it;
}

NewEvent completed(const NewEvent& known, const StatedAct& stated) {
  NewEvent act = known;
  if (stated.date && (!act.date || is_within(stated.date, act.date))) {
    act.kind = stated.kind;
    act.date = stated.date;
  }
  if (!act.decided) act.decided = stated.decided;
  if (!act.reason) act.reason = stated.reason;
  if (stated.note && !has_note(act.note, *stated.note)) {
    act.note = act.note ? fmt::format("{}; {}", *act.note, *stated.note) : *stated.note;
  }
  return act;
}

}  // namespace twinning::importing
