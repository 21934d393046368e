#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

#include <sqlite3.h>

#include "support/database.hpp"

namespace twinning::support {

/// Loads mod_twinning into a connection, as any program may.
///
/// \throws std::runtime_error  with SQLite's message, if it cannot be loaded.
inline void load_extension(const Database& host) {
  sqlite3_db_config(host.get(), SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
  char* message = nullptr;
  if (sqlite3_load_extension(host.get(), TWINNING_EXTENSION, nullptr, &message) == SQLITE_OK) return;
  const std::string said = message != nullptr ? message : "";
  sqlite3_free(message);
  throw std::runtime_error(said);
}

/// A connection by SQLite's own interface that has loaded the extension.
inline Database host_of(const std::filesystem::path& file) {
  Database host(file);
  load_extension(host);
  return host;
}

/// A text in SQL.
inline std::string literal(const std::string& text) {
  std::string quoted = "'";
  for (const char letter : text) quoted += letter == '\'' ? "''" : std::string(1, letter);
  return quoted + "'";
}

}  // namespace twinning::support
