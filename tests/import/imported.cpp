#include "import/imported.hpp"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <sstream>

#include <twinning/maintenance.hpp>

#include "support/database.hpp"

namespace twinning::support {

Imported::Imported(JournalMode journal_mode)
    : registry_(Registry::create(file_.path().string(), {.journal_mode = journal_mode, .clock = clock_})) {}

ImportReport Imported::take(std::string_view text, const ImportOptions& options, const std::string& name) {
  write_file(beside(name), text);
  return take_file(beside(name), options);
}

ImportReport Imported::take_file(const std::filesystem::path& path, const ImportOptions& options) {
  const std::string before = options.dry_run ? dump() : "";
  ImportReport report = import_file(registry_, path.string(), options);
  EXPECT_EQ(report.rows,
            report.rows_added + report.rows_matched + report.repeated + report.self_links + report.rejected);
  EXPECT_EQ(report.dry_run, options.dry_run);
  EXPECT_EQ(static_cast<std::int64_t>(report.rejected_rows.size()),
            std::min<std::int64_t>(report.rejected, ImportReport::most));
  if (options.dry_run) {
    EXPECT_TRUE(dump() == before) << "a dry run wrote";
  }
  expect_sound();
  return report;
}

Error Imported::refusal(std::string_view text, const ImportOptions& options, const std::string& name) {
  write_file(beside(name), text);
  return file_refusal(beside(name), options);
}

Error Imported::file_refusal(const std::filesystem::path& path, const ImportOptions& options) {
  const std::string before = dump();
  const std::string schema_before = schema();
  Error error = error_of([&] { import_file(registry_, path.string(), options); });
  EXPECT_TRUE(is_one_line(error.what())) << error.what();
  EXPECT_TRUE(dump() == before) << "something is half written";
  EXPECT_EQ(schema(), schema_before);
  expect_sound();
  // And it goes on: the next import is taken.
  write_file(beside("next.csv"), "a,b\nNext One,Next Other\n");
  const ImportReport next = import_file(registry_, beside("next.csv").string(), {.dry_run = true});
  EXPECT_EQ(next.rows, 1);
  return error;
}

std::string Imported::rows(const std::string& query) const { return Database(path()).rows(query); }

std::string Imported::dump() const {
  const Database database(path());
  std::string text;
  std::istringstream tables(database.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"));
  for (std::string table; std::getline(tables, table);) {
    text += fmt::format("-- {}\n{}", table, database.rows(fmt::format("SELECT * FROM \"{}\"", table)));
  }
  return text;
}

std::string Imported::schema() const {
  return rows("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE type <> 'table' ORDER BY type, name");
}

void Imported::expect_sound() const {
  for (const Finding& finding : check(path().string())) ADD_FAILURE() << finding.what << ": " << finding.explanation;
}

std::filesystem::path shared_data(const std::string& name) {
  const auto file = std::filesystem::path(TWINNING_SOURCE_DIR) / ".." / "shared" / "data" / name;
  return std::filesystem::exists(file) ? file : std::filesystem::path();
}

std::string told(const std::vector<RejectedRow>& rows) {
  std::string text;
  for (const RejectedRow& row : rows) {
    text += fmt::format("{} {} {} {}\n", row.line, row.column.empty() ? "-" : row.column,
                        row.value.empty() ? "-" : row.value, row.reason);
  }
  return text;
}

}  // namespace twinning::support
