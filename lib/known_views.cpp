#include "known_views.hpp"

#include <fmt/format.h>

#include "spans.hpp"

namespace twinning {
namespace {

std::vector<SchemaView> make_views() {
  std::vector<SchemaView> views;
  for (const char* const table :
       {"bond_party", "bond_event", "city_name", "city_country", "city_policy", "succession", "keepsake", "citation"}) {
    views.push_back(
        {.name = table,
         .query = std::string("SELECT * FROM main.") + table + " WHERE recorded_at <= (SELECT known_at FROM moment)"});
  }
  views.push_back({.name = "bond",
                   .query =
                       "SELECT * FROM main.bond AS b WHERE EXISTS (SELECT 1 FROM bond_party AS p WHERE p.bond_id = "
                       "b.id)"});
  for (const Projection& projection : projections) {
    views.push_back({.name = projection.table, .query = fmt::format("SELECT * FROM {}", projection.view)});
  }
  views.insert(views.end(), schema_views().begin(), schema_views().end());
  return views;
}

}  // namespace

const std::vector<SchemaView>& known_views() {
  static const std::vector<SchemaView> views = make_views();
  return views;
}

}  // namespace twinning
