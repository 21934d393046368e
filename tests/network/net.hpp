#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <twinning/twinning.hpp>

#include "api/book.hpp"

namespace twinning::support {

/// The parties of a bond, by their numbers from 1.
using Numbers = std::vector<std::int64_t>;

/// A registry of cities whose ids are 1, 2 and so on, with bonds of an unknown beginning.
class Net {
 public:
  /// Where a city is, by its number.
  using Places = std::function<std::optional<Coordinates>(std::int64_t number)>;

  Net(std::int64_t cities, const std::vector<Numbers>& bonds, const Places& places = {}) {
    book_.registry().write([&](Transaction& tx) {
      for (std::int64_t number = 1; number <= cities; ++number) {
        tx.add_city({.name = "Town " + std::to_string(number),
                     .coordinates = places ? places(number) : std::optional<Coordinates>()});
      }
      for (const Numbers& numbers : bonds) {
        std::vector<CityId> parties;
        for (const std::int64_t number : numbers) parties.emplace_back(number);
        tx.form({.parties = parties, .date = Date{"1950"}});
      }
    });
  }

  Network network(const NetworkOptions& options = {}) const {
    return book_.ask([&](const Snapshot& now) { return Network(now, options); });
  }

  std::vector<Ring> rings(const NetworkOptions& options = {}) const {
    return book_.ask([&](const Snapshot& now) { return Network::rings(now, options); });
  }

 private:
  Book book_;
};

/// The network of as many cities and those bonds.
inline Network network_of(std::int64_t cities, const std::vector<Numbers>& bonds, const Net::Places& places = {}) {
  return Net(cities, bonds, places).network({.places = true});
}

template <typename AnyId>
Numbers numbers_of(const std::vector<AnyId>& ids) {
  Numbers numbers;
  for (const AnyId id : ids) numbers.push_back(id.value());
  return numbers;
}

inline std::vector<Numbers> numbers_of(const std::vector<std::vector<CityId>>& parts) {
  std::vector<Numbers> numbers;
  for (const std::vector<CityId>& part : parts) numbers.push_back(numbers_of<CityId>(part));
  return numbers;
}

}  // namespace twinning::support
