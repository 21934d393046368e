#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include <twinning/twinning.hpp>

#include "api/book.hpp"

namespace twinning::cases {

using Words = std::vector<std::string>;

/// A registry of one hard case, and what it answers, in a few words. A word without "perhaps" is certain.
class Archive : public support::Book {
 public:
  CityId party(const NewCity& city) {
    return registry().write([&](Transaction& tx) { return tx.add_city(city); });
  }

  SourceId source(const NewSource& source) {
    return registry().write([&](Transaction& tx) { return tx.add_source(source); });
  }

  template <typename Thing>
  void cite(Id<Thing> thing, SourceId source, const Passage& passage = {}) {
    registry().write([&](Transaction& tx) { tx.cite(thing, source, passage); });
  }

  EventId correct(EventId wrong, const NewEvent& event) {
    return registry().write([&](Transaction& tx) { return tx.correct(wrong, event); });
  }

  EventId retract(EventId wrong, const std::string& note) {
    return registry().write([&](Transaction& tx) { return tx.retract(wrong, note); });
  }

  KeepsakeId keepsake(BondId bond, const NewKeepsake& keepsake) {
    return registry().write([&](Transaction& tx) { return tx.add_keepsake(bond, keepsake); });
  }

  void follow(CityId predecessor, CityId successor, const SuccessionKind& kind, const Date& date) {
    registry().write([&](Transaction& tx) {
      tx.record_succession({.predecessor = predecessor, .successor = successor, .kind = kind, .date = date});
    });
  }

  /// The first act of a bond.
  EventId first_act(BondId bond) const {
    return ask([&](const Snapshot& now) { return now.history(bond).at(0).id; });
  }

  /// "active", or "perhaps active, perhaps ended", or "nothing" before the first act.
  std::string status(BondId bond, const char* day) const {
    return ask([&](const Snapshot& now) { return told(now.status(bond, AsOf{Date{day}})); });
  }

  /// The same, as it was known on an earlier day.
  std::string status(BondId bond, const char* day, const char* known) {
    return registry().read(KnownAt{Date{known}},
                           [&](const Snapshot& then) { return told(then.status(bond, AsOf{Date{day}})); });
  }

  /// "Stalingrad since 1944: active", a line for each, by today's names.
  Words twins(CityId city, const char* day) const {
    return ask([&](const Snapshot& now) {
      Words lines;
      for (const Twin& twin : now.twins(city, AsOf{Date{day}})) lines.push_back(told(twin));
      return lines;
    });
  }

  std::size_t twin_count(CityId city, const char* day) const {
    return ask([&](const Snapshot& now) { return now.twins(city, AsOf{Date{day}}).size(); });
  }

  Answer twinned(CityId one, CityId other, const char* day) const {
    return ask([&](const Snapshot& now) { return now.are_twinned(one, other, AsOf{Date{day}}); });
  }

  Bond bond_on(BondId bond, const char* day) const {
    return ask([&](const Snapshot& now) { return now.get_bond(bond, AsOf{Date{day}}); });
  }

  /// "formed 1944: active", "formed 1941: rival", in the order of `Snapshot::explain`.
  Words explained(BondId bond, const char* day) const {
    return ask([&](const Snapshot& now) {
      Words lines;
      for (const Ground& ground : now.explain(bond, AsOf{Date{day}})) lines.push_back(told(ground));
      return lines;
    });
  }

  /// "Milan - Saint Petersburg: active to suspended by Milan", for what changed after one day and up to another.
  Words changes(const char* after, const char* until, const ChangeFilter& filter = {}) const {
    return ask([&](const Snapshot& now) {
      Words lines;
      for (const Change& change : now.changes(AsOf{Date{after}}, AsOf{Date{until}}, filter)) {
        lines.push_back(told(change));
      }
      return lines;
    });
  }

  /// "Coventry: suspended since 2022-03-22", a line for each party.
  Words stances(BondId bond, const char* day) const {
    return ask([&](const Snapshot& now) {
      Words lines;
      for (const Stance& stance : now.stances(bond, AsOf{Date{day}})) lines.push_back(told(stance));
      return lines;
    });
  }

  /// "cut 2012-11-22 (The Independent: Ciao, Milan)", for every account that is set aside as a rival one.
  Words rivals() const {
    return ask([](const Snapshot& now) {
      Words lines;
      for (const Event& event : now.rivals()) lines.push_back(told(event) + " (" + event.sources.value_or("-") + ")");
      return lines;
    });
  }

  /// "formed 1944", for every act of a bond in order.
  Words history(BondId bond) const {
    return ask([&](const Snapshot& now) {
      Words lines;
      for (const Event& event : now.history(bond)) lines.push_back(told(event));
      return lines;
    });
  }

  /// The rules of which something odd is reported.
  Words oddities() const {
    return ask([](const Snapshot& now) {
      Words rules;
      for (const Anomaly& anomaly : now.anomalies()) rules.push_back(anomaly.rule);
      return rules;
    });
  }

  static std::string told(const std::vector<StatusOnDay>& statuses) {
    std::string words;
    for (const StatusOnDay& status : statuses) {
      words += (words.empty() ? "" : ", ") + told(status.certainty) + std::string(to_string(status.status));
    }
    return words.empty() ? "nothing" : words;
  }

  static std::string told(const Event& event) {
    return event.kind.text() + " " + (event.date ? event.date->text() : "undated");
  }

 private:
  static std::string told(Certainty certainty) { return certainty == Certainty::possible ? "perhaps " : ""; }

  static std::string told(const Twin& twin) {
    return twin.name_then + " since " + (twin.since ? twin.since->text() : "an unknown day") + ": " +
           told(twin.certainty) + std::string(to_string(twin.status));
  }

  static std::string told(const Ground& ground) {
    const RecordedEvent& recorded = ground.recorded;
    std::string outcome = recorded.set_aside ? std::string(to_string(*recorded.set_aside)) : "no effect yet";
    if (ground.status) {
      outcome = told(ground.certainty.value_or(Certainty::certain)) + std::string(to_string(*ground.status));
    }
    return told(recorded.event) + ": " + outcome;
  }

  static std::string told(const Change& change) {
    return change.parties + ": " + told(change.certainty) +
           (change.before ? std::string(to_string(*change.before)) : "nothing") + " to " +
           std::string(to_string(change.after)) + " by " + change.by_city.value_or("all");
  }

  static std::string told(const Stance& stance) {
    return stance.name + ": " + told(stance.certainty) +
           (stance.stance ? std::string(to_string(*stance.stance)) : "nothing said") +
           (stance.since ? " since " + stance.since->text() : "") + (stance.is_joint ? ", jointly" : "");
  }
};

}  // namespace twinning::cases
