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
  /// The views and triggers that an earlier layout had and the last one has not: any others are the user's own.
  std::span<const std::string_view> retired = {};
  int target() const { return static_cast<int>(steps.size()); }
};

/// Migrates a file by a plan, as `migrate` in maintenance.hpp says. The steps run with the views and triggers dropped,
/// all of them in one transaction, which goes through only if no act was lost and every reference holds. Views and
/// triggers of the user's own are made again after that.
Migration migrate(const std::string& path, const MigrationPlan& plan);

/// Applies the steps from one layout on to a database, within the transaction that is open.
void apply(Connection& connection, const MigrationPlan& plan, int from);

}  // namespace twinning
