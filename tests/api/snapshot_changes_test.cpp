// Why things are so, and what changed: in the world, and in what is known of it.

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

/// The registry in a few words for one call each.
class Now {
 public:
  explicit Now(const Registry& registry) : registry_(registry) {}
  std::vector<Event> history(BondId bond) const {
    return registry_.read([&](const Snapshot& snapshot) { return snapshot.history(bond); });
  }
  std::vector<Ground> explain(BondId bond, AsOf as_of = {}) const {
    return registry_.read([&](const Snapshot& snapshot) { return snapshot.explain(bond, as_of); });
  }
  std::vector<Change> changes(const char* after, const char* until, const ChangeFilter& filter = {}) const {
    return registry_.read(
        [&](const Snapshot& snapshot) { return snapshot.changes(AsOf(Date(after)), AsOf(Date(until)), filter); });
  }
  std::vector<RecordedEvent> learned(const char* after, KnownAt until = {}, const ChangeFilter& filter = {}) const {
    return registry_.read(
        [&](const Snapshot& snapshot) { return snapshot.learned(KnownAt(Date(after)), until, filter); });
  }

 private:
  const Registry& registry_;
};

/// Coventry and Kiel: formed in 1950 (recorded as 1949 first), a rival year, a pause, an act that never was.
class Why : public testing::Test {
 protected:
  Why() {
    book_.clock().set(noon(2010, 1, 1));
    coventry_ = book_.city("Coventry", "GB");
    kiel_ = book_.city("Kiel", "DE");
    bond_ = book_.form({.parties = {coventry_, kiel_}, .date = Date{"1949"}});
    formed_ = now().history(bond_).front().id;
    rival_ = book_.act(bond_, {.kind = EventKind::formed, .date = Date{"1947"}, .rank = Rank::rival});
    book_.clock().set(noon(2012, 1, 1));
    book_.registry().write(
        [&](Transaction& tx) { corrected_ = tx.correct(formed_, {.kind = EventKind::formed, .date = Date{"1950"}}); });
    paused_ =
        book_.act(bond_, {.kind = EventKind::suspended, .date = Date{"2011-05-01"}, .by = kiel_, .reason = "cost"});
    const EventId cut = book_.act(bond_, {.kind = EventKind::cut, .date = Date{"2011-12"}});
    cut_ = cut;
    book_.clock().set(noon(2014, 1, 1));
    book_.registry().write([&](Transaction& tx) { retraction_ = tx.retract(cut); });
    book_.clock().set(noon(2026, 6, 15));
  }

  Now now() { return Now(book_.registry()); }

  Book book_;
  CityId coventry_{1};
  CityId kiel_{1};
  BondId bond_{1};
  EventId formed_{1};
  EventId rival_{1};
  EventId corrected_{1};
  EventId paused_{1};
  EventId cut_{1};
  EventId retraction_{1};
};

std::string line(const Ground& ground) {
  const auto& recorded = ground.recorded;
  std::string text = recorded.event.kind.text() + " " + (recorded.event.date ? recorded.event.date->text() : "-");
  if (ground.status) text += " -> " + std::string(to_string(*ground.status));
  if (ground.certainty == Certainty::possible) text += " perhaps";
  if (recorded.set_aside) text += " " + std::string(to_string(*recorded.set_aside));
  return text;
}

std::vector<std::string> lines(const std::vector<Ground>& grounds) {
  std::vector<std::string> lines;
  for (const Ground& ground : grounds) lines.push_back(line(ground));
  return lines;
}

TEST_F(Why, IsTheActsThatMakeTheStateAndThenThoseSetAside) {
  const auto grounds = now().explain(bond_);
  EXPECT_THAT(lines(grounds), ElementsAre("formed 1950 -> active", "suspended 2011-05-01 -> suspended",
                                          "formed 1949 corrected", "formed 1947 rival", "cut 2011-12 retracted"));
  EXPECT_EQ(grounds[2].recorded.superseded_by, corrected_);
  EXPECT_EQ(grounds[4].recorded.superseded_by, retraction_);
  EXPECT_EQ(grounds[1].recorded.event.by, kiel_);
}

TEST_F(Why, IsAskedOfADay) {
  EXPECT_THAT(lines(now().explain(bond_, AsOf(Date("1950-06-30")))),
              ElementsAre("formed 1950 -> active perhaps", "formed 1949 corrected", "formed 1947 rival",
                          "cut 2011-12 retracted"));
}

