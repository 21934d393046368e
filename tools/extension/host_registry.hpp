#pragma once

#include <sqlite3ext.h>

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include <twinning/network.hpp>
#include <twinning/time.hpp>

namespace twinning {

class Connection;
class Snapshot;

/// The registry that is the database "main" of the host's connection, asked through that connection and as it stands in
/// the host's own transaction. To be used by the thread that uses the connection.
class HostRegistry {
 public:
  explicit HostRegistry(sqlite3* host);
  ~HostRegistry();
  HostRegistry(const HostRegistry&) = delete;
  HostRegistry& operator=(const HostRegistry&) = delete;

  /// Hands over what was known at a moment. Afterwards no statement is under way. Throws Error: `not_a_registry`,
  /// `layout_too_new`, `layout_too_old`, `misuse` within a question, and what `question` throws.
  void ask(KnownAt known_at, const std::function<void(const Snapshot&)>& question);

  /// The network of the snapshot that was handed over last. That of a file is kept for the next who asks for the same,
  /// for as long as nothing is written to it. Throws Error.
  Network network(const Snapshot& snapshot, AsOf as_of, bool certain_only);

  /// Throws Error (misuse) while a question is under way. Views of a file that somebody forged may ask once more,
  /// within the statements of the first question, and so without end.
  void expect_no_question() const;

 private:
  using Names = std::set<std::string>;

  /// A connection with its statements, from one question to the next of its kind.
  struct Kept {
    std::unique_ptr<Connection> connection;
    std::optional<Instant> known_at;
    Names hidden;
  };

  /// What a network depends on.
  struct NetworkKey {
    unsigned written;  // a number that changes with what is in the file
    Day day;
    std::optional<Instant> known_at;
    bool certain_only;

    friend bool operator==(const NetworkKey&, const NetworkKey&) = default;
  };

  struct KeptNetwork {
    NetworkKey key;
    Network network;
  };

  /// Nothing where the number does not tell what changed: while the host writes, in memory, where another image may
  /// take the place of the registry, and where another connection uses the same pages.
  std::optional<unsigned> written() const;
  Names hidden_tables() const;
  Connection& connection_to(KnownAt known_at);
  std::string file() const;

  sqlite3* host_;
  bool is_asked_ = false;
  Day today_{};
  std::unique_ptr<Connection> own_;  // by which it looks at what the host has
  Kept now_;
  Kept then_;  // the moment that was asked about last
  std::optional<KeptNetwork> network_;
};

}  // namespace twinning
