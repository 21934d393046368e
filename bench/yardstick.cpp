#include "yardstick.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

namespace bench {
namespace {

/// Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014.
class SplitMix {
 public:
  explicit SplitMix(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t value = (state_ += 0x9e3779b97f4a7c15U);
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31U);
  }
  double part() { return static_cast<double>(next() >> 11U) / 9007199254740992.0; }
  std::uint64_t below(std::uint64_t limit) { return next() % limit; }
  template <typename List>
  const auto& one_of(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::uint64_t state_;
};

constexpr std::array syllables = {"ba",  "kor", "lin", "mar", "ves", "ton", "gra", "del", "sho", "umi",
                                  "pre", "stu", "wal", "nor", "fel", "ost", "ria", "qui", "zen", "hof"};
constexpr std::array countries = {"DE", "FR", "GB", "US", "JP", "CN", "PL", "IT", "ES", "RU", "UA", "TR", "BR",
                                  "IN", "KR", "SE", "FI", "NL", "BE", "AT", "CZ", "HU", "RO", "MX", "CA", "AU"};
constexpr std::array kinds = {"twinning", "friendship", "partnership", "cooperation"};

std::string any_name(SplitMix& chance, std::size_t number) {
  std::string name;
  const std::uint64_t count = 2 + chance.below(3);
  for (std::uint64_t part = 0; part < count; ++part) name += chance.one_of(syllables);
  name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
  if (chance.below(100) < 92) name += fmt::format(" {}", number % 977);
  return name;
}

std::string any_day(SplitMix& chance, int year) {
  const auto month = 1 + chance.below(12);
  return fmt::format("{:04}-{:02}-{:02}", year, month, 1 + chance.below(28));
}

/// Draws towns by a power law.
class Popular {
 public:
  Popular(std::size_t cities, SplitMix& chance) : sums_(cities), order_(cities) {
    double sum = 0;
    for (std::size_t place = 0; place < cities; ++place) {
      sum += std::pow(static_cast<double>(place) + 12.0, -0.72);
      sums_[place] = sum;
      order_[place] = static_cast<std::int64_t>(place) + 1;
    }
    for (std::size_t place = cities - 1; place > 0; --place) std::swap(order_[place], order_[chance.below(place + 1)]);
  }
  std::int64_t any(SplitMix& chance) const {
    const double at = chance.part() * sums_.back();
    return order_[static_cast<std::size_t>(std::ranges::lower_bound(sums_, at) - sums_.begin())];
  }

 private:
  std::vector<double> sums_;
  std::vector<std::int64_t> order_;
};

PlainEvent any_event(SplitMix& chance, const PlainData& data) {
  const PlainBond& bond = data.bonds[chance.below(data.bonds.size())];
  const auto span = static_cast<std::uint64_t>(std::max(1, 2027 - bond.formed_year));
  const int year = bond.formed_year + static_cast<int>(chance.below(span));
  const std::uint64_t what = chance.below(10);
  const auto id = static_cast<std::int64_t>(data.events.size()) + 1;
  if (what < 3) return {id, bond.id, "terminated", any_day(chance, year), what == 0 ? "political" : "dormant"};
  if (what < 5) return {id, bond.id, "suspended", any_day(chance, year), "war"};
  return {id, bond.id, "renewed", any_day(chance, year), "anniversary"};
}

}  // namespace

PlainData make_data(std::size_t cities, std::size_t bonds) {
  PlainData data;
  SplitMix chance(20261123);
  for (std::size_t number = 0; number < cities; ++number) {
    std::string name = any_name(chance, number);
    const auto country = static_cast<std::size_t>(std::pow(chance.part(), 1.6) * 26);
    const double latitude = chance.part() * 150 - 70;
    const double longitude = chance.part() * 360 - 180;
    data.cities.push_back(
        {static_cast<std::int64_t>(number) + 1, std::move(name), countries.at(country), latitude, longitude});
  }
  const Popular popular(cities, chance);
  std::unordered_set<std::uint64_t> seen;
  for (std::size_t number = 0; number < bonds; ++number) {
    const auto id = static_cast<std::int64_t>(number) + 1;
    std::int64_t one = 0;
    std::int64_t other = 0;
    do {
      one = popular.any(chance);
      other = popular.any(chance);
      if (one > other) std::swap(one, other);
    } while (one == other ||
             !seen.insert(static_cast<std::uint64_t>(one) << 32U | static_cast<std::uint64_t>(other)).second);
    const int year = 1920 + static_cast<int>(std::sqrt(chance.part()) * 105);
    const std::size_t kind = chance.below(10) < 6 ? 0 : 1 + chance.below(3);
    data.bonds.push_back({id, kinds.at(kind), year});
    data.members.push_back({id, one});
    data.members.push_back({id, other});
    if (chance.below(100) < 2) {
      std::int64_t third = 0;
      do {
        third = popular.any(chance);
      } while (third == one || third == other);
      data.members.push_back({id, third});
    }
  }
  for (const PlainBond& bond : data.bonds) {
    data.events.push_back({bond.id, bond.id, "formed", any_day(chance, bond.formed_year), ""});
  }
  while (data.events.size() < bonds * 3 / 2) data.events.push_back(any_event(chance, data));
  return data;
}

Asked make_asked(const PlainData& data, std::size_t count) {
  Asked asked;
  SplitMix chance(7);
  for (std::size_t turn = 0; turn < count; ++turn) {
    const bool is_none = chance.below(20) == 0;
    asked.names.push_back(is_none ? fmt::format("Nosuch {}", turn) : chance.one_of(data.cities).name);
  }
  for (std::size_t turn = 0; turn < count; ++turn) {
    asked.cities.push_back(turn % 2 == 1 ? chance.one_of(data.cities).id : chance.one_of(data.members).city);
    asked.years.push_back(1950 + static_cast<int>(chance.below(76)));
  }
  for (std::size_t turn = 0; turn < count; ++turn) asked.bonds.push_back(chance.one_of(data.bonds).id);
  return asked;
}

FreshBond fresh_bond(const PlainData& data, int turn) {
  SplitMix chance(99 + static_cast<std::uint64_t>(turn));
  const auto bonds = static_cast<std::int64_t>(data.bonds.size());
  const std::int64_t id = bonds + 1 + turn;
  const std::int64_t one = chance.one_of(data.cities).id;
  std::int64_t other = one;
  while (other == one) other = chance.one_of(data.cities).id;
  const auto event = static_cast<std::int64_t>(data.events.size()) + 1 + turn;
  return {{id, "twinning", 2025}, one, other, {event, id, "formed", "2025-05-09", "signed"}};
}

}  // namespace bench
