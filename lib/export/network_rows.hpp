#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <twinning/city.hpp>
#include <twinning/id.hpp>
#include <twinning/snapshot.hpp>
#include <twinning/time.hpp>

namespace twinning {

class Connection;

/// What all formats say of a city or an edge: named columns, and their values in the same order.
enum class FieldType { text, day, integer, real, flag };
struct Field {
  const char* name;
  FieldType type;
};
using Value = std::variant<std::monostate, std::int64_t, double, bool, std::string>;
using Values = std::vector<Value>;

/// Of a city; the first one is its id.
std::span<const Field> city_fields() noexcept;

/// Of an edge; the first two are the ids of its ends.
std::span<const Field> edge_fields() noexcept;

struct CityNode {
  CityId id;
  std::string name;
  std::optional<Coordinates> coordinates;
  Values values;
};

/// The first day and the last one on which a pair may have been in force; nothing is no bound.
struct Spell {
  std::optional<std::string> first;
  std::optional<std::string> last;
};

/// A pair of cities in one bond.
struct PairEdge {
  BondId bond;
  CityId source;
  CityId target;
  std::optional<Coordinates> source_place;
  std::optional<Coordinates> target_place;
  std::vector<Spell> spells;  ///< parted by a day or more, in the order of time
  Values values;

  /// "b5-12-34": of the bond and its ends, so that it is the same in every export.
  std::string name() const;
};

/// The nodes and edges of a snapshot, one after another: as of a day, or of all time.
class NetworkRows {
 public:
  /// \param progress is called now and then with how many rows were given. They must outlive it.
  NetworkRows(const Snapshot& snapshot, const std::optional<AsOf>& as_of,
              const std::function<void(std::int64_t)>& progress);

  /// Every city, in the order of ids.
  void for_each_city(const std::function<void(const CityNode&)>& visit) const;

  /// Every edge, in the order of bonds and then of its ends.
  void for_each_edge(const std::function<void(const PairEdge&)>& visit) const;

  const std::optional<std::string>& day() const noexcept { return day_; }
  Connection& connection() const noexcept { return connection_; }

  /// Counts a row that is given; also those of tables, which are none of the network.
  void count_row() const;

 private:
  Connection& connection_;
  std::optional<std::string> day_;
  const std::function<void(std::int64_t)>& progress_;
  mutable std::int64_t count_ = 0;
};

}  // namespace twinning
