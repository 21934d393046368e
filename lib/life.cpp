#include "life.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

#include <twinning/error.hpp>

namespace twinning {
namespace {

constexpr std::string_view first_day_of_all = "0000-01-01";

/// An act in its place: the days between which the state after it began.
struct Placed {
  const Act* act;
  std::string from_earliest;
  std::optional<std::string> from_latest;
  std::optional<std::string> since;
};

bool is_dated(const Act& act) { return act.date.has_value(); }

/// Whether it comes after the acts that are dated no later than its recording: undated, and no beginning.
bool is_late(const Act& act) { return !is_dated(act) && !act.begins; }

std::string_view day_of_recording(const Act& act) { return std::string_view(act.recorded_at).substr(0, 10); }

std::string_view day(const Act& act) { return act.earliest ? std::string_view(*act.earliest) : first_day_of_all; }

/// Where an act stands in the order of a log.
auto place_of(const Act& act) {
  return std::tuple(is_dated(act) || is_late(act), is_late(act) ? day_of_recording(act) : day(act), is_late(act),
                    std::string_view(act.recorded_at), std::string_view(act.uid));
}

/// The first dated forming, right after which undated acts come that only show the bond in force.
const Act* founding_of(const std::vector<Act>& log) {
  const Act* first = nullptr;
  for (const Act& act : log) {
    if (!act.begins || act.observes || act.effect != Effect::active || !is_dated(act)) continue;
    if (first == nullptr || place_of(act) < place_of(*first)) first = &act;
  }
  return first;
}

bool is_placed(const Act& act, const Act* founding) {
  return founding != nullptr && act.observes && !is_dated(act) && day(*founding) <= day_of_recording(act);
}

bool comes_before(const Act& one, const Act& other, const Act* founding) {
  const auto key = [&](const Act& act) {
    const bool placed = is_placed(act, founding);
    return std::tuple(place_of(placed ? *founding : act), placed, std::string_view(act.recorded_at),
                      std::string_view(act.uid));
  };
  return key(one) < key(other);
}

/// An undated act happened at the latest when it was recorded.
std::optional<std::string> last_day(const Act& act) {
  return is_dated(act) ? act.latest : std::optional(std::string(day_of_recording(act)));
}

std::vector<Placed> in_order(const std::vector<Act>& log) {
  std::vector<const Act*> acts;
  acts.reserve(log.size());
  for (const Act& act : log) acts.push_back(&act);
  const Act* const founding = founding_of(log);
  std::ranges::sort(acts, [&](const Act* one, const Act* other) { return comes_before(*one, *other, founding); });
  std::vector<Placed> placed;
  placed.reserve(acts.size());
  std::string latest_first_day(first_day_of_all);
  bool is_open = true;  // No act so far says anything of the bond's state.
  for (const Act* const known : acts) {
    const Act& act = *known;
    const bool opens_and_observes = is_open && act.observes;
    const bool tells_no_state =
        act.effect == Effect::none || (act.effect == Effect::membership && act.begins && !is_dated(act));
    if (!tells_no_state) is_open = false;
    // Dated acts come in the order of their first days, so the last one seen has the latest.
    if (!is_late(act)) latest_first_day = day(is_placed(act, founding) ? *founding : act);
    placed.push_back({.act = &act,
                      .from_earliest = opens_and_observes ? std::string(first_day_of_all) : latest_first_day,
                      .from_latest = last_day(act),
                      .since = opens_and_observes ? std::nullopt : act.date});
  }
  // Acts keep their order, so none happened after the last day of a later one.
  for (auto later = placed.rbegin(); later != placed.rend(); ++later) {
    const auto earlier = std::next(later);
    if (earlier == placed.rend() || !later->from_latest) continue;
    if (!earlier->from_latest || *later->from_latest < *earlier->from_latest) earlier->from_latest = later->from_latest;
  }
  return placed;
}

/// Where a party stands after some of the acts.
struct Standing {
  CityId city;
  bool is_member;
  bool has_left = false;
  std::optional<Effect> stance = {};
};

class Bench {
 public:
  explicit Bench(const Log& log) {
    for (const CityId city : log.parties) parties_.push_back({.city = city, .is_member = true});
  }

