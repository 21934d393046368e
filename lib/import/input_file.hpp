#pragma once

#include <nettle/sha2.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <twinning/import_file.hpp>

namespace twinning::importing {

/// The bytes of a file, a piece at a time, and their SHA-256. A byte order mark is passed over.
class InputFile {
 public:
  /// Throws Error: `not_found`, `input_output`.
  explicit InputFile(const std::string& path);
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  /// The next piece, valid until the next call; empty at the end. Throws Error (input_output).
  std::string_view next();

  /// The same piece once more: it is the first one, to be looked at before it is read.
  std::string_view peek();

  /// From the start once more. Throws Error (input_output) for a pipe.
  void rewind();

  std::uint64_t bytes_read() const { return bytes_read_; }
  std::uint64_t size() const { return size_; }  ///< 0 where it is unknown
  const std::string& path() const { return path_; }
  /// Of all bytes that were read, as 64 digits; to be asked once, at the end.
  std::string sha256();

 private:
  std::string path_;
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
  std::vector<char> buffer_;
  std::string_view peeked_;
  bool has_peeked_ = false;
  bool at_start_ = true;
  std::uint64_t bytes_read_ = 0;
  std::uint64_t size_ = 0;
  sha256_ctx digest_{};
};

}  // namespace twinning::importing
