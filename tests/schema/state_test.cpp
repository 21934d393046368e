// The paragraph "State" of the contract, line by line: what the acts of a bond make of it.

#include <gtest/gtest.h>

#include <string>

#include "schema/log.hpp"

namespace twinning {
namespace {

using namespace support;  // NOLINT(google-build-using-namespace): the tests read as sentences with it.

TEST(State, BeginsWithTheFirstActThatHasAnEffect) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  EXPECT_EQ(log.status(bond), "-");
  EXPECT_EQ(log.spans(bond), "");
  log.acts(bond, {{.kind = "exchanged", .date = "1942"}, {.kind = "delisted", .date = "1943"}});
  EXPECT_EQ(log.status(bond), "-");
  EXPECT_EQ(log.spans(bond), "");
  log.act(bond, {.kind = "formed", .date = "1944"});
  EXPECT_EQ(log.status(bond), "active");
  EXPECT_EQ(log.spans(bond), "active|1944-01-01|1944-12-31|-|-\n");
}

TEST(State, IsProposedUntilItIsActive) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.act(bond, {.kind = "proposed", .date = "1943", .by = coventry});
  EXPECT_EQ(log.status(bond), "proposed");
  EXPECT_EQ(log.spans(bond), "proposed|1943-01-01|1943-12-31|-|-\n");
  log.act(bond, {.kind = "formed", .date = "1944-06-06"});
  EXPECT_EQ(log.status(bond), "active");
  EXPECT_EQ(log.spans(bond),
            "proposed|1943-01-01|1943-12-31|1944-06-06|1944-06-06\n"
            "active|1944-06-06|1944-06-06|-|-\n");
}

TEST(State, IsProposedWhereOneOfManyHasDeclined) {
  Log log;
  const int bond = log.bond({coventry, volgograd, dresden});
  log.acts(bond,
           {{.kind = "proposed", .date = "1943", .by = coventry}, {.kind = "cut", .date = "1944", .by = dresden}});
  EXPECT_EQ(log.spans(bond), "proposed|1943-01-01|1943-12-31|-|-\n");
}

TEST(State, IsActiveThoughAnotherPartyOnlyProposed) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond,
           {{.kind = "formed", .date = "1944", .by = coventry}, {.kind = "proposed", .date = "1945", .by = volgograd}});
  EXPECT_EQ(log.status(bond), "active");
}

TEST(State, EndsWhenOneOfTwoEndsIt) {
  for (const std::string kind : {"cut", "expired"}) {
    Log log;
    const int bond = log.bond({coventry, volgograd});
    log.acts(bond, {{.kind = "formed", .date = "1944"}, {.kind = kind, .date = "2022-03-22", .by = coventry}});
    EXPECT_EQ(log.status(bond), "ended") << kind;
    EXPECT_EQ(log.spans(bond),
              "active|1944-01-01|1944-12-31|2022-03-22|2022-03-22\n"
              "ended|2022-03-22|2022-03-22|-|-\n");
  }
}

TEST(State, EndsWhenAllEndItTogether) {
  Log log;
  const int bond = log.bond({coventry, volgograd, dresden});
  log.acts(bond, {{.kind = "formed", .date = "1944"}, {.kind = "expired", .date = "1990"}});
  EXPECT_EQ(log.status(bond), "ended");
}

TEST(State, EndsWhenAllButOneOfManyHaveEndedIt) {
  Log log;
  const int bond = log.bond({coventry, volgograd, dresden});
  log.act(bond, {.kind = "formed", .date = "1957"});
  const int first = log.act(bond, {.kind = "cut", .date = "1980", .by = dresden});
  EXPECT_EQ(log.status(bond), "active");
  EXPECT_EQ(log.anomalies(bond), "ended_alone|" + std::to_string(first) + "\n");
  log.act(bond, {.kind = "cut", .date = "1981", .by = coventry});
  EXPECT_EQ(log.status(bond), "ended");
  EXPECT_EQ(log.spans(bond),
            "active|1957-01-01|1957-12-31|1981-01-01|1981-12-31\n"
            "ended|1981-01-01|1981-12-31|-|-\n");
  EXPECT_EQ(log.spans(bond, volgograd, coventry), log.spans(bond));
}

