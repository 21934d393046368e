// Questions about twins as of a day, certain and possible.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include <twinning/twinning.hpp>

#include "api/book.hpp"

namespace twinning {
namespace {

using support::Book;
using support::noon;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// The statuses that are possible on a day, those that are certain with an exclamation mark: "active!".
std::vector<std::string> words_of(const std::vector<StatusOnDay>& statuses) {
  std::vector<std::string> words;
  for (const StatusOnDay& status : statuses) {
    words.push_back(std::string(to_string(status.status)) + (status.certainty == Certainty::certain ? "!" : ""));
  }
  return words;
}

std::vector<std::string> words_of(const std::vector<Twin>& twins) {
  std::vector<StatusOnDay> statuses;
  for (const Twin& twin : twins) statuses.push_back({twin.status, twin.certainty});
  return words_of(statuses);
}

// Today is what the clock says.
TEST(Twins, HaveTheirNameOfTodayByTheClock) {
  Book book;
  book.clock().set(noon(1950, 1, 1));
  const CityId coventry = book.city("Coventry", "GB");
  const CityId volgograd = book.city("Volgograd", "RU");
  book.name(volgograd, {.name = "Stalingrad", .kind = "official", .since = Date("1925"), .until = Date("1961")});
  book.bond({coventry, volgograd}, Date{"1944"});
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.twins(coventry).at(0).name_then, "Stalingrad");
    EXPECT_EQ(now.twins(coventry, AsOf(Date("1950-01-01"))).at(0).name_then, "Stalingrad");
    EXPECT_EQ(now.twins(coventry, AsOf(Date("1962"))).at(0).name_then, "Volgograd");
    EXPECT_EQ(now.name_on(volgograd), "Stalingrad");
  });
}

TEST(Twins, AreTheOtherPartiesWithAllThatIsKnown) {
  Book book;
  const CityId coventry = book.city("Coventry", "GB");
  const CityId volgograd = book.city("Volgograd", "RU");
  book.name(volgograd, {.name = "Stalingrad", .since = Date{"1925"}, .until = Date{"1961"}});
  const BondId bond = book.form({.parties = {coventry, volgograd}, .kind = BondKind::twinning, .date = Date{"1944?"}});
  book.act(bond, {.kind = EventKind::cut, .date = Date{"2030"}, .by = coventry});
  const auto twins = book.ask([&](const Snapshot& now) { return now.twins(coventry, AsOf{Date{"1950"}}); });
  ASSERT_THAT(twins, SizeIs(1));
  EXPECT_EQ(twins[0].city, volgograd);
  EXPECT_EQ(twins[0].bond, bond);
  EXPECT_EQ(twins[0].name, "Volgograd");
  EXPECT_EQ(twins[0].name_then, "Stalingrad");
  EXPECT_EQ(twins[0].country, Country("RU"));
  EXPECT_EQ(twins[0].kind, BondKind(BondKind::twinning));
  EXPECT_EQ(twins[0].status, Status::active);
  EXPECT_EQ(twins[0].certainty, Certainty::certain);
  EXPECT_EQ(twins[0].since, Date{"1944?"});
  EXPECT_EQ(twins[0].until, Date{"2030"});
}

TEST(Twins, AreListedByNameAndOncePerBond) {
  Book book;
  const CityId coventry = book.city("Coventry");
  const CityId warsaw = book.city("Warsaw");
  const CityId arnhem = book.city("Arnhem");
  book.bond({coventry, warsaw}, Date{"1957"});
  book.bond({coventry, arnhem}, Date{"1958"});
  book.bond({warsaw, coventry}, Date{"1990"});
  const auto twins = book.ask([&](const Snapshot& now) { return now.twins(coventry); });
  ASSERT_THAT(twins, SizeIs(3));
  EXPECT_EQ(twins[0].city, arnhem);
  EXPECT_EQ(twins[1].city, warsaw);
  EXPECT_EQ(twins[2].city, warsaw);
  EXPECT_NE(twins[1].bond, twins[2].bond);
}

TEST(Twins, AreAsOfTodayUnlessADayIsGiven) {
  Book book;
  const CityId one = book.city("Coventry");
  book.bond({one, book.city("Jinan")}, Date{"1983-09-30"});
  const auto count = [&] { return book.ask([&](const Snapshot& now) { return now.twins(one).size(); }); };
  EXPECT_EQ(count(), 1U);
  book.clock().set(noon(1983, 9, 29));
  EXPECT_EQ(count(), 0U);
  book.clock().set(noon(1983, 9, 30));
  EXPECT_EQ(count(), 1U);
}

