#include "model.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>
#include <utility>

#include "plain_schema.hpp"

namespace bench {
namespace {

/// By the end of the year.
bool has_happened(const PlainEvent& event, int year) { return std::stoi(event.date.substr(0, 4)) <= year; }

/// At most `most`, as far from each other as may be.
template <typename List>
List spread(const List& all, std::size_t most) {
  if (all.size() <= most) return all;
  List some;
  for (std::size_t number = 0; number < most; ++number) some.push_back(all[number * all.size() / most]);
  return some;
}

}  // namespace

Model::Model(const PlainData& data) : data_(data), bonds_(data.bonds.size()) {
  for (const PlainCity& city : data.cities) cities_of_[city.name].push_back(city.id);
  for (const PlainMember& member : data.members) {
    bonds_[static_cast<std::size_t>(member.bond) - 1].members.push_back(member.city);
    bonds_of_[member.city].push_back(member.bond);
  }
  for (const PlainEvent& event : data.events) bonds_[static_cast<std::size_t>(event.bond) - 1].events.push_back(&event);
  for (Bond& bond : bonds_) {
    std::ranges::sort(bond.events, [](const PlainEvent* one, const PlainEvent* other) {
      return std::tie(one->date, one->id) < std::tie(other->date, other->id);
    });
  }
}

std::vector<std::int64_t> Model::cities_with_bonds(std::size_t count, std::size_t most) const {
  std::vector<std::int64_t> cities;
  for (const PlainCity& city : data_.cities) {
    const auto bonds = bonds_of_.find(city.id);
    if (bonds != bonds_of_.end() && bonds->second.size() == count) cities.push_back(city.id);
  }
  return spread(cities, most);
}

std::vector<std::string> Model::names_of_one_city(std::size_t most) const {
  std::vector<std::string> names;
  for (const PlainCity& city : data_.cities) {
    if (cities_of_.at(city.name).size() == 1) names.push_back(city.name);
  }
  return spread(names, most);
}

std::uint64_t Model::find(const std::string& name) const {
  std::vector<PlainCity> cities;
  if (const auto found = cities_of_.find(name); found != cities_of_.end()) {
    for (const std::int64_t id : found->second) cities.push_back(city(id));
  }
  return plain::digest_cities(cities);
}

bool Model::is_terminated(std::int64_t id, int year) const {
  return std::ranges::any_of(bond(id).events, [&](const PlainEvent* event) {
    return event->kind == "terminated" && has_happened(*event, year);
  });
}

bool Model::is_in_force(std::int64_t id, int year) const {
  return has_happened(*bond(id).events.front(), year) && !is_terminated(id, year);
}

bool Model::is_not_terminated(std::int64_t id, int year) const {
  return data_.bonds[static_cast<std::size_t>(id) - 1].formed_year <= year && !is_terminated(id, year);
}

template <typename Counts>
std::uint64_t Model::twins(std::int64_t id, const Counts& counts) const {
  std::vector<plain::Twin> twins;
  if (const auto found = bonds_of_.find(id); found != bonds_of_.end()) {
    for (const std::int64_t each : found->second) {
      if (!counts(each)) continue;
      for (const std::int64_t member : bond(each).members) {
        if (member != id) twins.push_back({member, city(member).name, city(member).country});
      }
    }
  }
  std::ranges::sort(twins, [](const plain::Twin& one, const plain::Twin& other) {
    return std::tie(one.name, one.id) < std::tie(other.name, other.id);
  });
  return plain::digest(twins);
}

std::uint64_t Model::twins_ever(std::int64_t id) const {
  return twins(id, [](std::int64_t) { return true; });
}

std::uint64_t Model::twins_in_force(std::int64_t id, int year) const {
  return twins(id, [&](std::int64_t bond) { return is_in_force(bond, year); });
}

std::uint64_t Model::twins_not_terminated(std::int64_t id, int year) const {
  return twins(id, [&](std::int64_t bond) { return is_not_terminated(bond, year); });
}

std::uint64_t Model::history(std::int64_t id) const {
  std::vector<plain::Act> acts;
  for (const PlainEvent* const event : bond(id).events)
    acts.push_back({event->id, event->kind, event->date, event->reason});
  return plain::digest(acts);
}

std::uint64_t Model::decades() const {
  std::map<std::int64_t, std::int64_t> counts;
  for (const PlainBond& bond : data_.bonds) ++counts[bond.formed_year / 10 * 10];
  std::vector<plain::Decade> decades;
  for (const auto& [decade, bonds] : counts) decades.push_back({decade, bonds});
  return plain::digest(decades);
}

template <typename Counts>
std::uint64_t Model::country_pairs(const Counts& counts) const {
  std::map<std::pair<std::string, std::string>, std::int64_t> found;
  for (const PlainBond& each : data_.bonds) {
    if (!counts(each.id)) continue;
    std::set<std::pair<std::string, std::string>> pairs;
    for (const std::int64_t one : bond(each.id).members) {
      for (const std::int64_t other : bond(each.id).members) {
        if (one != other && city(one).country <= city(other).country) {
          pairs.emplace(city(one).country, city(other).country);
        }
      }
    }
    for (const auto& pair : pairs) ++found[pair];
  }
  std::vector<plain::CountryPair> pairs;
  for (const auto& [pair, bonds] : found) pairs.push_back({pair.first, pair.second, bonds});
  std::ranges::stable_sort(pairs, std::greater(), &plain::CountryPair::bonds);
  return plain::digest(pairs);
}

std::uint64_t Model::country_pairs_in_force() const {
  return country_pairs([&](std::int64_t bond) { return is_in_force(bond, 9999); });
}

std::uint64_t Model::country_pairs_not_terminated() const {
  return country_pairs([&](std::int64_t bond) { return is_not_terminated(bond, 9999); });
}

}  // namespace bench
