// Bonds that ended, or were said to: by whom, since when, and who denies it.

#include "cases/archive.hpp"

namespace twinning::cases {
namespace {

using support::noon;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// Osaka and San Francisco: decided in December 2017, told by a letter of 2 October 2018, and denied.
class Case08 : public testing::Test {
 protected:
  Case08() {
    archive_.clock().set(noon(2018, 10, 2));
    bond_ = archive_.bond({osaka_, san_francisco_}, Date{"1957-10"});
    cut_ = archive_.act(bond_, {.kind = EventKind::cut,
                                .date = Date{"2018-10-02"},
                                .decided = Date{"2017-12"},
                                .by = osaka_,
                                .reason = "historical_memory"});
    archive_.clock().set(noon(2018, 10, 6));
    archive_.act(bond_, {.kind = EventKind::contested,
                         .date = Date{"2018-10-02/2018-10-05"},
                         .by = san_francisco_,
                         .note = "One mayor cannot unilaterally end it",
                         .caused_by = cut_});
    archive_.clock().set(noon(2026, 6, 15));
  }

  Archive archive_;
  CityId osaka_ = archive_.city("Osaka", "JP");
  CityId san_francisco_ = archive_.city("San Francisco", "US");
  BondId bond_{1};
  EventId cut_{1};
};

// Case 8 forces: an end by one party that the other contests; decided is not effective.
TEST_F(Case08, OsakaAndSanFrancisco) {
  EXPECT_EQ(archive_.status(bond_, "1957-09"), "nothing");
  EXPECT_EQ(archive_.status(bond_, "1957"), "active");
  EXPECT_EQ(archive_.status(bond_, "2017"), "active") << "decided, not done";
  EXPECT_EQ(archive_.status(bond_, "2018-10-01"), "active");
  EXPECT_EQ(archive_.status(bond_, "2018-10-02"), "ended");
  EXPECT_THAT(archive_.twins(san_francisco_, "2018-10-01"), ElementsAre("Osaka since 1957-10: active"));
  EXPECT_THAT(archive_.twins(san_francisco_, "2018"), IsEmpty());
  const Bond ended = archive_.bond_on(bond_, "2018");
  EXPECT_EQ(ended.ended, Date{"2018-10-02"});
  EXPECT_EQ(ended.by_city, "Osaka");
  EXPECT_EQ(ended.reason, Reason("historical_memory"));
  EXPECT_TRUE(ended.contested);
  EXPECT_THAT(archive_.stances(bond_, "2018"),
              ElementsAre("Osaka: ended since 2018-10-02", "San Francisco: active since 1957-10, jointly"));
  EXPECT_THAT(archive_.changes("2017", "2018"), ElementsAre("Osaka - San Francisco: active to ended by Osaka"));
  EXPECT_EQ(archive_.ask([&](const Snapshot& now) { return now.history(bond_).at(1).decided; }), Date{"2017-12"});
}

// Case 8 forces: it was contested only once that was known.
TEST_F(Case08, IsContestedOnceThatIsKnown) {
  const auto contested = [&](const char* known) {
    return archive_.registry().read(KnownAt{Date{known}},
                                    [&](const Snapshot& then) { return then.get_bond(bond_).contested; });
  };
  EXPECT_FALSE(contested("2018-10-05"));
  EXPECT_TRUE(contested("2018-10-06"));
  archive_.ask([&](const Snapshot& now) {
    const auto learned = now.learned(KnownAt{Date{"2018-10-05"}}, KnownAt{Date{"2018-10-06"}});
    ASSERT_THAT(learned, SizeIs(1));
    EXPECT_EQ(learned[0].event.kind, EventKind(EventKind::contested));
    EXPECT_EQ(learned[0].event.caused_by, cut_);
  });
}

// Case 8 forces: "continues today", says one side. An ended bond stays ended; a new one is the right way.
TEST_F(Case08, StaysEndedWhateverOneSideLists) {
  archive_.act(bond_, {.kind = EventKind::listed, .date = Date{"2019"}, .by = san_francisco_});
  EXPECT_EQ(archive_.status(bond_, "2019"), "ended");
  EXPECT_THAT(archive_.oddities(), ElementsAre("act_after_end"));
  archive_.act(bond_, {.kind = EventKind::formed, .date = Date{"2024"}, .note = "By both, on the old bond"});
  EXPECT_EQ(archive_.status(bond_, "2024"), "ended");
  EXPECT_THAT(archive_.oddities(), ElementsAre("act_after_end", "act_after_end"));
  archive_.bond({osaka_, san_francisco_}, Date{"2025-01-01"});
  EXPECT_EQ(archive_.twinned(osaka_, san_francisco_, "2024"), Answer::no);
  EXPECT_EQ(archive_.twinned(osaka_, san_francisco_, "2025"), Answer::yes);
}

/// Prague with Beijing, Taipei and Shanghai, from October 2019 to January 2020.
class Case09 : public testing::Test {
 protected:
  Archive archive_;
  CityId prague_ = archive_.city("Prague", "CZ");
  CityId beijing_ = archive_.city("Beijing", "CN");
  CityId shanghai_ = archive_.city("Shanghai", "CN");
  CityId taipei_ = archive_.city("Taipei", "TW");
};

// Case 9 forces: both sides end it, the one that voted on some day of the month in which the other acted on the 10th.
TEST_F(Case09, PragueAndBeijing) {
  const BondId bond =
      archive_.form({.parties = {prague_, beijing_}, .date = Date{"2016"}, .reason = Reason("state_visit")});
  archive_.act(bond, {.kind = EventKind::cut, .date = Date{"2019-10"}, .by = prague_, .reason = "sovereignty"});
  archive_.act(bond, {.kind = EventKind::cut, .date = Date{"2019-10-10"}, .by = beijing_, .reason = "retaliation"});
  EXPECT_EQ(archive_.status(bond, "2019-09"), "active");
  EXPECT_EQ(archive_.status(bond, "2019-10-09"), "perhaps active, perhaps ended");
  EXPECT_EQ(archive_.status(bond, "2019-10-10"), "ended") << "whoever was first";
  EXPECT_EQ(archive_.twinned(prague_, beijing_, "2019-10-09"), Answer::possibly);
  EXPECT_THAT(archive_.stances(bond, "2019"),
              ElementsAre("Prague: ended since 2019-10", "Beijing: ended since 2019-10-10"));
  EXPECT_THAT(archive_.oddities(), IsEmpty());
  EXPECT_EQ(archive_.bond_on(bond, "2019").motive, Reason("state_visit"));
}

// Case 9 forces: an act that another bond's act set off; "suspending" and "terminated" in one article.
TEST_F(Case09, ShanghaiAnswersTaipei) {
  const BondId shanghai = archive_.bond({prague_, shanghai_});
  const BondId taipei = archive_.bond({prague_, taipei_}, Date{"2020-01-13"});
  const EventId cause = archive_.first_act(taipei);
  const EventId cut = archive_.act(shanghai, {.kind = EventKind::cut,
                                              .date = Date{"2020-01-14"},
                                              .by = shanghai_,
                                              .reason = "retaliation",
                                              .caused_by = cause});
  const EventId rival = archive_.act(
      shanghai, {.kind = EventKind::suspended, .date = Date{"2020-01-14"}, .by = shanghai_, .rank = Rank::rival});
  const SourceId article = archive_.source({.title = "Shanghai cuts ties", .publisher = "Sixth Tone"});
  archive_.cite(cut, article, {.quote = "terminated"});
  archive_.cite(rival, article, {.quote = "suspending all official contact"});

  EXPECT_THAT(archive_.twins(prague_, "2020-01-12"), ElementsAre("Shanghai since an unknown day: perhaps active"));
  EXPECT_THAT(archive_.twins(prague_, "2020-01-13"),
              ElementsAre("Shanghai since an unknown day: perhaps active", "Taipei since 2020-01-13: active"));
  EXPECT_THAT(archive_.twins(prague_, "2020-01-14"), ElementsAre("Taipei since 2020-01-13: active"));
  EXPECT_THAT(archive_.rivals(), ElementsAre("suspended 2020-01-14 (Sixth Tone: Shanghai cuts ties)"));
  archive_.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.history(shanghai).at(1).caused_by, cause);
    EXPECT_THAT(now.supported_facts(article), SizeIs(2)) << "one source, two words";
    EXPECT_THAT(now.bonds({.status = {Status::ended}, .reason = Reason("political"), .city = prague_}), SizeIs(1));
  });
}

