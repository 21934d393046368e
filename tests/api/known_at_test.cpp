// Questions as known at an earlier moment: a correction changes what is believed, never what was believed.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include <twinning/twinning.hpp>

#include "api/book.hpp"

namespace twinning {
namespace {

using support::Book;
using support::error_of;
using support::noon;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// Two towns: recorded in 2010 as twinned in 1950, corrected in 2012 to 1952, suspended in 2014 as recorded then.
class KnownAtTest : public testing::Test {
 protected:
  KnownAtTest() {
    book_.clock().set(noon(2010, 1, 1));
    coventry_ = book_.city("Coventry", "GB");
    kiel_ = book_.city("Kiel", "DE");
    bond_ = book_.form({.parties = {coventry_, kiel_}, .date = Date{"1950"}, .reason = "reconciliation"});
    book_.clock().set(noon(2012, 1, 1));
    const EventId formed = book_.registry().read([&](const Snapshot& now) { return now.history(bond_).front().id; });
    book_.registry().write([&](Transaction& tx) {
      tx.correct(formed, {.kind = EventKind::formed, .date = Date{"1952"}, .reason = "unknown"});
    });
    book_.clock().set(noon(2014, 1, 1));
    book_.act(bond_, {.kind = EventKind::suspended, .date = Date{"2013"}, .by = kiel_});
    book_.clock().set(noon(2026, 6, 15));
  }

  template <typename Work>
  auto known(const std::string& moment, Work work) {
    return book_.registry().read(KnownAt(Date(moment)), work);
  }

