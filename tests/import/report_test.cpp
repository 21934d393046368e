// What an import reports, what it leaves behind, and what the same list at another time adds.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <stdexcept>

#include "import/imported.hpp"

namespace twinning {
namespace {

using support::acts_query;
using support::error_of;
using support::Imported;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view list =
    "a,b,a_country,b_country,date\n"
    "Coventry,Kiel,GB,DE,1947\n"
    "Kiel,Coventry,DE,GB,1947\n"
    "Coventry,Kiel,GB,DE,1947\n"
    "Coventry,Coventry,GB,GB,1950\n"
    "Coventry,Dresden,GB,DE,1959-13\n"
    "Coventry,Dresden,GB,DE,1959\n";

TEST(Report, AddsUp) {
  Imported imported;
  const ImportReport report = imported.take(list);
  EXPECT_EQ(report.rows, 6);
  EXPECT_EQ(report.rows_added, 3);
  EXPECT_EQ(report.rows_matched, 0);
  EXPECT_EQ(report.repeated, 1);
  EXPECT_EQ(report.self_links, 1);
  EXPECT_EQ(report.rejected, 1);
  EXPECT_EQ(report.cities_added, 3);
  EXPECT_EQ(report.cities_matched, 0);
  EXPECT_EQ(report.bonds_added, 2);
  EXPECT_EQ(report.bonds_matched, 0);
  EXPECT_EQ(report.acts_added, 3);
  EXPECT_THAT(report.self_link_lines, ElementsAre(5));
  EXPECT_EQ(support::told(report.rejected_rows),
            "6 date 1959-13 is no date: write 1944, 1944-06, 1944-06-06 or another form of EDTF\n");
  EXPECT_EQ(imported.rows(acts_query),
            "Coventry - Dresden|formed|1959|Coventry|normal\n"
            "Coventry - Kiel|formed|1947|Coventry|normal\n"
            "Coventry - Kiel|formed|1947|Kiel|normal\n");
}

/// The SHA-256 of a file, as another program has it.
std::string sha256sum(const std::filesystem::path& path) {
  const std::string command = "sha256sum < '" + path.string() + "'";
  FILE* const pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
  char digits[65] = {};
  const std::size_t size = std::fread(digits, 1, 64, pipe);
  ::pclose(pipe);
  return {digits, size};
}

TEST(Report, NamesOneSourceWithTheFilesNameAndDigest) {
  Imported imported;
  const ImportReport report = imported.take(list);
  EXPECT_EQ(report.file_sha256, sha256sum(imported.beside("list.csv")));
  ASSERT_TRUE(report.source);
  EXPECT_EQ(imported.rows("SELECT id, title, file_name, file_sha256 FROM source"),
            std::to_string(report.source->value()) + "|list.csv|list.csv|" + report.file_sha256 + "\n");
  EXPECT_EQ(imported.rows("SELECT e.kind, c.locator FROM bond_event AS e JOIN citation AS c ON c.event_id = e.id ORDER "
                          "BY e.id"),
            "formed|line 2\nformed|line 3\nformed|line 7\n");
  imported.ask([&](const Snapshot& now) { EXPECT_EQ(now.supported_facts(*report.source).size(), 3U); });
}

TEST(Report, HasTheTitleThatWasStated) {
  Imported imported;
  imported.take(list, {.source = "Coventry City Council: twins"});
  EXPECT_EQ(imported.rows("SELECT title, file_name FROM source"), "Coventry City Council: twins|list.csv\n");
}

TEST(Report, HasTheDigestOfAByteOrderMarkToo) {
  Imported imported;
  const ImportReport report = imported.take("\xef\xbb\xbf" + std::string(list));
  EXPECT_EQ(report.file_sha256, sha256sum(imported.beside("list.csv")));
  EXPECT_EQ(report.rows_added, 3);
}

TEST(TheSameFile, ChangesNothing) {
  Imported imported;
  imported.take(list);
  const std::string before = imported.dump();
  imported.clock().set(support::noon(2026, 7, 1));
  const ImportReport again = imported.take(list);
  EXPECT_TRUE(imported.dump() == before);
  EXPECT_EQ(again.rows_added, 0);
  EXPECT_EQ(again.rows_matched, 3);
  EXPECT_EQ(again.repeated, 1);
  EXPECT_EQ(again.self_links, 1);
  EXPECT_EQ(again.rejected, 1);
  EXPECT_EQ(again.cities_added, 0);
  EXPECT_EQ(again.cities_matched, 3);
  EXPECT_EQ(again.bonds_added, 0);
  EXPECT_EQ(again.bonds_matched, 2);
  EXPECT_EQ(again.gone, 0);
  EXPECT_EQ(again.source, std::nullopt);
}

TEST(TheSameFile, ChangesNothingWhereItSpellsNamesDifferently) {
  Imported imported;
  const std::string text =
      "a,b,b_country,b_population\nKiel,Lodz,PL,\nKiel,Łódź,PL,670000\nKiel,LODZ,PL,\nBern,Łódź,PL,680000\n";
  imported.take(text);
  const std::string before = imported.dump();
  imported.take(text);
  EXPECT_EQ(imported.dump(), before);
  EXPECT_EQ(imported.rows("SELECT name, population FROM city WHERE country = 'PL'"), "Lodz|670000\n");
  EXPECT_EQ(imported.rows("SELECT name FROM city_name ORDER BY name"), "LODZ\nŁódź\n");
}

TEST(TheSameFile, ChangesNothingWhereABondWasFormedAnew) {
  Imported imported;
  const std::string text =
      "a,b,start,end\n"
      "Kiel,Bern,1990,2000\n"
      "Kiel,Bern,2005,2010\n"
      "Bern,Kiel,1990,2000\n"
      "Bern,Kiel,2005,\n";
  const ImportReport first = imported.take(text);
  EXPECT_EQ(first.bonds_added, 2);
  EXPECT_EQ(first.rivals, 0);
  EXPECT_EQ(imported.rows(acts_query),
            "Bern - Kiel|formed|1990|Bern|normal\nBern - Kiel|formed|1990|Kiel|normal\n"
            "Bern - Kiel|cut|2000|Bern|normal\nBern - Kiel|cut|2000|Kiel|normal\n"
            "Bern - Kiel|formed|2005|Bern|normal\nBern - Kiel|formed|2005|Kiel|normal\n"
            "Bern - Kiel|cut|2010|Kiel|normal\n");
  const std::string before = imported.dump();
  const ImportReport again = imported.take(text);
  EXPECT_EQ(again.rivals, 0);
  EXPECT_EQ(again.bonds_added, 0);
  EXPECT_EQ(imported.dump(), before);
}

TEST(TheSameFile, ChangesNothingWhateverTheOrderOfItsRows) {
  Imported imported;
  const std::string text = "a,b,start,end\nKiel,Bern,2005,\nKiel,Bern,1990,2000\n";
  EXPECT_EQ(imported.take(text).bonds_added, 2);
  const std::string before = imported.dump();
  EXPECT_EQ(imported.take(text).rows_added, 0);
  EXPECT_EQ(imported.dump(), before);
  EXPECT_EQ(imported.take("a,b,start,end\nKiel,Bern,1990,2000\nKiel,Bern,2005,\n").rows_added, 0);
}

TEST(ANewerFile, AddsOnlyWhatIsNewAndReportsWhatHasGone) {
  Imported imported;
  imported.take("a,b,date\nKiel,Bern,1990\nKiel,Rome,1991\nKiel,Oslo,1992\nTurin,Oslo,1993\n");
  const ImportReport newer = imported.take("a,b,date\nKiel,Bern,1990\nKiel,Oslo,1992\nKiel,Bonn,2020\n");
  EXPECT_EQ(newer.rows_added, 1);
  EXPECT_EQ(newer.rows_matched, 2);
  EXPECT_EQ(newer.cities_added, 1);
  EXPECT_EQ(newer.bonds_added, 1);
  EXPECT_EQ(newer.gone, 1) << "the file no longer speaks of Turin, so nothing is known of its claims";
  ASSERT_EQ(newer.gone_claims.size(), 1U);
  const GoneClaim& gone = newer.gone_claims.front();
  EXPECT_EQ(gone.parties, "Kiel - Rome");
  EXPECT_EQ(gone.by, "Kiel");
  EXPECT_EQ(gone.event, "formed");
  EXPECT_EQ(gone.date, Date("1991"));
  imported.ask([&](const Snapshot& now) { EXPECT_EQ(now.bonds().size(), 5U); });
  EXPECT_EQ(imported.rows("SELECT count(*) FROM source"), "2\n");
}

TEST(ANewerFile, SaysMoreOfTheSameBond) {
  Imported imported;
  imported.take("a,b,start,end\nKiel,Bern,,\nKiel,Rome,1990,\nKiel,Oslo,1992,2000\n");
  const ImportReport newer = imported.take("a,b,start,end\nKiel,Bern,1990,\nKiel,Rome,1990,2020\nKiel,Oslo,1992,\n");
  EXPECT_EQ(newer.bonds_added, 0);
  EXPECT_EQ(newer.acts_added, 2);
  EXPECT_EQ(newer.rivals, 0);
  ASSERT_EQ(newer.gone, 1) << "a listing that has got its date is not gone, an end that is no longer there is";
  EXPECT_EQ(newer.gone_claims.front().event, "cut");
  EXPECT_EQ(newer.gone_claims.front().parties, "Kiel - Oslo");
}

TEST(ANewerFile, MayBeOfAnotherDay) {
  Imported imported;
  imported.take("a,b\nKiel,Bern\nKiel,Rome\n", {.listed = Date("2020")});
  const ImportReport newer = imported.take("a,b\nKiel,Bern\n", {.listed = Date("2024")});
  ASSERT_EQ(newer.gone, 1);
  EXPECT_EQ(newer.gone_claims.front().parties, "Kiel - Rome");
  EXPECT_EQ(imported.rows(acts_query),
            "Bern - Kiel|listed|2020|Kiel|normal\nBern - Kiel|listed|2024|Kiel|normal\n"
            "Kiel - Rome|listed|2020|Kiel|normal\n");
}

TEST(ANewerFile, OfNobodysClaimsReportsThoseOfItsCities) {
  Imported imported;
  imported.take("a,b,date\nKiel,Bern,1990\nKiel,Rome,1991\nTurin,Oslo,1993\n", {.claims = false});
  const ImportReport newer = imported.take("a,b,date\nBern,Kiel,1990\n", {.claims = false});
  EXPECT_EQ(newer.rows_matched, 1);
  ASSERT_EQ(newer.gone, 1);
  EXPECT_EQ(newer.gone_claims.front().parties, "Kiel - Rome");
  EXPECT_EQ(newer.gone_claims.front().by, std::nullopt);
}

TEST(AnotherSource, HasNothingGone) {
  Imported imported;
  imported.take("a,b,date\nKiel,Bern,1990\nKiel,Rome,1991\n");
  const ImportReport other = imported.take("a,b,date\nKiel,Bern,1990\n", {.source = "another list"});
  EXPECT_EQ(other.gone, 0);
  EXPECT_EQ(other.rows_matched, 1);
}

TEST(ADryRun, WritesNothingAndReportsTheSame) {
  Imported imported;
  imported.take("a,b,date\nKiel,Bern,1990\nKiel,Rome,1991\n");
  const ImportReport dry = imported.take("a,b,date\nKiel,Bern,1990\nKiel,Oslo,\n,,\nKiel,Kiel,\n", {.dry_run = true});
  const ImportReport wet = imported.take("a,b,date\nKiel,Bern,1990\nKiel,Oslo,\n,,\nKiel,Kiel,\n");
  EXPECT_TRUE(dry.dry_run);
  EXPECT_EQ(dry.source, std::nullopt);
  EXPECT_EQ(dry.file_sha256, wet.file_sha256);
  for (const auto figure :
       {&ImportReport::rows, &ImportReport::rows_added, &ImportReport::rows_matched, &ImportReport::repeated,
        &ImportReport::self_links, &ImportReport::rejected, &ImportReport::cities_added, &ImportReport::cities_matched,
        &ImportReport::names_added, &ImportReport::bonds_added, &ImportReport::bonds_matched, &ImportReport::acts_added,
        &ImportReport::rivals, &ImportReport::values_left_out, &ImportReport::ambiguous, &ImportReport::gone}) {
    EXPECT_EQ(dry.*figure, wet.*figure);
  }
  EXPECT_EQ(support::told(dry.rejected_rows), support::told(wet.rejected_rows));
}

TEST(Rivals, AreKeptBesideWhatStands) {
  Imported imported;
  imported.take("a,b,date\nKiel,Coventry,1947\n");
  const ImportReport report = imported.take("a,b,date\nKiel,Coventry,1967\n", {.source = "certificate"});
  EXPECT_EQ(report.rivals, 1);
  EXPECT_EQ(report.rows_added, 1);
  EXPECT_EQ(imported.rows(acts_query),
            "Coventry - Kiel|formed|1947|Kiel|normal\nCoventry - Kiel|formed|1967|Kiel|rival\n");
  imported.ask([](const Snapshot& now) { EXPECT_EQ(now.rivals().size(), 1U); });
  EXPECT_EQ(imported.take("a,b,date\nKiel,Coventry,1967\n", {.source = "certificate"}).rows_added, 0);
}

TEST(Lists, AreCutAndNumbersAreNot) {
  Imported imported;
  std::string text = "a,b\n";
  for (int row = 0; row < 1500; ++row) text += "Kiel,\n";
  text += "Kiel,Bern\n";
  const ImportReport report = imported.take(text);
  EXPECT_EQ(report.rejected, 1500);
  EXPECT_EQ(report.rejected_rows.size(), ImportReport::most);
  EXPECT_EQ(report.rows_added, 1);
}

TEST(Progress, IsToldNowAndThen) {
  Imported imported;
  std::string text = "a,b\n";
  for (int row = 0; row < 2500; ++row) text += "Kiel,Bern\n";
  std::vector<std::int64_t> told;
  std::uint64_t bytes = 0;
  imported.take(text, {.progress = [&](const ImportProgress& progress) {
                  told.push_back(progress.rows);
                  EXPECT_LE(progress.bytes_read, progress.bytes);
                  bytes = progress.bytes;
                }});
  EXPECT_THAT(told, ElementsAre(1000, 2000, 2500));
  EXPECT_EQ(bytes, text.size());
}

struct Stopped {};

TEST(Progress, StopsTheImportByThrowing) {
  for (const JournalMode mode : {JournalMode::rollback, JournalMode::write_ahead}) {
    Imported imported(mode);
    imported.take("a,b,date\nKiel,Bern,1990\n");
    const std::string before = imported.dump();
    const std::string schema_before = imported.schema();
    std::string text = "a,b,date\n";
    for (int row = 0; row < 2500; ++row) text += "Kiel,City" + std::to_string(row) + ",1990\n";
    support::write_file(imported.beside("long.csv"), text);
    const ImportOptions stops = {.progress = [](const ImportProgress& progress) {
      if (progress.rows == 2000) throw Stopped();
    }};
    EXPECT_THROW(import_file(imported.registry(), imported.beside("long.csv").string(), stops), Stopped);
    EXPECT_TRUE(imported.dump() == before);
    EXPECT_EQ(imported.schema(), schema_before);
    // The rules hold, and what was begun can be done after all.
    const Error refused = error_of([&] {
      imported.registry().write([](Transaction& tx) {
        const CityId city = tx.add_city({.name = "Alone"});
        tx.form({.parties = {city}});
      });
    });
    EXPECT_EQ(refused.rule(), "bond_event_two_parties");
    EXPECT_EQ(imported.take(text).rows_added, 2500);
  }
}

TEST(Strict, RefusesTheFileForOneRow) {
  Imported imported;
  const Error error = imported.refusal("a,b,date\nKiel,Bern,1990\nKiel,Rome,1990-02-30\n", {.strict = true});
  EXPECT_EQ(error.category(), ErrorCategory::invalid_argument);
  EXPECT_THAT(error.what(), HasSubstr("line 3, column date: \"1990-02-30\" is no date"));
  EXPECT_EQ(imported.take("a,b,date\nKiel,Bern,1990\n", {.strict = true}).rows_added, 1);
}

}  // namespace
}  // namespace twinning
