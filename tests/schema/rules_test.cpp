// Every rule of the file, attacked through the real shell; the attacks are in attacks.sql.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "schema/attack_blocks.hpp"
#include "schema/sample.hpp"
#include "support/database.hpp"
#include "support/shell.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using support::AttackBlock;
using support::Database;
using support::ShellRun;
using support::TemporaryFile;
using Kind = AttackBlock::Kind;

std::vector<AttackBlock> blocks_of(const std::vector<Kind>& kinds) {
  std::vector<AttackBlock> blocks;
  for (const AttackBlock& block : support::attack_blocks()) {
    if (std::ranges::find(kinds, block.kind) != kinds.end()) blocks.push_back(block);
  }
  return blocks;
}

std::string name_of(const testing::TestParamInfo<AttackBlock>& block) { return support::test_name(block.param); }

// The shell's complaint less "Runtime error near line 2: "; empty if it has none, or one of another kind, such as a
// mistake in the attack itself.
std::string complaint(const std::string& errors, const std::string& kind) {
  const std::string mark = kind + " error near line ";
  const std::size_t end = errors.find(": ");
  if (!errors.starts_with(mark) || end == std::string::npos) return "";
  return errors.substr(end + 2);
}

class Blocks : public testing::TestWithParam<AttackBlock> {
 protected:
  Blocks() { support::write_file(file_.path(), support::sample_image()); }

  ShellRun attack() const { return support::run_shell(file_.path(), "PRAGMA foreign_keys = OFF;\n" + GetParam().sql); }

  std::string bytes() const { return support::read_file(file_.path()); }

  const TemporaryFile& file() const { return file_; }

 private:
  TemporaryFile file_;
};

class Refused : public Blocks {};

TEST_P(Refused, ByNameAndWithoutATrace) {
  const ShellRun run = attack();
  const std::string& expected = GetParam().expected;
  const std::string complained = complaint(run.errors, "Runtime");
  if (GetParam().kind == Kind::rule) {
    EXPECT_TRUE(complained.starts_with(expected + ": ") ||
                complained.starts_with("CHECK constraint failed: " + expected + " ("))
        << "The shell says: " << run.errors;
  } else {
    EXPECT_TRUE(complained.starts_with(expected) || complaint(run.errors, "Parse").starts_with(expected))
        << "The shell says: " << run.errors;
  }
  EXPECT_EQ(run.status, 1);
  EXPECT_TRUE(bytes() == support::sample_image()) << "The attack left its trace in the file.";
}

INSTANTIATE_TEST_SUITE_P(Attacks, Refused, testing::ValuesIn(blocks_of({Kind::rule, Kind::sqlite})), name_of);

class Ignored : public Blocks {};

TEST_P(Ignored, InSilenceAndWithoutATrace) {
  const ShellRun run = attack();
  EXPECT_EQ(run.errors, "");
  EXPECT_EQ(run.status, 0);
  EXPECT_TRUE(bytes() == support::sample_image()) << "The attack left its trace in the file.";
}

INSTANTIATE_TEST_SUITE_P(Attacks, Ignored, testing::ValuesIn(blocks_of({Kind::ignored})), name_of);

class Legal : public Blocks {};

TEST_P(Legal, PassesAndLeavesASoundFile) {
  const ShellRun run = attack();
  EXPECT_EQ(run.errors, "");
  EXPECT_EQ(run.status, 0);
  EXPECT_FALSE(bytes() == support::sample_image()) << "The statement changed nothing.";
  const Database database(file().path());
  EXPECT_EQ(database.rows("PRAGMA integrity_check"), "ok\n");
  EXPECT_EQ(database.rows("PRAGMA foreign_key_check"), "");
}

INSTANTIATE_TEST_SUITE_P(Attacks, Legal, testing::ValuesIn(blocks_of({Kind::legal})), name_of);

}  // namespace
}  // namespace twinning
