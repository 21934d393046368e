// A fresh file, a migrated one and every golden file have the same layout.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <twinning/twinning.hpp>

#include "connection.hpp"
#include "layout.hpp"
#include "layout/sample_file.hpp"
#include "migrator.hpp"
#include "support/database.hpp"
#include "support/shell.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

namespace filesystem = std::filesystem;
using support::Database;
using support::TemporaryFile;

const filesystem::path source_folder = TWINNING_SOURCE_DIR;

/// The schema, the shape of every table and index as SQLite understood it, and the codes that every registry has.
std::map<std::string, std::string> layout_of(const std::string& path) {
  std::map<std::string, std::string> parts;
  {
    Connection connection(path, Connection::Mode::read_only, std::chrono::milliseconds(0));
    parts = schema_of(connection);
  }
  const Database database(path);
  parts["columns"] = database.rows(
      "SELECT m.name, x.cid, x.name, x.type, x.\"notnull\", x.dflt_value, x.pk, x.hidden FROM sqlite_schema AS m "
      "JOIN pragma_table_xinfo(m.name) AS x WHERE m.type = 'table' ORDER BY m.name, x.cid");
  parts["indexes"] = database.rows(
      "SELECT m.tbl_name, m.name, x.seqno, x.name, x.desc, x.coll, x.key FROM sqlite_schema AS m "
      "JOIN pragma_index_xinfo(m.name) AS x WHERE m.type = 'index' ORDER BY m.tbl_name, m.name, x.seqno");
  parts["references"] = database.rows(
      "SELECT m.name, x.* FROM sqlite_schema AS m JOIN pragma_foreign_key_list(m.name) AS x WHERE m.type = 'table' "
      "ORDER BY m.name, x.id, x.seq");
  parts["identity"] =
      database.rows("SELECT application_id, user_version FROM pragma_application_id, pragma_user_version");
  for (const char* const list : {"metadata", "country", "city_kind", "name_kind", "identifier_scheme",
                                 "succession_kind", "policy", "bond_kind", "event_kind", "reason", "keepsake_kind"}) {
    parts["rows of " + std::string(list)] = database.rows("SELECT * FROM " + std::string(list) + " ORDER BY 1");
  }
  return parts;
}

/// Part by part, so that a failure shows what differs and not the whole schema twice.
void expect_same(const std::map<std::string, std::string>& one, const std::map<std::string, std::string>& other) {
  for (const auto& [part, text] : one) {
    const auto place = other.find(part);
    if (place == other.end()) {
      ADD_FAILURE() << part << " is missing";
    } else {
      EXPECT_EQ(place->second, text) << part;
    }
  }
  for (const auto& [part, text] : other) EXPECT_TRUE(one.contains(part)) << part << " is too many";
}

std::map<std::string, std::string> fresh_layout() {
  const TemporaryFile file;
  Registry::create(file.path());
  return layout_of(file.path());
}

TEST(Layout, OfAFreshFileHasEverything) {
  const auto parts = fresh_layout();
  EXPECT_TRUE(parts.contains("table bond_event"));
  EXPECT_TRUE(parts.contains("view readme"));
  EXPECT_TRUE(parts.contains("trigger bond_event_delete"));
  EXPECT_NE(parts.at("rows of country"), "");
  EXPECT_NE(parts.at("references"), "");
}

TEST(Layout, OfAMigratedFileIsThatOfAFreshOne) {
  const TemporaryFile file;
  {
    Connection connection(file.path(), Connection::Mode::create, std::chrono::milliseconds(0));
    connection.execute("BEGIN");
    apply(connection, {.steps = embedded_migrations(), .make_derived = make_derived}, 0);
    connection.execute("PRAGMA application_id = " + std::to_string(application_id));
    connection.execute("COMMIT");
  }
  expect_same(fresh_layout(), layout_of(file.path()));
  EXPECT_TRUE(check(file.path()).empty());
}

std::vector<int> golden_layouts() {
  std::vector<int> layouts;
  for (int number = 1; number <= layout; ++number) layouts.push_back(number);
  return layouts;
}

class GoldenLayout : public testing::TestWithParam<int> {};

