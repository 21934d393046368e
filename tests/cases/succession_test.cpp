// Hard cases of towns that were merged: their bonds outlive them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cases/answers.hpp"

namespace twinning::cases {
namespace {

using support::Book;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

void follow(Book& book, CityId predecessor, CityId successor, const char* kind, const char* date) {
  book.registry().write([&](Transaction& tx) {
    tx.record_succession({.predecessor = predecessor, .successor = successor, .kind = kind, .date = Date{date}});
  });
}

// 30: five communes become one, and a code that is used again for another place.
TEST(Case30, CherbourgEnCotentinAndArboys) {
  Book book;
  const CityId cherbourg = book.city("Cherbourg-Octeville", "FR");
  const CityId hague = book.city("Querqueville", "FR");
  const CityId merged = book.city("Cherbourg-en-Cotentin", "FR");
  const CityId poole = book.city("Poole", "GB");
  const BondId bond = book.bond({cherbourg, poole}, Date{"1977"});
  follow(book, cherbourg, merged, "merged", "2016-01-01");
  follow(book, hague, merged, "merged", "2016-01-01");
  EXPECT_THAT(twins(book, poole, "2015-12-31"), ElementsAre("Cherbourg-Octeville active certain"));
  EXPECT_THAT(twins(book, poole, "2016-01-01"), ElementsAre("Cherbourg-en-Cotentin active certain"));
  const CityId arbignieu = book.city("Arbignieu", "FR");
  const CityId arboys = book.city("Arboys en Bugey", "FR");
  follow(book, arbignieu, arboys, "merged", "2016-01-01");
  book.registry().write([&](Transaction& tx) {
    tx.add_identifier(arbignieu, {.scheme = "national", .value = "01015", .until = Date{"2016-01-01"}});
    tx.add_identifier(arboys, {.scheme = "national", .value = "01015", .since = Date{"2016-01-01"}});
  });
  book.ask([&](const Snapshot& now) {
    EXPECT_THAT(now.cities_identified("national", "01015"), SizeIs(2)) << "one code, two places, one after the other";
    ASSERT_THAT(now.carried_bonds(), SizeIs(1));
    EXPECT_EQ(now.carried_bonds().at(0).bond, bond);
    EXPECT_EQ(now.carried_bonds().at(0).predecessor_name, "Cherbourg-Octeville");
    EXPECT_EQ(now.carried_bonds().at(0).confirmation, Confirmation::awaited);
    EXPECT_EQ(now.twins(merged).at(0).carried_from, "Cherbourg-Octeville");
  });
}

// 31: a reform of a whole country on one day: all bonds of the old holders await confirmation, and one is given up.
TEST(Case31, Denmark2007) {
  Book book;
  const CityId bornholm = book.city("Bornholm", "DK");
  std::vector<BondId> bonds;
  for (const char* const name : {"Aakirkeby", "Rønne", "Hasle"}) {
    const CityId old = book.city(name, "DK");
    bonds.push_back(book.bond({old, book.city(std::string("Twin of ") + name, "SE")}, Date{"1970"}));
    follow(book, old, bornholm, "merged", "2003-01-01");
  }
  EXPECT_THAT(twins(book, bornholm, "2002"), IsEmpty());
  EXPECT_THAT(twins(book, bornholm, "2003"), SizeIs(3));
  EXPECT_THAT(oddities(book), IsEmpty()) << "nobody is in force after it ceased";
  book.act(bonds.at(1), {.kind = EventKind::cut, .date = Date{"2004"}, .reason = "municipal_reform"});
  EXPECT_THAT(twins(book, bornholm, "2004"), SizeIs(2));
  book.ask([&](const Snapshot& now) {
    int awaited = 0;
    for (const CarriedBond& bond : now.carried_bonds()) awaited += bond.confirmation == Confirmation::awaited ? 1 : 0;
    EXPECT_EQ(awaited, 2);
    int ended = 0;
    for (const ReasonCount& count : now.ended_by_reason()) {
      if (count.reason == Reason("municipal_reform")) ended = static_cast<int>(count.certain);
    }
    EXPECT_EQ(ended, 1);
  });
}

}  // namespace
}  // namespace twinning::cases