// A bond from a year to a year, and one of its statuses between
// ---------------------------------------------------------------------------------------------------------------

struct Expected {
  std::string day;
  std::vector<std::string> statuses;
  Answer answer;
};

const std::vector<Expected> expected_days = {{"1943", {}, Answer::no},
                                             {"1944-01-01", {"active"}, Answer::possibly},
                                             {"1944-06-06", {"active"}, Answer::possibly},
                                             {"1944", {"active!"}, Answer::yes},  // its last day
                                             {"1949-12-31", {"active!"}, Answer::yes},
                                             // Active or suspended, but twinned beyond doubt.
                                             {"1950-01-01", {"active", "suspended"}, Answer::yes},
                                             {"1950-12-30", {"active", "suspended"}, Answer::yes},
                                             {"1950-12-31", {"suspended!"}, Answer::yes},
                                             {"1955-02-28", {"suspended!"}, Answer::yes},
                                             {"1955-03-01", {"active!"}, Answer::yes},
                                             {"1959", {"active!"}, Answer::yes},
                                             {"1960-01-01", {"active", "ended"}, Answer::possibly},
                                             {"1961-12-30", {"active", "ended"}, Answer::possibly},
                                             {"1961-12-31", {"ended!"}, Answer::no},
                                             {"2000", {"ended!"}, Answer::no}};

TEST(Days, AreCertainWhereEveryReadingOfTheDatesAgrees) {
  // Formed some day of 1944, suspended some day of 1950, resumed on a known day, cut in 1960 or 1961.
  Book book;
  const CityId one = book.city("Coventry");
  const CityId other = book.city("Volgograd");
  const BondId bond = book.bond({one, other}, Date{"1944"});
  book.act(bond, {.kind = EventKind::suspended, .date = Date{"1950"}});
  book.act(bond, {.kind = EventKind::resumed, .date = Date{"1955-03-01"}});
  book.act(bond, {.kind = EventKind::cut, .date = Date{"[1960,1961]"}, .by = other});
  for (const Expected& expected : expected_days) {
    SCOPED_TRACE(expected.day);
    book.ask([&](const Snapshot& now) {
      const AsOf day{Date{expected.day}};
      EXPECT_EQ(words_of(now.status(bond, day)), expected.statuses);
      EXPECT_EQ(now.are_twinned(one, other, day), expected.answer);
      EXPECT_EQ(now.are_twinned(other, one, day), expected.answer);
      std::vector<std::string> in_force = expected.statuses;
      std::erase_if(in_force, [](const std::string& status) { return status.starts_with("ended"); });
      EXPECT_EQ(words_of(now.twins(one, day)), in_force);
      EXPECT_EQ(words_of(now.twins(other, day)), in_force);
    });
  }
}

TEST(AreTwinned, IsAboutEveryBondOfThePair) {
  Book book;
  const CityId one = book.city("Coventry");
  const CityId other = book.city("Volgograd");
  const BondId first = book.bond({one, other}, Date{"1944"});
  book.act(first, {.kind = EventKind::cut, .date = Date{"1950-01-01"}});
  book.bond({one, other}, Date{"1960"});
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.are_twinned(one, other, AsOf{Date{"1955"}}), Answer::no);
    EXPECT_EQ(now.are_twinned(one, other, AsOf{Date{"1960-06"}}), Answer::possibly);
    EXPECT_EQ(now.are_twinned(one, other), Answer::yes);
  });
}

TEST(AreTwinned, IsNoForStrangersAndForACityItself) {
  Book book;
  const CityId one = book.city("Coventry");
  const CityId other = book.city("Volgograd");
  book.bond({one, book.city("Kiel")}, Date{"1947"});
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.are_twinned(one, other), Answer::no);
    EXPECT_EQ(now.are_twinned(one, one), Answer::no);
    EXPECT_EQ(now.are_twinned(one, CityId(999)), Answer::no);
  });
}

