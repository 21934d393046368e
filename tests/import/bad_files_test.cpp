// Files that are no good: one clear line each, and nothing half written.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <thread>

#include "import/imported.hpp"
#include "support/database.hpp"
#include "support/size_limit.hpp"
#include "support/unprivileged.hpp"

namespace twinning {
namespace {

using support::acts_query;
using support::error_of;
using support::Imported;
using testing::AnyOf;
using testing::HasSubstr;

TEST(BadFile, IsRefusedInOneLine) {
  struct Bad {
    std::string what;
    std::string text;
    std::string message;
  };
  const Bad bads[] = {
      {"empty", "", "is empty"},
      {"only line ends", "\n\r\n\n", "is empty"},
      {"only a byte order mark", "\xef\xbb\xbf", "is empty"},
      {"only a header", "a,b,date\n", "no rows"},
      {"a column is missing", "a,date\nKiel,1990\n", "no column for the second city"},
      {"UTF-16",
       std::string("\xff\xfe"
                   "a\0,\0b\0\n\0",
                   10),
       "is UTF-16"},
      {"UTF-16, the other way",
       std::string("\xfe\xff"
                   "\0a\0,\0b\0\n",
                   10),
       "is UTF-16"},
      {"UTF-16 without a mark", std::string("a\0,\0b\0\n\0K\0,\0B\0\n\0", 16), ""},
      {"a spreadsheet", std::string("PK\x03\x04\x14\0\6\0", 8), "is a spreadsheet or packed"},
      {"a packed file", std::string("\x1f\x8b\x08\0", 4), "is a spreadsheet or packed"},
      {"a quote is never closed", "a,b\nKiel,Bern\n\"Kiel,Oslo\nKiel,Rome\n", "line 3: a quote is opened"},
      {"JSON that is cut off", R"({"head":{"vars":["city","sister"]},"results":{"bindings":[{"city":)", "cut off"},
      {"JSON that is cut off early", "{", "cut off"},
      {"JSON of another shape", R"({"type":"FeatureCollection","features":[]})", "no SPARQL result"},
      {"JSON of another shape", "[1,2,3]", "no SPARQL result"},
      {"JSON of another shape", "[]", "no SPARQL result"},
      {"JSON of another shape", R"({"entities":[]})", "no \"entities\""},
      {"JSON of another shape", R"({"entities":{"Q1":5}})", "no \"entities\""},
      {"JSON without columns that are needed", R"({"head":{"vars":["x"]},"results":{"bindings":[]}})", "first city"},
      {"JSON without results", R"({"head":{"vars":["city","sister"]},"results":{"bindings":[]}})", "no rows"},
      {"JSON with more behind it", R"([{"city":"wd:Q1","sister":"wd:Q2"}] and more)", "no JSON"},
      {"JSON that is no UTF-8", "[{\"city\":\"wd:Q1\",\"sister\":\"\xff\"}]", "line 1"},
      {"JSON nested deep", std::string(10'000, '['), "nested deeper"},
      {"JSON nested deep", R"({"head":)" + std::string(10'000, '['), "nested deeper"},
      {"JSON nested deep", R"({"entities":{"Q1":)" + std::string(10'000, '['), "nested deeper"},
  };
  Imported imported;
  imported.take("a,b,date\nKiel,Bern,1990\n");
  for (const Bad& bad : bads) {
    SCOPED_TRACE(bad.what + ": " + bad.text.substr(0, 60));
    const Error error = imported.refusal(bad.text);
    EXPECT_EQ(error.category(), ErrorCategory::invalid_argument);
    EXPECT_THAT(error.what(), HasSubstr(bad.message));
    EXPECT_THAT(error.what(), HasSubstr("list.csv"));
  }
}

TEST(BadFile, OfJsonIsReadFromWikidataAlone) {
  Imported imported;
  EXPECT_EQ(imported.refusal("[]", {.format = ImportFormat::pairs}).category(), ErrorCategory::invalid_argument);
  EXPECT_EQ(imported.refusal("[]", {.format = ImportFormat::events}).category(), ErrorCategory::invalid_argument);
}

TEST(BadFile, IsNamedByWhatItIs) {
  Imported imported;
  EXPECT_EQ(imported.file_refusal(imported.beside("none.csv")).category(), ErrorCategory::not_found);
  EXPECT_EQ(imported.file_refusal("").category(), ErrorCategory::not_found);
  EXPECT_EQ(imported.file_refusal(imported.path().parent_path()).category(), ErrorCategory::input_output);
  EXPECT_THAT(imported.file_refusal(imported.path() / "below").category(),
              AnyOf(ErrorCategory::input_output, ErrorCategory::not_found));
}

TEST(BadFile, ThatMayNotBeReadIsRefused) {
  Imported imported;
  support::write_file(imported.beside("secret.csv"), "a,b\nKiel,Bern\n");
  std::filesystem::permissions(imported.beside("secret.csv"), std::filesystem::perms::none);
  const support::Unprivileged unprivileged;
  const Error error = imported.file_refusal(imported.beside("secret.csv"));
  EXPECT_EQ(error.category(), ErrorCategory::input_output);
  EXPECT_THAT(error.what(), HasSubstr("cannot be read: Permission denied"));
}

TEST(BadFile, ThatEndsWithinARowLosesThatRow) {
  Imported imported;
  const ImportReport report = imported.take("a,b,a_country,date\nKiel,Bern,DE,1990\nKiel,Cov");
  EXPECT_EQ(support::told(report.rejected_rows), "3 - Cov the file ends here, after 2 of 4 values: is it cut off?\n");
  EXPECT_EQ(imported.take("a,b,a_country,date\nKiel,Oslo\nKiel,Rome", {.source = "ragged"}).rejected, 0)
      << "its rows leave out what is empty";
}

TEST(BadFile, ThatFailsWhileItIsReadIsRefused) {
  Imported imported;
  // A file of the kernel's that opens, and gives an error when it is read.
  EXPECT_EQ(imported.file_refusal("/proc/self/mem").category(), ErrorCategory::input_output);
}

TEST(BadRow, IsNamed) {
  struct Bad {
    std::string row;
    std::string column;
    std::string reason;
  };
  const Bad bads[] = {
      {"Kiel,Bern,1990-02-30,,,", "date", "is no date"},
      {"Kiel,Bern,,Atlantis,,", "b_country", "is no country"},
      {"Kiel,Bern,,,91,10", "b_lat", "is no latitude"},
      {"Kiel,Bern,,,-90.1,10", "b_lat", "is no latitude"},
      {"Kiel,Bern,,,1,181", "b_lon", "is no longitude"},
      {"Kiel,Bern,,,1,", "b_lon", "is no longitude"},
      {"Kiel,Bern,,,inf,1", "b_lat", "is no latitude"},
      {"Kiel,Bern,,,nan,1", "b_lat", "is no latitude"},
      {"Kiel,Bern,,,\"1,5\",1", "b_lat", "is no latitude"},
      {"Kiel,,,,,", "b", "names no city"},
      {",Bern,,,,", "a", "names no city"},
      {"\"  \",Bern,,,,", "a", "names no city"},
      {"Kiel,B\xff"
       "ern,,,,",
       "b", "is no UTF-8"},
      {std::string("Kiel,B\0ern,,,,", 14), "b", "zero byte"},
      {"Kiel,Bern,,,,,7,8", "", "8 values for 6 columns"},
  };
  for (const Bad& bad : bads) {
    SCOPED_TRACE(bad.row);
    Imported imported;
    const std::string text = "a,b,date,b_country,b_lat,b_lon\nKiel,Oslo,,,,\n" + bad.row + "\nKiel,Rome,,,,\n";
    const ImportReport report = imported.take(text);
    EXPECT_EQ(report.rows_added, 2);
    ASSERT_EQ(report.rejected, 1);
    EXPECT_EQ(report.rejected_rows.front().line, 3);
    EXPECT_EQ(report.rejected_rows.front().column, bad.column);
    EXPECT_THAT(report.rejected_rows.front().reason, HasSubstr(bad.reason));
    EXPECT_EQ(imported.rows("SELECT count(*) FROM city"), "3\n");
    Imported strict;
    EXPECT_THAT(strict.refusal(text, {.strict = true}).what(), HasSubstr("line 3"));
  }
}

TEST(BadRow, MayHaveALongDate) {
  Imported imported;
  std::string date;
  for (int word = 0; word < 100'000; ++word) date += "by ";
  EXPECT_EQ(imported.take("a,b,date\nKiel,Bern," + date + "1950\n").rejected, 1);
}

TEST(BadRow, IsShownAsText) {
  Imported imported;
  std::string lettered;
  for (int letter = 0; letter < 300; ++letter) lettered += "ö";
  const ImportReport report = imported.take("a,b,date\nKiel,B\xff\xfe,\nKiel,Bern,x" + lettered + "\nKiel,Oslo,\n");
  ASSERT_EQ(report.rejected, 2);
  EXPECT_EQ(report.rejected_rows[0].value, "B\xef\xbf\xbd\xef\xbf\xbd")
      << "a byte that is no letter is a sign for that";
  EXPECT_EQ(report.rejected_rows[1].value, "x" + lettered.substr(0, 198)) << "cut between letters";
}

TEST(LineEnds, MayBeAny) {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    for (const bool is_last_ended : {true, false}) {
      Imported imported;
      const ImportReport report = imported.take(
          "\xef\xbb\xbf"
          "a,b,date" +
          end + "Kiel,Bern,1990" + end + end + "\"Kiel\"," + "\"Oslo\"" + ",x" + end + "Kiel,Rome," +
          (is_last_ended ? end : ""));
      EXPECT_EQ(report.rows, 3);
      ASSERT_EQ(report.rejected, 1);
      EXPECT_EQ(report.rejected_rows.front().line, 4);
      EXPECT_EQ(imported.rows("SELECT locator FROM citation ORDER BY id"), "line 2\nline 5\n");
    }
  }
}

TEST(LineEnds, WithinQuotesCount) {
  Imported imported;
  const ImportReport report =
      imported.take("a,b,note\nKiel,Bern,\"two\nlines\"\nKiel,,\nKiel,Oslo,\"\"\"quoted\"\"\"\n");
  ASSERT_EQ(report.rejected, 1);
  EXPECT_EQ(report.rejected_rows.front().line, 4);
  EXPECT_EQ(imported.rows("SELECT note FROM bond_event ORDER BY id"), "two\nlines\n\"quoted\"\n");
}

long memory_kilobytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

TEST(GreatFile, TakesLittleMemory) {
  constexpr std::size_t size = 50'000'000;
  const std::string filler(size, 'x');
  std::string commas(size, ',');
  std::string numbers = "[";
  for (std::size_t at = 0; at < size / 2; ++at) numbers += "1,";
  struct Great {
    std::string what;
    std::string begin;
    const std::string& middle;
  };
  const Great greats[] = {
      {"a field", "a,b\nKiel,Bern\nKiel,", filler},
      {"a field in quotes", "a,b\nKiel,Bern\nKiel,\"", filler},
      {"a field of an edge list", "1 2\n1 ", filler},
      {"a row", "a,b\nKiel,Bern\nKiel,", commas},
      {"a header", "a,b,", commas},
      {"a text of JSON", "[{\"city\":\"wd:Q1\",\"sister\":\"", filler},
      {"an array of JSON", "", numbers},
      {"an array in a result", R"({"head":{"vars":["city","sister"]},"results":{"bindings":)", numbers},
      {"an array in an entity", R"({"entities":{"Q1":{"id":"Q1","labels":)", numbers},
  };
  for (const Great& great : greats) {
    SCOPED_TRACE(great.what);
    Imported imported;
    {
      std::ofstream file(imported.beside("great.csv"), std::ios::binary);
      file << great.begin << great.middle;
    }
    const std::string before = imported.dump();
    const long memory_before = memory_kilobytes();
    const Error error = error_of([&] {
      import_file(imported.registry(), imported.beside("great.csv").string(),
                  {.has_header = !great.begin.starts_with("1 2")});
    });
    EXPECT_LT(memory_kilobytes() - memory_before, 200'000);
    EXPECT_EQ(error.category(), ErrorCategory::invalid_argument);
    EXPECT_TRUE(support::is_one_line(error.what())) << error.what();
    EXPECT_TRUE(imported.dump() == before);
  }
}

TEST(Json, MayHaveWrongTypesEverywhere) {
  Imported imported;
  const ImportReport results = imported.take(
      R"({"head":{"vars":["city","sister","start",5,null]},"results":{"bindings":[
        {"city":5,"sister":[]},{"city":{"value":7},"sister":{"value":null}},{"city":null},{},
        {"city":{"type":"uri","value":"http://www.wikidata.org/entity/Q1"},"sister":{"type":"uri","value":"http://www.wikidata.org/entity/Q2"},"start":{"value":{}}},
        {"city":{"type":"uri","value":"http://www.wikidata.org/entity/Q1\u0000"},"sister":{"type":"uri","value":"http://www.wikidata.org/entity/Q2"}}]}})",
      {}, "results.json");
  EXPECT_EQ(results.rows, 6);
  EXPECT_EQ(results.rejected, 5);
  EXPECT_EQ(results.rows_added, 1);

  const ImportReport entities = imported.take(
      R"({"entities":{"Q3":{"id":"Q3","labels":[],"claims":{"P190":[5,null,{},[],{"mainsnak":5},{"mainsnak":{"datavalue":[]}},
        {"mainsnak":{"datavalue":{"value":{"id":{}}}}},{"mainsnak":{"datavalue":{"value":{"numeric-id":-1}}}},
        {"mainsnak":{"datavalue":{"value":{"id":"P1"}}}},
        {"id":5,"rank":5,"mainsnak":{"datavalue":{"value":{"id":"Q4"}}},"qualifiers":{"P580":5,"P582":[5],"P1534":{}},"references":{"snaks":5}},
        {"mainsnak":{"datavalue":{"value":{"id":"Q5"}}},"qualifiers":{"P580":[{"datavalue":{"value":{"time":5,"precision":"x"}}}]},"references":[5,{"snaks":[]},{"snaks":{"P854":[{"datavalue":{"value":"a\u0000b"}}]}}]}],
        "P625":{"mainsnak":5},"P1082":[{"mainsnak":{"datavalue":{"value":{"amount":5}}}}]}},
        "Q6":{"id":"Q6","labels":{"en":5,"de":{"value":5},"fr":{"value":"a\u0000b"},"x\u0000y":{"value":"Name"}},"claims":[]},
        "Q7":{"id":7,"claims":{}},"Q8":[],"Q9":null}})",
      {}, "entities.json");
  EXPECT_EQ(entities.rows_added, 2);
  EXPECT_EQ(entities.rejected, 10) << support::told(entities.rejected_rows);
}

TEST(FullDisk, LeavesNothingBehind) {
  for (const JournalMode mode : {JournalMode::rollback, JournalMode::write_ahead}) {
    Imported imported(mode);
    std::string text = "a,b,date\n";
    for (int row = 0; row < 5000; ++row) text += "Kiel,A rather long name of city " + std::to_string(row) + ",1990\n";
    support::write_file(imported.beside("long.csv"), text);
    const std::string before = imported.dump();
    const std::string schema_before = imported.schema();
    std::optional<Error> error;
    {
      const support::SizeLimit limit(std::filesystem::file_size(imported.path()) + 100'000);
      error = error_of([&] { import_file(imported.registry(), imported.beside("long.csv").string()); });
    }
    EXPECT_THAT(error->category(), AnyOf(ErrorCategory::no_space, ErrorCategory::input_output)) << error->what();
    EXPECT_TRUE(support::is_one_line(error->what())) << error->what();
    EXPECT_TRUE(imported.dump() == before);
    EXPECT_EQ(imported.schema(), schema_before);
    EXPECT_EQ(imported.take(text).rows_added, 5000);
  }
}

/// What a program throws out of an import that it no longer wants.
struct Stopped {};

TEST(GreatImport, IsOnItsWayToTheFileBeforeItsEnd) {
  Imported imported(JournalMode::rollback);
  std::string text = "a,b,date\n";
  for (int row = 0; row < 30'000; ++row) text += fmt::format("Kiel {},Bern {},1990\n", row, row);
  support::write_file(imported.beside("long.csv"), text);
  const std::string before = imported.dump();
  std::uintmax_t size = 0;
  const auto watch = [&](const ImportProgress& progress) {
    size = std::max(size, std::filesystem::file_size(imported.path()));
    if (progress.rows == 30'000) throw Stopped();
  };
  const auto size_before = std::filesystem::file_size(imported.path());
  EXPECT_THROW(import_file(imported.registry(), imported.beside("long.csv").string(), {.progress = watch}), Stopped);
  EXPECT_GT(size, size_before + 1'000'000);
  EXPECT_TRUE(imported.dump() == before);
  EXPECT_EQ(imported.take("a,b\nKiel,Bern\n").rows_added, 1);
}

// What is on its way to the file can not wait for a reader at each statement.
TEST(GreatImport, DoesNotBeginWhileAnotherProgramReads) {
  const support::TemporaryFile file;
  auto registry = Registry::create(file.path(), {.busy_timeout = std::chrono::milliseconds(50)});
  support::write_file(file.beside("list.csv"), "a,b,date\nKiel,Bern,1990\n");
  bool has_begun = false;
  const auto import = [&] {
    return import_file(registry, file.beside("list.csv").string(),
                       {.progress = [&](const ImportProgress&) { has_begun = true; }});
  };
  support::Database other(file.path());
  other.run("BEGIN");
  EXPECT_EQ(other.rows("SELECT count(*) FROM city"), "0\n");
  EXPECT_EQ(error_of(import).category(), ErrorCategory::busy);
  EXPECT_FALSE(has_begun);
  other.run("COMMIT");
  EXPECT_EQ(import().rows_added, 1);
}

/// A pipe into which another thread writes.
class Pipe {
 public:
  Pipe(std::filesystem::path path, std::string text) : path_(std::move(path)) {
    if (::mkfifo(path_.c_str(), 0600) != 0) throw std::runtime_error("cannot make a pipe");
    writer_ = std::thread([path = path_, text = std::move(text)] {
      std::ofstream stream(path, std::ios::binary);
      stream << text;
    });
  }
  ~Pipe() { writer_.join(); }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

 private:
  std::filesystem::path path_;
  std::thread writer_;
};

TEST(PipeOfRows, IsRead) {
  Imported imported;
  std::string text = "a,b,date\n";
  for (int row = 0; row < 9000; ++row) text += "Kiel,Bern,1990\n";
  ImportReport report;
  {
    const Pipe pipe(imported.beside("pipe"), text);
    report = imported.take_file(imported.beside("pipe"),
                                {.progress = [](const ImportProgress& progress) { EXPECT_EQ(progress.bytes, 0U); }});
  }
  EXPECT_EQ(report.rows, 9000);
  EXPECT_EQ(report.rows_added, 1);
}

TEST(PipeOfRows, OfEventsIsToBeAFile) {
  Imported imported;
  const Pipe pipe(imported.beside("pipe"), "a,b,event,date\nKiel,Bern,formed,1990\n");
  const Error error = imported.file_refusal(imported.beside("pipe"));
  EXPECT_EQ(error.category(), ErrorCategory::input_output);
  EXPECT_THAT(error.what(), HasSubstr("which a pipe cannot be"));
}

TEST(Registry, KeepsTheChecksOfItsUsersTables) {
  Imported imported;
  support::Database(imported.path())
      .run(
          "CREATE TABLE short (name TEXT CONSTRAINT short_name CHECK (length(name) < 5));"
          "CREATE TRIGGER keep_short AFTER INSERT ON city BEGIN INSERT INTO short VALUES (NEW.name); END");
  const auto list = imported.beside("list.csv");
  support::write_file(list, "a,b\nKiel,Coventry\n");
  EXPECT_EQ(error_of([&] { import_file(imported.registry(), list); }).rule(), "short_name");
  EXPECT_EQ(imported.rows("SELECT count(*) FROM city"), "0\n");
}

TEST(Registry, ThatMayOnlyBeReadTakesNone) {
  Imported imported;
  auto read_only = Registry::open(imported.path().string(), {.mode = Mode::read_only});
  support::write_file(imported.beside("list.csv"), "a,b\nKiel,Bern\n");
  const Error error = error_of([&] { import_file(read_only, imported.beside("list.csv").string()); });
  EXPECT_EQ(error.category(), ErrorCategory::read_only);
}

TEST(Registry, InMemoryTakesFilesToo) {
  support::Book book;
  const support::TemporaryFile file("list.csv");
  support::write_file(file.path(), "a,b\nKiel,Bern\n");
  EXPECT_EQ(import_file(book.registry(), file.path().string()).rows_added, 1);
  EXPECT_EQ(import_file(book.registry(), file.path().string()).rows_matched, 1);
  book.city("Oslo");
}

}  // namespace
}  // namespace twinning