TEST_F(Why, IsAskedOfWhatWasKnown) {
  const auto then =
      book_.registry().read(KnownAt(Date("2012")), [&](const Snapshot& snapshot) { return snapshot.explain(bond_); });
  EXPECT_THAT(lines(then), ElementsAre("formed 1950 -> active", "suspended 2011-05-01 -> suspended",
                                       "cut 2011-12 -> ended", "formed 1949 corrected", "formed 1947 rival"));
}

std::vector<std::string> lines(const std::vector<Change>& changes) {
  std::vector<std::string> lines;
  for (const Change& change : changes) {
    lines.push_back((change.before ? std::string(to_string(*change.before)) : "-") + " > " +
                    std::string(to_string(change.after)) + (change.certainty == Certainty::possible ? " perhaps" : ""));
  }
  return lines;
}

TEST_F(Why, ChangesFallBetweenTwoDays) {
  EXPECT_THAT(lines(now().changes("1940", "2020")), ElementsAre("- > active", "active > suspended"));
  EXPECT_THAT(lines(now().changes("1949", "1950")), ElementsAre("- > active"));
  EXPECT_THAT(lines(now().changes("1949", "1950-06")), ElementsAre("- > active perhaps"));
  EXPECT_THAT(lines(now().changes("1950-06", "1951")), ElementsAre("- > active perhaps"));
  EXPECT_THAT(lines(now().changes("1950", "2011-04-30")), IsEmpty());
  EXPECT_THAT(lines(now().changes("2011-04-30", "2011-05-01")), ElementsAre("active > suspended"));
  EXPECT_THAT(lines(now().changes("2011-05-01", "2020")), IsEmpty());
}

TEST_F(Why, ChangesAreOfACityOrACountry) {
  const CityId lviv = book_.city("Lviv", "UA");
  book_.bond({lviv, coventry_}, Date{"1948"});
  EXPECT_THAT(now().changes("1940", "1960"), SizeIs(2));
  EXPECT_THAT(now().changes("1940", "1960", {.city = kiel_}), SizeIs(1));
  const auto of_coventry = now().changes("1940", "1960", {.city = coventry_});
  ASSERT_THAT(of_coventry, SizeIs(2));
  EXPECT_LT(of_coventry[0].earliest, of_coventry[1].earliest);
  EXPECT_THAT(now().changes("1940", "1960", {.country = "UA"}), SizeIs(1));
  EXPECT_THAT(now().changes("1940", "1960", {.city = kiel_, .country = "UA"}), IsEmpty());
}

TEST_F(Why, LearnedIsWhatWasRecordedBetweenTwoMoments) {
  EXPECT_THAT(now().learned("2000", KnownAt(Date("2010"))), SizeIs(2));
  EXPECT_THAT(now().learned("2010"), SizeIs(4));
  const auto last = now().learned("2012");
  ASSERT_THAT(last, SizeIs(1));
  EXPECT_EQ(last[0].event.id, retraction_);
  EXPECT_EQ(last[0].corrects, cut_);
  EXPECT_FALSE(last[0].set_aside.has_value());
  EXPECT_THAT(now().learned("2000", {}, {.country = "FR"}), IsEmpty());
  EXPECT_THAT(now().learned("2000", {}, {.city = kiel_}), SizeIs(6));
}

TEST(Periods, OfNoLengthHoldNothingAndReversedOnesAreRefused) {
  support::Book book;
  const CityId dull = book.city("Dull");
  book.bond({dull, book.city("Boring")});
  book.ask([&](const Snapshot& now) {
    const AsOf day{Date{"2010"}};
    const AsOf before{Date{"2009"}};
    EXPECT_TRUE(now.changes(day, day).empty());
    EXPECT_TRUE(now.city_changes(dull, day, day).empty());
    EXPECT_TRUE(now.learned(KnownAt{Date{"2010"}}, KnownAt{Date{"2010"}}).empty());
    for (const Error& error : {support::error_of([&] { now.changes(day, before); }),
                               support::error_of([&] { now.city_changes(dull, day, before); }),
                               support::error_of([&] { now.learned(KnownAt{Date{"2010"}}, KnownAt{Date{"2009"}}); })}) {
      EXPECT_EQ(error.category(), ErrorCategory::invalid_argument);
    }
  });
}

}  // namespace
}  // namespace twinning
