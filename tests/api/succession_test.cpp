// Who follows a party carries its bonds, until told otherwise; and the answers say so.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "api/book.hpp"

namespace twinning {
namespace {

using support::Book;
using testing::ElementsAre;
using testing::IsEmpty;

/// Cherbourg and Octeville became one town, and so did Poole's neighbours; each day is asked about in words.
class Merger : public testing::Test {
 protected:
  void merge(CityId predecessor, CityId successor, const std::optional<Date>& date) {
    book_.registry().write([&](Transaction& tx) {
      tx.record_succession({.predecessor = predecessor, .successor = successor, .kind = "merged", .date = date});
    });
  }

  std::vector<std::string> twins(CityId city, const char* day) const {
    return book_.ask([&](const Snapshot& now) { return told(now, city, AsOf{Date{day}}); });
  }

  /// "Poole (from Cherbourg) active certain"
  static std::vector<std::string> told(const Snapshot& snapshot, CityId city, AsOf as_of) {
    std::vector<std::string> words;
    for (const Twin& twin : snapshot.twins(city, as_of)) {
      std::string line = twin.name;
      if (twin.carried_from) line += ", carried from " + *twin.carried_from;
      if (twin.twin_carried_from) line += " for " + *twin.twin_carried_from;
      words.push_back(line + ": " + std::string(to_string(twin.status)) + " " + std::string(to_string(twin.certainty)));
    }
    return words;
  }

  std::vector<std::string> carried() const {
    return book_.ask([](const Snapshot& now) {
      std::vector<std::string> words;
      for (const CarriedBond& bond : now.carried_bonds()) {
        words.push_back(bond.name + " from " + bond.predecessor_name + ": " + bond.parties + " " +
                        std::string(to_string(bond.confirmation)));
      }
      return words;
    });
  }

  Book book_;
  CityId cherbourg_ = book_.city("Cherbourg", "FR");
  CityId poole_ = book_.city("Poole", "GB");
  CityId coburg_ = book_.city("Coburg", "DE");
  CityId cotentin_ = book_.city("Cotentin", "FR");
  BondId bond_ = book_.bond({cherbourg_, poole_}, Date{"1977"});
};

TEST_F(Merger, TheSuccessorCarriesTheBondFromItsDayOn) {
  merge(cherbourg_, cotentin_, Date{"2016-01-01"});
  EXPECT_THAT(twins(poole_, "2015-12-31"), ElementsAre("Cherbourg: active certain"));
  EXPECT_THAT(twins(poole_, "2016-01-01"), ElementsAre("Cotentin for Cherbourg: active certain"));
  EXPECT_THAT(twins(cotentin_, "2015-12-31"), IsEmpty());
  EXPECT_THAT(twins(cotentin_, "2016-01-01"), ElementsAre("Poole, carried from Cherbourg: active certain"));
  EXPECT_THAT(twins(cherbourg_, "2015-12-31"), ElementsAre("Poole: active certain"));
  EXPECT_THAT(twins(cherbourg_, "2016-01-01"), IsEmpty());
  book_.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.are_twinned(cotentin_, poole_), Answer::yes);
    EXPECT_EQ(now.are_twinned(cherbourg_, poole_), Answer::no);
    EXPECT_EQ(now.are_twinned(cherbourg_, poole_, AsOf{Date{"2000"}}), Answer::yes);
    EXPECT_EQ(now.get_bond(bond_).status, Status::active) << "the bond itself goes on";
  });
}

TEST_F(Merger, AnOpenDayLeavesOpenWhoBearsTheBond) {
  merge(cherbourg_, cotentin_, Date{"2016"});
  EXPECT_THAT(twins(poole_, "2016-06-15"),
              ElementsAre("Cherbourg: active possible", "Cotentin for Cherbourg: active possible"));
  EXPECT_THAT(twins(poole_, "2016-12-31"), ElementsAre("Cotentin for Cherbourg: active certain"));
  book_.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.are_twinned(cotentin_, poole_, AsOf{Date{"2016-06-15"}}), Answer::possibly);
    EXPECT_EQ(now.are_twinned(cotentin_, poole_, AsOf{Date{"2016"}}), Answer::yes);
  });
}

