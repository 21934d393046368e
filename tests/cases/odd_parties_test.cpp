// Hard cases of odd parties, claims and sources: one-sided, fictional, rival, unknown.

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

CityId party(Book& book, const NewCity& city) {
  return book.registry().write([&](Transaction& tx) { return tx.add_city(city); });
}

// 21: silence taken for consent: a claim of one side, against the other's promise to have one twin only.
TEST(Case21, WhitwellAndParis) {
  Book book;
  const CityId paris = book.city("Paris", "FR");
  const CityId whitwell = party(book, {.name = "Whitwell", .kind = CityKind::settlement, .country = "GB"});
  book.form({.parties = {paris, book.city("Rome", "IT")}, .date = Date{"1956"}, .exclusive = true});
  const BondId claim = book.blank_bond({whitwell, paris});
  book.act(claim, {.kind = EventKind::formed, .date = Date{"1980-06-13"}, .by = whitwell, .reason = "humour"});
  book.ask([&](const Snapshot& now) {
    ASSERT_THAT(now.one_sided_bonds(), SizeIs(1));
    EXPECT_EQ(now.one_sided_bonds().at(0).claimed_by, "Whitwell");
    const auto stances = now.stances(claim);
    EXPECT_EQ(stances.at(0).name + (stances.at(0).stance ? " acted" : " did nothing"), "Paris did nothing");
  });
  EXPECT_THAT(oddities(book), ElementsAre("exclusive_beside_another"));
  book.act(claim, {.kind = EventKind::renewed, .date = Date{"2030"}, .by = paris});
  EXPECT_THAT(book.ask([](const Snapshot& now) { return now.one_sided_bonds(); }), IsEmpty()) << "now both say so";
}

// 22: two days in two cities, one of which is preferred; and exclusive.
TEST(Case22, RomeAndParis) {
  Book book;
  const CityId rome = book.city("Rome", "IT");
  const BondId bond =
      book.form({.parties = {rome, book.city("Paris", "FR")}, .date = Date{"1956-01-30"}, .exclusive = true});
  const EventId other =
      told(book, bond, {.kind = EventKind::formed, .date = Date{"1956-04-09"}, .rank = Rank::rival}, "Widely copied");
  EXPECT_THAT(twins(book, rome, "1956-01-29"), IsEmpty());
  EXPECT_THAT(twins(book, rome, "1956-01-30"), ElementsAre("Paris active certain"));
  EXPECT_THAT(rivals(book), ElementsAre("formed 1956-04-09: Widely copied"));
  // The other reading is preferred from now on; what was preferred until now stays known.
  const EventId first = book.ask([&](const Snapshot& now) { return now.history(bond).at(0).id; });
  book.clock().set(noon(2026, 9, 1));
  book.registry().write([&](Transaction& tx) {
    tx.correct(first, {.kind = EventKind::formed, .date = Date{"1956-01-30"}, .rank = Rank::rival});
    tx.correct(other, {.kind = EventKind::formed, .date = Date{"1956-04-09"}, .rank = Rank::preferred});
  });
  EXPECT_THAT(twins(book, rome, "1956-04-08"), IsEmpty());
  EXPECT_THAT(twins(book, rome, "1956-04-09"), ElementsAre("Paris active certain"));
  book.registry().read(KnownAt(Date{"2026-08-31"}), [&](const Snapshot& then) {
    EXPECT_THAT(twins(then, rome, "1956-04-08"), ElementsAre("Paris active certain"));
  });
}

// 24: a twin that is a theme park, by a competition, on a date that one source puts a year later.
TEST(Case24, SwindonAndWaltDisneyWorld) {
  Book book;
  const CityId swindon = book.city("Swindon", "GB");
  const CityId park = party(book, {.name = "Walt Disney World", .kind = CityKind::facility, .country = "US"});
  const BondId bond = book.form(
      {.parties = {swindon, park}, .kind = BondKind::novelty, .date = Date{"2009-12"}, .reason = "publicity"});
  told(book, bond, {.kind = EventKind::formed, .date = Date{"2010"}, .rank = Rank::rival}, "Elsewhere");
  book.ask([&](const Snapshot& now) {
    ASSERT_THAT(now.bonds({.with_others_than_municipalities = true}), SizeIs(1));
    EXPECT_EQ(now.bonds_by_kind().at(0).level, "facility - municipality");
    EXPECT_THAT(now.most_twinned(10, AsOf{}, BondKind::twinning), IsEmpty()) << "no formal twinning";
  });
  EXPECT_THAT(twins(book, swindon, "2009-12"), ElementsAre("Walt Disney World active certain"));
}