TEST(State, EndsWhenTheLastButOneOfThoseWhoStayedEndsIt) {
  Log log;
  const int bond = log.bond({coventry, volgograd, dresden});
  log.acts(bond, {{.kind = "formed", .date = "1957"},
                  {.kind = "left", .date = "1970", .by = dresden},
                  {.kind = "cut", .date = "1980", .by = coventry}});
  EXPECT_EQ(log.status(bond), "ended");
}

TEST(State, StaysEnded) {
  for (const std::string kind : {"formed", "renewed", "resumed", "listed", "proposed", "suspended", "lapsed"}) {
    Log log;
    const int bond = log.bond({coventry, volgograd});
    log.acts(bond, {{.kind = "formed", .date = "1944"}, {.kind = "cut", .date = "1980", .by = coventry}});
    const std::string spans = log.spans(bond);
    EXPECT_EQ(log.anomalies(bond), "");
    const int after = log.act(bond, {.kind = kind, .date = "1990"});
    EXPECT_EQ(log.status(bond), "ended") << kind;
    EXPECT_EQ(log.spans(bond), spans) << kind;
    EXPECT_TRUE(log.anomalies(bond).starts_with("act_after_end|" + std::to_string(after) + "\n")) << kind;
  }
}

TEST(State, IsSuspendedByAnyParty) {
  Log log;
  const int bond = log.bond({coventry, volgograd, dresden});
  log.acts(bond, {{.kind = "formed", .date = "1944"}, {.kind = "suspended", .date = "2022-03-22", .by = coventry}});
  EXPECT_EQ(log.status(bond), "suspended");
  EXPECT_EQ(log.spans(bond, volgograd, dresden),
            "active|1944-01-01|1944-12-31|2022-03-22|2022-03-22\n"
            "suspended|2022-03-22|2022-03-22|-|-\n");
}

TEST(State, IsResumedOnlyByThePartyThatSuspendedIt) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "formed", .date = "1944"}, {.kind = "suspended", .date = "1980", .by = coventry}});
  const int in_vain = log.act(bond, {.kind = "resumed", .date = "1981", .by = volgograd});
  EXPECT_EQ(log.status(bond), "suspended");
  EXPECT_EQ(log.anomalies(bond), "resumed_without_pause|" + std::to_string(in_vain) + "\n");
  log.act(bond, {.kind = "renewed", .date = "1982", .by = volgograd});
  EXPECT_EQ(log.status(bond), "suspended");
  log.act(bond, {.kind = "resumed", .date = "1983", .by = coventry});
  EXPECT_EQ(log.status(bond), "active");
  EXPECT_EQ(log.spans(bond),
            "active|1944-01-01|1944-12-31|1980-01-01|1980-12-31\n"
            "suspended|1980-01-01|1980-12-31|1983-01-01|1983-12-31\n"
            "active|1983-01-01|1983-12-31|-|-\n");
}

TEST(State, IsSuspendedUntilBothWhoPausedResume) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "formed", .date = "1944"},
                  {.kind = "suspended", .date = "1980", .by = coventry},
                  {.kind = "suspended", .date = "1981", .by = volgograd},
                  {.kind = "resumed", .date = "1982", .by = coventry}});
  EXPECT_EQ(log.status(bond), "suspended");
  log.act(bond, {.kind = "resumed", .date = "1983", .by = volgograd});
  EXPECT_EQ(log.status(bond), "active");
  EXPECT_EQ(log.spans(bond),
            "active|1944-01-01|1944-12-31|1980-01-01|1980-12-31\n"
            "suspended|1980-01-01|1980-12-31|1983-01-01|1983-12-31\n"
            "active|1983-01-01|1983-12-31|-|-\n");
  EXPECT_EQ(log.anomalies(bond), "");
}

