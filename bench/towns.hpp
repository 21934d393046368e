#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>
#include <unordered_set>
#include <utility>
#include <vector>

#include <twinning/twinning.hpp>

namespace bench {

/// Two towns, by their numbers from 1, the lower one first.
using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// Town number k is drawn as often as its place in a shuffled order has it, by a power law.
inline std::vector<Pair> make_pairs(std::uint32_t cities, std::size_t bonds) {
  std::mt19937_64 chance(20261123);
  std::vector<double> weights(cities);
  double sum = 0;
  for (std::uint32_t place = 0; place < cities; ++place) weights[place] = sum += std::pow(place + 12.0, -0.72);
  std::vector<std::uint32_t> order(cities);
  for (std::uint32_t place = 0; place < cities; ++place) order[place] = place + 1;
  for (std::uint32_t place = cities - 1; place > 0; --place) std::swap(order[place], order[chance() % (place + 1)]);
  const auto any = [&] {
    const double at = static_cast<double>(chance() >> 11U) * 0x1p-53 * sum;
    return order[static_cast<std::size_t>(std::ranges::lower_bound(weights, at) - weights.begin())];
  };
  std::unordered_set<std::uint64_t> seen;
  std::vector<Pair> pairs;
  while (pairs.size() < bonds) {
    const auto [one, other] = std::minmax({any(), any()});
    if (one != other && seen.insert(std::uint64_t{one} << 32U | other).second) pairs.emplace_back(one, other);
  }
  return pairs;
}

inline void make_registry(const std::filesystem::path& file, const std::vector<Pair>& pairs,
                          twinning::JournalMode mode = twinning::JournalMode::as_is) {
  const auto list = file.parent_path() / "pairs.csv";
  std::ofstream stream(list);
  stream << "a,b\n";
  for (const auto& [one, other] : pairs) stream << "Town " << one << ",Town " << other << '\n';
  stream.close();
  auto registry = twinning::Registry::create(file.string(), {.journal_mode = mode});
  twinning::import_file(registry, list.string(), {.format = twinning::ImportFormat::pairs});
  std::filesystem::remove(list);
}

}  // namespace bench
