// What the library makes of many logs at once is what the views of the file say of each.

#include "spans.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "connection.hpp"
#include "layout.hpp"
#include "support/chronicler.hpp"

namespace twinning {
namespace {

constexpr const char* bond_spans = "SELECT * FROM bond_span";

std::string rows_of(Connection& connection, const char* query, int columns) {
  std::string all;
  Statement rows(connection, query);
  while (rows.step()) {
    for (int column = 0; column < columns; ++column) all += rows.any_text(column) + '|';
    all += '\n';
  }
  return all;
}

class ManySpans : public testing::TestWithParam<std::uint32_t> {
 protected:
  ManySpans() : connection_(":memory:", Connection::Mode::create, std::chrono::milliseconds(0)) {
    connection_.execute("BEGIN");
    lay_out(connection_);
    support::Chronicler chronicler(GetParam());
    connection_.execute(chronicler.cities_and_bonds());
    for (int step = 0; step < 330; ++step) connection_.execute(chronicler.next().sql);
  }

  std::string stored() {
    return rows_of(connection_, bond_spans, 13) + rows_of(connection_, "SELECT * FROM twin_span", 14);
  }

  Connection connection_;
};

TEST_P(ManySpans, MadeAtOnceAreThoseThatTheTriggersKept) {
  const std::string kept = stored();
  ASSERT_GT(kept.size(), 10'000U);
  connection_.execute("DELETE FROM twin_span; DELETE FROM bond_span");
  make_spans_after(connection_, BondId(0));
  EXPECT_EQ(stored(), kept);
}

TEST_P(ManySpans, OfSomeBondsMadeAnewStayAsTheyWere) {
  const std::string kept = stored();
  connection_.execute("UPDATE bond_span SET status = 'ended'; UPDATE twin_span SET status = 'ended'");
  std::vector<BondId> bonds;
  for (int bond = 1; bond <= support::bond_count; ++bond) bonds.emplace_back(bond);
  remake_spans(connection_, bonds);
  EXPECT_EQ(stored(), kept);
}

// Deserted and joined again before any party took a stance, it has no status once more. Each log was found by a
// reviewer.
TEST(OddSpans, AreThoseThatTheTriggersKept) {
  Connection connection(":memory:", Connection::Mode::create, std::chrono::milliseconds(0));
  connection.execute("BEGIN");
  lay_out(connection);
  connection.execute(
      "INSERT INTO event_kind (code, broader, definition, effect, begins) VALUES ('oath', 'formed', 'Sworn', 'none', "
      "1);"
      "INSERT INTO city (name) VALUES ('One'), ('Other'); INSERT INTO bond (kind) VALUES ('twinning'), ('twinning'), "
      "('twinning'), ('twinning'), ('twinning'); INSERT INTO bond_party (bond_id, city_id) SELECT b.id, c.id FROM bond "
      "AS "
      "b JOIN city AS c; INSERT INTO bond_event (bond_id, kind, date, city_id) VALUES (1, 'left', '1950', 1), "
      "(1, 'joined', '1960', 1), (1, 'formed', '1970', NULL), (2, 'left', '1950', 1), (2, 'joined', '1960', 1), "
      "(3, 'left', '1950', 1), (3, 'joined', '1960', 1), (3, 'left', '1990', 1), (4, 'oath', '1940', NULL), "
      "(4, 'left', '1950', 1), (4, 'joined', '1960', 1), (4, 'listed', '1970', NULL), (4, 'left', '1980', 1), "
      "(5, 'left', '1950', 1), (5, 'joined', '1960', 1), (5, 'oath', '1965', NULL), (5, 'listed', '1970', NULL)");
  const std::string kept = rows_of(connection, bond_spans, 13);
  EXPECT_EQ(connection.integer("SELECT count(*) FROM (SELECT * FROM bond_span EXCEPT SELECT * FROM bond_stretch)"), 0);
  EXPECT_EQ(connection.integer("SELECT count(*) FROM bond_span WHERE bond_id = 3"), 2);
  EXPECT_EQ(connection.integer("SELECT count(*) FROM bond_span WHERE forming_id IS NOT NULL AND bond_id > 3"), 2);
  connection.execute("DELETE FROM twin_span; DELETE FROM bond_span");
  make_spans_after(connection, BondId(0));
  EXPECT_EQ(rows_of(connection, bond_spans, 13), kept);
}

INSTANTIATE_TEST_SUITE_P(Chronicles, ManySpans, testing::Values(1957U, 2012U));

}  // namespace
}  // namespace twinning
