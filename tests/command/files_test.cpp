// The commands that make, read and look after files.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

#include <twinning/twinning.hpp>

#include "command/command.hpp"
#include "examples/example_registry.hpp"
#include "support/database.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using nlohmann::json;
using support::CommandRun;
using support::Database;
using support::example_registry;
using support::json_of;
using support::read_file;
using support::run_command;
using support::TemporaryFile;
using support::write_file;
using testing::HasSubstr;

TEST(Create, MakesASoundRegistryOnce) {
  const TemporaryFile file;
  EXPECT_EQ(json_of({"create", file.path()}), json({{"file", file.path().string()}, {"layout", layout}}));
  EXPECT_THAT(check(file.path()), testing::IsEmpty());
  const std::string before = read_file(file.path());
  const CommandRun again = run_command({"create", file.path()});
  EXPECT_EQ(again.status, 1);
  EXPECT_THAT(again.errors, HasSubstr("exists already"));
  EXPECT_EQ(read_file(file.path()), before);
}

TEST(Check, FindsNothingInASoundFile) {
  EXPECT_EQ(json_of({"check", example_registry()}), json({{"ok", true}, {"findings", json::array()}}));
  EXPECT_THAT(run_command({"check", example_registry()}).output, HasSubstr("whole and sound"));
}

TEST(Check, PrintsWhatTheLibraryFinds) {
  const TemporaryFile file;
  std::filesystem::copy_file(example_registry(), file.path());
  Database(file.path()).run("DROP VIEW most_twinned");
  const auto findings = check(file.path());
  ASSERT_FALSE(findings.empty());
  const json document = json_of({"check", file.path()}, 1);
  EXPECT_EQ(document.at("ok"), false);
  ASSERT_EQ(document.at("findings").size(), findings.size());
  EXPECT_EQ(document["findings"][0].at("what"), findings[0].what);
  EXPECT_EQ(document["findings"][0].at("explanation"), findings[0].explanation);
  const CommandRun run = run_command({"check", file.path()});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.output, HasSubstr(findings[0].explanation));
}

TEST(Check, LeavesAFileThatSomebodySentAlone) {
  const TemporaryFile file;
  std::filesystem::copy_file(example_registry(), file.path());
  EXPECT_EQ(json_of({"check", file.path(), "--untrusted"}).at("ok"), true);
  const std::string journal = file.path().string() + "-journal";
  support::write_file(journal, "of another file");
  const CommandRun run = run_command({"check", file.path(), "--untrusted"});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.errors, HasSubstr("has changes of its own beside it"));
  EXPECT_EQ(read_file(journal), "of another file");
  EXPECT_EQ(read_file(file.path()), read_file(example_registry()));
}

TEST(Backup, IsTheSameRegistry) {
  const TemporaryFile file;
  EXPECT_EQ(json_of({"backup", example_registry(), file.path()}).at("backup"), file.path().string());
  const std::string query = "SELECT uid, kind, date FROM bond_event ORDER BY uid";
  const std::string rows = Database(file.path()).rows(query);
  EXPECT_EQ(rows, Database(example_registry()).rows(query));
  EXPECT_GT(rows.size(), 1000U);
  const CommandRun again = run_command({"backup", example_registry(), file.path()});
  EXPECT_EQ(again.status, 1);
  EXPECT_THAT(again.errors, HasSubstr("exists already"));
}

TEST(Migrate, LeavesTodaysLayoutAsItIs) {
  const TemporaryFile file;
  std::filesystem::copy_file(example_registry(), file.path());
  const std::string before = read_file(file.path());
  EXPECT_EQ(json_of({"migrate", file.path()}), json({{"from", layout}, {"to", layout}, {"backup", nullptr}}));
  EXPECT_THAT(run_command({"migrate", file.path()}).output, HasSubstr("already"));
  EXPECT_EQ(read_file(file.path()), before);
}

class Export : public testing::TestWithParam<ExportFormat> {};

