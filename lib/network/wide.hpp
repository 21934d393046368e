#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace twinning {

/// A number without a highest: on a long road with a choice at each station the ways double and double.
struct Wide {
  double digits = 0;
  std::int64_t exponent = 0;  // of 2

  Wide() = default;
  explicit Wide(double number, std::int64_t of_two = 0) {
    int own = 0;
    digits = std::frexp(number, &own);
    exponent = digits == 0 ? 0 : of_two + own;
  }
  explicit operator double() const {
    return std::ldexp(digits, static_cast<int>(std::clamp<std::int64_t>(exponent, -4000, 4000)));
  }

  friend Wide operator+(const Wide& one, const Wide& other) {
    if (one.digits == 0) return other;
    if (other.digits == 0) return one;
    const auto [less, more] =
        std::minmax(one, other, [](const Wide& a, const Wide& b) { return a.exponent < b.exponent; });
    const int apart = static_cast<int>(std::min<std::int64_t>(more.exponent - less.exponent, 4000));
    return Wide(more.digits + std::ldexp(less.digits, -apart), more.exponent);
  }
  friend Wide operator*(const Wide& one, const Wide& other) {
    return Wide(one.digits * other.digits, one.exponent + other.exponent);
  }
  friend Wide operator/(const Wide& one, const Wide& other) {
    return Wide(one.digits / other.digits, one.exponent - other.exponent);
  }
};

}  // namespace twinning
