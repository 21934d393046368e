// The stored spans are kept by triggers, some of which take a short way; after every act of a long log they must be
// what the views say that they are.

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "schema/log.hpp"
#include "support/chronicler.hpp"
#include "support/database.hpp"
#include "support/fresh_registry.hpp"

namespace twinning {
namespace {

using support::Chronicler;
using support::Database;
using support::Step;

constexpr int step_count = 330;

class StoredSpans : public testing::TestWithParam<std::uint32_t> {};

// What a step does not touch must stay, and what it touches must be right: so all of it is right after every step.
TEST_P(StoredSpans, FollowEveryStepOfALongLog) {
  Chronicler chronicler(GetParam());
  Database database = support::fresh_registry();
  database.run("PRAGMA temp_store = MEMORY; BEGIN;" + chronicler.cities_and_bonds());
  for (int number = 1; number <= step_count; ++number) {
    const Step step = chronicler.next();
    SCOPED_TRACE("step " + std::to_string(number) + ": " + step.sql);
    std::string but_others = " WHERE bond_id NOT IN (0";
    for (const int bond : step.bonds) but_others += ", " + std::to_string(bond);
    but_others += ")";
    const auto others = [&] {
      return database.rows("SELECT * FROM twin_span" + but_others) +
             database.rows("SELECT * FROM bond_span" + but_others);
    };
    const std::string before = others();
    ASSERT_EQ(database.refusal(step.sql), "");
    ASSERT_EQ(others(), before);
    for (const int bond : step.bonds) ASSERT_EQ(support::stale_spans(database, bond), "");
  }
  EXPECT_EQ(support::stale_spans(database), "");
  // Else the log was too dull to prove much.
  EXPECT_EQ(database.rows("SELECT count(DISTINCT status) FROM twin_span"), "5\n");
  EXPECT_EQ(database.rows("SELECT count(*) > 400 FROM twin_span"), "1\n");
  EXPECT_EQ(database.rows("SELECT count(*) > 10 FROM bond_span WHERE forming_id IS NOT NULL AND position > 1"), "1\n");
  const auto stored = [&] {
    return database.rows("SELECT * FROM twin_span") + database.rows("SELECT * FROM bond_span");
  };
  const std::string kept = stored();
  database.run(
      "DELETE FROM twin_span; INSERT INTO twin_span SELECT * FROM pair_span;"
      "DELETE FROM bond_span; INSERT INTO bond_span SELECT * FROM bond_stretch;");
  EXPECT_EQ(stored(), kept) << "they were dropped and made anew";
}

// What they hold is not of the acts alone.
TEST_P(StoredSpans, FollowTheKindOfABondAndTheSortOfAKind) {
  Chronicler chronicler(GetParam());
  Database database = support::fresh_registry();
  database.run("BEGIN;" + chronicler.cities_and_bonds());
  for (int number = 1; number <= step_count; ++number) database.run(chronicler.next().sql);
  for (const std::string change :
       {"UPDATE bond SET kind = 'ring' WHERE id = 7", "UPDATE event_kind SET broader = NULL WHERE code = 'chartered'",
        "UPDATE event_kind SET broader = 'formed' WHERE code IN ('chartered', 'renewed')"}) {
    SCOPED_TRACE(change);
    const std::string before = database.rows("SELECT * FROM bond_span") + database.rows("SELECT * FROM twin_span");
    database.run(change);
    EXPECT_NE(database.rows("SELECT * FROM bond_span") + database.rows("SELECT * FROM twin_span"), before);
    EXPECT_EQ(support::stale_spans(database), "");
  }
  // A kind with a sort of its own keeps it.
  database.run("UPDATE event_kind SET broader = 'resumed' WHERE code = 'formed'");
  database.run("UPDATE event_kind SET broader = 'formed' WHERE code = 'contested'");
  for (int number = 1; number <= 40; ++number) database.run(chronicler.next().sql);
  EXPECT_EQ(support::stale_spans(database), "");
}

// The view sums up what changes from year to year; here each year is asked for by itself.
TEST_P(StoredSpans, TellHowManyBondsWereInForceInEachYear) {
  Chronicler chronicler(GetParam());
  Database database = support::fresh_registry();
  database.run("BEGIN;" + chronicler.cities_and_bonds());
  for (int number = 1; number <= step_count; ++number) database.run(chronicler.next().sql);
  const std::string told = database.rows("SELECT year, bonds, certain FROM in_force_by_year ORDER BY year");
  EXPECT_EQ(told, database.rows(R"(
      WITH RECURSIVE every (year) AS (
        SELECT substr(min(from_earliest), 1, 4) + 0 FROM bond_span WHERE from_earliest > '0000-01-01'
        UNION ALL
        SELECT year + 1 FROM every WHERE (year + 1) || '-12-31' <= date('now')
      ), possible AS (
        SELECT y.year, s.bond_id, s.status NOT IN ('proposed', 'ended') AS in_force,
          s.position > (SELECT min(position) FROM bond_span WHERE bond_id = s.bond_id)
            OR s.from_latest <= y.year || '-12-31' AS has_begun
        FROM every AS y JOIN bond_span AS s
          ON s.from_earliest <= y.year || '-12-31' AND (s.to_latest IS NULL OR y.year || '-12-31' < s.to_latest)
      )
      SELECT year, count(DISTINCT iif(in_force, bond_id, NULL)),
        (SELECT count(*) FROM (SELECT 1 FROM possible WHERE year = p.year
                               GROUP BY bond_id HAVING min(in_force AND has_begun IS TRUE)))
      FROM possible AS p GROUP BY year HAVING max(in_force) ORDER BY year)"));
  EXPECT_EQ(database.rows("SELECT count(*) > 50 AND min(certain) < max(certain) AND max(certain) < max(bonds) "
                          "AND max(bonds) > 20 FROM in_force_by_year"),
            "1\n")
      << "else the log was too dull to prove much";
}

INSTANTIATE_TEST_SUITE_P(Chronicles, StoredSpans, testing::Values(1944U, 1957U));

}  // namespace
}  // namespace twinning
