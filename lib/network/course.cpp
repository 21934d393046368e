// The shape of the network over the years.

#include <fmt/format.h>

#include <chrono>

#include <twinning/error.hpp>
#include <twinning/network.hpp>

namespace twinning {

std::vector<NetworkYear> Network::course(const Snapshot& snapshot, int first, int last, const NetworkOptions& options) {
  if (first < 0 || last > 9999) {
    throw Error(ErrorCategory::invalid_argument,
                fmt::format("{} is no year of a course: give one from 0 to 9999", first < 0 ? first : last));
  }
  if (last < first) {
    throw Error(ErrorCategory::invalid_argument,
                fmt::format("the years {} to {} are none: give the first one first", first, last));
  }
  std::vector<NetworkYear> years;
  NetworkOptions of_year = options;
  of_year.places = false;
  for (int year = first; year <= last; ++year) {
    of_year.as_of = AsOf(Day(std::chrono::year(year), std::chrono::December, std::chrono::day(31)));
    years.push_back({.year = year, .figures = Network(snapshot, of_year).figures()});
  }
  return years;
}

}  // namespace twinning
