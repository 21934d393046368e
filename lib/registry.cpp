#include <fmt/format.h>

#include <filesystem>

#include "chance.hpp"
#include "layout.hpp"
#include "quote.hpp"
#include "registry_state.hpp"

namespace twinning {
namespace {

namespace filesystem = std::filesystem;

/// SQLite gives some names a meaning of their own.
void require_file_name(const std::string& path) {
  if (path.empty() || path.front() == ':' || path.starts_with("file:")) {
    throw Error(
        ErrorCategory::invalid_argument,
        fmt::format("\"{}\" is no name for a file: write ./{} for one, or use Registry::in_memory()", path, path));
  }
  if (path.find('\0') != std::string::npos) {
    throw Error(ErrorCategory::invalid_argument,
                fmt::format("{} has a zero byte in it: no file can have that name", quote(path)));
  }
}

bool exists(const std::string& path) {
  std::error_code ignored;
  return filesystem::exists(path, ignored);
}

/// What a program leaves behind that was stopped before it wrote anything.
bool is_empty(const std::string& path) {
  std::error_code error;
  return filesystem::is_regular_file(path, error) && filesystem::file_size(path, error) == 0 && !error;
}

}  // namespace

Registry Registry::open(const std::string& path, Options options) {
  require_file_name(path);
  if (options.mode == Mode::untrusted) {
    if (options.mapped_bytes > 0) {
      throw Error(ErrorCategory::invalid_argument,
                  "a file that is not trusted is never mapped into memory: leave mapped_bytes at 0");
    }
    require_lone_file(path);
  }
  require_registry_file(path);
  auto state = std::make_unique<State>(path, std::move(options), nullptr);
  state->start(false);
  return Registry(std::move(state));
}

Registry Registry::create(const std::string& path, Options options) {
  require_file_name(path);
  if (exists(path)) {
    throw Error(ErrorCategory::already_exists,
                fmt::format("\"{}\" exists already{}", path,
                            is_half_made(path) ? ", but its making was stopped: delete it, or let "
                                                 "Registry::open_or_create finish it"
                                               : ": open it, or choose another name"));
  }
  return open_or_create(path, std::move(options));
}

Registry Registry::open_or_create(const std::string& path, Options options) {
  require_file_name(path);
  const bool is_new = !exists(path) || is_empty(path);
  if (options.mode != Mode::read_write) {
    if (!is_new) return open(path, std::move(options));
    throw Error(ErrorCategory::not_found, fmt::format("\"{}\" does not exist, and read-only cannot make it", path));
  }
  if (!is_new) {
    require_registry_file(path);
  } else {
    refuse_leftovers(path);
  }
  // A file that is there may be empty too, once SQLite has undone what a program did that was stopped.
  auto state = std::make_unique<State>(path, std::move(options), nullptr);
  state->start(true);
  return Registry(std::move(state));
}

Registry Registry::in_memory(Options options) {
  if (options.mode != Mode::read_write) {
    throw Error(ErrorCategory::invalid_argument, "a new registry in memory is empty: read-only makes no sense");
  }
  // A name that begins with a slash is shared by the connections of this process that use it.
  auto state = std::make_unique<State>("/twinning-" + chance<8>(), std::move(options), "memdb");
  state->start(true);
  return Registry(std::move(state));
}

Registry::Registry(std::unique_ptr<State> state) : state_(std::move(state)) {}

Registry::State& Registry::state() const {
  if (!state_) throw Error(ErrorCategory::misuse, "this registry was moved to another one: use that");
  return *state_;
}

Registry::Registry(Registry&&) noexcept = default;
Registry& Registry::operator=(Registry&&) noexcept = default;
Registry::~Registry() = default;

const std::string& Registry::path() const noexcept {
  static const std::string none;
  return !state_ || state_->in_memory() ? none : state_->path();
}

}  // namespace twinning