TEST_P(Export, WritesWhatTheLibraryWrites) {
  const TemporaryFile file("by_command");
  const auto by_library = file.beside("by_library");
  const auto report = Registry::open(example_registry(), {.mode = Mode::read_only}).read([&](const Snapshot& now) {
    return export_file(now, by_library, {.format = GetParam()});
  });
  const json document =
      json_of({"export", example_registry(), file.path(), "--format", std::string(to_string(GetParam()))});
  EXPECT_GT(report.cities, 200);
  EXPECT_EQ(document.at("cities"), report.cities);
  EXPECT_EQ(document.at("bonds"), report.bonds);
  EXPECT_EQ(document.at("edges"), report.edges);
  EXPECT_EQ(document.at("rows"), report.rows);
  ASSERT_EQ(document.at("files").size(), report.files.size());
  if (GetParam() == ExportFormat::geopackage) return;  // It says when it was made.
  for (std::size_t i = 0; i < report.files.size(); ++i) {
    const std::string one = read_file(document["files"][i].get<std::string>());
    EXPECT_FALSE(one.empty());
    EXPECT_EQ(one, read_file(report.files[i]));
  }
}

INSTANTIATE_TEST_SUITE_P(All, Export,
                         testing::Values(ExportFormat::csv, ExportFormat::tables, ExportFormat::graphml,
                                         ExportFormat::gexf, ExportFormat::geojson, ExportFormat::geopackage),
                         [](const auto& format) { return std::string(to_string(format.param)); });

TEST(ExportCommand, IsAsOfADay) {
  const TemporaryFile file("bonds.geojson");
  const auto options = ExportOptions{.format = ExportFormat::geojson, .as_of = AsOf(Date("1950"))};
  const auto report = Registry::open(example_registry(), {.mode = Mode::read_only}).read([&](const Snapshot& now) {
    return export_file(now, file.path(), options);
  });
  const TemporaryFile other("bonds.geojson");
  const json document = json_of({"export", example_registry(), other.path(), "--format", "geojson", "--as-of", "1950"});
  EXPECT_GT(report.edges, 0);
  EXPECT_EQ(document.at("edges"), report.edges);
  EXPECT_EQ(read_file(other.path()), read_file(file.path()));
}

constexpr const char* rows_with_faults =
    "city1;country1;city2;country2\n"
    "# a comment\n"
    "Köln;DE;Barcelona;ES\n"
    "Barcelona;ES;Köln;DE\n"
    "Köln;DE;Barcelona;ES\n"
    "Köln;DE;Köln;DE\n"
    "Köln;ZZZ;Rom\xff;IT\n"
    "Köln;DE;北京;CN\n";

TEST(Import, ReportsWhatTheLibraryReports) {
  const TemporaryFile file;
  const auto input = file.beside("pairs.csv");
  const auto by_library = file.beside("by_library.db");
  write_file(input, rows_with_faults);
  Registry registry = Registry::create(by_library);
  const ImportReport report = import_file(registry, input,
                                          {.format = ImportFormat::pairs,
                                           .columns = {{"a", "city1"}, {"a.country", "country1"}, {"b", "3"}},
                                           .delimiter = ';',
                                           .comment = '#',
                                           .source = "A list",
                                           .listed = Date("2021")});
  ASSERT_GT(report.rows, 4);
  ASSERT_GT(report.rejected + report.values_left_out, 0);
  run_command({"create", file.path()});
  std::vector<std::string> words = {
      "import",      file.path(), input,       "--format", "pairs",    "--columns", "a=city1,a.country=country1,b=3",
      "--delimiter", ";",         "--comment", "#",        "--source", "A list",    "--listed",
      "2021"};
  const std::string before = read_file(file.path());
  words.emplace_back("--dry-run");
  EXPECT_EQ(json_of(words).at("dry_run"), true);
  EXPECT_EQ(read_file(file.path()), before);
  words.pop_back();
  const json document = json_of(words);
  EXPECT_EQ(document.at("rows"), report.rows);
  EXPECT_EQ(document.at("cities_added"), report.cities_added);
  EXPECT_EQ(document.at("cities_matched"), report.cities_matched);
  EXPECT_EQ(document.at("bonds_added"), report.bonds_added);
  EXPECT_EQ(document.at("bonds_matched"), report.bonds_matched);
  EXPECT_EQ(document.at("repeated"), report.repeated);
  EXPECT_EQ(document.at("self_links"), report.self_links);
  EXPECT_EQ(document.at("rejected"), report.rejected);
  EXPECT_EQ(document.at("ambiguous"), report.ambiguous);
  EXPECT_EQ(document.at("dry_run"), false);
  ASSERT_EQ(document.at("rejected_rows").size(), report.rejected_rows.size());
  for (std::size_t i = 0; i < report.rejected_rows.size(); ++i) {
    EXPECT_EQ(document["rejected_rows"][i].at("line"), report.rejected_rows[i].line);
    EXPECT_EQ(document["rejected_rows"][i].at("reason"), report.rejected_rows[i].reason);
  }
  ASSERT_EQ(document.at("left_out").size(), report.left_out.size());
  const std::string query = "SELECT name, country FROM city ORDER BY name";
  EXPECT_EQ(Database(file.path()).rows(query), Database(by_library).rows(query));
  EXPECT_EQ(Database(file.path()).rows("SELECT title FROM source"), "A list\n");

  words.emplace_back("--strict");
  const CommandRun strict = run_command(words);
  EXPECT_EQ(strict.status, 1);
  EXPECT_THAT(strict.errors, HasSubstr("line"));
  words.back() = "--undirected";
  EXPECT_EQ(run_command(words).status, 0);
}

