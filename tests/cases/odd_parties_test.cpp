// Bonds with parties that are no municipality, not real, or never asked; and bonds that are no twinning.

#include "cases/archive.hpp"
#include "support/database.hpp"
#include "support/temporary_file.hpp"

namespace twinning::cases {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// Whitwell declares itself the twin of Paris: silence until 20:30 on 13 June 1980 was to mean consent.
class Case21 : public testing::Test {
 protected:
  Case21() {
    archive_.act(bond_, {.kind = EventKind::formed,
                         .date = Date{"1980-06-13"},
                         .by = whitwell_,
                         .reason = "humour",
                         .note = "Silence until 20:30 was to mean consent"});
  }

  Archive archive_;
  CityId whitwell_ = archive_.party({.name = "Whitwell", .kind = CityKind::settlement, .country = "GB"});
  CityId paris_ = archive_.city("Paris", "FR");
  BondId bond_ = archive_.blank_bond({whitwell_, paris_});
};

// Case 21 forces: a bond that one side claims, and of which the other does not know.
TEST_F(Case21, WhitwellAndParis) {
  EXPECT_EQ(archive_.status(bond_, "1980-06-12"), "nothing");
  EXPECT_EQ(archive_.status(bond_, "1980-06-13"), "active");
  EXPECT_THAT(archive_.stances(bond_, "2019"), ElementsAre("Whitwell: active since 1980-06-13", "Paris: nothing said"));
  archive_.ask([&](const Snapshot& now) {
    ASSERT_THAT(now.one_sided_bonds(), SizeIs(1));
    EXPECT_EQ(now.one_sided_bonds()[0].bond, bond_);
    EXPECT_EQ(now.one_sided_bonds()[0].claimant, whitwell_);
    EXPECT_EQ(now.get_bond(bond_).by_city, "Whitwell");
  });
  archive_.act(bond_, {.kind = EventKind::renewed, .date = Date{"2030"}, .by = paris_});
  EXPECT_THAT(archive_.ask([](const Snapshot& now) { return now.one_sided_bonds(); }), IsEmpty())
      << "as soon as Paris says so too";
}

// Case 21 forces: Paris is bound to Rome alone, and the claim beside it is reported.
TEST_F(Case21, ClaimsAPartyThatIsBoundToAnotherAlone) {
  EXPECT_THAT(archive_.oddities(), IsEmpty());
  const BondId roman = archive_.form({.parties = {paris_, archive_.city("Rome", "IT")},
                                      .kind = BondKind::twinning,
                                      .date = Date{"1956-01-30"},
                                      .exclusive = true});
  const auto anomalies = archive_.ask([](const Snapshot& now) { return now.anomalies(); });
  ASSERT_THAT(anomalies, SizeIs(1));
  EXPECT_EQ(anomalies[0].rule, "exclusive_beside_another");
  EXPECT_EQ(anomalies[0].bond, roman);
  EXPECT_THAT(anomalies[0].explanation, HasSubstr("Paris promised to have no other twin"));
}

// Case 21 forces: the sign, which was removed in 2012 and stood again in 2013.
TEST_F(Case21, TheSignWasAwayForAYear) {
  archive_.keepsake(bond_, {.kind = KeepsakeKind::sign, .title = "The sign", .until = Date{"2012"}});
  archive_.keepsake(bond_, {.kind = KeepsakeKind::sign, .title = "The sign, again", .date = Date{"2013"}});
  const auto standing = [&](const char* day) {
    return archive_.ask([&](const Snapshot& now) {
      Words titles;
      for (const Keepsake& keepsake : now.keepsakes({.bond = bond_, .on = AsOf{Date{day}}})) {
        titles.push_back(keepsake.title);
      }
      return titles;
    });
  };
  EXPECT_THAT(standing("2011"), ElementsAre("The sign"));
  EXPECT_THAT(standing("2012-06"), ElementsAre("The sign")) << "possibly";
  EXPECT_THAT(standing("2012"), IsEmpty());
  EXPECT_THAT(standing("2013"), ElementsAre("The sign, again"));
}

// Case 24, Swindon and Walt Disney World, forces: a facility; a competition; two years for one announcement.
TEST(Case24, SwindonAndWaltDisneyWorld) {
  Archive archive;
  const CityId swindon = archive.city("Swindon", "GB");
  const CityId world = archive.party({.name = "Walt Disney World", .kind = CityKind::facility, .country = "US"});
  const BondId bond = archive.blank_bond({swindon, world});
  archive.act(bond, {.kind = EventKind::formed,
                     .date = Date{"2009-12"},
                     .reason = "publicity",
                     .note = "A competition of Disney's, before 24 other towns"});
  archive.act(bond, {.kind = EventKind::formed, .date = Date{"2010"}, .rank = Rank::rival});

  EXPECT_EQ(archive.status(bond, "2009-11"), "nothing");
  EXPECT_EQ(archive.status(bond, "2009-12-15"), "perhaps active");
  EXPECT_EQ(archive.status(bond, "2009"), "active") << "2010 is a rival account";
  EXPECT_THAT(archive.rivals(), ElementsAre("formed 2010 (-)"));
  archive.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.parties(bond).at(1).kind, CityKind("facility"));
    EXPECT_THAT(now.bonds({.formed_for = {Reason("publicity")}}), SizeIs(1));
    EXPECT_THAT(now.bonds({.with_others_than_municipalities = true}), SizeIs(1));
    EXPECT_EQ(now.bonds_by_kind().at(0).level, "facility - municipality");
    EXPECT_EQ(now.history(bond).at(0).note, "A competition of Disney's, before 24 other towns");
  });
}

