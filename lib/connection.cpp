// The library's connection to its file, by SQLiteCpp.

#include "connection.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <thread>
#include <utility>

#include "open_database.hpp"
#include "prepared_statement.hpp"

namespace twinning {
namespace {

Error translate(const SQLite::Exception& exception) {
  return twinning::translate(exception.getExtendedErrorCode(), exception.what());
}

int open_flags(Connection::Mode mode) {
  // One thread at a time uses a connection, so SQLite need not lock it at each call.
  switch (mode) {
    case Connection::Mode::untrusted:
      return SQLite::OPEN_NOMUTEX | SQLite::OPEN_READONLY | SQLite::OPEN_URI;
    case Connection::Mode::read_only:
      return SQLite::OPEN_NOMUTEX | SQLite::OPEN_READONLY;
    case Connection::Mode::read_write:
      return SQLite::OPEN_NOMUTEX | SQLite::OPEN_READWRITE;
    case Connection::Mode::create:
      break;
  }
  return SQLite::OPEN_NOMUTEX | SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
}

/// The file as one that nobody changes, so that SQLite neither locks it nor looks for journals beside it:
/// https://www.sqlite.org/uri.html
std::string immutable(const std::string& path) {
  std::string uri = "file://";
  for (const char letter : std::filesystem::absolute(path).string()) {
    if (letter == '%' || letter == '?' || letter == '#') {
      uri += fmt::format("%{:02x}", static_cast<unsigned char>(letter));
    } else {
      uri += letter;
    }
  }
  return uri + "?immutable=1";
}

std::unique_ptr<OpenDatabase> opened(const std::string& path, Connection::Mode mode, const char* vfs) {
  try {
    const std::string name = mode == Connection::Mode::untrusted ? immutable(path) : path;
    return std::make_unique<OpenDatabase>(name, open_flags(mode), 0, vfs ? vfs : "");
  } catch (const SQLite::Exception& exception) {
    throw twinning::translate(exception.getExtendedErrorCode(), fmt::format("\"{}\": {}", path, exception.what()));
  }
}

/// SQLite takes and gives back 85 KiB for each table of its own that a query sets up, a derivation many of them. glibc
/// returns what is free at the end of its heap to the system from 128 KiB on, page by page to be got anew, which was
/// four fifths of the time of an act. It waits for twice as much as the largest block that was freed: this one.
void keep_memory_at_hand() {
  static const bool is_kept = [] {
    constexpr std::size_t block = std::size_t{1} << 20U;
    void* volatile memory = std::malloc(block);  // NOLINT(cppcoreguidelines-no-malloc,cppcoreguidelines-owning-memory)
    std::free(memory);                           // NOLINT(cppcoreguidelines-no-malloc,cppcoreguidelines-owning-memory)
    return true;
  }();
  static_cast<void>(is_kept);
}

/// SQLiteCpp's exceptions become the library's where they arise.
template <typename Body>
decltype(auto) translated(Body&& body) {
  try {
    return body();
  } catch (const SQLite::Exception& exception) {
    throw translate(exception);
  }
}

}  // namespace

Connection::Connection(const std::string& path, Mode mode, std::chrono::milliseconds busy_timeout, const char* vfs)
    : Connection(opened(path, mode, vfs)) {
  keep_memory_at_hand();
  map(0);  // whatever the application asked of SQLite for all files
  patience_.database = handle();
  patience_.timeout = busy_timeout;
  sqlite3_busy_handler(handle(), Patience::wait_a_moment, &patience_);
  if (mode == Mode::untrusted) distrust();
  // The file is a document that others may have written: none of its views and triggers may reach outside it, and
  // nothing that we run may damage it.
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  execute("PRAGMA foreign_keys = ON");
  // 16 MiB at the most, for a file of any size; with the 2 MiB of SQLite, a fifth of a question about twins is reading.
  execute("PRAGMA cache_size = -16384");
  execute("PRAGMA recursive_triggers = ON");
}

int Connection::Patience::wait_a_moment(void* patience, int times) {
  auto& [database, timeout, since, is_lost] = *static_cast<Patience*>(patience);
  const auto now = std::chrono::steady_clock::now();
  if (times == 0) {
    since = now;
    is_lost = is_lost && sqlite3_txn_state(database, nullptr) != SQLITE_TXN_NONE;
  }
  is_lost = is_lost || now - since >= timeout;
  if (is_lost) return 0;
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
  return 1;
}

void Connection::distrust() {
  constexpr int longest_value = 1 << 24;  // bytes
  sqlite3_limit(handle(), SQLITE_LIMIT_LENGTH, longest_value);
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  execute("PRAGMA cell_size_check = ON");
}

void Connection::map(std::uint64_t bytes) {
  constexpr std::uint64_t greatest = std::numeric_limits<std::int64_t>::max();
  execute(fmt::format("PRAGMA mmap_size = {}", std::min(bytes, greatest)));
}

Connection::Connection(std::unique_ptr<OpenDatabase> database) : database_(std::move(database)) {}

Connection::~Connection() = default;

void Connection::execute(const std::string& sql) { execute(sql.c_str()); }

void Connection::execute(const char* sql) {
  translated([&] { database_->exec(sql); });
}

std::int64_t Connection::integer(const std::string& query) {
  return translated([&] { return database_->execAndGet(query.c_str()).getInt64(); });
}

std::string Connection::text(const std::string& query) {
  return translated([&] { return database_->execAndGet(query.c_str()).getString(); });
}

std::int64_t Connection::last_insert_id() const { return database_->getLastInsertRowid(); }

int Connection::changes() { return database_->getChanges(); }

sqlite3* Connection::handle() const { return database_->getHandle(); }

bool Connection::in_transaction() const { return sqlite3_get_autocommit(handle()) == 0; }

bool Connection::is_read_only() const { return sqlite3_db_readonly(handle(), "main") == 1; }

bool Connection::has_moved() const {
  int has_moved = 0;
  sqlite3_file_control(handle(), "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
  return has_moved != 0;
}

bool Connection::is_being_written() const {
  sqlite3_file* file = nullptr;
  sqlite3_file_control(handle(), "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file));
  if (!file || !file->pMethods || !file->pMethods->xCheckReservedLock) return false;  // one in memory
  int is_reserved = 0;
  return file->pMethods->xCheckReservedLock(file, &is_reserved) == SQLITE_OK && is_reserved != 0;
}

OwnedStatement Connection::prepare(std::string_view sql) {
  return OwnedStatement(new PreparedStatement(handle(), sql, std::string(sql)));
}

}  // namespace twinning
