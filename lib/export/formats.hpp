#pragma once

#include <string>

#include <twinning/export_file.hpp>

#include "export/network_rows.hpp"

namespace twinning {

// One writer a format. Each makes the file or folder `to`, which does not exist yet, and adds to the report what it
// wrote; what it leaves behind where it throws is removed by its caller. Of a folder, the report gets the names within.

void write_csv(const NetworkRows& network, const std::string& to, ExportReport& report);
void write_tables(const NetworkRows& network, const std::string& to, ExportReport& report);
void write_graphml(const NetworkRows& network, const std::string& to, ExportReport& report);
void write_gexf(const NetworkRows& network, const std::string& to, ExportReport& report);
void write_geojson(const NetworkRows& network, const std::string& to, ExportReport& report);
void write_geopackage(const NetworkRows& network, const std::string& to, ExportReport& report);

/// Counts a city, or an edge, that was written. Edges come in the order of their bonds.
class Counter {
 public:
  explicit Counter(ExportReport& report) : report_(report) {}
  void count(const CityNode&) {
    ++report_.cities;
    ++report_.rows;
  }
  void count(const PairEdge& edge) {
    ++report_.edges;
    ++report_.rows;
    if (edge.bond != last_bond_) ++report_.bonds;
    last_bond_ = edge.bond;
  }

 private:
  ExportReport& report_;
  BondId last_bond_;
};

}  // namespace twinning
