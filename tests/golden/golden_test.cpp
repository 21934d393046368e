// The golden files: what old and foreign programs wrote, read by this version. See README.md.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include <twinning/twinning.hpp>

#include "layout/sample_file.hpp"
#include "support/shell.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using support::TemporaryFile;
using testing::ElementsAre;
using testing::SizeIs;

const std::filesystem::path folder = std::filesystem::path(TWINNING_SOURCE_DIR) / "tests" / "golden";

TEST(Golden, DumpIsWhatTheFileHolds) {
  const support::ShellRun run = support::run_shell(folder / "v1.db", ".dump\n");
  EXPECT_EQ(run.status, 0) << run.errors;
  EXPECT_TRUE(run.output == support::read_file(folder / "v1.sql"))
      << "v1.sql is not the dump of v1.db: cmake --build BUILD -t golden writes both";
}

TEST(Golden, FileOfLayoutOneIsReadWithAllItsAwkwardRows) {
  const TemporaryFile file;
  support::write_file(file.path(), support::read_file(folder / "v1.db"));
  migrate(file.path());
  Registry::open(file.path()).read([](const Snapshot& now) {
    const City coventry = now.find_city("Coventry").value();
    EXPECT_EQ(coventry.since, Date{"1043~"});
    EXPECT_EQ(now.find_city("Сталинград").value().name, "Volgograd");
    EXPECT_EQ(now.find_city("奥尔良").value().note, "An accent,\na second line and a quote: '");
    EXPECT_TRUE(now.find_city("Macondo").value().fictional);
    EXPECT_THAT(now.cities_identified(IdentifierScheme::unlocode, "GB CVT"), SizeIs(1));
    EXPECT_THAT(now.bonds(), SizeIs(4));
    const Bond first = now.get_bond(BondId(1));
    EXPECT_EQ(first.status, Status::suspended);
    EXPECT_EQ(first.formed, Date{"[1941,1944]"});
    EXPECT_EQ(first.condition, "an end of the war");
    const auto history = now.history(first.id);
    ASSERT_THAT(history, SizeIs(3)) << "one was corrected, one retracted";
    EXPECT_THAT(now.rivals(), SizeIs(1));
    EXPECT_EQ(to_string(history[0].recorded_at), "2026-06-15T12:00:00.000Z");
    EXPECT_EQ(now.get_bond(BondId(2)).status, Status::dormant);
    EXPECT_THAT(now.keepsakes(), SizeIs(1));
    EXPECT_EQ(now.keepsakes().front().place, "Panorama Museum");
    const auto unexplained = now.unexplained_bonds();
    ASSERT_THAT(unexplained, SizeIs(3));
    EXPECT_EQ(unexplained[1].reason, Reason(Reason::unknown));
  });
}

struct Refused {
  const char* name;
  ErrorCategory category;
};

TEST(Golden, FilesThatAreNoneAreRefusedAndLeftAlone) {
  for (const auto& [name, category] :
       {Refused{"v999.db", ErrorCategory::layout_too_new}, Refused{"foreign.db", ErrorCategory::not_a_registry},
        Refused{"torn.db", ErrorCategory::corrupt}}) {
    const TemporaryFile file;
    support::write_file(file.path(), support::read_file(folder / name));
    const auto before = support::contents(file.path().parent_path());
    try {
      Registry::open(file.path());
      ADD_FAILURE() << name << " was opened";
    } catch (const Error& error) {
      EXPECT_EQ(error.category(), category) << error.what();
    }
    EXPECT_EQ(support::contents(file.path().parent_path()), before) << name;
  }
}

}  // namespace
}  // namespace twinning
