#pragma once

#include <fmt/format.h>
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
  std::string digits;
  for (const unsigned char byte : bytes) digits += fmt::format("{:02x}", byte);
  return digits;
}

}  // namespace twinning
