#include "identity.hpp"

#include <fmt/format.h>

#include <twinning/maintenance.hpp>

#include "connection.hpp"

namespace twinning {

void refuse_file(const std::string& path, ErrorCategory category, std::string_view why) {
  throw Error(category, fmt::format("\"{}\" {}", path, why));
}

void refuse_layout(const std::string& path, std::int64_t found) {
  if (found > layout) {
    refuse_file(
        path, ErrorCategory::layout_too_new,
        fmt::format("has layout {}, but this version of twinning reads layout {}: use a newer one", found, layout));
  }
  if (found < layout) {
    refuse_file(path, ErrorCategory::layout_too_old,
                fmt::format("has layout {}, but this version of twinning reads layout {}: migrate the file first",
                            found, layout));
  }
}

void require_layout(Connection& connection, const std::string& path) {
  // Asked at the start of every read and write, hence by statements that are kept.
  const auto number = [&](std::string_view pragma) {
    Statement row(connection, pragma);
    row.step();
    return row.integer(0);
  };
  if (number("PRAGMA application_id") != application_id) {
    refuse_file(path, ErrorCategory::not_a_registry, "is an SQLite database, but no registry of twin towns");
  }
  refuse_layout(path, number("PRAGMA user_version"));
}

}  // namespace twinning
