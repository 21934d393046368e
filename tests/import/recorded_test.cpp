// A registry into which facts were imported is the one into which the same facts were recorded act by act.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <random>

#include "import/imported.hpp"

namespace twinning {
namespace {

using support::acts_query;
using support::Imported;

constexpr const char* spans_query =
    "SELECT c.name, t.name, s.bond_id, s.position, s.status, s.from_earliest, s.from_latest, s.to_earliest, "
    "s.to_latest, s.since, s.until, s.carried_from, s.twin_carried_from FROM twin_span AS s JOIN city AS c ON c.id = "
    "s.city_id JOIN city AS t ON t.id = s.twin_id ORDER BY c.name, s.bond_id, t.name, s.position";

struct Fact {
  int one;
  int other;
  std::string start;
  std::string end;
};

std::string name_of(int city) { return fmt::format("City {:02}", city); }

/// What a file says, recorded by the rules that docs/import.md gives, with the library's own verbs.
class Recorder {
 public:
  explicit Recorder(Registry& registry) : registry_(registry) {}

  CityId city(int number) {
    const auto known = cities_.find(number);
    if (known != cities_.end()) return known->second;
    const CityId id = registry_.write([&](Transaction& tx) { return tx.add_city({.name = name_of(number)}); });
    cities_.emplace(number, id);
    return id;
  }

  void record(const Fact& fact) {
    const CityId by = city(fact.one);
    const CityId twin = city(fact.other);
    if (by == twin) return;
    auto& bonds = bonds_[std::minmax(by, twin)];
    const Bond* bond = nullptr;  // the first one that is meant
    const std::string kind = fact.start.empty() ? "listed" : "formed";
    const auto choose = [&](auto&& is_meant) {
      for (const Bond& known : bonds) {
        if (bond == nullptr && is_meant(known)) bond = &known;
      }
    };
    const auto has_start = [&](const Bond& known) {
      return fact.start.empty() ? known.has_beginning(by) : known.has(kind, fact.start, by);
    };
    const auto fits = [&](const Bond& known) {
      return fact.start.empty() || (!known.is_ended_by(fact.start) && !(!fact.end.empty() && known.is_after(fact.end)));
    };
    choose([&](const Bond& known) { return has_start(known) && (fact.end.empty() || known.has("cut", fact.end, by)); });
    choose([&](const Bond& known) { return fits(known) && has_start(known); });
    if (fact.start.empty() && bond == nullptr && !bonds.empty()) bond = &bonds.back();
    choose(fits);
    if (bond == nullptr) {
      const BondId id = registry_.write([&](Transaction& tx) { return tx.add_bond({.parties = {by, twin}}); });
      bonds.push_back({.id = id, .acts = {}});
      bond = &bonds.back();
    }
    Bond& chosen = bonds[static_cast<std::size_t>(bond - bonds.data())];
    const bool has_other_start = chosen.has_other_start(fact.start, by);
    if (!(kind == "listed" && chosen.has_beginning(by)) && !chosen.has(kind, fact.start, by)) {
      const auto listing = std::ranges::find_if(
          chosen.acts, [&](const Act& act) { return act.kind == "listed" && act.date.empty() && act.by == by; });
      if (kind == "formed" && !has_other_start && listing != chosen.acts.end()) {
        // The beginning that the listing left open.
        registry_.write(
            [&](Transaction& tx) { tx.correct(listing->id, {.kind = "formed", .date = Date(fact.start), .by = by}); });
        listing->kind = "formed";
        listing->date = fact.start;
      } else {
        add(chosen, kind, fact.start, by, kind == "formed" && has_other_start ? Rank::rival : Rank::normal);
      }
    }
    if (!fact.end.empty() && !chosen.has("cut", fact.end, by)) add(chosen, "cut", fact.end, by, Rank::normal);
  }

