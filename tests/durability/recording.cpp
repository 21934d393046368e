#include "durability/recording.hpp"

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "durability/refusal.hpp"
#include "support/temporary_file.hpp"

namespace twinning::durability {

/// What hears the calls below.
class Listener {
 public:
  Listener(std::filesystem::path folder, Recording& recording) : folder_(std::move(folder)), recording_(recording) {
    for (const auto& [name, bytes] : recording.before_) names_[name] = files_++;
  }

  void opened(const char* path, int flags, bool is_new, int descriptor) {
    if (path == folder_) folders_[descriptor] = true;
    const auto name = name_of(path);
    if (!name) return;
    if (is_new) {
      names_[*name] = files_++;
      add({.kind = Operation::Kind::create, .file = names_[*name], .name = *name});
    }
    descriptors_[descriptor] = names_.at(*name);
    if (!is_new && (flags & O_TRUNC) != 0) resized(descriptor, 0);
  }
  void closed(int descriptor) {
    folders_.erase(descriptor);
    descriptors_.erase(descriptor);
  }
  void written(int descriptor, const void* bytes, std::size_t size, off_t place) {
    if (const auto file = file_of(descriptor)) {
      add({.kind = Operation::Kind::write,
           .file = *file,
           .place = static_cast<std::size_t>(place),
           .bytes = std::string(static_cast<const char*>(bytes), size)});
    }
  }
  void resized(int descriptor, off_t size) {
    if (const auto file = file_of(descriptor)) {
      add({.kind = Operation::Kind::resize, .file = *file, .place = static_cast<std::size_t>(size)});
    }
  }
  void synced(int descriptor) {
    if (folders_.contains(descriptor)) add({.kind = Operation::Kind::sync_folder});
    if (const auto file = file_of(descriptor)) add({.kind = Operation::Kind::sync_file, .file = *file});
  }
  void removed(const char* path) {
    if (const auto name = name_of(path)) {
      names_.erase(*name);
      add({.kind = Operation::Kind::remove, .name = *name});
    }
  }
  void linked(const char* path, const char* new_path) {
    if (const auto name = name_of(new_path)) {
      names_[*name] = names_.at(name_of(path).value());
      add({.kind = Operation::Kind::link, .file = names_[*name], .name = *name});
    }
  }
  void renamed(const char* path, const char* new_path) {
    if (const auto name = name_of(path)) {
      const std::string new_name = name_of(new_path).value();
      names_[new_name] = names_.at(*name);
      names_.erase(*name);
      add({.kind = Operation::Kind::rename, .file = names_[new_name], .name = *name, .new_name = new_name});
    }
  }

 private:
  void add(Operation operation) { recording_.operations_.push_back(std::move(operation)); }
  /// Of a file in the folder.
  std::optional<std::string> name_of(std::string_view path) const {
    const std::string within = folder_ + "/";
    if (!path.starts_with(within) || path.ends_with("-shm")) return std::nullopt;
    return std::string(path.substr(within.size()));
  }
  std::optional<std::size_t> file_of(int descriptor) const {
    const auto place = descriptors_.find(descriptor);
    return place == descriptors_.end() ? std::nullopt : std::optional(place->second);
  }

  const std::string folder_;
  Recording& recording_;
  std::size_t files_ = 0;
  std::map<std::string, std::size_t> names_;
  std::map<int, std::size_t> descriptors_;
  std::map<int, bool> folders_;
};

namespace {

std::unique_ptr<Listener>& listener() {
  static std::unique_ptr<Listener> one;
  return one;
}

/// The function of that name which the program would have called but for ours.
template <typename Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

/// Whether the call is refused, which `errno` then says.
bool is_refused(Call call) {
  const int error = refused(call);
  if (error != 0) errno = error;
  return error != 0;
}

int open_and_tell(const char* path, int flags, mode_t mode) {
  if (is_refused(Call::open)) return -1;
  static auto* const real = next<int(const char*, int, ...)>("open");
  const bool is_new = listener() && (flags & O_CREAT) != 0 && ::access(path, F_OK) != 0;
  const int descriptor = real(path, flags, mode);
  if (listener() && descriptor >= 0) listener()->opened(path, flags, is_new, descriptor);
  return descriptor;
}

int resize_and_tell(int descriptor, off_t size) {
  if (is_refused(Call::write)) return -1;
  static auto* const real = next<int(int, off_t)>("ftruncate");
  const int code = real(descriptor, size);
  if (listener() && code == 0) listener()->resized(descriptor, size);
  return code;
}

ssize_t write_and_tell(int descriptor, const void* bytes, std::size_t size, off_t place) {
  if (is_refused(Call::write)) return -1;
  static auto* const real = next<ssize_t(int, const void*, std::size_t, off_t)>("pwrite");
  const ssize_t written = real(descriptor, bytes, size, place);
  if (listener() && written > 0) listener()->written(descriptor, bytes, static_cast<std::size_t>(written), place);
  return written;
}

ssize_t read_at(int descriptor, void* bytes, std::size_t size, off_t place) {
  if (is_refused(Call::read)) return -1;
  static auto* const real = next<ssize_t(int, void*, std::size_t, off_t)>("pread");
  return real(descriptor, bytes, size, place);
}

int control(int descriptor, int command, void* argument) {
  if (command == F_SETLK || command == F_GETLK) {
    const bool is_lock = command == F_SETLK && static_cast<const struct flock*>(argument)->l_type != F_UNLCK;
    if (is_refused(is_lock ? Call::lock : Call::unlock)) return -1;
  }
  static auto* const real = next<int(int, int, ...)>("fcntl");
  return real(descriptor, command, argument);
}

int sync_and_tell(int descriptor) {
  if (is_refused(Call::sync)) return -1;
  static auto* const real = next<int(int)>("fsync");
  const int code = real(descriptor);
  if (listener() && code == 0) listener()->synced(descriptor);
  return code;
}

int remove_and_tell(const char* name, const char* path) {
  if (is_refused(Call::remove)) return -1;
  const int code = next<int(const char*)>(name)(path);
  if (listener() && code == 0) listener()->removed(path);
  return code;
}

}  // namespace

Image image_of(const std::filesystem::path& folder) {
  Image image;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    if (!name.ends_with("-shm")) image[name] = support::read_file(entry.path());
  }
  return image;
}

