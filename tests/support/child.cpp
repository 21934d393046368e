#include "support/child.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <exception>
#include <stdexcept>
#include <thread>

namespace twinning::support {
namespace {

[[noreturn]] void run(const std::function<void(const Acknowledge&)>& work, int say) {
  const auto acknowledge = [&] {
    if (::write(say, "x", 1) != 1) ::_exit(2);
  };
  try {
    acknowledge();  // that it has begun
    work(acknowledge);
    ::_exit(0);
  } catch (const std::exception& exception) {
    std::fprintf(stderr, "the child: %s\n", exception.what());
  }
  ::_exit(1);
}

}  // namespace

Child::Child(const std::function<void(const Acknowledge&)>& work) {
  std::array<int, 2> pipe{};
  if (::pipe(pipe.data()) != 0) throw std::runtime_error("there is no pipe");
  said_ = pipe[0];
  process_ = ::fork();
  if (process_ == 0) run(work, pipe[1]);
  ::close(pipe[1]);
  char begun = 0;
  if (process_ < 0 || ::read(said_, &begun, 1) != 1) throw std::runtime_error("there is no child");
}

Child::~Child() {
  if (process_ != 0) {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
  ::close(said_);
}

void Child::hear() {
  char thing = 0;
  if (::read(said_, &thing, 1) != 1) throw std::runtime_error("the child has ended");
  ++heard_;
}

Child::End Child::wait() {
  int status = 0;
  ::waitpid(process_, &status, 0);
  process_ = 0;
  const bool was_killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
  if (!was_killed && (!WIFEXITED(status) || WEXITSTATUS(status) != 0)) throw std::runtime_error("the child failed");
  End end{.was_killed = was_killed, .acknowledged = heard_};
  for (char thing = 0; ::read(said_, &thing, 1) == 1;) ++end.acknowledged;
  return end;
}

Child::End Child::kill_after(std::chrono::microseconds delay) {
  std::this_thread::sleep_for(delay);
  ::kill(process_, SIGKILL);
  return wait();
}

}  // namespace twinning::support
