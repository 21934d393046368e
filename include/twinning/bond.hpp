#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <twinning/code.hpp>
#include <twinning/date.hpp>
#include <twinning/id.hpp>
#include <twinning/time.hpp>

namespace twinning {

/// A bond as it stands on a day: in the status of the last act that may have happened by then. A plain value without a
/// database inside.
struct Bond {
  BondId id;
  std::string parties;  ///< the names of its parties today: "Coventry - Volgograd"
  BondKind kind = BondKind::unspecified;
  std::optional<Status> status;              ///< none before its first act
  Certainty certainty = Certainty::certain;  ///< that it is so on that day
  bool contested = false;                    ///< a party objected to what another did
  std::optional<Date> formed;                ///< none: unknown, or never
  std::optional<Date> ended;                 ///< none: unknown, or never
  std::optional<Date> since;                 ///< of the act that made the status what it is
  std::optional<std::string> by_city;        ///< the party that did it; none: all of them together
  std::optional<Reason> reason;              ///< why it was done
  std::optional<Reason> motive;              ///< why the bond was formed
  std::optional<std::string> sources;        ///< of its forming: "publisher: title; ..."
  std::optional<std::string> title;
  std::optional<std::string> condition;  ///< what would lift a suspension
  std::optional<std::string> note;
};

/// What `Transaction::form` and `Transaction::add_bond` take. `form` records the act of forming with `date`, `decided`
/// and `reason`; `add_bond` records no act and refuses those three.
struct NewBond {
  std::vector<CityId> parties;  ///< two or more
  BondKind kind = BondKind::unspecified;
  std::optional<Date> date = {};     ///< when it was formed
  std::optional<Date> decided = {};  ///< when that was voted or announced, where it differs
  std::optional<Reason> reason = {};
  std::optional<std::string> title = {};
  bool exclusive = false;  ///< the parties promised to take no other twin
  std::optional<std::string> note = {};
};

/// An act in a bond's life, as the log has it.
struct Event {
  EventId id;
  BondId bond;
  std::string parties;
  EventKind kind;
  std::optional<Date> date;     ///< when it took effect; none: unknown
  std::optional<Date> decided;  ///< when it was voted or announced, where that differs
  std::optional<CityId> by;     ///< the party that acted, joined or left; none: all of them together
  std::optional<std::string> by_city;
  std::optional<Reason> reason;
  std::optional<std::string> condition;
  std::optional<std::string> note;
  Rank rank = Rank::normal;
  std::optional<EventId> caused_by;
  Instant recorded_at;
  std::optional<std::string> sources;  ///< "publisher: title; ..."; none: no source is cited
};

/// An act in the log, whether it stands or not.
struct RecordedEvent {
  Event event;
  std::optional<EventId> corrects;
  std::optional<SetAside> set_aside;     ///< none: it makes state, or is a retraction
  std::optional<EventId> superseded_by;  ///< the act that took its place
};

/// One ground on which a bond's state rests, or that was set aside.
struct Ground {
  RecordedEvent recorded;
  std::optional<Status> status;        ///< the bond's status after the act; none for one that was set aside
  std::optional<Certainty> certainty;  ///< that it had happened by the day that was asked about; none likewise
};

/// A change of a bond's status.
struct Change {
  BondId bond;
  std::string parties;
  std::optional<Status> before;  ///< none before its first act
  Status after;
  Certainty certainty;        ///< that it fell within the days that were asked about
  Day earliest;               ///< the first day on which it may have happened
  std::optional<Day> latest;  ///< the last one; none: no bound
  EventId event;              ///< the act that made it
  EventKind kind;
  std::optional<Date> date;
  std::optional<std::string> by_city;
  std::optional<Reason> reason;
};

/// Whose changes to list; what is left empty does not matter.
struct ChangeFilter {
  std::optional<CityId> city = {};
  std::optional<Country> country = {};  ///< of any party, today
  std::vector<Status> became = {};      ///< the status afterwards: one of these
};

/// A change for a city: the status of a pair, its name, its country, or who came before or after it.
struct CityChange {
  ChangeOf what;
  std::optional<BondId> bond;         ///< of a change of status
  std::optional<std::string> twin;    ///< likewise; of a succession, the other party
  std::optional<std::string> before;  ///< none: nothing, or not recorded
  std::string after;
  Certainty certainty;          ///< that it fell within the days that were asked about
  std::optional<Day> earliest;  ///< none: no bound
  std::optional<Day> latest;    ///< likewise
};

/// Where a party of a bond stands on a day, and the act that says so.
struct Stance {
  CityId city;
  std::string name;
  std::optional<Status> stance;  ///< none: it has done nothing yet
  bool is_member;
  bool is_joint;  ///< by an act of all of them together, or of somebody else
  std::optional<Date> since;
  std::optional<Reason> reason;
  std::optional<std::string> condition;  ///< what would lift a suspension
  std::optional<std::string> note;
  Certainty certainty;  ///< that it stands so on that day
};

/// A suspension of a bond.
struct Pause {
  BondId bond;
  std::string parties;
  std::optional<std::string> by_city;  ///< none: all of them together
  std::optional<Date> suspended;
  std::optional<Date> lifted;   ///< none: unknown, or it lasts
  std::optional<Status> after;  ///< what followed; none: it lasts
  std::optional<Reason> reason;
  std::optional<std::string> condition;    ///< what would lift it
  std::optional<std::int64_t> days_least;  ///< how long it lasted, in days; none: it lasts
  std::optional<std::int64_t> days_most;   ///< none: it lasts, or no bound
};

/// What `Transaction::record` and `Transaction::correct` take.
struct NewEvent {
  EventKind kind;
  std::optional<Date> date = {};
  std::optional<Date> decided = {};
  std::optional<CityId> by = {};
  std::optional<Reason> reason = {};
  std::optional<std::string> condition = {};
  std::optional<std::string> note = {};
  Rank rank = Rank::normal;
  std::optional<EventId> caused_by = {};
};

/// A twin of a city on a day, in one status that its bond may have had on that day.
struct Twin {
  CityId city;
  BondId bond;
  std::string name;       ///< today's
  std::string name_then;  ///< on the day that was asked for
  std::optional<Country> country;
  BondKind kind;
  Status status;
  Certainty certainty;
  std::optional<Date> since;                     ///< when the pair began; none: unknown
  std::optional<Date> until;                     ///< when it ended; none: unknown, or it goes on
  std::optional<std::string> carried_from;       ///< the predecessor whose part of the bond the city carries
  std::optional<std::string> twin_carried_from;  ///< the same of the twin
};

/// A twin that a city has or ever had, by one bond.
struct TwinEver {
  CityId city;
  BondId bond;
  std::string name;       ///< today's
  std::string name_then;  ///< when the pair had begun for certain
  std::optional<Country> country;
  BondKind kind;
  Status status;  ///< the last
  std::optional<Date> since;
  std::optional<Date> until;
  std::optional<std::string> carried_from;       ///< as in Twin
  std::optional<std::string> twin_carried_from;  ///< likewise
};

/// A bond that a party held when another followed it.
struct CarriedBond {
  CityId city;  ///< the successor
  std::string name;
  CityId predecessor;
  std::string predecessor_name;
  BondId bond;
  std::string parties;
  std::optional<Date> date;  ///< of the succession
  Confirmation confirmation;
};

/// A stretch of equal status in a bond's life. On a day D it is possible if `from_earliest <= D < to_latest`, and
/// certain if `from_latest <= D < to_earliest`; no day means no bound.
struct Span {
  Status status;
  Day from_earliest;
  std::optional<Day> from_latest;
  std::optional<Day> to_earliest;
  std::optional<Day> to_latest;
};

/// A status that a bond may have on a day.
struct StatusOnDay {
  Status status;
  Certainty certainty;
};

/// Whether something is so, as far as the dates allow to say.
enum class Answer { no, possibly, yes };

/// Which bonds to list; what is left empty does not matter. Several conditions must all hold.
struct BondFilter {
  std::optional<BondKind> kind = {};
  std::vector<Status> status = {};      ///< on the day that is asked about: one of these
  std::optional<Reason> reason = {};    ///< of any of its acts, or a broader reason of one
  std::optional<Country> country = {};  ///< of any of its parties, today
  std::optional<CityId> city = {};      ///< one of its parties
  std::optional<CityId> twin = {};      ///< another of its parties
  std::optional<Date> formed = {};      ///< formed, possibly, on a day of this period
  std::optional<Date> in_force = {};    ///< active, suspended or dormant, possibly, on a day of this period
  std::vector<Reason> formed_for = {};  ///< formed for one of these reasons, or a narrower one
  std::optional<std::int64_t> population_below = {};  ///< a party has fewer people
  std::optional<Date> not_exchanged_since =
      {};  ///< no exchange is recorded that may have been on its first day or later
  bool with_others_than_municipalities = false;  ///< a party is none, or fictional
  bool of_one_name = false;                      ///< two parties have or had the same name
};

/// A gift, a monument, a street's name: what a bond left behind, and where it is now.
struct Keepsake {
  KeepsakeId id;
  BondId bond;
  std::string parties;
  KeepsakeKind kind;
  std::string title;
  std::optional<std::string> giver;
  std::optional<std::string> receiver;
  std::optional<Date> date;
  std::optional<Date> until;  ///< when it was lost, removed or withdrawn
  std::optional<std::string> place;
  std::optional<std::string> note;
  Certainty certainty = Certainty::certain;  ///< that it was there on the day that was asked about
};

/// Which keepsakes to list; what is left empty does not matter.
struct KeepsakeFilter {
  std::optional<BondId> bond = {};
  std::optional<CityId> city = {};       ///< a party of its bond
  std::optional<CityId> twin = {};       ///< another one
  std::vector<KeepsakeKind> kinds = {};  ///< one of these
  std::optional<AsOf> on = {};           ///< there, possibly, on that day
};

/// What `Transaction::add_keepsake` takes.
struct NewKeepsake {
  KeepsakeKind kind;
  std::string title;
  std::optional<CityId> giver = {};
  std::optional<CityId> receiver = {};
  std::optional<Date> date = {};
  std::optional<Date> until = {};
  std::optional<std::string> place = {};
  std::optional<std::string> note = {};
};

}  // namespace twinning