/// Wincanton and Ankh-Morpork: a ceremony in 2002; Whitehall bars its signs in June 2003, and lets them stand later.
class Case25 : public testing::Test {
 protected:
  Case25() {
    archive_.act(
        bond_,
        {.kind = EventKind::contested, .date = Date{"2003-06"}, .note = "Whitehall: twin towns had to actually exist"});
    archive_.keepsake(
        bond_,
        {.kind = KeepsakeKind::place_name, .title = "Treacle Mine Road", .date = Date{"2009"}, .place = "Wincanton"});
    archive_.keepsake(bond_, {.kind = KeepsakeKind::sign, .title = "Road signs", .date = Date{"[2003-07..]"}});
  }

  Archive archive_;
  CityId wincanton_ = archive_.city("Wincanton", "GB");
  CityId morpork_ = archive_.party({.name = "Ankh-Morpork", .fictional = true});
  BondId bond_ = archive_.form(
      {.parties = {wincanton_, morpork_}, .kind = BondKind::novelty, .date = Date{"2002"}, .reason = Reason("humour")});
};

// Case 25 forces: a municipality that is fictional, in no country.
TEST_F(Case25, WincantonAndAnkhMorpork) {
  EXPECT_THAT(archive_.twins(wincanton_, "2001"), IsEmpty());
  EXPECT_THAT(archive_.twins(wincanton_, "2002-06"), ElementsAre("Ankh-Morpork since 2002: perhaps active"));
  EXPECT_THAT(archive_.twins(wincanton_, "2002"), ElementsAre("Ankh-Morpork since 2002: active"));
  archive_.ask([&](const Snapshot& now) {
    const City twin = now.get_city(morpork_);
    EXPECT_TRUE(twin.fictional);
    EXPECT_EQ(twin.kind, CityKind("municipality"));
    EXPECT_EQ(twin.country, std::nullopt);
    EXPECT_FALSE(now.get_city(wincanton_).fictional);
    EXPECT_THAT(now.bonds({.with_others_than_municipalities = true}), SizeIs(1)) << "fictional counts as another";
    EXPECT_THAT(now.country_pairs(), IsEmpty());
  });
}

// Case 25 forces: somebody else recognises it or not, and that makes no state.
TEST_F(Case25, WhitehallEndsNothing) {
  EXPECT_EQ(archive_.status(bond_, "2003"), "active");
  EXPECT_TRUE(archive_.bond_on(bond_, "2003").contested);
  const auto there = [&](const char* day) {
    return archive_.ask([&](const Snapshot& now) { return now.keepsakes({.on = AsOf{Date{day}}}); });
  };
  EXPECT_THAT(there("2003-06"), IsEmpty()) << "no signs by then";
  ASSERT_THAT(there("2008"), SizeIs(1));
  EXPECT_EQ(there("2008")[0].title, "Road signs");
  EXPECT_EQ(there("2008")[0].certainty, Certainty::possible) << "later, says the source";
  ASSERT_THAT(there("2009"), SizeIs(2));
  EXPECT_EQ(there("2009")[0].title, "Treacle Mine Road");
  EXPECT_EQ(there("2009")[0].certainty, Certainty::certain);
}

