#include "export/great_circle.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace twinning {
namespace {

std::vector<Line> between(double latitude, double longitude, double to_latitude, double to_longitude) {
  return great_circle({.latitude = latitude, .longitude = longitude},
                      {.latitude = to_latitude, .longitude = to_longitude});
}

/// By the haversine formula (R. W. Sinnott, Sky and Telescope 68, 1984), which the library does not use.
double kilometres(const Coordinates& one, const Coordinates& other) {
  constexpr double degree = std::numbers::pi / 180;
  const double north = std::sin((other.latitude - one.latitude) * degree / 2);
  const double east = std::sin((other.longitude - one.longitude) * degree / 2);
  const double share =
      north * north + std::cos(one.latitude * degree) * std::cos(other.latitude * degree) * east * east;
  return 2 * 6371.0088 * std::asin(std::min(1.0, std::sqrt(share)));
}

double length(const std::vector<Line>& lines) {
  double sum = 0;
  for (const Line& line : lines) {
    for (std::size_t place = 1; place < line.size(); ++place) sum += kilometres(line[place - 1], line[place]);
  }
  return sum;
}

void expect_sound(const std::vector<Line>& lines) {
  for (const Line& line : lines) {
    ASSERT_GE(line.size(), 2U);
    for (std::size_t place = 1; place < line.size(); ++place) {
      EXPECT_LE(std::abs(line[place].longitude - line[place - 1].longitude), 180);
      EXPECT_LE(kilometres(line[place - 1], line[place]), 100.001);
    }
  }
}

TEST(GreatCircle, IsTheShortestWayInStepsOf100Kilometres) {
  const auto lines = between(52.41, -1.51, 48.7, 44.52);  // Coventry and Volgograd
  ASSERT_EQ(lines.size(), 1U);
  expect_sound(lines);
  const double whole = kilometres(lines.front().front(), lines.front().back());
  EXPECT_NEAR(length(lines), whole, 1e-6);
  EXPECT_EQ(lines.front().size(), static_cast<std::size_t>(std::ceil(whole / 100)) + 1);
  EXPECT_GT(lines.front()[lines.front().size() / 2].latitude, 52.41) << "it bends to the north";
}

TEST(GreatCircle, IsPartedAtThe180thMeridian) {
  const auto lines = between(35.68, 139.69, 21.3, -157.86);
  ASSERT_EQ(lines.size(), 2U);
  expect_sound(lines);
  EXPECT_EQ(lines[0].back().longitude, 180);
  EXPECT_EQ(lines[1].front().longitude, -180);
  EXPECT_EQ(lines[0].back().latitude, lines[1].front().latitude);
  EXPECT_NEAR(length(lines), kilometres(lines[0].front(), lines[1].back()), 1e-6);
  const auto back = between(21.3, -157.86, 35.68, 139.69);
  ASSERT_EQ(back.size(), 2U);
  EXPECT_EQ(back[0].back().longitude, -180);
  EXPECT_NEAR(back[0].back().latitude, lines[0].back().latitude, 1e-9);
}

TEST(GreatCircle, AnEndOnThe180thMeridianIsOfEitherSide) {
  for (const double edge : {180.0, -180.0}) {
    for (const double other : {170.0, -170.0}) {
      const auto from = between(10, edge, 20, other);
      ASSERT_EQ(from.size(), 1U) << edge << " " << other;
      expect_sound(from);
      EXPECT_EQ(from.front().front().longitude, std::copysign(180, other));
      const auto to = between(20, other, 10, edge);
      ASSERT_EQ(to.size(), 1U) << edge << " " << other;
      expect_sound(to);
      EXPECT_EQ(to.front().back().longitude, std::copysign(180, other));
    }
  }
}

TEST(GreatCircle, OneWhoIsTheOther) {
  const auto lines = between(10, 20, 10, 20);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines.front().size(), 2U);
}

TEST(GreatCircle, AntipodesMeetOverThePole) {
  for (const auto& lines : {between(10, 20, -10, -160), between(90, 0, -90, 0)}) {
    expect_sound(lines);
    EXPECT_NEAR(length(lines), std::numbers::pi * 6371.0088, 1e-3);
  }
}

}  // namespace
}  // namespace twinning
