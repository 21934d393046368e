#pragma once

#include <filesystem>
#include <vector>

#include "durability/disk.hpp"

namespace twinning::durability {

/// Writes down, as long as it lives, what this program asks of the disk in one folder: this program's open, write,
/// sync, link and the like stand before the C library's, so that nothing that SQLite, the library or the standard
/// library do passes unseen. For a program of one thread, and one recording at a time.
///
/// What SQLite shares between processes by memory (-shm) is left out: it makes that anew after a cut.
class Recording {
 public:
  explicit Recording(const std::filesystem::path& folder);
  ~Recording();
  Recording(const Recording&) = delete;
  Recording& operator=(const Recording&) = delete;

  /// Here the work told somebody that it was done.
  void acknowledge();

  /// The files that were there at the beginning; they are numbered in this order.
  const Image& before() const { return before_; }
  const std::vector<Operation>& operations() const { return operations_; }

 private:
  friend class Listener;
  Image before_;
  std::vector<Operation> operations_;
};

/// The files of a folder, but for those that SQLite shares by memory.
Image image_of(const std::filesystem::path& folder);

}  // namespace twinning::durability
