// Hard cases of pauses and ends: who did it, when it counts, what would lift it, and who says otherwise.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cases/answers.hpp"

namespace twinning::cases {
namespace {

using support::Book;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

// 7: one act of the council, which the press calls by two words; decided is not notified.
TEST(Case07, MilanAndSaintPetersburg) {
  Book book;
  const CityId milan = book.city("Milan", "IT");
  const BondId bond = book.bond({milan, book.city("Saint Petersburg", "RU")}, Date{"1967"});
  book.act(bond, {.kind = EventKind::cut,
                  .date = Date{"2012-11-22"},
                  .by = milan,
                  .reason = "lgbt_rights",
                  .note = "The other side received no notice."});
  told(book, bond, {.kind = EventKind::suspended, .date = Date{"2012-11-23"}, .by = milan, .rank = Rank::rival},
       "RAPSI");
  EXPECT_THAT(status(book, bond, "2012-11-21"), ElementsAre("active certain"));
  EXPECT_THAT(status(book, bond, "2012-11-22"), ElementsAre("ended certain"));
  EXPECT_THAT(rivals(book), ElementsAre("suspended 2012-11-23: RAPSI"));
  book.ask([&](const Snapshot& now) {
    EXPECT_THAT(now.bonds({.reason = "human_rights"}), SizeIs(1)) << "the broader reason finds it too";
    EXPECT_EQ(now.explain(bond).back().recorded.set_aside, SetAside::rival);
  });
}

// 8: ended by one side, denied by the other, with a decision long before the letter.
TEST(Case08, OsakaAndSanFrancisco) {
  Book book;
  const CityId osaka = book.city("Osaka", "JP");
  const CityId san_francisco = book.city("San Francisco", "US");
  const BondId bond = book.bond({osaka, san_francisco}, Date{"1957-10"});
  book.act(bond, {.kind = EventKind::cut, .date = Date{"2018-10-02"}, .decided = Date{"2017-12"}, .by = osaka});
  EXPECT_FALSE(bond_on(book, bond, "2019").contested);
  book.act(bond, {.kind = EventKind::contested, .date = Date{"2018-10-04"}, .by = san_francisco});
  EXPECT_THAT(status(book, bond, "2017"), ElementsAre("active certain")) << "a decision is no end";
  EXPECT_THAT(status(book, bond, "2018-10-01"), ElementsAre("active certain"));
  EXPECT_THAT(status(book, bond, "2018-10-02"), ElementsAre("ended certain"));
  const Bond found = bond_on(book, bond, "2019");
  EXPECT_TRUE(found.contested);
  EXPECT_EQ(found.by_city, "Osaka");
  book.ask([&](const Snapshot& now) {
    const auto stances = now.stances(bond);
    EXPECT_EQ(stances.at(0).stance, Status::ended);
    EXPECT_EQ(stances.at(1).stance, Status::active) << "San Francisco has ended nothing";
    EXPECT_EQ(now.history(bond).at(1).decided, Date{"2017-12"});
  });
}

// 9: both sides end it, and each act sets off the next across bonds; a source with two words for one act.
TEST(Case09, PragueBeijingTaipeiAndShanghai) {
  Book book;
  const CityId prague = book.city("Prague", "CZ");
  const CityId beijing = book.city("Beijing", "CN");
  const CityId shanghai = book.city("Shanghai", "CN");
  const BondId with_beijing = book.bond({prague, beijing}, Date{"2016"});
  const BondId with_shanghai = book.bond({prague, shanghai}, Date{"2017"});
  const EventId vote = book.act(with_beijing, {.kind = EventKind::cut, .date = Date{"2019-10-07"}, .by = prague});
  book.act(with_beijing, {.kind = EventKind::cut, .date = Date{"2019-10-10"}, .by = beijing, .caused_by = vote});
  const BondId with_taipei = book.bond({prague, book.city("Taipei", "TW")}, Date{"2020-01-13"});
  const EventId signing = book.ask([&](const Snapshot& now) { return now.history(with_taipei).at(0).id; });
  const EventId answer = book.act(with_shanghai, {.kind = EventKind::cut,
                                                  .date = Date{"2020-01-14"},
                                                  .by = shanghai,
                                                  .reason = "retaliation",
                                                  .caused_by = signing});
  told(book, with_shanghai, {.kind = EventKind::suspended, .date = Date{"2020-01-14"}, .rank = Rank::rival},
       "Sixth Tone");
  EXPECT_THAT(twins(book, prague, "2019-10-06"), ElementsAre("Beijing active certain", "Shanghai active certain"));
  EXPECT_THAT(twins(book, prague, "2020-01-13"), ElementsAre("Shanghai active certain", "Taipei active certain"));
  EXPECT_THAT(twins(book, prague, "2020-01-14"), ElementsAre("Taipei active certain"));
  EXPECT_THAT(oddities(book), IsEmpty()) << "both may end a bond";
  book.ask([&](const Snapshot& now) {
    for (const Event& event : now.history(with_shanghai)) {
      if (event.id == answer) {
        EXPECT_EQ(event.caused_by, signing);
      }
    }
    EXPECT_THAT(now.rivals(), SizeIs(1));
  });
}

// 10: a pact of three and a bond of two of them; a decree, a return and a vote.
TEST(Case10, BarcelonaTelAvivAndGaza) {
  Book book;
  const CityId barcelona = book.city("Barcelona", "ES");
  const CityId tel_aviv = book.city("Tel Aviv", "IL");
  const CityId gaza = book.city("Gaza City", "PS");
  const BondId pact = book.bond({barcelona, tel_aviv, gaza}, Date{"1998-09-24"});
  const BondId pair = book.bond({barcelona, tel_aviv}, Date{"2013"});
  const auto act = [&](std::string_view kind, const char* date) {
    book.act(pair, {.kind = kind, .date = Date{date}, .by = barcelona});
  };
  act(EventKind::suspended, "2023-02-08");
  act(EventKind::resumed, "2023-09");
  act(EventKind::suspended, "2025-05-30");
  EXPECT_THAT(status(book, pair, "2023-02-07"), ElementsAre("active certain"));
  EXPECT_THAT(status(book, pair, "2023-02-08"), ElementsAre("suspended certain"));
  EXPECT_THAT(status(book, pair, "2023-09-15"), ElementsAre("suspended possible", "active possible"));
  EXPECT_THAT(status(book, pair, "2023-09"), ElementsAre("active certain"));
  EXPECT_THAT(status(book, pair, "2025-05-30"), ElementsAre("suspended certain"));
  EXPECT_THAT(status(book, pact, "2025"), ElementsAre("active certain")) << "the pact of three is another bond";
  EXPECT_THAT(twins(book, gaza, "2025"), ElementsAre("Barcelona active certain", "Tel Aviv active certain"));
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.are_twinned(barcelona, tel_aviv, AsOf{Date{"2023-03"}}), Answer::yes);
    ASSERT_THAT(now.pauses(), SizeIs(2));
    EXPECT_EQ(now.pauses().at(0).after, Status::active);
    EXPECT_EQ(now.pauses().at(0).days_least, 205) << "8 February to 1 September";
    EXPECT_EQ(now.pauses().at(0).days_most, 234) << "8 February to 30 September";
    EXPECT_EQ(now.pauses().at(1).after, std::nullopt);
  });
}