/// Gothenburg and Shanghai: friends since 1986, sisters since 23 October 2003, until the end of 2019 or May 2020.
class Case12 : public testing::Test {
 protected:
  Case12() {
    archive_.clock().set(noon(2020, 6, 1));
    friendship_ =
        archive_.form({.parties = {gothenburg_, shanghai_}, .kind = BondKind::friendship, .date = Date{"1986"}});
    const EventId end = archive_.act(
        friendship_, {.kind = EventKind::cut, .date = Date{"2003-10-23"}, .note = "They became sister cities"});
    sisters_ = archive_.registry().write([&](Transaction& tx) {
      const BondId bond = tx.add_bond({.parties = {gothenburg_, shanghai_}, .kind = BondKind::twinning});
      tx.record(bond, {.kind = EventKind::formed, .date = Date{"2003-10-23"}, .caused_by = end});
      return bond;
    });
    expired_ = archive_.act(sisters_, {.kind = EventKind::expired,
                                       .date = Date{"2019-12"},
                                       .reason = "term_expired",
                                       .note = "The port and the trade office stay"});
    archive_.act(sisters_, {.kind = EventKind::expired, .date = Date{"2020-05"}, .rank = Rank::rival});
    archive_.act(sisters_, {.kind = EventKind::suspended, .by = gothenburg_, .rank = Rank::rival});
  }

