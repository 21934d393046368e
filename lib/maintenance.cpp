#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include <twinning/maintenance.hpp>

#include "backup.hpp"
#include "connection.hpp"
#include "layout.hpp"
#include "migrator.hpp"
#include "quote.hpp"
#include "soundness.hpp"

namespace twinning {
namespace {

constexpr std::chrono::milliseconds patience(5000);

using Findings = std::vector<Finding>;

void check_integrity(Connection& connection, Findings& findings) {
  Statement rows(connection, "PRAGMA integrity_check");
  while (rows.step()) {
    if (const std::string said = rows.text(0); said != "ok") {
      findings.push_back({"integrity", said + "; restore a backup"});
    }
  }
}

void check_schema(Connection& connection, Findings& findings) {
  const auto expected = expected_schema();
  const auto found = schema_of(connection);
  for (const auto& [object, text] : expected) {
    const auto place = found.find(object);
    if (place == found.end()) {
      findings.push_back({"schema", fmt::format("{} is missing; restore it from schema/", object)});
    } else if (place->second != text) {
      findings.push_back({"schema", fmt::format("{} was changed; restore it from schema/", object)});
    }
  }
  for (const std::string& name : names_in_the_way(connection)) {
    findings.push_back(
        {"schema", fmt::format("{} stands in front of SQLite's own function of that name; rename it", name)});
  }
  // Other tables, views and indexes of one's own do no harm; a trigger of one's own may change what is written.
  for (const auto& [object, text] : found) {
    if (object.starts_with("trigger ") && !expected.contains(object)) {
      findings.push_back({"schema", fmt::format("{} is none of a registry's own; drop it", object)});
    }
  }
}

}  // namespace

std::vector<Finding> check(const std::string& path) {
  require_registry_file(path);
  Looking connection(path);  // read-only, SQLite would leave the CHECKs out of integrity_check
  connection.execute("BEGIN");
  refuse_blank(connection, path);
  require_layout(connection, path);
  Findings findings;
  try {
    check_integrity(connection, findings);
    // What a damaged file answers to the rest means nothing.
    if (findings.empty()) {
      findings = broken_references(connection);
      check_schema(connection, findings);
    }
    if (findings.empty() || (findings.back().what != "schema" && findings.back().what != "integrity")) {
      std::ranges::move(stale_projection(connection), std::back_inserter(findings));
      std::ranges::move(broken_rules(connection), std::back_inserter(findings));
    }
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
  connection.execute("DELETE FROM twin_span");
  connection.execute("INSERT INTO twin_span SELECT * FROM pair_span");
  connection.execute("COMMIT");
}

Migration migrate(const std::string& path) {
  require_registry_file(path);
  return migrate(path, MigrationPlan{.steps = embedded_migrations(), .make_derived = make_derived});
}

}  // namespace twinning
