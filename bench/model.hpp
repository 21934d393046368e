#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "yardstick.hpp"

namespace bench {

/// What the answers are, from the data in memory.
class Model {
 public:
  explicit Model(const PlainData& data);

  /// At most `most` cities that ever had so many bonds, from all over the file.
  std::vector<std::int64_t> cities_with_bonds(std::size_t count, std::size_t most) const;
  /// At most `most` names that one city alone has, from all over the file.
  std::vector<std::string> names_of_one_city(std::size_t most) const;

  std::uint64_t find(const std::string& name) const;
  std::uint64_t twins_ever(std::int64_t city) const;
  /// By the acts until the end of the year, of which an ending is for good: what a registry says.
  std::uint64_t twins_in_force(std::int64_t city, int year) const;
  /// Formed in the year or before, by the bond's own row, and not ended by then: what the plain question says.
  std::uint64_t twins_not_terminated(std::int64_t city, int year) const;
  std::uint64_t history(std::int64_t bond) const;
  std::uint64_t decades() const;
  std::uint64_t country_pairs_in_force() const;
  std::uint64_t country_pairs_not_terminated() const;

 private:
  struct Bond {
    std::vector<std::int64_t> members;
    std::vector<const PlainEvent*> events;  ///< in the order of days
  };
  const Bond& bond(std::int64_t id) const { return bonds_[static_cast<std::size_t>(id) - 1]; }
  const PlainCity& city(std::int64_t id) const { return data_.cities[static_cast<std::size_t>(id) - 1]; }
  bool is_terminated(std::int64_t bond, int year) const;
  bool is_in_force(std::int64_t bond, int year) const;
  bool is_not_terminated(std::int64_t bond, int year) const;
  template <typename Counts>
  std::uint64_t twins(std::int64_t city, const Counts& counts) const;
  template <typename Counts>
  std::uint64_t country_pairs(const Counts& counts) const;

  const PlainData& data_;
  std::vector<Bond> bonds_;
  std::unordered_map<std::int64_t, std::vector<std::int64_t>> bonds_of_;
  std::unordered_map<std::string, std::vector<std::int64_t>> cities_of_;
};

}  // namespace bench
