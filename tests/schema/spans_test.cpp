// The paragraphs "Order" and "Spans" of the contract, line by line: which act comes first, and from when to when.

#include <gtest/gtest.h>

#include <string>

#include "schema/log.hpp"

namespace twinning {
namespace {

using namespace support;  // NOLINT(google-build-using-namespace): the tests read as sentences with it.

TEST(Order, IsThatOfTheEarliestDaysNotOfTheRows) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "cut", .date = "2022", .by = coventry},
                  {.kind = "suspended", .date = "1980", .by = volgograd},
                  {.kind = "formed", .date = "1944"},
                  {.kind = "resumed", .date = "1990", .by = volgograd}});
  EXPECT_EQ(log.spans(bond),
            "active|1944-01-01|1944-12-31|1980-01-01|1980-12-31\n"
            "suspended|1980-01-01|1980-12-31|1990-01-01|1990-12-31\n"
            "active|1990-01-01|1990-12-31|2022-01-01|2022-12-31\n"
            "ended|2022-01-01|2022-12-31|-|-\n");
}

TEST(Order, PutsAListWithoutADateBehindTheForming) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "listed", .by = volgograd},
                  {.kind = "suspended", .date = "2022", .by = coventry},
                  {.kind = "cut", .date = "1944-12-31", .by = coventry},
                  {.kind = "formed", .date = "1944", .by = coventry}});
  EXPECT_EQ(log.spans(bond),
            "active|1944-01-01|1944-12-31|1944-12-31|1944-12-31\n"
            "ended|1944-12-31|1944-12-31|-|-\n");
  const int open = log.bond({coventry, volgograd});
  log.acts(open, {{.kind = "listed", .by = volgograd}, {.kind = "suspended", .date = "1980", .by = coventry}});
  EXPECT_EQ(log.spans(open),
            "active|0000-01-01|1980-12-31|1980-01-01|1980-12-31\n"
            "suspended|1980-01-01|1980-12-31|-|-\n")
      << "without a forming the bond may be as old as you like";
}

TEST(Order, OfOneDayIsThatOfTheRecording) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "suspended", .date = "1980", .recorded = "2026-01-01T00:00:02.000Z"},
                  {.kind = "formed", .date = "1980", .recorded = "2026-01-01T00:00:01.000Z"},
                  {.kind = "renewed", .date = "1980-01-01", .recorded = "2026-01-01T00:00:03.000Z"}});
  EXPECT_EQ(log.status(bond), "active");
  EXPECT_EQ(log.spans(bond),
            "active|1980-01-01|1980-01-01|1980-01-01|1980-01-01\n"
            "suspended|1980-01-01|1980-01-01|1980-01-01|1980-01-01\n"
            "active|1980-01-01|1980-01-01|-|-\n");
}

TEST(Order, OfOneInstantIsThatOfTheUids) {
  const std::string instant = "2026-01-01T00:00:00.000Z";
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "cut", .date = "1980", .recorded = instant, .uid = "000000000000000000000000000000e2"},
                  {.kind = "formed", .date = "1980", .recorded = instant, .uid = "000000000000000000000000000000e1"}});
  EXPECT_EQ(log.rows("SELECT kind FROM bond_act ORDER BY position"), "formed\ncut\n");
  EXPECT_EQ(log.anomalies(bond), "");
}

// The file gives the uids here, and within one statement the clock stands still.
TEST(Order, OfOneStatementIsThatOfItsRows) {
  Log log;
  const std::string bond = std::to_string(log.bond({coventry, volgograd}));
  log.database().run("INSERT INTO bond_event (bond_id, kind, date) VALUES (" + bond + ", 'formed', '1944'), (" + bond +
                     ", 'suspended', '1944'), (" + bond + ", 'resumed', '1944'), (" + bond + ", 'cut', '1944')");
  EXPECT_EQ(log.rows("SELECT kind FROM bond_act ORDER BY position"), "formed\nsuspended\nresumed\ncut\n");
  EXPECT_EQ(log.rows("SELECT status FROM twin_span WHERE city_id = 1 ORDER BY position"),
            "active\nsuspended\nactive\nended\n");
  EXPECT_EQ(stale_spans(log.database()), "");
}

