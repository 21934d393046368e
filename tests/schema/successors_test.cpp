// The stored spans follow every step of a succession, also from the shell.

#include <gtest/gtest.h>

#include <string>

#include "schema/log.hpp"

namespace twinning {
namespace {

using support::belgrade;
using support::coventry;
using support::dresden;
using support::Log;
using support::stale_spans;
using support::volgograd;

/// Bond 1 of Coventry and Volgograd, which belgrade followed in 1990.
class Succession : public testing::Test {
 protected:
  Succession() {
    log_.act(log_.bond({coventry, volgograd}), {.kind = "formed", .date = "1944"});
    run("INSERT INTO succession (id, predecessor_id, successor_id, kind, date) "
        "VALUES (1, " +
        std::to_string(volgograd) + ", " + std::to_string(belgrade) + ", 'merged', '1990-01-01')");
  }

  void run(const std::string& sql) {
    log_.database().run(sql);
    EXPECT_EQ(stale_spans(log_.database()), "") << "after " << sql;
  }

  std::string carried() const {
    return log_.rows(
        "SELECT city, twin, from_earliest, from_latest, coalesce(carried_from, twin_carried_from) "
        "FROM twins_by_day WHERE coalesce(carried_from, twin_carried_from) IS NOT NULL "
        "ORDER BY city, twin");
  }

