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

class ManySpans : public testing::TestWithParam<std::uint32_t> {
 protected:
  ManySpans() : connection_(":memory:", Connection::Mode::create, std::chrono::milliseconds(0)) {
    connection_.execute("BEGIN");
    lay_out(connection_);
    support::Chronicler chronicler(GetParam());
    connection_.execute(chronicler.cities_and_bonds());
    for (int step = 0; step < 330; ++step) connection_.execute(chronicler.next().sql);
  }

  std::string rows_of(const char* query, int columns) {
    std::string all;
    Statement rows(connection_, query);
    while (rows.step()) {
      for (int column = 0; column < columns; ++column) all += rows.any_text(column) + '|';
      all += '\n';
    }
    return all;
  }
  std::string stored() { return rows_of("SELECT * FROM bond_span", 13) + rows_of("SELECT * FROM twin_span", 14); }

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

INSTANTIATE_TEST_SUITE_P(Chronicles, ManySpans, testing::Values(1957U, 2012U));

}  // namespace
}  // namespace twinning
