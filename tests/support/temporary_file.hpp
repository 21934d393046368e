#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

namespace twinning::support {

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

inline void write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream stream(path, std::ios::binary | std::ios::trunc);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!stream.flush()) throw std::runtime_error("cannot write " + path.string());
}

/// While it lives, temporary files stand on a disk in memory, where there is one: for tests that write thousands.
class FilesInMemory {
 public:
  FilesInMemory() {
    if (std::filesystem::is_directory("/dev/shm")) ::setenv("TMPDIR", "/dev/shm", 1);
  }
  ~FilesInMemory() { ::unsetenv("TMPDIR"); }
  FilesInMemory(const FilesInMemory&) = delete;
  FilesInMemory& operator=(const FilesInMemory&) = delete;
};

/// A path for a file that does not exist yet, in a folder of its own: what SQLite puts beside the file goes with it.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view name = "registry.db") {
    std::string folder = (std::filesystem::temp_directory_path() / "twinning-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr) throw std::runtime_error("cannot make a folder like " + folder);
    folder_ = folder;
    path_ = folder_ / name;
  }

  ~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  TemporaryFile(TemporaryFile&&) = delete;
  TemporaryFile& operator=(TemporaryFile&&) = delete;

  const std::filesystem::path& path() const noexcept { return path_; }

  /// Another file of this folder.
  std::filesystem::path beside(std::string_view name) const { return folder_ / name; }

 private:
  std::filesystem::path folder_;
  std::filesystem::path path_;
};

}  // namespace twinning::support
