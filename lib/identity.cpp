#include "identity.hpp"

#include <fmt/format.h>

#include <twinning/maintenance.hpp>

#include "connection.hpp"

namespace twinning {
namespace {

/// Asked at the start of every read and write, hence by a statement that is kept.
std::int64_t number(Connection& connection, std::string_view pragma) {
  Statement row(connection, pragma);
  row.step();
  return row.integer(0);
}

}  // namespace

void refuse_file(const std::string& path, ErrorCategory category, std::string_view why) {
  throw Error(category, fmt::format("\"{}\" {}", path, why));
}

void refuse_layout(const std::string& path, std::int64_t found) {
  if (found > layout) {
    refuse_file(
        path, ErrorCategory::layout_too_new,
        fmt::format("has layout {}, but this version of twinning reads layout {}: use a newer one", found, layout));
  }
  if (found < 1) {
    refuse_file(path, ErrorCategory::not_a_registry,
                fmt::format("has layout {}, which no version of twinning wrote: restore a backup", found));
  }
  if (found < layout) {
    refuse_file(path, ErrorCategory::layout_too_old,
                fmt::format("has layout {}, but this version of twinning reads layout {}: migrate the file first",
                            found, layout));
  }
}

bool is_blank(Connection& connection) {
  Statement row(connection, "SELECT NOT EXISTS (SELECT 1 FROM sqlite_schema)");
  return row.step() && row.flag(0) && number(connection, "PRAGMA application_id") == 0;
}

void refuse_blank(const std::string& path) {
  refuse_file(path, ErrorCategory::not_a_registry,
              "is empty, as a program leaves it that is stopped while it makes a registry: delete it, or let "
              "Registry::open_or_create finish it");
}

void refuse_blank(Connection& connection, const std::string& path) {
  if (is_blank(connection)) refuse_blank(path);
}

void require_identity(Connection& connection, const std::string& path) {
  if (number(connection, "PRAGMA application_id") != application_id) {
    refuse_file(path, ErrorCategory::not_a_registry, "is an SQLite database, but no registry of twin towns");
  }
}

void require_layout(Connection& connection, const std::string& path) {
  require_identity(connection, path);
  refuse_layout(path, number(connection, "PRAGMA user_version"));
}

}  // namespace twinning
