// A registry in a file or a folder that may only be read.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include <twinning/twinning.hpp>

#include "api/book.hpp"
#include "support/cities.hpp"
#include "support/temporary_file.hpp"
#include "support/unprivileged.hpp"

namespace twinning {
namespace {

using support::add_city;
using support::cities_of;
using support::error_of;
using support::TemporaryFile;

class ReadOnlyFolder : public testing::Test {
 protected:
  void make(JournalMode mode) {
    {
      auto registry = Registry::create(file_.path(), {.journal_mode = mode});
      add_city(registry, "Coventry");
    }
    chmod(file_.path().c_str(), 0444);
    chmod(file_.path().parent_path().c_str(), 0555);
  }
  ~ReadOnlyFolder() override { chmod(file_.path().parent_path().c_str(), 0755); }

  const TemporaryFile& file() const { return file_; }

 private:
  TemporaryFile file_;
};

TEST_F(ReadOnlyFolder, IsEnoughForAReadOnlyRegistry) {
  make(JournalMode::rollback);
  const std::string before = support::read_file(file().path());
  const support::Unprivileged unprivileged;
  ASSERT_NE(access(file().path().c_str(), F_OK), -1);
  const auto registry = Registry::open(file().path(), {.mode = Mode::read_only});
  EXPECT_EQ(cities_of(registry), 1U);
  EXPECT_TRUE(check(file().path()).empty());
  EXPECT_EQ(support::read_file(file().path()), before);
}

TEST_F(ReadOnlyFolder, RefusesAWriteInOneLine) {
  make(JournalMode::rollback);
  const support::Unprivileged unprivileged;
  auto registry = Registry::open(file().path());
  EXPECT_EQ(cities_of(registry), 1U);
  const Error error = error_of([&] { add_city(registry, "Volgograd"); });
  EXPECT_EQ(error.category(), ErrorCategory::read_only);
  EXPECT_TRUE(support::is_one_line(error.what())) << error.what();
  const Error making = error_of([&] { Registry::create(file().beside("new.db")); });
  EXPECT_EQ(making.category(), ErrorCategory::input_output);
}

TEST_F(ReadOnlyFolder, RefusesAWriteAheadFileWithoutATrace) {
  make(JournalMode::write_ahead);
  const std::string before = support::read_file(file().path());
  const support::Unprivileged unprivileged;
  // SQLite needs to make a file beside it, so it can't be read; what matters is one clear error.
  const Error error = error_of([&] { cities_of(Registry::open(file().path(), {.mode = Mode::read_only})); });
  EXPECT_EQ(error.category(), ErrorCategory::read_only);
  EXPECT_TRUE(support::is_one_line(error.what())) << error.what();
  EXPECT_EQ(support::read_file(file().path()), before);
}

TEST(Permissions, AFileThatMayNotBeReadIsRefused) {
  const TemporaryFile file;
  Registry::create(file.path());
  chmod(file.path().parent_path().c_str(), 0755);
  chmod(file.path().c_str(), 0);
  const support::Unprivileged unprivileged;
  const Error error = error_of([&] { Registry::open(file.path(), {.mode = Mode::read_only}); });
  EXPECT_EQ(error.category(), ErrorCategory::input_output);
  EXPECT_THAT(error.what(), testing::HasSubstr(file.path().string()));
}

}  // namespace
}  // namespace twinning
