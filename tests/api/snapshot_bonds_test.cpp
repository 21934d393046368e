// Questions about bonds: one of them, those that a filter lets through, and their lives.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include <twinning/twinning.hpp>

#include "api/book.hpp"

namespace twinning {
namespace {

using support::Book;
using support::error_of;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Bonds, ThatAreNotThereAreFoundByNobody) {
  const Book book;
  book.ask([](const Snapshot& now) {
    EXPECT_FALSE(now.find_bond(BondId(7)));
    EXPECT_THAT(now.bonds(), IsEmpty());
    EXPECT_THAT(now.parties(BondId(7)), IsEmpty());
    EXPECT_THAT(now.status(BondId(7)), IsEmpty());
    EXPECT_THAT(now.spans(BondId(7)), IsEmpty());
    EXPECT_THAT(now.history(BondId(7)), IsEmpty());
    EXPECT_THAT(now.history(CityId(7)), IsEmpty());
    EXPECT_THAT(now.keepsakes({.bond = BondId(7)}), IsEmpty());
    EXPECT_THAT(now.sources(BondId(7)), IsEmpty());
    const Error error = error_of([&] { now.get_bond(BondId(7)); });
    EXPECT_EQ(error.category(), ErrorCategory::not_found);
    EXPECT_THAT(error.what(), HasSubstr("7"));
  });
}

TEST(Bonds, HaveAllThatIsKnownOfThem) {
  Book book;
  const CityId coventry = book.city("Coventry");
  const BondId bond = book.form({.parties = {coventry, book.city("Volgograd")},
                                 .kind = BondKind::twinning,
                                 .date = Date{"1944"},
                                 .reason = "wartime_solidarity",
                                 .title = "The first",
                                 .note = "By telegram"});
  book.act(bond, {.kind = EventKind::suspended,
                  .date = Date{"2022-03-22"},
                  .by = coventry,
                  .reason = "war",
                  .condition = "peace"});
  book.act(bond, {.kind = EventKind::contested, .date = Date{"2022-04"}});
  const Bond found = book.ask([&](const Snapshot& now) { return now.get_bond(bond); });
  EXPECT_EQ(found.id, bond);
  EXPECT_EQ(found.parties, "Coventry - Volgograd");
  EXPECT_EQ(found.kind, BondKind(BondKind::twinning));
  EXPECT_EQ(found.status, Status::suspended);
  EXPECT_TRUE(found.contested);
  EXPECT_EQ(found.formed, Date{"1944"});
  EXPECT_EQ(found.ended, std::nullopt);
  EXPECT_EQ(found.reason, Reason("war"));
  EXPECT_EQ(found.title, "The first");
  EXPECT_EQ(found.condition, "peace");
  EXPECT_EQ(found.note, "By telegram");
}

std::vector<std::string> stances_on(const Book& book, BondId bond, const char* day) {
  return book.ask([&](const Snapshot& now) {
    std::vector<std::string> words;
    for (const Stance& stance : now.stances(bond, AsOf{Date{day}})) {
      words.push_back(stance.name + " " + (stance.stance ? std::string(to_string(*stance.stance)) : "nothing") +
                      (stance.is_joint ? ", all together" : "") + (stance.is_member ? "" : ", no member") + ": " +
                      stance.condition.value_or("-") + ", " + std::string(to_string(stance.certainty)));
    }
    return words;
  });
}

TEST(Stances, AreOfEachPartyAndByTheActThatSaysSo) {
  Book book;
  const CityId coventry = book.city("Coventry");
  const CityId volgograd = book.city("Volgograd");
  const BondId bond = book.bond({coventry, volgograd}, Date{"1944"});
  book.act(bond, {.kind = EventKind::suspended, .date = Date{"2022"}, .by = coventry, .condition = "peace"});
  EXPECT_THAT(stances_on(book, bond, "1943"), IsEmpty());
  EXPECT_THAT(stances_on(book, bond, "2021"),
              ElementsAre("Coventry active, all together: -, certain", "Volgograd active, all together: -, certain"));
  EXPECT_THAT(stances_on(book, bond, "2022-06-01"),
              ElementsAre("Coventry suspended: peace, possible", "Volgograd active, all together: -, possible"));
  book.act(bond, {.kind = EventKind::left, .date = Date{"2023"}, .by = volgograd});
  EXPECT_THAT(stances_on(book, bond, "2023"), ElementsAre("Coventry suspended: peace, certain",
                                                          "Volgograd active, all together, no member: -, certain"));
}

TEST(Bonds, ThatEndedSayWhen) {
  Book book;
  const BondId bond = book.bond({book.city("Coventry"), book.city("Volgograd")}, Date{"1944"});
  book.act(bond, {.kind = EventKind::expired, .date = Date{"195X"}, .reason = "term_expired"});
  const Bond found = book.ask([&](const Snapshot& now) { return now.get_bond(bond); });
  EXPECT_EQ(found.status, Status::ended);
  EXPECT_EQ(found.ended, Date{"195X"});
  EXPECT_EQ(found.reason, Reason("term_expired"));
  EXPECT_FALSE(found.contested);
}

TEST(Bonds, WithoutAnActHaveNoStatus) {
  Book book;
  const BondId bond = book.blank_bond({book.city("Coventry"), book.city("Volgograd")});
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.get_bond(bond).status, std::nullopt);
    EXPECT_THAT(now.status(bond), IsEmpty());
    EXPECT_THAT(now.spans(bond), IsEmpty());
    EXPECT_THAT(now.bonds(), SizeIs(1));
  });
}