TEST(State, IsResumedByAJointActWhoeverPaused) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "formed", .date = "1944"},
                  {.kind = "suspended", .date = "1980", .by = coventry},
                  {.kind = "suspended", .date = "1981", .by = volgograd},
                  {.kind = "resumed", .date = "1982"}});
  EXPECT_EQ(log.status(bond), "active");
  EXPECT_EQ(log.anomalies(bond), "");
}

TEST(State, IsResumedByOnePartyAfterAJointPauseOnlyForItself) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "formed", .date = "1944"},
                  {.kind = "suspended", .date = "1980"},
                  {.kind = "resumed", .date = "1982", .by = coventry}});
  EXPECT_EQ(log.status(bond), "suspended");
}

TEST(State, IsDormantOnlyWhereNobodySuspends) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "formed", .date = "1944"}, {.kind = "lapsed", .date = "1970", .by = coventry}});
  EXPECT_EQ(log.status(bond), "dormant");
  log.act(bond, {.kind = "suspended", .date = "1980", .by = volgograd});
  EXPECT_EQ(log.status(bond), "suspended");
  log.act(bond, {.kind = "resumed", .date = "1981", .by = volgograd});
  EXPECT_EQ(log.status(bond), "dormant");
  log.act(bond, {.kind = "renewed", .date = "1990"});
  EXPECT_EQ(log.status(bond), "active");
}

TEST(State, EndsBeforeItIsSuspended) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "formed", .date = "1944"},
                  {.kind = "suspended", .date = "1980", .by = coventry},
                  {.kind = "cut", .date = "1981", .by = volgograd}});
  EXPECT_EQ(log.status(bond), "ended");
}

TEST(State, IsContestedBesidesBeingEnded) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  const auto contested = [&] {
    return log.rows("SELECT status, contested FROM bond_status WHERE bond_id = " + std::to_string(bond));
  };
  log.acts(bond, {{.kind = "formed", .date = "1944"}, {.kind = "cut", .date = "1980", .by = coventry}});
  EXPECT_EQ(contested(), "ended|0\n");
  const int objection = log.act(bond, {.kind = "contested", .date = "1981", .by = volgograd});
  EXPECT_EQ(contested(), "ended|1\n");
  EXPECT_EQ(log.anomalies(bond), "");
  log.act(bond, {.kind = "retracted", .corrects = objection});
  EXPECT_EQ(contested(), "ended|0\n");
}

TEST(State, IsThatOfTheDayNotOfTheLog) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "formed", .date = "1944"}, {.kind = "expired", .date = "9999"}});
  EXPECT_EQ(log.status(bond), "active");
}

TEST(Membership, BeginsWithTheBondUnlessAPartyJoins) {
  Log log;
  const int bond = log.bond({coventry, volgograd, dresden});
  log.acts(bond, {{.kind = "formed", .date = "1950"}, {.kind = "joined", .date = "1960-05", .by = dresden}});
  EXPECT_EQ(log.spans(bond, coventry, volgograd), "active|1950-01-01|1950-12-31|-|-\n");
  EXPECT_EQ(log.spans(bond, coventry, dresden), "active|1960-05-01|1960-05-31|-|-\n");
  EXPECT_EQ(log.spans(bond, dresden, coventry), "active|1960-05-01|1960-05-31|-|-\n");
  EXPECT_EQ(log.spans(bond), "active|1950-01-01|1950-12-31|-|-\n");
  EXPECT_EQ(log.rows("SELECT since FROM twins WHERE city = 'Dresden' ORDER BY twin"), "1960-05\n1960-05\n");
}

