// Tells the story of twin towns from a registry:  tell_the_story REGISTRY
// Each paragraph is one question to the library; shell_tour.sql asks the same ones of the same file in plain SQL.

#include <algorithm>
#include <cstdio>
#include <string>

#include <twinning/format.hpp>
#include <twinning/twinning.hpp>

namespace {

using namespace twinning;

City city(const Snapshot& now, const std::string& name, const std::string& country) {
  return now.find_city(name, country).value();
}

void tell_coventry(const Snapshot& now) {
  const City coventry = city(now, "Coventry", "GB");
  const std::vector<Twin> twins = now.twins(coventry.id);
  fmt::print("Coventry has {} twins.\n", twins.size());

  std::vector<Twin> dated;
  std::copy_if(twins.begin(), twins.end(), std::back_inserter(dated), [](const Twin& twin) { return twin.since; });
  const auto earlier = [](const Twin& one, const Twin& other) {
    return one.since->earliest() < other.since->earliest();
  };
  const Twin first = *std::min_element(dated.begin(), dated.end(), earlier);
  const Twin newest = *std::max_element(dated.begin(), dated.end(), earlier);
  fmt::print("The first was {} in {}, called {} since {}; the bond is {} today.\n",
             now.name_on(first.city, AsOf{*first.since}), first.since, first.name, now.names(first.city).back().since,
             first.status);
  fmt::print("The newest is {}, {}.\n", newest.name, newest.since);
}

void tell_bond(const Snapshot& now, const City& one, const City& other) {
  fmt::print("\n{} and {}:\n", one.name, other.name);
  for (const Event& act : now.history(one.id, other.id)) {
    fmt::print("  {} {}{}{}{}\n", act.date, act.kind, act.by_city ? " by " + *act.by_city : "",
               act.reason ? ", reason " + act.reason->text() : "", act.rank == Rank::rival ? " (a rival account)" : "");
  }
}

void tell_odd_parties(const Snapshot& now) {
  fmt::print("\nTwins that are no municipality, or not real:\n");
  now.for_each_city([&](const City& city) {
    if (city.kind != CityKind::facility && !city.fictional) return;
    for (const Twin& twin : now.twins(city.id)) {
      fmt::print("  {} of {}{}\n", city.name, twin.name,
                 city.fictional ? ", a fictional city" : ", a " + city.kind.text());
    }
  });
}

void tell_keepsakes(const Snapshot& now) {
  fmt::print("\nWhat was left behind, and where it is:\n");
  for (const Keepsake& keepsake : now.keepsakes()) {
    fmt::print("  {}: {}\n", keepsake.title, keepsake.place.value_or("nobody knows where"));
  }
}

void tell_custom(const Snapshot& now) {
  fmt::print("\nThe custom rises and falls, bonds formed and ended by decade:\n");
  for (const DecadeCount& count : now.bonds_per_decade()) {
    if (count.decade) fmt::print("  {}s: {:2} {:2}\n", *count.decade, count.formed, count.ended);
  }
  fmt::print("\nWhy bonds ended:\n");
  for (const ReasonCount& count : now.ended_by_reason()) fmt::print("  {}: {}\n", count.reason, count.bonds);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    fmt::print(stderr, "usage: tell_the_story REGISTRY\n");
    return 2;
  }
  try {
    const auto registry = Registry::open(arguments[1], {.mode = Mode::read_only});
    registry.read([](const Snapshot& now) {
      tell_coventry(now);
      tell_bond(now, city(now, "Coventry", "GB"), city(now, "Volgograd", "RU"));
      tell_bond(now, city(now, "Milan", "IT"), city(now, "Saint Petersburg", "RU"));
      tell_bond(now, city(now, "Dull", "GB"), city(now, "Boring", "US"));
      tell_bond(now, city(now, "Coventry", "GB"), city(now, "Kingston", "JM"));
      tell_odd_parties(now);
      tell_keepsakes(now);
      tell_custom(now);
    });
  } catch (const std::exception& error) {
    fmt::print(stderr, "tell_the_story: {}\n", error.what());
    return 1;
  }
  return 0;
}