  Archive archive_;
  CityId gothenburg_ = archive_.city("Gothenburg", "SE");
  CityId shanghai_ = archive_.city("Shanghai", "CN");
  BondId friendship_{1};
  BondId sisters_{1};
  EventId expired_{1};
};

// Case 12 forces: an upgrade, which is a bond of another kind; an agreement that ran out.
TEST_F(Case12, GothenburgAndShanghai) {
  const auto kind_on = [&](const char* day) {
    return archive_.ask([&](const Snapshot& now) { return now.twins(gothenburg_, AsOf{Date{day}}).at(0).kind; });
  };
  EXPECT_EQ(archive_.twin_count(gothenburg_, "1985"), 0U);
  EXPECT_EQ(kind_on("1986"), BondKind("friendship"));
  EXPECT_EQ(kind_on("2003-10-22"), BondKind("friendship"));
  EXPECT_EQ(kind_on("2003-10-23"), BondKind("twinning"));
  EXPECT_EQ(archive_.twin_count(gothenburg_, "2003-10-23"), 1U);
  EXPECT_EQ(archive_.status(sisters_, "2019-11"), "active");
  EXPECT_EQ(archive_.status(sisters_, "2019-12-15"), "perhaps active, perhaps ended");
  EXPECT_EQ(archive_.status(sisters_, "2019"), "ended");
  EXPECT_EQ(archive_.bond_on(sisters_, "2019").reason, Reason("term_expired"));
  EXPECT_THAT(archive_.rivals(), ElementsAre("expired 2020-05 (-)", "suspended undated (-)"));
  archive_.ask([&](const Snapshot& now) {
    ASSERT_THAT(now.twins_ever(gothenburg_), SizeIs(2));
    EXPECT_EQ(now.twins_ever(gothenburg_)[0].until, Date{"2003-10-23"});
    EXPECT_EQ(now.twins_ever(gothenburg_)[1].until, Date{"2019-12"});
  });
}

