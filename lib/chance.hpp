#pragma once

#include <sqlite3.h>

#include <array>
#include <cstddef>
#include <string>

namespace twinning {

/// That many bytes of chance, as twice as many hexadecimal digits.
template <std::size_t size>
std::string chance() {
  std::array<unsigned char, size> bytes{};
  sqlite3_randomness(static_cast<int>(size), bytes.data());
  constexpr const char* hexadecimal = "0123456789abcdef";
  std::string digits(2 * size, '0');
  for (std::size_t at = 0; at < size; ++at) {
    digits[2 * at] = hexadecimal[bytes[at] >> 4];
    digits[2 * at + 1] = hexadecimal[bytes[at] & 0xf];
  }
  return digits;
}

}  // namespace twinning