TEST_F(Merger, TheSuccessorSharesInWhatHappensToTheBond) {
  merge(cherbourg_, cotentin_, Date{"2016-01-01"});
  book_.act(bond_, {.kind = EventKind::suspended, .date = Date{"2018-05-05"}, .by = poole_});
  EXPECT_THAT(twins(cotentin_, "2018-05-05"), ElementsAre("Poole, carried from Cherbourg: suspended certain"));
  book_.act(bond_, {.kind = EventKind::cut, .date = Date{"2020-05-05"}, .by = poole_});
  EXPECT_THAT(twins(cotentin_, "2020-05-05"), IsEmpty());
  EXPECT_THAT(carried(), ElementsAre("Cotentin from Cherbourg: Cherbourg - Poole ended"));
}

TEST_F(Merger, WhatHadEndedIsNotCarried) {
  book_.act(bond_, {.kind = EventKind::cut, .date = Date{"2010"}});
  merge(cherbourg_, cotentin_, Date{"2016-01-01"});
  EXPECT_THAT(twins(cotentin_, "2016-01-01"), IsEmpty());
  EXPECT_THAT(book_.ask([&](const Snapshot& now) { return now.twins_ever(cotentin_); }), IsEmpty());
  EXPECT_THAT(carried(), IsEmpty());
}

TEST_F(Merger, AwaitsTheWordOfTheSuccessor) {
  const BondId other = book_.bond({cherbourg_, coburg_}, Date{"1962"});
  merge(cherbourg_, cotentin_, Date{"2016-01-01"});
  EXPECT_THAT(carried(), ElementsAre("Cotentin from Cherbourg: Cherbourg - Poole awaited",
                                     "Cotentin from Cherbourg: Cherbourg - Coburg awaited"));
  book_.registry().write([&](Transaction& tx) {
    tx.add_party(bond_, cotentin_);
    tx.record(bond_, {.kind = EventKind::joined, .date = Date{"2017-03-01"}, .by = cotentin_});
    tx.record(bond_, {.kind = EventKind::left, .date = Date{"2017-03-01"}, .by = cherbourg_});
    tx.record(other, {.kind = EventKind::cut, .date = Date{"2017-03-01"}, .reason = "municipal_reform"});
  });
  EXPECT_THAT(carried(), ElementsAre("Cotentin from Cherbourg: Cherbourg - Poole - Cotentin confirmed",
                                     "Cotentin from Cherbourg: Cherbourg - Coburg ended"));
  EXPECT_THAT(twins(cotentin_, "2017-03-01"), ElementsAre("Poole: active certain"));
  EXPECT_THAT(twins(cotentin_, "2017-02-28"), ElementsAre("Coburg, carried from Cherbourg: active certain",
                                                          "Poole, carried from Cherbourg: active certain"))
      << "until its own word it carried them";
}

TEST_F(Merger, OfBothPartiesMeetsInTheirSuccessors) {
  const CityId bournemouth = book_.city("Bournemouth", "GB");
  merge(cherbourg_, cotentin_, Date{"2016-01-01"});
  merge(poole_, bournemouth, Date{"2019-04-01"});
  EXPECT_THAT(twins(cotentin_, "2019-03-31"), ElementsAre("Poole, carried from Cherbourg: active certain"));
  EXPECT_THAT(twins(cotentin_, "2019-04-01"),
              ElementsAre("Bournemouth, carried from Cherbourg for Poole: active certain"));
  EXPECT_THAT(twins(bournemouth, "2019-04-01"),
              ElementsAre("Cotentin, carried from Poole for Cherbourg: active certain"));
}

