// Bonds that were paused, and that nobody ended.

#include "cases/archive.hpp"

namespace twinning::cases {
namespace {

using support::noon;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// Milan and Saint Petersburg; the press has "suspend", "refuse", "cut" and "cancel" for one vote of the council.
class Case07 : public testing::Test {
 protected:
  Archive archive_;
  CityId milan_ = archive_.city("Milan", "IT");
  CityId petersburg_ = archive_.city("Saint Petersburg", "RU");
  BondId bond_ = archive_.bond({milan_, petersburg_}, Date{"1967"});
};

// Case 7 forces: the same act under conflicting kinds.
TEST_F(Case07, MilanAndSaintPetersburg) {
  const EventId vote = archive_.act(bond_, {.kind = EventKind::suspended,
                                            .date = Date{"2012-11-22"},
                                            .by = milan_,
                                            .reason = "lgbt_rights",
                                            .note = "Saint Petersburg says that it received no notice"});
  const EventId rival = archive_.act(
      bond_,
      {.kind = EventKind::cut, .date = Date{"2012-11-22"}, .by = milan_, .reason = "lgbt_rights", .rank = Rank::rival});
  archive_.cite(vote, archive_.source({.title = "Milan suspends", .publisher = "RAPSI"}));
  archive_.cite(rival, archive_.source({.title = "Milan cuts ties", .publisher = "Gay Star News"}));

  EXPECT_EQ(archive_.status(bond_, "2012-11-21"), "active");
  EXPECT_EQ(archive_.status(bond_, "2012-11-22"), "suspended");
  EXPECT_EQ(archive_.twinned(milan_, petersburg_, "2012"), Answer::yes) << "the rival end makes no state";
  EXPECT_EQ(archive_.bond_on(bond_, "2012").ended, std::nullopt);
  EXPECT_EQ(archive_.bond_on(bond_, "2012").by_city, "Milan");
  EXPECT_THAT(archive_.rivals(), ElementsAre("cut 2012-11-22 (Gay Star News: Milan cuts ties)"));
  EXPECT_THAT(archive_.explained(bond_, "2013"),
              ElementsAre("formed 1967: active", "suspended 2012-11-22: suspended", "cut 2012-11-22: rival"));
  archive_.ask([&](const Snapshot& now) {
    for (const char* const broader : {"lgbt_rights", "human_rights", "political"}) {
      EXPECT_THAT(now.bonds({.reason = Reason(broader)}), SizeIs(1)) << broader;
    }
    EXPECT_THAT(now.bonds({.reason = Reason("war")}), IsEmpty());
    EXPECT_EQ(now.sources(vote).at(0).publisher, "RAPSI");
  });
}

// Case 7 forces: decided is not notified. Who holds that only a letter counts knows no day at all.
TEST_F(Case07, WithoutNoticeNobodyKnowsSinceWhen) {
  archive_.act(
      bond_,
      {.kind = EventKind::suspended, .date = Date{"[2012-11-22..]"}, .decided = Date{"2012-11-22"}, .by = milan_});
  EXPECT_EQ(archive_.status(bond_, "2012-11-21"), "active");
  EXPECT_EQ(archive_.status(bond_, "2012-11-22"), "perhaps active, perhaps suspended");
  EXPECT_EQ(archive_.status(bond_, "2026"), "perhaps active, perhaps suspended");
  EXPECT_EQ(archive_.twinned(milan_, petersburg_, "2026"), Answer::yes) << "in force either way";
}

/// Barcelona, Tel Aviv and Gaza: signed in 1998; paused by a decree, taken up again, paused by a vote.
class Case10 : public testing::Test {
 protected:
  void interrupt(BondId bond) {
    archive_.act(bond, {.kind = EventKind::suspended,
                        .date = Date{"2023-02-08"},
                        .by = barcelona_,
                        .reason = "human_rights",
                        .note = "A decree of the mayor"});
    archive_.act(bond, {.kind = EventKind::resumed,
                        .date = Date{"2023-09"},
                        .by = barcelona_,
                        .reason = "local_politics",
                        .note = "A new mayor"});
    archive_.act(bond, {.kind = EventKind::suspended,
                        .date = Date{"2025-05-30"},
                        .by = barcelona_,
                        .reason = "human_rights",
                        .note = "A vote of the council"});
  }

