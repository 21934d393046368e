// Every durable table as a CSV file.

#include <fmt/format.h>

#include "connection.hpp"
#include "durable_tables.hpp"
#include "export/escape.hpp"
#include "export/formats.hpp"
#include "export/network_rows.hpp"
#include "export/output_file.hpp"

namespace twinning {
namespace {

std::string field(const Statement& row, int place, const std::string& type) {
  if (row.is_null(place)) return {};
  if (type == "INTEGER") return fmt::format("{}", row.integer(place));
  if (type == "REAL") return number_text(row.real(place));
  return csv_text(row.text(place));
}

std::int64_t write_table(const NetworkRows& network, const DurableTable& table, const std::string& path) {
  OutputFile file(path);
  std::string line;
  for (const DurableTable::Column& column : table.columns) line.append(line.empty() ? "" : ",").append(column.name);
  file << line << "\r\n";
  Statement rows(network.connection(), table.query);
  std::int64_t count = 0;
  for (; rows.step(); ++count) {
    int place = 0;
    for (const DurableTable::Column& column : table.columns) {
      file << (place == 0 ? "" : ",") << field(rows, place, column.type);
      ++place;
    }
    file << "\r\n";
    network.count_row();
  }
  file.finish();
  return count;
}

}  // namespace

void write_tables(const NetworkRows& network, const std::string& to, ExportReport& report) {
  for (const DurableTable& table : durable_tables()) {
    const std::string name = table.name + ".csv";
    const std::int64_t count = write_table(network, table, to + "/" + name);
    if (table.name == "city") report.cities = count;
    if (table.name == "bond") report.bonds = count;
    report.rows += count;
    report.files.push_back(name);
  }
}

}  // namespace twinning
