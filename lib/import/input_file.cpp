#include "import/input_file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include <twinning/error.hpp>

#include "quote.hpp"

namespace twinning::importing {

InputFile::InputFile(const std::string& path)
    : path_(path), file_(nullptr, &std::fclose), buffer_(std::size_t{1} << 16) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) {
    throw Error(ErrorCategory::not_found, fmt::format("{} does not exist: look at the path", quote(path)));
  }
  if (status.type() == std::filesystem::file_type::directory) {
    throw Error(ErrorCategory::input_output, fmt::format("{} is a folder: name a file", quote(path)));
  }
  file_.reset(std::fopen(path.c_str(), "rb"));
  if (!file_) {
    throw Error(ErrorCategory::input_output,
                fmt::format("{} cannot be read: {}", quote(path), std::generic_category().message(errno)));
  }
  std::setvbuf(file_.get(), nullptr, _IONBF, 0);
  if (status.type() == std::filesystem::file_type::regular) {
    size_ = std::filesystem::file_size(path, error);
    if (error) size_ = 0;
  }
  sha256_init(&digest_);
}

std::string_view InputFile::next() {
  if (has_peeked_) {
    has_peeked_ = false;
    return peeked_;
  }
  const std::size_t size = std::fread(buffer_.data(), 1, buffer_.size(), file_.get());
  if (size == 0 && std::ferror(file_.get()) != 0) {
    throw Error(ErrorCategory::input_output, fmt::format("{} could not be read to its end: {}", quote(path_),
                                                         std::generic_category().message(errno)));
  }
  bytes_read_ += size;
  sha256_update(&digest_, size, reinterpret_cast<const std::uint8_t*>(buffer_.data()));
  std::string_view piece(buffer_.data(), size);
  if (at_start_ && !piece.empty()) {
    at_start_ = false;
    if (piece.starts_with("\xef\xbb\xbf")) {
      piece.remove_prefix(3);
    } else if (piece.starts_with("\xff\xfe") || piece.starts_with("\xfe\xff")) {
      throw Error(ErrorCategory::invalid_argument, fmt::format("{} is UTF-16: save it as UTF-8", quote(path_)));
    }
    if (piece.empty()) return next();
  }
  return piece;
}

std::string_view InputFile::peek() {
  if (!has_peeked_) {
    peeked_ = next();
    has_peeked_ = true;
  }
  return peeked_;
}

void InputFile::rewind() {
  if (std::fseek(file_.get(), 0, SEEK_SET) != 0) {
    throw Error(ErrorCategory::input_output,
                fmt::format("{} is read twice, which a pipe cannot be: save it as a file first", quote(path_)));
  }
  has_peeked_ = false;
  at_start_ = true;
  bytes_read_ = 0;
  sha256_init(&digest_);
}

std::string InputFile::sha256() {
  std::uint8_t bytes[SHA256_DIGEST_SIZE];
  sha256_digest(&digest_, sizeof bytes, bytes);
  std::string digits;
  for (const std::uint8_t byte : bytes) digits += fmt::format("{:02x}", byte);
  return digits;
}

}  // namespace twinning::importing
