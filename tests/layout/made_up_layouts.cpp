#include "layout/made_up_layouts.hpp"

#include <array>
#include <stdexcept>

#include "connection.hpp"
#include "identity.hpp"
#include "layout.hpp"

namespace twinning::support {
namespace {

/// The durable part of today's layout.
std::string durable_schema() {
  std::string text;
  for (const EmbeddedSql& file : embedded_durable_schema()) text += file.text;
  return text;
}

/// The place of the statement that makes a table.
std::pair<std::size_t, std::size_t> creation(const std::string& schema, const std::string& table) {
  const std::size_t begin = schema.find("CREATE TABLE " + table + " (");
  const std::size_t end = schema.find(";\n", begin);
  if (begin == std::string::npos || end == std::string::npos) throw std::runtime_error("there is no " + table);
  return {begin, end + 2 - begin};
}

void replace(std::string& text, const std::string& from, const std::string& to) {
  const std::size_t place = text.find(from);
  if (place == std::string::npos) throw std::runtime_error("there is no " + from);
  text.replace(place, from.size(), to);
}

std::string bond_of_layout_3() {
  const std::string schema = durable_schema();
  const auto [place, size] = creation(schema, "bond");
  std::string text = schema.substr(place, size);
  replace(text, "note      TEXT\n", "note      TEXT,\n  founded   INTEGER NOT NULL DEFAULT 0  -- acts until then\n");
  return text;
}

const std::string& step_3() {
  static const std::string text =
      "CREATE TABLE kept AS SELECT b.*, (SELECT count(*) FROM bond_event AS e WHERE e.bond_id = b.id) AS acts "
      "FROM bond AS b;\nDROP TABLE bond;\n" +
      bond_of_layout_3() +
      "INSERT INTO bond (id, uid, kind, title, exclusive, note, founded) "
      "SELECT id, uid, kind, title, exclusive, note, acts FROM kept;\nDROP TABLE kept;\n";
  return text;
}

void make_derived_of_layout_3(Connection& connection) {
  make_derived(connection);
  connection.execute(
      "DROP VIEW country_pair; DROP VIEW most_twinned;"
      "CREATE VIEW most_twinned AS SELECT city_id, count(*) AS twins FROM twin_span GROUP BY city_id;"
      "CREATE VIEW city_motto AS SELECT c.name AS city, c.motto, b.founded FROM city AS c JOIN bond_party AS p ON "
      "p.city_id = c.id JOIN bond AS b ON b.id = p.bond_id;"
      "CREATE TRIGGER city_motto_update INSTEAD OF UPDATE ON city_motto BEGIN "
      "UPDATE city SET motto = NEW.motto WHERE name = OLD.city; END;");
}

}  // namespace

MigrationPlan made_up_plan() {
  static const std::array<EmbeddedSql, 3> steps = {
      embedded_migrations().front(),
      EmbeddedSql{.name = "0002_motto.sql",
                  .text = "ALTER TABLE city ADD COLUMN motto TEXT; UPDATE city SET motto = hex(zeroblob(50));"},
      EmbeddedSql{.name = "0003_founded.sql", .text = step_3()}};
  static constexpr std::array<std::string_view, 1> retired = {"country_pair"};
  return {.steps = steps, .make_derived = make_derived_of_layout_3, .retired = retired};
}

void make_fresh(const std::string& path) {
  Connection connection(path, Connection::Mode::create, std::chrono::milliseconds(0));
  std::string schema = durable_schema();
  const auto [place, size] = creation(schema, "bond");
  schema.replace(place, size, bond_of_layout_3());
  replace(schema, "  note       TEXT,\n  CONSTRAINT city_coordinates_paired",
          "  note       TEXT, motto TEXT,\n  CONSTRAINT city_coordinates_paired");
  connection.execute(schema);
  make_derived_of_layout_3(connection);
  connection.execute("UPDATE metadata SET value = '3' WHERE key = 'layout'");
  connection.execute("PRAGMA application_id = " + std::to_string(application_id) + "; PRAGMA user_version = 3");
}

}  // namespace twinning::support
