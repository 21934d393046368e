// Cities that were called otherwise, or lay in another country, when they signed.

#include "cases/archive.hpp"

namespace twinning::cases {
namespace {

using support::noon;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

/// Coventry and Stalingrad: messages in 1942, formed in 1944 (or 1941), paused by a vote on 22 March 2022.
class Case01 : public testing::Test {
 protected:
  Case01() {
    archive_.clock().set(noon(2020, 1, 1));
    bond_ = archive_.blank_bond({coventry_, volgograd_});
    archive_.name(volgograd_, {.name = "Tsaritsyn", .until = Date{"1925"}});
    archive_.name(volgograd_, {.name = "Stalingrad", .since = Date{"1925"}, .until = Date{"1961"}});
    archive_.act(bond_, {.kind = EventKind::exchanged, .date = Date{"1942"}, .note = "A telegram of the women"});
    archive_.act(bond_, {.kind = EventKind::formed, .date = Date{"1944"}, .reason = "wartime_solidarity"});
    const EventId rival = archive_.act(bond_, {.kind = EventKind::formed, .date = Date{"1941"}, .rank = Rank::rival});
    archive_.cite(rival, archive_.source({.title = "Coventry twin city", .publisher = "BBC"}),
                  {.quote = "united in 1941"});
    archive_.clock().set(noon(2022, 3, 23));
    archive_.act(bond_, {.kind = EventKind::renewed,
                         .date = Date{"2022-03"},
                         .by = coventry_,
                         .note = "The council first decides to keep it"});
    archive_.act(bond_, {.kind = EventKind::suspended,
                         .date = Date{"2022-03-22"},
                         .by = coventry_,
                         .reason = "war",
                         .condition = "until such time that they can resume"});
    archive_.clock().set(noon(2022, 5, 1));
    archive_.act(bond_, {.kind = EventKind::exchanged, .date = Date{"2022-04"}, .by = coventry_, .note = "A letter"});
    archive_.clock().set(noon(2026, 6, 15));
  }

  Archive archive_;
  CityId coventry_ = archive_.city("Coventry", "GB");
  CityId volgograd_ = archive_.city("Volgograd", "RU");
  BondId bond_{1};
};

// Case 1 forces: contact begun is not signing; dated names; conflicting "since".
TEST_F(Case01, CoventryAndStalingrad) {
  EXPECT_THAT(archive_.twins(coventry_, "1942"), IsEmpty()) << "a telegram is no bond";
  EXPECT_THAT(archive_.twins(coventry_, "1943-12-31"), IsEmpty());
  EXPECT_THAT(archive_.twins(coventry_, "1944-01-01"), ElementsAre("Stalingrad since 1944: perhaps active"));
  EXPECT_THAT(archive_.twins(coventry_, "1944"), ElementsAre("Stalingrad since 1944: active"));
  EXPECT_THAT(archive_.twins(coventry_, "1960"), ElementsAre("Stalingrad since 1944: active"));
  EXPECT_THAT(archive_.twins(coventry_, "1962"), ElementsAre("Volgograd since 1944: active"));
  EXPECT_THAT(archive_.rivals(), ElementsAre("formed 1941 (BBC: Coventry twin city)"));
  archive_.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.name_on(volgograd_, AsOf{Date{"1924"}}), "Tsaritsyn");
    EXPECT_EQ(now.find_city("Stalingrad").value().id, volgograd_);
    ASSERT_THAT(now.twins_ever(coventry_), SizeIs(1));
    EXPECT_EQ(now.twins_ever(coventry_)[0].name_then, "Stalingrad");
    EXPECT_EQ(now.twins_ever(coventry_)[0].name, "Volgograd");
  });
}

