#include "export/great_circle.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "distance.hpp"

namespace twinning {
namespace {

constexpr double step_km = 100;
constexpr double half_turn = 180;  // degrees

/// From the centre of the globe: x to 0 degrees east, y to 90 degrees east, z to the north pole.
using Vector = std::array<double, 3>;

double radians(double degrees) { return degrees * std::numbers::pi / half_turn; }
double degrees(double radians) { return radians * half_turn / std::numbers::pi; }

Vector vector_of(const Coordinates& place) {
  const double latitude = radians(place.latitude);
  const double longitude = radians(place.longitude);
  return {std::cos(latitude) * std::cos(longitude), std::cos(latitude) * std::sin(longitude), std::sin(latitude)};
}

Coordinates place_of(const Vector& vector) {
  return {.latitude = degrees(std::atan2(vector[2], std::hypot(vector[0], vector[1]))),
          .longitude = degrees(std::atan2(vector[1], vector[0]))};
}

double dot(const Vector& one, const Vector& other) { return one[0] * other[0] + one[1] * other[1] + one[2] * other[2]; }

/// a * one + b * other
Vector sum(double a, const Vector& one, double b, const Vector& other) {
  return {a * one[0] + b * other[0], a * one[1] + b * other[1], a * one[2] + b * other[2]};
}

double length(const Vector& vector) { return std::hypot(vector[0], vector[1], vector[2]); }

/// The part of `towards` at right angles to `from`, of length 1.
Vector direction(const Vector& from, const Vector& towards) {
  const Vector across = sum(1, towards, -dot(from, towards), from);
  return sum(1 / length(across), across, 0, across);
}

/// Every vertex, those of the ends as they were given.
Line vertices(const Coordinates& from, const Coordinates& to) {
  const Vector begin = vector_of(from);
  const Vector end = vector_of(to);
  const double sine = length(sum(1, end, -dot(begin, end), begin));
  const double angle = std::atan2(sine, dot(begin, end));
  constexpr double as_good_as_none = 1e-9;  // radians: 6 mm
  if (angle < as_good_as_none) return {from, to};
  const bool are_antipodes = sine < as_good_as_none;
  const bool is_pole = std::abs(begin[2]) > 1 - as_good_as_none;
  const Vector across = direction(begin, !are_antipodes ? end : is_pole ? Vector{1, 0, 0} : Vector{0, 0, 1});
  const int steps = std::max(1, static_cast<int>(std::ceil(angle * earth_radius_km / step_km)));
  Line line{from};
  for (int step = 1; step < steps; ++step) {
    const double turned = angle * step / steps;
    line.push_back(place_of(sum(std::cos(turned), begin, std::sin(turned), across)));
  }
  line.push_back(to);
  return line;
}

bool is_on_edge(const Coordinates& place) { return std::abs(place.longitude) == half_turn; }

/// Where the way between two neighbouring vertices meets the 180th meridian: the plane y = 0.
double latitude_of_crossing(const Coordinates& from, const Coordinates& to) {
  const Vector begin = vector_of(from);
  const Vector end = vector_of(to);
  const double share = begin[1] / (begin[1] - end[1]);
  return place_of(sum(1 - share, begin, share, end)).latitude;
}

}  // namespace

std::vector<Line> great_circle(const Coordinates& from, const Coordinates& to) {
  std::vector<Line> lines(1);
  for (Coordinates next : vertices(from, to)) {
    Line& line = lines.back();
    if (line.empty() || std::abs(next.longitude - line.back().longitude) <= half_turn) {
      line.push_back(next);
      continue;
    }
    const Coordinates last = line.back();
    if (is_on_edge(next)) {
      next.longitude = -next.longitude;  // the same place, seen from this side
      line.push_back(next);
      continue;
    }
    const double side = std::copysign(half_turn, last.longitude);
    const double latitude = is_on_edge(last) ? last.latitude : latitude_of_crossing(last, next);
    if (!is_on_edge(last)) line.push_back({.latitude = latitude, .longitude = side});
    const Coordinates again{.latitude = latitude, .longitude = -side};
    if (line.size() < 2) {
      line = {again, next};
    } else {
      lines.push_back({again, next});
    }
  }
  return lines;
}

}  // namespace twinning