// 25: a city from a novel, streets named for its streets, and a sign that was forbidden and then allowed.
TEST(Case25, WincantonAndAnkhMorpork) {
  Book book;
  const CityId wincanton = book.city("Wincanton", "GB");
  const CityId ankh = party(book, {.name = "Ankh-Morpork", .fictional = true});
  const BondId bond = book.form({.parties = {wincanton, ankh}, .kind = BondKind::novelty, .date = Date{"2002"}});
  book.registry().write([&](Transaction& tx) {
    tx.add_keepsake(bond, {.kind = KeepsakeKind::place_name,
                           .title = "Peach Pie Street",
                           .giver = wincanton,
                           .date = Date{"2009-04-05"}});
    tx.add_keepsake(bond, {.kind = KeepsakeKind::sign, .title = "Road sign", .until = Date{"2003-06"}});
  });
  book.ask([&](const Snapshot& now) {
    EXPECT_TRUE(now.get_city(ankh).fictional);
    EXPECT_EQ(now.get_city(ankh).country, std::nullopt);
    EXPECT_THAT(now.bonds({.with_others_than_municipalities = true}), SizeIs(1));
    EXPECT_THAT(now.keepsakes({.kinds = {KeepsakeKind::place_name}, .on = AsOf{Date{"2009-04-04"}}}), IsEmpty());
    EXPECT_THAT(now.keepsakes({.kinds = {KeepsakeKind::place_name}, .on = AsOf{Date{"2009-04-05"}}}), SizeIs(1));
    const auto sign = now.keepsakes({.kinds = {KeepsakeKind::sign}, .on = AsOf{Date{"2003-06-10"}}});
    ASSERT_THAT(sign, SizeIs(1));
    EXPECT_EQ(sign.at(0).certainty, Certainty::possible);
    EXPECT_THAT(now.keepsakes({.kinds = {KeepsakeKind::sign}, .on = AsOf{Date{"2004"}}}), IsEmpty());
  });
}

// 26: the year 836, and two bonds of one pair eleven centuries apart.
TEST(Case26, LeMansAndPaderborn) {
  Book book;
  const CityId le_mans = book.city("Le Mans", "FR");
  const CityId paderborn = book.city("Paderborn", "DE");
  const BondId relics = book.form({.parties = {le_mans, paderborn}, .date = Date{"0836"}, .reason = "religion"});
  const BondId charter = book.form({.parties = {le_mans, paderborn}, .kind = BondKind::twinning, .date = Date{"1967"}});
  EXPECT_THAT(twins(book, le_mans, "0835"), IsEmpty());
  EXPECT_THAT(twins(book, le_mans, "0836"), ElementsAre("Paderborn active certain"));
  EXPECT_THAT(twins(book, le_mans, "1967"), ElementsAre("Paderborn active certain", "Paderborn active certain"))
      << "two bonds of one pair";
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.longest_running(1).at(0).id, relics);
    EXPECT_EQ(now.most_twinned(1).at(0).twins, 1) << "a twin by two bonds counts once";
    EXPECT_EQ(now.newest_bonds(le_mans).at(0).bond, charter);
  });
}

// 27: 1920, or 1921: a rival year, or one of a set.
TEST(Case27, KeighleyAndPoixDuNord) {
  Book book;
  const CityId keighley = book.city("Keighley", "GB");
  const CityId poix = book.city("Poix-du-Nord", "FR");
  const BondId rival = book.bond({keighley, poix}, Date{"1920"});
  told(book, rival, {.kind = EventKind::formed, .date = Date{"1921?"}, .rank = Rank::rival}, "German Wikipedia");
  EXPECT_THAT(twins(book, keighley, "1920"), ElementsAre("Poix-du-Nord active certain"));
  Book other;
  const CityId same = other.city("Keighley", "GB");
  const BondId either = other.bond({same, other.city("Poix-du-Nord", "FR")}, Date{"[1920,1921]"});
  EXPECT_THAT(twins(other, same, "1920"), ElementsAre("Poix-du-Nord active possible"));
  EXPECT_THAT(twins(other, same, "1921"), ElementsAre("Poix-du-Nord active certain"));
  EXPECT_EQ(bond_on(other, either, "1921").formed, Date{"[1920,1921]"});
}