// 11: frozen for thirteen years and never ended.
TEST(Case11, NanjingAndNagoya) {
  Book book;
  const CityId nanjing = book.city("Nanjing", "CN");
  const BondId bond = book.bond({nanjing, book.city("Nagoya", "JP")}, Date{"1978-12"});
  book.act(bond, {.kind = EventKind::suspended,
                  .date = Date{"2012-02-21"},
                  .by = nanjing,
                  .reason = "historical_memory",
                  .note = "Official contacts only; the agreement was not touched."});
  EXPECT_THAT(status(book, bond, "2012-02-20"), ElementsAre("active certain"));
  EXPECT_THAT(status(book, bond, "2025-08-31"), ElementsAre("suspended certain"));
  EXPECT_EQ(bond_on(book, bond, "2025").ended, std::nullopt);
  EXPECT_THAT(twins(book, nanjing, "2025"), ElementsAre("Nagoya suspended certain"));
}

// 12: a friendship that became a twinning, which ran out on a day that two sources give differently.
TEST(Case12, GothenburgAndShanghai) {
  Book book;
  const CityId gothenburg = book.city("Gothenburg", "SE");
  const CityId shanghai = book.city("Shanghai", "CN");
  const BondId friendship =
      book.form({.parties = {gothenburg, shanghai}, .kind = BondKind::friendship, .date = Date{"1986"}});
  book.act(friendship, {.kind = EventKind::expired, .date = Date{"2003-10-23"}, .note = "It became a twinning."});
  const BondId twinning =
      book.form({.parties = {gothenburg, shanghai}, .kind = BondKind::twinning, .date = Date{"2003-10-23"}});
  book.act(twinning, {.kind = EventKind::expired, .date = Date{"2019-12-31"}, .reason = "term_expired"});
  told(book, twinning, {.kind = EventKind::expired, .date = Date{"2020-05"}, .rank = Rank::rival}, "Quartz");
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.are_twinned(gothenburg, shanghai, AsOf{Date{"2003-10-22"}}), Answer::yes);
    EXPECT_EQ(now.twins(gothenburg, AsOf{Date{"2003-10-22"}}).at(0).kind, BondKind(BondKind::friendship));
    EXPECT_EQ(now.twins(gothenburg, AsOf{Date{"2003-10-23"}}).at(0).kind, BondKind(BondKind::twinning));
    EXPECT_EQ(now.are_twinned(gothenburg, shanghai, AsOf{Date{"2019-12-30"}}), Answer::yes);
    EXPECT_EQ(now.are_twinned(gothenburg, shanghai, AsOf{Date{"2019-12-31"}}), Answer::no);
    EXPECT_THAT(now.changes(AsOf{Date{"2019-06-01"}}, AsOf{Date{"2020-06-01"}}, {.became = {Status::ended}}),
                SizeIs(1));
  });
  EXPECT_THAT(rivals(book), ElementsAre("expired 2020-05: Quartz"));
}

