#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <filesystem>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <thread>
#include <vector>

#include <twinning/registry.hpp>

#include "chance.hpp"
#include "connection.hpp"
#include "folding.hpp"
#include "gate.hpp"
#include "layout.hpp"
#include "look_back.hpp"
#include "quote.hpp"

namespace twinning {

namespace {

/// A file, whatever its name: a number is given again only after nobody has the old one open.
struct FileIdentity {
  dev_t device;
  ino_t number;
  friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};

std::optional<FileIdentity> identity_of(const std::string& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) return std::nullopt;
  return FileIdentity{.device = found.st_dev, .number = found.st_ino};
}

/// True fifty times a second at most, each time for one of those who ask.
class Seldom {
 public:
  bool is_time() {
    const auto now = std::chrono::steady_clock::now();
    auto last = last_.load();
    return now - last > std::chrono::milliseconds(20) && last_.compare_exchange_strong(last, now);
  }

 private:
  std::atomic<std::chrono::steady_clock::time_point> last_ = {};
};

[[noreturn]] void refuse_moved(const std::string& path) {
  throw Error(
      ErrorCategory::input_output,
      fmt::format("\"{0}\" was moved, deleted or replaced since it was opened: open it where it is now; if another "
                  "file took its place, first take away what is left of \"{0}-wal\" and \"{0}-shm\"",
                  path));
}

}  // namespace

/// The connections of one registry: one that writes, and as many that read as threads ever read at once.
class Registry::State {
 public:
  State(std::string path, Options options, const char* vfs)
      : path_(std::move(path)), options_(std::move(options)), vfs_(vfs) {
    std::error_code error;
    if (!in_memory()) place_ = std::filesystem::absolute(path_, error).string();
    if (place_.empty()) place_ = path_;
  }

  const std::string& path() const { return path_; }
  const std::string& place() const { return place_; }
  bool in_memory() const { return vfs_ != nullptr; }

  Instant now() const {
    if (options_.clock) return options_.clock();
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
  }

  /// Opens the writing connection and makes of the file what the options ask for.
  void start(bool may_lay_out);

  /// A connection that reads what is known now, or one that looks back.
  std::unique_ptr<Connection> borrow_reader(bool looks_back);
  void give_back_reader(std::unique_ptr<Connection> reader, bool looks_back) noexcept;
  Connection& writer() { return *writer_; }

  /// A thread that reads must not write, and one that writes must neither read nor write again: it would wait for
  /// itself.
  /// Whether it is a read within another read of the same thread, which is behind the gate already.
  bool begin_read();
  void end_read() noexcept;
  void begin_write();
  void end_write() noexcept;

  /// Where readers and the writer exclude each other, they wait here rather than in SQLite, which can only poll. In
  /// write-ahead mode they don't.
  Gate& gate() { return gate_; }
  bool is_gated() const { return gated_; }
  /// Whether the file is reserved for our own writer.
  std::atomic<bool>& has_reserved() { return has_reserved_; }
  /// Whether this thread reads another registry too: those who read that one may be waiting for it.
  static bool reads_another() { return read_by_this_thread.size() > 1; }
  /// For readers: what they look at would cost each of them more than its question.
  Seldom& looks_for_others() { return looks_for_others_; }
  /// Throws Error where the file of a reader has moved; until it is back, each of them looks.
  void look_at_place(const Connection& reader) {
    if (!is_displaced_ && !looks_at_place_.is_time()) return;
    is_displaced_ = reader.has_moved();
    if (is_displaced_) refuse_moved(path_);
  }

 private:
  bool may_write() const { return options_.mode == Mode::read_write; }
  std::unique_ptr<Connection> connect(bool may_lay_out) const {
    const auto mode = options_.mode == Mode::untrusted   ? Connection::Mode::untrusted
                      : options_.mode == Mode::read_only ? Connection::Mode::read_only
                      : may_lay_out                      ? Connection::Mode::create
                                                         : Connection::Mode::read_write;
    auto connection = std::make_unique<Connection>(place_, mode, options_.busy_timeout, vfs_);
    if (identity_ && identity_ != identity_of(place_)) refuse_moved(path_);
    if (options_.mode == Mode::untrusted) distrust(*connection);
    return connection;
  }
  /// Each connection by itself: the sender may have put another file in the place of the one that was looked at.
  void distrust(Connection& connection) const {
    require_lone_file(place_);
    refuse_blank(connection, path_);
    require_layout(connection, path_);
    require_known_schema(connection, path_);
  }
  void set_journal_mode(Connection& connection);
  std::string change_journal_mode(Connection& connection, bool ahead) const;
  /// Sets a connection that writes up for the journal mode of the file.
  void adjust(Connection& connection) const;
  static void fold_new_names(Connection& connection);

