// The documented facts of which the example registry is made.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "import/imported.hpp"

namespace twinning {
namespace {

using support::Imported;
using support::shared_data;

class Facts : public testing::Test {
 protected:
  void SetUp() override {
    if (shared_data("facts.csv").empty()) GTEST_SKIP() << "shared/data/facts.csv is not beside this checkout";
    report_ = imported_.take_file(shared_data("facts.csv"));
  }
  Imported imported_;
  ImportReport report_;
};

TEST_F(Facts, AreAllAccountedFor) {
  EXPECT_EQ(report_.rows, 322);
  EXPECT_EQ(report_.rows_added, 308);
  EXPECT_EQ(report_.rejected, 14);
  EXPECT_EQ(report_.repeated, 0);
  EXPECT_EQ(report_.self_links, 0);
  for (const RejectedRow& row : report_.rejected_rows) {
    EXPECT_GT(row.line, 1);
    EXPECT_LE(row.line, 323);
    EXPECT_FALSE(row.reason.empty());
  }
  std::cout << support::told(report_.rejected_rows);
  for (const auto& name : report_.ambiguous_names) std::cout << name.line << " " << name.name << "\n";
}

TEST_F(Facts, AreKnownTheSecondTime) {
  const std::string before = imported_.dump();
  const ImportReport again = imported_.take_file(shared_data("facts.csv"));
  EXPECT_TRUE(imported_.dump() == before);
  EXPECT_EQ(again.rows_matched, 308);
  EXPECT_EQ(again.rejected, 14);
  EXPECT_EQ(again.gone, 0);
}

}  // namespace
}  // namespace twinning
