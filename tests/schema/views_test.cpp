// What the views show to people: twins, counts, and the oddities that are legal and worth a look.

#include <gtest/gtest.h>

#include <string>

#include "schema/log.hpp"

namespace twinning {
namespace {

using namespace support;  // NOLINT(google-build-using-namespace): the tests read as sentences with it.

TEST(Twins, ShowEachPairInForceFromEachSide) {
  Log log;
  const int active = log.bond({coventry, volgograd});
  const int suspended = log.bond({coventry, dresden});
  const int dormant = log.bond({coventry, belgrade});
  log.act(active, {.kind = "formed", .date = "1944"});
  log.acts(suspended, {{.kind = "formed", .date = "1959"}, {.kind = "suspended", .date = "2000", .by = dresden}});
  log.acts(dormant, {{.kind = "formed", .date = "1957"}, {.kind = "lapsed", .date = "1970"}});
  EXPECT_EQ(log.rows("SELECT city, twin, country, kind, status, since, bond_id, city_id, twin_id, certainty FROM twins "
                     "ORDER BY bond_id, city_id"),
            "Coventry|Volgograd|RU|twinning|active|1944|1|1|2|certain\n"
            "Volgograd|Coventry|GB|twinning|active|1944|1|2|1|certain\n"
            "Coventry|Dresden|DE|twinning|suspended|1959|2|1|3|certain\n"
            "Dresden|Coventry|GB|twinning|suspended|1959|2|3|1|certain\n"
            "Coventry|Belgrade|RS|twinning|dormant|1957|3|1|4|certain\n"
            "Belgrade|Coventry|GB|twinning|dormant|1957|3|4|1|certain\n");
}

TEST(Twins, LeaveOutWhatIsProposedEndedOrToCome) {
  Log log;
  log.act(log.bond({coventry, volgograd}), {.kind = "proposed", .date = "1943"});
  log.acts(log.bond({coventry, dresden}), {{.kind = "formed", .date = "1944"}, {.kind = "cut", .date = "1990"}});
  log.act(log.bond({coventry, belgrade}), {.kind = "formed", .date = "9999"});
  EXPECT_EQ(log.rows("SELECT * FROM twins"), "");
}

TEST(Twins, ShowEachPairOfARing) {
  Log log;
  log.act(log.bond({coventry, volgograd, dresden}), {.kind = "formed", .date = "1957"});
  EXPECT_EQ(log.rows("SELECT city, twin FROM twins ORDER BY city_id, twin_id"),
            "Coventry|Volgograd\nCoventry|Dresden\nVolgograd|Coventry\nVolgograd|Dresden\nDresden|Coventry\n"
            "Dresden|Volgograd\n");
}

TEST(TwinsEver, HaveTheirBeginningAndEndAsTheSourceHasThem) {
  Log log;
  const int ended = log.bond({coventry, volgograd});
  log.acts(ended, {{.kind = "formed", .date = "[1941,1944]"},
                   {.kind = "suspended", .date = "1980", .by = coventry},
                   {.kind = "cut", .date = "2022-03", .by = coventry}});
  log.act(log.bond({coventry, dresden}), {.kind = "formed", .date = "1959"});
  EXPECT_EQ(log.rows("SELECT city, twin, country, kind, status, since, until, since_earliest, since_latest, "
                     "until_earliest, until_latest FROM twins_ever WHERE city_id = 1 ORDER BY twin_id"),
            "Coventry|Volgograd|RU|twinning|ended|[1941,1944]|2022-03|1941-01-01|1944-12-31|2022-03-01|2022-03-31\n"
            "Coventry|Dresden|DE|twinning|active|1959|-|1959-01-01|1959-12-31|-|-\n");
}

TEST(TwinsEver, SayWhatTheTwinWasCalledThen) {
  Log log;
  log.database().run(
      "INSERT INTO city_name (city_id, name, kind, since, until) VALUES (2, 'Tsaritsyn', 'former', '1589', '1925'), "
      "(2, 'Stalingrad', 'former', '1925', '1961'), (2, 'Volgograd', 'official', '1961', NULL), "
      "(2, 'Wolgograd', 'exonym', '1930', '1950')");
  log.act(log.bond({coventry, volgograd}), {.kind = "formed", .date = "1944"});
  log.act(log.bond({dresden, volgograd}), {.kind = "formed", .date = "1975"});
  EXPECT_EQ(log.rows("SELECT city, twin, twin_then FROM twins_ever WHERE twin_id = 2 ORDER BY city_id"),
            "Coventry|Volgograd|Stalingrad\nDresden|Volgograd|Volgograd\n");
}

TEST(BondStatus, SaysWhenAndWhy) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  const std::string query = "SELECT parties, kind, status, contested, formed, ended, reason FROM bond_status";
  EXPECT_EQ(log.rows(query), "Coventry - Volgograd|twinning|-|0|-|-|-\n");
  log.act(bond, {.kind = "formed", .date = "1944", .reason = "wartime_solidarity"});
  EXPECT_EQ(log.rows(query), "Coventry - Volgograd|twinning|active|0|1944|-|wartime_solidarity\n");
  log.act(bond, {.kind = "suspended", .date = "2022-03-22", .by = coventry, .reason = "war"});
  EXPECT_EQ(log.rows(query), "Coventry - Volgograd|twinning|suspended|0|1944|-|war\n");
  log.act(bond, {.kind = "cut", .date = "2023", .by = coventry, .reason = "human_rights"});
  EXPECT_EQ(log.rows(query), "Coventry - Volgograd|twinning|ended|0|1944|2023|human_rights\n");
}

TEST(BondHistory, ShowsEveryActThatStandsWithItsSources) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  const int wrong = log.act(bond, {.kind = "formed", .date = "1941"});
  const int right =
      log.act(bond, {.kind = "formed", .date = "1944", .reason = "wartime_solidarity", .corrects = wrong});
  log.act(bond, {.kind = "cut", .by = volgograd});
  log.database().run(
      "INSERT INTO source (id, title, publisher) VALUES (1, 'Twin towns', 'Coventry'), (2, 'Diary', NULL);"
      "INSERT INTO citation (source_id, event_id) VALUES (1, " +
      std::to_string(right) + "), (2, " + std::to_string(right) + ")");
  EXPECT_EQ(log.rows("SELECT bond_id, parties, date, event, by_city, reason, note, sources FROM bond_history"),
            "1|Coventry - Volgograd|1944|formed|-|wartime_solidarity|-|Coventry: Twin towns; Diary\n"
            "1|Coventry - Volgograd|-|cut|Volgograd|-|-|-\n");
}

