// From the tables the same registry can be made again.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include <fmt/format.h>

#include "embedded_sql.hpp"
#include "examples/example_registry.hpp"
#include "export/exported.hpp"
#include "layout.hpp"
#include "support/database.hpp"

namespace twinning {
namespace {

using support::Database;
using support::error_of;
using support::OddBook;
using support::read_file;
using support::TemporaryFile;

using Row = std::vector<std::optional<std::string>>;

/// RFC 4180, where an empty field without quotes is none.
std::vector<Row> read_rows(const std::filesystem::path& path) {
  const std::string text = read_file(path);
  std::vector<Row> rows;
  Row row;
  std::size_t place = 0;
  while (place < text.size()) {
    std::optional<std::string> field;
    if (text[place] == '"') {
      field.emplace();
      for (++place; text[place] != '"' || text[place + 1] == '"'; ++place) {
        if (text[place] == '"') ++place;
        *field += text[place];
      }
      ++place;
    } else {
      const std::size_t end = text.find_first_of(",\r", place);
      if (end > place) field = text.substr(place, end - place);
      place = end;
    }
    row.push_back(field);
    if (text.at(place) == ',') {
      ++place;
      continue;
    }
    EXPECT_EQ(text.substr(place, 2), "\r\n");
    place += 2;
    rows.push_back(std::move(row));
    row.clear();
  }
  return rows;
}

void insert(Database& database, const std::string& table, const std::vector<Row>& rows) {
  std::string columns;
  std::string places;
  for (const auto& column : rows.front()) {
    columns += (columns.empty() ? "" : ", ") + column.value();
    places += places.empty() ? "?" : ", ?";
  }
  const std::string sql = "INSERT INTO " + table + " (" + columns + ") VALUES (" + places + ")";
  sqlite3_stmt* statement = nullptr;
  ASSERT_EQ(sqlite3_prepare_v2(database.get(), sql.c_str(), -1, &statement, nullptr), SQLITE_OK)
      << sqlite3_errmsg(database.get());
  for (std::size_t at = 1; at < rows.size(); ++at) {
    int column = 0;
    for (const auto& field : rows[at]) {
      ++column;
      if (field) {
        sqlite3_bind_text(statement, column, field->data(), static_cast<int>(field->size()), SQLITE_STATIC);
      } else {
        sqlite3_bind_null(statement, column);
      }
    }
    ASSERT_EQ(sqlite3_step(statement), SQLITE_DONE) << sqlite3_errmsg(database.get());
    sqlite3_reset(statement);
  }
  sqlite3_finalize(statement);
}

std::set<std::string> durable_tables(const Database& database) {
  std::istringstream names(
      database.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT IN "
                    "('twin_span', 'bond_span')"));
  std::set<std::string> tables;
  for (std::string name; std::getline(names, name);) tables.insert(name);
  return tables;
}

/// Every value of a table, each double to its last bit.
std::string contents(const Database& database, const std::string& table) {
  std::istringstream names(database.rows("SELECT name FROM pragma_table_info('" + table + "')"));
  std::string columns;
  for (std::string name; std::getline(names, name);) {
    columns +=
        (columns.empty() ? "" : ", ") + ("typeof(" + name + "), CASE WHEN typeof(" + name +
                                         ") = 'real' THEN format('%!.20e', " + name + ") ELSE hex(" + name + ") END");
  }
  return database.rows("SELECT " + columns + " FROM " + table + " ORDER BY 2, 4");
}

/// The library's own import of them.
void expect_imported_again(const std::filesystem::path& folder, const Database& original, const TemporaryFile& made) {
  const auto path = made.beside("imported.db");
  Registry registry = Registry::create(path);
  const ImportReport tried = import_file(registry, folder, {.dry_run = true});
  EXPECT_TRUE(tried.dry_run);
  EXPECT_EQ(registry.read([](const Snapshot& now) { return now.bonds().size(); }), 0U);
  const ImportReport report = import_file(registry, folder);
  EXPECT_EQ(report.rows, tried.rows);
  const Database again(path);
  for (const std::string& table : durable_tables(original)) {
    EXPECT_EQ(contents(again, table), contents(original, table)) << table;
  }
  const std::string spans = "SELECT * FROM twin_span ORDER BY city_id, bond_id, twin_id, position";
  EXPECT_EQ(again.rows(spans), original.rows(spans));
  EXPECT_EQ(std::to_string(report.bonds_added) + "\n", original.rows("SELECT count(*) FROM bond"));
  for (const Finding& finding : check(path)) ADD_FAILURE() << finding.what << ": " << finding.explanation;
}

void expect_made_again(const std::filesystem::path& registry) {
  const TemporaryFile made("made.db");
  const auto folder = made.beside("tables");
  const ExportReport report = Registry::open(registry, {.mode = Mode::read_only}).read([&](const Snapshot& now) {
    return export_file(now, folder, {.format = ExportFormat::tables});
  });
  const Database original(registry);
  std::set<std::string> exported;
  for (const std::string& file : report.files) exported.insert(std::filesystem::path(file).stem());
  EXPECT_EQ(exported, durable_tables(original)) << "no table is forgotten";
  Database again(made.path());
  again.run("PRAGMA foreign_keys = OFF; BEGIN;" + read_file(TWINNING_SOURCE_DIR "/schema/tables.sql"));
  for (const std::string& table : exported) insert(again, table, read_rows(folder / (table + ".csv")));
  again.run("COMMIT");
  EXPECT_EQ(again.rows("PRAGMA foreign_key_check"), "");
  for (const std::string& table : exported) EXPECT_EQ(contents(again, table), contents(original, table)) << table;
  for (const EmbeddedSql& file : embedded_derived_schema()) again.run(std::string(file.text));
  again.run(
      fmt::format("INSERT INTO twin_span SELECT * FROM pair_span; INSERT INTO bond_span SELECT * FROM bond_stretch; "
                  "PRAGMA application_id = {}; PRAGMA user_version = {}",
                  application_id, layout));
  for (const Finding& finding : check(made.path())) ADD_FAILURE() << finding.what << ": " << finding.explanation;
  expect_imported_again(folder, original, made);
}

TEST(Tables, MakeTheExampleRegistryAgain) { expect_made_again(support::example_registry()); }

TEST(Tables, MakeOddValuesAgain) {
  const TemporaryFile file;
  Registry::create(file.path()).write([](Transaction& tx) {
    tx.add_city({.name = "a,b\"c\"\r\nd", .note = ""});
    tx.add_city({.name = " blank ", .coordinates = Coordinates{.latitude = 0.1 + 0.2, .longitude = -1e-300}});
    tx.add_city({.name = "\"", .coordinates = Coordinates{.latitude = 90, .longitude = -179.99999999999997}});
    tx.add_city({.name = "NULL", .population = 9223372036854775807, .note = "NULL"});
    tx.add_city({.name = "Long", .note = std::string(9'000'000, 'x')});
  });
  expect_made_again(file.path());
}

TEST(Tables, HoldWhatIsKnownNowOfAllTime) {
  OddBook book;
  const TemporaryFile file("tables");
  const Error known = error_of([&] {
    book.registry().read(KnownAt{Date{"2026"}}, [&](const Snapshot& then) {
      export_file(then, file.path(), {.format = ExportFormat::tables});
    });
  });
  EXPECT_EQ(known.category(), ErrorCategory::invalid_argument);
  const Error dated = error_of([&] {
    book.ask([&](const Snapshot& now) {
      export_file(now, file.path(), {.format = ExportFormat::tables, .as_of = AsOf{Date{"1990"}}});
    });
  });
  EXPECT_EQ(dated.category(), ErrorCategory::invalid_argument);
  EXPECT_FALSE(std::filesystem::exists(file.path()));
}

/// A folder of tables in which one text was put in the place of another, and what its import says.
struct Damage {
  const char* table;
  const char* text;
  const char* put;
  const char* said;
};

TEST(Tables, AreRefusedWholeWhereTheyAreNotSound) {
  const std::vector<Damage> damages = {
      {"bond_event", "formed", "invented", "bond_event"},
      {"city", "uid,", "name,", "columns of layout"},
      {"city", "9,", "9,extra,", "values for"},
      {"edtf_date", "1970-05-01,1970-05-01", "1970-05-01,1970-05-02", "1970-05-01"},
      {"bond_party", "1,", "99,", "bond_party"},
      {"metadata", "layout,1", "layout,7", "layout"},
      {"bond", "\r\n", "\r\n\"", "never closed"},
  };
  OddBook book;
  for (const Damage& damage : damages) {
    const TemporaryFile file("tables");
    book.ask([&](const Snapshot& now) { export_file(now, file.path(), {.format = ExportFormat::tables}); });
    const auto table = file.path() / (std::string(damage.table) + ".csv");
    std::string text = support::read_file(table);
    const auto place = text.rfind(damage.text);
    ASSERT_NE(place, std::string::npos) << damage.table << ": " << damage.text;
    support::write_file(table, text.replace(place, std::string(damage.text).size(), damage.put));
    Registry registry = Registry::create(file.beside("new.db"));
    const Error error = error_of([&] { import_file(registry, file.path()); });
    EXPECT_THAT(error.what(), testing::HasSubstr(damage.said));
    EXPECT_TRUE(support::is_one_line(error.what())) << error.what();
    EXPECT_EQ(error.rule().find(' '), std::string::npos) << error.rule();
    EXPECT_EQ(Database(file.beside("new.db")).rows("SELECT count(*) FROM city"), "0\n") << damage.said;
    for (const Finding& finding : check(file.beside("new.db"))) ADD_FAILURE() << finding.explanation;
  }
}

TEST(Tables, AreFoldedAnewAndKeepEachDigit) {
  const TemporaryFile file("tables");
  Registry written = Registry::create(file.beside("written.db"));
  written.write([](Transaction& tx) {
    const CityId lodz =
        tx.add_city({.name = "Łódź", .coordinates = Coordinates{.latitude = 51.7759, .longitude = -176.6433329398523}});
    tx.add_name(lodz, {.name = "Łodzia"});
  });
  written.read([&](const Snapshot& now) { export_file(now, file.path(), {.format = ExportFormat::tables}); });
  const auto table = file.path() / "city.csv";
  std::string text = support::read_file(table);
  const auto place = text.find("lodz");
  ASSERT_NE(place, std::string::npos);
  support::write_file(table, text.replace(place, 4, "ludz"));
  Registry registry = Registry::create(file.beside("new.db"));
  import_file(registry, file.path());
  EXPECT_EQ(Database(file.beside("new.db")).rows("SELECT folded FROM city"), "lodz\n");
  const auto place_of = [](const Snapshot& now) { return now.find_city("Łódź")->coordinates->longitude; };
  EXPECT_EQ(registry.read(place_of), -176.6433329398523) << "SQLite would read another last digit";
}

TEST(Tables, AreImportedIntoAnEmptyRegistryOnly) {
  OddBook book;
  const TemporaryFile file("tables");
  book.ask([&](const Snapshot& now) { export_file(now, file.path(), {.format = ExportFormat::tables}); });
  const Error error = error_of([&] { import_file(book.registry(), file.path()); });
  EXPECT_EQ(error.category(), ErrorCategory::invalid_argument);
  Registry described = Registry::create(file.beside("described.db"));
  Database(file.beside("described.db")).run("INSERT INTO metadata VALUES ('owner', 'The archive of Kiel')");
  EXPECT_THAT(error_of([&] { import_file(described, file.path()); }).what(),
              testing::HasSubstr("a row of its own in metadata, owner|The archive of Kiel"));
  Registry extended = Registry::create(file.beside("extended.db"));
  Database(file.beside("extended.db")).run("INSERT INTO reason (code, definition) VALUES ('whim', 'A whim.')");
  EXPECT_THAT(error_of([&] { import_file(extended, file.path()); }).what(),
              testing::HasSubstr("a row of its own in reason, whim|"));
  std::filesystem::remove(file.path() / "source.csv");
  Registry registry = Registry::create(file.beside("new.db"));
  EXPECT_EQ(error_of([&] { import_file(registry, file.path()); }).category(), ErrorCategory::not_found);
}

}  // namespace
}  // namespace twinning