// 14: a vote, letters and an end a year later; and a source that corrected itself, which is no change of the world.
TEST(Case14, BishopsStortford) {
  Book book;
  const CityId town = book.city("Bishop's Stortford", "GB");
  const BondId bond = book.bond({town, book.city("Friedberg", "DE")}, Date{"1965"});
  book.clock().set(support::noon(2026, 7, 1));
  const EventId wrong = book.act(bond, {.kind = EventKind::cut, .date = Date{"2011-12"}, .by = town});
  book.clock().set(support::noon(2026, 8, 1));
  book.registry().write([&](Transaction& tx) {
    tx.correct(wrong, {.kind = EventKind::cut,
                       .date = Date{"2012-09"},
                       .decided = Date{"2011-09"},
                       .by = town,
                       .note = "A committee goes on without the council."});
  });
  EXPECT_THAT(status(book, bond, "2012-08-31"), ElementsAre("active certain"));
  EXPECT_THAT(status(book, bond, "2012-09"), ElementsAre("ended certain"));
  const auto believed = [&](const char* moment, const char* day) {
    return book.registry().read(KnownAt(Date{moment}), [&](const Snapshot& then) { return status(then, bond, day); });
  };
  EXPECT_THAT(believed("2026-06-30", "2012-08-31"), ElementsAre("active certain"));
  EXPECT_THAT(believed("2026-07-31", "2012-08-31"), ElementsAre("ended certain"));
  EXPECT_THAT(believed("2026-08-01", "2012-08-31"), ElementsAre("active certain"));
  book.ask([&](const Snapshot& now) {
    ASSERT_THAT(now.learned(KnownAt(Date{"2026-07-31"})), SizeIs(1));
    EXPECT_EQ(now.learned(KnownAt(Date{"2026-07-31"})).at(0).corrects, wrong);
    EXPECT_EQ(now.explain(bond).back().recorded.set_aside, SetAside::corrected);
  });
}

