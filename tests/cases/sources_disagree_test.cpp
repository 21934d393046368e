// Sources that disagree: every account is kept with its source, one is believed, and another may be preferred later.

#include "cases/archive.hpp"

namespace twinning::cases {
namespace {

using support::noon;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// The tablecloth with 830 names that the women of Coventry sent to Stalingrad, and a street named in 1972.
class Case02 : public testing::Test {
 protected:
  Case02() {
    cloth_ = archive_.keepsake(bond_, {.kind = KeepsakeKind::gift,
                                       .title = "Tablecloth",
                                       .giver = coventry_,
                                       .receiver = volgograd_,
                                       .place = "Panorama Museum, Volgograd",
                                       .note = "830 names, sixpence each"});
    archive_.keepsake(
        bond_,
        {.kind = KeepsakeKind::place_name, .title = "Volgograd Place", .date = Date{"1972"}, .place = "Coventry"});
    variant("The Guardian", "than big sympathy");
    variant("VolSU", "than great regret");
    variant("Wikipedia", "than a lot of pity");
  }

  void variant(const char* publisher, const char* quote) {
    archive_.cite(cloth_, archive_.source({.title = "The tablecloth", .publisher = publisher}), {.quote = quote});
  }

  Archive archive_;
  CityId coventry_ = archive_.city("Coventry", "GB");
  CityId volgograd_ = archive_.city("Volgograd", "RU");
  BondId bond_ = archive_.bond({coventry_, volgograd_}, Date{"1944"});
  KeepsakeId cloth_{1};
};

// Case 2, the tablecloth, forces: a gift and where it is; one inscription in three wordings, each with its source.
TEST_F(Case02, TheTablecloth) {
  archive_.ask([&](const Snapshot& now) {
    const auto gifts = now.keepsakes({.city = coventry_, .twin = volgograd_, .kinds = {KeepsakeKind::gift}});
    ASSERT_THAT(gifts, SizeIs(1));
    EXPECT_EQ(gifts[0].giver, "Coventry");
    EXPECT_EQ(gifts[0].receiver, "Volgograd");
    EXPECT_EQ(gifts[0].place, "Panorama Museum, Volgograd");
    EXPECT_EQ(gifts[0].note, "830 names, sixpence each");
    EXPECT_EQ(gifts[0].date, std::nullopt);
    Words wordings;
    for (const Source& source : now.sources(cloth_)) {
      const auto facts = now.supported_facts(source.id);
      ASSERT_THAT(facts, SizeIs(1));
      EXPECT_EQ(facts[0].supports, "keepsake");
      wordings.push_back(source.publisher.value() + ": " + facts[0].quote.value());
    }
    EXPECT_THAT(wordings, ElementsAre("The Guardian: than big sympathy", "VolSU: than great regret",
                                      "Wikipedia: than a lot of pity"));
  });
}

// Case 2 forces: what a street is called after the twin, and since when.
TEST_F(Case02, AStreetHasItsYear) {
  const auto streets = [&](const char* day) {
    return archive_.ask([&](const Snapshot& now) {
      return now.keepsakes({.city = coventry_, .kinds = {KeepsakeKind::place_name}, .on = AsOf{Date{day}}});
    });
  };
  EXPECT_THAT(streets("1971"), IsEmpty());
  ASSERT_THAT(streets("1972-06"), SizeIs(1));
  EXPECT_EQ(streets("1972-06")[0].certainty, Certainty::possible);
  EXPECT_EQ(streets("1972").at(0).certainty, Certainty::certain);
  EXPECT_EQ(streets("1972").at(0).title, "Volgograd Place");
}

/// Rome and Paris, each the only twin of the other: 30 January or 9 April 1956.
class Case22 : public testing::Test {
 protected:
  Case22() {
    archive_.clock().set(noon(2020, 1, 1));
    bond_ = archive_.form(
        {.parties = {rome_, paris_}, .kind = BondKind::twinning, .date = Date{"1956-01-30"}, .exclusive = true});
    formed_ = archive_.first_act(bond_);
    archive_.cite(formed_, archive_.source({.title = "Paris et Rome", .publisher = "Le Monde"}));
    rival_ = archive_.act(
        bond_,
        {.kind = EventKind::formed, .date = Date{"1956-04-09"}, .note = "The second ceremony", .rank = Rank::rival});
    archive_.cite(rival_, archive_.source({.title = "Widely copied"}));
  }