// Case 12 forces: another source may be preferred later, and what was believed before stays.
TEST_F(Case12, AnotherSourceIsPreferred) {
  archive_.clock().set(noon(2021, 1, 1));
  archive_.correct(expired_, {.kind = EventKind::expired, .date = Date{"2020-05"}, .rank = Rank::preferred});
  EXPECT_EQ(archive_.status(sisters_, "2019"), "active");
  EXPECT_EQ(archive_.status(sisters_, "2020-04"), "active");
  EXPECT_EQ(archive_.status(sisters_, "2020-05"), "ended");
  EXPECT_EQ(archive_.status(sisters_, "2019", "2020-12-31"), "ended");
  EXPECT_EQ(archive_.status(sisters_, "2019", "2021-01-01"), "active");
  EXPECT_THAT(archive_.explained(sisters_, "2021"), Contains("expired 2019-12: corrected"));
}

/// Bishop's Stortford and Friedberg: a vote, letters in November 2011, effective in September 2012.
class Case14 : public testing::Test {
 protected:
  Case14() {
    archive_.clock().set(noon(2011, 12, 29));
    bond_ = archive_.bond({stortford_, friedberg_}, Date{"1965"});
    cut_ = archive_.act(bond_, {.kind = EventKind::cut,
                                .date = Date{"2012-09"},
                                .decided = Date{"2011-12"},
                                .by = stortford_,
                                .reason = "loss_of_relevance",
                                .note = "We actually are not ending twinning: the committee goes on"});
    archive_.act(bond_, {.kind = EventKind::exchanged, .date = Date{"2011-11"}, .by = stortford_, .note = "A letter"});
  }

  std::optional<Date> decided(KnownAt known_at) {
    return archive_.registry().read(known_at, [&](const Snapshot& then) { return then.history(bond_).at(2).decided; });
  }

  Archive archive_;
  CityId stortford_ = archive_.city("Bishop's Stortford", "GB");
  CityId friedberg_ = archive_.city("Friedberg", "DE");
  BondId bond_{1};
  EventId cut_{1};
};

// Case 14 forces: notice is no end; it is known and in force until its day.
TEST_F(Case14, BishopsStortford) {
  EXPECT_EQ(archive_.ask([&](const Snapshot& now) { return now.get_bond(bond_).status; }), Status::active)
      << "today, when the end is known already";
  EXPECT_EQ(archive_.status(bond_, "2012-08-31"), "active");
  EXPECT_EQ(archive_.status(bond_, "2012-09-01"), "perhaps active, perhaps ended");
  EXPECT_EQ(archive_.status(bond_, "2012-09"), "ended");
  EXPECT_EQ(archive_.ask([&](const Snapshot& now) { return now.twins(stortford_).at(0).until; }), Date{"2012-09"});
  archive_.clock().set(noon(2012, 9, 30));
  EXPECT_EQ(archive_.ask([&](const Snapshot& now) { return now.get_bond(bond_).status; }), Status::ended);
  EXPECT_THAT(archive_.history(bond_), ElementsAre("formed 1965", "exchanged 2011-11", "cut 2012-09"));
}

// Case 14 forces: the source corrected itself, from December to September 2011.
TEST_F(Case14, TheSourceCorrectedItself) {
  archive_.clock().set(noon(2012, 2, 1));
  const EventId corrected = archive_.correct(cut_, {.kind = EventKind::cut,
                                                    .date = Date{"2012-09"},
                                                    .decided = Date{"2011-09"},
                                                    .by = stortford_,
                                                    .reason = "loss_of_relevance"});
  EXPECT_EQ(decided(KnownAt{Date{"2012-01-31"}}), Date{"2011-12"});
  EXPECT_EQ(decided(KnownAt{}), Date{"2011-09"});
  EXPECT_EQ(archive_.status(bond_, "2012-08-31"), "active") << "the day of the vote has no part in the state";
  archive_.ask([&](const Snapshot& now) {
    const auto learned = now.learned(KnownAt{Date{"2012-01-31"}});
    ASSERT_THAT(learned, SizeIs(1));
    EXPECT_EQ(learned[0].corrects, cut_);
    const auto grounds = now.explain(bond_, AsOf{Date{"2012"}});
    ASSERT_FALSE(grounds.empty());
    EXPECT_EQ(grounds.back().recorded.set_aside, SetAside::corrected);
    EXPECT_EQ(grounds.back().recorded.superseded_by, corrected);
  });
}

