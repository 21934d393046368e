#pragma once

#include <sqlite3.h>

#include <functional>
#include <stdexcept>
#include <utility>

namespace twinning::support {

/// While it lives, does something to every connection to SQLite that this program opens, whoever opens it.
class EveryConnection {
 public:
  explicit EveryConnection(std::function<void(sqlite3*)> body) {
    body_ = std::move(body);
    if (sqlite3_auto_extension(entry()) != SQLITE_OK) throw std::runtime_error("SQLite takes no extension");
  }
  ~EveryConnection() {
    sqlite3_cancel_auto_extension(entry());
    body_ = nullptr;
  }
  EveryConnection(const EveryConnection&) = delete;
  EveryConnection& operator=(const EveryConnection&) = delete;

 private:
  static int opened(sqlite3* connection, char** /*message*/, const struct sqlite3_api_routines* /*routines*/) {
    body_(connection);
    return SQLITE_OK;
  }
  static void (*entry())() { return reinterpret_cast<void (*)()>(&opened); }

  static inline std::function<void(sqlite3*)> body_;
};

}  // namespace twinning::support
