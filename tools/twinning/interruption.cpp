#include "interruption.hpp"

#include <csignal>
#include <initializer_list>

namespace twinning::command {
namespace {

volatile std::sig_atomic_t remembered_signal = 0;

extern "C" void remember_interruption(int signal) { remembered_signal = signal; }

}  // namespace

void catch_interruption() {
  struct sigaction action {};
  action.sa_handler = remember_interruption;
  // Without SA_RESTART, so that the wait for a pipe ends too.
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaction(signal, &action, nullptr);
}

bool is_interrupted() noexcept { return remembered_signal != 0; }

int interrupting_signal() noexcept { return remembered_signal; }

}  // namespace twinning::command
