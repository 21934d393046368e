// What the views show to people: twins, bonds and counts.

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

TEST(Twins, AreInForceFromTheirFirstDayToTheDayBeforeTheirLast) {
  Log log;
  const std::string line = log.rows("SELECT date('now')");
  const std::string today = line.substr(0, line.find('\n'));
  const int bond = log.bond({coventry, volgograd});
  log.act(bond, {.kind = "formed", .date = today});
  EXPECT_EQ(log.rows("SELECT status, certainty FROM twins"), "active|certain\nactive|certain\n");
  EXPECT_EQ(log.status(bond), "active");
  const int expected = log.act(bond, {.kind = "cut", .date = today + "/9999"});
  EXPECT_EQ(log.rows("SELECT status, certainty FROM twins"), "active|possible\nactive|possible\n");
  log.act(bond, {.kind = "cut", .date = today, .corrects = expected});
  EXPECT_EQ(log.rows("SELECT * FROM twins"), "");
  EXPECT_EQ(log.status(bond), "ended");
}

TEST(TwinsEver, AreEachPairOfARingWithItsOwnEnd) {
  Log log;
  const int bond = log.bond({coventry, volgograd, dresden});
  log.acts(bond, {{.kind = "formed", .date = "1957"}, {.kind = "left", .date = "1990", .by = dresden}});
  EXPECT_EQ(log.rows("SELECT city, twin, status, since, until FROM twins_ever WHERE city_id < twin_id ORDER BY 1, 2"),
            "Coventry|Dresden|ended|1957|1990\nCoventry|Volgograd|active|1957|-\nVolgograd|Dresden|ended|1957|1990\n");
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

// From the first day of a name to the day before its last; of two at once, the later one.
TEST(TwinsEver, AreCalledByTheNameOfTheDay) {
  Log log;
  log.database().run(
      "INSERT INTO city_name (city_id, name, kind, since, until) VALUES (2, 'Tsaritsyn', 'former', NULL, "
      "'1925-04-10'), "
      "(2, 'Stalingrad', 'former', '1925-04-10', '1961-11-10'), (2, 'Hero City', 'official', '1945-05-01', "
      "'1961-11-10')");
  const auto called_on = [&](const std::string& day) {
    const std::string bond = std::to_string(log.bond({coventry, volgograd}));
    log.act(std::stoi(bond), {.kind = "formed", .date = day});
    return log.rows("SELECT twin_then FROM twins_ever WHERE city_id = 1 AND bond_id = " + bond);
  };
  EXPECT_EQ(called_on("1589"), "Tsaritsyn\n");
  EXPECT_EQ(called_on("1925-04-09"), "Tsaritsyn\n");
  EXPECT_EQ(called_on("1925-04-10"), "Stalingrad\n");
  EXPECT_EQ(called_on("1945-05-01"), "Hero City\n");
  EXPECT_EQ(called_on("1961-11-09"), "Hero City\n");
  EXPECT_EQ(called_on("1961-11-10"), "Volgograd\n");
}

TEST(Names, HaveTheDaysBetweenWhichTheyWereUsed) {
  Log log;
  log.database().run(
      "INSERT INTO city_name (city_id, name, kind, since, until) VALUES (2, 'Stalingrad', 'former', '1925-04', "
      "'1961'), "
      "(2, 'Tsaritsyn', 'former', NULL, '1925'), (2, 'Volgograd', 'official', '1961', NULL), "
      "(2, 'Wolgograd', 'exonym', NULL, NULL), (2, 'Vovgograd', 'official', NULL, NULL)");
  const std::string days = "name, from_earliest, from_latest, to_earliest, to_latest";
  EXPECT_EQ(log.rows("SELECT " + days + " FROM city_called ORDER BY name_id"),
            "Stalingrad|1925-04-01|1925-04-30|1961-01-01|1961-12-31\n"
            "Tsaritsyn|-|-|1925-01-01|1925-12-31\n"
            "Volgograd|1961-01-01|1961-12-31|-|-\n"
            "Wolgograd|-|-|-|-\n"
            "Vovgograd|-|-|-|-\n");
  EXPECT_EQ(log.rows("SELECT name FROM dated_name ORDER BY name_id"), "Stalingrad\nTsaritsyn\nVolgograd\n");
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

TEST(BondStatus, SaysWhenTheBondWasFirstFormed) {
  Log log;
  log.act(log.bond({coventry, dresden}), {.kind = "formed", .date = "1914"});
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "proposed", .date = "1943"},
                  {.kind = "formed", .date = "1944-06"},
                  {.kind = "formed", .date = "1944"},
                  {.kind = "formed", .date = "1941", .rank = "rival"}});
  EXPECT_EQ(log.rows("SELECT bond_id, formed FROM bond_status ORDER BY 1"), "1|1914\n2|1944\n");
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
  EXPECT_EQ(log.rows("SELECT date_earliest, date_latest FROM bond_history"), "1944-01-01|1944-12-31\n-|-\n");
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
  EXPECT_EQ(log.rows("SELECT decade, formed, formed_at_most, ended, ended_at_most FROM bonds_per_decade"),
            "1940|2|4|0|0\n"
            "1950|0|2|0|0\n"
            "1990|0|1|2|2\n"
            "-|2|2|0|0\n");
}

