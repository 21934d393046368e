#include "progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <stop_token>

#include "interruption.hpp"
#include "text.hpp"

namespace twinning::command {
namespace {

constexpr std::chrono::seconds patience(1);
constexpr std::chrono::milliseconds pause(200);

bool is_terminal() { return ::isatty(STDERR_FILENO) == 1; }

}  // namespace

Notice::Notice(std::string_view text) {
  if (!is_terminal()) return;
  thread_ = std::jthread([text = shown(text) + "\n"](const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any ended;
    std::unique_lock lock(mutex);
    ended.wait_for(lock, stop, patience, [] { return false; });
    if (!stop.stop_requested()) std::fputs(text.c_str(), stderr);
  });
}

ProgressLine::ProgressLine() : is_terminal_(is_terminal()), next_(std::chrono::steady_clock::now() + patience) {}

ProgressLine::~ProgressLine() { clear(); }

void ProgressLine::show(std::int64_t count, const char* things, std::uint64_t part, std::uint64_t whole) {
  if (is_interrupted()) throw Interrupted();
  const Time now = std::chrono::steady_clock::now();
  if (!is_terminal_ || now < next_) return;
  next_ = now + pause;
  std::string line = fmt::format("{} {}", count, things);
  // What is read ahead of the rows may be more than the file has now.
  if (whole > 0) line += fmt::format(", {} %", std::min<std::uint64_t>(100, 100 * part / whole));
  const std::size_t width = line.size();
  line.resize(std::max(width, width_), ' ');
  width_ = width;
  fmt::print(stderr, "\r{}", line);
  std::fflush(stderr);
}

void ProgressLine::clear() noexcept {
  if (width_ == 0) return;
  std::fputc('\r', stderr);
  for (; width_ > 0; --width_) std::fputc(' ', stderr);
  std::fputc('\r', stderr);
  std::fflush(stderr);
}

}  // namespace twinning::command
