#pragma once

#include <chrono>
#include <string>

#include <twinning/twinning.hpp>

#include "support/temporary_file.hpp"
#include "target.hpp"

namespace twinning::fuzz {

/// A registry file that is new each time, with a clock that stands still until it is moved, so that an input does the
/// same whenever it is tried.
class NewRegistry {
 public:
  NewRegistry() { support::write_file(file_.path(), image()); }

  /// Opened anew each time.
  Registry open() const {
    return Registry::open(path(), {.clock = [this] { return now_; }});
  }

  void move_clock(std::chrono::hours by) { now_ += by; }

  std::string path() const { return file_.path(); }
  std::string beside(const std::string& name) const { return file_.beside(name); }

  void require_sound() const {
    for (const Finding& finding : check(path())) require(false, finding.what + ": " + finding.explanation);
  }

 private:
  static const std::string& image() {
    static const std::string made = [] {
      const support::TemporaryFile file;
      Registry::create(file.path());
      return support::read_file(file.path());
    }();
    return made;
  }

  support::TemporaryFile file_;
  Instant now_ = std::chrono::sys_days(std::chrono::year(2026) / 6 / 15) + std::chrono::hours(12);
};

}  // namespace twinning::fuzz