TEST(Order, IsOneAndTheSameInEveryView) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "cut"},
                  {.kind = "exchanged", .date = "1950"},
                  {.kind = "formed"},
                  {.kind = "renewed", .date = "/1950"},
                  {.kind = "contested"},
                  {.kind = "proposed"},
                  {.kind = "exchanged", .date = "1949/1951"}});
  const std::string order = log.rows("SELECT event_id FROM bond_act ORDER BY position");
  EXPECT_EQ(order, "3\n6\n4\n7\n2\n1\n5\n");
  EXPECT_EQ(log.rows("SELECT event_id FROM bond_history"), order);
}

TEST(Order, PutsAnUndatedBeginningFirst) {
  for (const std::string kind : {"proposed", "formed", "listed"}) {
    Log log;
    const int bond = log.bond({coventry, volgograd});
    log.acts(bond, {{.kind = "cut", .date = "0001-01-01", .by = coventry}, {.kind = kind}});
    EXPECT_EQ(log.rows("SELECT kind FROM bond_act ORDER BY position"), kind + "\ncut\n");
    EXPECT_EQ(log.status(bond), "ended");
    EXPECT_EQ(log.anomalies(bond), "") << kind;
  }
}

TEST(Order, PutsAnUndatedJoiningFirst) {
  Log log;
  const int bond = log.bond({coventry, volgograd, dresden});
  log.acts(bond, {{.kind = "formed", .date = "1950"},
                  {.kind = "left", .date = "1960", .by = dresden},
                  {.kind = "joined", .by = dresden}});
  EXPECT_EQ(log.spans(bond, coventry, dresden),
            "active|1950-01-01|1950-12-31|1960-01-01|1960-12-31\n"
            "ended|1960-01-01|1960-12-31|-|-\n");
}

TEST(Order, PutsAnyOtherUndatedActAfterWhatIsDatedUpToItsRecording) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "suspended", .recorded = "2026-01-01T00:00:00.000Z"},
                  {.kind = "formed", .date = "1944"},
                  {.kind = "renewed", .date = "1994"}});
  EXPECT_EQ(log.spans(bond),
            "active|1944-01-01|1944-12-31|1994-01-01|2026-01-01\n"
            "suspended|1994-01-01|2026-01-01|-|-\n");
}

TEST(Undated, ActsHappenedAtTheLatestWhenTheyWereRecorded) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.act(bond, {.kind = "formed", .recorded = "2026-02-03T23:59:59.999Z"});
  EXPECT_EQ(log.spans(bond), "active|0000-01-01|2026-02-03|-|-\n");
  log.act(bond, {.kind = "cut", .recorded = "2026-03-04T00:00:00.000Z"});
  EXPECT_EQ(log.spans(bond),
            "active|0000-01-01|2026-02-03|0000-01-01|2026-03-04\n"
            "ended|0000-01-01|2026-03-04|-|-\n");
  EXPECT_EQ(log.spans(bond, coventry, volgograd), log.spans(bond));
}

TEST(Undated, FormationIsNoLaterThanWhatFollows) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "formed"}, {.kind = "cut", .date = "1950-06", .by = volgograd}});
  EXPECT_EQ(log.spans(bond),
            "active|0000-01-01|1950-06-30|1950-06-01|1950-06-30\n"
            "ended|1950-06-01|1950-06-30|-|-\n");
  EXPECT_EQ(log.rows("SELECT since, until FROM twins_ever"), "-|1950-06\n-|1950-06\n");
}