  Archive archive_;
  CityId rome_ = archive_.city("Rome", "IT");
  CityId paris_ = archive_.city("Paris", "FR");
  BondId bond_{1};
  EventId formed_{1};
  EventId rival_{1};
};

// Case 22 forces: two ceremonies with two dates; an exclusive bond.
TEST_F(Case22, RomeAndParis) {
  EXPECT_EQ(archive_.status(bond_, "1956-01-29"), "nothing");
  EXPECT_EQ(archive_.status(bond_, "1956-01-30"), "active");
  EXPECT_EQ(archive_.bond_on(bond_, "1957").formed, Date{"1956-01-30"});
  EXPECT_EQ(archive_.bond_on(bond_, "1957").sources, "Le Monde: Paris et Rome");
  EXPECT_THAT(archive_.rivals(), ElementsAre("formed 1956-04-09 (Widely copied)"));
  EXPECT_THAT(archive_.explained(bond_, "1957"), ElementsAre("formed 1956-01-30: active", "formed 1956-04-09: rival"));
  EXPECT_THAT(archive_.oddities(), IsEmpty());
  const BondId other = archive_.bond({paris_, archive_.city("Washington", "US")}, Date{"2000"});
  EXPECT_THAT(archive_.oddities(), ElementsAre("exclusive_beside_another"));
  archive_.retract(archive_.first_act(other), "Only a friendship");
  EXPECT_THAT(archive_.oddities(), IsEmpty());
}

// Case 22 forces: who believes the other source changes the answers, and loses nothing.
TEST_F(Case22, TheOtherDateIsPreferred) {
  archive_.clock().set(noon(2021, 1, 1));
  archive_.correct(formed_, {.kind = EventKind::formed, .date = Date{"1956-01-30"}, .rank = Rank::rival});
  archive_.correct(rival_, {.kind = EventKind::formed, .date = Date{"1956-04-09"}, .rank = Rank::preferred});
  EXPECT_EQ(archive_.status(bond_, "1956-01-30"), "nothing");
  EXPECT_EQ(archive_.status(bond_, "1956-04-08"), "nothing");
  EXPECT_EQ(archive_.status(bond_, "1956-04-09"), "active");
  EXPECT_EQ(archive_.status(bond_, "1956-01-30", "2020-12-31"), "active");
  EXPECT_EQ(archive_.bond_on(bond_, "1957").formed, Date{"1956-04-09"});
  EXPECT_THAT(archive_.rivals(), ElementsAre("formed 1956-01-30 (-)"));
  EXPECT_THAT(archive_.explained(bond_, "1957"),
              ElementsAre("formed 1956-04-09: active", "formed 1956-01-30: corrected", "formed 1956-04-09: corrected",
                          "formed 1956-01-30: rival"));
}

/// Keighley and Poix-du-Nord: 1920 by the association, 1921 apparently by the German Wikipedia.
class Case27 : public testing::Test {
 protected:
  Archive archive_;
  CityId keighley_ = archive_.city("Keighley", "GB");
  CityId poix_ = archive_.city("Poix-du-Nord", "FR");
};

// Case 27 forces: conflicting years, one of them believed.
TEST_F(Case27, KeighleyAndPoixDuNord) {
  const BondId bond = archive_.bond({keighley_, poix_}, Date{"1920"});
  const EventId rival = archive_.act(bond, {.kind = EventKind::formed, .date = Date{"1921?"}, .rank = Rank::rival});
  archive_.cite(rival, archive_.source({.title = "Gemeindepartnerschaft", .publisher = "Wikipedia", .language = "de"}));
  EXPECT_EQ(archive_.status(bond, "1919"), "nothing");
  EXPECT_EQ(archive_.status(bond, "1920-06"), "perhaps active");
  EXPECT_EQ(archive_.status(bond, "1920"), "active");
  EXPECT_THAT(archive_.rivals(), ElementsAre("formed 1921? (Wikipedia: Gemeindepartnerschaft)"));
  archive_.ask([&](const Snapshot& now) {
    EXPECT_TRUE(now.rivals().at(0).date.value().uncertain());
    EXPECT_EQ(now.sources(rival).at(0).language, "de");
    EXPECT_THAT(now.bonds({.formed = Date{"1920"}}), SizeIs(1));
    EXPECT_THAT(now.bonds({.formed = Date{"1921"}}), IsEmpty());
  });
}

// Case 27 forces: or neither is believed, and the answers are honest about it.
TEST_F(Case27, OneOfTwoYears) {
  const BondId bond = archive_.bond({keighley_, poix_}, Date{"[1920,1921]"});
  EXPECT_EQ(archive_.status(bond, "1919"), "nothing");
  EXPECT_EQ(archive_.status(bond, "1920"), "perhaps active");
  EXPECT_EQ(archive_.status(bond, "1921-12-30"), "perhaps active");
  EXPECT_EQ(archive_.status(bond, "1921"), "active");
  EXPECT_THAT(archive_.twins(poix_, "1920"), ElementsAre("Keighley since [1920,1921]: perhaps active"));
  archive_.ask([&](const Snapshot& now) {
    const auto decades = now.bonds_per_decade();
    ASSERT_THAT(decades, SizeIs(1)) << "either way in the same decade";
    EXPECT_EQ(decades[0].decade, 1920);
    EXPECT_EQ(decades[0].formed, 1);
    for (const char* const year : {"1920", "1921"}) EXPECT_THAT(now.bonds({.formed = Date{year}}), SizeIs(1)) << year;
    EXPECT_THAT(now.bonds({.formed = Date{"1922"}}), IsEmpty());
    const auto years = now.in_force_by_year(AsOf{Date{"1921"}});
    ASSERT_THAT(years, SizeIs(2));
    EXPECT_EQ(years[0].bonds, 1);
    EXPECT_EQ(years[0].certain, 0);
    EXPECT_EQ(years[1].certain, 1);
  });
}

}  // namespace
}  // namespace twinning::cases
