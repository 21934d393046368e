#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <twinning/bond.hpp>
#include <twinning/code.hpp>
#include <twinning/id.hpp>

namespace twinning {

/// What an act does to the state of its bond: the words of `event_kind.effect`.
enum class Effect { proposed, active, suspended, dormant, ended, membership, none };
Effect effect_from(std::string_view word);

/// A standing act, as the view dated_event has it. Days are texts, which sort as the days do.
struct Act {
  EventId event;
  Effect effect;
  bool begins;
  bool observes;
  bool forms;
  std::optional<CityId> by;
  std::optional<std::string> date;
  std::optional<std::string> earliest;
  std::optional<std::string> latest;
  std::string recorded_at;
  std::string uid;
};

/// A bond's parties, and its standing acts in any order.
struct Log {
  std::string kind;
  std::vector<CityId> parties;
  std::vector<Act> acts;
};

/// A stretch of equal status of one pair. On a day D it is possible if `from_earliest <= D < to_latest`, and certain if
/// `from_latest <= D < to_earliest`; nothing is no bound.
struct Stretch {
  Status status;
  std::string from_earliest;
  std::optional<std::string> from_latest;
  std::optional<std::string> to_earliest;
  std::optional<std::string> to_latest;
};

/// Active, suspended or dormant.
bool is_in_force(Status status);

// Days are texts here too.
bool is_possible(const Stretch& stretch, const std::string& day);
bool is_certain(const Stretch& stretch, const std::string& day);

/// Whether a pair is in force on a day, by its stretches in order. Those that follow each other are one life: which of
/// them holds may be open where that one does is not.
Answer in_force_on(const std::vector<Stretch>& stretches, const std::string& day);

/// The life of one party beside another: what the view pair_span says of them.
struct PairLife {
  CityId twin;
  std::vector<Stretch> stretches;
  std::optional<std::string> since;
  std::optional<std::string> until;
};

/// The life of a bond: what the view bond_stretch says of it.
struct BondLife {
  struct Part {
    Stretch stretch;
    std::int64_t position;  ///< of the act that opened it, from 1
    EventId opened_by;
  };
  struct Forming {
    std::int64_t position;
    EventId event;
    std::string earliest;
    std::optional<std::string> latest;
  };
  std::vector<Part> parts;
  std::optional<Forming> forming;
  /// Whether the bond has no status after its last act: deserted, it was joined before any party took a stance.
  bool is_interrupted = true;

  /// Whether the bond was formed in a part, or before the first.
  bool is_formed_in(std::size_t part) const;
};

/// The lives of a party beside each other one, in the order of the log's parties.
///
/// It says what schema/state.sql says, for a log that is at hand: SQLite takes a millisecond to derive one bond, which
/// is too long where a question has to derive many. The tests hold the two together.
std::vector<PairLife> lives(const Log& log, CityId city);

/// The life of a bond, and those of every party in the order of the log's parties.
struct WholeLife {
  BondLife bond;
  std::vector<std::vector<PairLife>> pairs;
};
WholeLife whole_life(const Log& log);

}  // namespace twinning
