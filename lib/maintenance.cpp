#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>

#include <twinning/maintenance.hpp>

#include "backup.hpp"
#include "checks.hpp"
#include "connection.hpp"
#include "durable_tables.hpp"
#include "layout.hpp"
#include "migrator.hpp"
#include "pages.hpp"
#include "quote.hpp"
#include "soundness.hpp"
#include "spans.hpp"

namespace twinning {
namespace {

using Findings = std::vector<Finding>;

std::unique_ptr<Connection> look_at(const std::string& path, Mode mode) {
  if (mode == Mode::untrusted) {
    require_lone_file(path);
    return std::make_unique<Connection>(path, Connection::Mode::untrusted, patience);
  }
  return std::make_unique<Looking>(path);
}

void check_integrity(Connection& connection, Findings& findings) {
  Statement rows(connection, "PRAGMA integrity_check");
  while (rows.step()) {
    const std::string said = rows.text(0);
    if (said == "ok") continue;
    const bool is_of_a_value = said.starts_with("CHECK constraint failed in ") || said.starts_with("NULL value in ") ||
                               said.starts_with("non-");
    findings.push_back(
        {"integrity", said + (is_of_a_value ? "; correct that value or restore a backup" : "; restore a backup")});
  }
}

void check_pages(Connection& connection, Findings& findings) {
  for (const std::string& fault : misused_pages(connection)) {
    findings.push_back({"integrity", fault + "; make the file anew with VACUUM"});
  }
}

void prove_every_value(Connection& connection, Findings& findings) {
  for (const DurableTable& table : durable_tables()) {
    Statement(connection, table.query).run();  // none is too long
    for (const std::string& check : broken_checks(connection, table.name)) {
      findings.push_back({"rules", fmt::format("{}: a row of {} breaks this CHECK; correct it", check, table.name)});
    }
  }
}

std::string explanation_of(const SchemaDifference& difference) {
  const auto& [kind, object, on] = difference;
  // A table has rows, which no text brings back.
  const char* const remedy = object.starts_with("table ") ? "restore a backup" : "make it anew as schema/ has it";
  switch (kind) {
    case SchemaDifference::Kind::missing:
      return fmt::format("{} is missing; {}", object, remedy);
    case SchemaDifference::Kind::changed:
      return fmt::format("{} was changed; {}", object, remedy);
    case SchemaDifference::Kind::in_the_way:
      return fmt::format("{} stands in front of SQLite's own function of that name; rename it", object);
    case SchemaDifference::Kind::added:
      break;
  }
  return fmt::format("{} is none of a registry's own; drop it", object);
}

void check_schema(Connection& connection, Mode mode, Findings& findings) {
  for (const SchemaDifference& difference : schema_differences(connection)) {
    // An index of one's own does no harm, but a stranger's on our tables may be false. A trigger may change what is
    // written.
    const bool is_index = difference.kind == SchemaDifference::Kind::added && difference.object.starts_with("index ");
    if (is_index && (mode != Mode::untrusted || difference.is_apart())) continue;
    findings.push_back({"schema", explanation_of(difference)});
  }
}

/// Each thing where those before it found nothing that would make its answer mean nothing.
void look_for_damage(Connection& connection, Mode mode, Findings& findings) {
  if (mode == Mode::untrusted) {
    check_schema(connection, mode, findings);  // its tables might calculate what they like
    if (!findings.empty()) return;
  }
  check_integrity(connection, findings);
  if (!findings.empty()) return;
  std::ranges::move(broken_references(connection), std::back_inserter(findings));
  if (mode == Mode::untrusted) {
    prove_every_value(connection, findings);  // of what it can't write, SQLite forgets the CHECKs
  } else {
    const auto others = findings.size();
    check_schema(connection, mode, findings);
    if (findings.size() > others) return;
  }
  check_pages(connection, findings);
  std::ranges::move(stale_projection(connection), std::back_inserter(findings));
  std::ranges::move(broken_rules(connection), std::back_inserter(findings));
}

}  // namespace

std::vector<Finding> check(const std::string& path, Mode mode) {
  require_registry_file(path);
  const auto opened = look_at(path, mode);
  Connection& connection = *opened;
  connection.execute("BEGIN");
  refuse_blank(connection, path);
  require_layout(connection, path);
  Findings findings;
  try {
    look_for_damage(connection, mode, findings);
  } catch (const Error& error) {
    if (error.category() != ErrorCategory::corrupt) throw;
    findings.push_back({"integrity", error.what()});
  }
  for (Finding& finding : findings) finding.explanation = one_line(finding.explanation);
  return findings;
}

void rebuild(const std::string& path) {
  require_registry_file(path);
  Connection connection(path, Connection::Mode::read_write, patience);
  refuse_blank(connection, path);
  require_layout(connection, path);
  connection.execute("PRAGMA synchronous = EXTRA");
  connection.execute("BEGIN IMMEDIATE");
  remake_projections(connection);
  connection.execute("COMMIT");
}

Migration migrate(const std::string& path) {
  require_registry_file(path);
  return migrate(path, MigrationPlan{.steps = embedded_migrations(), .make_derived = make_derived});
}

}  // namespace twinning
