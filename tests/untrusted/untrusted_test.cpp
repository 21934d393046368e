// Files that somebody sent: a clear refusal or a safe answer, and never a change to them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <twinning/twinning.hpp>

#include "layout/sample_file.hpp"
#include "support/database.hpp"
#include "support/temporary_file.hpp"
#include "untrusted/every_question.hpp"
#include "untrusted/hostile_file.hpp"

namespace twinning {
namespace {

using support::ask_everything;
using support::HostileFile;
using support::Outcome;
using support::TemporaryFile;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<HostileFile> all_hostile_files() {
  std::vector<HostileFile> files;
  for (const auto& some : {support::files_with_another_schema(), support::files_with_broken_pages(),
                           support::files_with_wrong_values(), support::files_that_lead_elsewhere()}) {
    files.insert(files.end(), some.begin(), some.end());
  }
  return files;
}

void expect_one_line(const Error& error) {
  const std::string text = error.what();
  EXPECT_FALSE(text.empty());
  EXPECT_EQ(text.find('\n'), std::string::npos) << text;
  if (text != "unsupported file format") {
    EXPECT_NE(error.category(), ErrorCategory::internal) << text;
  }
}

class HostileFiles : public testing::TestWithParam<HostileFile> {
 protected:
  HostileFiles() {
    support::write_sample(file_.path());
    GetParam().spoil(file_.path());
  }
  TemporaryFile file_;
};

TEST_P(HostileFiles, AreRefusedOrAnswerSafely) {
  const auto before = support::contents(file_.path().parent_path());
  std::optional<Error> refused;
  try {
    const auto registry = Registry::open(file_.path(), {.mode = Mode::untrusted});
    const std::vector<Error> errors = ask_everything(registry);
    for (const Error& error : errors) expect_one_line(error);
  } catch (const Error& error) {
    expect_one_line(error);
    refused = error;
  }
  EXPECT_EQ(support::contents(file_.path().parent_path()), before) << "it was written to";
  if (GetParam().outcome == Outcome::opened) {
    EXPECT_FALSE(refused) << refused->what();
  }
  if (GetParam().outcome == Outcome::refused) {
    ASSERT_TRUE(refused);
    EXPECT_THAT(refused->what(), HasSubstr(GetParam().told));
  }
}

/// What `check` says of a file, which is one line each and what is to be done.
std::string told_by_check(const std::string& path, Mode mode) {
  std::string told;
  try {
    for (const Finding& finding : check(path, mode)) {
      EXPECT_EQ(finding.explanation.find('\n'), std::string::npos) << finding.explanation;
      EXPECT_THAT(finding.explanation,
                  ContainsRegex("[;:] (restore|make|drop|rename|correct|add|rebuild|retract|change|write|set) [^;]*$"))
          << "what is to be done";
      told += finding.what + ": " + finding.explanation + "\n";
    }
  } catch (const Error& error) {
    expect_one_line(error);
    told = error.what();
  }
  return told;
}

TEST_P(HostileFiles, AreExplainedByCheck) {
  const std::string told = told_by_check(file_.path(), Mode::read_only);
  const std::string& found = GetParam().found;
  if (found == "any") {
    EXPECT_NE(told, "");
  } else if (found == "perhaps") {
    SUCCEED() << told;
  } else if (found.empty()) {
    EXPECT_EQ(told, "");
  } else {
    EXPECT_THAT(told, HasSubstr(found));
  }
}

TEST_P(HostileFiles, AreExplainedByCheckAndLeftAlone) {
  const auto before = support::contents(file_.path().parent_path());
  const std::string told = told_by_check(file_.path(), Mode::untrusted);
  EXPECT_EQ(support::contents(file_.path().parent_path()), before) << "it was written to";
  const std::string& found = GetParam().found;
  const bool must_be_found = GetParam().outcome == Outcome::safe && !found.empty() && found != "perhaps";
  if (GetParam().outcome == Outcome::refused || must_be_found) {
    EXPECT_NE(told, "");
  }
}

INSTANTIATE_TEST_SUITE_P(Any, HostileFiles, testing::ValuesIn(all_hostile_files()),
                         [](const testing::TestParamInfo<HostileFile>& file) { return file.param.name; });

class Untrusted : public testing::Test {
 protected:
  Untrusted() { support::write_sample(file_.path()); }
  Registry open() const { return Registry::open(file_.path(), {.mode = Mode::untrusted}); }
  TemporaryFile file_;
};

TEST_F(Untrusted, IsAnsweredLikeAnyIfItIsSound) {
  const Registry registry = open();
  for (const Error& error : ask_everything(registry)) {
    EXPECT_THAT(error.category(), testing::AnyOf(ErrorCategory::not_found, ErrorCategory::ambiguous)) << error.what();
  }
  const auto twins = [](const Snapshot& now) { return now.twins(now.get_city("Coventry").id).size(); };
  EXPECT_EQ(registry.read(twins), Registry::open(file_.path()).read(twins));
  EXPECT_EQ(registry.path(), file_.path());
}

// Whoever sent it may send it again under its name: neither a connection that is open reads on, nor does another read
// what was never looked at.
TEST_F(Untrusted, IsNotReadWhereAnotherTookItsPlace) {
  const Registry registry = open();
  const auto count = [](const Snapshot& now) { return now.bonds().size(); };
  registry.read(count);
  const std::string another = file_.beside("another.db");
  support::write_sample(another);
  std::filesystem::rename(another, file_.path());
  std::this_thread::sleep_for(std::chrono::milliseconds(50));  // a reader looks after its file now and then
  for (int turn = 0; turn < 2; ++turn) {
    try {
      registry.read(count);
      ADD_FAILURE() << "it was read";
    } catch (const Error& error) {
      EXPECT_EQ(error.category(), ErrorCategory::input_output) << error.what();
      EXPECT_THAT(error.what(), HasSubstr("was moved, deleted or replaced since it was opened"));
    }
  }
}

TEST_F(Untrusted, IsReadOnly) {
  auto registry = open();
  try {
    registry.write([](Transaction& tx) { tx.add_city({.name = "Bonn"}); });
    ADD_FAILURE() << "it was written to";
  } catch (const Error& error) {
    EXPECT_EQ(error.category(), ErrorCategory::read_only);
    EXPECT_THAT(error.what(),
                HasSubstr("was opened as untrusted: open it again with Mode::read_write, if you trust it"));
  }
}

TEST_F(Untrusted, MayHaveAnyName) {
  for (const std::string name : {"a?mode=rwc.db", "50% of it#1.db", "a b.db", "ünï.db", "%41.db"}) {
    const auto path = file_.beside(name);
    support::write_sample(path);
    const auto before = support::contents(path.parent_path());
    Registry::open(path, {.mode = Mode::untrusted}).read([](const Snapshot& now) { now.get_city("Coventry"); });
    EXPECT_EQ(support::contents(path.parent_path()), before) << name;
  }
}

TEST_F(Untrusted, MustBeThere) {
  for (const auto& open : {Registry::open, Registry::open_or_create}) {
    try {
      open(file_.beside("none.db"), {.mode = Mode::untrusted});
      ADD_FAILURE() << "it was opened";
    } catch (const Error& error) {
      EXPECT_EQ(error.category(), ErrorCategory::not_found);
    }
  }
  EXPECT_NO_THROW(Registry::open_or_create(file_.path(), {.mode = Mode::untrusted}));
  EXPECT_THROW(Registry::in_memory({.mode = Mode::untrusted}), Error);
}

// What hostile files are made of does work, where nobody looks.
TEST(HostileFilesAreHostile, ATriggerOfTheSendersRunsInAnOrdinaryConnection) {
  const TemporaryFile file;
  support::write_sample(file.path());
  support::Database database(file.path());
  database.run(
      "CREATE TRIGGER evil AFTER INSERT ON city BEGIN UPDATE city SET note = 'evil'; END; INSERT INTO city "
      "(name) VALUES ('Bonn')");
  EXPECT_EQ(database.rows("SELECT DISTINCT note FROM city"), "evil\n");
}

}  // namespace
}  // namespace twinning
