// GraphML 1.0, http://graphml.graphdrawing.org: an undirected graph whose nodes are cities.

#include <fmt/format.h>

#include <span>

#include "export/formats.hpp"
#include "export/output_file.hpp"
#include "export/xml.hpp"

namespace twinning {
namespace {

void write_keys(OutputFile& file, const char* element, std::span<const Field> fields) {
  for (const Field& field : fields) {
    file << fmt::format("  <key id=\"{0}_{1}\" for=\"{0}\" attr.name=\"{1}\" attr.type=\"{2}\"/>\n", element,
                        field.name, xml_type(field.type));
  }
}

/// What is not known has no element.
void write_data(OutputFile& file, const char* element, std::span<const Field> fields, std::span<const Value> values,
                std::int64_t& replaced) {
  for (std::size_t place = 0; place < fields.size(); ++place) {
    if (std::holds_alternative<std::monostate>(values[place])) continue;
    file << fmt::format("      <data key=\"{}_{}\">{}</data>\n", element, fields[place].name,
                        xml_value(values[place], replaced));
  }
}

}  // namespace

void write_graphml(const NetworkRows& network, const std::string& to, ExportReport& report) {
  const auto node_fields = city_fields().subspan(said_by_node);
  const auto fields = edge_fields().subspan(said_by_edge);
  Counter counter(report);
  OutputFile file(to);
  file << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
          "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
          "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
          "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
  write_keys(file, "node", node_fields);
  write_keys(file, "edge", fields);
  file << "  <graph id=\"twinning\" edgedefault=\"undirected\">\n";
  network.for_each_city([&](const CityNode& city) {
    file << fmt::format("    <node id=\"{}\">\n", city.id.value());
    write_data(file, "node", node_fields, std::span(city.values).subspan(said_by_node), report.characters_replaced);
    file << "    </node>\n";
    counter.count(city);
  });
  network.for_each_edge([&](const PairEdge& edge) {
    file << fmt::format("    <edge id=\"{}\" source=\"{}\" target=\"{}\">\n", edge.name(), edge.source.value(),
                        edge.target.value());
    write_data(file, "edge", fields, std::span(edge.values).subspan(said_by_edge), report.characters_replaced);
    file << "    </edge>\n";
    counter.count(edge);
  });
  file << "  </graph>\n</graphml>\n";
  file.finish();
}

}  // namespace twinning
