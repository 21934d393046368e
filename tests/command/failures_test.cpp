// What goes wrong is one line that says why, and an exit status.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include <twinning/twinning.hpp>

#include "command/command.hpp"
#include "examples/example_registry.hpp"
#include "support/temporary_file.hpp"
#include "support/unprivileged.hpp"

namespace twinning {
namespace {

using support::CommandRun;
using support::example_registry;
using support::run_command;
using support::TemporaryFile;
using support::write_file;
using testing::HasSubstr;

using Words = std::vector<std::string>;

void expect_failure(const Words& words, int status, const std::string& why, const std::string& output = {}) {
  SCOPED_TRACE(testing::PrintToString(words));
  const CommandRun run = run_command(words, output);
  EXPECT_EQ(run.status, status);
  EXPECT_EQ(run.output, "");
  EXPECT_TRUE(run.errors.starts_with("twinning: ")) << run.errors;
  EXPECT_THAT(run.errors, HasSubstr(why));
}

TEST(Failures, OfImportsThatCouldTakeNoRow) {
  const TemporaryFile file;
  Registry::create(file.path());
  write_file(file.beside("list.csv"), "a,b,date\nKiel,Bern,1990-13\n");
  const CommandRun run = run_command({"import", file.path(), file.beside("list.csv"), "--json"});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.output, HasSubstr("\"rejected\""));
  EXPECT_THAT(run.errors, HasSubstr("no row of"));
}

TEST(Failures, OfFiles) {
  const TemporaryFile file;
  write_file(file.path(), "no registry at all");
  const std::string missing = file.beside("missing.db");
  for (const char* command : {"network", "check", "migrate"}) {
    expect_failure({command, missing}, 1, "twinning create FILE");
    expect_failure({command, file.path()}, 1, "no SQLite database");
  }
  expect_failure({"twins", missing, "Coventry"}, 1, "twinning create FILE");
  expect_failure({"history", file.path(), "Coventry"}, 1, "no SQLite database");
  expect_failure({"chain", file.path(), "Coventry", "Dull"}, 1, "no SQLite database");
  expect_failure({"backup", missing, file.beside("copy.db")}, 1, "twinning create FILE");
  expect_failure({"export", example_registry(), file.path(), "--format", "gexf"}, 1, "exists already");
  expect_failure({"export", example_registry(), file.beside("no/folder"), "--format", "gexf"}, 1, "no/folder");
  expect_failure({"create", file.beside("no/folder.db")}, 1, "no/folder.db");
  expect_failure({"import", example_registry(), missing}, 1, "missing.db");
}

TEST(Failures, OfAFileThatMayOnlyBeRead) {
  const TemporaryFile file;
  std::filesystem::copy_file(example_registry(), file.path());
  const auto input = file.beside("pairs.csv");
  write_file(input, "a,b\nOne,Other\n");
  std::filesystem::permissions(file.path(), std::filesystem::perms::owner_read);
  const support::Unprivileged unprivileged;
  expect_failure({"import", file.path(), input}, 1, "registry.db");
  EXPECT_EQ(run_command({"twins", file.path(), "Volgograd"}).status, 0);
}

TEST(Failures, OfCities) {
  expect_failure({"twins", example_registry(), "Nowhere"}, 1, "there is no city called \"Nowhere\"");
  expect_failure({"twins", example_registry(), ""}, 1, "there is no city called \"\"");
  expect_failure({"twins", example_registry(), "create"}, 1, "\"create\"");
  expect_failure({"twins", example_registry(), "No\nwhere\x1b[2J"}, 1, "No\\x0awhere\\x1b[2J");
  expect_failure({"history", example_registry(), "Volgograd", "Ωμέγα"}, 1, "Ωμέγα");
  expect_failure({"twins", example_registry(), "Coventry"}, 1, "Coventry, Connecticut (US");
  expect_failure({"chain", example_registry(), "Volgograd", "coventry"}, 1, "id:");
}

TEST(Failures, OfStandardOutput) {
  expect_failure({"twins", example_registry(), "Volgograd"}, 1, "No space left", "/dev/full");
  expect_failure({"network", example_registry(), "--json"}, 1, "No space left", "/dev/full");
  expect_failure({"--help"}, 1, "No space left", "/dev/full");
  const TemporaryFile file;
  expect_failure({"create", file.path()}, 1, "standard output is closed", "-");
  EXPECT_FALSE(std::filesystem::exists(file.path()));
  expect_failure({"create", file.path()}, 1, "the registry is made all the same", "/dev/full");
  EXPECT_TRUE(std::filesystem::exists(file.path()));
}

/// What the command leaves where nobody reads its output, run by a shell that first does what `before` says.
CommandRun run_unread(const std::string& words, const std::string& before = "") {
  const TemporaryFile folder;
  const std::string beside = folder.path().parent_path().string();
  write_file(folder.beside("script"), "cd '" + beside + "'\nmkfifo pipe\nexec 3<>pipe 4>pipe 3<&-\n" + before +
                                          "\n'" TWINNING_COMMAND "' " + words + " >&4 2>errors\necho $? >status\n");
  EXPECT_EQ(std::system(("bash --norc '" + beside + "/script'").c_str()), 0);
  return {"", support::read_file(folder.beside("errors")), std::stoi(support::read_file(folder.beside("status")))};
}

TEST(Silence, IsKeptWhereTheReaderHasGone) {
  for (const std::string before : {"", "trap '' PIPE"}) {
    SCOPED_TRACE(before);
    const TemporaryFile file;
    const std::string path = "'" + file.path().string() + "'";
    for (const std::string& words :
         {"create " + path, "twins '" + example_registry().string() + "' Volgograd --json", std::string("--help")}) {
      SCOPED_TRACE(words);
      const CommandRun run = run_unread(words, before);
      EXPECT_EQ(run.status, 141);
      EXPECT_EQ(run.errors, "");
    }
    EXPECT_TRUE(run_command({"check", file.path()}).output.ends_with("is whole and sound.\n")) << "it was made";
    EXPECT_EQ(run_unread("twins " + path + " Nowhere", before).status, 1) << "another failure";
  }
}

TEST(WrongUsage, IsToldApart) {
  const std::string file = example_registry();
  expect_failure({}, 2, "see: twinning --help");
  expect_failure({"fnord"}, 2, "there is no command \"fnord\"");
  expect_failure({"--fnord"}, 2, "see: twinning --help");
  expect_failure({"twins"}, 2, "FILE");
  expect_failure({"twins", file}, 2, "CITY is required; see: twinning twins --help");
  expect_failure({"twins", file, "A", "B"}, 2, "see: twinning twins --help");
  expect_failure({"twins", file, "A", "--fnord"}, 2, "--fnord");
  expect_failure({"twins", file, "A", "--as-of"}, 2, "--as-of");
  expect_failure({"twins", file, "A", "--as-of", "1900-02-29"}, 2, "1900-02-29");
  expect_failure({"network", file, "--as-of", "1998/.."}, 2, "1998/..");
  expect_failure({"twins", file, "A", "--known-at", "yesterday"}, 2, "yesterday");
  expect_failure({"twins", file, "A", "--known-at", "2026-11-23T24:30:00Z"}, 2, "2026-11-23T24:30:00Z");
  expect_failure({"twins", file, "A", "--known-at", "2026-02-30T09:30:00Z"}, 2, "2026-02-30");
  expect_failure({"export", file, "x", "--format", "pdf"}, 2, "pdf");
  expect_failure({"export", file, "x"}, 2, "--format");
  expect_failure({"import", file, "x", "--format", "csv"}, 2, "csv");
  expect_failure({"import", file, "x", "--listed", "soon"}, 2, "soon");
  expect_failure({"import", file, "x", "--delimiter", "tabs"}, 2, "tabs");
  expect_failure({"import", file, "x", "--columns", "city1"}, 2, "city1");
  expect_failure({"import", file, "x", "--columns", "a=1,mayor=2"}, 2, "\"mayor\" is nothing that a column can have");
  expect_failure({"chain", file, "A"}, 2, "OTHER");
}

TEST(Help, AndVersionAreAnswers) {
  EXPECT_EQ(run_command({"--version"}).output, "twinning " TWINNING_VERSION "\n");
  for (const char* command :
       {"create", "import", "export", "twins", "history", "chain", "network", "check", "migrate", "backup"}) {
    const CommandRun run = run_command({command, "--help"});
    EXPECT_EQ(run.status, 0);
    EXPECT_THAT(run.output, HasSubstr(std::string("  twinning ") + command + " bonds.db")) << "an example";
  }
}

}  // namespace
}  // namespace twinning
