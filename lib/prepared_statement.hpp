#pragma once

#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace twinning {

/// A statement of SQLite's own, by its C interface: what stands between a question and its rows is called for each
/// value of each row.
class PreparedStatement {
 public:
  /// \param query  as the library put it, which finds the statement again.
  /// \param sql    as SQLite gets it.
  ///
  /// Throws Error.
  PreparedStatement(sqlite3* database, std::string_view query, const std::string& sql);
  ~PreparedStatement();
  PreparedStatement(const PreparedStatement&) = delete;
  PreparedStatement& operator=(const PreparedStatement&) = delete;

  sqlite3* database() const { return database_; }
  sqlite3_stmt* get() const { return statement_; }
  const std::string& query() const { return query_; }

 private:
  sqlite3* database_;
  std::string query_;
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace twinning