TEST(Import, HasATableForPeople) {
  const TemporaryFile file;
  const auto input = file.beside("edges.txt");
  write_file(input, "1 2\n2 3\n3 3\n");
  run_command({"create", file.path()});
  const CommandRun run = run_command({"import", file.path(), input, "--no-header", "--delimiter", "space",
                                      "--columns=a=1,b=2", "--format", "pairs", "--language", "en"});
  EXPECT_EQ(run.status, 0) << run.errors;
  EXPECT_THAT(run.output, testing::ContainsRegex("bonds added +2\n"));
  EXPECT_THAT(run.output, testing::ContainsRegex("rows of a city with itself +1\n"));
}

TEST(Import, AdvisesToCreateFirst) {
  const TemporaryFile file;
  const auto input = file.beside("pairs.csv");
  write_file(input, rows_with_faults);
  const CommandRun run = run_command({"import", file.path(), input});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.errors, HasSubstr("twinning create"));
  EXPECT_FALSE(std::filesystem::exists(file.path()));
}

TEST(Import, LeavesNothingBehindWhenInterrupted) {
  const TemporaryFile file;
  run_command({"create", file.path()});
  const std::string before = read_file(file.path());
  const auto input = file.beside("pairs.csv");
  {
    std::ofstream rows(input);
    rows << "a,b\n";
    for (int i = 0; i < 1'000'000; ++i) rows << "City " << i << ",Town " << i * 7 % 1'000'003 << "\n";
  }
  support::RunningCommand running({"import", file.path(), input, "--format", "pairs"}, file.path().parent_path());
  // It is at work when SQLite's journal is there.
  const auto journal = file.path().string() + "-journal";
  for (int i = 0; i < 1000 && !std::filesystem::exists(journal); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  running.interrupt();
  const CommandRun run = running.wait();
  EXPECT_EQ(run.status, 130);
  EXPECT_EQ(run.output, "");
  EXPECT_EQ(run.errors, "twinning: interrupted, and nothing was written: begin again when you like\n");
  EXPECT_EQ(read_file(file.path()), before);
  EXPECT_FALSE(std::filesystem::exists(journal));
}

TEST(Interruption, OfExportsAndBackupsLeavesNothingBehind) {
  const TemporaryFile file;
  run_command({"create", file.path()});
  const auto input = file.beside("pairs.csv");
  {
    std::ofstream rows(input);
    rows << "a,b\n";
    for (int i = 0; i < 100'000; ++i) rows << "City " << i << ",Town " << i * 7 % 1'000'003 << "\n";
  }
  ASSERT_EQ(run_command({"import", file.path(), input}).status, 0);
  std::filesystem::remove(input);
  const auto contents = [&] {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(file.path().parent_path())) {
      names.push_back(entry.path().filename());
    }
    std::ranges::sort(names);
    return names;
  };
  const auto streams = file.beside("streams");
  std::filesystem::create_directory(streams);
  const auto before = contents();
  const auto output = file.beside("written").string();
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"export", file.path(), output, "--format", "graphml"},
        std::vector<std::string>{"export", file.path(), output, "--format", "tables"},
        std::vector<std::string>{"backup", file.path(), output}}) {
    support::RunningCommand running(words, streams);
    // It is at work when its file is in the making.
    for (int i = 0; i < 5000 && contents() == before; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    running.interrupt();
    const CommandRun run = running.wait();
    EXPECT_EQ(run.status, 130) << words[0] << ' ' << words.back();
    EXPECT_EQ(run.errors, "twinning: interrupted, and nothing was written: begin again when you like\n");
    EXPECT_EQ(contents(), before);
  }
}

}  // namespace
}  // namespace twinning
