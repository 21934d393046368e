// What becomes of a registry's surroundings while it is open: the disk fills up, the file is cut off, goes, or gives
// way to another, permissions are taken away. One clear error or the right answer, never a crash or silence.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <thread>

#include <twinning/twinning.hpp>

#include "durability/acts.hpp"
#include "support/size_limit.hpp"
#include "support/temporary_file.hpp"
#include "support/unprivileged.hpp"

namespace twinning::durability {
namespace {

namespace filesystem = std::filesystem;
using support::TemporaryFile;
using testing::AnyOf;
using enum ErrorCategory;

/// The error of a work, if there is one, which must be of one line.
std::optional<Error> error_in(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos) << error.what();
    EXPECT_NE(error.category(), internal) << error.what();
    return error;
  }
  return std::nullopt;
}

void fill(Registry& registry) {
  registry.write([](Transaction& tx) { tx.add_city({.name = "Great", .note = std::string(2'000'000, 'x')}); });
}

/// Readers look after their file now and then.
void wait_a_moment() { std::this_thread::sleep_for(std::chrono::milliseconds(50)); }

std::size_t bonds_of(const Registry& registry) {
  return registry.read([](const Snapshot& now) { return now.bonds().size(); });
}

class Surroundings : public testing::TestWithParam<JournalMode> {
 protected:
  Surroundings() { make_registry(file_.path(), GetParam(), 3); }
  std::string path() const { return file_.path(); }
  Registry open() const { return Registry::open(path(), {.busy_timeout = {}}); }

 private:
  TemporaryFile file_;
};

INSTANTIATE_TEST_SUITE_P(Both, Surroundings, testing::Values(JournalMode::rollback, JournalMode::write_ahead),
                         [](const auto& mode) { return mode.param == JournalMode::rollback ? "Rollback" : "Wal"; });

TEST_P(Surroundings, FullDiskLeavesTheOld) {
  const std::string before = told(path());
  auto registry = open();
  std::optional<Error> error;
  {
    const support::SizeLimit limit(filesystem::file_size(path()) + 100'000);
    error = error_in([&] { fill(registry); });
  }
  ASSERT_TRUE(error);
  EXPECT_THAT(error->category(), AnyOf(no_space, input_output)) << error->what();
  EXPECT_EQ(told(path()), before);
  record_act(registry, 3);
  EXPECT_EQ(bonds_of(registry), 2U);
}

TEST_P(Surroundings, FullDiskLeavesNoBackup) {
  std::optional<Error> error;
  {
    const support::SizeLimit limit(filesystem::file_size(path()) / 2);
    error = error_in([&] { backup(path(), path() + ".copy"); });
  }
  ASSERT_TRUE(error);
  EXPECT_THAT(error->category(), AnyOf(no_space, input_output)) << error->what();
  for (const auto& entry : filesystem::directory_iterator(filesystem::path(path()).parent_path())) {
    EXPECT_EQ(entry.path().string().find("copy"), std::string::npos) << entry.path();
  }
}

// In write-ahead mode it has what it needs open already.
TEST(Permissions, OfTheFolderThatAreTakenAwayStopAWriteAndNoRead) {
  const TemporaryFile file;
  make_registry(file.path(), JournalMode::rollback, 3);
  auto registry = Registry::open(file.path(), {.busy_timeout = {}});
  const auto folder = file.path().parent_path();
  filesystem::permissions(folder, filesystem::perms::owner_read | filesystem::perms::owner_exec);
  {
    const support::Unprivileged unprivileged;
    const auto error = error_in([&] { record_act(registry, 3); });
    ASSERT_TRUE(error);
    EXPECT_THAT(error->category(), AnyOf(input_output, read_only)) << error->what();
    EXPECT_EQ(bonds_of(registry), 1U);
  }
  filesystem::permissions(folder, filesystem::perms::owner_all);
  record_act(registry, 3);
  EXPECT_EQ(bonds_of(registry), 2U);
}

TEST_P(Surroundings, FileThatIsCutOffIsFoundOut) {
  auto registry = open();
  filesystem::resize_file(path(), 8 * 4096);
  const auto reading = error_in([&] { bonds_of(registry); });
  ASSERT_TRUE(reading);
  EXPECT_THAT(reading->category(), AnyOf(corrupt, not_a_registry, input_output)) << reading->what();
  const auto writing = error_in([&] { record_act(registry, 3); });
  ASSERT_TRUE(writing);
  EXPECT_THAT(writing->category(), AnyOf(corrupt, not_a_registry, input_output)) << writing->what();
}

TEST_P(Surroundings, FileThatIsEmptiedIsFoundOut) {
  auto registry = open();
  filesystem::resize_file(path(), 0);
  EXPECT_TRUE(error_in([&] { bonds_of(registry); }));
  EXPECT_TRUE(error_in([&] { record_act(registry, 3); }));
}

TEST_P(Surroundings, FileThatIsGoneIsFoundOut) {
  auto registry = open();
  EXPECT_EQ(bonds_of(registry), 1U);
  filesystem::remove(path());
  wait_a_moment();
  EXPECT_TRUE(error_in([&] { bonds_of(registry); })) << "what is read is no longer there";
  EXPECT_TRUE(error_in([&] { record_act(registry, 3); })) << "an act is recorded where nobody finds it";
}

// A log without a name is gone with the program.
TEST(Log, ThatIsTakenAwayTakesNoWrite) {
  const TemporaryFile file;
  const std::string path = file.path();
  make_registry(path, JournalMode::write_ahead, 3);
  auto registry = Registry::open(path, {.busy_timeout = {}});
  record_act(registry, 3);
  filesystem::rename(path + "-wal", path + ".kept");
  const auto error = error_in([&] { record_act(registry, 4); });
  ASSERT_TRUE(error) << "an act is recorded where nobody finds it";
  EXPECT_EQ(error->category(), input_output);
  EXPECT_THAT(error->what(), testing::HasSubstr("-wal\", which is a part of the registry, was taken away"));
  filesystem::rename(path + ".kept", path + "-wal");
  record_act(registry, 4);
  EXPECT_EQ(bonds_of(Registry::open(path)), 2U);
}

TEST_P(Surroundings, FileThatGivesWayToAnotherIsFoundOut) {
  auto registry = open();
  EXPECT_EQ(bonds_of(registry), 1U);
  const std::string other = path() + ".other";
  make_registry(other, GetParam(), 6);
  filesystem::rename(other, path());
  wait_a_moment();
  const auto reading = error_in([&] { bonds_of(registry); });
  ASSERT_TRUE(reading) << "what is read is no longer there";
  EXPECT_THAT(reading->what(),
              testing::HasSubstr("was moved, deleted or replaced since it was opened: open it where it is now"));
  EXPECT_TRUE(error_in([&] { record_act(registry, 3); })) << "an act is recorded where nobody finds it";
}

}  // namespace
}  // namespace twinning::durability
