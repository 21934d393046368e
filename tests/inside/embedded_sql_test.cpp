#include "embedded_sql.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace twinning {
namespace {

using testing::UnorderedElementsAreArray;

std::filesystem::path source_folder() { return TWINNING_SOURCE_DIR; }

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::vector<std::string> sql_files_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".sql") names.push_back(entry.path().filename());
  }
  return names;
}

/// The names of the files in the binary; each is compared with the file that it comes from.
std::vector<std::string> embedded_from(const std::filesystem::path& folder, std::span<const EmbeddedSql> files) {
  std::vector<std::string> names;
  for (const EmbeddedSql& file : files) {
    EXPECT_EQ(file.text, bytes_of(folder / file.name)) << file.name;
    names.emplace_back(file.name);
  }
  return names;
}

TEST(EmbeddedSql, IsEveryFileOfTheSchemaByteForByte) {
  const auto folder = source_folder() / "schema";
  auto names = embedded_from(folder, embedded_durable_schema());
  for (auto& name : embedded_from(folder, embedded_derived_schema())) names.push_back(std::move(name));
  EXPECT_THAT(names, UnorderedElementsAreArray(sql_files_in(folder))) << "lib/CMakeLists.txt lists them";
}

TEST(EmbeddedSql, IsEveryMigrationByteForByteOldestFirst) {
  const auto folder = source_folder() / "migrations";
  auto files = sql_files_in(folder);
  std::ranges::sort(files);
  EXPECT_EQ(embedded_from(folder, embedded_migrations()), files) << "lib/CMakeLists.txt lists them";
}

}  // namespace
}  // namespace twinning
