#pragma once

#include <SQLiteCpp/Database.h>

namespace twinning {

/// What is behind a connection of the library, for the few who need more than the connection gives.
class OpenDatabase : public SQLite::Database {
 public:
  using Database::Database;
};

}  // namespace twinning