TEST(Undated, EndOfWhichNothingElseIsKnownMayBeAsOldAsYouLike) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.act(bond, {.kind = "cut", .recorded = "2026-03-04T00:00:00.000Z"});
  EXPECT_EQ(log.spans(bond), "ended|0000-01-01|2026-03-04|-|-\n");
}

// What is only announced for a later day is no ground to think that an end, known since before, comes after it.
TEST(Undated, ActComesBeforeWhatIsDatedAfterItsRecording) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "formed", .date = "2020"},
                  {.kind = "cut", .recorded = "2026-01-01T00:00:00.000Z"},
                  {.kind = "exchanged", .date = "2030", .recorded = "2026-01-02T00:00:00.000Z"}});
  EXPECT_EQ(log.spans(bond),
            "active|2020-01-01|2020-12-31|2020-01-01|2026-01-01\n"
            "ended|2020-01-01|2026-01-01|-|-\n");
  EXPECT_EQ(log.spans(bond, coventry, volgograd), log.spans(bond));
  EXPECT_EQ(log.rows("SELECT event FROM bond_history"), "formed\ncut\nexchanged\n");
}

TEST(Undated, ActComesAfterWhatIsDatedOnTheDayOfItsRecording) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "cut", .recorded = "2026-01-01T00:00:00.000Z"},
                  {.kind = "formed", .date = "2026-01-01", .recorded = "2026-01-02T00:00:00.000Z"}});
  EXPECT_EQ(log.spans(bond),
            "active|2026-01-01|2026-01-01|2026-01-01|2026-01-01\n"
            "ended|2026-01-01|2026-01-01|-|-\n");
}

TEST(Listed, MayBeAsOldAsYouLikeIfItOpensTheLog) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.act(bond, {.kind = "listed", .date = "1999-05"});
  EXPECT_EQ(log.spans(bond), "active|0000-01-01|1999-05-31|-|-\n");
  EXPECT_EQ(log.spans(bond, coventry, volgograd), "active|0000-01-01|1999-05-31|-|-\n");
  EXPECT_EQ(log.rows("SELECT since, certainty FROM twins"), "-|certain\n-|certain\n");
  EXPECT_EQ(log.anomalies(bond), "");
}

TEST(Listed, OpensTheLogBeforeLaterActs) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "cut", .date = "2022", .by = coventry}, {.kind = "listed", .date = "1999"}});
  EXPECT_EQ(log.spans(bond),
            "active|0000-01-01|1999-12-31|2022-01-01|2022-12-31\n"
            "ended|2022-01-01|2022-12-31|-|-\n");
}

TEST(Listed, SaysNothingNewOfABondThatIsInForce) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "listed", .date = "1999"}, {.kind = "formed", .date = "1944"}});
  EXPECT_EQ(log.spans(bond), "active|1944-01-01|1944-12-31|-|-\n");
  EXPECT_EQ(log.rows("SELECT since FROM twins"), "1944\n1944\n");
}

TEST(Listed, WithoutADateIsAnUndatedBeginning) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.act(bond, {.kind = "listed", .recorded = "2026-02-03T00:00:00.000Z"});
  EXPECT_EQ(log.spans(bond), "active|0000-01-01|2026-02-03|-|-\n");
}

TEST(Spans, BeginBeforeTheFormationIfAnActDoes) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "suspended", .date = "1939", .by = coventry}, {.kind = "formed", .date = "1944"}});
  EXPECT_EQ(log.spans(bond),
            "suspended|1939-01-01|1939-12-31|1944-01-01|1944-12-31\n"
            "active|1944-01-01|1944-12-31|-|-\n");
}

TEST(Spans, OfOneStatusAreOne) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "formed", .date = "1944"},
                  {.kind = "exchanged", .date = "1946"},
                  {.kind = "renewed", .date = "1994"},
                  {.kind = "listed", .date = "2000"}});
  EXPECT_EQ(log.spans(bond), "active|1944-01-01|1944-12-31|-|-\n");
}