TEST(Counts, OfTheMostTwinned) {
  Log log;
  log.act(log.bond({coventry, volgograd}), {.kind = "formed", .date = "1944"});
  log.act(log.bond({coventry, volgograd}), {.kind = "formed", .date = "1990"});  // The same twin once more.
  log.act(log.bond({coventry, dresden}), {.kind = "formed", .date = "1959"});
  log.acts(log.bond({coventry, belgrade}), {{.kind = "formed", .date = "1957"}, {.kind = "cut", .date = "1999"}});
  EXPECT_EQ(log.rows("SELECT city, country, twins FROM most_twinned"), "Coventry|GB|2\nDresden|DE|1\nVolgograd|RU|1\n");
}

TEST(Counts, OfEachDecade) {
  Log log;
  log.acts(log.bond({coventry, volgograd}), {{.kind = "formed", .date = "1944"}, {.kind = "formed", .date = "1994"}});
  log.acts(log.bond({coventry, dresden}), {{.kind = "formed", .date = "194X"}, {.kind = "cut", .date = "1999"}});
  log.act(log.bond({coventry, belgrade}), {.kind = "formed", .date = "1949/1951"});
  log.acts(log.bond({volgograd, dresden}), {{.kind = "formed"}, {.kind = "cut", .date = "1990-10-03"}});
  log.act(log.bond({volgograd, belgrade}), {.kind = "listed", .date = "1999"});
  EXPECT_EQ(log.rows("SELECT decade, formed, ended FROM bonds_per_decade"), "-|2|0\n1940|2|0\n1990|0|2\n");
}

TEST(Counts, OfEachPairOfCountries) {
  Log log;
  log.database().run("UPDATE city SET country = 'GB' WHERE id = 4");
  log.act(log.bond({coventry, volgograd}), {.kind = "formed", .date = "1944"});
  log.act(log.bond({belgrade, volgograd}), {.kind = "formed", .date = "1950"});
  log.act(log.bond({coventry, belgrade}), {.kind = "formed", .date = "1950"});
  log.act(log.bond({coventry, dresden, volgograd}), {.kind = "formed", .date = "1957"});
  EXPECT_EQ(log.rows("SELECT country_a, country_b, bonds FROM country_pair"), "GB|RU|3\nDE|GB|1\nDE|RU|1\nGB|GB|1\n");
}

TEST(Counts, OfTheEndedByReason) {
  Log log;
  log.act(log.bond({coventry, volgograd}), {.kind = "cut", .date = "2022", .by = coventry, .reason = "war"});
  log.act(log.bond({coventry, dresden}), {.kind = "cut", .date = "2022", .by = coventry, .reason = "war"});
  log.act(log.bond({coventry, belgrade}), {.kind = "expired", .date = "2022"});
  EXPECT_EQ(log.rows("SELECT reason, bonds FROM ended_by_reason"), "war|2\n-|1\n");
}

