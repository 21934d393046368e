// Hard cases of bonds with many parties, and of counting many bonds.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cases/answers.hpp"

namespace twinning::cases {
namespace {

using support::Book;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

// 4: four towns in one ceremony, proposed by somebody else, in a month.
TEST(Case04, CoventryGranbyWindsorAndSaintEtienne) {
  Book book;
  const CityId coventry = book.city("Coventry", "GB");
  const CityId granby = book.city("Granby", "CA");
  const BondId bond =
      book.form({.parties = {coventry, granby, book.city("Windsor", "CA"), book.city("Saint-Étienne", "FR")},
                 .date = Date{"1963-06"},
                 .reason = "third_party_proposal"});
  EXPECT_THAT(twins(book, granby, "1963-05-31"), IsEmpty());
  EXPECT_THAT(twins(book, granby, "1963-06-15"),
              ElementsAre("Coventry active possible", "Saint-Étienne active possible", "Windsor active possible"));
  EXPECT_THAT(twins(book, granby, "1963-06"), SizeIs(3));
  book.ask([&](const Snapshot& now) {
    EXPECT_THAT(now.bonds({.formed_for = {"third_party_proposal"}}), SizeIs(1));
    EXPECT_THAT(now.parties(bond), SizeIs(4));
  });
}

// 13: two sites count differently; the registry counts what is recorded, by a stated rule.
TEST(Case13, SwedenAndChina) {
  Book book;
  const CityId china = book.city("Wuhan", "CN");
  std::vector<BondId> bonds;
  for (int number = 0; number < 9; ++number) {
    bonds.push_back(book.bond({book.city("Town " + std::to_string(number), "SE"), china}, Date{"2000"}));
  }
  for (std::size_t number = 0; number < 4; ++number) {
    book.act(bonds.at(number), {.kind = EventKind::cut, .date = Date{"2020"}});
  }
  book.act(bonds.at(4), {.kind = EventKind::suspended, .date = Date{"2021"}});
  book.act(bonds.at(5), {.kind = EventKind::cut, .date = Date{"2021/2022"}});
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.country_pairs(AsOf{Date{"2016"}}).at(0).bonds, 9);
    EXPECT_EQ(now.country_pairs(AsOf{Date{"2021"}}).at(0).bonds, 5);
    EXPECT_EQ(now.country_pairs(AsOf{Date{"2021"}}).at(0).certain, 4) << "one may have ended by then";
    EXPECT_EQ(now.country_pairs(AsOf{Date{"2022"}}).at(0).bonds, 4);
    EXPECT_THAT(now.bonds({.status = {Status::ended}, .country = "SE"}), SizeIs(5));
    EXPECT_THAT(now.bonds({.status = {Status::suspended}, .country = "SE"}), SizeIs(1));
  });
}

// 19: of those asked, some suspended and none ended.
TEST(Case19, GermanyAndRussiaIn2022) {
  Book book;
  std::vector<BondId> bonds;
  std::vector<CityId> towns;
  for (int number = 0; number < 6; ++number) {
    towns.push_back(book.city("Stadt " + std::to_string(number), "DE"));
    bonds.push_back(book.bond({towns.back(), book.city("Gorod " + std::to_string(number), "RU")}, Date{"1990"}));
  }
  for (const std::size_t number : {0U, 2U}) {
    book.act(bonds.at(number),
             {.kind = EventKind::suspended, .date = Date{"2022-03"}, .by = towns.at(number), .reason = "war"});
  }
  book.ask([&](const Snapshot& now) {
    const auto changes =
        now.changes(AsOf{Date{"2022-02-24"}}, AsOf{Date{"2022"}}, {.country = "RU", .became = {Status::suspended}});
    ASSERT_THAT(changes, SizeIs(2));
    EXPECT_EQ(changes.at(0).by_city, "Stadt 0");
    EXPECT_EQ(changes.at(0).certainty, Certainty::certain);
    EXPECT_THAT(now.changes(AsOf{Date{"2022-02-24"}}, {}, {.country = "RU", .became = {Status::ended}}), IsEmpty());
    EXPECT_THAT(now.bonds({.status = {Status::active}, .country = "RU"}), SizeIs(4));
  });
}

// 20: bonds, cities and countries are different things to count.
TEST(Case20, TheUnitedStatesAndRussiaIn2022) {
  Book book;
  const CityId seattle = book.city("Seattle", "US");
  const CityId tacoma = book.city("Tacoma", "US");
  const CityId vladivostok = book.city("Vladivostok", "RU");
  book.bond({tacoma, vladivostok}, Date{"1992"});
  book.bond({book.city("San Diego", "US"), vladivostok}, Date{"1991"});
  const BondId three = book.bond({seattle, tacoma, book.city("Nakhodka", "RU")}, Date{"1975"});
  book.ask([&](const Snapshot& now) {
    const auto pairs = now.country_pairs();
    ASSERT_THAT(pairs, SizeIs(2));
    EXPECT_EQ(pairs.at(0).a.text() + pairs.at(0).b.text(), "RUUS");
    EXPECT_EQ(pairs.at(0).bonds, 3) << "bonds, not pairs of cities, of which there are four";
    EXPECT_EQ(pairs.at(1).a.text() + pairs.at(1).b.text(), "USUS");
    EXPECT_EQ(pairs.at(1).bonds, 1);
    EXPECT_THAT(now.parties(three), SizeIs(3));
    EXPECT_THAT(now.most_twinned(100), SizeIs(5)) << "cities";
  });
}