TEST(Spans, TakeTheLeastLatestDayOfTheirActAndAllLaterOnes) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "formed", .date = "194X"},
                  {.kind = "suspended", .date = "1941/1946", .by = coventry},
                  {.kind = "exchanged", .date = "1943-05-05"},
                  {.kind = "cut", .date = "[1944,1950]", .by = coventry}});
  // Even the exchange, which changes nothing, shows that what came before it had happened by then.
  EXPECT_EQ(log.spans(bond),
            "active|1940-01-01|1943-05-05|1941-01-01|1943-05-05\n"
            "suspended|1941-01-01|1943-05-05|1944-01-01|1950-12-31\n"
            "ended|1944-01-01|1950-12-31|-|-\n");
}

TEST(Spans, HaveNoLowerBoundWhereTheDateHasNone) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.act(bond, {.kind = "formed", .date = "/1985"});
  EXPECT_EQ(log.spans(bond), "active|0000-01-01|1985-12-31|-|-\n");
  EXPECT_EQ(log.spans(bond, volgograd, coventry), "active|0000-01-01|1985-12-31|-|-\n");
  EXPECT_EQ(log.rows("SELECT since FROM twins"), "/1985\n/1985\n");
}

TEST(Spans, HaveNoUpperBoundWhereTheDateHasNone) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.act(bond, {.kind = "formed", .date = "1944/.."});
  EXPECT_EQ(log.spans(bond), "active|1944-01-01|-|-|-\n");
  EXPECT_EQ(log.rows("SELECT certainty FROM twins"), "possible\npossible\n");
  log.act(bond, {.kind = "suspended", .date = "1998/..", .by = coventry});
  EXPECT_EQ(log.spans(bond),
            "active|1944-01-01|-|1998-01-01|-\n"
            "suspended|1998-01-01|-|-|-\n");
  log.act(bond, {.kind = "exchanged", .date = "2001"});
  EXPECT_EQ(log.spans(bond),
            "active|1944-01-01|2001-12-31|1998-01-01|2001-12-31\n"
            "suspended|1998-01-01|2001-12-31|-|-\n");
}

TEST(Spans, ReachBackToTheOldestBond) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.act(bond, {.kind = "formed", .date = "0836"});
  EXPECT_EQ(log.spans(bond), "active|0836-01-01|0836-12-31|-|-\n");
  EXPECT_EQ(log.rows("SELECT decade, formed, ended FROM bonds_per_decade"), "830|1|0\n");
}

TEST(Spans, TellThePossibleFromTheCertain) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "formed", .date = "1944"}, {.kind = "cut", .date = "1950", .by = coventry}});
  const auto statuses_on = [&](const std::string& day, const std::string& condition) {
    return log.rows("SELECT status FROM (SELECT *, '" + day + "' AS day FROM bond_span) WHERE " + condition);
  };
  const std::string possible = "from_earliest <= day AND (to_latest IS NULL OR day < to_latest)";
  const std::string certain = "from_latest <= day AND (to_earliest IS NULL OR day < to_earliest)";
  EXPECT_EQ(statuses_on("1943-12-31", possible), "");
  EXPECT_EQ(statuses_on("1944-01-01", possible), "active\n");
  EXPECT_EQ(statuses_on("1944-12-30", certain), "");
  EXPECT_EQ(statuses_on("1944-12-31", certain), "active\n");
  EXPECT_EQ(statuses_on("1949-12-31", certain), "active\n");
  EXPECT_EQ(statuses_on("1950-01-01", certain), "");
  EXPECT_EQ(statuses_on("1950-01-01", possible), "active\nended\n");
  EXPECT_EQ(statuses_on("1950-12-30", possible), "active\nended\n");
  EXPECT_EQ(statuses_on("1950-12-31", possible), "ended\n");
  EXPECT_EQ(statuses_on("1950-12-31", certain), "ended\n");
}

