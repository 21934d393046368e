#include "export/output_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <utility>

#include "new_file.hpp"

namespace twinning {
namespace {

constexpr std::size_t buffer_size = 65536;
constexpr mode_t as_umask_says = 0666;

}  // namespace

OutputFile::OutputFile(std::string path) : path_(std::move(path)) {
  waiting_.reserve(2 * buffer_size);  // before there is a file that would stay open
  file_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, as_umask_says);
  if (file_ < 0) throw_system_error(path_, "made", errno);
}

OutputFile::~OutputFile() {
  if (file_ >= 0) ::close(file_);
}

OutputFile& OutputFile::operator<<(std::string_view text) {
  waiting_ += text;
  if (waiting_.size() >= buffer_size) flush();
  return *this;
}

void OutputFile::finish() {
  flush();
  if (::fsync(file_) != 0) throw_system_error(path_, "written to the disk", errno);
  if (::close(std::exchange(file_, -1)) != 0) throw_system_error(path_, "closed", errno);
}

void OutputFile::flush() {
  std::string_view rest = waiting_;
  while (!rest.empty()) {
    const auto written = ::write(file_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      throw_system_error(path_, "written", errno);
    }
  }
  waiting_.clear();
}

}  // namespace twinning