TEST_P(GoldenLayout, BecomesThatOfAFreshFile) {
  const filesystem::path golden = source_folder / "tests" / "golden" / ("v" + std::to_string(GetParam()) + ".db");
  ASSERT_TRUE(filesystem::exists(golden)) << "every released layout keeps a file; see tests/golden/README.md";
  const TemporaryFile file;
  support::write_file(file.path(), support::read_file(golden));
  const Migration done = migrate(file.path());
  EXPECT_EQ(done.from, GetParam());
  EXPECT_EQ(done.to, layout);
  // Its one code of its own is kept, and all else is as in a fresh file.
  Database database(file.path());
  EXPECT_EQ(database.rows("SELECT broader FROM reason WHERE code = 'whim'"), "political\n");
  database.run("DELETE FROM reason WHERE code = 'whim'");
  expect_same(fresh_layout(), layout_of(file.path()));
  EXPECT_TRUE(check(file.path()).empty());
}

INSTANTIATE_TEST_SUITE_P(All, GoldenLayout, testing::ValuesIn(golden_layouts()),
                         [](const auto& number) { return "v" + std::to_string(number.param); });

TEST(Layout, IsTheNumberOfMigrations) {
  EXPECT_EQ(embedded_migrations().size(), static_cast<std::size_t>(layout));
  const TemporaryFile file;
  Registry::create(file.path());
  const Database database(file.path());
  EXPECT_EQ(database.rows("PRAGMA user_version"), std::to_string(layout) + "\n");
  EXPECT_EQ(database.rows("SELECT value FROM metadata WHERE key = 'layout'"), std::to_string(layout) + "\n");
  EXPECT_EQ(database.rows("PRAGMA application_id"), "1415006542\n") << "TWIN";
}

// Not a test but a note to whoever changes the layout.
TEST(Layout, IsOneUntilSomebodyHasDoneAllOfThis) {
  ASSERT_EQ(layout, 1) << R"(
The layout has a new number. Before you change it here as well:
  1. migrations/NNNN_what.sql brings the layout before to this one; nothing that was shipped is edited.
  2. lib/CMakeLists.txt lists it, and migrations/frozen.sha256 holds it: (cd migrations && sha256sum *.sql).
  3. schema/tables.sql says the same for a fresh file, and schema/codes.sql has the layout in metadata.
  4. tests/golden/ has the file of the last layout, written by the last release and never again: see its README.md.
  5. The change log's table of versions and layouts has a new line.)";
}

TEST(Migrations, AreFrozen) {
  const std::string folder = (source_folder / "migrations").string();
  EXPECT_EQ(std::system(("cd '" + folder + "' && sha256sum --check --strict --quiet frozen.sha256").c_str()), 0)
      << "a migration that was shipped is never edited: add another one";
  const std::string frozen = support::read_file(source_folder / "migrations" / "frozen.sha256");
  for (const auto& entry : filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".sql") continue;
    EXPECT_NE(frozen.find("  " + entry.path().filename().string()), std::string::npos)
        << entry.path() << " is not in frozen.sha256";
  }
}

// To the system, who closes a file lets go of what the process has locked of it, whoever opened it for what.
TEST(Layout, IsLookedAtWithoutLettingGoOfALock) {
  const TemporaryFile file;
  support::write_sample(file.path());
  const std::string path = file.path();
  auto registry = Registry::open(path);
  const std::map<std::string, std::function<void()>> doors = {
      {"open", [&] { Registry::open(path); }},
      {"open_or_create", [&] { Registry::open_or_create(path); }},
      {"check", [&] { check(path); }},
      {"backup", [&] { backup(path, file.beside("copy.db")); }},
      {"migrate", [&] { migrate(path); }}};
  for (const auto& [name, door] : doors) {
    registry.write([&](Transaction& tx) {
      tx.add_city({.name = "Jinan"});
      door();
      // Another process, since to this one its own locks are none.
      EXPECT_THAT(support::run_shell(path, "INSERT INTO city (name) VALUES ('Late');\n").errors,
                  testing::HasSubstr("database is locked"))
          << name;
    });
  }
  EXPECT_TRUE(check(path).empty());
}

}  // namespace
}  // namespace twinning
