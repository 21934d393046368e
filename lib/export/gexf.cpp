// GEXF 1.2draft, https://gexf.net/1.2: of all time a dynamic graph, as of a day a static one. Version 1.3 is refused by
// networkx 2.8.

#include <fmt/format.h>

#include <span>

#include "export/escape.hpp"
#include "export/formats.hpp"
#include "export/output_file.hpp"
#include "export/xml.hpp"

namespace twinning {
namespace {

void write_attributes(OutputFile& file, const char* of, std::span<const Field> fields) {
  file << fmt::format("    <attributes class=\"{}\" mode=\"static\">\n", of);
  for (const Field& field : fields) {
    file << fmt::format("      <attribute id=\"{0}\" title=\"{0}\" type=\"{1}\"/>\n", field.name, xml_type(field.type));
  }
  file << "    </attributes>\n";
}

void write_values(OutputFile& file, std::span<const Field> fields, std::span<const Value> values,
                  std::int64_t& replaced) {
  file << "        <attvalues>\n";
  for (std::size_t place = 0; place < fields.size(); ++place) {
    if (std::holds_alternative<std::monostate>(values[place])) continue;
    file << fmt::format("          <attvalue for=\"{}\" value=\"{}\"/>\n", fields[place].name,
                        xml_value(values[place], replaced));
  }
  file << "        </attvalues>\n";
}

/// The days of a spell, both of which belong to it; an end without bound is not written.
std::string days(const Spell& spell) {
  return (spell.first ? fmt::format(" start=\"{}\"", *spell.first) : "") +
         (spell.last ? fmt::format(" end=\"{}\"", *spell.last) : "");
}

void write_edge(OutputFile& file, const PairEdge& edge, bool is_dynamic, std::int64_t& replaced) {
  const bool has_one_spell = is_dynamic && edge.spells.size() == 1;
  file << fmt::format("      <edge id=\"{}\" source=\"{}\" target=\"{}\"{}>\n", edge.name(), edge.source.value(),
                      edge.target.value(), has_one_spell ? days(edge.spells.front()) : "");
  write_values(file, edge_fields().subspan(said_by_edge), std::span(edge.values).subspan(said_by_edge), replaced);
  if (is_dynamic && !has_one_spell) {
    file << "        <spells>\n";
    for (const Spell& spell : edge.spells) file << fmt::format("          <spell{}/>\n", days(spell));
    file << "        </spells>\n";
  }
  file << "      </edge>\n";
}

}  // namespace

void write_gexf(const NetworkRows& network, const std::string& to, ExportReport& report) {
  const bool is_dynamic = !network.day();
  Counter counter(report);
  OutputFile file(to);
  file << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n"
          "  <meta>\n    <creator>twinning</creator>\n"
       << fmt::format("    <description>{}</description>\n  </meta>\n",
                      is_dynamic ? "twin towns of all time" : "twin towns on " + *network.day())
       << fmt::format("  <graph defaultedgetype=\"undirected\" {}>\n",
                      is_dynamic ? "mode=\"dynamic\" timeformat=\"date\"" : "mode=\"static\"");
  write_attributes(file, "node", city_fields().subspan(said_by_node));
  write_attributes(file, "edge", edge_fields().subspan(said_by_edge));
  file << "    <nodes>\n";
  network.for_each_city([&](const CityNode& city) {
    std::int64_t counted_below = 0;
    file << fmt::format("      <node id=\"{}\" label=\"{}\">\n", city.id.value(), xml_text(city.name, counted_below));
    write_values(file, city_fields().subspan(said_by_node), std::span(city.values).subspan(said_by_node),
                 report.characters_replaced);
    file << "      </node>\n";
    counter.count(city);
  });
  file << "    </nodes>\n    <edges>\n";
  network.for_each_edge([&](const PairEdge& edge) {
    if (is_dynamic && edge.spells.empty()) {
      ++report.edges_without_time;
      return;
    }
    write_edge(file, edge, is_dynamic, report.characters_replaced);
    counter.count(edge);
  });
  file << "    </edges>\n  </graph>\n</gexf>\n";
  file.finish();
}

}  // namespace twinning
