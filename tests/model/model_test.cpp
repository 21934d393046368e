// Randomly grown histories: the library, which asks the views, against a simple evaluator that knows neither and tries
// every reading of the dates. RC_PARAMS="max_success=100000" asks for more.

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <twinning/twinning.hpp>

#include "model/history.hpp"
#include "model/readings.hpp"

namespace twinning::model {
namespace {

const std::vector<std::string> countries = {"GB", "RU", "DE"};

/// A registry in memory that records one history after another, each on its own bond, by a clock that the history sets.
class Scribe {
 public:
  struct Bond {
    BondId id;
    std::vector<CityId> parties;
    std::vector<Instant> recorded;
  };

  Scribe()
      : now_(std::make_shared<Instant>()), registry_(Registry::in_memory({.clock = [now = now_] { return *now; }})) {}

  Bond record(const History& history) {
    *now_ = noon(first);
    return registry_.write([&](Transaction& tx) {
      std::vector<CityId> parties;
      for (std::size_t party = 0; party < history.parties; ++party) {
        parties.push_back(tx.add_city({.name = "Town", .country = countries.at(party)}));
      }
      return Bond{.id = tx.add_bond({.parties = parties}), .parties = parties, .recorded = {}};
    });
  }

  void record(Bond& bond, const History& history) {
    std::vector<EventId> events;
    for (const ModelAct& act : history.acts) {
      // Apart by a millisecond, so that each act is a state of knowledge of its own.
      *now_ = noon(act.recorded) + std::chrono::milliseconds(1 + events.size());
      bond.recorded.push_back(*now_);
      registry_.write([&](Transaction& tx) { events.push_back(record(tx, bond, act, events)); });
    }
  }

  const Registry& registry() const { return registry_; }
  static Instant noon(ModelDay day) { return std::chrono::sys_days(calendar(day)) + std::chrono::hours(12); }
  static Day calendar(ModelDay day) {
    return Day(std::chrono::sys_days(Day{std::chrono::year(2000), std::chrono::January, std::chrono::day(1)}) +
               std::chrono::days(day - first));
  }

 private:
  static EventId record(Transaction& tx, const Bond& bond, const ModelAct& act, const std::vector<EventId>& events) {
    if (act.kind == "retracted") return tx.retract(events[*act.corrects]);
    NewEvent event{.kind = EventKind(act.kind), .rank = act.is_rival ? Rank::rival : Rank::normal};
    if (act.date) event.date = Date(edtf(*act.date));
    if (act.by) event.by = bond.parties[*act.by];
    return act.corrects ? tx.correct(events[*act.corrects], event) : tx.record(bond.id, event);
  }

  std::shared_ptr<Instant> now_;
  Registry registry_;
};

std::string shown(const Possible& possible) {
  std::string text;
  for (const std::string& status : possible) text += (status.empty() ? "none" : status) + " ";
  return text;
}

/// What the library says, in the words of the model: what is certain has nothing beside it.
template <typename Statuses>
Possible said(const Statuses& statuses) {
  Possible possible;
  bool certain = false;
  for (const auto& each : statuses) {
    possible.insert(std::string(to_string(each.status)));
    certain = certain || each.certainty == Certainty::certain;
  }
  if (!certain) possible.insert("?");
  return possible;
}

/// The same of the model: more than one, and whatever is not asked about, is a doubt.
Possible told(const Possible& possible, const std::set<std::string>& asked) {
  Possible told;
  for (const std::string& status : possible) {
    if (asked.contains(status)) told.insert(status);
  }
  if (possible.size() > 1 || told.empty()) told.insert("?");
  return told;
}

const std::set<std::string> every_status = {"proposed", "active", "suspended", "dormant", "ended"};
const std::set<std::string> in_force = {"active", "suspended", "dormant"};

/// The day of the model for a day of the calendar: on the one after the last, no more has happened than on the last.
ModelDay read_as(ModelDay day) { return std::min(day, last); }

void expect_twins(const Snapshot& snapshot, const Readings& readings, const Scribe::Bond& bond, ModelDay day) {
  const AsOf as_of(Scribe::calendar(day));
  for (std::size_t party = 0; party < bond.parties.size(); ++party) {
    const std::vector<Twin> twins = snapshot.twins(bond.parties[party], as_of);
    for (std::size_t other = 0; other < bond.parties.size(); ++other) {
      if (other == party) continue;
      std::vector<Twin> beside;
      for (const Twin& twin : twins) {
        if (twin.city == bond.parties[other]) beside.push_back(twin);
      }
      const Possible possible = readings.pair_on(party, other, read_as(day));
      const std::string found = shown(said(beside));
      const std::string expected = shown(told(possible, in_force));
      RC_LOG() << "party " << party << " beside " << other << " on day " << day << "\n";
      RC_ASSERT(found == expected);
      const Answer answer = snapshot.are_twinned(bond.parties[party], bond.parties[other], as_of);
      const auto force =
          std::ranges::count_if(possible, [](const std::string& word) { return in_force.contains(word); });
      const Answer right = force == 0                                           ? Answer::no
                           : static_cast<std::size_t>(force) == possible.size() ? Answer::yes
                                                                                : Answer::possibly;
      RC_ASSERT(answer == right);
    }
  }
}

void expect_agreement(const Snapshot& snapshot, const History& history, const Scribe::Bond& bond,
                      std::size_t recorded) {
  const Readings readings(history, recorded);
  for (ModelDay day = first - 1; day <= last + 1; ++day) {
    RC_LOG() << "known after " << recorded << " acts, as of day " << day << "\n";
    RC_ASSERT(shown(said(snapshot.status(bond.id, AsOf(Scribe::calendar(day))))) ==
              shown(told(readings.bond_on(read_as(day)), every_status)));
    expect_twins(snapshot, readings, bond, day);
  }
}

/// A history and the bond that has it.
struct Recorded {
  History history;
  Scribe::Bond bond;