  Archive archive_;
  CityId barcelona_ = archive_.city("Barcelona", "ES");
  CityId tel_aviv_ = archive_.city("Tel Aviv", "IL");
  CityId gaza_ = archive_.city("Gaza", "PS");
  BondId bond_ = archive_.bond({barcelona_, tel_aviv_, gaza_}, Date{"1998-09-24"});
};

// Case 10 forces: suspend, resume and suspend again; a decree beside a vote; three parties.
TEST_F(Case10, BarcelonaTelAvivAndGaza) {
  interrupt(bond_);
  EXPECT_EQ(archive_.status(bond_, "1998-09-23"), "nothing");
  EXPECT_EQ(archive_.status(bond_, "1998-09-24"), "active");
  EXPECT_EQ(archive_.status(bond_, "2023-02-07"), "active");
  EXPECT_EQ(archive_.status(bond_, "2023-02-08"), "suspended");
  EXPECT_EQ(archive_.status(bond_, "2023-08"), "suspended");
  EXPECT_EQ(archive_.status(bond_, "2023-09-15"), "perhaps suspended, perhaps active");
  EXPECT_EQ(archive_.status(bond_, "2023-09"), "active");
  EXPECT_EQ(archive_.status(bond_, "2025-05-29"), "active");
  EXPECT_EQ(archive_.status(bond_, "2025-05-30"), "suspended");
  EXPECT_THAT(archive_.twins(gaza_, "2025"),
              ElementsAre("Barcelona since 1998-09-24: suspended", "Tel Aviv since 1998-09-24: suspended"))
      << "any party suspends the whole bond";
  EXPECT_THAT(archive_.stances(bond_, "2025"),
              ElementsAre("Barcelona: suspended since 2025-05-30", "Tel Aviv: active since 1998-09-24, jointly",
                          "Gaza: active since 1998-09-24, jointly"));
  archive_.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.stances(bond_, AsOf{Date{"2023-03"}}).at(0).note, "A decree of the mayor");
    EXPECT_EQ(now.stances(bond_, AsOf{Date{"2025"}}).at(0).note, "A vote of the council");
    EXPECT_EQ(now.are_twinned(barcelona_, tel_aviv_), Answer::yes);
  });
}

// Case 10 forces: how long each pause lasted, as far as the dates allow to say.
TEST_F(Case10, PausesHaveALength) {
  interrupt(bond_);
  const auto pauses = archive_.ask([](const Snapshot& now) { return now.pauses(); });
  ASSERT_THAT(pauses, SizeIs(2));
  EXPECT_EQ(pauses[0].by_city, "Barcelona");
  EXPECT_EQ(pauses[0].lifted, Date{"2023-09"});
  EXPECT_EQ(pauses[0].after, Status::active);
  EXPECT_EQ(pauses[0].days_least, 205) << "to 1 September";
  EXPECT_EQ(pauses[0].days_most, 234) << "to 30 September";
  EXPECT_EQ(pauses[1].suspended, Date{"2025-05-30"});
  EXPECT_EQ(pauses[1].after, std::nullopt);
  EXPECT_EQ(pauses[1].days_least, std::nullopt);
}

// Case 10 forces: one pair with two bonds, of three parties and of two, each with a life of its own.
TEST_F(Case10, APairMayHaveTwoBonds) {
  const BondId bilateral = archive_.bond({barcelona_, tel_aviv_}, Date{"2013"});
  interrupt(bilateral);
  EXPECT_THAT(archive_.twins(tel_aviv_, "2025"),
              ElementsAre("Barcelona since 1998-09-24: active", "Barcelona since 2013: suspended",
                          "Gaza since 1998-09-24: active"));
  EXPECT_THAT(archive_.twins(tel_aviv_, "2012"), SizeIs(2));
  archive_.ask([&](const Snapshot& now) {
    for (const TwinCount& count : now.most_twinned()) EXPECT_EQ(count.twins, 2) << count.name;
    EXPECT_THAT(now.bonds({.city = barcelona_, .twin = tel_aviv_}), SizeIs(2));
    EXPECT_THAT(now.bonds({.status = {Status::active}, .city = barcelona_, .twin = tel_aviv_}), SizeIs(1));
  });
}

/// Nanjing and Nagoya: twinned in December 1978; Nanjing froze official contacts on 21 February 2012.
class Case11 : public testing::Test {
 protected:
  Case11() {
    archive_.act(bond_, {.kind = EventKind::suspended,
                         .date = Date{"2012-02-21"},
                         .by = nanjing_,
                         .reason = "historical_memory",
                         .note = "Official contacts only; the agreement is untouched"});
  }

  Archive archive_;
  CityId nanjing_ = archive_.city("Nanjing", "CN");
  CityId nagoya_ = archive_.city("Nagoya", "JP");
  BondId bond_ = archive_.bond({nanjing_, nagoya_}, Date{"1978-12"});
};

