// A registry in a file or a folder that may only be read.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/fsuid.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <future>
#include <string>
#include <utility>

#include <twinning/twinning.hpp>

#include "api/book.hpp"
#include "support/cities.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using support::add_city;
using support::cities_of;
using support::error_of;
using support::TemporaryFile;

/// Runs `work` in a thread of its own to which permissions apply. The tests may run as root, for whom they don't, and
/// chmod alone would prove nothing: Linux lets a thread give up root's rights over files (setfsuid(2)).
template <typename Work>
void without_rights_of_root(Work&& work) {
  std::async(std::launch::async, [&] {
    if (geteuid() == 0) setfsuid(65534);  // nobody
    work();
  }).get();
}

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
  without_rights_of_root([&] {
    ASSERT_NE(access(file().path().c_str(), F_OK), -1);
    const auto registry = Registry::open(file().path(), {.mode = Mode::read_only});
    EXPECT_EQ(cities_of(registry), 1U);
    EXPECT_TRUE(check(file().path()).empty());
  });
  EXPECT_EQ(support::read_file(file().path()), before);
}

TEST_F(ReadOnlyFolder, RefusesAWriteInOneLine) {
  make(JournalMode::rollback);
  without_rights_of_root([&] {
    auto registry = Registry::open(file().path());
    EXPECT_EQ(cities_of(registry), 1U);
    const Error error = error_of([&] { add_city(registry, "Volgograd"); });
    EXPECT_EQ(error.category(), ErrorCategory::read_only);
    EXPECT_TRUE(support::is_one_line(error.what())) << error.what();
    const Error making = error_of([&] { Registry::create(file().beside("new.db")); });
    EXPECT_EQ(making.category(), ErrorCategory::input_output);
  });
}

TEST_F(ReadOnlyFolder, RefusesAWriteAheadFileWithoutATrace) {
  make(JournalMode::write_ahead);
  const std::string before = support::read_file(file().path());
  without_rights_of_root([&] {
    // SQLite needs to make a file beside it, so it can't be read; what matters is one clear error.
    const Error error = error_of([&] { cities_of(Registry::open(file().path(), {.mode = Mode::read_only})); });
    EXPECT_EQ(error.category(), ErrorCategory::read_only);
    EXPECT_TRUE(support::is_one_line(error.what())) << error.what();
  });
  EXPECT_EQ(support::read_file(file().path()), before);
}

TEST(Permissions, AFileThatMayNotBeReadIsRefused) {
  const TemporaryFile file;
  Registry::create(file.path());
  chmod(file.path().parent_path().c_str(), 0755);
  chmod(file.path().c_str(), 0);
  without_rights_of_root([&] {
    const Error error = error_of([&] { Registry::open(file.path(), {.mode = Mode::read_only}); });
    EXPECT_EQ(error.category(), ErrorCategory::input_output);
    EXPECT_THAT(error.what(), testing::HasSubstr(file.path().string()));
  });
}

}  // namespace
}  // namespace twinning
