#include "soundness.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <string>

#include "durable_tables.hpp"
#include "spans.hpp"

namespace twinning {
namespace {

using Findings = std::vector<Finding>;

/// Queries that find nothing in a sound file; what they find, they name in one column.
struct Question {
  const char* what;
  const char* query;
  const char* explanation;
};

constexpr Question questions[] = {
    {"rules",
     "SELECT e.id FROM bond_event AS e WHERE e.city_id IS NOT NULL AND NOT EXISTS "
     "(SELECT 1 FROM bond_party AS p WHERE p.bond_id = e.bond_id AND p.city_id = e.city_id)",
     "bond_event_by_party: act {} is by a city that is no party of its bond; retract it"},
    {"rules",
     "SELECT e.id FROM bond AS b JOIN bond_event AS e ON e.bond_id = b.id WHERE (SELECT count(*) FROM bond_party AS p "
     "WHERE p.bond_id = b.id) < 2",
     "bond_event_two_parties: act {} is of a bond with fewer than two parties; add them"},
    {"rules",
     "SELECT e.id FROM bond_event AS e JOIN event_kind AS k ON k.code = e.kind "
     "WHERE k.effect = 'membership' AND e.city_id IS NULL",
     "bond_event_member_named: act {} does not name who joined or left; correct it"},
    {"rules",
     "SELECT e.id FROM bond_event AS e JOIN bond_event AS w ON w.id = e.corrects WHERE w.bond_id <> e.bond_id OR "
     "e.recorded_at < w.recorded_at",
     "bond_event_corrects_known: act {} corrects an act of another bond, or a later one; retract it"},
    {"rules",
     "SELECT e.id FROM bond_event AS e WHERE e.caused_by IS NOT NULL AND e.id IN (WITH RECURSIVE cause (id) AS (SELECT "
     "e.caused_by UNION SELECT w.caused_by FROM cause AS c JOIN bond_event AS w ON w.id = c.id WHERE w.caused_by IS "
     "NOT NULL) SELECT id FROM cause)",
     "bond_event_cause_known: act {} is its own cause, by way of others or not; retract it"},
    {"names",
     "SELECT 'city ' || id FROM city WHERE name GLOB '*' || char(65533) || '*' UNION ALL SELECT 'name ' || id FROM "
     "city_name WHERE name GLOB '*' || char(65533) || '*'",
     "{} is not UTF-8 but perhaps Latin-1; write it anew"},
    {"uids",
     "SELECT 'city ' || id FROM city WHERE uid IS NULL UNION ALL SELECT 'bond ' || id FROM bond WHERE uid IS NULL "
     "UNION ALL SELECT 'act ' || id FROM bond_event WHERE uid IS NULL UNION ALL SELECT 'source ' || id FROM source "
     "WHERE uid IS NULL UNION ALL SELECT 'keepsake ' || id FROM keepsake WHERE uid IS NULL",
     "{} has no uid; set it to lower(hex(randomblob(16)))"},
    {"metadata",
     "SELECT coalesce((SELECT value FROM metadata WHERE key = 'layout'), 'nothing') AS said WHERE said IS NOT "
     "(SELECT CAST(user_version AS TEXT) FROM pragma_user_version)",
     "metadata says that the layout is {}, the file's header says otherwise; write there what PRAGMA user_version "
     "says"},
};

/// The statement, since a file may have a table of the function's name.
void find_broken_references(Connection& connection, const std::string& check, Findings& findings) {
  Statement rows(connection, check);
  while (rows.step()) {
    const auto id = rows.maybe_integer(1);  // a table without rowids has none
    findings.push_back(
        {"references", fmt::format("{} of {} refers to a row of {} that is not there; add it",
                                   id ? fmt::format("row {}", *id) : "a row", rows.text(0), rows.text(2))});
  }
}

}  // namespace

std::vector<Finding> broken_references(Connection& connection) {
  std::vector<std::string> checks;
  {
    Statement tables(connection,
                     "SELECT 'PRAGMA foreign_key_check (\"' || replace(name, '\"', '\"\"') || '\")' FROM sqlite_schema "
                     "WHERE type = 'table' AND rootpage > 0 ORDER BY rowid");
    while (tables.step()) checks.push_back(tables.text(0));
  }
  Findings findings;
  // Table by table: one of somebody's own whose reference means nothing would hide what is wrong with the others.
  for (const std::string& check : checks) {
    try {
      find_broken_references(connection, check, findings);
    } catch (const Error& error) {
      if (error.sqlite_code() != SQLITE_ERROR) throw;
      findings.push_back({"references", fmt::format("{}; drop that reference or correct it", error.what())});
    }
  }
  return findings;
}

std::vector<Finding> stale_projection(Connection& connection) {
  Findings findings;
  for (const Projection& projection : projections) {
    const std::string query = fmt::format(
        "SELECT DISTINCT bond_id FROM (SELECT * FROM {0} EXCEPT SELECT * FROM {1}) UNION "
        "SELECT DISTINCT bond_id FROM (SELECT * FROM {1} EXCEPT SELECT * FROM {0})",
        projection.table, projection.view);
    Statement rows(connection, query);
    while (rows.step()) {
      findings.push_back({"projection", fmt::format("{} is not what the acts of bond {} say; rebuild it",
                                                    projection.table, rows.integer(0))});
    }
  }
  return findings;
}

namespace {

/// A code that is a case of itself, by way of others.
void find_circles(Connection& connection, Findings& findings) {
  for (const DurableTable& table : durable_tables()) {
    if (std::ranges::find(table.columns, "broader", &DurableTable::Column::name) == table.columns.end()) continue;
    const std::string query = fmt::format(
        "SELECT k.code FROM {0} AS k WHERE k.broader IS NOT NULL AND k.code IN (WITH RECURSIVE above (code) AS (SELECT "
        "k.broader UNION SELECT n.broader FROM {0} AS n JOIN above AS a ON n.code = a.code) SELECT code FROM above)",
        table.name);
    Statement rows(connection, query);
    while (rows.step()) {
      findings.push_back({"rules", fmt::format("{0}_broader_known: the code {1} of {0} is a case of itself; change its "
                                               "broader",
                                               table.name, rows.text(0))});
    }
  }
}

/// Read as the class Date does, since the view edtf_reading takes ten times as long.
void find_wrong_dates(Connection& connection, Findings& findings) {
  const auto is_day = [](std::optional<std::string_view> text, const std::optional<Day>& day) {
    return text.has_value() == day.has_value() && (!day || *text == to_string(*day));
  };
  Statement rows(connection, "SELECT date, earliest, latest FROM edtf_date");
  while (rows.step()) {
    const std::string_view text = rows.view(0);
    const auto date = Date::parse(text);
    if (date && is_day(rows.maybe_view(1), date->earliest()) && is_day(rows.maybe_view(2), date->latest())) continue;
    findings.push_back(
        {"dates",
         fmt::format("the date {} is none, or has the wrong days in edtf_date; correct what uses it or restore "
                     "a backup",
                     text)});
  }
}

}  // namespace

std::vector<Finding> broken_rules(Connection& connection) {
  Findings findings;
  find_wrong_dates(connection, findings);
  find_circles(connection, findings);
  for (const Question& question : questions) {
    Statement rows(connection, question.query);
    while (rows.step()) {
      findings.push_back({question.what, fmt::format(fmt::runtime(question.explanation), rows.any_text(0))});
    }
  }
  return findings;
}

}  // namespace twinning
