// Delimited text with an act a row.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "import/imported.hpp"

namespace twinning {
namespace {

using support::acts_query;
using support::Imported;
using testing::HasSubstr;

constexpr const char* names_query =
    "SELECT c.name, n.name, n.kind, n.since, n.until FROM city AS c LEFT JOIN city_name AS n ON n.city_id = c.id ORDER "
    "BY c.id, n.until, n.name";

TEST(Events, AreActsInOrder) {
  Imported imported;
  const ImportReport report = imported.take(
      "a,b,event,date,reason\n"
      "Barcelona,Tel Aviv,formed,1998-09-24,\n"
      "Barcelona,Tel Aviv,suspended,2023-02-08,human rights\n"
      "Barcelona,Tel Aviv,restored,2023-09-04,\n"
      "Barcelona,Tel Aviv,suspended,2025-05-30,war\n");
  EXPECT_EQ(report.rows_added, 4);
  EXPECT_EQ(report.bonds_added, 1);
  EXPECT_EQ(imported.rows(acts_query),
            "Barcelona - Tel Aviv|formed|1998-09-24|-|normal\n"
            "Barcelona - Tel Aviv|suspended|2023-02-08|Barcelona|normal\n"
            "Barcelona - Tel Aviv|resumed|2023-09-04|Barcelona|normal\n"
            "Barcelona - Tel Aviv|suspended|2025-05-30|Barcelona|normal\n");
  EXPECT_EQ(imported.rows("SELECT status FROM bond_status"), "suspended\n");
  EXPECT_EQ(imported.rows("SELECT reason FROM bond_event ORDER BY id"), "-\nhuman_rights\n-\nwar\n");
}

TEST(Events, HaveSynonyms) {
  const std::vector<std::pair<std::string, std::string>> words = {
      {"formed", "formed"},      {"Twinned", "formed"},     {"signed", "formed"},     {"terminated", "cut"},
      {"ended", "cut"},          {"dissolved", "cut"},      {"frozen", "suspended"},  {"paused", "suspended"},
      {"restored", "resumed"},   {"reinstated", "resumed"}, {"expired", "expired"},   {"lapsed", "lapsed"},
      {"reaffirmed", "renewed"}, {"listed", "listed"},      {"proposed", "proposed"}, {"contested", "contested"}};
  std::string text = "a,b,event,date\n";
  std::string expected;
  for (const auto& [word, code] : words) {
    text += "Kiel,Bern," + word + ",1990\n";
    text += "Kiel,Oslo " + word + "," + word + ",1990\n";
    expected += code + "\n";
  }
  Imported imported;
  imported.take(text);
  EXPECT_EQ(imported.rows("SELECT e.kind FROM bond_event AS e JOIN bond_party AS p ON p.bond_id = e.bond_id JOIN city "
                          "AS c ON c.id = p.city_id WHERE c.name LIKE 'Oslo%' ORDER BY e.id"),
            expected);
}

TEST(Events, OfUnknownKindAreRejected) {
  Imported imported;
  const ImportReport report = imported.take(
      "a,b,event,date\nKiel,Bern,married,1990\nKiel,Bern,,1990\nKiel,Bern,joined,1990\nKiel,Bern,retracted,1990\n"
      "Kiel,Bern,formed,1990\n");
  EXPECT_EQ(report.rows_added, 1);
  EXPECT_EQ(report.rejected, 4);
  EXPECT_THAT(support::told(report.rejected_rows),
              testing::AllOf(HasSubstr("2 event married is no act"), HasSubstr("3 event - names no act"),
                             HasSubstr("4 event joined is no act"), HasSubstr("5 event retracted is no act")));
}

TEST(Events, SayByWhom) {
  Imported imported;
  imported.take(
      "a,b,event,date,by\n"
      "Kiel,Bern,formed,1990,\nKiel,Bern,cut,1995,b\nKiel,Oslo,formed,1990,Kiel\nKiel,Oslo,cut,1995,both\n"
      "Kiel,Rome,formed,1990,Oslo\n");
  EXPECT_EQ(imported.rows(acts_query),
            "Bern - Kiel|formed|1990|-|normal\nBern - Kiel|cut|1995|Bern|normal\n"
            "Kiel - Oslo|formed|1990|Kiel|normal\nKiel - Oslo|cut|1995|-|normal\n");
}

TEST(Events, MayBeOfADayAtTheLatest) {
  Imported imported;
  imported.take("a,b,event,date\nKiel,Bern,terminated,by 2020-04\n");
  EXPECT_EQ(imported.rows("SELECT kind, date FROM bond_event"), "cut|[..2020-04]\n");
}

TEST(Events, AreDecidedBeforeTheyTakeEffect) {
  Imported imported;
  imported.take("a,b,event,date,decided\nKiel,Bern,formed,1990,\nKiel,Bern,cut,2012-09,2011\n");
  EXPECT_EQ(imported.rows("SELECT kind, date, decided FROM bond_event ORDER BY id"),
            "formed|1990|-\ncut|2012-09|2011\n");
}

TEST(Renamings, GiveTheFormerNameItsDays) {
  Imported imported;
  const std::string text =
      "a,b,a_country,b_country,event,date\n"
      "Coventry,Stalingrad,GB,RU,formed,1944\n"
      "Stalingrad,Volgograd,RU,RU,renamed,1961\n"
      "Coventry,Volgograd,GB,RU,suspended,2022-03-22\n";
  const ImportReport report = imported.take(text);
  EXPECT_EQ(report.rows_added, 3);
  EXPECT_EQ(report.cities_added, 2);
  EXPECT_EQ(report.bonds_added, 1);
  EXPECT_EQ(imported.rows(names_query), "Coventry|-|-|-|-\nVolgograd|Stalingrad|former|-|1961\n");
  const std::string before = imported.dump();
  EXPECT_EQ(imported.take(text).rows_matched, 3);
  EXPECT_EQ(imported.dump(), before);
}

TEST(Renamings, FormChains) {
  const std::vector<std::string> rows = {
      "Saint Petersburg,Petrograd,renamed,1914-08-31\n", "Petrograd,Leningrad,renamed,1924-01-26\n",
      "Leningrad,Saint Petersburg,renamed,1991-09-06\n", "Dresden,Leningrad,formed,1961\n",
      "Dresden,Saint Petersburg,renewed,1991-10\n"};
  for (const bool is_reversed : {false, true}) {
    std::string text = "a,b,event,date\n";
    for (std::size_t at = 0; at < rows.size(); ++at) text += rows[is_reversed ? rows.size() - 1 - at : at];
    Imported imported;
    const ImportReport report = imported.take(text);
    EXPECT_EQ(report.rows_added, 5);
    EXPECT_EQ(report.cities_added, 2);
    EXPECT_EQ(report.bonds_added, 1);
    EXPECT_EQ(imported.rows("SELECT name FROM city ORDER BY name"), "Dresden\nSaint Petersburg\n");
    EXPECT_EQ(imported.rows("SELECT name, kind, since, until FROM city_name ORDER BY until"),
              "Saint Petersburg|former|-|1914-08-31\nPetrograd|former|1914-08-31|1924-01-26\n"
              "Leningrad|former|1924-01-26|1991-09-06\n");
    const std::string before = imported.dump();
    imported.take(text);
    EXPECT_EQ(imported.dump(), before);
  }
}

TEST(Renamings, GiveTheNewNameToACityThatHasTheOldOne) {
  Imported imported;
  imported.take("a,a_country,b,b_country,since\nCoventry,GB,Stalingrad,RU,1944\n");
  const std::string text =
      "event,date,a,a_country,b,b_country\nrenamed,1961,Stalingrad,RU,Volgograd,RU\n"
      "suspended,2022-03-22,Coventry,GB,Volgograd,RU\n";
  const ImportReport report = imported.take(text);
  EXPECT_EQ(report.cities_added, 0);
  EXPECT_EQ(report.bonds_added, 0);
  EXPECT_EQ(imported.rows(names_query), "Coventry|-|-|-|-\nVolgograd|Stalingrad|former|-|1961\n");
  const std::string before = imported.dump();
  imported.take(text);
  EXPECT_EQ(imported.dump(), before);
}

TEST(Renamings, AreRejectedWhereTwoCitiesHaveTheNames) {
  Imported imported;
  imported.take("a,b\nStalingrad,Volgograd\n");
  const ImportReport report = imported.take("a,b,event,date\nStalingrad,Volgograd,renamed,1961\n");
  EXPECT_EQ(report.rejected, 1);
  EXPECT_EQ(report.cities_added, 0);
}

TEST(Renamings, LeaveTheNameOfACityThatHadTheOtherOnce) {
  Imported imported;
  imported.registry().write([](Transaction& tx) {
    const CityId chemnitz = tx.add_city({.name = "Chemnitz"});
    tx.add_name(chemnitz, {.name = "Karl-Marx-Stadt", .since = Date("1953"), .until = Date("1990")});
  });
  imported.take("a,b,event,date\nChemnitz,Karl-Marx-Stadt,renamed,1953\n");
  EXPECT_EQ(imported.rows("SELECT name FROM city"), "Chemnitz\n");
}

TEST(Renamings, OfACityThatIsThereAddTheName) {
  Imported imported;
  imported.registry().write([](Transaction& tx) { tx.add_city({.name = "Chemnitz", .country = "DE"}); });
  const ImportReport report = imported.take(
      "a,b,a_country,b_country,event,date\nKarl-Marx-Stadt,Chemnitz,DE,DE,renamed,1990-06-01\n"
      "Karl-Marx-Stadt,Tampere,DE,FI,formed,1961\n");
  EXPECT_EQ(report.cities_matched, 1);
  EXPECT_EQ(imported.rows(names_query), "Chemnitz|Karl-Marx-Stadt|former|-|1990-06-01\nTampere|-|-|-|-\n");
}

TEST(Renamings, NeedTwoNames) {
  Imported imported;
  const ImportReport report =
      imported.take("a,b,a_id,event,date\n,Volgograd,Q914,renamed,1961\nKiel,Kiel,,renamed,1961\nKiel,Bern,,formed,\n");
  EXPECT_EQ(report.rejected, 2);
  EXPECT_EQ(report.rows_added, 1);
}

TEST(Renamings, GoByIdentifierToo) {
  Imported imported;
  imported.registry().write([](Transaction& tx) {
    for (const char* const item : {"Q1", "Q2"}) {
      const CityId id = tx.add_city({.name = "Frankfurt", .country = "DE"});
      tx.add_identifier(id, {.scheme = "wikidata", .value = item});
    }
  });
  const ImportReport report = imported.take("a,b,b_id,event,date\nFrankenfurd,Frankfurt,Q2,renamed,1500\n");
  EXPECT_EQ(report.ambiguous, 0);
  EXPECT_EQ(imported.rows("SELECT city_id, name FROM city_name"), "2|Frankenfurd\n");
}

}  // namespace
}  // namespace twinning
