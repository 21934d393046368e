#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace twinning {

// What is behind a connection of the library, for the few who need more than the connection gives.

class OpenDatabase : public SQLite::Database {
 public:
  using Database::Database;
};

class PreparedStatement : public SQLite::Statement {
 public:
  using Statement::Statement;
};

}  // namespace twinning
