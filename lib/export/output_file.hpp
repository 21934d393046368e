#pragma once

#include <string>
#include <string_view>

namespace twinning {

/// A new file that is written from its beginning to its end. Every failure is an Error that names the file.
class OutputFile {
 public:
  /// Throws Error if there is a file of that name.
  explicit OutputFile(std::string path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  OutputFile& operator<<(std::string_view text);

  /// Writes what is left and waits until the disk has it. What was not finished is not whole.
  void finish();

 private:
  void flush();

  std::string path_;
  std::string waiting_;
  int file_ = -1;
};

}  // namespace twinning
