#include "look_back.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "connection.hpp"
#include "embedded_sql.hpp"

namespace twinning {
namespace {

constexpr const char* tables =
    "CREATE TEMP TABLE moment (known_at TEXT NOT NULL);"
    "INSERT INTO moment VALUES ('');"
    "CREATE TEMP VIEW bond_party AS SELECT * FROM main.bond_party WHERE recorded_at <= (SELECT known_at FROM moment);"
    "CREATE TEMP VIEW bond AS SELECT * FROM main.bond AS b "
    "WHERE EXISTS (SELECT 1 FROM bond_party AS p WHERE p.bond_id = b.id);"
    "CREATE TEMP VIEW bond_event AS SELECT * FROM main.bond_event WHERE recorded_at <= (SELECT known_at FROM moment);"
    "CREATE TEMP VIEW city_name AS SELECT * FROM main.city_name WHERE recorded_at <= (SELECT known_at FROM moment);"
    "CREATE TEMP VIEW city_country AS SELECT * FROM main.city_country "
    "WHERE recorded_at <= (SELECT known_at FROM moment);"
    "CREATE TEMP VIEW city_policy AS SELECT * FROM main.city_policy WHERE recorded_at <= (SELECT known_at FROM moment);"
    "CREATE TEMP VIEW succession AS SELECT * FROM main.succession WHERE recorded_at <= (SELECT known_at FROM moment);"
    "CREATE TEMP VIEW keepsake AS SELECT * FROM main.keepsake WHERE recorded_at <= (SELECT known_at FROM moment);"
    "CREATE TEMP VIEW citation AS SELECT * FROM main.citation WHERE recorded_at <= (SELECT known_at FROM moment);"
    "CREATE TEMP VIEW twin_span AS SELECT * FROM pair_span;";

/// The files of schema/ that hold the views which rest on those tables, and nothing but views.
bool holds_views(const EmbeddedSql& file) {
  constexpr std::array<std::string_view, 4> names = {"state.sql", "succession.sql", "views.sql", "figures.sql"};
  return std::ranges::find(names, file.name) != names.end();
}

std::string made_temporary(std::string_view views) {
  constexpr std::string_view create = "CREATE VIEW ";
  std::string text(views);
  for (auto place = text.find(create); place != std::string::npos; place = text.find(create, place + 1)) {
    text.replace(place, create.size(), "CREATE TEMP VIEW ");
  }
  return text;
}

}  // namespace

void prepare_to_look_back(Connection& connection) {
  connection.execute(tables);
  for (const EmbeddedSql& file : embedded_derived_schema()) {
    if (holds_views(file)) connection.execute(made_temporary(file.text));
  }
}

void look_back(Connection& connection, Instant known_at) {
  const std::string moment = to_string(known_at);
  connection.execute("PRAGMA query_only = OFF");
  Statement(connection, "UPDATE moment SET known_at = ?").bind(moment).run();
  connection.execute("PRAGMA query_only = ON");
}

}  // namespace twinning
