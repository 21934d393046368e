#pragma once

#include <array>
#include <string>

namespace twinning {

/// What a failed call of the operating system means: `no_space` where the disk is full, else `input_output`. The
/// message names the path and what was to be done with it: "written".
[[noreturn]] void throw_system_error(const std::string& path, const char* done, int error);

/// Throws Error, also if there is something of that name.
void make_folder(const std::string& path);

/// Waits until the disk has a file, or the names in a folder. Throws Error.
void sync(const std::string& path);

/// A file or a folder in the making. It stands beside its place under a name that nobody else has, and gets its own
/// only when it is whole; what was not finished is removed.
class NewFile {
 public:
  /// Throws Error: `already_exists` if there is something of that name, `invalid_argument` for what no file can be
  /// called, `input_output` if there is no folder to put it in.
  explicit NewFile(std::string path);
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  /// The name that it will get.
  const std::string& path() const noexcept { return path_; }

  /// The name under which it is to be made.
  const std::string& partial() const noexcept { return partial_; }

  /// Makes it, empty, for those who may read the original, and for its owner to write. Throws Error.
  void make_like(const std::string& original);

  /// Gives it its name, unless something of that name came to be meanwhile: Error, `already_exists`.
  void finish();

 private:
  std::string path_;
  std::string partial_;
  // What else is needed once there is a file, when memory may be short.
  std::string folder_;
  std::array<std::string, 3> beside_;
};

}  // namespace twinning
