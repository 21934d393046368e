#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <string_view>
#include <thread>

namespace twinning::command {

/// Says what takes so long, once, after a second of it, and only on a terminal.
class Notice {
 public:
  explicit Notice(std::string_view text);

 private:
  std::jthread thread_;  // The last member: it ends before what it uses.
};

/// Shows how far some work has come, on a line of a terminal that goes when the work ends; ends it where somebody
/// interrupts.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// "12000 rows, 40 %"; the part is left out where the whole is unknown. Throws Interrupted.
  void show(std::int64_t count, const char* things, std::uint64_t part, std::uint64_t whole);
  void clear() noexcept;

 private:
  using Time = std::chrono::steady_clock::time_point;

  bool is_terminal_;
  Time next_;
  std::size_t width_ = 0;
};

}  // namespace twinning::command