TEST(Bonds, OfTomorrowHaveNoStatusYet) {
  Book book;
  const BondId bond = book.bond({book.city("Coventry"), book.city("Volgograd")}, Date{"9000"});
  EXPECT_EQ(book.ask([&](const Snapshot& now) { return now.get_bond(bond).status; }), std::nullopt);
}

TEST(Bonds, StandAsTheyDidOnADay) {
  Book book;
  const BondId bond = book.bond({book.city("Coventry"), book.city("Volgograd")}, Date{"1944"});
  book.act(bond, {.kind = EventKind::suspended, .date = Date{"1950"}, .reason = "war", .condition = "peace"});
  book.act(bond, {.kind = EventKind::cut, .date = Date{"1960-05-01"}, .reason = "cost"});
  const auto on = [&](const char* day) {
    return book.ask([&](const Snapshot& now) { return now.get_bond(bond, AsOf{Date{day}}); });
  };
  EXPECT_EQ(on("1943").status, std::nullopt);
  EXPECT_EQ(on("1944-01-01").status, Status::active) << "of the last act that may have happened by then";
  EXPECT_EQ(on("1949-12-31").status, Status::active);
  EXPECT_EQ(on("1949-12-31").reason, std::nullopt);
  EXPECT_EQ(on("1950-01-01").status, Status::suspended);
  EXPECT_EQ(on("1955").reason, Reason("war"));
  EXPECT_EQ(on("1955").condition, "peace");
  EXPECT_EQ(on("1960-04-30").ended, std::nullopt);
  EXPECT_EQ(on("1960-05-01").ended, Date{"1960-05-01"});
  EXPECT_EQ(on("1960-05-01").condition, std::nullopt);
  book.ask([&](const Snapshot& now) {
    EXPECT_THAT(now.bonds({.status = {Status::suspended}}), IsEmpty());
    EXPECT_THAT(now.bonds({.status = {Status::suspended}}, AsOf{Date{"1955"}}), SizeIs(1));
    EXPECT_THAT(now.bonds({.status = {Status::active}}, AsOf{Date{"1945"}}), SizeIs(1));
    EXPECT_THAT(now.bonds({}, AsOf{Date{"1900"}}), SizeIs(1)) << "it has no status yet";
  });
}

TEST(Parties, AreListedInTheOrderOfTheirIds) {
  Book book;
  const CityId first = book.city("Zagreb");
  const CityId second = book.city("Arnhem");
  const BondId bond = book.bond({second, first});
  const auto parties = book.ask([&](const Snapshot& now) { return now.parties(bond); });
  ASSERT_THAT(parties, SizeIs(2));
  EXPECT_EQ(parties[0].id, first);
  EXPECT_EQ(parties[1].name, "Arnhem");
}

TEST(Spans, AreTheWholeLifeOfABond) {
  Book book;
  const CityId one = book.city("Coventry");
  const BondId bond = book.bond({one, book.city("Volgograd")}, Date{"1944"});
  book.act(bond, {.kind = EventKind::renewed, .date = Date{"1950"}});  // the same status: no new stretch
  book.act(bond, {.kind = EventKind::suspended, .date = Date{"2022-03-22"}, .by = one});
  const auto spans = book.ask([&](const Snapshot& now) { return now.spans(bond); });
  const auto day = [](const char* text) { return Date{text}.earliest(); };
  ASSERT_THAT(spans, SizeIs(2));
  EXPECT_EQ(spans[0].status, Status::active);
  EXPECT_EQ(spans[0].from_earliest, day("1944-01-01"));
  EXPECT_EQ(spans[0].from_latest, day("1944-12-31"));
  EXPECT_EQ(spans[0].to_earliest, day("2022-03-22"));
  EXPECT_EQ(spans[0].to_latest, day("2022-03-22"));
  EXPECT_EQ(spans[1].status, Status::suspended);
  EXPECT_EQ(spans[1].from_earliest, day("2022-03-22"));
  EXPECT_EQ(spans[1].from_latest, day("2022-03-22"));
  EXPECT_EQ(spans[1].to_earliest, std::nullopt);
  EXPECT_EQ(spans[1].to_latest, std::nullopt);
}