// Case 26, Le Mans and Paderborn, 836 and 1967, forces: a year before 1000; a pair with two bonds, the old one revived.
TEST(Case26, LeMansAndPaderborn) {
  Archive archive;
  const CityId mans = archive.city("Le Mans", "FR");
  const CityId paderborn = archive.city("Paderborn", "DE");
  const BondId old = archive.form({.parties = {mans, paderborn}, .date = Date{"0836"}, .reason = Reason("religion")});
  const BondId modern = archive.registry().write([&](Transaction& tx) {
    const BondId bond = tx.add_bond({.parties = {mans, paderborn}, .kind = BondKind::twinning});
    tx.record(bond, {.kind = EventKind::formed, .date = Date{"1967"}, .caused_by = tx.now().history(old).front().id});
    return bond;
  });

  EXPECT_EQ(archive.twinned(mans, paderborn, "0835"), Answer::no);
  EXPECT_EQ(archive.twinned(mans, paderborn, "0836-06"), Answer::possibly);
  EXPECT_EQ(archive.twinned(mans, paderborn, "0836"), Answer::yes);
  EXPECT_THAT(archive.twins(mans, "1966"), ElementsAre("Paderborn since 0836: active"));
  EXPECT_THAT(archive.twins(mans, "1967"), ElementsAre("Paderborn since 0836: active", "Paderborn since 1967: active"));
  archive.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.longest_running().at(0).id, old);
    EXPECT_EQ(now.history(modern).at(0).caused_by, archive.first_act(old)) << "which it revives";
    EXPECT_EQ(now.newest_bonds(mans).at(0).bond, modern);
    for (const TwinCount& count : now.most_twinned()) EXPECT_EQ(count.twins, 1) << "one twin, by two bonds";
    const auto decades = now.bonds_per_decade();
    EXPECT_EQ(decades.at(0).decade, 830);
    EXPECT_EQ(decades.at(0).formed, 1);
    ASSERT_THAT(now.anniversaries(2036), SizeIs(1));
    EXPECT_EQ(now.anniversaries(2036)[0].years, 1200);
  });
}

// Case 34, the border pairs of the United States and Mexico, forces: "sister cities" that are no twins.
TEST(Case34, BorderPairsAreNoTwinnings) {
  Archive archive;
  const std::vector<std::pair<const char*, const char*>> pairs = {{"San Diego", "Tijuana"},
                                                                  {"Calexico", "Mexicali"},
                                                                  {"Yuma", "San Luis Río Colorado"},
                                                                  {"Nogales", "Nogales"},
                                                                  {"Naco", "Naco"},
                                                                  {"Douglas", "Agua Prieta"},
                                                                  {"Columbus", "Puerto Palomas"},
                                                                  {"El Paso", "Ciudad Juárez"},
                                                                  {"Presidio", "Ojinaga"},
                                                                  {"Del Rio", "Ciudad Acuña"},
                                                                  {"Eagle Pass", "Piedras Negras"},
                                                                  {"Laredo", "Nuevo Laredo"},
                                                                  {"McAllen", "Reynosa"},
                                                                  {"Weslaco", "Río Bravo"},
                                                                  {"Brownsville", "Matamoros"}};
  for (const auto& [american, mexican] : pairs) {
    archive.form({.parties = {archive.city(american, "US"), archive.city(mexican, "MX")},
                  .kind = BondKind::contact,
                  .title = "Border 2020"});
  }
  const CityId odd = archive.city("The thirty-first feature", "US");
  archive.ask([&](const Snapshot& now) {
    int features = 0;
    now.for_each_city([&](const City&) { ++features; });
    EXPECT_EQ(features, 31);
    EXPECT_THAT(now.bonds({.kind = BondKind("contact")}), SizeIs(15));
    EXPECT_THAT(now.bonds({.kind = BondKind("twinning")}), IsEmpty());
    EXPECT_THAT(now.most_twinned(100), SizeIs(30));
    EXPECT_THAT(now.most_twinned(100, {}, BondKind("twinning")), IsEmpty());
    EXPECT_THAT(now.twins(odd), IsEmpty());
    EXPECT_THAT(now.bonds({.of_one_name = true}), SizeIs(2)) << "Nogales and Naco";
    EXPECT_EQ(now.country_pairs().at(0).bonds, 15);
  });
}

// Case 34 forces: the list of kinds is open, so a homonym may have a kind of its own.
TEST(Case34, AHomonymMayHaveAKindOfItsOwn) {
  const support::TemporaryFile file;
  Registry registry = Registry::create(file.path().string());
  support::Database(file.path())
      .run(
          "INSERT INTO bond_kind (code, broader, definition) "
          "VALUES ('border_twin', 'contact', 'Neighbours across a border')");
  registry.write([](Transaction& tx) {
    const CityId one = tx.add_city({.name = "Laredo", .country = "US"});
    const CityId other = tx.add_city({.name = "Nuevo Laredo", .country = "MX"});
    tx.form({.parties = {one, other}, .kind = "border_twin", .date = Date{"1889"}});
  });
  registry.read([](const Snapshot& now) {
    EXPECT_THAT(now.bonds({.kind = BondKind("border_twin")}), SizeIs(1));
    EXPECT_THAT(now.bonds({.kind = BondKind("twinning")}), IsEmpty());
    EXPECT_EQ(now.bonds_by_kind().at(0).kind, BondKind("border_twin"));
  });
}

}  // namespace
}  // namespace twinning::cases
