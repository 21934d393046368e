// Writing bonds, what happened to them and what they left behind.

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include <twinning/transaction.hpp>

#include "chance.hpp"
#include "writing.hpp"

namespace twinning {

BondId Transaction::form(const NewBond& bond) {
  require_transaction(connection_);
  NewBond unformed = bond;
  unformed.date.reset();
  unformed.decided.reset();
  unformed.reason.reset();
  Savepoint savepoint(connection_);
  const BondId id = add_bond(unformed);
  record(id, {.kind = EventKind::formed, .date = bond.date, .decided = bond.decided, .reason = bond.reason});
  savepoint.keep();
  return id;
}

BondId Transaction::add_bond(const NewBond& bond) {
  require_transaction(connection_);
  if (bond.date || bond.decided || bond.reason) {
    throw Error(ErrorCategory::invalid_argument,
                "add_bond records no act, so it takes no date, decided or reason: use form, or record the act next");
  }
  if (bond.parties.size() < 2) {
    throw Error(ErrorCategory::invalid_argument,
                fmt::format("bond_event_two_parties: a bond has two or more parties, not {}", bond.parties.size()),
                "bond_event_two_parties");
  }
  Savepoint savepoint(connection_);
  const BondId id = with_values(
      [&] { return Values().add("kind", bond.kind).add("title", bond.title); },
      [&] {
        const std::string uid = new_uid();
        Statement(connection_, "INSERT INTO bond (uid, kind, title, exclusive, note) VALUES (?, ?, ?, ?, ?)")
            .bind(uid)
            .bind(bond.kind)
            .bind(bond.title)
            .bind(bond.exclusive)
            .bind(bond.note)
            .run();
        return BondId(connection_.last_insert_id());
      });
  for (const CityId city : bond.parties) add_party(id, city);
  savepoint.keep();
  return id;
}

void Transaction::add_party(BondId bond, CityId city) {
  require_transaction(connection_);
  with_values([&] { return Values().add("bond", bond).add("city", city); },
              [&] {
                Statement(connection_, "INSERT INTO bond_party (bond_id, city_id, recorded_at) VALUES (?, ?, ?)")
                    .bind(bond)
                    .bind(city)
                    .bind(recorded_at_)
                    .run();
              });
}

EventId Transaction::record(BondId bond, const NewEvent& event) {
  return insert(bond, event, std::nullopt, recorded_at_);
}

EventId Transaction::insert(BondId bond, const NewEvent& event, std::optional<EventId> corrects,
                            const std::string& recorded_at) {
  require_transaction(connection_);
  const auto describe = [&] {
    return Values()
        .add("bond", bond)
        .add("act", event.kind)
        .add("date", event.date)
        .add("by city", event.by)
        .add("reason", event.reason)
        .add("caused by act", event.caused_by)
        .add("corrects act", corrects);
  };
  return with_values(describe, [&] {
    // As the file makes them itself, see upkeep.sql: moment, id, chance.
    look_at_log();
    if (last_event_ == std::numeric_limits<std::int64_t>::max()) {
      throw Error(
          ErrorCategory::rule_broken,
          "an act has the greatest id that there is, so no later one can be given: move the acts to a new file");
    }
    const std::int64_t id = last_event_ + 1;
    const std::string uid = fmt::format("{}{:010x}{}", moment_, id & 0xffffffffff, chance<5>());
    Statement(connection_,
              "INSERT INTO bond_event (id, uid, bond_id, kind, date, decided, city_id, reason, condition, note, rank, "
              "caused_by, corrects, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(id)
        .bind(uid)
        .bind(bond)
        .bind(event.kind)
        .bind(event.date)
        .bind(event.decided)
        .bind(event.by)
        .bind(event.reason)
        .bind(event.condition)
        .bind(event.note)
        .bind(to_string(event.rank))
        .bind(event.caused_by)
        .bind(corrects)
        .bind(recorded_at)
        .run();
    last_event_ = id;
    return EventId(id);
  });
}

EventId Transaction::correct(EventId wrong, const NewEvent& event) {
  require_transaction(connection_);
  BondId bond;
  std::string recorded_at;
  {
    Statement found(connection_, "SELECT bond_id, recorded_at FROM bond_event WHERE id = ?");
    found.bind(wrong);
    if (!found.step()) {
      throw Error(ErrorCategory::not_found, fmt::format("there is no act with id {}", wrong.value()));
    }
    bond = found.id<BondId>(0);
    // A clock that was set back must not make a correction older than what it corrects.
    recorded_at = std::max(recorded_at_, found.text(1));
  }
  return insert(bond, event, wrong, recorded_at);
}

EventId Transaction::retract(EventId wrong, const std::optional<std::string>& note) {
  return correct(wrong, {.kind = EventKind::retracted, .note = note});
}

KeepsakeId Transaction::add_keepsake(BondId bond, const NewKeepsake& keepsake) {
  require_transaction(connection_);
  const auto describe = [&] {
    return Values()
        .add("bond", bond)
        .add("kind", keepsake.kind)
        .add("keepsake", keepsake.title)
        .add("giver", keepsake.giver)
        .add("receiver", keepsake.receiver);
  };
  return with_values(describe, [&] {
    const std::string uid = new_uid();
    Statement(connection_,
              "INSERT INTO keepsake (uid, bond_id, kind, title, giver_id, receiver_id, date, until, place, note, "
              "recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(uid)
        .bind(bond)
        .bind(keepsake.kind)
        .bind(keepsake.title)
        .bind(keepsake.giver)
        .bind(keepsake.receiver)
        .bind(keepsake.date)
        .bind(keepsake.until)
        .bind(keepsake.place)
        .bind(keepsake.note)
        .bind(recorded_at_)
        .run();
    return KeepsakeId(connection_.last_insert_id());
  });
}

}  // namespace twinning
