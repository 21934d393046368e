#include <fmt/format.h>

#include <filesystem>
#include <mutex>
#include <optional>

#include "layout.hpp"
#include "registry_state.hpp"

namespace twinning {
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

}  // namespace twinning