  const std::string path_;
  std::string place_;  // where later connections find it too, whatever folder the program moves to
  const Options options_;
  const char* const vfs_;
  std::optional<FileIdentity> identity_;  // of the file that was opened; later connections are to the same one
  std::unique_ptr<Connection> writer_;    // none before the first write, or after one was spoiled
  bool gated_ = true;

  std::mutex readers_mutex_;
  std::array<std::vector<std::unique_ptr<Connection>>, 2> idle_readers_;  // the second ones look back
  // Which registries a thread reads is for that thread alone to know, so that no lock stands between readers.
  static thread_local std::vector<const State*> read_by_this_thread;

  std::mutex writer_mutex_;
  std::atomic<std::thread::id> writing_;
  std::atomic<bool> has_reserved_ = false;
  Seldom looks_for_others_;
  Seldom looks_at_place_;
  std::atomic<bool> is_displaced_ = false;
  Gate gate_;
};

thread_local std::vector<const Registry::State*> Registry::State::read_by_this_thread;

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

namespace {

/// SQLite would read on from a file that is gone, and with a write-ahead log write on where nobody finds it.
void require_in_place(const Connection& connection, const std::string& path) {
  if (connection.has_moved()) refuse_moved(path);
}

/// What is written to a log that has no name is gone when the program ends.
void require_log(Connection& connection, const std::string& place, const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::exists(place + "-wal", ignored) || connection.text("PRAGMA journal_mode") != "wal") return;
  throw Error(
      ErrorCategory::input_output,
      fmt::format("\"{}-wal\", which is a part of the registry, was taken away since it was opened: put it back, or "
                  "close the registry and open it again without what was in there",
                  path));
}

}  // namespace

// Reading -----------------------------------------------------------------------------------------------------------

class Registry::Reading::Scope {
 public:
  Scope(State& state, KnownAt known_at)
      : turn_(state), gate_(gate_of(state, turn_.is_nested)), reader_(state, known_at.instant().has_value()) {
    let_others_write(state);
    if (const auto instant = known_at.instant()) look_back(*reader_.connection, *instant);
    Statement(*reader_.connection, "BEGIN").run();
    try {
      state.look_at_place(*reader_.connection);
      // The first read fixes the moment. Somebody may have migrated the file since it was opened.
      require_layout(*reader_.connection, state.path());
      const Day today(std::chrono::floor<std::chrono::days>(state.now()));
      snapshot_.reset(new Snapshot(*reader_.connection, today, known_at));
    } catch (...) {
      end();
      throw;
    }
  }
  ~Scope() { end(); }
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;
  const Snapshot& snapshot() const { return *snapshot_; }

 private:
  struct Turn {
    explicit Turn(State& registry) : state(registry), is_nested(state.begin_read()) {}
    ~Turn() { state.end_read(); }
    State& state;
    bool is_nested;
  };
  struct Reader {
    Reader(State& registry, bool back)
        : state(registry), looks_back(back), connection(registry.borrow_reader(looks_back)) {}
    ~Reader() {
      if (is_sound) state.give_back_reader(std::move(connection), looks_back);
    }
    State& state;
    bool looks_back;
    bool is_sound = false;  // A connection that failed is closed rather than given back.
    std::unique_ptr<Connection> connection;
  };
  static std::shared_lock<Gate> gate_of(State& state, bool is_nested) {
    return state.is_gated() && !is_nested ? std::shared_lock(state.gate()) : std::shared_lock<Gate>();
  }
  /// As long as any thread of a program reads, SQLite keeps the program's one lock on the file, and the next thread
  /// joins in without a look at who waits for it: another program's write would wait for ever. So now and then nobody
  /// reads while another program writes.
  void let_others_write(State& state) {
    if (!gate_.owns_lock() || state.reads_another() || !state.looks_for_others().is_time()) return;
    if (state.has_reserved() || !reader_.connection->is_being_written()) return;
    gate_.unlock();
    state.gate().lock();
    state.gate().unlock();
    gate_.lock();
  }
  void end() noexcept {
    try {
      Statement(*reader_.connection, "COMMIT").run();
      reader_.is_sound = true;
    } catch (...) {
      // The connection closes, and with it the read.
    }
  }

