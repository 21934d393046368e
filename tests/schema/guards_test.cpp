// What attacks.sql does by hand is done here by machine, for every reference and key that the tables declare: so a new
// column is attacked on the day on which it comes.

#include <gtest/gtest.h>

#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "schema/sample.hpp"
#include "support/database.hpp"

namespace twinning {
namespace {

using support::Database;
using Row = std::vector<std::string>;

std::vector<Row> split(const std::string& lines) {
  std::vector<Row> rows;
  std::istringstream stream(lines);
  for (std::string line; std::getline(stream, line);) {
    Row row;
    std::istringstream values(line);
    for (std::string value; std::getline(values, value, '|');) row.push_back(value);
    rows.push_back(row);
  }
  return rows;
}

struct Reference {
  std::string child;
  std::string column;
  std::string parent;
  std::string key;

  std::string held() const { return "SELECT " + column + " FROM " + child + " WHERE " + column + " IS NOT NULL"; }
};

const std::vector<Reference>& references() {
  static const std::vector<Reference> declared = [] {
    std::vector<Reference> found;
    for (const Row& row : split(support::sample_registry().rows(
             "SELECT t.name, f.\"from\", f.\"table\", f.\"to\" FROM pragma_table_list AS t, "
             "pragma_foreign_key_list(t.name) AS f WHERE t.schema = 'main' ORDER BY 1, 2"))) {
      found.push_back({row[0], row[1], row[2], row[3]});
    }
    return found;
  }();
  return declared;
}

// What a new row must have to itself. The uid is stated, lest the file fill it in by an update, whose rules would then
// speak for those of the insert.
std::string own_value(const std::string& column) {
  if (column == "uid") return "printf('%032x', 65536 + id)";
  if (column == "recorded_at") return "'2026-11-23T09:30:00.000Z'";
  if (column == "id" || column == "corrects") return "NULL";
  return column == "code" ? "'new'" : column;
}

// A row of the table, but for what a new row must have to itself; `column` as it is, or with another value.
std::string copy_of_a_row(const Database& database, const std::string& table, const std::string& column,
                          const std::string& value) {
  std::string columns;
  std::string values;
  for (const Row& row : split(database.rows("SELECT name FROM pragma_table_info('" + table + "')"))) {
    const std::string& name = row[0];
    const std::string separator = columns.empty() ? "" : ", ";
    columns += separator + name;
    values += separator + (name == column ? value : own_value(name));
  }
  return "INTO " + table + " (" + columns + ") SELECT " + values + " FROM " + table + " WHERE " + column +
         " IS NOT NULL LIMIT 1";
}

// What is no city, code or date, but has the form of one where it needs one.
std::string nothing_like(const Reference& reference) {
  if (reference.key == "date") return "'2001-02-30'";
  if (reference.parent == "country") return "'ZZ'";
  return reference.key == "id" ? "999999" : "'no_such'";
}

// By a trigger of ours, and not by chance: a copy that clashes with its model, or lacks a value, proves nothing.
void expect_refused(Database& database, const std::string& sql) {
  const std::string message = database.refusal(sql);
  EXPECT_TRUE(std::regex_search(message, std::regex("^[a-z_]+: "))) << sql << "\nSQLite says: " << message;
  EXPECT_FALSE(std::regex_search(message, std::regex("^[a-z_]+_once: "))) << sql << "\nSQLite says: " << message;
}

TEST(References, AreManyAndAllHaveARowInTheSample) {
  const Database database = support::sample_registry();
  EXPECT_GT(references().size(), 50U);
  for (const Reference& reference : references()) {
    EXPECT_NE(database.rows(reference.held() + " LIMIT 1"), "") << reference.child << "." << reference.column;
  }
}

TEST(References, NeverDangleAfterAnInsert) {
  Database database = support::sample_registry();
  for (const Reference& reference : references()) {
    const std::string copy = copy_of_a_row(database, reference.child, reference.column, nothing_like(reference));
    for (const std::string verb : {"INSERT ", "INSERT OR REPLACE ", "INSERT OR IGNORE "}) {
      expect_refused(database, verb + copy);
    }
  }
}

TEST(References, NeverDangleAfterAnUpdate) {
  Database database = support::sample_registry();
  for (const Reference& reference : references()) {
    for (const std::string verb : {"UPDATE ", "UPDATE OR REPLACE ", "UPDATE OR IGNORE "}) {
      expect_refused(database, verb + reference.child + " SET " + reference.column + " = " + nothing_like(reference) +
                                   " WHERE " + reference.column + " IS NOT NULL");
    }
  }
}

// What no other reference holds, so that it is this one that stands against the deletion.
std::string held_by_nothing_else(const Reference& reference) {
  std::string sql = reference.held();
  for (const Reference& other : references()) {
    const bool is_other = other.child != reference.child || other.column != reference.column;
    if (is_other && other.parent == reference.parent) sql += " EXCEPT " + other.held();
  }
  return sql;
}

TEST(References, NeverDangleAfterADelete) {
  Database database = support::sample_registry();
  for (const Reference& reference : references()) {
    // Dates and acts are never deleted, whoever refers to them; and who acts is a party first, which holds it too.
    const bool is_always_kept = reference.parent == "edtf_date" || reference.parent == "bond_event";
    const bool is_party = reference.child == "bond_event" && (reference.parent == "city" || reference.parent == "bond");
    const std::string held = is_always_kept || is_party ? reference.held() : held_by_nothing_else(reference);
    EXPECT_NE(database.rows(held), "") << "the sample has no row that only " << reference.child << "."
                                       << reference.column << " refers to";
    expect_refused(database, "DELETE FROM " + reference.parent + " WHERE " + reference.key + " IN (" + held + ")");
  }
}

// A key that no row has.
std::string another_key(const Reference& reference) {
  if (reference.key == "id") return "888888";
  return reference.key == "date" ? "'1492'" : "'XZ'";
}

TEST(References, NeverDangleAfterTheirKeyIsChanged) {
  Database database = support::sample_registry();
  for (const Reference& reference : references()) {
    for (const std::string verb : {"UPDATE ", "UPDATE OR REPLACE ", "UPDATE OR IGNORE "}) {
      std::string sql = verb + reference.parent;
      sql += " SET " + reference.key + " = " + another_key(reference);
      sql += " WHERE " + reference.key + " IN (" + reference.held() + " LIMIT 1)";
      expect_refused(database, sql);
    }
  }
}

// The columns by which a row of the table can be told from every other, an index a line; an id has no index.
std::vector<Row> unique_keys() {
  return split(support::sample_registry().rows(
      "SELECT t.name, (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno LIMIT 1) "
      "FROM pragma_table_list AS t, pragma_index_list(t.name) AS i "
      "WHERE t.schema = 'main' AND t.type = 'table' AND i.\"unique\" "
      "UNION ALL SELECT t.name, c.name FROM pragma_table_list AS t, pragma_table_info(t.name) AS c "
      "WHERE t.schema = 'main' AND NOT t.wr AND c.pk ORDER BY 1, 2"));
}

TEST(Keys, NeverLetARowBeReplaced) {
  Database database = support::sample_registry();
  int tried = 0;
  for (const Row& key : unique_keys()) {
    const std::string& table = key[0];
    // Remarks and stored spans are free. Dates are the same whenever they are added: a copy is not even looked at.
    if (table == "metadata" || table == "twin_span" || table == "bond_span" || table == "edtf_date") continue;
    for (const std::string verb : {"INSERT ", "INSERT OR REPLACE ", "INSERT OR IGNORE "}) {
      const std::string sql = verb + copy_of_a_row(database, table, key[1], key[1]);
      EXPECT_TRUE(std::regex_search(database.refusal(sql), std::regex("^[a-z_]+_once: "))) << sql;
      ++tried;
    }
  }
  EXPECT_GT(tried, 60);
}

}  // namespace
}  // namespace twinning
