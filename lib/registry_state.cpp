#include "registry_state.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "folding.hpp"
#include "layout.hpp"
#include "look_back.hpp"

namespace twinning {
namespace {

std::optional<FileIdentity> identity_of(const std::string& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) return std::nullopt;
  return FileIdentity{.device = found.st_dev, .number = found.st_ino};
}

}  // namespace

void refuse_moved(const std::string& path) {
  throw Error(
      ErrorCategory::input_output,
      fmt::format("\"{0}\" was moved, deleted or replaced since it was opened: open it where it is now; if another "
                  "file took its place, first take away what is left of \"{0}-wal\" and \"{0}-shm\"",
                  path));
}

thread_local std::vector<const Registry::State*> Registry::State::read_by_this_thread;

Registry::State::State(std::string path, Options options, const char* vfs)
    : path_(std::move(path)), options_(std::move(options)), vfs_(vfs) {
  std::error_code error;
  if (!in_memory()) place_ = std::filesystem::absolute(path_, error).string();
  if (place_.empty()) place_ = path_;
}

Instant Registry::State::now() const {
  if (options_.clock) return options_.clock();
  return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::unique_ptr<Connection> Registry::State::connect(bool may_lay_out) const {
  const auto mode = options_.mode == Mode::untrusted   ? Connection::Mode::untrusted
                    : options_.mode == Mode::read_only ? Connection::Mode::read_only
                    : may_lay_out                      ? Connection::Mode::create
                                                       : Connection::Mode::read_write;
  auto connection = std::make_unique<Connection>(place_, mode, options_.busy_timeout, vfs_);
  if (identity_ && identity_ != identity_of(place_)) refuse_moved(path_);
  if (options_.mode == Mode::untrusted) distrust(*connection);
  if (options_.mapped_bytes > 0) connection->map(options_.mapped_bytes);
  return connection;
}

void Registry::State::distrust(Connection& connection) const {
  require_lone_file(place_);
  refuse_blank(connection, path_);
  require_layout(connection, path_);
  require_known_schema(connection, path_);
}

void Registry::State::start(bool may_lay_out) {
  auto first = connect(may_lay_out);
  Connection& connection = *first;
  if (may_lay_out && is_blank(connection)) {
    // Another program may be making the same file: who gets the lock first lays it out.
    connection.execute("PRAGMA synchronous = EXTRA");
    connection.execute("BEGIN IMMEDIATE");
    if (is_blank(connection)) lay_out(connection);
    connection.execute("COMMIT");
  }
  refuse_blank(connection, path_);
  require_layout(connection, path_);
  set_journal_mode(connection);
  if (may_write()) fold_new_names(connection);
  if (in_memory()) {
    writer_ = std::move(first);
    return;
  }
  identity_ = identity_of(place_);
  if (connection.has_moved()) refuse_moved(path_);
  // Most of the time that opening takes, SQLite reads the schema: the first reader need not do it again.
  connection.execute("PRAGMA query_only = ON");
  give_back_reader(std::move(first), false);
}

/// Names that the shell wrote are folded as far as plain SQL can; here the rest is.
void Registry::State::fold_new_names(Connection& connection) {
  for (const auto& [find, update] : {std::pair("SELECT id, name FROM city WHERE folded IS NULL LIMIT 1000",
                                               "UPDATE city SET folded = ? WHERE id = ?"),
                                     std::pair("SELECT id, name FROM city_name WHERE folded IS NULL LIMIT 1000",
                                               "UPDATE city_name SET folded = ? WHERE id = ?")}) {
    while (true) {
      std::vector<std::pair<std::int64_t, std::string>> names;
      {
        Statement rows(connection, find);
        while (rows.step()) names.emplace_back(rows.integer(0), fold(rows.text(1)));
      }
      if (names.empty()) break;
      try {
        Statement(connection, "BEGIN IMMEDIATE").run();
        for (const auto& [id, folded] : names) Statement(connection, update).bind(folded).bind(id).run();
        Statement(connection, "COMMIT").run();
      } catch (const Error&) {
        // Somebody else is writing, or nobody may: such names are then found in their exact spelling only.
        if (connection.in_transaction()) Statement(connection, "ROLLBACK").run();
        return;
      }
    }
  }
}

/// SQLite does not wait here for others who use the file.
std::string Registry::State::change_journal_mode(Connection& connection, bool ahead) const {
  const auto end = std::chrono::steady_clock::now() + options_.busy_timeout;
  while (true) {
    try {
      return connection.text(ahead ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE");
    } catch (const Error& error) {
      if (error.category() != ErrorCategory::busy || std::chrono::steady_clock::now() >= end) throw;
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }
}

void Registry::State::set_journal_mode(Connection& connection) {
  if (may_write() && !in_memory() && options_.journal_mode != JournalMode::as_is) {
    const bool ahead = options_.journal_mode == JournalMode::write_ahead;
    const std::string got = change_journal_mode(connection, ahead);
    if (got != (ahead ? "wal" : "delete")) {
      throw Error(ErrorCategory::busy,
                  fmt::format("\"{}\" stays in journal mode {}: another program is using it", path_, got));
    }
  }
  gated_ = connection.text("PRAGMA journal_mode") != "wal";
  adjust(connection);
}

void Registry::State::adjust(Connection& connection) const {
  connection.execute(gated_                                         ? "PRAGMA synchronous = EXTRA"
                     : options_.durability == Durability::power_cut ? "PRAGMA synchronous = FULL"
                                                                    : "PRAGMA synchronous = NORMAL");
  // Else SQLite would write a great change to the file before its end, and lock out the readers who the gate lets in.
  if (gated_) connection.execute("PRAGMA cache_spill = OFF");
}

std::unique_ptr<Connection> Registry::State::borrow_reader(bool looks_back) {
  {
    const std::scoped_lock lock(readers_mutex_);
    auto& idle = idle_readers_.at(looks_back ? 1 : 0);
    if (!idle.empty()) {
      auto reader = std::move(idle.back());
      idle.pop_back();
      return reader;
    }
  }
  auto reader = connect(false);
  if (looks_back) prepare_to_look_back(*reader);
  reader->execute("PRAGMA query_only = ON");
  return reader;
}

void Registry::State::give_back_reader(std::unique_ptr<Connection> reader, bool looks_back) noexcept {
  try {
    constexpr std::size_t kept = 16;
    const std::scoped_lock lock(readers_mutex_);
    auto& idle = idle_readers_.at(looks_back ? 1 : 0);
    if (idle.size() < kept) idle.push_back(std::move(reader));
  } catch (...) {
    // Out of memory: the connection closes, and another one opens when it is needed.
  }
}

void Registry::State::look_at_place(const Connection& reader) {
  if (!is_displaced_ && !looks_at_place_.is_time()) return;
  is_displaced_ = reader.has_moved();
  if (is_displaced_) refuse_moved(path_);
}

bool Registry::State::begin_read() {
  const auto self = std::this_thread::get_id();
  if (writing_ == self) {
    throw Error(ErrorCategory::misuse, "read within write of the same registry: use Transaction::now() instead");
  }
  const bool is_nested = std::ranges::find(read_by_this_thread, this) != read_by_this_thread.end();
  read_by_this_thread.push_back(this);
  return is_nested;
}

void Registry::State::end_read() noexcept { read_by_this_thread.erase(std::ranges::find(read_by_this_thread, this)); }

void Registry::State::begin_write() {
  const auto self = std::this_thread::get_id();
  if (!may_write()) {
    throw Error(ErrorCategory::read_only,
                fmt::format("\"{}\" was opened {}: open it again with Mode::read_write{}", path_,
                            options_.mode == Mode::untrusted ? "as untrusted" : "read-only",
                            options_.mode == Mode::untrusted ? ", if you trust it" : ""));
  }
  if (writing_ == self) throw Error(ErrorCategory::misuse, "write within write of the same registry");
  if (std::ranges::find(read_by_this_thread, this) != read_by_this_thread.end()) {
    throw Error(ErrorCategory::misuse, "write within read of the same registry");
  }
  std::unique_lock lock(writer_mutex_);
  if (!writer_ || writer_->is_spoiled()) {
    auto writer = connect(false);  // before the other goes: what lives in memory goes with its last connection
    adjust(*writer);
    // What a statement or savepoint would undo, SQLite keeps in a file of its own from 64 KiB on, and one act comes to
    // as much. It is no more than the transaction changes.
    writer->execute("PRAGMA temp_store = MEMORY");
    writer_ = std::move(writer);
  }
  if (writer_->is_read_only()) {
    writer_.reset();  // SQLite took what it could get; the next time that may be more
    throw Error(ErrorCategory::read_only,
                fmt::format("\"{}\" may not be written: look at the permissions of the file", path_));
  }
  lock.release();
  writing_ = self;
}

void Registry::State::end_write() noexcept {
  // What could not be rolled back is undone as the connection closes, and readers need not wait for it.
  if (writer_->is_spoiled() && !in_memory()) writer_.reset();
  has_reserved_ = false;
  writing_ = std::thread::id();
  writer_mutex_.unlock();
}

}  // namespace twinning