// Case 14 forces: where the letter was first taken for the end, the answer changes, and what was believed does not.
TEST_F(Case14, TheLetterWasTakenForTheEnd) {
  archive_.clock().set(noon(2012, 2, 1));
  const EventId letter = archive_.correct(cut_, {.kind = EventKind::cut, .date = Date{"2011-11"}, .by = stortford_});
  archive_.clock().set(noon(2012, 3, 1));
  archive_.correct(letter, {.kind = EventKind::cut, .date = Date{"2012-09"}, .by = stortford_});
  EXPECT_EQ(archive_.status(bond_, "2012-08-31", "2012-01-31"), "active");
  EXPECT_EQ(archive_.status(bond_, "2012-08-31", "2012-02-29"), "ended");
  EXPECT_EQ(archive_.status(bond_, "2012-08-31", "2012-03-01"), "active");
}

// Case 15, Wallingford and Luxeuil, forces: intent is no end; a claim that was refuted is kept.
TEST(Case15, WallingfordAndLuxeuil) {
  Archive archive;
  archive.clock().set(noon(2009, 4, 15));
  const CityId wallingford = archive.city("Wallingford", "GB");
  const CityId luxeuil = archive.city("Luxeuil-les-Bains", "FR");
  const BondId bond = archive.blank_bond({wallingford, luxeuil});
  archive.act(bond, {.kind = EventKind::listed, .date = Date{"2008"}});
  const EventId claim = archive.act(
      bond, {.kind = EventKind::cut, .date = Date{"2009-04-01"}, .by = wallingford, .reason = "partner_unresponsive"});
  archive.clock().set(noon(2009, 5, 14));
  archive.retract(claim, "A wish only. The mayor never asked us, says CEMR, and yes, you can un-twin");

  EXPECT_EQ(archive.status(bond, "2009-04-15", "2009-04-15"), "ended");
  EXPECT_EQ(archive.status(bond, "2009-04-15"), "active");
  EXPECT_EQ(archive.twinned(wallingford, luxeuil, "2026"), Answer::yes);
  EXPECT_THAT(archive.history(bond), ElementsAre("listed 2008"));
  EXPECT_THAT(archive.explained(bond, "2010"), ElementsAre("listed 2008: active", "cut 2009-04-01: retracted"));
  archive.ask([&](const Snapshot& now) {
    const auto learned = now.learned(KnownAt{Date{"2009-05-13"}});
    ASSERT_THAT(learned, SizeIs(1));
    EXPECT_EQ(learned[0].event.kind, EventKind(EventKind::retracted));
    EXPECT_EQ(learned[0].event.note, "A wish only. The mayor never asked us, says CEMR, and yes, you can un-twin");
  });
}

// Case 16, Almelo and Denizli, forces: somebody who is no party ended it.
TEST(Case16, AlmeloAndDenizli) {
  Archive archive;
  const CityId almelo = archive.city("Almelo", "NL");
  const CityId denizli = archive.city("Denizli", "TR");
  const BondId bond = archive.bond({almelo, denizli}, Date{"1975"});
  archive.act(bond, {.kind = EventKind::cut,
                     .date = Date{"2017-03-16"},
                     .reason = "national_order",
                     .note = "By the Turkish government"});
  EXPECT_EQ(archive.status(bond, "2017-03-15"), "active");
  EXPECT_EQ(archive.status(bond, "2017-03-16"), "ended");
  EXPECT_EQ(archive.bond_on(bond, "2017").by_city, std::nullopt) << "neither of the two";
  EXPECT_THAT(archive.stances(bond, "2017"),
              ElementsAre("Almelo: ended since 2017-03-16, jointly", "Denizli: ended since 2017-03-16, jointly"));
  EXPECT_THAT(archive.changes("2017-03-15", "2017-03-16"), ElementsAre("Almelo - Denizli: active to ended by all"));
  archive.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.history(bond).at(1).note, "By the Turkish government");
    ASSERT_THAT(now.ended_by_year(), SizeIs(1));
    EXPECT_EQ(now.ended_by_year()[0].year, 2017);
    EXPECT_EQ(now.ended_by_year()[0].reason, Reason("national_order"));
  });
}

