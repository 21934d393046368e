// The program of docs/import.md, as it stands there.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include <fmt/format.h>

#include <twinning/twinning.hpp>

#include "docs/page.hpp"
#include "import/imported.hpp"

namespace twinning {
namespace {

std::string tell(Registry& registry, const std::string& path) {
  std::string told;
  // clang-format off
  // The page begins.
ImportOptions options;
options.source = "Twins of Kiel";  // imports of one title are the same list at different times
options.dry_run = true;
const ImportReport before = import_file(registry, path, options);
if (before.rejected == 0 && before.ambiguous == 0) {
  options.dry_run = false;
  const ImportReport report = import_file(registry, path, options);
  told += fmt::format("{} cities and {} bonds are new\n", report.cities_added, report.bonds_added);
}
for (const RejectedRow& row : before.rejected_rows) {
  told += fmt::format("line {}, {}: \"{}\" {}\n", row.line, row.column, row.value, row.reason);
}
  // The page ends.
  // clang-format on
  return told;
}

TEST(ImportPage, ShowsThisProgram) {
  const std::string source = support::read_file(support::source_file("tests/import/page_test.cpp"));
  const std::string begins = "  // The page begins.\n";
  const auto begin = source.find(begins) + begins.size();
  const auto blocks = support::Page("docs/import.md").blocks();
  ASSERT_FALSE(blocks.empty());
  EXPECT_EQ(blocks.front().text, source.substr(begin, source.find("  // The page ends.\n") - begin));
}

TEST(ImportPage, TellsWhatItDid) {
  support::Imported imported;
  const std::string path = imported.beside("kiel.csv").string();
  support::write_file(path, "a,b,date\nKiel,Bern,1990-02-30\n");
  EXPECT_EQ(tell(imported.registry(), path),
            "line 2, date: \"1990-02-30\" is no date: write 1944, 1944-06, 1944-06-06 or another form of EDTF\n");
  support::write_file(path, "a,b,date\nKiel,Bern,1990\n");
  EXPECT_EQ(tell(imported.registry(), path), "2 cities and 1 bonds are new\n");
}

/// The variables that the query selects are columns that the import knows: a row with all of them loses none.
TEST(ImportPage, AsksForWhatIsRead) {
  const auto blocks = support::Page("docs/import.md").blocks();
  std::string query;
  for (const support::Block& block : blocks) {
    if (block.language == "sparql") query = block.text;
  }
  std::string header;
  const std::string select = query.substr(0, query.find(" WHERE"));
  for (std::size_t at = select.find('?'); at != std::string::npos; at = select.find('?', at + 1)) {
    header += (header.empty() ? "" : ",") + select.substr(at + 1, select.find_first_of(" \n", at) - at - 1);
  }
  support::Imported imported;
  imported.take(header +
                "\nwd:Q1,Kiel,Point(10.1 54.3),246601,wd:Q2,Bern,Point(7.4 46.9),134591,DE,CH,1990-01-01T00:00:00Z,9,"
                "2022-03-01T00:00:00Z,10,war,https://example.org/kiel\n");
  EXPECT_EQ(imported.rows("SELECT name, country, latitude, longitude, population FROM city ORDER BY id"),
            "Kiel|DE|54.3|10.1|246601\nBern|CH|46.9|7.4|134591\n");
  EXPECT_EQ(imported.rows("SELECT kind, date, reason FROM bond_event ORDER BY id"), "formed|1990|-\ncut|2022-03|war\n");
  EXPECT_EQ(imported.rows("SELECT url FROM source WHERE url IS NOT NULL"), "https://example.org/kiel\n");
}

}  // namespace
}  // namespace twinning
