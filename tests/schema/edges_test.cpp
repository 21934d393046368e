// What the rules decide where it could have been otherwise: the edges of order, state and names, one test each.

#include <gtest/gtest.h>

#include <string>

#include "schema/log.hpp"

namespace twinning {
namespace {

using support::belgrade;
using support::coventry;
using support::dresden;
using support::Log;
using support::volgograd;

TEST(Edge, ActsOfOneDayStandInTheOrderOfTheirRecording) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "formed", .date = "1944"},
                  {.kind = "suspended", .date = "2022-03-22"},
                  {.kind = "resumed", .date = "2022-03-22"}});
  EXPECT_EQ(log.status(bond), "active");
  log.act(bond, {.kind = "suspended", .date = "2022-03-22"});
  EXPECT_EQ(log.status(bond), "suspended");
}

TEST(Edge, AnActBeforeTheFormationIsKeptAndReported) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "cut", .date = "1940"}, {.kind = "formed", .date = "1944"}});
  EXPECT_EQ(log.spans(bond), "ended|1940-01-01|1940-12-31|-|-\n");
  EXPECT_EQ(log.anomalies(bond), "act_after_end|2\nended_before_formed|1\n");
}

TEST(Edge, AResumptionByAnotherThanTheOneWhoPausedLiftsNothing) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "formed", .date = "1944"},
                  {.kind = "suspended", .date = "2022", .by = coventry},
                  {.kind = "resumed", .date = "2024", .by = volgograd}});
  EXPECT_EQ(log.status(bond), "suspended");
  EXPECT_EQ(log.anomalies(bond), "resumed_without_pause|3\n");
  log.act(bond, {.kind = "resumed", .date = "2025", .by = coventry});
  EXPECT_EQ(log.status(bond), "active");
}

TEST(Edge, WhereBothPausedBothMustResume) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "formed", .date = "1944"},
                  {.kind = "suspended", .date = "2020", .by = coventry},
                  {.kind = "suspended", .date = "2021", .by = volgograd},
                  {.kind = "resumed", .date = "2022", .by = coventry}});
  EXPECT_EQ(log.status(bond), "suspended");
  log.act(bond, {.kind = "resumed", .date = "2023", .by = volgograd});
  EXPECT_EQ(log.status(bond), "active");
}

TEST(Edge, AFormingAfterACutOpensNothing) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond,
           {{.kind = "formed", .date = "1944"}, {.kind = "cut", .date = "2012"}, {.kind = "formed", .date = "2013"}});
  EXPECT_EQ(log.status(bond), "ended");
  EXPECT_EQ(log.anomalies(bond), "act_after_end|3\n");
}

TEST(Edge, AMembershipOfZeroDaysIsOneOnNoDay) {
  Log log;
  const int bond = log.bond({coventry, volgograd, dresden});
  log.acts(bond, {{.kind = "formed", .date = "1944-01-01"},
                  {.kind = "joined", .date = "1950-05-05", .by = dresden},
                  {.kind = "left", .date = "1950-05-05", .by = dresden}});
  EXPECT_EQ(log.rows("SELECT DISTINCT d.day FROM twins_by_day AS t "
                     "JOIN (SELECT '1950-05-04' AS day UNION SELECT '1950-05-05' UNION SELECT '1950-05-06') AS d "
                     "WHERE t.twin = 'Dresden' AND t.status = 'active' "
                     "AND t.from_earliest <= d.day AND (t.to_latest IS NULL OR d.day < t.to_latest)"),
            "");
}

TEST(Edge, ADateWithoutALowerBoundComesFirstAndOneWithoutAnUpperBoundIsNeverCertain) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "formed", .date = "/1985"}, {.kind = "suspended", .date = "[1990..]"}});
  EXPECT_EQ(log.spans(bond),
            "active|0000-01-01|1985-12-31|1990-01-01|-\n"
            "suspended|1990-01-01|-|-|-\n");
}

TEST(Edge, TheYear0836IsAYear) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.act(bond, {.kind = "formed", .date = "0836"});
  EXPECT_EQ(log.spans(bond), "active|0836-01-01|0836-12-31|-|-\n");
  EXPECT_EQ(log.rows("SELECT decade, formed FROM bonds_per_decade"), "830|1\n");
}