  Log log_;
};

TEST_F(Succession, IsInTheSpansAtOnce) {
  EXPECT_EQ(carried(),
            "Belgrade|Coventry|1990-01-01|1990-01-01|Volgograd\n"
            "Coventry|Belgrade|1990-01-01|1990-01-01|Volgograd\n");
}

TEST_F(Succession, MayBeDatedAnew) {
  run("UPDATE succession SET date = '1992'");
  EXPECT_EQ(carried(),
            "Belgrade|Coventry|1992-01-01|1992-12-31|Volgograd\n"
            "Coventry|Belgrade|1992-01-01|1992-12-31|Volgograd\n");
  run("UPDATE succession SET date = NULL, kind = 'absorbed'");
  EXPECT_EQ(log_.rows("SELECT count(*) FROM twin_span WHERE carried_from IS NOT NULL"), "1\n");
}

TEST_F(Succession, CarriesOrNotAsItsKindSays) {
  const std::string before = carried();
  run("UPDATE succession SET kind = 'separated'");
  EXPECT_EQ(carried(), "");
  EXPECT_EQ(log_.rows("SELECT twin FROM twins WHERE city = 'Coventry'"), "Volgograd\n");
  run("UPDATE succession SET kind = 'merged'");
  EXPECT_EQ(carried(), before);
}

TEST_F(Succession, LeavesNothingBehindWhenItIsDatedBeforeTheOneThatItFollows) {
  run("INSERT INTO succession (id, predecessor_id, successor_id, kind, date) "
      "VALUES (2, " +
      std::to_string(belgrade) + ", " + std::to_string(dresden) + ", 'absorbed', '1995')");
  run("UPDATE succession SET date = '1980' WHERE id = 2");
  EXPECT_EQ(log_.rows("SELECT twin FROM twins WHERE city = 'Coventry'"), "Belgrade\n");
}

TEST_F(Succession, LeavesNothingBehindWhenItIsTakenBack) {
  run("INSERT INTO succession (id, predecessor_id, successor_id, kind, date) "
      "VALUES (2, " +
      std::to_string(belgrade) + ", " + std::to_string(dresden) + ", 'absorbed', '1995')");
  EXPECT_EQ(log_.rows("SELECT twin FROM twins WHERE city = 'Coventry'"), "Dresden\n");
  run("DELETE FROM succession WHERE id = 1");
  EXPECT_EQ(carried(), "");
  EXPECT_EQ(log_.rows("SELECT twin FROM twins WHERE city = 'Coventry'"), "Volgograd\n");
}

TEST_F(Succession, OfACircleComesToAnEnd) {
  run("INSERT INTO succession (predecessor_id, successor_id, kind, date) "
      "VALUES (" +
      std::to_string(belgrade) + ", " + std::to_string(volgograd) + ", 'replaced', '2000')");
  EXPECT_EQ(log_.rows("SELECT twin FROM twins_by_day WHERE city = 'Coventry' AND status = 'active' "
                      "AND from_earliest <= '1999-06-06' AND to_latest > '1999-06-06'"),
            "Belgrade\n");
}

TEST_F(Succession, CarriesANewBondOfThePredecessorToo) {
  log_.act(log_.bond({dresden, volgograd}), {.kind = "formed", .date = "1980"});
  EXPECT_EQ(stale_spans(log_.database()), "");
  EXPECT_EQ(log_.rows("SELECT twin FROM twins WHERE city = 'Dresden'"), "Belgrade\n");
}

TEST_F(Succession, OfAPartThatSeparatedCarriesNothing) {
  run("DELETE FROM succession");
  run("INSERT INTO succession (predecessor_id, successor_id, kind, date) "
      "VALUES (" +
      std::to_string(volgograd) + ", " + std::to_string(belgrade) + ", 'separated', '1990-01-01')");
  EXPECT_EQ(carried(), "");
  EXPECT_EQ(log_.rows("SELECT twin FROM twins WHERE city = 'Coventry'"), "Volgograd\n");
}

TEST_F(Succession, OfOneThatIsFoundedAnewGivesItItsPartBack) {
  run("INSERT INTO succession (predecessor_id, successor_id, kind, date) "
      "VALUES (" +
      std::to_string(belgrade) + ", " + std::to_string(volgograd) + ", 'replaced', '1998-01-01')");
  EXPECT_EQ(log_.rows("SELECT twin, status, from_earliest, to_earliest FROM twins_by_day WHERE city = 'Coventry' "
                      "ORDER BY twin, position"),
            "Belgrade|active|1990-01-01|1998-01-01\n"
            "Belgrade|ended|1998-01-01|-\n"
            "Volgograd|active|1944-01-01|1990-01-01\n"
            "Volgograd|ended|1990-01-01|1998-01-01\n"
            "Volgograd|active|1998-01-01|-\n");
}

TEST_F(Succession, OfTwoPartiesOfOneBondMakesOneTwin) {
  const int ring = log_.bond({coventry, volgograd, dresden});
  log_.act(ring, {.kind = "formed", .date = "1960"});
  log_.act(ring, {.kind = "left", .date = "1995", .by = dresden});
  run("INSERT INTO succession (predecessor_id, successor_id, kind, date) "
      "VALUES (" +
      std::to_string(dresden) + ", " + std::to_string(belgrade) + ", 'merged', '1990-01-01')");
  EXPECT_EQ(log_.rows("SELECT status, count(*) FROM twins_by_day WHERE city = 'Coventry' AND twin = 'Belgrade' "
                      "AND bond_id = " +
                      std::to_string(ring) + " GROUP BY status"),
            "active|1\n");
  EXPECT_EQ(log_.rows("SELECT status FROM twins_ever WHERE city = 'Coventry' AND twin = 'Belgrade' AND bond_id = " +
                      std::to_string(ring)),
            "active\n");
}

// Belgrade carries the bond from 1990 and says so in 2003: nothing is missing between.
TEST_F(Succession, IsCarriedUntilTheSuccessorJoins) {
  log_.join(1, belgrade);
  log_.acts(1, {{.kind = "joined", .date = "2003", .by = belgrade}, {.kind = "left", .date = "2003", .by = volgograd}});
  EXPECT_EQ(log_.rows("SELECT status, from_earliest, to_earliest, coalesce(twin_carried_from, 'itself') "
                      "FROM twins_by_day WHERE city = 'Coventry' AND twin = 'Belgrade' ORDER BY position"),
            "active|1990-01-01|2003-01-01|Volgograd\n"
            "active|2003-01-01|-|itself\n");
  EXPECT_EQ(log_.rows("SELECT since, until, status FROM twins_ever WHERE city = 'Coventry' AND twin = 'Belgrade'"),
            "1990-01-01|-|active\n");
  EXPECT_EQ(log_.rows("SELECT count(*) FROM twins_ever WHERE city = 'Belgrade' AND twin = 'Volgograd'"), "0\n");
}

// Of two who follow one party, one has joined and the other has not spoken yet: they are no twins of each other.
TEST_F(Succession, MakesNoTwinsOfTheSuccessors) {
  run("UPDATE succession SET kind = 'split'");
  run("INSERT INTO succession (predecessor_id, successor_id, kind, date) "
      "VALUES (" +
      std::to_string(volgograd) + ", " + std::to_string(dresden) + ", 'split', '1990-01-01')");
  log_.join(1, belgrade);
  log_.act(1, {.kind = "joined", .date = "1991", .by = belgrade});
  EXPECT_EQ(log_.rows("SELECT twin FROM twins WHERE city = 'Dresden'"), "Coventry\n");
  EXPECT_EQ(log_.rows("SELECT twin FROM twins WHERE city = 'Belgrade'"), "Coventry\n");
}

TEST_F(Succession, OfAllPartiesByOneCityIsReported) {
  EXPECT_EQ(log_.anomalies(1), "");
  run("INSERT INTO succession (predecessor_id, successor_id, kind, date) "
      "VALUES (" +
      std::to_string(coventry) + ", " + std::to_string(belgrade) + ", 'merged', '1995-01-01')");
  EXPECT_EQ(log_.anomalies(1), "within_one_city|-\n");
}

TEST_F(Succession, WithoutADayLeavesOpenSinceWhen) {
  run("UPDATE succession SET date = NULL");
  EXPECT_EQ(log_.rows("SELECT since FROM twins WHERE city = 'Belgrade'"), "-\n");
}

}  // namespace
}  // namespace twinning