TEST(Spans, OfDatesWithoutAnEndHaveNoBound) {
  Book book;
  const BondId bond = book.bond({book.city("Coventry"), book.city("Volgograd")}, Date{"1944/.."});
  const auto spans = book.ask([&](const Snapshot& now) { return now.spans(bond); });
  ASSERT_THAT(spans, SizeIs(1));
  EXPECT_EQ(spans[0].from_latest, std::nullopt);
}

// Filters
// ---------------------------------------------------------------------------------------------------------------

/// Four bonds of four cities: see make().
struct Town {
  CityId coventry;
  CityId volgograd;
  CityId milan;
  CityId petersburg;
  BondId twins;       // GB-RU twinning, 1944, suspended 2022 for war
  BondId cut;         // IT-RU twinning, 1961, cut 2012 for lgbt_rights
  BondId friendship;  // GB-IT friendship, formed in 1970 or 1971
  BondId proposed;    // GB-RU (Saint Petersburg), proposed only
};

Town make(Book& book) {
  Town town;
  town.coventry = book.city("Coventry", "GB");
  town.volgograd = book.city("Volgograd", "RU");
  town.milan = book.city("Milan", "IT");
  town.petersburg = book.city("Saint Petersburg", "RU");
  town.twins = book.form({.parties = {town.coventry, town.volgograd},
                          .kind = BondKind::twinning,
                          .date = Date{"1944"},
                          .reason = "wartime_solidarity"});
  book.act(town.twins, {.kind = EventKind::suspended, .date = Date{"2022"}, .reason = "war"});
  town.cut = book.form({.parties = {town.milan, town.petersburg}, .kind = BondKind::twinning, .date = Date{"1961"}});
  book.act(town.cut, {.kind = EventKind::cut, .date = Date{"2012-11-23"}, .by = town.milan, .reason = "lgbt_rights"});
  town.friendship =
      book.form({.parties = {town.coventry, town.milan}, .kind = BondKind::friendship, .date = Date{"[1970,1971]"}});
  town.proposed = book.blank_bond({town.coventry, town.petersburg});
  book.act(town.proposed, {.kind = EventKind::proposed, .date = Date{"1980"}});
  return town;
}

struct Filtering {
  std::string name;
  std::function<BondFilter(const Town&)> filter;
  std::function<std::vector<BondId>(const Town&)> bonds;
};

BondFilter formed(const char* period) { return {.formed = Date{period}}; }
BondFilter in_force(const char* period) { return {.in_force = Date{period}}; }

using Ids = std::vector<BondId>;

std::vector<Filtering> filterings_by_trait() {
  return {
      {"All", [](auto&) { return BondFilter{}; },
       [](auto& t) {
         return Ids{t.twins, t.cut, t.friendship, t.proposed};
       }},
      {"Kind", [](auto&) { return BondFilter{.kind = BondKind::twinning}; },
       [](auto& t) {
         return Ids{t.twins, t.cut};
       }},
      {"KindOfNone", [](auto&) { return BondFilter{.kind = BondKind::ring}; }, [](auto&) { return Ids{}; }},
      {"KindUnknown", [](auto&) { return BondFilter{.kind = "marriage"}; }, [](auto&) { return Ids{}; }},
      {"Suspended", [](auto&) { return BondFilter{.status = {Status::suspended}}; },
       [](auto& t) { return Ids{t.twins}; }},
      {"Ended", [](auto&) { return BondFilter{.status = {Status::ended}}; }, [](auto& t) { return Ids{t.cut}; }},
      {"Proposed", [](auto&) { return BondFilter{.status = {Status::proposed}}; },
       [](auto& t) { return Ids{t.proposed}; }},
      {"Dormant", [](auto&) { return BondFilter{.status = {Status::dormant}}; }, [](auto&) { return Ids{}; }},
      {"ReasonOfAnyAct", [](auto&) { return BondFilter{.reason = "wartime_solidarity"}; },
       [](auto& t) { return Ids{t.twins}; }},
      {"ReasonBroader", [](auto&) { return BondFilter{.reason = "human_rights"}; }, [](auto& t) { return Ids{t.cut}; }},
      {"ReasonBroaderTwice", [](auto&) { return BondFilter{.reason = "political"}; },
       [](auto& t) {
         return Ids{t.twins, t.cut};
       }},
      {"Country", [](auto&) { return BondFilter{.country = "RU"}; },
       [](auto& t) {
         return Ids{t.twins, t.cut, t.proposed};
       }},
      {"City", [](auto& t) { return BondFilter{.city = t.coventry}; },
       [](auto& t) {
         return Ids{t.twins, t.friendship, t.proposed};
       }},
      {"CityUnknown", [](auto&) { return BondFilter{.city = CityId(999)}; }, [](auto&) { return Ids{}; }},
  };
}