// 23: two, and a year later a third: pairs follow the memberships.
TEST(Case23, DullBoringAndBland) {
  Book book;
  const CityId dull = book.city("Dull", "GB");
  const CityId boring = book.city("Boring", "US");
  const CityId bland = book.city("Bland", "AU");
  const BondId bond = book.form({.parties = {dull, boring}, .date = Date{"2012-06"}, .reason = "shared_name"});
  book.registry().write([&](Transaction& tx) {
    tx.add_party(bond, bland);
    tx.record(bond, {.kind = EventKind::joined, .date = Date{"2013"}, .by = bland});
  });
  EXPECT_THAT(twins(book, dull, "2012"), ElementsAre("Boring active certain"));
  EXPECT_THAT(twins(book, bland, "2012"), IsEmpty());
  EXPECT_THAT(twins(book, dull, "2013-06-01"), ElementsAre("Bland active possible", "Boring active certain"));
  EXPECT_THAT(twins(book, bland, "2013"), ElementsAre("Boring active certain", "Dull active certain"));
  book.ask([&](const Snapshot& now) { EXPECT_EQ(now.bonds().size(), 1U) << "one bond of three, not three of two"; });
}

// 28: a ring that was founded, confirmed and grew; and one that nobody founded, of bonds of two.
TEST(Case28, TheRings) {
  Book book;
  const CityId cologne = book.city("Cologne", "DE");
  const CityId lille = book.city("Lille", "FR");
  const CityId turin = book.city("Turin", "IT");
  const BondId ring = book.form({.parties = {cologne, lille, turin}, .kind = BondKind::ring, .date = Date{"1958"}});
  book.act(ring, {.kind = EventKind::renewed, .date = Date{"1983"}});
  const CityId szamotuly = book.city("Szamotuły", "PL");
  book.registry().write([&](Transaction& tx) {
    tx.add_party(ring, szamotuly);
    tx.record(ring, {.kind = EventKind::joined, .date = Date{"2000"}, .by = szamotuly});
  });
  EXPECT_THAT(twins(book, turin, "1999"), ElementsAre("Cologne active certain", "Lille active certain"));
  EXPECT_THAT(twins(book, turin, "2000"),
              ElementsAre("Cologne active certain", "Lille active certain", "Szamotuły active certain"));
  const CityId soden = book.city("Bad Soden", "DE");
  const CityId rueil = book.city("Rueil-Malmaison", "FR");
  const CityId kitzbuhel = book.city("Kitzbühel", "AT");
  book.bond({soden, rueil}, Date{"1976"});
  book.bond({soden, kitzbuhel}, Date{"1984"});
  EXPECT_THAT(twins(book, rueil, "1984"), ElementsAre("Bad Soden active certain")) << "no ring yet";
  book.bond({rueil, kitzbuhel}, Date{"1985"});
  EXPECT_THAT(twins(book, rueil, "1985"), ElementsAre("Bad Soden active certain", "Kitzbühel active certain"));
}

// 29: a network whose members change, one in the place of another.
TEST(Case29, Douzelage) {
  Book book;
  const CityId sherborne = book.city("Sherborne", "GB");
  const CityId granville = book.city("Granville", "FR");
  const CityId karkkila = book.city("Karkkila", "FI");
  const CityId kannus = book.city("Kannus", "FI");
  const BondId network =
      book.form({.parties = {sherborne, granville, karkkila}, .kind = BondKind::charter_network, .date = Date{"1991"}});
  book.registry().write([&](Transaction& tx) {
    const EventId leaving = tx.record(network, {.kind = EventKind::left, .date = Date{"2016"}, .by = karkkila});
    tx.add_party(network, kannus);
    tx.record(network, {.kind = EventKind::joined, .date = Date{"2016"}, .by = kannus, .caused_by = leaving});
  });
  EXPECT_THAT(twins(book, sherborne, "2015"), ElementsAre("Granville active certain", "Karkkila active certain"));
  EXPECT_THAT(twins(book, sherborne, "2016-06-01"),
              ElementsAre("Granville active certain", "Kannus active possible", "Karkkila active possible"));
  EXPECT_THAT(twins(book, sherborne, "2016"), ElementsAre("Granville active certain", "Kannus active certain"));
  EXPECT_THAT(twins(book, kannus, "2016"), ElementsAre("Granville active certain", "Sherborne active certain"));
  EXPECT_THAT(twins(book, karkkila, "2016"), IsEmpty());
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.are_twinned(karkkila, kannus, AsOf{Date{"2016"}}), Answer::no) << "they never sat together";
    EXPECT_EQ(now.get_bond(network).status, Status::active);
  });
}

}  // namespace
}  // namespace twinning::cases