// Announced for a day to come, or taken up again: neither is an end, and a forming to come is none yet.
TEST(Counts, OfEachDecadeLeaveOutWhatIsToComeAndWhatDidNotLast) {
  Log log;
  log.acts(log.bond({coventry, volgograd}), {{.kind = "formed", .date = "1944"}, {.kind = "cut", .date = "2980"}});
  log.act(log.bond({coventry, belgrade}), {.kind = "formed", .date = "2990"});
  log.acts(log.bond({coventry, dresden}), {{.kind = "formed", .date = "1950"},
                                           {.kind = "left", .date = "1960", .by = dresden},
                                           {.kind = "joined", .date = "1970", .by = dresden}});
  EXPECT_EQ(log.rows("SELECT decade, formed, formed_at_most, ended, ended_at_most FROM bonds_per_decade"),
            "1940|1|1|0|0\n"
            "1950|1|1|0|0\n");
}

TEST(Counts, OfEachPairOfCountries) {
  Log log;
  log.database().run(
      "UPDATE city SET country = 'GB' WHERE id = 4; INSERT INTO city (name) VALUES ('At sea');"
      "INSERT INTO bond (id, kind) VALUES (9, 'twinning');"
      "INSERT INTO bond_party (bond_id, city_id) VALUES (9, 1), (9, 5);"
      "INSERT INTO bond_event (id, bond_id, kind) VALUES (99, 9, 'formed')");
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

TEST(Disputes, StandBesideWhatIsBelieved) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "formed"}, {.kind = "formed", .date = "1941", .rank = "rival"}});
  EXPECT_EQ(log.rows("SELECT bond_id, parties, event, date, standing FROM disputed_event"),
            "1|Coventry - Volgograd|formed|1941|formed on an unknown day\n");
}

TEST(Keepsakes, AreShownWithWhomeverIsKnown) {
  Log log;
  log.bond({coventry, volgograd});
  log.database().run(
      "INSERT INTO keepsake (bond_id, kind, title, giver_id, receiver_id, date, place) VALUES "
      "(1, 'gift', 'Tablecloth', 1, 2, '1943', 'Museum'), (1, 'gift', 'Vase', 2, NULL, NULL, NULL), "
      "(1, 'sign', 'Sign', NULL, 1, NULL, NULL)");
  EXPECT_EQ(
      log.rows("SELECT keepsake, kind, parties, giver, receiver, date, place FROM bond_keepsake ORDER BY keepsake_id"),
      "Tablecloth|gift|Coventry - Volgograd|Coventry|Volgograd|1943|Museum\n"
      "Vase|gift|Coventry - Volgograd|Volgograd|-|-|-\n"
      "Sign|sign|Coventry - Volgograd|-|Coventry|-|-\n");
}

TEST(Reasons, CountForTheirBroaderOnesToo) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.act(bond, {.kind = "cut", .date = "2022", .by = coventry, .reason = "lgbt_rights"});
  log.act(bond, {.kind = "exchanged", .date = "2023"});
  EXPECT_EQ(log.rows("SELECT event_id, reason FROM event_reason ORDER BY reason"),
            "1|human_rights\n1|lgbt_rights\n1|political\n");
}

TEST(Unexplained, AreBondsOfWhichNobodyKnowsWhy) {
  Log log;
  log.act(log.bond({coventry, volgograd}), {.kind = "formed", .date = "1944", .reason = "wartime_solidarity"});
  log.act(log.bond({coventry, dresden}), {.kind = "formed", .date = "1959", .reason = "unknown"});
  log.act(log.bond({coventry, belgrade}), {.kind = "formed", .date = "1957"});
  EXPECT_EQ(log.rows("SELECT bond_id, parties, reason FROM unexplained_bond ORDER BY bond_id"),
            "2|Coventry - Dresden|unknown\n3|Coventry - Belgrade|-\n");
}

}  // namespace
}  // namespace twinning
