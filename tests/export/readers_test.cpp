// What others read in an export is what the library answers.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include <fmt/format.h>

#include "examples/example_registry.hpp"
#include "export/exported.hpp"
#include "support/database.hpp"

namespace twinning {
namespace {

using support::answers;
using support::Database;
using support::OddBook;
using support::printed_by;
using support::read_back;
using support::TemporaryFile;
using testing::HasSubstr;

struct Reader {
  const char* name;
  ExportFormat format;
};

class Readers : public testing::TestWithParam<Reader> {};

/// The lines without the days that bound a lifetime, of which the library's answers say nothing.
std::string without_bounds(const std::string& lines) {
  return std::regex_replace(lines, std::regex("(edge( [^ \n]+){7})( [^ \n]+){4}\n"), "$1\n");
}

void expect_answers(const Snapshot& snapshot, const Reader& reader, const std::optional<AsOf>& as_of) {
  const TemporaryFile file("export");
  const ExportReport report = export_file(snapshot, file.path(), {.format = reader.format, .as_of = as_of});
  const bool leaves_out = reader.format == ExportFormat::gexf && !as_of;
  const std::string expected = answers(snapshot, as_of, leaves_out);
  EXPECT_EQ(without_bounds(read_back(reader.name, file.path())), expected);
  EXPECT_EQ(report.rows, std::count(expected.begin(), expected.end(), '\n'));
  EXPECT_EQ(report.cities + report.edges, report.rows);
}

TEST_P(Readers, FindTheOddRegistryOfAllTime) {
  OddBook().ask([&](const Snapshot& now) { expect_answers(now, GetParam(), std::nullopt); });
}

TEST_P(Readers, FindTheOddRegistryOnADay) {
  const OddBook book;
  for (const char* day : {"1945", "1975-01-01", "2020"}) {
    SCOPED_TRACE(day);
    book.ask([&](const Snapshot& now) { expect_answers(now, GetParam(), AsOf{Date{day}}); });
  }
}

TEST_P(Readers, FindTheExampleRegistry) {
  const auto registry = Registry::open(support::example_registry(), {.mode = Mode::read_only});
  registry.read([&](const Snapshot& now) {
    expect_answers(now, GetParam(), std::nullopt);
    expect_answers(now, GetParam(), AsOf{Date{"1990-06-01"}});
    expect_answers(now, GetParam(), AsOf{});
  });
}

TEST_P(Readers, FindWhatWasKnownEarlier) {
  OddBook book;
  book.clock().set(support::noon(2026, 7, 1));
  book.act(book.bond({book.lone, book.tokyo}, Date{"2010"}), {.kind = EventKind::suspended, .date = Date{"2011"}});
  const auto edges = [&](KnownAt known_at) {
    return book.registry().read(known_at, [&](const Snapshot& then) {
      expect_answers(then, GetParam(), std::nullopt);
      expect_answers(then, GetParam(), AsOf{Date{"2020"}});
      const TemporaryFile file("export");
      return export_file(then, file.path(), {.format = GetParam().format, .as_of = AsOf{Date{"2020"}}}).edges;
    });
  };
  EXPECT_EQ(edges(KnownAt{}), edges(KnownAt{Date{"2026-06-20"}}) + 1);
}

INSTANTIATE_TEST_SUITE_P(All, Readers,
                         testing::Values(Reader{"csv", ExportFormat::csv}, Reader{"networkx", ExportFormat::graphml},
                                         Reader{"igraph", ExportFormat::graphml}, Reader{"gexf", ExportFormat::gexf},
                                         Reader{"geojson", ExportFormat::geojson}),
                         [](const auto& reader) { return std::string(reader.param.name); });

TEST(Lifetimes, AreThoseOfTheViewTwinsEver) {
  const TemporaryFile file("export");
  const auto registry = Registry::open(support::example_registry(), {.mode = Mode::read_only});
  registry.read([&](const Snapshot& now) { export_file(now, file.path(), {.format = ExportFormat::csv}); });
  std::string found;
  std::istringstream lines(read_back("csv", file.path()));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("edge")) found += std::regex_replace(line, std::regex(" "), "|") + "\n";
  }
  EXPECT_EQ(found, Database(support::example_registry())
                       .rows("SELECT 'edge', bond_id, city_id, twin_id, status, NULL, since, until, "
                             "nullif(since_earliest, '0000-01-01'), since_latest, nullif(until_earliest, "
                             "'0000-01-01'), until_latest FROM twins_ever WHERE city_id < twin_id ORDER BY 'edge ' || "
                             "bond_id || ' ' || city_id || ' ' || twin_id || ' '"));
  EXPECT_GT(std::count(found.begin(), found.end(), '\n'), 100);
}

TEST(Gexf, DaysAreInclusive) {
  const OddBook book;
  const TemporaryFile file("export.gexf");
  const auto report =
      book.ask([&](const Snapshot& now) { return export_file(now, file.path(), {.format = ExportFormat::gexf}); });
  EXPECT_EQ(report.edges, 7);
  EXPECT_EQ(report.edges_without_time, 1) << "the pair that was only proposed";
  const std::string text = support::read_file(file.path());
  EXPECT_THAT(text, HasSubstr(fmt::format("<edge id=\"b{}-{}-{}\" source=\"{}\" target=\"{}\" start=\"1970-05-01\" "
                                          "end=\"1980-06-29\">",
                                          book.ended.value(), book.tokyo.value(), book.honolulu.value(),
                                          book.tokyo.value(), book.honolulu.value())));
  EXPECT_THAT(text, HasSubstr("start=\"1940-01-01\">")) << "194X: the widest interval";
}