TEST(AreTwinned, IsNoForABondThatIsOnlyProposed) {
  Book book;
  const CityId one = book.city("Coventry");
  const CityId other = book.city("Volgograd");
  const BondId bond = book.blank_bond({one, other});
  book.act(bond, {.kind = EventKind::proposed, .date = Date{"1943"}});
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.are_twinned(one, other), Answer::no);
    EXPECT_THAT(now.twins(one), IsEmpty());
    EXPECT_THAT(words_of(now.status(bond)), ElementsAre("proposed!"));
  });
}

// The certain answer is about the bond's whole life, not about a status: proposed or active is only possibly twinned.
TEST(AreTwinned, IsPossiblyWhereABondMayStillHaveBeenOnlyProposed) {
  Book book;
  const CityId one = book.city("Coventry");
  const CityId other = book.city("Volgograd");
  const BondId bond = book.blank_bond({one, other});
  book.act(bond, {.kind = EventKind::proposed, .date = Date{"1943"}});
  book.act(bond, {.kind = EventKind::formed, .date = Date{"1944"}});
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.are_twinned(one, other, AsOf{Date{"1944-06"}}), Answer::possibly);
    EXPECT_EQ(now.are_twinned(one, other, AsOf{Date{"1944"}}), Answer::yes);
  });
}

// Undated acts, sources that only list, parties that come and go
// ---------------------------------------------------------------------------------------------------------------

TEST(UndatedBeginnings, MayBeAsOldAsYouLikeAndAreCertainWhenRecorded) {
  Book book;
  const CityId one = book.city("Coventry");
  const CityId other = book.city("Volgograd");
  book.bond({one, other});
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.are_twinned(one, other, AsOf{Date{"0836"}}), Answer::possibly);
    EXPECT_EQ(now.are_twinned(one, other, AsOf{Date{"2026-06-14"}}), Answer::possibly);
    EXPECT_EQ(now.are_twinned(one, other), Answer::yes) << "it was recorded today";
    EXPECT_EQ(now.twins(one).front().since, std::nullopt);
  });
}

TEST(ListedBonds, AreCertainOnThatDayAndMayBeOlder) {
  Book book;
  const CityId one = book.city("Coventry");
  const CityId other = book.city("Volgograd");
  const BondId bond = book.blank_bond({one, other});
  book.act(bond, {.kind = EventKind::listed, .date = Date{"1999-05-01"}});
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.are_twinned(one, other, AsOf{Date{"1998"}}), Answer::possibly);
    EXPECT_EQ(now.are_twinned(one, other, AsOf{Date{"1999-05-01"}}), Answer::yes);
    EXPECT_EQ(now.twins(one).front().since, std::nullopt);
  });
}

TEST(UndatedEnds, AreCertainFromTheDayOnWhichTheyWereRecorded) {
  Book book;
  const CityId one = book.city("Coventry");
  const CityId other = book.city("Volgograd");
  const BondId bond = book.bond({one, other}, Date{"1944-06-06"});
  book.act(bond, {.kind = EventKind::cut});
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.are_twinned(one, other, AsOf{Date{"1944-06-05"}}), Answer::no);
    EXPECT_EQ(now.are_twinned(one, other, AsOf{Date{"1990"}}), Answer::possibly);
    EXPECT_EQ(now.are_twinned(one, other), Answer::no);
    EXPECT_EQ(now.twins(one, AsOf{Date{"1990"}}).front().until, std::nullopt);
  });
}

TEST(Members, AreTwinsWhileBothAreMembers) {
  Book book;
  const CityId dull = book.city("Dull");
  const CityId boring = book.city("Boring");
  const CityId bland = book.city("Bland");
  const BondId bond = book.blank_bond({dull, boring, bland});
  book.act(bond, {.kind = EventKind::formed, .date = Date{"2012-06-01"}});
  book.act(bond, {.kind = EventKind::joined, .date = Date{"2013-01-01"}, .by = bland});
  book.act(bond, {.kind = EventKind::left, .date = Date{"2020-01-01"}, .by = boring});
  const auto twinned = [&](CityId one, CityId other, const char* day) {
    return book.ask([&](const Snapshot& now) { return now.are_twinned(one, other, AsOf{Date{day}}); });
  };
  EXPECT_EQ(twinned(dull, boring, "2012"), Answer::yes);
  EXPECT_EQ(twinned(dull, bland, "2012"), Answer::no);
  EXPECT_EQ(twinned(boring, bland, "2013"), Answer::yes);
  EXPECT_EQ(twinned(boring, bland, "2020"), Answer::no);
  EXPECT_EQ(twinned(dull, bland, "2020"), Answer::yes);
  EXPECT_EQ(twinned(dull, boring, "2020"), Answer::no);
  const auto twins = book.ask([&](const Snapshot& now) { return now.twins(bland, AsOf{Date{"2015"}}); });
  ASSERT_THAT(twins, SizeIs(2));
  EXPECT_EQ(twins[0].name, "Boring");
  EXPECT_EQ(twins[0].since, Date{"2013-01-01"});
  EXPECT_EQ(twins[0].until, Date{"2020-01-01"});
  EXPECT_EQ(twins[1].name, "Dull");
  EXPECT_EQ(twins[1].until, std::nullopt);
}

