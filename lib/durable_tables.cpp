#include "durable_tables.hpp"

#include <fmt/format.h>

#include "connection.hpp"
#include "layout.hpp"
#include "spans.hpp"

namespace twinning {
namespace {

DurableTable read_table(Connection& connection, std::string name) {
  std::vector<DurableTable::Column> columns;
  std::string names;
  Statement rows(connection, "SELECT name, type FROM pragma_table_info(?1) ORDER BY cid");
  rows.bind(name);
  while (rows.step()) {
    columns.push_back({.name = rows.text(0), .type = rows.text(1)});
    names += (names.empty() ? "" : ", ") + columns.back().name;
  }
  std::string key;
  Statement keys(connection, "SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk");
  keys.bind(name);
  while (keys.step()) key += (key.empty() ? "" : ", ") + keys.text(0);
  std::string query = fmt::format("SELECT {} FROM {} ORDER BY {}", names, name, key);
  RowInsert insert(fmt::format("INSERT INTO {} ({})", name, names), columns.size());
  return {
      .name = std::move(name), .columns = std::move(columns), .query = std::move(query), .insert = std::move(insert)};
}

std::vector<DurableTable> read_tables() {
  Connection fresh(":memory:", Connection::Mode::create, std::chrono::milliseconds(0));
  lay_out(fresh);
  std::vector<std::string> names;
  {
    Statement rows(fresh,
                   "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
                   "ORDER BY rowid");
    while (rows.step()) {
      if (!is_projection(rows.text(0))) names.push_back(rows.text(0));
    }
  }
  std::vector<DurableTable> tables;
  for (std::string& name : names) tables.push_back(read_table(fresh, std::move(name)));
  return tables;
}

}  // namespace

const std::vector<DurableTable>& durable_tables() {
  static const std::vector<DurableTable> tables = read_tables();
  return tables;
}

}  // namespace twinning