// Case 11 forces: frozen for thirteen years, and never ended.
TEST_F(Case11, NanjingAndNagoya) {
  EXPECT_EQ(archive_.status(bond_, "1978-11"), "nothing");
  EXPECT_EQ(archive_.status(bond_, "1978-12-15"), "perhaps active");
  EXPECT_EQ(archive_.status(bond_, "1978"), "active");
  EXPECT_EQ(archive_.status(bond_, "2012-02-20"), "active");
  EXPECT_EQ(archive_.status(bond_, "2012-02-21"), "suspended");
  EXPECT_EQ(archive_.status(bond_, "2025"), "suspended");
  EXPECT_THAT(archive_.twins(nagoya_, "2025"), ElementsAre("Nanjing since 1978-12: suspended"));
  EXPECT_THAT(archive_.changes("1979", "2026-06-15"), ElementsAre("Nanjing - Nagoya: active to suspended by Nanjing"));
  EXPECT_EQ(archive_.bond_on(bond_, "2025").ended, std::nullopt);
}

// Case 11 forces: the other side hopes, in August 2025; only who froze it can lift it.
TEST_F(Case11, TheOtherSideCannotLiftIt) {
  archive_.act(bond_, {.kind = EventKind::exchanged, .date = Date{"2025-08"}, .by = nagoya_, .note = "It still hopes"});
  EXPECT_EQ(archive_.status(bond_, "2025"), "suspended");
  EXPECT_THAT(archive_.oddities(), IsEmpty());
  archive_.act(bond_, {.kind = EventKind::resumed, .date = Date{"2025-09-01"}, .by = nagoya_});
  EXPECT_EQ(archive_.status(bond_, "2025"), "suspended");
  EXPECT_THAT(archive_.oddities(), ElementsAre("resumed_without_pause"));
  archive_.act(bond_, {.kind = EventKind::resumed, .date = Date{"2025-10-01"}, .by = nanjing_});
  EXPECT_EQ(archive_.status(bond_, "2025-09-30"), "suspended");
  EXPECT_EQ(archive_.status(bond_, "2025-10-01"), "active");
}

// Case 17 forces: exchange began before signing; what was announced was never notified; "25 years" beside 2000.
TEST(Case17, SaintJeanDeBrayeAndTuchow) {
  Archive archive;
  const CityId braye = archive.city("Saint-Jean-de-Braye", "FR");
  const CityId tuchow = archive.city("Tuchów", "PL");
  const BondId bond = archive.blank_bond({braye, tuchow});
  archive.act(bond, {.kind = EventKind::exchanged, .date = Date{"1995~"}});
  archive.act(bond, {.kind = EventKind::formed, .date = Date{"2000"}});
  archive.act(bond, {.kind = EventKind::formed, .date = Date{"1995~"}, .note = "25-year ties", .rank = Rank::rival});
  archive.act(bond, {.kind = EventKind::suspended, .date = Date{"2020-02"}, .by = braye, .reason = "lgbt_rights"});

  EXPECT_EQ(archive.status(bond, "1999"), "nothing") << "an exchange is no bond";
  EXPECT_EQ(archive.status(bond, "2000-06"), "perhaps active");
  EXPECT_EQ(archive.status(bond, "2000"), "active");
  EXPECT_EQ(archive.status(bond, "2020-01"), "active");
  EXPECT_EQ(archive.status(bond, "2020-02-15"), "perhaps active, perhaps suspended");
  EXPECT_EQ(archive.status(bond, "2020-02"), "suspended");
  EXPECT_THAT(archive.history(bond),
              ElementsAre("exchanged 1995~", "formed 1995~", "formed 2000", "suspended 2020-02"));
  EXPECT_EQ(archive.bond_on(bond, "2026").formed, Date{"2000"});
}

// Case 17 forces: Kraśnik read of its suspension on Facebook, and got no letter.
TEST(Case17, NogentAndKrasnik) {
  Archive archive;
  const CityId nogent = archive.city("Nogent-sur-Oise", "FR");
  const CityId krasnik = archive.city("Kraśnik", "PL");
  const BondId bond = archive.blank_bond({nogent, krasnik});
  archive.act(bond, {.kind = EventKind::listed});
  const EventId pause = archive.act(
      bond, {.kind = EventKind::suspended, .decided = Date{"2020-02"}, .by = nogent, .note = "No letter has come"});
  archive.cite(pause, archive.source({.title = "Gmina spod Paryża zawiesza współpracę", .publisher = "Gazeta.pl"}),
               {.quote = "Facebook"});

  // It took effect on no known day: at the latest when it was recorded, on 15 June 2026.
  EXPECT_EQ(archive.status(bond, "2026-06-14"), "perhaps active, perhaps suspended");
  EXPECT_EQ(archive.status(bond, "2026-06-15"), "suspended");
  archive.ask([&](const Snapshot& now) {
    const Event act = now.history(bond).at(1);
    EXPECT_EQ(act.date, std::nullopt);
    EXPECT_EQ(act.decided, Date{"2020-02"});
    const SourceId page = now.sources(pause).at(0).id;
    EXPECT_EQ(now.supported_facts(page).at(0).quote, "Facebook");
    EXPECT_EQ(now.bonds({.country = "PL"}).at(0).by_city, "Nogent-sur-Oise");
  });
}

