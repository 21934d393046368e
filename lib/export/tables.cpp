// Every durable table as a CSV file.

#include <fmt/format.h>

#include <vector>

#include "connection.hpp"
#include "export/escape.hpp"
#include "export/formats.hpp"
#include "export/output_file.hpp"
#include "layout.hpp"

namespace twinning {
namespace {

struct Column {
  std::string name;
  std::string type;
};

struct Table {
  std::string name;
  std::string query;
  std::vector<Column> columns;
};

Table read_table(Connection& connection, std::string name) {
  static const char* const query = "SELECT name, type FROM pragma_table_info(?1) ORDER BY cid";
  static const char* const key_query = "SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk";
  Table table{.name = std::move(name), .query = {}, .columns = {}};
  std::string columns;
  Statement rows(connection, query);
  rows.bind(table.name);
  while (rows.step()) {
    table.columns.push_back({.name = rows.text(0), .type = rows.text(1)});
    columns += (columns.empty() ? "" : ", ") + table.columns.back().name;
  }
  std::string key;
  Statement keys(connection, key_query);
  keys.bind(table.name);
  while (keys.step()) key += (key.empty() ? "" : ", ") + keys.text(0);
  table.query = fmt::format("SELECT {} FROM {} ORDER BY {}", columns, table.name, key);
  return table;
}

/// Those of a new registry, less the projection, which follows from the others. Tables of one's own are not among them.
std::vector<Table> durable_tables() {
  Connection fresh(":memory:", Connection::Mode::create, std::chrono::milliseconds(0));
  lay_out(fresh);
  std::vector<std::string> names;
  {
    Statement rows(fresh,
                   "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
                   "AND name <> 'twin_span' ORDER BY rowid");
    while (rows.step()) names.push_back(rows.text(0));
  }
  std::vector<Table> tables;
  for (std::string& name : names) tables.push_back(read_table(fresh, std::move(name)));
  return tables;
}

std::string field(const Statement& row, int place, const std::string& type) {
  if (row.is_null(place)) return {};
  if (type == "INTEGER") return fmt::format("{}", row.integer(place));
  if (type == "REAL") return number_text(row.real(place));
  return csv_text(row.text(place));
}

std::int64_t write_table(Connection& connection, const Table& table, const std::string& path) {
  OutputFile file(path);
  std::string line;
  for (const Column& column : table.columns) line.append(line.empty() ? "" : ",").append(column.name);
  file << line << "\r\n";
  Statement rows(connection, table.query);
  std::int64_t count = 0;
  for (; rows.step(); ++count) {
    int place = 0;
    for (const Column& column : table.columns) {
      file << (place == 0 ? "" : ",") << field(rows, place, column.type);
      ++place;
    }
    file << "\r\n";
  }
  file.finish();
  return count;
}

}  // namespace

void write_tables(Connection& connection, const std::string& to, ExportReport& report) {
  // The cache of statements keeps hold of the queries, so they stay where they are.
  static const std::vector<Table> tables = durable_tables();
  for (const Table& table : tables) {
    const std::string name = table.name + ".csv";
    const std::int64_t count = write_table(connection, table, to + "/" + name);
    if (table.name == "city") report.cities = count;
    if (table.name == "bond") report.bonds = count;
    report.rows += count;
    report.files.push_back(name);
  }
}

}  // namespace twinning
