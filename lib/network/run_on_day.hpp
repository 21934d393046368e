#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include <twinning/network.hpp>

namespace twinning {

/// What a stretch of a pair's life says of a day.
struct StretchOnDay {
  Status status;
  bool may_have_begun;
  bool has_begun;
  bool may_go_on;
  bool goes_on;
};

/// Whether a pair is in the network on a day, from its stretches in the order of time. Those that follow each other
/// count as one run: which of them holds may be open where that one does is not.
class RunOnDay {
 public:
  explicit RunOnDay(const NetworkOptions& options) : statuses_(options.statuses), certain_only_(options.certain_only) {
    if (statuses_.empty()) statuses_ = {Status::active, Status::suspended, Status::dormant};
  }

  /// Before the first stretch of another pair.
  void start() {
    joined_.reset();
    stretches_ = 0;
    is_taken_ = false;
  }

  /// True once, at the stretch with which the pair is in the network.
  bool add(const StretchOnDay& stretch) {
    ++stretches_;
    if (is_taken_) return false;
    if (std::ranges::find(statuses_, stretch.status) == statuses_.end()) {
      joined_.reset();
      return false;
    }
    if (!joined_) {
      joined_ = stretch;
      first_ = stretches_ - 1;
    }
    joined_->may_go_on = stretch.may_go_on;
    joined_->goes_on = stretch.goes_on;
    is_taken_ = certain_only_ ? joined_->has_begun && joined_->goes_on : joined_->may_have_begun && joined_->may_go_on;
    return is_taken_;
  }

  /// With which of the pair's stretches, counted from 0, the run began.
  std::size_t first() const { return first_; }

 private:
  std::vector<Status> statuses_;
  bool certain_only_;
  std::optional<StretchOnDay> joined_;
  std::size_t stretches_ = 0;
  std::size_t first_ = 0;
  bool is_taken_ = false;
};

}  // namespace twinning