// 15: a wish is no end; a claim that was refuted is kept.
TEST(Case15, WallingfordAndLuxeuil) {
  Book book;
  const CityId wallingford = book.city("Wallingford", "GB");
  const BondId bond = book.bond({wallingford, book.city("Luxeuil-les-Bains", "FR")}, Date{"1988"});
  told(book, bond,
       {.kind = EventKind::exchanged, .date = Date{"2009"}, .by = wallingford, .note = "The mayor wished to end it."},
       "Conservative Home 2009");
  told(book, bond, {.kind = EventKind::cut, .date = Date{"2009"}, .by = wallingford, .rank = Rank::rival},
       "Press 2009");
  EXPECT_THAT(status(book, bond, "2010"), ElementsAre("active certain"));
  EXPECT_THAT(rivals(book), ElementsAre("cut 2009: Press 2009"));
}

// 16: ended by a government that is no party: a joint act with a note.
TEST(Case16, AlmeloAndDenizli) {
  Book book;
  const CityId almelo = book.city("Almelo", "NL");
  const BondId bond = book.bond({almelo, book.city("Denizli", "TR")}, Date{"1975"});
  book.act(bond, {.kind = EventKind::cut,
                  .date = Date{"2017-03-16"},
                  .reason = "national_order",
                  .note = "By the Turkish government."});
  EXPECT_THAT(twins(book, almelo, "2017-03-15"), ElementsAre("Denizli active certain"));
  EXPECT_THAT(twins(book, almelo, "2017-03-16"), IsEmpty());
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.get_bond(bond).by_city, std::nullopt);
    for (const Stance& stance : now.stances(bond)) {
      EXPECT_TRUE(stance.is_joint);
      EXPECT_EQ(stance.note, "By the Turkish government.");
    }
  });
}

// 17: exchange before the signing; announced, and never notified.
TEST(Case17, SaintJeanDeBrayeAndTuchow) {
  Book book;
  const CityId braye = book.city("Saint-Jean-de-Braye", "FR");
  const CityId tuchow = book.city("Tuchów", "PL");
  const BondId bond = book.bond({braye, tuchow}, Date{"2000"});
  book.act(bond, {.kind = EventKind::exchanged, .date = Date{"1995~"}, .note = "Ties of 25 years."});
  book.act(bond, {.kind = EventKind::suspended, .date = Date{"2020-02"}, .by = braye, .reason = "lgbt_rights"});
  EXPECT_THAT(status(book, bond, "1999"), IsEmpty()) << "an exchange is no bond";
  EXPECT_THAT(status(book, bond, "2000-06-01"), ElementsAre("active possible"));
  EXPECT_THAT(status(book, bond, "2020-02-10"), ElementsAre("active possible", "suspended possible"));
  EXPECT_THAT(status(book, bond, "2020-02"), ElementsAre("suspended certain"));
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.stances(bond).at(0).stance, Status::suspended);
    EXPECT_EQ(now.stances(bond).at(1).stance, Status::active) << "Tuchów has paused nothing";
  });
}

// 18: renewed again and again, and in the end nobody but associations goes on.
TEST(Case18, LesznoAndDeurne) {
  Book book;
  const CityId leszno = book.city("Leszno", "PL");
  const CityId deurne = book.city("Deurne", "NL");
  const BondId bond = book.bond({leszno, deurne}, Date{"1989"});
  for (const char* const year : {"1999", "2009", "2014"}) {
    book.act(bond, {.kind = EventKind::renewed, .date = Date{year}});
  }
  EXPECT_THAT(book.ask([&](const Snapshot& now) { return now.spans(bond); }), SizeIs(1)) << "renewing changes nothing";
  book.act(bond, {.kind = EventKind::cut, .date = Date{"2016"}, .by = deurne, .note = "The associations go on."});
  EXPECT_THAT(status(book, bond, "2015"), ElementsAre("active certain"));
  EXPECT_THAT(status(book, bond, "2016"), ElementsAre("ended certain"));
  EXPECT_THAT(book.ask([&](const Snapshot& now) { return now.history(bond); }), SizeIs(5));
}

}  // namespace
}  // namespace twinning::cases