std::vector<Filtering> filterings_by_day() {
  return {
      {"FormedInAYear", [](auto&) { return formed("1944"); }, [](auto& t) { return Ids{t.twins}; }},
      {"FormedPossiblyInAYear", [](auto&) { return formed("1971"); }, [](auto& t) { return Ids{t.friendship}; }},
      {"FormedPossiblyOnADay", [](auto&) { return formed("1970-05-05"); }, [](auto& t) { return Ids{t.friendship}; }},
      {"FormedInADecade", [](auto&) { return formed("196X"); }, [](auto& t) { return Ids{t.cut}; }},
      {"FormedUntil", [](auto&) { return formed("../1961"); },
       [](auto& t) {
         return Ids{t.twins, t.cut};
       }},
      {"FormedSince", [](auto&) { return formed("1961-01-01/.."); },
       [](auto& t) {
         return Ids{t.cut, t.friendship};
       }},
      {"FormedNever", [](auto&) { return formed("1950"); }, [](auto&) { return Ids{}; }},
      {"InForceOnADay", [](auto&) { return in_force("1965-01-01"); },
       [](auto& t) {
         return Ids{t.twins, t.cut};
       }},
      {"InForceBeforeItsEnd", [](auto&) { return in_force("2012-11-22"); },
       [](auto& t) {
         return Ids{t.twins, t.cut, t.friendship};
       }},
      {"InForceNotFromItsEndOn", [](auto&) { return in_force("2012-11-23"); },
       [](auto& t) {
         return Ids{t.twins, t.friendship};
       }},
      {"InForceWhileSuspended", [](auto&) { return in_force("2025"); },
       [](auto& t) {
         return Ids{t.twins, t.friendship};
       }},
      {"InForceInAYear", [](auto&) { return in_force("2012"); },
       [](auto& t) {
         return Ids{t.twins, t.cut, t.friendship};
       }},
  };
}

std::vector<Filtering> filterings_by_several() {
  return {
      {"KindAndCountry", [](auto&) { return BondFilter{.kind = BondKind::friendship, .country = "IT"}; },
       [](auto& t) { return Ids{t.friendship}; }},
      {"CityAndStatus", [](auto& t) { return BondFilter{.status = {Status::active}, .city = t.coventry}; },
       [](auto& t) { return Ids{t.friendship}; }},
      {"Everything",
       [](auto& t) {
         return BondFilter{.kind = BondKind::twinning,
                           .status = {Status::ended},
                           .reason = "human_rights",
                           .country = "IT",
                           .city = t.petersburg,
                           .formed = Date{"1961"},
                           .in_force = Date{"1999"}};
       },
       [](auto& t) { return Ids{t.cut}; }},
      {"EverythingButOne",
       [](auto& t) { return BondFilter{.kind = BondKind::twinning, .status = {Status::ended}, .city = t.coventry}; },
       [](auto&) { return Ids{}; }},
  };
}

void expect_filtered(const std::vector<Filtering>& filterings) {
  Book book;
  const Town town = make(book);
  for (const Filtering& filtering : filterings) {
    SCOPED_TRACE(filtering.name);
    book.ask([&](const Snapshot& now) {
      Ids listed;
      for (const Bond& bond : now.bonds(filtering.filter(town))) listed.push_back(bond.id);
      EXPECT_EQ(listed, filtering.bonds(town));
      Ids visited;
      now.for_each_bond(filtering.filter(town), [&](const Bond& bond) { visited.push_back(bond.id); });
      EXPECT_EQ(visited, listed);
    });
  }
}

TEST(Filters, LetThroughWhatHasATrait) { expect_filtered(filterings_by_trait()); }

TEST(Filters, LetThroughWhatMayHaveBeenOnADay) { expect_filtered(filterings_by_day()); }

TEST(Filters, LetThroughWhatMeetsAllConditions) { expect_filtered(filterings_by_several()); }

}  // namespace
}  // namespace twinning