// Case 1 forces: suspended, not ended; who suspended it, and the condition that would lift it.
TEST_F(Case01, IsSuspendedAndNotEnded) {
  EXPECT_EQ(archive_.status(bond_, "2022-03-21"), "active");
  EXPECT_EQ(archive_.status(bond_, "2022-03-22"), "suspended");
  EXPECT_EQ(archive_.status(bond_, "2022"), "suspended");
  EXPECT_EQ(archive_.twinned(coventry_, volgograd_, "2022-03-22"), Answer::yes);
  const Bond before = archive_.bond_on(bond_, "2022-03-21");
  EXPECT_EQ(before.condition, std::nullopt);
  EXPECT_EQ(before.since, Date{"1944"});
  const Bond after = archive_.bond_on(bond_, "2022-03-22");
  EXPECT_EQ(after.by_city, "Coventry");
  EXPECT_EQ(after.condition, "until such time that they can resume");
  EXPECT_EQ(after.reason, Reason("war"));
  EXPECT_EQ(after.motive, Reason("wartime_solidarity"));
  EXPECT_EQ(after.formed, Date{"1944"});
  EXPECT_EQ(after.ended, std::nullopt);
  EXPECT_THAT(archive_.stances(bond_, "2022-03-22"),
              ElementsAre("Coventry: suspended since 2022-03-22", "Volgograd: active since 1944, jointly"));
  EXPECT_THAT(archive_.changes("2022-03-21", "2022-03-22"),
              ElementsAre("Coventry - Volgograd: active to suspended by Coventry"));
}

// Case 1 forces: why it is so, with the accounts that were not believed; and what was known before the vote.
TEST_F(Case01, SaysWhyAndWhatWasKnownBefore) {
  EXPECT_THAT(archive_.explained(bond_, "2022-12-31"),
              ElementsAre("exchanged 1942: no effect yet", "formed 1944: active", "renewed 2022-03: active",
                          "suspended 2022-03-22: suspended", "exchanged 2022-04: suspended", "formed 1941: rival"));
  EXPECT_EQ(archive_.status(bond_, "2022-03-22", "2022-03-22"), "active");
  EXPECT_EQ(archive_.status(bond_, "2022-03-22", "2022-03-23"), "suspended");
  EXPECT_EQ(archive_.status(bond_, "1950", "2019-12-31"), "nothing");
}

// Case 5, Karl-Marx-Stadt, forces: the label as it was at signing; the country as of a date; domestic is derived.
TEST(Case05, KarlMarxStadt) {
  Archive archive;
  const CityId chemnitz = archive.city("Chemnitz", "DE");
  const CityId dusseldorf = archive.city("Düsseldorf", "DE");
  const CityId volgograd = archive.city("Volgograd", "RU");
  archive.name(chemnitz, {.name = "Karl-Marx-Stadt", .since = Date{"1953"}, .until = Date{"1990"}});
  archive.registry().write([&](Transaction& tx) {
    tx.add_country(chemnitz, {.country = "DD", .since = Date{"1949-10-07"}, .until = Date{"1990-10-03"}});
    tx.add_country(volgograd, {.country = "SU", .since = Date{"1922-12-30"}, .until = Date{"1991-12-26"}});
  });
  const BondId german = archive.bond({chemnitz, dusseldorf}, Date{"1988-04-13"});
  archive.bond({chemnitz, volgograd}, Date{"1988"});

  EXPECT_THAT(archive.twins(dusseldorf, "1988-04-12"), IsEmpty());
  EXPECT_THAT(archive.twins(dusseldorf, "1988-04-13"), ElementsAre("Karl-Marx-Stadt since 1988-04-13: active"));
  EXPECT_THAT(archive.twins(dusseldorf, "1990"), ElementsAre("Chemnitz since 1988-04-13: active"));
  EXPECT_THAT(archive.twins(chemnitz, "1988-04-13"),
              ElementsAre("Düsseldorf since 1988-04-13: active", "Volgograd since 1988: perhaps active"));
  archive.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.name_on(chemnitz, AsOf{Date{"1952"}}), "Chemnitz");
    EXPECT_EQ(now.country_on(chemnitz, AsOf{Date{"1990-10-02"}}), Country("DD"));
    EXPECT_EQ(now.country_on(chemnitz, AsOf{Date{"1990-10-03"}}), Country("DE"));
    EXPECT_EQ(now.twins_ever(dusseldorf).at(0).name_then, "Karl-Marx-Stadt");
    EXPECT_EQ(now.twins_ever(dusseldorf).at(0).name, "Chemnitz");
    ASSERT_THAT(now.border_changes(), SizeIs(1)) << "that with Volgograd crosses a border then and now";
    EXPECT_EQ(now.border_changes()[0].bond, german);
    EXPECT_TRUE(now.border_changes()[0].was_international);
  });
}