TEST(Edge, AMonthEndsOnItsLeapDay) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "formed", .date = "2000-02"}, {.kind = "cut", .date = "2100-02"}});
  EXPECT_EQ(log.spans(bond),
            "active|2000-02-01|2000-02-29|2100-02-01|2100-02-28\n"
            "ended|2100-02-01|2100-02-28|-|-\n");
}

TEST(Edge, AProposalSaysNothingOfABondThatIsThere) {
  Log log;
  const int formed = log.bond({coventry, volgograd});
  log.acts(formed, {{.kind = "formed", .date = "1944"}, {.kind = "proposed", .date = "1944-03"}});
  EXPECT_EQ(log.status(formed), "active");
  const int paused = log.bond({coventry, dresden});
  log.acts(paused, {{.kind = "formed", .date = "1944"},
                    {.kind = "suspended", .date = "2020"},
                    {.kind = "proposed", .date = "2022"}});
  EXPECT_EQ(log.status(paused), "suspended");
}

TEST(Edge, APairIsTwinnedSinceItsForming) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "proposed", .date = "1940"}, {.kind = "formed", .date = "1944"}});
  EXPECT_EQ(log.rows("SELECT since FROM twins WHERE city = 'Coventry'"), "1944\n");
  EXPECT_EQ(log.rows("SELECT since, since_earliest FROM twins_ever WHERE city = 'Coventry'"), "1944|1944-01-01\n");
  const int proposed = log.bond({coventry, dresden});
  log.act(proposed, {.kind = "proposed", .date = "1950"});
  EXPECT_EQ(log.rows("SELECT since FROM twins_ever WHERE city = 'Dresden'"), "1950\n");
}

TEST(Edge, AListMayShowABondOlderThanAnExchangeThatIsToldBeforeIt) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "exchanged", .date = "1950"}, {.kind = "listed", .date = "1985"}});
  EXPECT_EQ(log.spans(bond), "active|0000-01-01|1985-12-31|-|-\n");
  const int joined = log.bond({coventry, volgograd, dresden});
  log.acts(joined, {{.kind = "listed", .date = "2000"}, {.kind = "joined", .by = dresden}});
  EXPECT_EQ(log.spans(joined), "active|0000-01-01|2000-12-31|-|-\n");
}

TEST(Edge, ARivalCorrectionDemotesAndIsReportedWhereNothingElseStands) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.act(bond, {.kind = "formed", .date = "1944"});
  log.act(bond, {.kind = "formed", .date = "1944", .rank = "rival", .corrects = 1});
  EXPECT_EQ(log.anomalies(bond), "only_rivals|2\n");
}

// Coventry and Volgograd: 1944, or 1941 as others say. Preferring the other account takes two corrections, and what was
// preferred until then stays known.
TEST(Edge, WhichAccountIsPreferredMayChangeAndIsThenHistory) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.act(bond, {.kind = "formed", .date = "1944", .recorded = "2901-01-01T00:00:00.000Z"});
  log.act(bond, {.kind = "formed", .date = "1941", .recorded = "2901-01-01T00:00:00.000Z", .rank = "rival"});
  EXPECT_EQ(log.rows("SELECT formed FROM bond_status"), "1944\n");
  log.act(bond,
          {.kind = "formed", .date = "1944", .recorded = "2901-02-02T00:00:00.000Z", .rank = "rival", .corrects = 1});
  log.act(
      bond,
      {.kind = "formed", .date = "1941", .recorded = "2901-02-02T00:00:00.000Z", .rank = "preferred", .corrects = 2});
  EXPECT_EQ(log.rows("SELECT formed FROM bond_status"), "1941\n");
  EXPECT_EQ(log.rows("SELECT date FROM disputed_event"), "1944\n");
  EXPECT_EQ(log.anomalies(bond), "");
  EXPECT_EQ(log.rows("SELECT since, known_from, known_to FROM twins_as_known WHERE city = 'Coventry'"),
            "1944|2901-01-01T00:00:00.000Z|2901-02-02T00:00:00.000Z\n"
            "1941|2901-02-02T00:00:00.000Z|-\n");
}