  Book book_;
  CityId coventry_{1};
  CityId kiel_{1};
  BondId bond_{1};
};

TEST_F(KnownAtTest, TwinsAreThoseThatWereBelieved) {
  const auto since = [&](const std::string& moment) {
    return known(moment, [&](const Snapshot& then) {
      std::vector<std::string> texts;
      for (const Twin& twin : then.twins(coventry_)) {
        texts.push_back(twin.name + " " + to_string(twin.since.value()) + " " + std::string(to_string(twin.status)));
      }
      return texts;
    });
  };
  EXPECT_THAT(since("2009"), IsEmpty());
  EXPECT_THAT(since("2010"), ElementsAre("Kiel 1950 active"));
  EXPECT_THAT(since("2011"), ElementsAre("Kiel 1950 active"));
  EXPECT_THAT(since("2012"), ElementsAre("Kiel 1952 active"));
  EXPECT_THAT(since("2014"), ElementsAre("Kiel 1952 suspended"));
}

TEST_F(KnownAtTest, IsIndependentOfTheDayThatIsAskedAbout) {
  const auto answer = [&](const std::string& moment, const std::string& day) {
    return known(moment, [&](const Snapshot& then) { return then.are_twinned(coventry_, kiel_, AsOf(Date(day))); });
  };
  EXPECT_EQ(answer("2011", "1951"), Answer::yes);
  EXPECT_EQ(answer("2012", "1951"), Answer::no);
  EXPECT_EQ(answer("2012", "1952-06"), Answer::possibly);
  EXPECT_EQ(answer("2009", "1951"), Answer::no);
}

TEST_F(KnownAtTest, HoldsForWhatIsSaidOfABond) {
  EXPECT_FALSE(known("2009", [&](const Snapshot& then) { return then.find_bond(bond_); }).has_value());
  const Bond before = known("2011", [&](const Snapshot& then) { return then.get_bond(bond_); });
  EXPECT_EQ(before.formed, Date{"1950"});
  EXPECT_EQ(before.status, Status::active);
  const Bond after = known("2012", [&](const Snapshot& then) { return then.get_bond(bond_); });
  EXPECT_EQ(after.formed, Date{"1952"});
  EXPECT_THAT(known("2011", [&](const Snapshot& then) { return then.bonds({.reason = "reconciliation"}); }), SizeIs(1));
  EXPECT_THAT(known("2012", [&](const Snapshot& then) { return then.bonds({.reason = "reconciliation"}); }), IsEmpty());
  EXPECT_THAT(known("2012", [&](const Snapshot& then) { return then.history(bond_); }), SizeIs(1));
  EXPECT_THAT(known("2014", [&](const Snapshot& then) { return then.spans(bond_); }), SizeIs(2));
  EXPECT_EQ(known("2014", [&](const Snapshot& then) { return then.status(bond_).front().status; }), Status::suspended);
}

TEST_F(KnownAtTest, HoldsForCounts) {
  EXPECT_THAT(known("2009", [](const Snapshot& then) { return then.most_twinned(); }), IsEmpty());
  EXPECT_THAT(known("2010", [](const Snapshot& then) { return then.most_twinned(); }), SizeIs(2));
  EXPECT_THAT(known("2009", [](const Snapshot& then) { return then.country_pairs(); }), IsEmpty());
  EXPECT_THAT(known("2010", [](const Snapshot& then) { return then.country_pairs(); }), SizeIs(1));
  EXPECT_THAT(known("2010", [](const Snapshot& then) { return then.bonds_per_decade(); }), SizeIs(1));
  EXPECT_THAT(known("2010", [](const Snapshot& then) { return then.unexplained_bonds(); }), IsEmpty());
  EXPECT_THAT(known("2012", [](const Snapshot& then) { return then.unexplained_bonds(); }), SizeIs(1));
}

TEST_F(KnownAtTest, HoldsForNamesKeepsakesAndSources) {
  book_.clock().set(noon(2016, 1, 1));
  book_.name(kiel_, {.name = "Kyl", .until = Date{"1900"}});
  book_.registry().write([&](Transaction& tx) {
    tx.add_keepsake(bond_, {.kind = "gift", .title = "A bell"});
    const EventId act = tx.now().history(bond_).front().id;
    tx.cite(act, tx.add_source({.title = "Council minutes"}));
  });
  for (const bool is_there : {false, true}) {
    known(is_there ? "2016" : "2015", [&](const Snapshot& then) {
      EXPECT_EQ(then.names(kiel_).size(), is_there ? 1U : 0U);
      EXPECT_EQ(then.name_on(kiel_, AsOf(Date("1850"))), is_there ? "Kyl" : "Kiel");
      EXPECT_EQ(then.keepsakes().size(), is_there ? 1U : 0U);
      EXPECT_EQ(then.sources(bond_).size(), is_there ? 1U : 0U);
    });
  }
}

TEST_F(KnownAtTest, IsTheLastMomentOfADayAndTheMomentItself) {
  const auto count = [&](KnownAt moment) {
    return book_.registry().read(moment, [&](const Snapshot& then) { return then.history(bond_).size(); });
  };
  EXPECT_EQ(count(KnownAt(noon(2014, 1, 1))), 2U);
  EXPECT_EQ(count(KnownAt(noon(2014, 1, 1) - std::chrono::milliseconds(1))), 1U);
  EXPECT_EQ(count(KnownAt(Date("2013-12-31"))), 1U);
  EXPECT_EQ(count(KnownAt(Date("2014-01-01"))), 2U);
  EXPECT_EQ(count(KnownAt()), 2U);
  EXPECT_EQ(error_of([] { KnownAt(Date("2014/..")); }).category(), ErrorCategory::invalid_argument);
}

TEST_F(KnownAtTest, StandsInAReadOfNow) {
  const auto sizes = book_.registry().read([&](const Snapshot& now) {
    const auto then = known("2012", [&](const Snapshot& earlier) { return earlier.history(bond_).size(); });
    return std::pair(now.history(bond_).size(), then);
  });
  EXPECT_EQ(sizes, std::pair(std::size_t{2}, std::size_t{1}));
}

TEST_F(KnownAtTest, SaysWhichMomentItShows) {
  EXPECT_FALSE(book_.registry().read([](const Snapshot& now) { return now.known_at().instant(); }).has_value());
  EXPECT_EQ(
      book_.registry().read(KnownAt(noon(2012, 5, 5)), [](const Snapshot& now) { return now.known_at().instant(); }),
      noon(2012, 5, 5));
}

TEST(Moments, LieInTheYearsThatTheFileKnows) {
  for (const Instant instant :
       {Instant::max(), Instant::min(), Instant(std::chrono::sys_days(std::chrono::year(10000) / 1 / 1))}) {
    EXPECT_EQ(support::error_of([&] { KnownAt{instant}; }).category(), ErrorCategory::invalid_argument);
  }
  EXPECT_NO_THROW(KnownAt{Instant(std::chrono::sys_days(std::chrono::year(9999) / 12 / 31))});
}

// An act that a wrong clock recorded in 2050 is corrected in 2026: the correction is recorded no earlier, and nothing
// else of that transaction is put off with it.
TEST(Moments, OfACorrectionAreNotThoseOfTheRestOfItsTransaction) {
  support::Book book;
  const BondId bond = book.blank_bond({book.city("Dull"), book.city("Boring")});
  book.clock().set(support::noon(2050, 1, 1));
  const EventId wrong = book.act(bond, {.kind = EventKind::formed, .date = Date{"2012"}});
  book.clock().set(support::noon(2026, 7, 1));
  const CityId bland = book.city("Bland");
  const BondId other = book.registry().write([&](Transaction& tx) {
    tx.correct(wrong, {.kind = EventKind::formed, .date = Date{"2013"}});
    return tx.form({.parties = {bland, tx.now().find_city("Dull")->id}, .date = Date{"2014"}});
  });
  book.registry().read(KnownAt(Date{"2026-07-01"}), [&](const Snapshot& then) {
    EXPECT_EQ(then.status(other).size(), 1U);
    EXPECT_TRUE(then.status(bond).empty());
  });
  book.ask([&](const Snapshot& now) { EXPECT_EQ(now.get_bond(bond).formed, Date{"2013"}); });
}

}  // namespace
}  // namespace twinning
