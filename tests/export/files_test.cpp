// An export is whole or it is not there.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>

#include "export/exported.hpp"
#include "support/size_limit.hpp"

namespace twinning {
namespace {

using support::error_of;
using support::OddBook;
using support::TemporaryFile;
using testing::HasSubstr;

constexpr ExportFormat formats[] = {ExportFormat::csv,  ExportFormat::tables,  ExportFormat::graphml,
                                    ExportFormat::gexf, ExportFormat::geojson, ExportFormat::geopackage};

class Files : public testing::TestWithParam<ExportFormat> {
 protected:
  ExportReport write(const std::filesystem::path& path) const {
    return book_.ask([&](const Snapshot& now) { return export_file(now, path, {.format = GetParam()}); });
  }
  Error failure(const std::filesystem::path& path) const {
    Error error = error_of([&] { write(path); });
    EXPECT_TRUE(support::is_one_line(error.what())) << error.what();
    EXPECT_THAT(error.what(), HasSubstr(path.string()));
    EXPECT_THAT(error.what(), testing::Not(HasSubstr(".partial")));
    return error;
  }

 private:
  OddBook book_;
};

std::size_t files_in(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

TEST_P(Files, AreThereAndNothingElseIs) {
  const TemporaryFile file("export");
  const ExportReport report = write(file.path());
  EXPECT_EQ(files_in(file.path().parent_path()), 1U);
  EXPECT_FALSE(report.files.empty());
  for (const std::string& name : report.files) EXPECT_TRUE(std::filesystem::is_regular_file(name)) << name;
}

TEST_P(Files, NeverOverwrite) {
  const TemporaryFile file("export");
  support::write_file(file.path(), "mine");
  EXPECT_EQ(failure(file.path()).category(), ErrorCategory::already_exists);
  EXPECT_EQ(support::read_file(file.path()), "mine");
  const auto folder = file.beside("empty");
  std::filesystem::create_directory(folder);
  EXPECT_EQ(failure(folder).category(), ErrorCategory::already_exists);
  const auto link = file.beside("link");
  std::filesystem::create_symlink("nowhere", link);
  EXPECT_EQ(failure(link).category(), ErrorCategory::already_exists);
  EXPECT_EQ(files_in(file.path().parent_path()), 3U);
}

TEST_P(Files, NeedAFolderThatMayBeWritten) {
  const TemporaryFile file("export");
  EXPECT_EQ(failure(file.beside("none") / "export").category(), ErrorCategory::input_output);
  EXPECT_EQ(failure("/proc/export").category(), ErrorCategory::input_output) << "not even root may";
  EXPECT_EQ(files_in(file.path().parent_path()), 0U);
}

TEST_P(Files, NeedAName) {
  const Error error = error_of([&] { write(""); });
  EXPECT_EQ(error.category(), ErrorCategory::invalid_argument);
}

TEST_P(Files, LeaveNothingBehindWhereThereIsNoRoom) {
  const TemporaryFile file("export");
  std::optional<Error> error;
  {
    const support::SizeLimit limit(500);
    error = failure(file.path());
  }
  EXPECT_THAT(error->category(), testing::AnyOf(ErrorCategory::no_space, ErrorCategory::input_output));
  EXPECT_EQ(files_in(file.path().parent_path()), 0U);
  write(file.path());
}

INSTANTIATE_TEST_SUITE_P(All, Files, testing::ValuesIn(formats),
                         [](const auto& format) { return std::string(to_string(format.param)); });

TEST(Formats, HaveWords) {
  for (const ExportFormat format : formats) EXPECT_EQ(export_format(to_string(format)), format);
  EXPECT_EQ(export_format("parquet"), std::nullopt);
}

TEST(Folders, MayBeNamedWithASlash) {
  const OddBook book;
  const TemporaryFile file("export");
  book.ask([&](const Snapshot& now) { export_file(now, file.path().string() + "/", {.format = ExportFormat::csv}); });
  EXPECT_TRUE(std::filesystem::exists(file.path() / "cities.csv"));
}

}  // namespace
}  // namespace twinning
