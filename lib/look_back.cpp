#include "look_back.hpp"

#include <string>

#include "connection.hpp"
#include "known_views.hpp"

namespace twinning {

void prepare_to_look_back(Connection& connection) {
  connection.execute("CREATE TEMP TABLE moment (known_at TEXT NOT NULL); INSERT INTO moment VALUES ('')");
  for (const SchemaView& view : known_views()) {
    connection.execute("CREATE TEMP VIEW " + view.name + " AS " + view.query);
  }
}

void look_back(Connection& connection, Instant known_at) {
  const std::string moment = to_string(known_at);
  connection.execute("PRAGMA query_only = OFF");
  Statement(connection, "UPDATE moment SET known_at = ?").bind(moment).run();
  connection.execute("PRAGMA query_only = ON");
}

}  // namespace twinning