  Turn turn_;
  std::shared_lock<Gate> gate_;
  Reader reader_;
  std::unique_ptr<Snapshot> snapshot_;
};

Registry::Reading::Reading(const Registry& registry, KnownAt known_at)
    : scope_(std::make_unique<Scope>(registry.state(), known_at)) {}
Registry::Reading::~Reading() = default;
const Snapshot& Registry::Reading::snapshot() const { return scope_->snapshot(); }

// Writing -----------------------------------------------------------------------------------------------------------

class Registry::Writing::Scope {
 public:
  Scope(State& state, bool is_great) : turn_(state), state_(state), undoing_(state.writer(), "ROLLBACK") {
    const bool spills = is_great && state.is_gated();
    // In memory SQLite lets nobody read while one writes, and neither does a change that is on its way to the file: the
    // whole write is behind the gate.
    if (state.in_memory() || spills) gate_ = std::unique_lock(state.gate());
    // SQLite listens to that outside of transactions only.
    if (spills) spilling_.emplace(state.writer(), "PRAGMA cache_spill = ON", "PRAGMA cache_spill = OFF");
    if (is_great && !state.in_memory()) {
      sorting_.emplace(state.writer(), "PRAGMA temp_store = DEFAULT", "PRAGMA temp_store = MEMORY");
    }
    // What spills needs the file for itself. Taken later, that would be asked for in vain at each statement, for as
    // long as another program reads on.
    begin(state.writer(), spills ? "BEGIN EXCLUSIVE" : "BEGIN IMMEDIATE");
    state.has_reserved() = true;
    try {
      require_in_place(state.writer(), state.path());
      if (!state.is_gated()) require_log(state.writer(), state.place(), state.path());
      require_layout(state.writer(), state.path());
      transaction_.reset(new Transaction(state.writer(), state.now()));
    } catch (...) {
      roll_back();
      throw;
    }
  }
  ~Scope() {
    if (!committed_) roll_back();
  }
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;

  Transaction& transaction() { return *transaction_; }

  void commit() {
    if (!state_.writer().in_transaction()) {
      throw Error(ErrorCategory::misuse,
                  "nothing was written: SQLite rolled the transaction back after an earlier error");
    }
    // Until the end of the scope: where the commit fails, SQLite keeps readers out until it is undone.
    if (state_.is_gated() && !gate_.owns_lock()) gate_ = std::unique_lock(state_.gate());
    Statement(state_.writer(), "COMMIT").run();
    committed_ = true;
  }

 private:
  struct Turn {
    explicit Turn(State& registry) : state(registry) { state.begin_write(); }
    ~Turn() { state.end_write(); }
    State& state;
  };
  /// Where SQLite got a file or its log only to read, another connection may get more.
  static void begin(Connection& writer, std::string_view statement) {
    try {
      Statement(writer, statement).run();
    } catch (const Error& error) {
      if (error.category() == ErrorCategory::read_only) writer.spoil();
      throw;
    }
  }
  void roll_back() noexcept {
    try {
      if (state_.writer().in_transaction()) undoing_.run();
    } catch (...) {
      state_.writer().spoil();
    }
  }

  /// A setting of the writer for this write alone.
  struct Setting {
    Setting(Connection& writer, const char* now, const char* set_back) : connection(writer), afterwards(set_back) {
      connection.execute(now);
    }
    ~Setting() {
      try {
        connection.execute(afterwards);
      } catch (...) {
        connection.spoil();
      }
    }
    Setting(const Setting&) = delete;
    Setting& operator=(const Setting&) = delete;
    Connection& connection;
    const char* afterwards;
  };

  Turn turn_;
  State& state_;
  Statement undoing_;  // ready, so that it needs no memory where there is none
  std::unique_lock<Gate> gate_;
  std::optional<Setting> spilling_;  // else later changes would lock readers out sooner than they need to
  std::optional<Setting> sorting_;   // what is sorted of many rows goes to a file
  std::unique_ptr<Transaction> transaction_;
  bool committed_ = false;
};

Registry::Writing::Writing(Registry& registry, bool is_great)
    : scope_(std::make_unique<Scope>(registry.state(), is_great)) {}
Registry::Writing::~Writing() = default;
Transaction& Registry::Writing::transaction() { return scope_->transaction(); }
void Registry::Writing::commit() { scope_->commit(); }

// Opening -----------------------------------------------------------------------------------------------------------

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
  if (options.mode == Mode::untrusted) require_lone_file(path);
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
