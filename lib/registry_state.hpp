#pragma once

#include <sys/types.h>

#include <array>
#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <twinning/registry.hpp>

#include "connection.hpp"
#include "gate.hpp"

namespace twinning {

/// A file, whatever its name: a number is given again only after nobody has the old one open.
struct FileIdentity {
  dev_t device;
  ino_t number;
  friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};

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

/// Throws Error: the file that was opened is not what now has its name.
[[noreturn]] void refuse_moved(const std::string& path);

/// The connections of one registry: one that writes, and as many that read as threads ever read at once.
class Registry::State {
 public:
  State(std::string path, Options options, const char* vfs);

  const std::string& path() const { return path_; }
  const std::string& place() const { return place_; }
  bool in_memory() const { return vfs_ != nullptr; }

  Instant now() const;

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
  void look_at_place(const Connection& reader);

 private:
  bool may_write() const { return options_.mode == Mode::read_write; }
  std::unique_ptr<Connection> connect(bool may_lay_out) const;
  /// Each connection by itself: the sender may have put another file in the place of the one that was looked at.
  void distrust(Connection& connection) const;
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

}  // namespace twinning