  /// One whose first move is to join was no member before it.
  void seat(const std::vector<Placed>& acts) {
    for (Standing& party : parties_) {
      const auto move = std::ranges::find_if(acts, [&](const Placed& placed) {
        return placed.act->effect == Effect::membership && placed.act->by == party.city;
      });
      if (move != acts.end()) party.is_member = !move->act->begins;
    }
  }

  void take(const Act& act) {
    for (Standing& party : parties_) {
      if (act.by && *act.by != party.city) continue;
      if (act.effect == Effect::membership) {
        if (!act.by) continue;
        party.is_member = act.begins;
        party.has_left = !act.begins;
      } else if (act.effect != Effect::none && (act.effect != Effect::proposed || !party.stance)) {
        party.stance = act.effect;
      }
    }
    judge();
  }

  const std::optional<Status>& status() const { return status_; }
  const std::vector<Standing>& parties() const { return parties_; }
  const Standing& party(CityId city) const { return *std::ranges::find(parties_, city, &Standing::city); }

 private:
  std::ptrdiff_t members() const { return std::ranges::count_if(parties_, &Standing::is_member); }
  std::ptrdiff_t members_that(Effect stance) const {
    return std::ranges::count_if(parties_,
                                 [&](const Standing& party) { return party.is_member && party.stance == stance; });
  }
  bool any_stance() const {
    return std::ranges::any_of(parties_, [](const Standing& party) { return party.stance.has_value(); });
  }

  void judge() {
    const auto enders = members_that(Effect::ended);
    if (enders > 0 && members() - enders < 2) ended_by_parties_ = true;
    const bool is_deserted = members() < 2 && std::ranges::any_of(parties_, &Standing::has_left);
    if (ended_by_parties_ || is_deserted) {
      status_ = Status::ended;
    } else if (members_that(Effect::suspended) > 0) {
      status_ = Status::suspended;
    } else if (members_that(Effect::dormant) > 0) {
      status_ = Status::dormant;
    } else if (members_that(Effect::active) > 0) {
      status_ = Status::active;
    } else if (any_stance()) {
      status_ = Status::proposed;
    } else {
      status_.reset();
    }
  }