Recording::Recording(const std::filesystem::path& folder) : before_(image_of(folder)) {
  listener() = std::make_unique<Listener>(folder, *this);
}
Recording::~Recording() { listener().reset(); }
void Recording::acknowledge() { operations_.push_back({.kind = Operation::Kind::acknowledge}); }

}  // namespace twinning::durability

// The C library's calls, heard and refused. SQLite and the standard library find these first.
extern "C" {

// NOLINTBEGIN(cert-dcl50-cpp): they are what they are
int open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return twinning::durability::open_and_tell(path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return twinning::durability::open_and_tell(path, flags, mode);
}
int fcntl(int descriptor, int command, ...) {
  va_list rest;
  va_start(rest, command);
  void* const argument = va_arg(rest, void*);
  va_end(rest);
  return twinning::durability::control(descriptor, command, argument);
}
int fcntl64(int descriptor, int command, ...) {
  va_list rest;
  va_start(rest, command);
  void* const argument = va_arg(rest, void*);
  va_end(rest);
  return twinning::durability::control(descriptor, command, argument);
}
// NOLINTEND(cert-dcl50-cpp)
int close(int descriptor) {
  if (const auto& listener = twinning::durability::listener()) listener->closed(descriptor);
  static auto* const real = twinning::durability::next<int(int)>("close");
  return real(descriptor);
}
ssize_t read(int descriptor, void* bytes, size_t size) {
  if (twinning::durability::is_refused(twinning::durability::Call::read)) return -1;
  static auto* const real = twinning::durability::next<ssize_t(int, void*, size_t)>("read");
  return real(descriptor, bytes, size);
}
ssize_t pread(int descriptor, void* bytes, size_t size, off_t place) {
  return twinning::durability::read_at(descriptor, bytes, size, place);
}
ssize_t pread64(int descriptor, void* bytes, size_t size, off64_t place) {
  return twinning::durability::read_at(descriptor, bytes, size, place);
}
ssize_t write(int descriptor, const void* bytes, size_t size) {
  if (twinning::durability::is_refused(twinning::durability::Call::write)) return -1;
  static auto* const real = twinning::durability::next<ssize_t(int, const void*, size_t)>("write");
  return real(descriptor, bytes, size);
}
ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t place) {
  return twinning::durability::write_and_tell(descriptor, bytes, size, place);
}
ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t place) {
  return twinning::durability::write_and_tell(descriptor, bytes, size, place);
}
int ftruncate(int descriptor, off_t size) noexcept { return twinning::durability::resize_and_tell(descriptor, size); }
int ftruncate64(int descriptor, off64_t size) noexcept {
  return twinning::durability::resize_and_tell(descriptor, size);
}
int fsync(int descriptor) { return twinning::durability::sync_and_tell(descriptor); }
int fdatasync(int descriptor) { return twinning::durability::sync_and_tell(descriptor); }
int unlink(const char* path) noexcept { return twinning::durability::remove_and_tell("unlink", path); }
int remove(const char* path) noexcept { return twinning::durability::remove_and_tell("remove", path); }
int link(const char* path, const char* new_path) noexcept {
  if (twinning::durability::is_refused(twinning::durability::Call::name)) return -1;
  static auto* const real = twinning::durability::next<int(const char*, const char*)>("link");
  const int code = real(path, new_path);
  if (const auto& listener = twinning::durability::listener(); listener && code == 0) listener->linked(path, new_path);
  return code;
}
int rename(const char* path, const char* new_path) noexcept {
  if (twinning::durability::is_refused(twinning::durability::Call::name)) return -1;
  static auto* const real = twinning::durability::next<int(const char*, const char*)>("rename");
  const int code = real(path, new_path);
  if (const auto& listener = twinning::durability::listener(); listener && code == 0) listener->renamed(path, new_path);
  return code;
}

int mkdir(const char* path, mode_t mode) noexcept {
  if (twinning::durability::is_refused(twinning::durability::Call::name)) return -1;
  static auto* const real = twinning::durability::next<int(const char*, mode_t)>("mkdir");
  return real(path, mode);
}

}  // extern "C"
