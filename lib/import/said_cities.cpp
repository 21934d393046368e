#include "import/said_cities.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace twinning::importing {
namespace {

constexpr std::string_view mark = "said: ";

}  // namespace

SaidCities::SaidCities(Connection& connection, const std::string& title) : connection_(connection) {
  connection_.execute(
      "CREATE TEMP TABLE IF NOT EXISTS said_city (words TEXT PRIMARY KEY, folded TEXT, city INTEGER) WITHOUT ROWID");
  Statement rows(
      connection_,
      "SELECT substr(c.locator, 7), c.city_id FROM source AS s JOIN citation AS c ON c.source_id = s.id "
      "WHERE s.title = ? AND s.file_name IS NOT NULL AND c.city_id IS NOT NULL AND c.locator GLOB 'said: *'");
  rows.bind(title);
  while (rows.step()) said_before_.emplace(rows.text(0), rows.id<CityId>(1));
}

std::optional<CityId> SaidCities::find(const std::string& words) {
  if (const auto said = said_before_.find(words); said != said_before_.end()) return said->second;
  Statement rows(connection_, "SELECT city FROM temp.said_city WHERE words = ?");
  rows.bind(words);
  return rows.step() ? std::optional(rows.id<CityId>(0)) : std::nullopt;
}

void SaidCities::keep(const std::string& words, const std::string& folded, CityId city) {
  if (said_before_.contains(words)) return;
  Statement(connection_, "INSERT OR IGNORE INTO temp.said_city (words, folded, city) VALUES (?, ?, ?)")
      .bind(words)
      .bind(folded)
      .bind(city)
      .run();
}

void SaidCities::record(BulkLoad& load, SourceId source) {
  std::vector<std::pair<std::string, CityId>> contested;
  {
    Statement rows(connection_,
                   "SELECT words, city FROM temp.said_city WHERE folded IN (SELECT folded FROM (SELECT folded, id FROM "
                   "city UNION SELECT folded, city_id FROM city_name) WHERE folded <> '' GROUP BY folded HAVING "
                   "count(*) > 1) ORDER BY words");
    while (rows.step()) contested.emplace_back(rows.text(0), rows.id<CityId>(1));
  }
  for (const auto& [words, city] : contested) load.cite(city, source, {.locator = std::string(mark) + words});
}

}  // namespace twinning::importing