TEST(Membership, EndsWhenAPartyLeavesAndTheBondGoesOn) {
  Log log;
  const int bond = log.bond({coventry, volgograd, dresden});
  log.acts(bond, {{.kind = "formed", .date = "1950"}, {.kind = "left", .date = "1970", .by = dresden}});
  EXPECT_EQ(log.spans(bond, dresden, volgograd),
            "active|1950-01-01|1950-12-31|1970-01-01|1970-12-31\n"
            "ended|1970-01-01|1970-12-31|-|-\n");
  EXPECT_EQ(log.spans(bond, coventry, volgograd), "active|1950-01-01|1950-12-31|-|-\n");
  EXPECT_EQ(log.status(bond), "active");
  EXPECT_EQ(log.rows("SELECT city, twin FROM twins ORDER BY 1, 2"), "Coventry|Volgograd\nVolgograd|Coventry\n");
}

TEST(Membership, EndsWithTheBond) {
  Log log;
  const int bond = log.bond({coventry, volgograd, dresden});
  log.acts(bond, {{.kind = "formed", .date = "1950"},
                  {.kind = "joined", .date = "1960", .by = dresden},
                  {.kind = "cut", .date = "1990"}});
  EXPECT_EQ(log.spans(bond, coventry, dresden),
            "active|1960-01-01|1960-12-31|1990-01-01|1990-12-31\n"
            "ended|1990-01-01|1990-12-31|-|-\n");
}

TEST(Membership, MayLastNoDayAtAll) {
  Log log;
  const int bond = log.bond({coventry, volgograd, dresden});
  log.acts(bond, {{.kind = "formed", .date = "1950"},
                  {.kind = "joined", .date = "1960-05-05", .by = dresden},
                  {.kind = "left", .date = "1960-05-05", .by = dresden}});
  EXPECT_EQ(log.spans(bond, coventry, dresden),
            "active|1960-05-05|1960-05-05|1960-05-05|1960-05-05\n"
            "ended|1960-05-05|1960-05-05|-|-\n");
}

TEST(Membership, MayBeginAgain) {
  Log log;
  const int bond = log.bond({coventry, volgograd, dresden});
  log.acts(bond, {{.kind = "formed", .date = "1950"},
                  {.kind = "left", .date = "1960", .by = dresden},
                  {.kind = "joined", .date = "1970", .by = dresden}});
  EXPECT_EQ(log.spans(bond, dresden, coventry),
            "active|1950-01-01|1950-12-31|1960-01-01|1960-12-31\n"
            "ended|1960-01-01|1960-12-31|1970-01-01|1970-12-31\n"
            "active|1970-01-01|1970-12-31|-|-\n");
}

TEST(Membership, IsNeededToSuspendOrEnd) {
  Log log;
  const int bond = log.bond({coventry, volgograd, dresden});
  log.acts(bond, {{.kind = "formed", .date = "1950"},
                  {.kind = "left", .date = "1960", .by = dresden},
                  {.kind = "suspended", .date = "1970", .by = dresden},
                  {.kind = "cut", .date = "1971", .by = dresden}});
  EXPECT_EQ(log.status(bond), "active");
  EXPECT_EQ(log.spans(bond), "active|1950-01-01|1950-12-31|-|-\n");
}

TEST(Membership, TakesASuspensionAlongWhenItEnds) {
  Log log;
  const int bond = log.bond({coventry, volgograd, dresden});
  log.acts(bond, {{.kind = "formed", .date = "1950"},
                  {.kind = "suspended", .date = "1960", .by = dresden},
                  {.kind = "left", .date = "1970", .by = dresden}});
  EXPECT_EQ(log.spans(bond, coventry, volgograd),
            "active|1950-01-01|1950-12-31|1960-01-01|1960-12-31\n"
            "suspended|1960-01-01|1960-12-31|1970-01-01|1970-12-31\n"
            "active|1970-01-01|1970-12-31|-|-\n");
}