TEST(Rivals, AreShownAndMakeNoState) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.act(bond, {.kind = "formed", .date = "1941", .rank = "rival"});
  EXPECT_EQ(log.status(bond), "-");
  EXPECT_EQ(log.spans(bond), "");
  log.acts(bond, {{.kind = "formed", .date = "1944", .rank = "preferred"},
                  {.kind = "formed", .date = "1944-06-06", .rank = "rival"},
                  {.kind = "cut", .date = "1950", .rank = "rival"}});
  EXPECT_EQ(log.spans(bond), "active|1944-01-01|1944-12-31|-|-\n");
  EXPECT_EQ(log.rows("SELECT date, rank FROM bond_history"),
            "1941|rival\n1944|preferred\n1944-06-06|rival\n1950|rival\n");
  EXPECT_EQ(log.rows("SELECT event, date, standing FROM disputed_event ORDER BY event_id"),
            "formed|1941|formed 1944\nformed|1944-06-06|formed 1944\ncut|1950|formed 1944\n");
}

TEST(Corrections, TakeThePlaceOfWhatTheyCorrect) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  const int wrong = log.act(bond, {.kind = "formed", .date = "1941"});
  const int better = log.act(bond, {.kind = "formed", .date = "1943", .corrects = wrong});
  EXPECT_EQ(log.spans(bond), "active|1943-01-01|1943-12-31|-|-\n");
  log.act(bond, {.kind = "formed", .date = "1944", .corrects = better});
  EXPECT_EQ(log.spans(bond), "active|1944-01-01|1944-12-31|-|-\n");
  EXPECT_EQ(log.rows("SELECT date, event FROM bond_history"), "1944|formed\n");
  EXPECT_EQ(log.rows("SELECT count(*) FROM bond_event"), "3\n");
}

TEST(Corrections, MayMakeAnotherKindOfAct) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.act(bond, {.kind = "formed", .date = "1944"});
  const int wrong = log.act(bond, {.kind = "cut", .date = "2022", .by = coventry});
  EXPECT_EQ(log.status(bond), "ended");
  log.act(bond, {.kind = "suspended", .date = "2022", .by = coventry, .corrects = wrong});
  EXPECT_EQ(log.status(bond), "suspended");
}

TEST(Corrections, MayMakeARival) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  const int wrong = log.act(bond, {.kind = "formed", .date = "1941"});
  log.act(bond, {.kind = "formed", .date = "1941", .rank = "rival", .corrects = wrong});
  EXPECT_EQ(log.spans(bond), "");
  EXPECT_EQ(log.rows("SELECT date, rank FROM bond_history"), "1941|rival\n");
}

TEST(Retractions, LeaveNothing) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  const int wrong = log.act(bond, {.kind = "formed", .date = "1944"});
  log.act(bond, {.kind = "retracted", .corrects = wrong});
  EXPECT_EQ(log.spans(bond), "");
  EXPECT_EQ(log.status(bond), "-");
  EXPECT_EQ(log.rows("SELECT * FROM bond_history"), "");
  EXPECT_EQ(log.rows("SELECT * FROM twins_ever"), "");
  EXPECT_EQ(log.anomalies(bond), "");
}

TEST(Retractions, OfACorrectionReviveNothing) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  const int wrong = log.act(bond, {.kind = "formed", .date = "1941"});
  const int better = log.act(bond, {.kind = "formed", .date = "1944", .corrects = wrong});
  log.act(bond, {.kind = "retracted", .corrects = better});
  EXPECT_EQ(log.spans(bond), "");
}

TEST(Retractions, AreCorrectedByTheTruth) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  const int act = log.act(bond, {.kind = "formed", .date = "1944"});
  const int retraction = log.act(bond, {.kind = "retracted", .corrects = act});
  log.act(bond, {.kind = "formed", .date = "1944-06", .corrects = retraction});
  EXPECT_EQ(log.spans(bond), "active|1944-06-01|1944-06-30|-|-\n");
}

}  // namespace
}  // namespace twinning
