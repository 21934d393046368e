// The statement over SQLite's C interface. It is compiled twice: into the library, and into the extension.

#include "prepared_statement.hpp"

#include <fmt/format.h>

#include <new>

#include "connection.hpp"
#include "sqlite_api.hpp"

namespace twinning {
namespace {

#ifdef TWINNING_IN_HOST
// The host may trace a statement when it is reset, and a text of ours may be another one by then.
const auto texts_are = SQLITE_TRANSIENT;
#else
const auto texts_are = SQLITE_STATIC;
#endif

[[noreturn]] void refuse(sqlite3* database) {
  throw translate(sqlite3_extended_errcode(database), sqlite3_errmsg(database));
}

[[noreturn]] void refuse_length(int code) {
  throw Error(ErrorCategory::invalid_argument, "a value is longer than SQLite takes: shorten it", {}, code);
}

void expect_done(int code, const PreparedStatement& statement) {
  if (code == SQLITE_TOOBIG) refuse_length(code);
  if (code != SQLITE_OK) refuse(statement.database());
}

[[noreturn]] void refuse_type(const PreparedStatement& statement, int column) {
  const char* const name = sqlite3_column_name(statement.get(), column);
  throw Error(ErrorCategory::corrupt,
              fmt::format("column {} has the wrong type for a registry; run check", name ? name : ""));
}

/// A value of the row, if it has that type. What SQLite calls unprotected is as good as another here: nobody else uses
/// the connection while we read from it.
sqlite3_value* value_of(const PreparedStatement& statement, int column, int type) {
  sqlite3_value* const value = sqlite3_column_value(statement.get(), column);
  if (sqlite3_value_type(value) != type) refuse_type(statement, column);
  return value;
}

std::string_view text_of(sqlite3_value* value) {
  const auto* const text = sqlite3_value_text(value);
  if (!text) {
    if (sqlite3_value_type(value) != SQLITE_NULL) throw std::bad_alloc();
    return {};
  }
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

}  // namespace

PreparedStatement::PreparedStatement(sqlite3* database, std::string_view query, const std::string& sql)
    : database_(database), query_(query) {
  const int code = sqlite3_prepare_v3(database, sql.c_str(), static_cast<int>(sql.size() + 1),
                                      SQLITE_PREPARE_PERSISTENT, &statement_, nullptr);
  if (code != SQLITE_OK) refuse(database);
}

PreparedStatement::~PreparedStatement() { sqlite3_finalize(statement_); }

void Finalize::operator()(PreparedStatement* statement) const noexcept { delete statement; }

Statement& Statement::bind(std::int64_t value) {
  expect_done(sqlite3_bind_int64(statement_->get(), next_parameter_++, value), *statement_);
  return *this;
}

Statement& Statement::bind(double value) {
  expect_done(sqlite3_bind_double(statement_->get(), next_parameter_++, value), *statement_);
  return *this;
}

Statement& Statement::bind(std::string_view value) {
  expect_done(sqlite3_bind_text64(statement_->get(), next_parameter_++, value.data() ? value.data() : "", value.size(),
                                  SQLITE_TRANSIENT, SQLITE_UTF8),
              *statement_);
  return *this;
}

Statement& Statement::bind(const std::string& value) {
  expect_done(
      sqlite3_bind_text64(statement_->get(), next_parameter_++, value.data(), value.size(), texts_are, SQLITE_UTF8),
      *statement_);
  return *this;
}

Statement& Statement::bind(std::nullopt_t) {
  ++next_parameter_;  // what was never bound is NULL
  return *this;
}

Statement& Statement::bind_bytes(const std::string& bytes) {
  expect_done(sqlite3_bind_blob64(statement_->get(), next_parameter_++, bytes.data(), bytes.size(), texts_are),
              *statement_);
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_->get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_TOOBIG && sqlite3_stmt_readonly(statement_->get()) == 0) refuse_length(code);
  if (code != SQLITE_DONE) refuse(statement_->database());
  return false;
}

bool Statement::is_null(int column) const { return sqlite3_column_type(statement_->get(), column) == SQLITE_NULL; }

std::int64_t Statement::integer(int column) const {
  return sqlite3_value_int64(value_of(*statement_, column, SQLITE_INTEGER));
}

double Statement::real(int column) const { return sqlite3_value_double(value_of(*statement_, column, SQLITE_FLOAT)); }

std::string_view Statement::view(int column) const { return text_of(value_of(*statement_, column, SQLITE_TEXT)); }

std::optional<std::string_view> Statement::maybe_view(int column) const {
  sqlite3_value* const value = sqlite3_column_value(statement_->get(), column);
  const int type = sqlite3_value_type(value);
  if (type == SQLITE_NULL) return std::nullopt;
  if (type != SQLITE_TEXT) refuse_type(*statement_, column);
  return text_of(value);
}

std::string Statement::any_text(int column) const {
  return std::string(text_of(sqlite3_column_value(statement_->get(), column)));
}

std::string_view Connection::query_of(const PreparedStatement& statement) { return statement.query(); }

void Connection::reset(PreparedStatement& statement) {
  sqlite3_reset(statement.get());
  sqlite3_clear_bindings(statement.get());
}

}  // namespace twinning
