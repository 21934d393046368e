#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <twinning/bond.hpp>
#include <twinning/date.hpp>
#include <twinning/error.hpp>
#include <twinning/id.hpp>

struct sqlite3;

namespace twinning {

class Connection;

// What is behind a connection: in the library SQLiteCpp's (open_database.hpp), in the loadable extension the connection
// of the program that loaded it.
class OpenDatabase;
class PreparedStatement;

struct Finalize {
  void operator()(PreparedStatement* statement) const noexcept;
};
using OwnedStatement = std::unique_ptr<PreparedStatement, Finalize>;

/// The library's error for one of SQLite's: the category by the extended code, the rule from the message.
Error translate(int sqlite_code, const std::string& message);

/// A prepared statement on loan from its connection. It goes back reset, whichever way its use ends, so that it never
/// holds a snapshot or a lock.
class Statement {
 public:
  Statement(Connection& connection, std::string_view sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  /// Binds the next parameter. A string is not copied, so it must outlive the statement's use.
  Statement& bind(std::int64_t value);
  Statement& bind(double value);
  Statement& bind(std::string_view value);
  Statement& bind(const std::string& value);
  Statement& bind(std::string&&) = delete;
  Statement& bind(const char* value) { return bind(std::string_view(value)); }
  Statement& bind(const Date& value) { return bind(value.text()); }
  Statement& bind(bool value) { return bind(std::int64_t{value}); }
  Statement& bind(std::nullopt_t value);
  /// As a blob. They are not copied either.
  Statement& bind_bytes(const std::string& bytes);
  template <typename List>
  Statement& bind(const Code<List>& value) {
    return bind(value.text());
  }
  template <typename Thing>
  Statement& bind(Id<Thing> value) {
    return bind(value.value());
  }
  template <typename Value>
  Statement& bind(const std::optional<Value>& value) {
    return value ? bind(*value) : bind(std::nullopt);
  }

  /// Whether there is another row. Throws Error.
  bool step();
  /// Steps to the end. Throws Error.
  void run();

  // Columns of the row that step() reached. A type other than the one asked for means a damaged file: Error (corrupt).
  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string text(int column) const { return std::string(view(column)); }
  /// The text itself, until the next step.
  std::string_view view(int column) const;
  std::optional<std::string_view> maybe_view(int column) const;
  bool flag(int column) const { return integer(column) != 0; }
  std::optional<std::int64_t> maybe_integer(int column) const;
  std::optional<std::string> maybe_text(int column) const;
  std::optional<Date> maybe_date(int column) const;
  std::optional<Day> maybe_day(int column) const;
  /// Whatever it is, as text.
  std::string any_text(int column) const;
  template <typename AnyId>
  AnyId id(int column) const {
    return AnyId(integer(column));
  }
  template <typename AnyId>
  std::optional<AnyId> maybe_id(int column) const {
    return is_null(column) ? std::nullopt : std::optional<AnyId>(AnyId(integer(column)));
  }
  template <typename AnyCode>
  std::optional<AnyCode> maybe_code(int column) const {
    const auto found = maybe_view(column);
    return found ? std::optional<AnyCode>(AnyCode(*found)) : std::nullopt;
  }

 private:
  Connection& connection_;
  std::string_view sql_;
  OwnedStatement statement_;
  int next_parameter_ = 1;
};

/// The only door to the database: one connection and its cache of prepared statements. To be used by one thread at a
/// time.
class Connection {
 public:
  enum class Mode { untrusted, read_only, read_write, create };

  /// Opens the file and sets it up as the library wants it. Does not look whether it is a registry. Throws Error.
  Connection(const std::string& path, Mode mode, std::chrono::milliseconds busy_timeout, const char* vfs = nullptr);
  explicit Connection(std::unique_ptr<OpenDatabase> database);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// How much of the file is read through a memory map; 0: none, as it is at first. Throws Error.
  void map(std::uint64_t bytes);

  /// Runs one or more statements that give no rows. Throws Error.
  void execute(const std::string& sql);
  void execute(const char* sql);

  /// The single value of a query, such as a pragma. Throws Error.
  std::int64_t integer(const std::string& query);
  std::string text(const std::string& query);

  std::int64_t last_insert_id() const;
  /// How many rows the last statement wrote.
  int changes();
  bool in_transaction() const;
  /// Whether the file can't be written, whatever it was opened for.
  bool is_read_only() const;
  /// Whether its file no longer stands under its name.
  bool has_moved() const;
  /// Whether somebody, of whichever program, is writing to its file or wants to.
  bool is_being_written() const;
  /// Where what was set for a while could not be set back, another connection is to take the place of this one.
  void spoil() noexcept { is_spoiled_ = true; }
  bool is_spoiled() const noexcept { return is_spoiled_; }
  OpenDatabase& database() { return *database_; }
  /// SQLite's own handle, for what nothing else wraps.
  sqlite3* handle() const;

 private:
  friend class Statement;
  /// How long to wait for another program that holds the file. SQLite's own waits grow to a tenth of a second; a
  /// program that writes act after act leaves the file free for moments that those would hardly ever meet. A
  /// transaction that waited in vain does not wait again: a change that is larger than the cache asks at each
  /// statement.
  struct Patience {
    sqlite3* database = nullptr;
    std::chrono::milliseconds timeout{};
    std::chrono::steady_clock::time_point since;  ///< the wait that is going on
    bool is_lost = false;
    static int wait_a_moment(void* patience, int times);
  };
  /// Bounds what a file can do that somebody else made.
  void distrust();
  OwnedStatement borrow(std::string_view sql);
  void give_back(std::string_view sql, OwnedStatement statement) noexcept;
  /// Throws Error.
  OwnedStatement prepare(std::string_view sql);
  static std::string_view query_of(const PreparedStatement& statement);
  /// Without what was bound to it.
  static void reset(PreparedStatement& statement);

  bool is_spoiled_ = false;
  Patience patience_;
  std::unique_ptr<OpenDatabase> database_;
  // Keyed by where the text stands, since that is a constant; more than one where a statement is used again within its
  // own loop. Destroyed before the database.
  std::unordered_map<const char*, std::vector<OwnedStatement>> idle_;
};

}  // namespace twinning