TEST(Edge, AJoiningExplainsNoForming) {
  Log log;
  const int bond = log.bond({coventry, volgograd, dresden});
  log.acts(bond,
           {{.kind = "formed", .date = "1944"}, {.kind = "joined", .date = "1990", .by = dresden, .reason = "trade"}});
  EXPECT_EQ(log.rows("SELECT bond_id, reason FROM unexplained_bond"), "1|-\n");
}

TEST(Edge, AnExclusiveBondMayStandBesideAnotherWithTheSameTwin) {
  Log log;
  log.act(log.bond({coventry, volgograd}), {.kind = "formed", .date = "1944"});
  const int exclusive = log.bond({coventry, volgograd});
  log.database().run("UPDATE bond SET exclusive = 1 WHERE id = " + std::to_string(exclusive));
  log.act(exclusive, {.kind = "formed", .date = "1950"});
  EXPECT_EQ(log.anomalies(exclusive), "");
  log.act(log.bond({coventry, belgrade}), {.kind = "formed", .date = "1957"});
  EXPECT_EQ(log.anomalies(exclusive), "exclusive_beside_another|-\n");
}

TEST(Edge, AKindOfOnesOwnCountsAsItsBroaderOne) {
  Log log;
  log.database().run(
      "INSERT INTO event_kind (code, broader, definition, effect, begins) "
      "VALUES ('signed', 'formed', 'A document was signed', 'active', 1)");
  const int bond = log.bond({coventry, volgograd});
  log.act(bond, {.kind = "signed", .date = "1944"});
  EXPECT_EQ(log.rows("SELECT formed FROM bond_status"), "1944\n");
  EXPECT_EQ(log.rows("SELECT decade, formed FROM bonds_per_decade"), "1940|1\n");
}

TEST(Edge, WhereTwoNamesMeetInAYearTheLaterOneIsMeantAndNeverTheNextButOne) {
  Log log;
  const std::string city = std::to_string(volgograd);
  log.database().run("INSERT INTO city_name (city_id, name, kind, since, until) VALUES (" + city +
                     ", 'Tsaritsyn', 'former', NULL, '1925'), (" + city + ", 'Stalingrad', 'former', '1925', '1961')");
  const std::string name =
      "(SELECT n.name FROM dated_name AS n WHERE (n.from_earliest IS NULL OR n.from_earliest <= d.day) "
      "AND (n.to_latest IS NULL OR d.day < n.to_latest) ORDER BY n.from_earliest DESC LIMIT 1)";
  EXPECT_EQ(log.rows("SELECT d.day, coalesce(" + name +
                     ", 'Volgograd') FROM (SELECT '1924-12-31' AS day UNION "
                     "SELECT '1925-06-01' UNION SELECT '1961-06-01' UNION SELECT '1961-12-31') AS d ORDER BY d.day"),
            "1924-12-31|Tsaritsyn\n"
            "1925-06-01|Stalingrad\n"
            "1961-06-01|Stalingrad\n"
            "1961-12-31|Volgograd\n");
}

TEST(Edge, AFormerNameWithoutAnEndIsNoNameOfToday) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.database().run("INSERT INTO city_name (city_id, name, kind, since) VALUES (" + std::to_string(volgograd) +
                     ", 'Stalingrad', 'former', '1925')");
  log.act(bond, {.kind = "formed", .date = "2020"});
  EXPECT_EQ(log.rows("SELECT twin_then FROM twins_ever WHERE city = 'Coventry'"), "Volgograd\n");
}

TEST(Edge, AListThatShowsABondBeforeItsFormingIsReported) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "listed", .date = "1950"}, {.kind = "formed", .date = "1960"}});
  EXPECT_EQ(log.anomalies(bond), "listed_before_formed|1\n");
}

TEST(Edge, APartyThatIsAddedLateWithoutJoiningIsReported) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.act(bond, {.kind = "formed", .date = "1944", .recorded = "2901-01-01T00:00:00.000Z"});
  log.database().run("INSERT INTO bond_party (bond_id, city_id, recorded_at) VALUES (1, " + std::to_string(dresden) +
                     ", '2901-02-02T00:00:00.000Z')");
  EXPECT_EQ(log.anomalies(bond), "late_founder|-\n");
  log.act(bond, {.kind = "joined", .date = "1956", .by = dresden, .recorded = "2901-03-03T00:00:00.000Z"});
  EXPECT_EQ(log.anomalies(bond), "");
}

}  // namespace
}  // namespace twinning
