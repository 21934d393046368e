#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <iostream>
#include <string>
#include <string_view>

#include <twinning/error.hpp>

// A target takes any bytes, does with them what a stranger might, and calls `require` of what must hold whatever they
// are. libFuzzer makes up the bytes; replay.cpp takes them from files.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace twinning::fuzz {

/// Ends the program, which keeps the input as found, unless `holds`.
inline void require(bool holds, std::string_view what) {
  if (holds) return;
  std::cerr << "Broken promise: " << what << std::endl;
  std::abort();
}

/// What an input of any sort may be answered with: one line, of one of these categories.
inline void require_refusal(const Error& error, std::initializer_list<ErrorCategory> categories) {
  const std::string_view told = error.what();
  require(!told.empty() && told.find_first_of("\r\n") == std::string_view::npos, fmt::format("one line: {}", told));
  require(std::ranges::find(categories, error.category()) != categories.end(),
          fmt::format("the category {}: {}", to_string(error.category()), told));
}

/// The bytes of an input, taken one after another. Where none are left, there are zeros.
class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size)
      // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the same bytes, as the library takes them.
      : bytes_(reinterpret_cast<const char*>(data), size) {}

  bool empty() const noexcept { return bytes_.empty(); }

  std::uint8_t byte() {
    if (bytes_.empty()) return 0;
    const auto first = static_cast<std::uint8_t>(bytes_.front());
    bytes_.remove_prefix(1);
    return first;
  }

  bool flag() { return byte() % 2 == 1; }

  std::size_t number() {
    const std::size_t high = byte();
    return high * 256 + byte();
  }

  /// One of some values.
  template <typename Values>
  const auto& one_of(const Values& values) {
    return *(std::begin(values) + static_cast<std::ptrdiff_t>(byte() % std::size(values)));
  }

  std::string_view text(std::size_t length) {
    const std::string_view taken = bytes_.substr(0, length);
    bytes_.remove_prefix(taken.size());
    return taken;
  }

  /// Up to the end of a line.
  std::string_view line() {
    const std::string_view taken = text(std::min(bytes_.find('\n'), bytes_.size()));
    byte();
    return taken;
  }

  std::string_view rest() { return text(bytes_.size()); }

 private:
  std::string_view bytes_;
};

}  // namespace twinning::fuzz
