#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace twinning {

/// The key of a row in one table of one registry file.
///
/// Ids of different things do not mix: a `CityId` is no `BondId`, and neither is a number. An id means something only
/// in the file that it came from; the `uid` of a row is the same in every file. A value, free to share between threads.
template <typename Thing>
class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(std::int64_t value) noexcept : value_(value) {}

  /// The `id` column of the row. 0 is no row's id: it is what a default-constructed `Id` holds.
  constexpr std::int64_t value() const noexcept { return value_; }

  friend constexpr auto operator<=>(Id, Id) = default;

 private:
  std::int64_t value_ = 0;
};

using CityId = Id<struct CityTag>;
using NameId = Id<struct NameTag>;
using BondId = Id<struct BondTag>;
using EventId = Id<struct EventTag>;
using SourceId = Id<struct SourceTag>;
using KeepsakeId = Id<struct KeepsakeTag>;

}  // namespace twinning

template <typename Thing>
struct std::hash<twinning::Id<Thing>> {
  std::size_t operator()(twinning::Id<Thing> id) const noexcept { return std::hash<std::int64_t>{}(id.value()); }
};
