#include "connection.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <utility>

#include "quote.hpp"

namespace twinning {
namespace {

ErrorCategory category_of(int sqlite_code) {
  switch (sqlite_code & 0xff) {
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      return ErrorCategory::rule_broken;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ErrorCategory::busy;
    case SQLITE_READONLY:
      return ErrorCategory::read_only;
    case SQLITE_FULL:
    case SQLITE_NOMEM:
    case SQLITE_TOOBIG:
      return ErrorCategory::no_space;
    case SQLITE_NOTADB:
      return ErrorCategory::not_a_registry;
    case SQLITE_CORRUPT:
      return ErrorCategory::corrupt;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return ErrorCategory::input_output;
    default:
      return ErrorCategory::internal;
  }
}

/// The name of the rule in SQLite's message: before the colon where a trigger spoke, after it where a CHECK did; of a
/// column that must have a value or a type, table_column and what it must be.
std::string rule_in(int sqlite_code, std::string_view message) {
  const auto after = [&](std::string_view prefix) {
    return message.starts_with(prefix) ? std::string(message.substr(prefix.size())) : std::string();
  };
  switch (sqlite_code) {
    case SQLITE_CONSTRAINT_TRIGGER:
      return std::string(message.substr(0, message.find(':')));
    case SQLITE_CONSTRAINT_CHECK:
      return after("CHECK constraint failed: ");
    case SQLITE_CONSTRAINT_NOTNULL: {
      std::string column = after("NOT NULL constraint failed: ");
      if (const auto dot = column.find('.'); dot != std::string::npos) column[dot] = '_';
      return column + "_not_null";
    }
    default:
      return {};
  }
}

std::string_view advice(ErrorCategory category) {
  switch (category) {
    case ErrorCategory::busy:
      return "; another program is writing: try again, or raise the busy timeout";
    case ErrorCategory::read_only:
      return "; open the registry for writing, and see that its file and folder may be written";
    case ErrorCategory::no_space:
      return "; make room and try again: nothing was changed";
    case ErrorCategory::corrupt:
      return "; the file is damaged: restore a backup";
    case ErrorCategory::input_output:
      return "; look at the path, the disk and the permissions";
    default:
      return "";
  }
}

Error translate(const SQLite::Exception& exception) {
  return twinning::translate(exception.getExtendedErrorCode(), exception.what());
}

int open_flags(Connection::Mode mode) {
  // One thread at a time uses a connection, so SQLite need not lock it at each call.
  switch (mode) {
    case Connection::Mode::read_only:
      return SQLite::OPEN_NOMUTEX | SQLite::OPEN_READONLY;
    case Connection::Mode::read_write:
      return SQLite::OPEN_NOMUTEX | SQLite::OPEN_READWRITE;
    case Connection::Mode::create:
      break;
  }
  return SQLite::OPEN_NOMUTEX | SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
}

SQLite::Database opened(const std::string& path, Connection::Mode mode, std::chrono::milliseconds busy_timeout,
                        const char* vfs) {
  try {
    return {path, open_flags(mode), static_cast<int>(busy_timeout.count()), vfs ? vfs : ""};
  } catch (const SQLite::Exception& exception) {
    throw twinning::translate(exception.getExtendedErrorCode(), fmt::format("\"{}\": {}", path, exception.what()));
  }
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

Error translate(int sqlite_code, const std::string& message) {
  const ErrorCategory category = category_of(sqlite_code);
  // A CHECK says no more than its name.
  const char* const page =
      sqlite_code == SQLITE_CONSTRAINT_CHECK ? "; schema/README.md says what this rule asks for" : "";
  return Error(category, fmt::format("{}{}{}", message, page, advice(category)), rule_in(sqlite_code, message),
               sqlite_code);
}

Statement::Statement(Connection& connection, std::string_view sql)
    : connection_(connection), sql_(sql), statement_(connection.borrow(sql)) {}

Statement::~Statement() { connection_.give_back(sql_, std::move(statement_)); }

Statement& Statement::bind(std::int64_t value) {
  translated([&] { statement_->bind(next_parameter_++, value); });
  return *this;
}

Statement& Statement::bind(double value) {
  translated([&] { statement_->bind(next_parameter_++, value); });
  return *this;
}

Statement& Statement::bind(std::string_view value) {
  translated([&] { statement_->bind(next_parameter_++, std::string(value)); });
  return *this;
}

Statement& Statement::bind(const std::string& value) {
  translated([&] { statement_->bindNoCopy(next_parameter_++, value); });
  return *this;
}

Statement& Statement::bind(std::nullopt_t) {
  ++next_parameter_;  // what was never bound is NULL
  return *this;
}

Statement& Statement::bind_bytes(const std::string& bytes) {
  translated([&] { statement_->bindNoCopy(next_parameter_++, bytes.data(), static_cast<int>(bytes.size())); });
  return *this;
}

bool Statement::step() {
  return translated([&] { return statement_->executeStep(); });
}

void Statement::run() {
  while (step()) {
  }
}

SQLite::Column Statement::value(int column, int type) const {
  return translated([&] {
    SQLite::Column found = statement_->getColumn(column);
    if (found.getType() != type) {
      throw Error(ErrorCategory::corrupt,
                  fmt::format("column {} has the wrong type for a registry; run check", found.getName()));
    }
    return found;
  });
}

bool Statement::is_null(int column) const {
  return translated([&] { return statement_->isColumnNull(column); });
}

std::int64_t Statement::integer(int column) const { return value(column, SQLITE_INTEGER).getInt64(); }

double Statement::real(int column) const { return value(column, SQLITE_FLOAT).getDouble(); }

std::string Statement::text(int column) const {
  const SQLite::Column found = value(column, SQLITE_TEXT);
  const char* const bytes = found.getText();
  return {bytes, static_cast<std::size_t>(found.getBytes())};
}

std::optional<std::int64_t> Statement::maybe_integer(int column) const {
  return is_null(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<std::string> Statement::maybe_text(int column) const {
  return is_null(column) ? std::nullopt : std::optional(text(column));
}

std::optional<Date> Statement::maybe_date(int column) const {
  if (is_null(column)) return std::nullopt;
  const std::string found = text(column);
  if (auto date = Date::parse(found)) return date;
  throw Error(ErrorCategory::corrupt, fmt::format("{} is no date of a registry; run check", quote(found)));
}

std::optional<Day> Statement::maybe_day(int column) const {
  const auto date = maybe_date(column);
  return date ? date->earliest() : std::nullopt;
}

std::string Statement::any_text(int column) const {
  return translated([&] { return statement_->getColumn(column).getString(); });
}

Connection::Connection(const std::string& path, Mode mode, std::chrono::milliseconds busy_timeout, const char* vfs)
    : database_(opened(path, mode, busy_timeout, vfs)) {
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

void Connection::execute(const std::string& sql) { execute(sql.c_str()); }

void Connection::execute(const char* sql) {
  translated([&] { database_.exec(sql); });
}

std::int64_t Connection::integer(const std::string& query) {
  return translated([&] { return database_.execAndGet(query.c_str()).getInt64(); });
}

std::string Connection::text(const std::string& query) {
  return translated([&] { return database_.execAndGet(query.c_str()).getString(); });
}

bool Connection::in_transaction() const { return sqlite3_get_autocommit(handle()) == 0; }

bool Connection::is_read_only() const { return sqlite3_db_readonly(handle(), "main") == 1; }

std::unique_ptr<SQLite::Statement> Connection::borrow(std::string_view sql) {
  if (auto found = idle_.find(sql.data()); found != idle_.end() && !found->second.empty()) {
    auto statement = std::move(found->second.back());
    found->second.pop_back();
    if (statement->getQuery() == sql) return statement;
  }
  return translated([&] { return std::make_unique<SQLite::Statement>(database_, std::string(sql)); });
}

void Connection::give_back(std::string_view sql, std::unique_ptr<SQLite::Statement> statement) noexcept {
  statement->tryReset();  // reset() would throw once more what step() threw already
  try {
    statement->clearBindings();
    idle_[sql.data()].push_back(std::move(statement));
  } catch (...) {
    // Out of memory: the statement is dropped here, and prepared again when it is needed.
  }
}

}  // namespace twinning