// Case 18, Leszno and Deurne, forces: renewals of the same bond; an end by letter; associations that go on.
TEST(Case18, LesznoAndDeurne) {
  Archive archive;
  archive.clock().set(noon(2016, 5, 1));
  const CityId leszno = archive.city("Leszno", "PL");
  const CityId deurne = archive.city("Deurne", "NL");
  const BondId bond = archive.bond({leszno, deurne}, Date{"1989"});
  archive.act(bond, {.kind = EventKind::renewed});
  archive.act(bond, {.kind = EventKind::renewed, .date = Date{"2014"}});
  archive.act(bond, {.kind = EventKind::cut, .by = deurne, .note = "A letter, and a farewell party"});
  const CityId friends = archive.party({.name = "Friends of Leszno", .kind = CityKind::organisation, .country = "NL"});
  archive.form({.parties = {leszno, friends}, .kind = BondKind::contact, .date = Date{"2016"}});

  EXPECT_EQ(archive.bond_on(bond, "2013").since, Date{"1989"}) << "a renewal begins nothing new";
  EXPECT_THAT(archive.ask([&](const Snapshot& now) { return now.spans(bond); }), SizeIs(2)) << "active, and ended";
  EXPECT_EQ(archive.status(bond, "1989"), "active");
  EXPECT_EQ(archive.status(bond, "2013"), "active");
  EXPECT_EQ(archive.status(bond, "2015"), "perhaps active, perhaps ended") << "after 2014, by the day of recording";
  EXPECT_EQ(archive.status(bond, "2016-05-01"), "ended");
  EXPECT_EQ(archive.bond_on(bond, "2016-05-01").ended, std::nullopt);
  EXPECT_THAT(archive.twins(leszno, "2016"), ElementsAre("Friends of Leszno since 2016: active"));
  EXPECT_EQ(archive.twinned(leszno, deurne, "2016"), Answer::no);
}

// Case 33, Fort Collins and Kingston, forces: looked for and not found is not the same as not recorded.
TEST(Case33, FortCollinsAndKingston) {
  Archive archive;
  archive.clock().set(noon(2012, 1, 24));
  const CityId collins = archive.city("Fort Collins", "US");
  const CityId coventry = archive.city("Coventry", "GB");
  const BondId lapsed =
      archive.form({.parties = {collins, archive.city("Its twin")}, .date = Date{"197X"}, .reason = Reason("unknown")});
  archive.act(lapsed, {.kind = EventKind::lapsed, .reason = "unknown"});
  const BondId kingston = archive.form(
      {.parties = {coventry, archive.city("Kingston", "JM")}, .date = Date{"1962"}, .reason = Reason("unknown")});
  const BondId silent = archive.bond({coventry, archive.city("Cork", "IE")}, Date{"1958"});
  archive.form(
      {.parties = {coventry, archive.city("Dresden", "DE")}, .date = Date{"1959"}, .reason = "reconciliation"});

  EXPECT_EQ(archive.status(lapsed, "1969"), "nothing");
  EXPECT_EQ(archive.status(lapsed, "2011"), "perhaps active, perhaps dormant");
  EXPECT_EQ(archive.status(lapsed, "2012-01-24"), "dormant");
  EXPECT_EQ(archive.twin_count(collins, "2012-01-24"), 1U) << "dormant is not ended";
  archive.ask([&](const Snapshot& now) {
    const auto unexplained = now.unexplained_bonds();
    ASSERT_THAT(unexplained, SizeIs(3));
    EXPECT_EQ(unexplained[0].bond, lapsed);
    EXPECT_EQ(unexplained[0].reason, Reason("unknown"));
    EXPECT_EQ(unexplained[1].bond, kingston);
    EXPECT_EQ(unexplained[1].reason, Reason("unknown"));
    EXPECT_EQ(unexplained[2].bond, silent);
    EXPECT_EQ(unexplained[2].reason, std::nullopt);
  });
}

}  // namespace
}  // namespace twinning::cases
