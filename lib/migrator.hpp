#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include <twinning/maintenance.hpp>

#include "embedded_sql.hpp"

namespace twinning {

class Connection;

/// What a migration is made of. The library has one plan; the tests make up others.
struct MigrationPlan {
  std::span<const EmbeddedSql> steps;             ///< steps[i] brings layout i to layout i + 1
  std::function<void(Connection&)> make_derived;  ///< creates the views and triggers of the last layout
  /// The tables, views, triggers and indexes that an earlier layout had and the last one has not. Any other table must
  /// stay, and anything else is the user's own.
  std::span<const std::string_view> retired = {};
  int target() const { return static_cast<int>(steps.size()); }
};

/// Migrates a file by a plan, as `migrate` in maintenance.hpp says. The steps run with the views and triggers dropped,
/// all of them in one transaction; views, triggers and indexes of the user's own are made again after that. It goes
/// through only if every table that is not retired has all its rows, there are as many acts as before, and every
/// reference holds. So a step that makes a table anew keeps the name and the rows; one that must lose rows makes
/// another table and retires the old one. The copy is made in the same transaction, which nobody else can write in.
Migration migrate(const std::string& path, const MigrationPlan& plan);

/// Applies the steps from one layout on to a database, within the transaction that is open.
void apply(Connection& connection, const MigrationPlan& plan, int from);

}  // namespace twinning
