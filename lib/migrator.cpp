#include "migrator.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <map>

#include "backup.hpp"
#include "connection.hpp"
#include "layout.hpp"
#include "new_file.hpp"
#include "soundness.hpp"
#include "spans.hpp"

namespace twinning {
namespace {

using Rows = std::map<std::string, std::int64_t>;

/// How many rows each table has, those of one's own too; not the projections, which are made anew, and no virtual
/// table.
Rows rows_of_tables(Connection& connection) {
  std::map<std::string, std::string> counts;
  {
    Statement tables(connection,
                     "SELECT name, 'SELECT count(*) FROM \"' || replace(name, '\"', '\"\"') || '\"' FROM sqlite_schema "
                     "WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
    while (tables.step()) {
      if (!is_projection(tables.text(0))) counts.emplace(tables.text(0), tables.text(1));
    }
  }
  Rows rows;
  for (const auto& [table, count] : counts) rows.emplace(table, connection.integer(count));
  return rows;
}

[[noreturn]] void refuse_result(const std::string& what) {
  throw Error(ErrorCategory::internal,
              fmt::format("the migration would have {}; nothing was changed: go on with the version of twinning that "
                          "wrote the file, and report this",
                          what));
}

void require_whole(Connection& connection, const Rows& rows_before, std::span<const std::string_view> retired) {
  const Rows rows = rows_of_tables(connection);
  for (const auto& [table, before] : rows_before) {
    const auto place = rows.find(table);
    if (place == rows.end()) {
      if (std::ranges::find(retired, table) == retired.end()) refuse_result("dropped the table " + table);
      continue;
    }
    const std::int64_t after = place->second;
    if (after < before) refuse_result(fmt::format("left {} of the {} rows of {}", after, before, table));
    if (table == "bond_event" && after > before) refuse_result(fmt::format("added {} acts", after - before));
  }
  if (const auto broken = broken_references(connection); !broken.empty()) {
    refuse_result("left a dangling reference: " + broken.front().explanation);
  }
}

/// Whether a file is to be migrated. Throws Error where it can't be.
bool is_older(Connection& connection, const std::string& path, const MigrationPlan& plan) {
  refuse_blank(connection, path);
  require_identity(connection, path);
  const std::int64_t found = connection.integer("PRAGMA user_version");
  if (found < 1) refuse_layout(path, found);
  if (found > plan.target()) {
    refuse_file(path, ErrorCategory::layout_too_new,
                fmt::format("has layout {}, and this version of twinning migrates layouts 1 to {}: use a newer one",
                            found, plan.target()));
  }
  return found < plan.target();
}

/// A name that is free: a migration that was stopped left its copy under an earlier one.
std::string name_of_backup(const std::string& path, int layout) {
  const auto is_taken = [](const std::string& name) {
    std::error_code ignored;
    return std::ranges::any_of(std::array{"", "-journal", "-wal"}, [&](const char* ending) {
      return std::filesystem::exists(std::filesystem::symlink_status(name + ending, ignored));
    });
  };
  std::string name = fmt::format("{}.layout{}.bak", path, layout);
  for (int number = 2; is_taken(name); ++number) name = fmt::format("{}.layout{}.{}.bak", path, layout, number);
  return name;
}

/// They go with a table that a step makes anew.
std::vector<Derived> indexes_of(Connection& connection) {
  std::vector<Derived> indexes;
  Statement rows(connection, "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL");
  while (rows.step()) indexes.push_back({.name = rows.text(0), .sql = rows.text(1)});
  return indexes;
}

/// Makes the user's own views, triggers and indexes again, which are those that no layout has or had.
void restore(Connection& connection, const std::vector<Derived>& all, std::span<const std::string_view> retired) {
  const auto is_there = [&](const std::string& name) {
    Statement row(connection, "SELECT 1 FROM sqlite_schema WHERE name = ?");
    return row.bind(name).step();
  };
  for (const Derived& own : all) {
    if (std::ranges::find(retired, own.name) != retired.end() || is_there(own.name)) continue;
    try {
      connection.execute(own.sql);
    } catch (const Error& error) {
      throw Error(error.category(),
                  fmt::format("your own \"{}\" does not fit the new layout; drop it and migrate "
                              "again: {}",
                              own.name, error.what()),
                  error.rule(), error.sqlite_code());
    }
  }
}

Migration migrate_within_transaction(Connection& connection, const std::string& path, const MigrationPlan& plan) {
  if (const auto broken = broken_references(connection); !broken.empty()) {
    refuse_file(path, ErrorCategory::corrupt, "is not sound: " + broken.front().explanation);
  }
  const int from = static_cast<int>(connection.integer("PRAGMA user_version"));
  const std::string name = name_of_backup(path, from);
  NewFile copy(name);
  copy_whole(path, copy, {});
  const auto remove_copy = [copy = std::filesystem::path(name)] {
    std::error_code ignored;
    std::filesystem::remove(copy, ignored);
  };
  try {
    const Rows rows = rows_of_tables(connection);
    apply(connection, plan, from);
    require_whole(connection, rows, plan.retired);
  } catch (...) {
    remove_copy();  // The connection rolls back as it closes: the file is what it was.
    throw;
  }
  try {
    connection.execute("COMMIT");
  } catch (...) {
    // While the transaction is open, nothing was written: somebody reads. After any other failure the file may be new
    // all the same, and its copy stays.
    if (connection.in_transaction()) remove_copy();
    throw;
  }
  return {.from = from, .to = plan.target(), .backup = name};
}

}  // namespace

void apply(Connection& connection, const MigrationPlan& plan, int from) {
  std::vector<Derived> own = indexes_of(connection);
  std::ranges::move(drop_derived(connection), std::back_inserter(own));
  for (const EmbeddedSql& step : plan.steps.subspan(static_cast<std::size_t>(from))) {
    connection.execute(std::string(step.text));
  }
  plan.make_derived(connection);
  restore(connection, own, plan.retired);
  remake_projections(connection);
  connection.execute(fmt::format("UPDATE metadata SET value = '{}' WHERE key = 'layout'", plan.target()));
  connection.execute(fmt::format("PRAGMA user_version = {}", plan.target()));
}

Migration migrate(const std::string& path, const MigrationPlan& plan) {
  try {
    Connection connection(path, Connection::Mode::read_write, patience);
    Migration nothing{.from = plan.target(), .to = plan.target(), .backup = {}};
    if (!is_older(connection, path, plan)) return nothing;
    connection.execute("PRAGMA foreign_keys = OFF");  // within a transaction it would do nothing
    connection.execute("PRAGMA synchronous = EXTRA");
    connection.execute("BEGIN IMMEDIATE");  // from here on nobody else writes: the copy is of what is migrated
    if (!is_older(connection, path, plan)) return nothing;  // another program was quicker
    return migrate_within_transaction(connection, path, plan);
  } catch (const Error& error) {
    if (error.category() != ErrorCategory::busy) throw;
    throw Error(ErrorCategory::busy,
                fmt::format("\"{}\" is in use: close what uses it and migrate again; nothing was changed", path),
                error.rule(), error.sqlite_code());
  }
}

}  // namespace twinning
