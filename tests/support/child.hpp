#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>

namespace twinning::support {

/// Says that one more thing is done, and outlives whoever says so.
using Acknowledge = std::function<void()>;

/// A process of its own that works until it is done or killed. The program must have no other thread.
class Child {
 public:
  /// Throws std::runtime_error where there can be no process.
  explicit Child(const std::function<void(const Acknowledge&)>& work);
  /// Kills it, unless it has been waited for.
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  struct End {
    bool was_killed;   ///< before it was done
    int acknowledged;  ///< things that it said were done
  };

  /// Waits until it says that one more thing is done. Throws std::runtime_error where it has ended before.
  void hear();
  /// Waits until it is done. Throws std::runtime_error where it failed.
  End wait();
  /// Kills it that long after it began to work; nothing of it can clear up. Throws as `wait`.
  End kill_after(std::chrono::microseconds delay);

 private:
  pid_t process_;  // 0 once it has been waited for
  int said_;
  int heard_ = 0;
};

}  // namespace twinning::support
