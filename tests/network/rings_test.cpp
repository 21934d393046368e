// Rings: of one bond and of several, and when their last side closed.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include <fmt/format.h>

#include <twinning/twinning.hpp>

#include "api/book.hpp"
#include "network/net.hpp"

namespace twinning {
namespace {

using support::Book;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// "1-2-3 of bond 4, closed 1958-01-01 to 1958-12-31 by 1-2 1-3", or "by any".
std::string told(const Ring& ring) {
  std::string text;
  for (const CityId city : ring.cities) text += fmt::format("{}{}", text.empty() ? "" : "-", city.value());
  if (ring.bond) text += fmt::format(" of bond {}", ring.bond->value());
  const auto day = [](const std::optional<Day>& found) { return found ? to_string(*found) : std::string("any"); };
  text += fmt::format(", closed {} to {} by", day(ring.closed_earliest), day(ring.closed_latest));
  if (ring.last_sides.empty()) text += " any";
  for (const CityPair& side : ring.last_sides) text += fmt::format(" {}-{}", side.one.value(), side.other.value());
  return text;
}

class Rings : public testing::Test {
 protected:
  Rings() {
    for (int number = 1; number <= 6; ++number) cities_.push_back(book_.city("Town " + std::to_string(number)));
  }

  BondId bond(const std::vector<std::int64_t>& numbers, const std::optional<Date>& date = {}) {
    std::vector<CityId> parties;
    for (const std::int64_t number : numbers) parties.emplace_back(number);
    return book_.bond(parties, date);
  }

  std::vector<std::string> rings(const NetworkOptions& options = {}, std::size_t limit = 1000) {
    std::vector<std::string> texts;
    for (const Ring& ring : book_.ask([&](const Snapshot& now) { return Network::rings(now, options, limit); })) {
      texts.push_back(told(ring));
    }
    return texts;
  }

