#include "migrator.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "connection.hpp"
#include "layout.hpp"

namespace twinning {
namespace {

constexpr std::chrono::milliseconds patience(5000);

void require_whole(Connection& connection, std::int64_t acts_before) {
  const std::int64_t acts = connection.integer("SELECT count(*) FROM bond_event");
  if (acts != acts_before) {
    throw Error(ErrorCategory::internal, fmt::format("the migration would have turned {} acts into {}; nothing was "
                                                     "changed",
                                                     acts_before, acts));
  }
  if (connection.integer("SELECT count(*) FROM pragma_foreign_key_check") != 0) {
    throw Error(ErrorCategory::internal, "the migration would have left a dangling reference; nothing was changed");
  }
}

void migrate_within_transaction(Connection& connection, const MigrationPlan& plan, int from) {
  if (connection.integer("PRAGMA user_version") != from) {
    throw Error(ErrorCategory::busy, "another program migrated the file at the same time: open it again");
  }
  const std::int64_t acts = connection.integer("SELECT count(*) FROM bond_event");
  apply(connection, plan, from);
  require_whole(connection, acts);
}

/// A name that is free: a migration that was stopped left its copy under an earlier one.
std::string name_of_backup(const std::string& path, int layout) {
  const auto is_taken = [](const std::string& name) {
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::symlink_status(name, ignored));
  };
  std::string name = fmt::format("{}.layout{}.bak", path, layout);
  for (int number = 2; is_taken(name); ++number) name = fmt::format("{}.layout{}.{}.bak", path, layout, number);
  return name;
}

/// Makes the user's own views and triggers again, which are those that no layout has or had.
void restore(Connection& connection, const std::vector<Derived>& dropped, std::span<const std::string_view> retired) {
  const auto is_there = [&](const std::string& name) {
    Statement row(connection, "SELECT 1 FROM sqlite_schema WHERE name = ?");
    return row.bind(name).step();
  };
  for (const Derived& own : dropped) {
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

}  // namespace

void apply(Connection& connection, const MigrationPlan& plan, int from) {
  const std::vector<Derived> dropped = drop_derived(connection);
  for (const EmbeddedSql& step : plan.steps.subspan(static_cast<std::size_t>(from))) {
    connection.execute(std::string(step.text));
  }
  plan.make_derived(connection);
  restore(connection, dropped, plan.retired);
  connection.execute("DELETE FROM twin_span");
  connection.execute("INSERT INTO twin_span SELECT * FROM pair_span");
  connection.execute(fmt::format("UPDATE metadata SET value = '{}' WHERE key = 'layout'", plan.target()));
  connection.execute(fmt::format("PRAGMA user_version = {}", plan.target()));
}

Migration migrate(const std::string& path, const MigrationPlan& plan) {
  Connection connection(path, Connection::Mode::read_write, patience);
  const int from = static_cast<int>(connection.integer("PRAGMA user_version"));
  Migration done{.from = from, .to = plan.target(), .backup = {}};
  if (from == plan.target()) return done;
  refuse_blank(connection, path);
  if (from < 1) {
    throw Error(ErrorCategory::not_a_registry,
                fmt::format("\"{}\" has layout {}, which no version of twinning wrote", path, from));
  }
  if (from > plan.target()) {
    throw Error(ErrorCategory::layout_too_new,
                fmt::format("\"{}\" has layout {}, and this version of twinning migrates layouts 1 to {}", path, from,
                            plan.target()));
  }
  done.backup = name_of_backup(path, from);
  backup(path, done.backup);
  const std::filesystem::path copy(done.backup);
  try {
    connection.execute("PRAGMA foreign_keys = OFF");  // within a transaction it would do nothing
    connection.execute("PRAGMA synchronous = EXTRA");
    connection.execute("BEGIN EXCLUSIVE");
    migrate_within_transaction(connection, plan, from);
  } catch (...) {
    // The connection rolls back as it closes: the file is what it was, and its copy is not needed.
    std::error_code ignored;
    std::filesystem::remove(copy, ignored);
    throw;
  }
  connection.execute("COMMIT");  // where this fails the file may be new all the same, and the copy stays
  return done;
}

}  // namespace twinning
