#pragma once

#include <chrono>
#include <condition_variable>
#include <string>
#include <thread>

#include <twinning/import_file.hpp>

namespace twinning::command {

/// Says what takes so long, once, after a second of it, and only on a terminal.
class Notice {
 public:
  explicit Notice(std::string text);

 private:
  std::jthread thread_;  // The last member: it ends before what it uses.
};

/// Shows how far an import has come, on a line of a terminal that goes when the import ends.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(const ImportProgress& progress);
  void clear() noexcept;

 private:
  using Time = std::chrono::steady_clock::time_point;

  bool is_terminal_;
  Time next_;
  std::size_t width_ = 0;
};

}  // namespace twinning::command