 private:
  struct Act {
    EventId id;
    std::string kind;
    std::string date;
    CityId by;
  };
  struct Bond {
    BondId id;
    std::vector<Act> acts;
    bool has(const std::string& kind, const std::string& date, CityId by) const {
      return std::ranges::any_of(acts,
                                 [&](const Act& act) { return act.kind == kind && act.date == date && act.by == by; });
    }
    bool has_beginning(CityId by) const {
      return std::ranges::any_of(acts, [&](const Act& act) { return act.kind != "cut" && act.by == by; });
    }
    bool has_other_start(const std::string& date, CityId by) const {
      return std::ranges::any_of(
          acts, [&](const Act& act) { return act.kind == "formed" && act.by == by && act.date != date; });
    }
    bool is_after(const std::string& date) const {
      return std::ranges::all_of(acts, [&](const Act& act) {
        return act.kind == "cut" || (act.kind == "formed" && *Date(act.date).earliest() >= *Date(date).latest());
      });
    }
    bool is_ended_by(const std::string& date) const {
      return std::ranges::any_of(acts, [&](const Act& act) {
        return act.kind == "cut" && *Date(act.date).latest() <= *Date(date).earliest();
      });
    }
  };
  void add(Bond& bond, const std::string& kind, const std::string& date, CityId by, Rank rank) {
    const EventId id = registry_.write([&](Transaction& tx) {
      return tx.record(
          bond.id,
          {.kind = kind, .date = date.empty() ? std::nullopt : std::optional(Date(date)), .by = by, .rank = rank});
    });
    bond.acts.push_back({.id = id, .kind = kind, .date = date, .by = by});
  }

  Registry& registry_;
  std::map<int, CityId> cities_;
  std::map<std::pair<CityId, CityId>, std::vector<Bond>> bonds_;
};

std::string text_of(const std::vector<Fact>& facts) {
  std::string text = "a,b,start,end\n";
  for (const Fact& fact : facts) {
    text += fmt::format("{},{},{},{}\n", name_of(fact.one), name_of(fact.other), fact.start, fact.end);
  }
  return text;
}

std::vector<Fact> random_facts(std::mt19937& random) {
  const auto below = [&](int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(random); };
  const int cities = 2 + below(5);
  std::vector<Fact> facts;
  for (int count = 1 + below(15); count > 0; --count) {
    Fact fact{.one = below(cities), .other = below(cities), .start = {}, .end = {}};
    const int year = 1950 + below(8) * 5;
    if (below(4) > 0) fact.start = below(3) == 0 ? fmt::format("{}-05", year) : fmt::format("{}", year);
    if (below(3) == 0) fact.end = fmt::format("{}", year + 1 + below(10));
    facts.push_back(fact);
  }
  return facts;
}

/// Some cities, bonds and a succession that are there before either.
void begin(Recorder& recorder, Registry& registry) {
  const CityId one = recorder.city(0);
  const CityId other = recorder.city(1);
  const CityId third = recorder.city(2);
  recorder.record({.one = 0, .other = 1, .start = "1960", .end = ""});
  recorder.record({.one = 1, .other = 2, .start = "1960", .end = "1970"});
  registry.write([&](Transaction& tx) {
    const CityId merged = tx.add_city({.name = "Merged"});
    tx.record_succession({.predecessor = other, .successor = merged, .kind = "merged", .date = Date("1975")});
    tx.form({.parties = {one, other, third}, .kind = "ring", .date = Date("1965")});
  });
}

class SameAsRecorded : public testing::TestWithParam<bool> {};

TEST_P(SameAsRecorded, WhateverTheFacts) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    const std::vector<Fact> facts = random_facts(random);
    Imported imported;
    Imported recorded;
    Recorder recorder(recorded.registry());
    if (GetParam()) {
      Recorder before(imported.registry());
      begin(before, imported.registry());
      begin(recorder, recorded.registry());
    }
    for (const Fact& fact : facts) recorder.record(fact);
    imported.take(text_of(facts));
    EXPECT_EQ(imported.rows(acts_query), recorded.rows(acts_query)) << text_of(facts);
    EXPECT_EQ(imported.rows(spans_query), recorded.rows(spans_query)) << text_of(facts);
    const std::string dump = imported.dump();
    imported.take(text_of(facts));
    EXPECT_EQ(imported.dump(), dump) << text_of(facts);
    if (HasFailure()) break;
  }
}

INSTANTIATE_TEST_SUITE_P(Registry, SameAsRecorded, testing::Bool(),
                         [](const auto& is_filled) { return is_filled.param ? "Filled" : "Empty"; });

}  // namespace
}  // namespace twinning