  Book book_;
  std::vector<CityId> cities_;
};

TEST_F(Rings, ThatABondDeclares) {
  bond({1, 2, 3}, Date{"1958-06-21"});
  EXPECT_THAT(rings(), ElementsAre("1-2-3 of bond 1, closed 1958-06-21 to 1958-06-21 by any"));
  EXPECT_THAT(rings({.as_of = AsOf(Date("1958-06-20"))}), IsEmpty());
}

TEST_F(Rings, ThatCameAboutBondByBond) {
  bond({1, 2}, Date{"1959"});
  bond({2, 3}, Date{"1964-05-02"});
  bond({1, 3}, Date{"1976-09"});
  EXPECT_THAT(rings(), ElementsAre("1-2-3, closed 1976-09-01 to 1976-09-30 by 1-3"));
  EXPECT_THAT(rings({.as_of = AsOf(Date("1976-08"))}), IsEmpty()) << "before the last side";
}

TEST_F(Rings, CloseWhenDatesAllow) {
  bond({1, 2}, Date{"1960/1970"});
  bond({2, 3}, Date{"1965"});
  bond({1, 3});
  EXPECT_THAT(rings(), ElementsAre("1-2-3, closed 1965-01-01 to 2026-06-15 by any"));
}

TEST_F(Rings, OfNoKnownDateMayBeOfAnyDayUntilTheyAreRecorded) {
  bond({1, 2});
  bond({2, 3});
  bond({1, 3});
  EXPECT_THAT(rings(), ElementsAre("1-2-3, closed any to 2026-06-15 by any"));
  EXPECT_THAT(rings({.as_of = AsOf(Date("1800"))}), SizeIs(1));
  EXPECT_THAT(rings({.as_of = AsOf(Date("1800")), .certain_only = true}), IsEmpty());
}

TEST_F(Rings, OfASideThatIsToComeMayBeOfAnyDay) {
  bond({1, 2}, Date{"1960"});
  bond({2, 3}, Date{"1965"});
  bond({1, 3}, Date{"1970/.."});
  EXPECT_THAT(rings(), ElementsAre("1-2-3, closed 1970-01-01 to any by 1-3"));
}

TEST_F(Rings, CountTheFirstBondOfEachSide) {
  bond({1, 2}, Date{"1990"});
  bond({1, 2}, Date{"1960"});
  bond({2, 3}, Date{"1965"});
  bond({1, 3}, Date{"1970"});
  EXPECT_THAT(rings(), ElementsAre("1-2-3, closed 1970-01-01 to 1970-12-31 by 1-3"));
}

TEST_F(Rings, CloseAnewAfterABreak) {
  bond({1, 2}, Date{"1960"});
  bond({2, 3}, Date{"1965"});
  const BondId broken = bond({1, 3}, Date{"1961"});
  book_.act(broken, {.kind = EventKind::suspended, .date = Date{"1980"}, .by = cities_[0]});
  book_.act(broken, {.kind = EventKind::resumed, .date = Date{"1985"}, .by = cities_[0]});
  EXPECT_THAT(rings(), ElementsAre("1-2-3, closed 1965-01-01 to 1965-12-31 by 2-3")) << "it was in force all the time";
  EXPECT_THAT(rings({.statuses = {Status::active}}), ElementsAre("1-2-3, closed 1985-01-01 to 1985-12-31 by 1-3"));
}

TEST_F(Rings, GrowWithTheirMembers) {
  const BondId ring = bond({1, 2, 3, 4}, Date{"1958"});
  book_.act(ring, {.kind = EventKind::joined, .date = Date{"2000"}, .by = cities_[3]});
  EXPECT_THAT(rings({.as_of = AsOf(Date("1990"))}),
              ElementsAre("1-2-3 of bond 1, closed 1958-01-01 to 1958-12-31 by any"));
  EXPECT_THAT(rings(), ElementsAre("1-2-3-4 of bond 1, closed 2000-01-01 to 2000-12-31 by 1-4 2-4 3-4"));
}

TEST_F(Rings, ArePartOfNoLargerOneUnlessTheyAreDeclared) {
  bond({1, 2, 3}, Date{"1958"});
  for (const std::int64_t number : {1, 2, 3}) bond({number, 4}, Date{"1970"});
  bond({4, 5}, Date{"1980"});
  bond({5, 6}, Date{"1980"});
  bond({4, 6}, Date{"1990"});
  EXPECT_THAT(rings(), ElementsAre("1-2-3-4, closed 1970-01-01 to 1970-12-31 by 1-4 2-4 3-4",
                                   "1-2-3 of bond 1, closed 1958-01-01 to 1958-12-31 by any",
                                   "4-5-6, closed 1990-01-01 to 1990-12-31 by 4-6"));
}

TEST_F(Rings, AreNoMoreThanTheLimitBesideThoseThatAreDeclared) {
  bond({1, 2, 3});
  for (const auto& [one, other] : {std::pair(3, 4), {4, 5}, {3, 5}, {5, 6}, {1, 6}, {1, 5}}) bond({one, other});
  EXPECT_THAT(rings(), SizeIs(4));
  for (std::size_t limit = 0; limit < 4; ++limit) {
    EXPECT_THAT(rings({}, limit), SizeIs(1 + limit));
    EXPECT_THAT(rings({}, limit), testing::Contains(testing::HasSubstr("1-2-3 of bond 1")));
  }
}

TEST_F(Rings, AreKnownAsOfAMoment) {
  book_.clock().set(support::noon(2026, 6, 1));
  bond({1, 2}, Date{"1959"});
  bond({2, 3}, Date{"1964"});
  book_.clock().set(support::noon(2026, 6, 10));
  bond({1, 3}, Date{"1976"});
  const auto known = [&](const std::string& date) {
    return book_.registry().read(KnownAt(Date(date)), [](const Snapshot& then) { return Network::rings(then); });
  };
  EXPECT_THAT(known("2026-06-05"), IsEmpty());
  ASSERT_THAT(known("2026-06-11"), SizeIs(1));
  EXPECT_EQ(told(known("2026-06-11").front()), "1-2-3, closed 1976-01-01 to 1976-12-31 by 1-3");
}

TEST_F(Rings, AreNoneWithoutTwoSides) {
  EXPECT_THAT(rings(), IsEmpty());
  bond({1, 2});
  bond({2, 3});
  EXPECT_THAT(rings(), IsEmpty());
}

}  // namespace
}  // namespace twinning
