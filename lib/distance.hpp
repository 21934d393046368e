#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>

#include <twinning/city.hpp>

namespace twinning {

/// The mean radius of the Earth (IUGG).
inline constexpr double earth_radius_km = 6371.0088;

/// Kilometres between two places on a globe, by the haversine formula (R. W. Sinnott, Sky and Telescope 68, 1984).
inline double distance_km(const Coordinates& one, const Coordinates& other) {
  constexpr double degree = std::numbers::pi / 180;
  const double half_north = std::sin((other.latitude - one.latitude) * degree / 2);
  const double half_east = std::sin((other.longitude - one.longitude) * degree / 2);
  const double square = half_north * half_north +
                        std::cos(one.latitude * degree) * std::cos(other.latitude * degree) * half_east * half_east;
  return 2 * earth_radius_km * std::asin(std::min(1.0, std::sqrt(square)));
}

}  // namespace twinning
