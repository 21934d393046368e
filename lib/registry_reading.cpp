#include <shared_mutex>

#include "layout.hpp"
#include "look_back.hpp"
#include "registry_state.hpp"

namespace twinning {

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

}  // namespace twinning
