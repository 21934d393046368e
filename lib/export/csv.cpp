// Nodes and edges as two CSV files.

#include <fmt/format.h>

#include <span>

#include "export/escape.hpp"
#include "export/formats.hpp"
#include "export/output_file.hpp"

namespace twinning {
namespace {

constexpr std::string_view line_end = "\r\n";  // RFC 4180, section 2

struct ToField {
  std::int64_t& replaced;
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(std::int64_t number) const { return fmt::format("{}", number); }
  std::string operator()(double number) const { return number_text(number); }
  std::string operator()(bool flag) const { return flag ? "1" : "0"; }
  std::string operator()(const std::string& text) const { return csv_text(valid_text(text, replaced)); }
};

void write_header(OutputFile& file, std::span<const Field> fields) {
  std::string line;
  for (const Field& field : fields) line.append(line.empty() ? "" : ",").append(field.name);
  file << line << line_end;
}

void write_values(OutputFile& file, const Values& values, std::int64_t& replaced) {
  for (const Value& value : values) {
    file << (&value == values.data() ? "" : ",") << std::visit(ToField{replaced}, value);
  }
  file << line_end;
}

}  // namespace

void write_csv(const NetworkRows& network, const std::string& to, ExportReport& report) {
  Counter counter(report);
  OutputFile cities(to + "/cities.csv");
  write_header(cities, city_fields());
  network.for_each_city([&](const CityNode& city) {
    write_values(cities, city.values, report.characters_replaced);
    counter.count(city);
  });
  cities.finish();
  OutputFile bonds(to + "/bonds.csv");
  write_header(bonds, edge_fields());
  network.for_each_edge([&](const PairEdge& edge) {
    write_values(bonds, edge.values, report.characters_replaced);
    counter.count(edge);
  });
  bonds.finish();
  report.files = {"cities.csv", "bonds.csv"};
}

}  // namespace twinning