// 32: none by policy is not the same as none known.
TEST(Case32, ThoseWhoHaveNoneByPolicy) {
  Book book;
  const CityId bern = book.city("Bern", "CH");
  const CityId silkeborg = book.city("Silkeborg", "DK");
  book.city("Nowhere");
  book.registry().write([&](Transaction& tx) {
    tx.add_policy(bern, {.policy = Policy::no_bonds});
    tx.add_policy(silkeborg, {.policy = Policy::ended_all, .since = Date{"2007/2009"}});
  });
  book.ask([&](const Snapshot& now) {
    ASSERT_THAT(now.policies(), SizeIs(2));
    EXPECT_EQ(now.policies(Policy::no_bonds).at(0).name, "Bern");
    EXPECT_EQ(now.policies(Policy::no_bonds).at(0).certainty, Certainty::certain);
    EXPECT_THAT(now.policies(Policy::ended_all, AsOf{Date{"2006"}}), IsEmpty());
    EXPECT_EQ(now.policies(Policy::ended_all, AsOf{Date{"2008"}}).at(0).certainty, Certainty::possible);
    EXPECT_EQ(now.policies(Policy::ended_all, AsOf{Date{"2009"}}).at(0).certainty, Certainty::certain);
  });
  EXPECT_THAT(twins(book, bern, "2020"), IsEmpty());
}

// 33: nothing recorded, and searched for and not found, are two things.
TEST(Case33, FortCollinsAndKingston) {
  Book book;
  const CityId collins = book.city("Fort Collins", "US");
  const BondId silent = book.bond({collins, book.city("Arbil", "IQ")}, Date{"197X"});
  const BondId lost = book.form({.parties = {book.city("Coventry", "GB"), book.city("Kingston", "JM")},
                                 .date = Date{"1962"},
                                 .reason = Reason(Reason::unknown)});
  book.act(silent, {.kind = EventKind::lapsed});
  book.ask([&](const Snapshot& now) {
    const auto unexplained = now.unexplained_bonds();
    ASSERT_THAT(unexplained, SizeIs(2));
    EXPECT_EQ(unexplained.at(0).bond, silent);
    EXPECT_EQ(unexplained.at(0).reason, std::nullopt) << "nothing is recorded";
    EXPECT_EQ(unexplained.at(1).bond, lost);
    EXPECT_EQ(unexplained.at(1).reason, Reason(Reason::unknown)) << "a source says that nobody knows";
    EXPECT_EQ(now.get_bond(silent).status, Status::dormant);
  });
  EXPECT_THAT(twins(book, collins, "1980"), ElementsAre("Arbil active possible", "Arbil dormant possible"))
      << "nobody says when it lapsed";
}

// 34: neighbours across a border that are called sister cities for another reason; and an odd one out.
TEST(Case34, SisterCitiesAcrossABorder) {
  Book book;
  const CityId paso = book.city("El Paso", "US");
  const CityId juarez = book.city("Ciudad Juárez", "MX");
  const BondId border = book.form({.parties = {paso, juarez},
                                   .kind = BondKind::cooperation,
                                   .note = "A border pair of an environmental programme, no twinning."});
  book.form({.parties = {paso, book.city("Chihuahua", "MX")}, .kind = BondKind::twinning, .date = Date{"1983"}});
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.most_twinned(1, AsOf{}, BondKind::twinning).at(0).twins, 1);
    EXPECT_EQ(now.most_twinned(1).at(0).twins, 2);
    EXPECT_THAT(now.bonds({.kind = BondKind::cooperation}), SizeIs(1));
    EXPECT_EQ(now.get_bond(border).note, "A border pair of an environmental programme, no twinning.");
  });
}

}  // namespace
}  // namespace twinning::cases
