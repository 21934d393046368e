#pragma once

#include <mutex>
#include <shared_mutex>

namespace twinning {

/// A shared mutex that lets nobody starve: whoever waits for it alone stops those who come later. The standard one lets
/// readers pass a waiting writer for ever. Not for one thread to take twice.
class Gate {
 public:
  void lock_shared() {
    const std::scoped_lock turn(turnstile_);
    room_.lock_shared();
  }
  void unlock_shared() { room_.unlock_shared(); }
  void lock() {
    const std::scoped_lock turn(turnstile_);
    room_.lock();
  }
  void unlock() { room_.unlock(); }

 private:
  std::mutex turnstile_;
  std::shared_mutex room_;
};

}  // namespace twinning