TEST_F(Merger, OfASuccessorIsFollowedOn) {
  const CityId manche = book_.city("Manche", "FR");
  merge(cotentin_, manche, Date{"2020-01-01"});
  merge(cherbourg_, cotentin_, Date{"2016-01-01"});
  EXPECT_THAT(twins(poole_, "2019-12-31"), ElementsAre("Cotentin for Cherbourg: active certain"));
  EXPECT_THAT(twins(poole_, "2020-01-01"), ElementsAre("Manche for Cherbourg: active certain"));
}

TEST_F(Merger, OfTwinsWithEachOtherMakesNoTwinOfItself) {
  merge(cherbourg_, cotentin_, Date{"2016-01-01"});
  merge(poole_, cotentin_, Date{"2016-01-01"});
  EXPECT_THAT(twins(cotentin_, "2016-01-01"), IsEmpty());
}

TEST_F(Merger, ASplitPartyIsFollowedByEachOfItsParts) {
  const CityId north = book_.city("North Poole", "GB");
  const CityId south = book_.city("South Poole", "GB");
  for (const CityId part : {north, south}) {
    book_.registry().write([&](Transaction& tx) {
      tx.record_succession({.predecessor = poole_, .successor = part, .kind = "split", .date = Date{"2001-01-01"}});
    });
  }
  EXPECT_THAT(twins(cherbourg_, "2001-01-01"),
              ElementsAre("North Poole for Poole: active certain", "South Poole for Poole: active certain"));
}

TEST_F(Merger, IsHistoryTooAsKnownBeforeNobodyCarriedAnything) {
  book_.clock().set(support::noon(2026, 7, 1));
  merge(cherbourg_, cotentin_, Date{"2016-01-01"});
  const AsOf later{Date{"2020-01-01"}};
  book_.registry().read(KnownAt(Date{"2026-06-30"}), [&](const Snapshot& then) {
    EXPECT_THAT(told(then, poole_, later), ElementsAre("Cherbourg: active certain"));
    EXPECT_THAT(told(then, cotentin_, later), IsEmpty());
    EXPECT_EQ(then.are_twinned(cotentin_, poole_, later), Answer::no);
    EXPECT_THAT(then.carried_bonds(), IsEmpty());
  });
  book_.registry().read(KnownAt(Date{"2026-07-02"}), [&](const Snapshot& then) {
    EXPECT_THAT(told(then, poole_, later), ElementsAre("Cotentin for Cherbourg: active certain"));
    EXPECT_THAT(told(then, cotentin_, later), ElementsAre("Poole, carried from Cherbourg: active certain"));
    EXPECT_EQ(then.are_twinned(cotentin_, poole_, later), Answer::yes);
    EXPECT_EQ(then.carried_bonds().size(), 1U);
  });
}

TEST_F(Merger, CountsGoByWhoBearsTheBond) {
  merge(cherbourg_, cotentin_, Date{"2016-01-01"});
  book_.ask([](const Snapshot& now) {
    std::vector<std::string> names;
    for (const TwinCount& count : now.most_twinned()) names.push_back(count.name);
    EXPECT_THAT(names, ElementsAre("Cotentin", "Poole"));
  });
}

TEST_F(Merger, IsToldAmongTheChangesOfEachCity) {
  merge(cherbourg_, cotentin_, Date{"2016-01-01"});
  book_.ask([&](const Snapshot& now) {
    const auto words = [&](CityId city) {
      std::vector<std::string> lines;
      for (const CityChange& change : now.city_changes(city, AsOf{Date{"2015"}}, AsOf{Date{"2016"}})) {
        lines.push_back(std::string(to_string(change.what)) + ": " + change.before.value_or("nothing") + " to " +
                        change.after);
      }
      return lines;
    };
    EXPECT_THAT(words(cherbourg_), ElementsAre("successor: Cherbourg to Cotentin", "status: active to ended"));
    EXPECT_THAT(words(cotentin_), ElementsAre("predecessor: Cherbourg to Cotentin", "status: nothing to active"));
  });
}

}  // namespace
}  // namespace twinning
