#include "interruption.hpp"

#include <csignal>

namespace twinning::command {
namespace {

volatile std::sig_atomic_t interrupted_by_signal = 0;

extern "C" void remember_interruption(int /*signal*/) { interrupted_by_signal = 1; }

}  // namespace

void catch_interruption() {
  struct sigaction action {};
  action.sa_handler = remember_interruption;
  // Without SA_RESTART, so that the wait for a pipe ends too.
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
}

bool is_interrupted() noexcept { return interrupted_by_signal != 0; }

}  // namespace twinning::command