  std::vector<Standing> parties_;
  bool ended_by_parties_ = false;
  std::optional<Status> status_;
};

/// Puts the status of a pair after an act behind those after the earlier ones.
void append(PairLife& life, std::optional<Status> status, const Placed& placed) {
  if (!status) {
    if (life.stretches.empty()) return;
    status = Status::ended;
  }
  if (!life.stretches.empty()) {
    Stretch& last = life.stretches.back();
    if (last.status == *status) return;
    last.to_earliest = placed.from_earliest;
    last.to_latest = placed.from_latest;
  }
  // Since it was first in force, or first heard of where it never was.
  const bool was_in_force =
      std::ranges::any_of(life.stretches, [](const Stretch& stretch) { return is_in_force(stretch.status); });
  if (life.stretches.empty() || (is_in_force(*status) && !was_in_force)) life.since = placed.since;
  life.stretches.push_back({.status = *status,
                            .from_earliest = placed.from_earliest,
                            .from_latest = placed.from_latest,
                            .to_earliest = {},
                            .to_latest = {}});
  life.until = *status == Status::ended ? placed.since : std::nullopt;
}

/// Puts the status of a bond after an act behind those after the earlier ones.
void append(BondLife& life, std::optional<Status> status, const Placed& placed, std::int64_t position) {
  if (placed.act->forms && !life.forming) {
    life.forming = {.position = position,
                    .event = placed.act->event,
                    .earliest = placed.from_earliest,
                    .latest = placed.from_latest};
  }
  if (!life.parts.empty() && !life.is_interrupted) {
    Stretch& last = life.parts.back().stretch;
    if (last.status == status) return;
    last.to_earliest = placed.from_earliest;
    last.to_latest = placed.from_latest;
  }
  life.is_interrupted = !status;
  if (!status) return;
  life.parts.push_back({.stretch = {.status = *status,
                                    .from_earliest = placed.from_earliest,
                                    .from_latest = placed.from_latest,
                                    .to_earliest = {},
                                    .to_latest = {}},
                        .position = position,
                        .opened_by = placed.act->event});
}

std::vector<PairLife> unlived(const Log& log, CityId city) {
  std::vector<PairLife> lives;
  lives.reserve(log.parties.size());
  for (const CityId twin : log.parties) {
    if (twin != city) lives.push_back({.twin = twin, .stretches = {}, .since = {}, .until = {}});
  }
  return lives;
}

/// Puts where a party and its twins stand after an act behind where they stood after the earlier ones.
void append(std::vector<PairLife>& lives, const Bench& bench, CityId city, const Placed& placed) {
  for (PairLife& life : lives) {
    const bool are_members = bench.party(city).is_member && bench.party(life.twin).is_member;
    append(life, are_members ? bench.status() : std::nullopt, placed);
  }
}

}  // namespace

Effect effect_from(std::string_view word) {
  constexpr std::array<std::string_view, 7> words = {"proposed", "active",     "suspended", "dormant",
                                                     "ended",    "membership", "none"};
  const auto found = std::ranges::find(words, word);
  if (found == words.end()) {
    throw Error(ErrorCategory::corrupt, fmt::format("\"{}\" is no effect of an act; run check", word));
  }
  return static_cast<Effect>(found - words.begin());
}

bool BondLife::is_formed_in(std::size_t part) const {
  if (!forming) return false;
  const bool has_begun = part == 0 || parts[part].position <= forming->position;
  return has_begun && (part + 1 == parts.size() || forming->position < parts[part + 1].position);
}

std::vector<PairLife> lives(const Log& log, CityId city) {
  const std::vector<Placed> acts = in_order(log.acts);
  Bench bench(log);
  bench.seat(acts);
  std::vector<PairLife> lives = unlived(log, city);
  for (const Placed& placed : acts) {
    bench.take(*placed.act);
    append(lives, bench, city, placed);
  }
  return lives;
}

WholeLife whole_life(const Log& log) {
  const std::vector<Placed> acts = in_order(log.acts);
  Bench bench(log);
  bench.seat(acts);
  WholeLife whole;
  whole.pairs.reserve(log.parties.size());
  for (const CityId city : log.parties) whole.pairs.push_back(unlived(log, city));
  std::int64_t position = 0;
  for (const Placed& placed : acts) {
    bench.take(*placed.act);
    append(whole.bond, bench.status(), placed, ++position);
    for (std::size_t party = 0; party < log.parties.size(); ++party) {
      append(whole.pairs[party], bench, log.parties[party], placed);
    }
  }
  return whole;
}

bool is_in_force(Status status) {
  return status == Status::active || status == Status::suspended || status == Status::dormant;
}

bool is_possible(const Stretch& stretch, const std::string& day) {
  return stretch.from_earliest <= day && (!stretch.to_latest || day < *stretch.to_latest);
}

bool is_certain(const Stretch& stretch, const std::string& day) {
  return stretch.from_latest && *stretch.from_latest <= day && (!stretch.to_earliest || day < *stretch.to_earliest);
}

Answer in_force_on(const std::vector<Stretch>& stretches, const std::string& day) {
  Answer answer = Answer::no;
  std::optional<Stretch> joined;
  for (const Stretch& stretch : stretches) {
    if (!is_in_force(stretch.status)) {
      joined.reset();
      continue;
    }
    if (joined) {
      joined->to_earliest = stretch.to_earliest;
      joined->to_latest = stretch.to_latest;
    } else {
      joined = stretch;
    }
    if (is_certain(*joined, day)) return Answer::yes;
    if (is_possible(*joined, day)) answer = Answer::possibly;
  }
  return answer;
}

}  // namespace twinning