TEST(Members, ThatAreLeftAloneHaveNoBondUntilAnotherJoins) {
  Book book;
  const CityId dull = book.city("Dull");
  const CityId boring = book.city("Boring");
  const BondId bond = book.bond({dull, boring}, Date{"1944"});
  book.act(bond, {.kind = EventKind::left, .date = Date{"1950-05-05"}, .by = boring});
  book.ask([&](const Snapshot& now) {
    EXPECT_THAT(words_of(now.status(bond)), ElementsAre("ended!"));
    EXPECT_EQ(now.get_bond(bond).ended, Date{"1950-05-05"});
    EXPECT_EQ(now.are_twinned(dull, boring), Answer::no);
  });
  book.act(bond, {.kind = EventKind::joined, .date = Date{"1960-06-06"}, .by = boring});
  book.ask([&](const Snapshot& now) {
    EXPECT_THAT(words_of(now.status(bond, AsOf{Date{"1955"}})), ElementsAre("ended!"));
    EXPECT_THAT(words_of(now.status(bond)), ElementsAre("active!"));
    EXPECT_EQ(now.are_twinned(dull, boring), Answer::yes);
  });
}

// Left and joined again, both on some day of 1950: on a day between they may have been apart.
TEST(Members, ThatLeftAndCameBackAreOnlyPossiblyTwinsBetween) {
  Book book;
  const CityId dull = book.city("Dull");
  const CityId boring = book.city("Boring");
  const BondId bond = book.bond({dull, boring, book.city("Bland")}, Date{"1944"});
  book.act(bond, {.kind = EventKind::left, .date = Date{"1950"}, .by = boring});
  book.act(bond, {.kind = EventKind::joined, .date = Date{"1950"}, .by = boring});
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.are_twinned(dull, boring, AsOf{Date{"1949"}}), Answer::yes);
    EXPECT_EQ(now.are_twinned(dull, boring, AsOf{Date{"1950-06"}}), Answer::possibly);
    EXPECT_EQ(now.are_twinned(dull, boring, AsOf{Date{"1951"}}), Answer::yes);
  });
}

TEST(RivalActs, MakeNoState) {
  Book book;
  const CityId one = book.city("Coventry");
  const CityId other = book.city("Volgograd");
  const BondId bond = book.bond({one, other}, Date{"1944-06-06"});
  book.act(bond, {.kind = EventKind::formed, .date = Date{"1941"}, .rank = Rank::rival});
  EXPECT_EQ(book.ask([&](const Snapshot& now) { return now.are_twinned(one, other, AsOf{Date{"1942"}}); }), Answer::no);
}

TEST(Suspensions, LastUntilThePartyThatSuspendedResumes) {
  Book book;
  const CityId one = book.city("Coventry");
  const CityId other = book.city("Volgograd");
  const BondId bond = book.bond({one, other}, Date{"1944"});
  const auto status = [&] { return words_of(book.ask([&](const Snapshot& now) { return now.status(bond); })); };
  book.act(bond, {.kind = EventKind::suspended, .date = Date{"2022"}, .by = one});
  EXPECT_THAT(status(), ElementsAre("suspended!"));
  book.act(bond, {.kind = EventKind::resumed, .date = Date{"2023"}, .by = other});
  EXPECT_THAT(status(), ElementsAre("suspended!"));
  book.act(bond, {.kind = EventKind::resumed, .date = Date{"2024"}, .by = one});
  EXPECT_THAT(status(), ElementsAre("active!"));
}

}  // namespace
}  // namespace twinning
