#pragma once

#include <cstddef>

namespace twinning::durability {

/// What a program asks of its surroundings, and may be refused.
enum class Call {
  memory_of_sqlite,
  memory,  ///< operator new
  open,
  read,
  write,
  sync,
  remove,
  name,  ///< a link, a renaming, a folder
  lock,
  unlock  ///< or to look at a lock
};

/// Refuses, as long as it lives, the call of that number among those of one kind, counted from 1, or that and all that
/// come after it. For a program of one thread, and one refusal at a time.
class Refusal {
 public:
  enum class Extent { once, from_then_on };

  /// \param error  what `errno` says then; memory is refused in its own ways.
  Refusal(Call call, int error, Extent extent, std::size_t number);
  ~Refusal() { lift(); }
  Refusal(const Refusal&) = delete;
  Refusal& operator=(const Refusal&) = delete;

  /// Ends it before its time.
  void lift() noexcept;
  std::size_t calls() const noexcept { return calls_; }
  bool was_met() const noexcept { return calls_ >= number_; }

 private:
  friend int refused(Call call) noexcept;
  Call call_;
  int error_;
  Extent extent_;
  std::size_t number_;
  std::size_t calls_ = 0;
};

/// For what makes the calls: the error of this one, or 0.
int refused(Call call) noexcept;

/// The pieces of memory that were given out and did not come back.
struct Held {
  long by_sqlite;
  long by_others;  ///< from operator new
  bool operator==(const Held&) const = default;
};
Held held() noexcept;

}  // namespace twinning::durability
