#include "new_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include <twinning/error.hpp>

#include "chance.hpp"
#include "quote.hpp"

namespace twinning {
namespace {

namespace filesystem = std::filesystem;

void require_name(const std::string& path) {
  if (path.empty() || path.find('\0') != std::string::npos) {
    throw Error(ErrorCategory::invalid_argument, fmt::format("{} is no name for a file: choose another", quote(path)));
  }
}

/// A link that leads nowhere is there too.
void refuse_existing(const std::string& path) {
  std::error_code ignored;
  if (filesystem::exists(filesystem::symlink_status(path, ignored))) {
    throw Error(ErrorCategory::already_exists, fmt::format("\"{}\" exists already: choose another name", path));
  }
}

std::string folder_of(const std::string& path) { return filesystem::absolute(path).parent_path().string(); }

void require_folder_of(const std::string& path) {
  const std::string folder = folder_of(path);
  std::error_code ignored;
  if (filesystem::is_directory(folder, ignored)) return;
  throw Error(ErrorCategory::input_output,
              fmt::format("\"{}\" cannot be written: there is no folder \"{}\"", path, folder));
}

void require_done(const filesystem::path& from, const filesystem::path& to, const std::error_code& error) {
  if (!error) return;
  throw Error(ErrorCategory::input_output,
              fmt::format("\"{}\" could not be renamed to \"{}\": {}", from.string(), to.string(), error.message()));
}

// Nothing that needs memory stands behind the moment at which the name is given.

void name_file(const filesystem::path& partial, const filesystem::path& path) {
  std::error_code error;
  // A link never takes the place of a file, as a renaming would.
  filesystem::create_hard_link(partial, path, error);
  if (error) refuse_existing(path.string());
  if (error) filesystem::rename(partial, path, error);  // some file systems have no links
  require_done(partial, path, error);
}

void name_folder(const filesystem::path& partial, const filesystem::path& path) {
  std::error_code error;
  // Who makes the folder has the name; a renaming then takes the place of an empty one, and of nothing else.
  if (!filesystem::create_directory(path, error) && !error) refuse_existing(path.string());
  if (!error) {
    filesystem::rename(partial, path, error);
    if (error) ::rmdir(path.c_str());
  }
  require_done(partial, path, error);
}

}  // namespace

void throw_system_error(const std::string& path, const char* done, int error) {
  const bool is_full = error == ENOSPC || error == EDQUOT || error == EFBIG;
  throw Error(is_full ? ErrorCategory::no_space : ErrorCategory::input_output,
              fmt::format("\"{}\" could not be {}: {}; {}", path, done, std::generic_category().message(error),
                          is_full ? "make room and try again" : "look at the path, the disk and the permissions"));
}

void make_folder(const std::string& path) {
  constexpr mode_t as_umask_says = 0777;
  if (::mkdir(path.c_str(), as_umask_says) != 0) throw_system_error(path, "made", errno);
}

void sync(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw_system_error(path, "opened", errno);
  const int error = ::fsync(file) == 0 ? 0 : errno;
  ::close(file);
  // Some file systems can't be asked to for a folder.
  if (error != 0 && error != EINVAL) throw_system_error(path, "written to the disk", error);
}

NewFile::NewFile(std::string path) : path_(std::move(path)) {
  require_name(path_);
  refuse_existing(path_);
  require_folder_of(path_);
  partial_ = fmt::format("{}.{}.partial", path_, chance<5>());
  folder_ = folder_of(path_);
  beside_ = {partial_ + "-journal", partial_ + "-wal", partial_ + "-shm"};
}

NewFile::~NewFile() {
  ::unlink(partial_.c_str());
  for (const std::string& name : beside_) ::unlink(name.c_str());
  try {
    std::error_code ignored;
    filesystem::remove_all(partial_, ignored);  // a folder
  } catch (...) {
    // Out of memory: it stays, under a name that says so.
  }
}

void NewFile::make_like(const std::string& original) {
  struct stat status {};
  if (::stat(original.c_str(), &status) != 0) throw_system_error(original, "looked at", errno);
  const int file = ::open(partial_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) throw_system_error(partial_, "made", errno);
  const mode_t all = S_IRWXU | S_IRWXG | S_IRWXO;
  // Where that fails it stays its owner's alone, or the file system has no permissions.
  static_cast<void>(::fchmod(file, (status.st_mode & all) | S_IRUSR | S_IWUSR));
  ::close(file);
}

void NewFile::finish() {
  std::error_code ignored;
  if (filesystem::is_directory(partial_, ignored)) {
    name_folder(partial_, path_);
  } else {
    name_file(partial_, path_);
  }
  sync(folder_);
}

}  // namespace twinning
