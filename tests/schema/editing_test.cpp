// What the views that take an INSERT by names leave in the tables. What they refuse is in attacks.sql.

#include <gtest/gtest.h>

#include <string>

#include <sqlite3.h>

#include "support/database.hpp"
#include "support/fresh_registry.hpp"

namespace twinning {
namespace {

using support::Database;

/// Two cities and their twinning, foreign keys off.
Database registry() {
  Database database = support::fresh_registry();
  database.run(
      "INSERT INTO new_city (name, country, source) VALUES ('Kiel', 'DE', 'List'), ('Vaasa', 'FI', 'List');"
      "INSERT INTO new_bond (city, twin, date, source) VALUES ('Kiel', 'vaasa', '1967', 'List')");
  return database;
}

TEST(Editing, MakesASourceOnceAndCitesItForEachRow) {
  Database database = registry();
  database.run(
      "INSERT INTO new_name (city, name, source) VALUES ('Vaasa', 'Vasa', 'Other list');"
      "INSERT INTO new_event (city, twin, kind, \"by\", source) VALUES ('Vasa', 'Kiel', 'renewed', 'Vasa', 'Other "
      "list');"
      "INSERT INTO new_keepsake (city, twin, kind, title, giver, source) VALUES ('Kiel', 'Vaasa', 'gift', 'Oar', "
      "'Kiel', "
      "'List')");
  EXPECT_EQ(database.rows("SELECT title FROM source"), "List\nOther list\n");
  EXPECT_EQ(database.rows("SELECT s.title, c.city_id, e.kind, e.city_id, n.name, k.title, k.giver_id "
                          "FROM citation AS c JOIN source AS s ON s.id = c.source_id "
                          "LEFT JOIN bond_event AS e ON e.id = c.event_id LEFT JOIN city_name AS n ON n.id = c.name_id "
                          "LEFT JOIN keepsake AS k ON k.id = c.keepsake_id ORDER BY c.id"),
            "List|1|-|-|-|-|-\n"
            "List|2|-|-|-|-|-\n"
            "List|-|formed|-|-|-|-\n"
            "Other list|-|-|-|Vasa|-|-\n"
            "Other list|-|renewed|2|-|-|-\n"
            "List|-|-|-|-|Oar|1\n");
}

TEST(Editing, CitesNothingWithoutASource) {
  Database database = registry();
  database.run(
      "INSERT INTO new_city (name) VALUES ('Samsun');"
      "INSERT INTO new_bond (city, twin) VALUES ('Kiel', 'Samsun');"
      "INSERT INTO new_event (city, twin, kind) VALUES ('Kiel', 'Samsun', 'renewed')");
  EXPECT_EQ(database.rows("SELECT count(*) FROM citation"), "3\n");
  EXPECT_EQ(database.rows("SELECT count(*) FROM source"), "1\n");
  EXPECT_EQ(database.rows("SELECT twin, kind, since FROM twins WHERE city = 'Kiel' ORDER BY twin"),
            "Samsun|twinning|-\nVaasa|twinning|1967\n");
}

TEST(Editing, TakesTheOnlyBondThatHasNotEnded) {
  Database database = registry();
  const std::string cut = "INSERT INTO new_event (city, twin, kind, date) VALUES ('Kiel', 'Vaasa', 'cut', '1990')";
  database.run(cut);
  EXPECT_EQ(database.refusal("INSERT INTO new_event (city, twin, kind) VALUES ('Kiel', 'Vaasa', 'contested')"), "")
      << "the only one, though it has ended";
  database.run("INSERT INTO new_bond (city, twin, date) VALUES ('Vaasa', 'Kiel', '2000')");
  database.run("INSERT INTO new_event (city, twin, kind, date) VALUES ('Kiel', 'Vaasa', 'renewed', '2010')");
  EXPECT_EQ(database.rows("SELECT bond_id FROM bond_event WHERE kind = 'renewed'"), "2\n");
  database.run("INSERT INTO new_event (city, twin, kind, date) VALUES ('Kiel', 'Vaasa', 'cut', '2020')");
  EXPECT_TRUE(database.refusal(cut).starts_with("bond_meant_ambiguous: ")) << "both have ended";
}

/// Kiel, Vaasa and Oulu as a ring of 1967, which Kiel left in 1990.
Database ring_left() {
  Database database = support::fresh_registry();
  database.run(
      "INSERT INTO city (id, name) VALUES (1, 'Kiel'), (2, 'Vaasa'), (3, 'Oulu');"
      "INSERT INTO bond (kind) VALUES ('ring');"
      "INSERT INTO bond_party (bond_id, city_id) VALUES (1, 1), (1, 2), (1, 3);"
      "INSERT INTO bond_event (bond_id, kind, date) VALUES (1, 'formed', '1967');"
      "INSERT INTO bond_event (bond_id, kind, date, city_id) VALUES (1, 'left', '1990', 1)");
  return database;
}

const std::string ring_anew = "INSERT INTO new_bond (city, twin, kind, date) VALUES ('Vaasa', 'Kiel', 'ring', '1995')";

TEST(Editing, FormsABondAnewWhereATwinHasLeft) {
  Database database = ring_left();
  EXPECT_EQ(database.rows("SELECT twin_id, ended FROM bond_meant WHERE city_id = 1"), "2|1\n3|1\n");
  EXPECT_EQ(database.rows("SELECT ended FROM bond_meant WHERE city_id = 2 AND twin_id = 3"), "0\n");
  EXPECT_EQ(database.refusal(ring_anew), "");
}

TEST(Editing, KnowsATwinThatLeftAndJoinedAgain) {
  Database database = ring_left();
  database.run("INSERT INTO bond_event (bond_id, kind, date, city_id) VALUES (1, 'joined', '2000', 1)");
  EXPECT_EQ(database.rows("SELECT DISTINCT ended FROM bond_meant"), "0\n");
  EXPECT_TRUE(database.refusal(ring_anew).starts_with("new_bond_once: "));
  database.run(
      "INSERT INTO new_bond (city, twin, date) VALUES ('Kiel', 'Vaasa', '1980');"
      "INSERT INTO new_event (city, twin, kind, date) VALUES ('Kiel', 'Oulu', 'renewed', '2010')");
  EXPECT_EQ(database.rows("SELECT bond_id FROM bond_event WHERE kind = 'renewed'"), "1\n");
  EXPECT_TRUE(database.refusal("INSERT INTO new_event (city, twin, kind) VALUES ('Kiel', 'Vaasa', 'renewed')")
                  .starts_with("bond_meant_ambiguous: "))
      << "both are in force";
}

TEST(Editing, KnowsATwinThatMayHaveJoinedAgain) {
  Database database = ring_left();
  database.run("INSERT INTO bond_event (bond_id, kind, date, city_id) VALUES (1, 'joined', '2000/..', 1)");
  EXPECT_EQ(database.rows("SELECT DISTINCT ended FROM bond_meant"), "0\n");
  database = ring_left();
  database.run("INSERT INTO bond_event (bond_id, kind, date, city_id) VALUES (1, 'joined', '9000', 1)");
  EXPECT_EQ(database.rows("SELECT DISTINCT ended FROM bond_meant WHERE city_id = 1"), "1\n") << "not before that day";
}

TEST(Editing, LeavesOutABondInWhichTheTwoNeverMet) {
  Database database = ring_left();
  database.run(
      "INSERT INTO city (id, name) VALUES (4, 'Turku'); INSERT INTO bond_party (bond_id, city_id) VALUES (1, 4);"
      "INSERT INTO bond_event (bond_id, kind, date, city_id) VALUES (1, 'joined', '2000', 4)");
  EXPECT_EQ(database.rows("SELECT twin_id, ended FROM bond_meant WHERE city_id = 4"), "1|1\n2|0\n3|0\n");
  database.run(
      "INSERT INTO new_bond (city, twin) VALUES ('Kiel', 'Turku');"
      "INSERT INTO new_event (city, twin, kind, date) VALUES ('Kiel', 'Turku', 'renewed', '2010')");
  EXPECT_EQ(database.rows("SELECT bond_id FROM bond_event WHERE kind = 'renewed'"), "2\n");
}

TEST(Editing, LetsASuccessorActOnceItIsAParty) {
  Database database = registry();
  database.run(
      "INSERT INTO city (id, name) VALUES (3, 'Korsholm');"
      "INSERT INTO succession (predecessor_id, successor_id, kind, date) VALUES (2, 3, 'absorbed', '1990')");
  const std::string form = "INSERT INTO new_bond (city, twin) VALUES ('Korsholm', 'Kiel')";
  const std::string renew =
      "INSERT INTO new_event (city, twin, kind, date) VALUES ('Kiel', 'Korsholm', 'renewed', '2010')";
  EXPECT_TRUE(database.refusal(form).starts_with("new_bond_carried: "));
  EXPECT_TRUE(database.refusal(renew).starts_with("bond_meant_carried: "));
  database.run("BEGIN; INSERT INTO new_event (city, twin, kind, date) VALUES ('Kiel', 'Vaasa', 'cut', '2005')");
  EXPECT_EQ(database.refusal(form), "") << "what it carried has ended";
  database.run(
      "ROLLBACK; INSERT INTO bond_party (bond_id, city_id) VALUES (1, 3);"
      "INSERT INTO new_event (city, twin, kind, date, \"by\") VALUES ('Kiel', 'Korsholm', 'joined', '2000', "
      "'Korsholm')");
  EXPECT_TRUE(database.refusal(form).starts_with("new_bond_once: "));
  EXPECT_EQ(database.refusal(renew), "");
}

TEST(Editing, TakesABondWithoutActsForOneThatHasNotEnded) {
  Database database = registry();
  database.run(
      "INSERT INTO new_event (city, twin, kind, date) VALUES ('Kiel', 'Vaasa', 'cut', '1990');"
      "INSERT INTO bond (kind) VALUES ('twinning'); INSERT INTO bond_party (bond_id, city_id) VALUES (2, 1), (2, 2);"
      "INSERT INTO new_event (city, twin, kind, date) VALUES ('Kiel', 'Vaasa', 'formed', '2000')");
  EXPECT_EQ(database.rows("SELECT bond_id FROM bond_event WHERE date = '2000'"), "2\n");
}

TEST(Editing, TakesManyRowsAndAllOrNone) {
  Database database = registry();
  EXPECT_TRUE(database
                  .refusal("INSERT INTO new_name (city, name, source) VALUES ('Kiel', 'Kyl', 'New'), ('Nowhere', 'x', "
                           "'New')")
                  .starts_with("city_meant_known: "));
  EXPECT_EQ(database.rows("SELECT count(*) FROM city_name"), "0\n");
  EXPECT_EQ(database.rows("SELECT count(*) FROM source"), "1\n");
}

/// What all five views leave behind, where `insert` is "INSERT" or "INSERT OR ..." and `setting` a PRAGMA.
std::string left_behind(const std::string& insert, const std::string& setting) {
  Database database = support::fresh_registry();
  database.run("PRAGMA " + setting);
  for (const std::string into : {
           "new_city (name, country, source) VALUES ('Kiel', 'DE', 'L'), ('Vaasa', 'FI', 'L'), ('Oulu', 'FI', 'M')",
           "new_name (city, name, until, source) VALUES ('Vaasa', 'Vasa', '1917', 'M') RETURNING city",
           "new_bond (city, twin, date, source) SELECT 'Kiel', name, '1967', 'L' FROM city WHERE country = 'FI' "
           "ORDER BY id",
           "new_event (city, twin, kind, date, \"by\", source) VALUES ('vasa', 'kiel, de', 'cut', '1990', 'Vaasa', "
           "'N')",
           "new_bond (city, twin, date) VALUES ('Vasa', 'Kiel', '2000')",
           "new_event (city, twin, kind, date) SELECT city, twin, 'renewed', '2010' FROM twins WHERE city = 'Kiel' "
           "ORDER BY bond_id",
           "new_keepsake (city, twin, kind, title, giver, source) VALUES ('Oulu', 'Kiel', 'gift', 'Oar', 'Kiel', 'L')",
       }) {
    database.run(insert + " INTO " + into);
  }
  return database.rows("SELECT bond_id, city_id FROM bond_party ORDER BY bond_id, city_id") + "\n" +
         database.rows("SELECT bond_id, kind, date, city_id FROM bond_event ORDER BY id") + "\n" +
         database.rows(
             "SELECT s.title, c.city_id, c.name_id, c.event_id, c.keepsake_id FROM citation AS c "
             "JOIN source AS s ON s.id = c.source_id ORDER BY c.id");
}

TEST(Editing, LeavesTheSameRowsWhateverFollowsInsertAndWhateverIsSet) {
  const std::string expected =
      "1|1\n1|2\n2|1\n2|3\n3|1\n3|2\n\n"
      "1|formed|1967|-\n2|formed|1967|-\n1|cut|1990|2\n3|formed|2000|-\n2|renewed|2010|-\n3|renewed|2010|-\n\n"
      "L|1|-|-|-\nL|2|-|-|-\nM|3|-|-|-\nM|-|1|-|-\nL|-|-|1|-\nL|-|-|2|-\nN|-|-|3|-\nL|-|-|-|1\n";
  for (const std::string insert :
       {"INSERT", "INSERT OR ABORT", "INSERT OR FAIL", "INSERT OR IGNORE", "INSERT OR REPLACE", "INSERT OR ROLLBACK"}) {
    for (const std::string setting : {"foreign_keys = OFF", "foreign_keys = ON", "recursive_triggers = ON",
                                      "reverse_unordered_selects = ON", "case_sensitive_like = ON"}) {
      EXPECT_EQ(left_behind(insert, setting), expected) << insert << ", " << setting;
    }
  }
}

TEST(Editing, GoesToTheCityThatIsSpeltSo) {
  Database database = registry();
  database.run(
      "INSERT INTO new_city (name) VALUES ('KIEL');"
      "INSERT INTO new_name (city, name) VALUES ('KIEL', 'Of great letters'), ('Kiel', 'Of the Baltic');"
      "INSERT INTO new_bond (city, twin) VALUES ('KIEL', 'Vaasa');"
      "INSERT INTO new_event (city, twin, kind, \"by\") VALUES ('KIEL', 'Vaasa', 'renewed', 'KIEL');"
      "INSERT INTO new_keepsake (city, twin, kind, title, giver, receiver) "
      "VALUES ('KIEL', 'Vaasa', 'gift', 'Oar', 'Vaasa', 'KIEL')");
  EXPECT_EQ(database.rows("SELECT city_id FROM city_name ORDER BY id"), "3\n1\n");
  EXPECT_EQ(database.rows("SELECT city_id FROM bond_party WHERE bond_id = 2"), "2\n3\n");
  EXPECT_EQ(database.rows("SELECT bond_id, city_id FROM bond_event WHERE kind = 'renewed'"), "2|3\n");
  EXPECT_EQ(database.rows("SELECT bond_id, giver_id, receiver_id FROM keepsake"), "2|2|3\n");
}

// SQLite marked its JSON functions as harmless in 3.41; until then a schema that is not trusted may not use them.
TEST(Editing, NeedsATrustedSchemaOnlyForWhatSqliteItselfDoesNotTrust) {
  Database database = registry();
  database.run("PRAGMA trusted_schema = OFF; INSERT INTO new_city (name, source) VALUES ('Samsun', 'List')");
  const bool trusts_json = sqlite3_libversion_number() >= 3041000;
  EXPECT_EQ(database.refusal("INSERT INTO new_bond (city, twin) VALUES ('Kiel', 'Samsun')"),
            trusts_json ? "" : "unsafe use of json_array()");
}

TEST(CityMeant, PrefersTheSpellingAndAddsTheCountry) {
  Database database = support::fresh_registry();
  database.run(
      "INSERT INTO city (name, country) VALUES ('Lodi', 'IT'), ('lodi', 'US'), ('LODI', 'IN'), ('Łódź', 'PL');"
      "UPDATE city SET folded = 'lodz' WHERE id = 4");
  const auto meant = [&](const std::string& words) {
    return database.rows("SELECT group_concat(city_id) FROM city_meant AS m WHERE words = json_array('" + words +
                         "') AND rank = (SELECT min(rank) FROM city_meant WHERE words = m.words)");
  };
  EXPECT_EQ(meant("Lodi"), "1\n");
  EXPECT_EQ(meant("LODI"), "3\n");
  EXPECT_EQ(meant("LoDi"), "1,2,3\n");
  EXPECT_EQ(meant("LoDi, in"), "3\n");
  EXPECT_EQ(meant("LODZ"), "4\n");
  EXPECT_EQ(meant("Łódź, PL"), "4\n");
  EXPECT_EQ(meant("lodz, IT"), "-\n");
  EXPECT_EQ(meant("id:4"), "4\n");
  EXPECT_EQ(meant("id:4x"), "-\n");
}

TEST(CityMeant, AnswersForEachRowOfAList) {
  Database database = support::fresh_registry();
  database.run(
      "INSERT INTO city (name, country) VALUES ('Kiel', 'DE'), ('Toledo', 'ES'), ('Toledo', 'US'), ('A\"b\\c', NULL);"
      "CREATE TEMP TABLE list (place);"
      "INSERT INTO list VALUES ('kiel'), ('Toledo'), ('Toledo, us'), ('Nowhere'), (NULL), ('A\"b\\c')");
  EXPECT_EQ(database.rows("SELECT l.place, n.city_id FROM list AS l JOIN named_city AS n "
                          "ON n.words = json_array(l.place) ORDER BY l.rowid"),
            "kiel|1\nToledo|-\nToledo, us|3\nNowhere|-\n-|-\nA\"b\\c|4\n");
  EXPECT_EQ(database.rows("SELECT place, (SELECT city_id FROM city_meant WHERE words = json_array(place) "
                          "ORDER BY rank, city_id LIMIT 1) FROM list ORDER BY rowid"),
            "kiel|1\nToledo|2\nToledo, us|3\nNowhere|-\n-|-\nA\"b\\c|4\n");
  EXPECT_EQ(database.rows("SELECT l.place, m.city_id, m.rank FROM list AS l JOIN city_meant AS m "
                          "ON m.words = json_array(l.place) WHERE m.rank > 1 ORDER BY l.rowid, m.city_id"),
            "kiel|1|2\nToledo|2|2\nToledo|3|2\nToledo, us|3|3\n");
  EXPECT_EQ(database.rows("SELECT city_id FROM named_city WHERE words = json_array('Toledo, es', 'Kiel')"), "2\n1\n");
}

}  // namespace
}  // namespace twinning