/// The twins of Chemnitz, each date as precise as its page; the new page no longer has Arras.
class Case06 : public testing::Test {
 protected:
  Case06() {
    archive_.act(arras_bond_, {.kind = EventKind::delisted, .date = Date{"2019-05-02"}, .by = chemnitz_});
    archive_.cite(archive_.first_act(arras_bond_),
                  archive_.source({.title = "Partnerstädte, old page", .publisher = "Chemnitz"}));
  }

  Archive archive_;
  CityId chemnitz_ = archive_.city("Chemnitz", "DE");
  CityId akron_ = archive_.city("Akron", "US");
  CityId tampere_ = archive_.city("Tampere", "FI");
  CityId lodz_ = archive_.city("Łódź", "PL");
  CityId arras_ = archive_.city("Arras", "FR");
  BondId akron_bond_ = archive_.bond({chemnitz_, akron_}, Date{"1997-04-20"});
  BondId tampere_bond_ = archive_.bond({chemnitz_, tampere_}, Date{"1961-10"});
  BondId lodz_bond_ = archive_.bond({chemnitz_, lodz_}, Date{"1974"});
  BondId arras_bond_ = archive_.bond({chemnitz_, arras_}, Date{"1967"});
};

// Case 6, one list with "20 April 1997", "October 1961" and "1974", forces: a precision for each act.
TEST_F(Case06, ChemnitzListsDatesOfEveryPrecision) {
  EXPECT_EQ(archive_.status(akron_bond_, "1997-04-19"), "nothing");
  EXPECT_EQ(archive_.status(akron_bond_, "1997-04-20"), "active");
  EXPECT_EQ(archive_.status(tampere_bond_, "1961-09"), "nothing");
  EXPECT_EQ(archive_.status(tampere_bond_, "1961-10-30"), "perhaps active");
  EXPECT_EQ(archive_.status(tampere_bond_, "1961-10"), "active");
  EXPECT_EQ(archive_.status(lodz_bond_, "1973"), "nothing");
  EXPECT_EQ(archive_.status(lodz_bond_, "1974-12-30"), "perhaps active");
  EXPECT_EQ(archive_.status(lodz_bond_, "1974"), "active");
  EXPECT_EQ(archive_.bond_on(tampere_bond_, "2000").formed, Date{"1961-10"});
  archive_.ask([&](const Snapshot& now) {
    const auto round = now.anniversaries(2027);
    ASSERT_THAT(round, SizeIs(2)) << "Tampere has 66 years then, Łódź 53";
    EXPECT_EQ(round[0].bond, arras_bond_);
    EXPECT_EQ(round[0].years, 60);
    EXPECT_EQ(round[1].bond, akron_bond_);
    EXPECT_EQ(round[1].years, 30);
    EXPECT_EQ(round[1].certainty, Certainty::certain);
  });
}

// Case 6 forces: a page that no longer has a twin is evidence, and no end.
TEST_F(Case06, NoLongerListedIsNotEnded) {
  EXPECT_EQ(archive_.status(arras_bond_, "2019-05-01"), "active");
  EXPECT_EQ(archive_.status(arras_bond_, "2019-05-02"), "active");
  EXPECT_EQ(archive_.bond_on(arras_bond_, "2026").ended, std::nullopt);
  EXPECT_EQ(archive_.bond_on(arras_bond_, "2026").sources, "Chemnitz: Partnerstädte, old page");
  EXPECT_THAT(archive_.history(arras_bond_), ElementsAre("formed 1967", "delisted 2019-05-02"));
  EXPECT_THAT(archive_.history(lodz_bond_), Not(Contains("delisted 2019-05-02")));
  EXPECT_THAT(archive_.changes("1968", "2026-06-15", {.city = arras_}), IsEmpty());
}

}  // namespace
}  // namespace twinning::cases
