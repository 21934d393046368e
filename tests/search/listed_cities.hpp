#pragma once

#include <cstdint>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <twinning/twinning.hpp>

namespace twinning::support {

/// A row of tests/search/cities.tsv.
struct ListedCity {
  std::string name;
  std::string country;
  std::int64_t population = 0;
  std::vector<std::string> other_names;
  std::vector<std::string> former_names;
  std::vector<std::string> typed;
};

inline std::vector<std::string> parted(const std::string& text, std::string_view by) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(by, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + by.size();
  }
  return parts;
}

inline std::vector<ListedCity> listed_cities(const std::string& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);  // the head
  std::vector<ListedCity> cities;
  while (std::getline(file, line)) {
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, '\t');) cells.push_back(cell);
    if (cells.size() != 6) throw std::runtime_error(path + " has a row of another form: " + line);
    cities.push_back({.name = cells[0],
                      .country = cells[1],
                      .population = std::stoll(cells[2]),
                      .other_names = parted(cells[3], "; "),
                      .former_names = parted(cells[4], "; "),
                      .typed = parted(cells[5], "; ")});
  }
  return cities;
}

inline void add_names(Transaction& tx, CityId city, const ListedCity& listed) {
  for (const auto& name : listed.other_names) tx.add_name(city, {.name = name, .kind = NameKind::exonym});
  for (const auto& name : listed.former_names) tx.add_name(city, {.name = name, .kind = NameKind::former});
}

}  // namespace twinning::support
