#include "schema_views.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "embedded_sql.hpp"

namespace twinning {
namespace {

/// The files of schema/ that hold the views, and nothing but views.
bool holds_views(const EmbeddedSql& file) {
  constexpr std::array<std::string_view, 4> names = {"state.sql", "succession.sql", "views.sql", "figures.sql"};
  return std::ranges::find(names, file.name) != names.end();
}

std::vector<SchemaView> read_views() {
  std::string text;
  for (const EmbeddedSql& file : embedded_derived_schema()) {
    if (holds_views(file)) text.append(file.text).append("\n");
  }
  constexpr std::string_view create = "CREATE VIEW ";
  constexpr std::string_view as = " AS\n";
  std::vector<SchemaView> views;
  for (auto begin = text.find(create); begin != std::string::npos; begin = text.find(create, begin + 1)) {
    const auto name = begin + create.size();
    const auto middle = text.find(as, name);
    const auto query = middle + as.size();
    views.push_back(
        {.name = text.substr(name, middle - name), .query = text.substr(query, text.find(";\n\n", query) - query)});
  }
  return views;
}

}  // namespace

const std::vector<SchemaView>& schema_views() {
  static const std::vector<SchemaView> views = read_views();
  return views;
}

}  // namespace twinning