TEST(Gexf, PartsALifeThatWasInterrupted) {
  support::Book book;
  const CityId one = book.city("One");
  const CityId other = book.city("Other");
  const BondId bond = book.bond({one, other, book.city("Third")}, Date{"1950-01-01"});
  book.act(bond, {.kind = EventKind::left, .date = Date{"1960-01-01"}, .by = other});
  book.act(bond, {.kind = EventKind::joined, .date = Date{"1970-01-01"}, .by = other});
  const TemporaryFile file("export.gexf");
  book.ask([&](const Snapshot& now) { export_file(now, file.path(), {.format = ExportFormat::gexf}); });
  EXPECT_THAT(support::read_file(file.path()),
              HasSubstr("<spells>\n          <spell start=\"1950-01-01\" end=\"1959-12-31\"/>\n"
                        "          <spell start=\"1970-01-01\"/>\n        </spells>"));
}

TEST(Xml, LosesNoMoreThanWhatItCanNotCarry) {
  const OddBook book;
  for (const auto format : {ExportFormat::graphml, ExportFormat::gexf, ExportFormat::csv, ExportFormat::geojson}) {
    const TemporaryFile file("export");
    const auto report =
        book.ask([&](const Snapshot& now) { return export_file(now, file.path(), {.format = format}); });
    const bool is_xml = format == ExportFormat::graphml || format == ExportFormat::gexf;
    EXPECT_EQ(report.characters_replaced, is_xml ? 1 : 0) << to_string(format);
  }
}

// GDAL says how many features it finds, and in which geometries.
TEST(Gdal, ReadsTheGeoPackage) {
  const OddBook book;
  const TemporaryFile file("export.gpkg");
  const auto report = book.ask(
      [&](const Snapshot& now) { return export_file(now, file.path(), {.format = ExportFormat::geopackage}); });
  EXPECT_EQ(report.cities, 5);
  EXPECT_EQ(report.edges, 8);
  EXPECT_EQ(report.cities_without_coordinates, 1);
  EXPECT_EQ(report.edges_without_coordinates, 2);
  const std::string summary = printed_by("ogrinfo -so -al '" + file.path().string() + "'");
  EXPECT_THAT(summary, testing::Not(testing::AnyOf(HasSubstr("Warning"), HasSubstr("ERROR")))) << summary;
  EXPECT_THAT(summary, HasSubstr("\nGeometry: Point\nFeature Count: 5\n"));
  EXPECT_THAT(summary, HasSubstr("\nGeometry: Multi Line String\nFeature Count: 8\n"));
  EXPECT_THAT(summary, HasSubstr("Extent: (-157.860000, 0.000000) - (139.690000, 48.100000)"));
  const std::string crossing =
      printed_by(fmt::format("ogrinfo -al -where \"bond = {}\" '{}' bonds", book.ended.value(), file.path().string()));
  EXPECT_THAT(crossing, HasSubstr("MULTILINESTRING ((139.69 35.68,"));
  EXPECT_THAT(crossing, testing::ContainsRegex(",180(\\.0)? [0-9.]+\\),\\(-180 [0-9.]+,"));
  EXPECT_THAT(crossing, HasSubstr("-157.86 21.3))"));
  EXPECT_THAT(crossing, HasSubstr("until_earliest (Date) = 1980/06/30"));
  EXPECT_EQ(Database(file.path()).rows("PRAGMA integrity_check"), "ok\n");
  EXPECT_EQ(Database(file.path()).rows("PRAGMA foreign_key_check"), "");
}

TEST(Gdal, ReadsTheGeoPackageOfTheExampleRegistry) {
  const TemporaryFile file("export.gpkg");
  const auto registry = Registry::open(support::example_registry(), {.mode = Mode::read_only});
  const AsOf day{Date{"1990-06-01"}};
  const std::string expected = registry.read([&](const Snapshot& now) {
    export_file(now, file.path(), {.format = ExportFormat::geopackage, .as_of = day});
    return answers(now, day);
  });
  const Database exported(file.path());
  EXPECT_EQ(exported.rows("SELECT 'city ' || id || ' ' || lower(hex(name)) || ' ' || CASE WHEN latitude IS NULL THEN "
                          "'- -' ELSE format('%.4f %.4f', latitude, longitude) END AS line FROM cities UNION ALL "
                          "SELECT 'edge ' || bond || ' ' || source || ' ' || target || ' ' || status || ' ' || "
                          "certainty || ' ' || coalesce(since, '-') || ' ' || coalesce(until, '-') FROM bonds "
                          "ORDER BY line"),
            expected);
  const std::string summary = printed_by("ogrinfo -so -al '" + file.path().string() + "'");
  EXPECT_THAT(summary, HasSubstr("Feature Count: " + exported.rows("SELECT count(*) FROM cities")));
  EXPECT_THAT(summary, HasSubstr("Feature Count: " + exported.rows("SELECT count(*) FROM bonds")));
}

TEST(Gdal, ReadsTheGeoJson) {
  const OddBook book;
  const TemporaryFile file("export.geojson");
  const auto report =
      book.ask([&](const Snapshot& now) { return export_file(now, file.path(), {.format = ExportFormat::geojson}); });
  EXPECT_EQ(report.edges_without_coordinates, 2);
  const std::string summary = printed_by("ogrinfo -so -al '" + file.path().string() + "'");
  EXPECT_THAT(summary, HasSubstr("Feature Count: 13\n"));
  EXPECT_THAT(summary, HasSubstr("Extent: (-180.000000, 0.000000) - (180.000000, "));
  EXPECT_THAT(printed_by("ogrinfo -al -where \"name = 'Honolulu'\" '" + file.path().string() + "'"),
              HasSubstr("POINT (-157.86 21.3)"));
}

}  // namespace
}  // namespace twinning