  /// What was known at the end of a day.
  Readings known_on(ModelDay day) const {
    return {history, static_cast<std::size_t>(std::ranges::count_if(
                         history.acts, [&](const ModelAct& act) { return act.recorded <= day; }))};
  }
};

/// Between how many and how many.
struct Count {
  std::int64_t most = 0;
  std::int64_t least = 0;
  void add(bool possible, bool certain) {
    most += possible ? 1 : 0;
    least += certain ? 1 : 0;
  }
  friend bool operator==(const Count&, const Count&) = default;
};

/// The counts of a registry, by what they are of; those of nothing are left out.
using Counts = std::map<std::string, Count>;

bool is_any(const Possible& possible, const std::set<std::string>& words) {
  return std::ranges::any_of(possible, [&](const std::string& word) { return words.contains(word); });
}

bool is_all(const Possible& possible, const std::set<std::string>& words) {
  return std::ranges::all_of(possible, [&](const std::string& word) { return words.contains(word); });
}

Counts counted(const std::vector<Recorded>& all, ModelDay known, ModelDay day) {
  Counts counts;
  for (const Recorded& one : all) {
    const Readings readings = one.known_on(known);
    const Possible status = readings.bond_on(read_as(day));
    counts["ended"].add(status.contains("ended"), status == Possible{"ended"});
    std::map<std::string, std::pair<bool, bool>> between;
    for (std::size_t party = 0; party < one.bond.parties.size(); ++party) {
      for (std::size_t twin = 0; twin < one.bond.parties.size(); ++twin) {
        if (party == twin) continue;
        const Possible possible = readings.pair_on(party, twin, read_as(day));
        const bool may_be = is_any(possible, in_force);
        const bool must_be = is_all(possible, in_force);
        counts["twins of " + std::to_string(one.bond.parties[party].value())].add(may_be, must_be);
        auto& pair = between[std::min(countries[party], countries[twin]) + std::max(countries[party], countries[twin])];
        pair = {pair.first || may_be, pair.second || must_be};
      }
    }
    for (const auto& [pair, held] : between) counts[pair].add(held.first, held.second);
  }
  std::erase_if(counts, [](const auto& count) { return count.second.most == 0; });
  return counts;
}

Counts counted(const Snapshot& snapshot, ModelDay day) {
  Counts counts;
  const AsOf as_of(Scribe::calendar(day));
  for (const TwinCount& count : snapshot.most_twinned(1000, as_of)) {
    counts["twins of " + std::to_string(count.city.value())] = {count.twins, count.certain};
  }
  for (const CountryPairCount& count : snapshot.country_pairs(as_of)) {
    counts[count.a.text() + count.b.text()] = {count.bonds, count.certain};
  }
  for (const ReasonCount& count : snapshot.ended_by_reason(as_of)) counts["ended"] = {count.bonds, count.certain};
  return counts;
}

void expect_counts(const Registry& registry, const std::vector<Recorded>& all) {
  constexpr ModelDay known = (first + last) / 2;
  const auto end_of_day = Scribe::noon(known) + std::chrono::hours(12) - std::chrono::milliseconds(1);
  registry.read(KnownAt(end_of_day), [&](const Snapshot& then) {
    for (ModelDay day = first - 1; day <= last + 1; ++day) {
      RC_LOG() << "counts as known on day " << known << " of day " << day << "\n";
      RC_ASSERT(counted(then, day) == counted(all, known, day));
    }
  });
  registry.read([&](const Snapshot& now) {
    for (ModelDay day = first - 1; day <= last + 1; ++day) RC_ASSERT(counted(now, day) == counted(all, last, day));
  });
}

TEST(Model, AgreesWithTheLibraryOnEveryDayAndAtEveryMoment) {
  auto scribe = std::make_unique<Scribe>();
  std::vector<Recorded> kept;
  int histories = 0;
  const bool ok = rc::check("random histories", [&](const std::vector<unsigned>& numbers) {
    const History history = grown_from(numbers);
    std::ostringstream text;
    text << history;
    RC_LOG() << text.str();
    Scribe::Bond bond = scribe->record(history);
    scribe->record(bond, history);
    scribe->registry().read([&](const Snapshot& now) { expect_agreement(now, history, bond, history.acts.size()); });
    for (std::size_t recorded = 1; recorded <= history.acts.size(); ++recorded) {
      scribe->registry().read(KnownAt(bond.recorded[recorded - 1]),
                              [&](const Snapshot& then) { expect_agreement(then, history, bond, recorded); });
    }
    ++histories;
    kept.push_back({history, bond});
    if (kept.size() < 100) return;
    // A new registry from here on, so that counting all of it stays cheap.
    const std::unique_ptr<Scribe> full = std::exchange(scribe, std::make_unique<Scribe>());
    expect_counts(full->registry(), std::exchange(kept, {}));
  });
  EXPECT_TRUE(ok);
  RecordProperty("histories", histories);
}

}  // namespace
}  // namespace twinning::model
