// The connection and the statement of the library over the connection of the host. Only what questions need is here.

#include <fmt/format.h>

#include "connection.hpp"
#include "extension/host_database.hpp"

SQLITE_EXTENSION_INIT3

namespace twinning {
namespace {

[[noreturn]] void refuse(sqlite3* host) { throw translate(sqlite3_extended_errcode(host), sqlite3_errmsg(host)); }

void expect_done(int code, const PreparedStatement& statement) {
  if (code != SQLITE_OK) refuse(statement.host());
}

sqlite3_stmt* row_of(const PreparedStatement& statement, int column, int type) {
  if (sqlite3_column_type(statement.get(), column) != type) {
    const char* const name = sqlite3_column_name(statement.get(), column);
    throw Error(ErrorCategory::corrupt,
                fmt::format("column {} has the wrong type for a registry; run check", name ? name : ""));
  }
  return statement.get();
}

std::string text_of(sqlite3_stmt* row, int column) {
  const auto* const text = sqlite3_column_text(row, column);
  const int size = sqlite3_column_bytes(row, column);
  return text ? std::string(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)) : std::string();
}

}  // namespace

PreparedStatement::PreparedStatement(sqlite3* host, std::string_view query, const std::string& sql)
    : host_(host), query_(query) {
  const int code = sqlite3_prepare_v3(host, sql.c_str(), static_cast<int>(sql.size() + 1), SQLITE_PREPARE_PERSISTENT,
                                      &statement_, nullptr);
  if (code != SQLITE_OK) refuse(host);
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
  // A copy: the host may trace the statement when it is reset, and the text may be another one by then.
  return bind(std::string_view(value));
}

Statement& Statement::bind(std::nullopt_t) {
  ++next_parameter_;  // what was never bound is NULL
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_->get());
  if (code != SQLITE_ROW && code != SQLITE_DONE) refuse(statement_->host());
  return code == SQLITE_ROW;
}

bool Statement::is_null(int column) const { return sqlite3_column_type(statement_->get(), column) == SQLITE_NULL; }

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(row_of(*statement_, column, SQLITE_INTEGER), column);
}

double Statement::real(int column) const {
  return sqlite3_column_double(row_of(*statement_, column, SQLITE_FLOAT), column);
}

std::string Statement::text(int column) const { return text_of(row_of(*statement_, column, SQLITE_TEXT), column); }

std::string Statement::any_text(int column) const { return text_of(statement_->get(), column); }

Connection::Connection(std::unique_ptr<OpenDatabase> database) : database_(std::move(database)) {}

Connection::~Connection() = default;

OwnedStatement Connection::prepare(std::string_view sql) { return database_->prepare(sql); }

std::string_view Connection::query_of(const PreparedStatement& statement) { return statement.query(); }

void Connection::reset(PreparedStatement& statement) {
  sqlite3_reset(statement.get());
  sqlite3_clear_bindings(statement.get());
}

}  // namespace twinning
