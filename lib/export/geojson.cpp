// GeoJSON (RFC 7946): one collection, first the cities and then the bonds; longitude stands before latitude.

#include <fmt/format.h>

#include <span>

#include "export/escape.hpp"
#include "export/formats.hpp"
#include "export/great_circle.hpp"
#include "export/output_file.hpp"

namespace twinning {
namespace {

struct ToJson {
  std::int64_t& replaced;
  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(std::int64_t number) const { return fmt::format("{}", number); }
  std::string operator()(double number) const { return number_text(number); }
  std::string operator()(bool flag) const { return flag ? "true" : "false"; }
  std::string operator()(const std::string& text) const { return json_text(text, replaced); }
};

std::string position(const Coordinates& place) {
  return fmt::format("[{},{}]", number_text(place.longitude), number_text(place.latitude));
}

/// Rounded to 6 decimals, a decimetre, as RFC 7946, section 11.2, advises; the ends stay as they are.
std::string positions(const Line& line, bool from_end, bool to_end) {
  std::string text = "[";
  for (const Coordinates& place : line) {
    const bool is_given = (from_end && &place == &line.front()) || (to_end && &place == &line.back());
    if (text.size() > 1) text += ',';
    text += is_given ? position(place) : fmt::format("[{:.6f},{:.6f}]", place.longitude, place.latitude);
  }
  return text + ']';
}

std::string line_geometry(const std::vector<Line>& lines) {
  if (lines.size() == 1) {
    return fmt::format(R"({{"type":"LineString","coordinates":{}}})", positions(lines.front(), true, true));
  }
  std::string parts;
  for (const Line& line : lines) {
    if (!parts.empty()) parts += ',';
    parts += positions(line, &line == &lines.front(), &line == &lines.back());
  }
  return fmt::format(R"({{"type":"MultiLineString","coordinates":[{}]}})", parts);
}

std::string geometry(const CityNode& city, ExportReport& report) {
  if (city.coordinates) {
    return fmt::format(R"({{"type":"Point","coordinates":{}}})", position(*city.coordinates));
  }
  ++report.cities_without_coordinates;
  return "null";
}

std::string geometry(const PairEdge& edge, ExportReport& report) {
  if (edge.source_place && edge.target_place) {
    return line_geometry(great_circle(*edge.source_place, *edge.target_place));
  }
  ++report.edges_without_coordinates;
  return "null";
}

/// The collection while it is written.
class Features {
 public:
  Features(OutputFile& file, ExportReport& report) : file_(file), report_(report), counter_(report) {}

  template <typename Thing>
  void write(const char* layer, std::span<const Field> fields, const Thing& thing) {
    file_ << (report_.rows == 0 ? "\n" : ",\n")
          << fmt::format(R"({{"type":"Feature","geometry":{},"properties":{{"layer":"{}")", geometry(thing, report_),
                         layer);
    for (std::size_t place = 0; place < fields.size(); ++place) {
      file_ << fmt::format(",\"{}\":{}", fields[place].name,
                           std::visit(ToJson{report_.characters_replaced}, thing.values[place]));
    }
    file_ << "}}";
    counter_.count(thing);
  }

 private:
  OutputFile& file_;
  ExportReport& report_;
  Counter counter_;
};

}  // namespace

void write_geojson(const NetworkRows& network, const std::string& to, ExportReport& report) {
  OutputFile file(to);
  Features features(file, report);
  file << R"({"type":"FeatureCollection","features":[)";
  network.for_each_city([&](const CityNode& city) { features.write("cities", city_fields(), city); });
  network.for_each_edge([&](const PairEdge& edge) { features.write("bonds", edge_fields(), edge); });
  file << "\n]}\n";
  file.finish();
}

}  // namespace twinning
