// Hard cases of names, countries and things: what was it called, where was it, where is it now?

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cases/answers.hpp"

namespace twinning::cases {
namespace {

using support::Book;
using support::noon;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

// 1: dated names, rival beginnings, a pause that is no end, and its condition.
TEST(Case01, CoventryAndStalingrad) {
  Book book;
  const CityId coventry = book.city("Coventry", "GB");
  const CityId volgograd = book.city("Volgograd", "RU");
  book.name(volgograd, {.name = "Stalingrad", .since = Date{"1925"}, .until = Date{"1961"}});
  const BondId bond = book.bond({coventry, volgograd}, Date{"1944"});
  told(book, bond, {.kind = EventKind::formed, .date = Date{"1941"}, .rank = Rank::rival}, "BBC 2022");
  book.act(bond, {.kind = EventKind::suspended,
                  .date = Date{"2022-03-22"},
                  .by = coventry,
                  .reason = "war",
                  .condition = "until such time that they can resume"});
  EXPECT_THAT(twins(book, coventry, "1943-12-31"), IsEmpty());
  EXPECT_THAT(twins(book, coventry, "1944-06-06"), ElementsAre("Volgograd active possible"));
  EXPECT_THAT(twins(book, coventry, "1944"), ElementsAre("Volgograd active certain"));
  EXPECT_THAT(twins(book, coventry, "2022-03-21"), ElementsAre("Volgograd active certain"));
  EXPECT_THAT(twins(book, coventry, "2022-03-22"), ElementsAre("Volgograd suspended certain"));
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.twins(coventry, AsOf{Date{"1950"}}).at(0).name_then, "Stalingrad");
    EXPECT_EQ(now.twins(coventry, AsOf{Date{"1962"}}).at(0).name_then, "Volgograd");
    EXPECT_EQ(now.get_bond(bond).condition, "until such time that they can resume");
    EXPECT_EQ(now.get_bond(bond).by_city, "Coventry");
  });
  EXPECT_THAT(rivals(book), ElementsAre("formed 1941: BBC 2022"));
}

// 2: a gift with its holder, and an inscription that each source gives otherwise.
TEST(Case02, TheTablecloth) {
  Book book;
  const CityId coventry = book.city("Coventry", "GB");
  const CityId volgograd = book.city("Volgograd", "RU");
  const BondId bond = book.bond({coventry, volgograd}, Date{"1944"});
  const SourceId guardian = source(book, "The Guardian 2022");
  const SourceId university = source(book, "University of Volgograd");
  const KeepsakeId cloth = book.registry().write([&](Transaction& tx) {
    const KeepsakeId keepsake = tx.add_keepsake(bond, {.kind = KeepsakeKind::gift,
                                                       .title = "Tablecloth with 830 names",
                                                       .giver = coventry,
                                                       .receiver = volgograd,
                                                       .place = "Panorama Museum"});
    tx.cite(keepsake, guardian, {.quote = "than big sympathy"});
    tx.cite(keepsake, university, {.quote = "than great regret"});
    return keepsake;
  });
  book.ask([&](const Snapshot& now) {
    const Keepsake found = now.keepsakes({.city = coventry, .twin = volgograd}).at(0);
    EXPECT_EQ(found.place, "Panorama Museum");
    EXPECT_EQ(found.receiver, "Volgograd");
    EXPECT_THAT(now.sources(cloth), SizeIs(2));
    EXPECT_EQ(now.supported_facts(guardian).at(0).quote, "than big sympathy");
    EXPECT_EQ(now.supported_facts(university).at(0).quote, "than great regret");
  });
}

// 3: a count needs a day and a status: 26 whatever their state, one of them suspended.
TEST(Case03, TheTwentySixTwinsOfCoventry) {
  Book book;
  const CityId coventry = book.city("Coventry", "GB");
  BondId first;
  for (int number = 0; number < 26; ++number) {
    const CityId twin = book.city("Twin " + std::to_string(number));
    const BondId bond = book.bond({coventry, twin}, Date{std::to_string(1944 + number)});
    if (number == 0) first = bond;
  }
  book.act(first, {.kind = EventKind::suspended, .date = Date{"2022-03-22"}, .by = coventry});
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.most_twinned(1, AsOf{Date{"1968"}}).at(0).twins, 25);
    EXPECT_EQ(now.most_twinned(1, AsOf{Date{"1969-06-01"}}).at(0).twins, 26);
    EXPECT_EQ(now.most_twinned(1, AsOf{Date{"1969-06-01"}}).at(0).certain, 25);
    EXPECT_EQ(now.most_twinned(1).at(0).certain, 26);
    EXPECT_THAT(now.bonds({.status = {Status::active}, .city = coventry}), SizeIs(25));
    EXPECT_THAT(now.bonds({.status = {Status::suspended}, .city = coventry}), SizeIs(1));
  });
}

// 5: the name at the signing, and a bond between two countries that is one of one country since 1990.
TEST(Case05, KarlMarxStadt) {
  Book book;
  const CityId dusseldorf = book.city("Düsseldorf", "DE");
  const CityId chemnitz = book.city("Chemnitz", "DE");
  book.name(chemnitz, {.name = "Karl-Marx-Stadt", .since = Date{"1953-05-10"}, .until = Date{"1990-06-01"}});
  book.registry().write([&](Transaction& tx) {
    tx.add_country(chemnitz, {.country = "DD", .since = Date{"1949-10-07"}, .until = Date{"1990-10-03"}});
  });
  const BondId bond = book.bond({dusseldorf, chemnitz}, Date{"1988-04-13"});
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.twins_ever(dusseldorf).at(0).name_then, "Karl-Marx-Stadt");
    EXPECT_EQ(now.name_on(chemnitz, AsOf{Date{"1990-05-31"}}), "Karl-Marx-Stadt");
    EXPECT_EQ(now.name_on(chemnitz, AsOf{Date{"1990-06-01"}}), "Chemnitz");
    EXPECT_EQ(now.country_on(chemnitz, AsOf{Date{"1990-10-02"}}), Country("DD"));
    EXPECT_EQ(now.country_on(chemnitz, AsOf{Date{"1990-10-03"}}), Country("DE"));
    ASSERT_THAT(now.border_changes(), SizeIs(1));
    EXPECT_EQ(now.border_changes().at(0).bond, bond);
    EXPECT_TRUE(now.border_changes().at(0).was_international);
  });
}

// 6: each act as precise as its source, and a list that shows a bond no longer, which ends nothing.
TEST(Case06, TheListsOfChemnitz) {
  Book book;
  const CityId chemnitz = book.city("Chemnitz", "DE");
  const BondId arras = book.bond({chemnitz, book.city("Arras", "FR")}, Date{"1967"});
  book.bond({chemnitz, book.city("Tampere", "FI")}, Date{"1961-10"});
  book.bond({chemnitz, book.city("Akron", "US")}, Date{"1997-04-20"});
  told(book, arras, {.kind = EventKind::delisted, .date = Date{"2016"}, .by = chemnitz}, "chemnitz.de, newer list");
  EXPECT_THAT(twins(book, chemnitz, "1961-10-15"), ElementsAre("Tampere active possible"));
  EXPECT_THAT(twins(book, chemnitz, "1997-04-19"), ElementsAre("Arras active certain", "Tampere active certain"));
  EXPECT_THAT(status(book, arras, "2020"), ElementsAre("active certain")) << "silence is no end";
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.history(arras).back().kind, EventKind(EventKind::delisted));
    EXPECT_EQ(now.history(arras).back().sources, "chemnitz.de, newer list");
  });
}

}  // namespace
}  // namespace twinning::cases