/// Der Spiegel asked 82 German cities in 2022, and 61 answered: 17 paused or about to, 44 in force, none ended.
class Case19 : public testing::Test {
 protected:
  Case19() {
    archive_.registry().write([&](Transaction& tx) {
      spiegel_ = tx.add_source({.title = "A question to 82 cities", .publisher = "Der Spiegel"});
      for (int number = 1; number <= 82; ++number) ask_city(tx, number);
    });
  }

  void ask_city(Transaction& tx, int number) {
    const CityId german = tx.add_city({.name = "German city " + std::to_string(number), .country = "DE"});
    const CityId russian = tx.add_city({.name = "Russian city " + std::to_string(number), .country = "RU"});
    const BondId bond = tx.form({.parties = {german, russian}, .date = Date{"1990"}});
    if (number > 61) return;  // no answer
    const bool paused = number <= 17;
    tx.cite(
        paused ? tx.record(bond, {.kind = EventKind::suspended, .date = Date{"2022-03"}, .by = german, .reason = "war"})
               : tx.record(bond, {.kind = EventKind::listed, .date = Date{"2022-03-04"}}),
        spiegel_);
  }

  std::size_t count(Status status, const char* day, const char* country) const {
    return archive_.ask([&](const Snapshot& now) {
      return now.bonds({.status = {status}, .country = Country(country)}, AsOf{Date{day}}).size();
    });
  }

  Archive archive_;
  SourceId spiegel_{1};
};

// Case 19, Germany and Russia in 2022, forces: which bonds with a country are paused, kept or ended, in one question.
TEST_F(Case19, GermanyAndRussia) {
  EXPECT_EQ(count(Status::suspended, "2022-02", "RU"), 0U);
  EXPECT_EQ(count(Status::suspended, "2022-03", "RU"), 17U);
  EXPECT_EQ(count(Status::active, "2022-03", "RU"), 65U) << "44 that answered, 21 that did not";
  EXPECT_EQ(count(Status::ended, "2022-03", "RU"), 0U);
  EXPECT_EQ(count(Status::suspended, "2022-03", "BY"), 0U);
  EXPECT_THAT(archive_.changes("2022-02-23", "2022", {.country = "RU", .became = {Status::suspended}}), SizeIs(17));
  EXPECT_THAT(archive_.changes("2022-02-23", "2022", {.country = "RU", .became = {Status::ended}}), IsEmpty());
  EXPECT_THAT(archive_.changes("2022-02-23", "2022-03-04", {.country = "RU"}),
              Contains("German city 1 - Russian city 1: perhaps active to suspended by German city 1"));
  archive_.ask([&](const Snapshot& now) {
    EXPECT_THAT(now.supported_facts(spiegel_), SizeIs(61)) << "the answers";
    EXPECT_THAT(now.bonds({.reason = Reason("war")}), SizeIs(17));
  });
}

// Case 19 forces: Esslingen and Molodechno are "on ice" officially, and the citizens go on.
TEST_F(Case19, OnIceWhileCitizensGoOn) {
  const CityId esslingen = archive_.city("Esslingen", "DE");
  const CityId molodechno = archive_.city("Maladzyechna", "BY");
  const BondId bond = archive_.bond({esslingen, molodechno}, Date{"1987"});
  archive_.act(bond, {.kind = EventKind::suspended, .date = Date{"2020"}, .by = esslingen, .note = "On ice"});
  archive_.act(bond, {.kind = EventKind::exchanged, .date = Date{"2021-06"}, .note = "Citizens, without the councils"});
  EXPECT_EQ(archive_.status(bond, "2021"), "suspended") << "an exchange resumes nothing";
  archive_.ask([&](const Snapshot& now) {
    const AsOf day{Date{"2022"}};
    EXPECT_THAT(now.bonds({.city = esslingen, .not_exchanged_since = Date{"2022"}}, day), SizeIs(1));
    EXPECT_THAT(now.bonds({.city = esslingen, .not_exchanged_since = Date{"2021"}}, day), IsEmpty());
  });
}

}  // namespace
}  // namespace twinning::cases
