#include <twinning/id.hpp>

#include <gtest/gtest.h>

#include <concepts>
#include <type_traits>
#include <unordered_set>

namespace twinning {
namespace {

// tests/compile shows the same of whole calls.
static_assert(!std::is_convertible_v<CityId, BondId>);
static_assert(!std::is_constructible_v<CityId, BondId>);
static_assert(!std::equality_comparable_with<CityId, BondId>);
static_assert(!std::is_convertible_v<int, CityId>);
static_assert(!std::is_convertible_v<CityId, std::int64_t>);

TEST(Id, HoldsTheKeyOfARow) {
  EXPECT_EQ(CityId{7}.value(), 7);
  EXPECT_EQ(CityId{}.value(), 0);
}

TEST(Id, ComparesAsItsKey) {
  EXPECT_EQ(CityId{7}, CityId{7});
  EXPECT_NE(CityId{7}, CityId{8});
  EXPECT_LT(CityId{7}, CityId{8});
}

TEST(Id, HashesSoThatItCanBeAKey) {
  const std::unordered_set<CityId> cities{CityId{1}, CityId{2}, CityId{1}};
  EXPECT_EQ(cities.size(), 2U);
}

}  // namespace
}  // namespace twinning
