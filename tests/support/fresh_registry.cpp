#include "support/fresh_registry.hpp"

#include <array>
#include <string_view>

#include "support/temporary_file.hpp"

namespace twinning::support {

std::string schema_sql() {
  constexpr std::array<std::string_view, 12> names = {
      "tables.sql", "codes.sql",   "countries.sql",  "dates.sql", "state.sql",  "succession.sql",
      "views.sql",  "figures.sql", "code_rules.sql", "rules.sql", "upkeep.sql", "editing.sql"};
  std::string sql = "PRAGMA application_id = 0x5457494E;\nPRAGMA user_version = 1;\n";
  for (const std::string_view name : names) {
    sql += read_file(std::filesystem::path(TWINNING_SCHEMA_DIR) / name) + "\n";
  }
  return sql;
}

void make_fresh_registry(const std::filesystem::path& file) {
  // One transaction: a commit for each of its statements would take a second.
  Database(file).run("BEGIN;\n" + schema_sql() + "COMMIT;");
}

Database fresh_registry() {
  static const std::string image = [] {
    Database database(":memory:");
    database.run("BEGIN;\n" + schema_sql() + "COMMIT;");
    return database.image();
  }();
  return Database::of_image(image);
}

}  // namespace twinning::support
