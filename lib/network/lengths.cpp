// How far apart twins are, and which countries they tie.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <random>
#include <tuple>
#include <utility>
#include <vector>

#include <twinning/network.hpp>

#include "distance.hpp"
#include "network/graph.hpp"
#include "network/read_places.hpp"

namespace twinning {
namespace {

double mean_of(const std::vector<double>& lengths) {
  double sum = 0;
  for (const double length : lengths) sum += length;
  return sum / static_cast<double>(lengths.size());
}

/// Of two in the middle their mean.
double median_of(std::vector<double> lengths) {
  const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
  std::ranges::nth_element(lengths, middle);
  if (lengths.size() % 2 == 1) return *middle;
  return (*middle + *std::max_element(lengths.begin(), middle)) / 2;
}

double standard_error_of(const std::vector<double>& lengths, double mean) {
  double squares = 0;
  for (const double length : lengths) squares += (length - mean) * (length - mean);
  const auto count = static_cast<double>(lengths.size());
  return std::sqrt(squares / (count - 1) / count);
}

/// Between cities drawn from `ends`, in which each stands as often as it has twins.
std::vector<double> random_lengths(const Graph& graph, const std::vector<Vertex>& ends) {
  constexpr std::size_t draws = 1'000'000;
  std::mt19937_64 chance(1944);  // of which C++ says every number
  std::vector<double> lengths;
  lengths.reserve(draws);
  while (lengths.size() < draws) {
    const Vertex one = ends[chance() % ends.size()];
    const Vertex other = ends[chance() % ends.size()];
    if (one != other) lengths.push_back(distance_km(graph.places[one], graph.places[other]));
  }
  return lengths;
}

}  // namespace

std::optional<LengthFigures> Network::lengths() const {
  expect_places(*graph_);
  std::vector<double> lengths;
  std::vector<Vertex> ends;
  for (Vertex one = 0; one < graph_->size(); ++one) {
    if (!graph_->has_place(one)) continue;
    for (const Vertex other : graph_->neighbours(one)) {
      if (!graph_->has_place(other)) continue;
      ends.push_back(one);
      if (one < other) lengths.push_back(distance_km(graph_->places[one], graph_->places[other]));
    }
  }
  if (lengths.empty()) return std::nullopt;
  const std::vector<double> random = random_lengths(*graph_, ends);
  const double random_mean = mean_of(random);
  return LengthFigures{.pairs = static_cast<std::int64_t>(lengths.size()),
                       .unplaced = static_cast<std::int64_t>(graph_->neighbour.size() / 2 - lengths.size()),
                       .mean = mean_of(lengths),
                       .median = median_of(lengths),
                       .longest = std::ranges::max(lengths),
                       .random_mean = random_mean,
                       .random_median = median_of(random),
                       .random_error = standard_error_of(random, random_mean)};
}

std::vector<CountryTie> Network::countries() const {
  expect_places(*graph_);
  std::map<std::pair<std::uint16_t, std::uint16_t>, std::int64_t> pairs;
  for (Vertex one = 0; one < graph_->size(); ++one) {
    for (const Vertex other : graph_->neighbours(one)) {
      const auto [a, b] = std::minmax(graph_->country[one], graph_->country[other]);
      if (one < other && a != 0) ++pairs[{a, b}];
    }
  }
  std::vector<CountryTie> ties;
  for (const auto& [countries, count] : pairs) {
    const auto [a, b] = std::minmax(graph_->countries[countries.first], graph_->countries[countries.second]);
    ties.push_back({.a = a, .b = b, .pairs = count});
  }
  std::ranges::sort(ties, [](const CountryTie& one, const CountryTie& other) {
    return std::tuple(-one.pairs, one.a, one.b) < std::tuple(-other.pairs, other.a, other.b);
  });
  return ties;
}

}  // namespace twinning