TEST(Membership, OfOneIsNoBond) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "formed", .date = "1950"}, {.kind = "left", .date = "1960", .by = coventry}});
  EXPECT_EQ(log.status(bond), "ended");
  EXPECT_EQ(log.spans(bond),
            "active|1950-01-01|1950-12-31|1960-01-01|1960-12-31\n"
            "ended|1960-01-01|1960-12-31|-|-\n");
  EXPECT_EQ(log.spans(bond, volgograd, coventry), log.spans(bond));
  log.act(bond, {.kind = "left", .date = "1970", .by = volgograd});
  EXPECT_EQ(log.status(bond), "ended");
  EXPECT_EQ(log.rows("SELECT count(*) FROM twins"), "0\n");
}

TEST(Membership, OfOneIsNoBondThoughThatOneJoinedLate) {
  Log log;
  const int bond = log.bond({coventry, volgograd, dresden});
  log.acts(bond, {{.kind = "formed", .date = "1950"},
                  {.kind = "joined", .date = "1955", .by = dresden},
                  {.kind = "left", .date = "1960", .by = coventry},
                  {.kind = "left", .date = "1970", .by = volgograd}});
  EXPECT_EQ(log.status(bond), "ended");
}

// The others never said a word, so to them the bond is no more than proposed.
TEST(Membership, OfTheOnlyOneWhoActedLeavesAProposal) {
  Log log;
  const int bond = log.bond({coventry, volgograd, dresden});
  log.acts(bond,
           {{.kind = "formed", .date = "1950", .by = coventry}, {.kind = "left", .date = "1960", .by = coventry}});
  EXPECT_EQ(log.spans(bond, volgograd, dresden),
            "active|1950-01-01|1950-12-31|1960-01-01|1960-12-31\n"
            "proposed|1960-01-01|1960-12-31|-|-\n");
  EXPECT_EQ(log.status(bond), "proposed");
}

TEST(Membership, OfALatePartyWhoLeftAgainLeavesNoBond) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.acts(bond, {{.kind = "formed", .date = "1950"}, {.kind = "joined", .date = "1960", .by = volgograd}});
  EXPECT_EQ(log.status(bond), "active");
  log.act(bond, {.kind = "left", .date = "1970", .by = volgograd});
  EXPECT_EQ(log.status(bond), "ended");
}

TEST(Membership, OfTwoIsABondAgain) {
  Log log;
  const int bond = log.bond({coventry, volgograd, dresden});
  log.acts(bond, {{.kind = "formed", .date = "1950"},
                  {.kind = "left", .date = "1960", .by = coventry},
                  {.kind = "left", .date = "1970", .by = volgograd}});
  EXPECT_EQ(log.status(bond), "ended");
  log.act(bond, {.kind = "joined", .date = "1980", .by = volgograd});
  EXPECT_EQ(log.spans(bond),
            "active|1950-01-01|1950-12-31|1970-01-01|1970-12-31\n"
            "ended|1970-01-01|1970-12-31|1980-01-01|1980-12-31\n"
            "active|1980-01-01|1980-12-31|-|-\n");
  EXPECT_EQ(log.spans(bond, volgograd, dresden), log.spans(bond));
  EXPECT_EQ(log.spans(bond, coventry, dresden),
            "active|1950-01-01|1950-12-31|1960-01-01|1960-12-31\n"
            "ended|1960-01-01|1960-12-31|-|-\n");
}

TEST(Membership, IsOpenToALatePartyOfABondWithActs) {
  Log log;
  const int bond = log.bond({coventry, volgograd});
  log.act(bond, {.kind = "formed", .date = "1950"});
  log.join(bond, dresden);
  EXPECT_EQ(log.spans(bond, dresden, volgograd), "active|1950-01-01|1950-12-31|-|-\n");
  log.act(bond, {.kind = "joined", .date = "1960", .by = dresden});
  EXPECT_EQ(log.spans(bond, dresden, volgograd), "active|1960-01-01|1960-12-31|-|-\n");
}

}  // namespace
}  // namespace twinning