TEST(Unexplained, AreBondsOfWhichNobodyKnowsWhy) {
  Log log;
  log.act(log.bond({coventry, volgograd}), {.kind = "formed", .date = "1944", .reason = "wartime_solidarity"});
  log.act(log.bond({coventry, dresden}), {.kind = "formed", .date = "1959", .reason = "unknown"});
  log.act(log.bond({coventry, belgrade}), {.kind = "formed", .date = "1957"});
  EXPECT_EQ(log.rows("SELECT bond_id, parties, reason FROM unexplained_bond ORDER BY bond_id"),
            "2|Coventry - Dresden|unknown\n3|Coventry - Belgrade|-\n");
}

TEST(Anomalies, AreNoneInAnOrdinaryLife) {
  Log log;
  log.acts(log.bond({coventry, volgograd, dresden}),
           {{.kind = "proposed", .date = "1943", .by = coventry},
            {.kind = "formed", .date = "1944", .reason = "peace"},
            {.kind = "joined", .date = "1950", .by = dresden},
            {.kind = "suspended", .date = "1960", .by = coventry},
            {.kind = "resumed", .date = "1961", .by = coventry},
            {.kind = "lapsed", .date = "1970"},
            {.kind = "resumed", .date = "1975"},
            {.kind = "renewed", .date = "1976"},
            {.kind = "left", .date = "1980", .by = dresden},
            {.kind = "cut", .date = "1990", .by = volgograd, .reason = "cost"},
            {.kind = "contested", .date = "1991", .by = coventry}});
  EXPECT_EQ(log.rows("SELECT * FROM anomaly"), "");
}

TEST(Anomalies, EndedBeforeFormed) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "cut", .date = "1940", .by = coventry}, {.kind = "formed", .date = "1944"}});
  EXPECT_EQ(log.anomalies(bond), "act_after_end|2\nended_before_formed|1\n");
  EXPECT_EQ(log.status(bond), "ended");
}

TEST(Anomalies, NeverBegun) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.act(bond, {.kind = "suspended", .date = "1980", .by = coventry});
  EXPECT_EQ(log.anomalies(bond), "never_begun|1\n");
  log.act(bond, {.kind = "formed"});
  EXPECT_EQ(log.anomalies(bond), "");
}

TEST(Anomalies, ResumedWithoutAPause) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "formed", .date = "1944"}, {.kind = "resumed", .date = "1950"}});
  EXPECT_EQ(log.anomalies(bond), "resumed_without_pause|2\n");
}

TEST(Anomalies, EndedAloneUntilThePartyLeaves) {
  Log log;
  const int bond = log.bond({coventry, volgograd, dresden});
  log.acts(bond, {{.kind = "formed", .date = "1957"}, {.kind = "cut", .date = "2022-04", .by = coventry}});
  EXPECT_EQ(log.anomalies(bond), "ended_alone|2\n");
  log.act(bond, {.kind = "left", .date = "2022-04", .by = coventry});
  EXPECT_EQ(log.anomalies(bond), "") << "the oddity stays though the advice that it gives was followed";
}

TEST(Anomalies, ExclusiveBesideAnother) {
  Log log;
  const int exclusive = log.bond({coventry, volgograd});
  const int other = log.bond({coventry, dresden});
  log.database().run("UPDATE bond SET exclusive = 1 WHERE id = 1");
  log.acts(exclusive, {{.kind = "formed", .date = "1944"}, {.kind = "cut", .date = "1990"}});
  EXPECT_EQ(log.anomalies(exclusive), "");
  const int later = log.act(other, {.kind = "formed", .date = "1991"});
  EXPECT_EQ(log.anomalies(exclusive), "");
  log.act(other, {.kind = "formed", .date = "1989", .corrects = later});
  EXPECT_EQ(log.anomalies(exclusive), "exclusive_beside_another|-\n");
  EXPECT_EQ(log.anomalies(other), "");
}

TEST(Anomalies, PartyAfterItCeased) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.act(bond, {.kind = "formed", .date = "1944"});
  log.database().run("UPDATE city SET until = '1974' WHERE id = 1");
  EXPECT_EQ(log.anomalies(bond), "party_after_it_ceased|-\n");
  log.act(bond, {.kind = "cut", .date = "1974-04"});
  EXPECT_EQ(log.anomalies(bond), "");
}

TEST(Anomalies, TooFewParties) {
  Log log;
  const int bond = log.bond({coventry});
  EXPECT_EQ(log.anomalies(bond), "too_few_parties|-\n");
  log.join(bond, volgograd);
  EXPECT_EQ(log.anomalies(bond), "");
}

}  // namespace
}  // namespace twinning
