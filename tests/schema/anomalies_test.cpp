// The view anomaly: what is legal and yet odd, since history arrives out of order and with holes.

#include <gtest/gtest.h>

#include <string>

#include "schema/log.hpp"

namespace twinning {
namespace {

using namespace support;  // NOLINT(google-build-using-namespace): the tests read as sentences with it.

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

TEST(Anomalies, AreExplainedAlsoWhereNoDateIsKnown) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "formed"}, {.kind = "cut"}, {.kind = "resumed"}});
  EXPECT_EQ(log.rows("SELECT explanation FROM anomaly WHERE rule = 'act_after_end'"),
            "The bond had ended before this act (resumed undated). If it was taken up again, that is a new bond.\n");
}

TEST(Anomalies, ResumedTogetherAfterOnePaused) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "formed", .date = "1944"},
                  {.kind = "suspended", .date = "1950", .by = volgograd},
                  {.kind = "resumed", .date = "1960"}});
  EXPECT_EQ(log.anomalies(bond), "") << "one of those who resume had paused";
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

// Ended on the day on which the other begins, both were never in force at once.
TEST(Anomalies, ExclusiveBeforeOrAfterAnother) {
  for (const bool exclusive_first : {true, false}) {
    Log log;
    const int first = log.bond({coventry, volgograd});
    const int second = log.bond({coventry, dresden});
    log.database().run("UPDATE bond SET exclusive = 1 WHERE id = " + std::to_string(exclusive_first ? first : second));
    log.acts(first, {{.kind = "formed", .date = "1944"}, {.kind = "cut", .date = "1990-10-03"}});
    log.act(second, {.kind = "formed", .date = "1990-10-03"});
    EXPECT_EQ(log.rows("SELECT rule FROM anomaly"), "") << exclusive_first;
  }
}

TEST(Anomalies, ExclusiveBesideAnotherIsSaidOnce) {
  Log log;
  const int exclusive = log.bond({coventry, volgograd});
  log.database().run("UPDATE bond SET exclusive = 1");
  log.acts(exclusive, {{.kind = "formed", .date = "1944"},
                       {.kind = "suspended", .date = "1950", .by = coventry},
                       {.kind = "resumed", .date = "1960", .by = coventry}});
  log.acts(log.bond({coventry, dresden}), {{.kind = "formed", .date = "1949"}, {.kind = "cut", .date = "1970"}});
  EXPECT_EQ(log.anomalies(exclusive), "exclusive_beside_another|-\n");
}

TEST(Anomalies, ExclusiveCountsWhetherOrNotItIsPaused) {
  for (const std::string exclusive : {"formed", "suspended", "lapsed"}) {
    for (const std::string other : {"formed", "suspended", "lapsed"}) {
      Log log;
      const int bond = log.bond({coventry, volgograd});
      log.database().run("UPDATE bond SET exclusive = 1");
      log.act(bond, {.kind = exclusive, .date = "1944"});
      log.act(log.bond({coventry, dresden}), {.kind = other, .date = "1949"});
      EXPECT_TRUE(log.anomalies(bond).starts_with("exclusive_beside_another|-\n")) << exclusive << " beside " << other;
    }
  }
}

TEST(Anomalies, PartyThatCeasedOnTheDayOfTheEnd) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "formed", .date = "1944"}, {.kind = "cut", .date = "1974-04-30"}});
  log.database().run("UPDATE city SET until = '1974-04' WHERE id = 1");
  EXPECT_EQ(log.anomalies(bond), "");
}

TEST(Anomalies, PartyThatAnotherFollowed) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.act(bond, {.kind = "formed", .date = "1944"});
  log.database().run(
      "UPDATE city SET until = '1974' WHERE id = 1;"
      "INSERT INTO succession (predecessor_id, successor_id, kind, date) VALUES (1, 4, 'absorbed', '1974')");
  EXPECT_EQ(log.anomalies(bond), "") << "who followed may have taken the bond over";
}

TEST(Anomalies, PartyAfterItCeasedIsSaidOnceOfARing) {
  Log log;
  const int bond = log.bond({coventry, volgograd, dresden});
  log.acts(bond, {{.kind = "formed", .date = "1944"}, {.kind = "suspended", .date = "1970"}});
  log.database().run("UPDATE city SET until = '1974' WHERE id = 1");
  EXPECT_EQ(log.anomalies(bond), "party_after_it_ceased|-\n");
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
