// Counts, and what is known and what is not.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include <twinning/twinning.hpp>

#include "api/book.hpp"

namespace twinning {
namespace {

using support::Book;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> words_of(const std::vector<TwinCount>& counts) {
  std::vector<std::string> words;
  for (const TwinCount& count : counts) words.push_back(count.name + " " + std::to_string(count.twins));
  return words;
}

std::vector<std::string> words_of(const std::vector<DecadeCount>& counts) {
  std::vector<std::string> words;
  for (const DecadeCount& count : counts) {
    words.push_back((count.decade ? std::to_string(*count.decade) : "open") + " " + std::to_string(count.formed) + " " +
                    std::to_string(count.ended));
  }
  return words;
}

std::vector<std::string> words_of(const std::vector<CountryPairCount>& counts) {
  std::vector<std::string> words;
  for (const CountryPairCount& count : counts) {
    words.push_back(count.a.text() + " " + count.b.text() + " " + std::to_string(count.bonds));
  }
  return words;
}

std::vector<std::string> words_of(const std::vector<ReasonCount>& counts) {
  std::vector<std::string> words;
  for (const ReasonCount& count : counts) {
    words.push_back((count.reason ? count.reason->text() : "none") + " " + std::to_string(count.bonds));
  }
  return words;
}

TEST(NoFigures, AreThereForAnEmptyRegistry) {
  const Book book;
  book.ask([](const Snapshot& now) {
    EXPECT_THAT(now.most_twinned(), IsEmpty());
    EXPECT_THAT(now.bonds_per_decade(), IsEmpty());
    EXPECT_THAT(now.country_pairs(), IsEmpty());
    EXPECT_THAT(now.ended_by_reason(), IsEmpty());
    EXPECT_THAT(now.unexplained_bonds(), IsEmpty());
    EXPECT_THAT(now.rivals(), IsEmpty());
    EXPECT_THAT(now.keepsakes(), IsEmpty());
    EXPECT_THAT(now.anomalies(), IsEmpty());
  });
}

/// Three cities of two countries; two bonds of one pair, one of them ended in 2000.
class Figures : public testing::Test {
 protected:
  Figures() {
    book_.form({.parties = {coventry_, volgograd_}, .date = Date{"1944"}, .reason = "wartime_solidarity"});
    const BondId second = book_.bond({coventry_, volgograd_}, Date{"1950"});
    book_.act(second, {.kind = EventKind::cut, .date = Date{"2000-01-01"}, .reason = "cost"});
    book_.bond({coventry_, leeds_}, Date{"1951-03"});
  }

  Book book_;
  CityId coventry_ = book_.city("Coventry", "GB");
  CityId volgograd_ = book_.city("Volgograd", "RU");
  CityId leeds_ = book_.city("Leeds", "GB");
};

TEST_F(Figures, MostTwinnedCountsATwinOnceHoweverManyBonds) {
  book_.ask([&](const Snapshot& now) {
    EXPECT_THAT(words_of(now.most_twinned()), ElementsAre("Coventry 2", "Leeds 1", "Volgograd 1"));
    EXPECT_THAT(words_of(now.most_twinned(1)), ElementsAre("Coventry 2"));
    EXPECT_THAT(now.most_twinned(0), IsEmpty());
    EXPECT_THAT(words_of(now.most_twinned(10, AsOf{Date{"1945"}})), ElementsAre("Coventry 1", "Volgograd 1"));
    EXPECT_EQ(now.most_twinned().front().city, coventry_);
    EXPECT_EQ(now.most_twinned().front().country, Country("GB"));
  });
}

TEST_F(Figures, MostTwinnedCountsATwinThatIsOnlyPossible) {
  EXPECT_THAT(words_of(book_.ask([](const Snapshot& now) { return now.most_twinned(9, AsOf{Date{"1944-05-01"}}); })),
              ElementsAre("Coventry 1", "Volgograd 1"));
}

TEST_F(Figures, BondsPerDecadeCountFormingsAndEnds) {
  const auto decades = [&] { return words_of(book_.ask([](const Snapshot& now) { return now.bonds_per_decade(); })); };
  EXPECT_THAT(decades(), ElementsAre("1940 1 0", "1950 2 0", "2000 0 1"));
  book_.bond({leeds_, volgograd_}, Date{"[1959,1960]"});
  book_.bond({leeds_, volgograd_});
  book_.bond({leeds_, volgograd_}, Date{"194X"});
  EXPECT_THAT(decades(), ElementsAre("1940 2 0", "1950 2 0", "1960 0 0", "2000 0 1", "2020 0 0", "open 2 0"));
}

TEST_F(Figures, InForceByYearEndWithTheLastYearThatIsOver) {
  const auto years = [&](const char* day) {
    std::vector<std::string> words;
    for (const YearCount& count :
         book_.ask([&](const Snapshot& now) { return now.in_force_by_year(AsOf{Date{day}}); })) {
      words.push_back(std::to_string(count.year) + " " + std::to_string(count.bonds));
    }
    return words;
  };
  EXPECT_THAT(years("1946-12-30"), ElementsAre("1944 1", "1945 1"));
  EXPECT_THAT(years("1946-12-31"), ElementsAre("1944 1", "1945 1", "1946 1"));
  EXPECT_THAT(years("1944-12-30"), IsEmpty());
  EXPECT_THAT(years("1900"), IsEmpty()) << "no bond had begun";
  EXPECT_EQ(years("9999").back(), "9999 2");
}

TEST(NoFigures, AreThereByYearWithoutADate) {
  Book book;
  book.bond({book.city("Coventry", "GB"), book.city("Volgograd", "RU")});
  EXPECT_THAT(book.ask([](const Snapshot& now) { return now.in_force_by_year(); }), IsEmpty());
}

TEST_F(Figures, CountryPairsCountBondsBetweenAndWithinCountries) {
  book_.ask([&](const Snapshot& now) {
    EXPECT_THAT(words_of(now.country_pairs()), ElementsAre("GB GB 1", "GB RU 1"));
    EXPECT_THAT(words_of(now.country_pairs(AsOf{Date{"1999"}})), ElementsAre("GB RU 2", "GB GB 1"));
    EXPECT_THAT(now.country_pairs(AsOf{Date{"1900"}}), IsEmpty());
  });
}

TEST_F(Figures, EndedByReasonCountsWhatWasGivenAndWhatWasNot) {
  for (int count = 0; count < 2; ++count) {
    const BondId bond = book_.bond({leeds_, volgograd_}, Date{"1960"});
    book_.act(bond, {.kind = EventKind::cut, .date = Date{"1970"}});
  }
  EXPECT_THAT(words_of(book_.ask([](const Snapshot& now) { return now.ended_by_reason(); })),
              ElementsAre("none 2", "cost 1"));
  EXPECT_THAT(words_of(book_.ask([](const Snapshot& now) { return now.ended_by_reason(AsOf{Date{"1999"}}); })),
              ElementsAre("none 2"));
}

TEST_F(Figures, HaveALowestFigureWhereTheDatesLeaveItOpen) {
  const BondId bond = book_.bond({leeds_, volgograd_}, Date{"1960/1970"});
  book_.act(bond, {.kind = EventKind::suspended, .date = Date{"1980/1990"}});
  book_.act(bond, {.kind = EventKind::cut, .date = Date{"2000/2010"}});
  const auto leeds = [&](const char* day) {
    return book_.ask([&](const Snapshot& now) {
      for (const TwinCount& count : now.most_twinned(9, AsOf{Date{day}})) {
        if (count.city == leeds_) return std::pair(count.certain, count.twins);
      }
      return std::pair(std::int64_t{0}, std::int64_t{0});
    });
  };
  const auto others = leeds("1959");
  const auto with = [&](std::int64_t certain, std::int64_t possible) {
    return std::pair(others.first + certain, others.second + possible);
  };
  EXPECT_EQ(leeds("1965"), with(0, 1));
  EXPECT_EQ(leeds("1975"), with(1, 1));
  EXPECT_EQ(leeds("1985"), with(1, 1)) << "whether it was paused is open, but not that it was in force";
  EXPECT_EQ(leeds("2005"), with(0, 1));
  book_.ask([&](const Snapshot& now) {
    for (const CountryPairCount& count : now.country_pairs(AsOf{Date{"1965"}})) {
      if (count.b == Country("RU")) {
        EXPECT_EQ(count.certain + 1, count.bonds);
      }
    }
    return 0;
  });
}

// A bond that its members left ends; where one joins again it goes on, and counts no more.
TEST_F(Figures, EndedByReasonLeavesOutWhatGoesOnAgain) {
  const auto ended = [&] { return words_of(book_.ask([](const Snapshot& now) { return now.ended_by_reason(); })); };
  const auto before = ended();
  const BondId bond = book_.bond({leeds_, volgograd_}, Date{"1960"});
  book_.act(bond, {.kind = EventKind::left, .date = Date{"1970"}, .by = leeds_});
  EXPECT_NE(ended(), before);
  book_.act(bond, {.kind = EventKind::joined, .date = Date{"1980"}, .by = leeds_});
  EXPECT_EQ(ended(), before);
}

TEST_F(Figures, UnexplainedBondsHaveNoReasonOrOneThatNobodyKnows) {
  const BondId unknown = book_.form({.parties = {leeds_, volgograd_}, .date = Date{"1960"}, .reason = Reason::unknown});
  const auto bonds = book_.ask([](const Snapshot& now) { return now.unexplained_bonds(); });
  ASSERT_THAT(bonds, SizeIs(3));
  EXPECT_EQ(bonds[0].parties, "Coventry - Volgograd");
  EXPECT_EQ(bonds[0].reason, std::nullopt);
  EXPECT_EQ(bonds[1].parties, "Coventry - Leeds");
  EXPECT_EQ(bonds[2].bond, unknown);
  EXPECT_EQ(bonds[2].reason, Reason(Reason::unknown));
}

// What is legal but odd
// ---------------------------------------------------------------------------------------------------------------

struct Oddity {
  std::string rule;
  std::function<void(Book&, CityId, CityId, CityId)> make;
};

void PrintTo(const Oddity& oddity, std::ostream* out) { *out << oddity.rule; }

class Oddities : public testing::TestWithParam<Oddity> {};

TEST_P(Oddities, AreReportedByTheirRule) {
  Book book;
  GetParam().make(book, book.city("Dull"), book.city("Boring"), book.city("Bland"));
  const auto anomalies = book.ask([](const Snapshot& now) { return now.anomalies(); });
  ASSERT_THAT(anomalies, testing::Not(IsEmpty()));
  for (const Anomaly& anomaly : anomalies) {
    EXPECT_EQ(anomaly.rule, GetParam().rule) << anomaly.explanation;
    EXPECT_TRUE(support::is_one_line(anomaly.explanation));
    EXPECT_TRUE(book.ask([&](const Snapshot& now) { return now.find_bond(anomaly.bond); }));
  }
}

std::vector<Oddity> oddities() {
  return {
      {"act_after_end",
       [](Book& book, CityId one, CityId other, CityId) {
         const BondId bond = book.bond({one, other}, Date{"1944"});
         book.act(bond, {.kind = EventKind::cut, .date = Date{"1950"}});
         book.act(bond, {.kind = EventKind::renewed, .date = Date{"1960"}});
       }},
      {"never_begun",
       [](Book& book, CityId one, CityId other, CityId) {
         book.act(book.blank_bond({one, other}), {.kind = EventKind::renewed, .date = Date{"1960"}});
       }},
      {"resumed_without_pause",
       [](Book& book, CityId one, CityId other, CityId) {
         book.act(book.bond({one, other}, Date{"1944"}), {.kind = EventKind::resumed, .date = Date{"1950"}});
       }},
      {"ended_alone",
       [](Book& book, CityId one, CityId other, CityId third) {
         const BondId bond = book.bond({one, other, third}, Date{"1944"});
         book.act(bond, {.kind = EventKind::cut, .date = Date{"1950"}, .by = other});
       }},
      {"exclusive_beside_another",
       [](Book& book, CityId one, CityId other, CityId third) {
         book.form({.parties = {one, other}, .date = Date{"1944"}, .exclusive = true});
         book.bond({one, third}, Date{"1950"});
       }},
      {"party_after_it_ceased",
       [](Book& book, CityId one, CityId, CityId) {
         const CityId gone = book.registry().write(
             [](Transaction& tx) { return tx.add_city({.name = "Gone", .until = Date{"1974-04-01"}}); });
         book.bond({one, gone}, Date{"1950"});
       }},
  };
}

INSTANTIATE_TEST_SUITE_P(All, Oddities, testing::ValuesIn(oddities()),
                         [](const auto& oddity) { return oddity.param.rule; });

TEST(Oddities, OfAnEndBeforeTheBeginningAreAllReported) {
  Book book;
  const BondId bond = book.bond({book.city("Dull"), book.city("Boring")}, Date{"1950"});
  const EventId end = book.act(bond, {.kind = EventKind::cut, .date = Date{"1944"}});
  const auto anomalies = book.ask([](const Snapshot& now) { return now.anomalies(); });
  ASSERT_THAT(anomalies, SizeIs(2));
  EXPECT_EQ(anomalies[0].rule, "act_after_end");
  EXPECT_EQ(anomalies[1].rule, "ended_before_formed");
  EXPECT_EQ(anomalies[1].bond, bond);
  EXPECT_EQ(anomalies[1].event, end);
}

TEST(Oddities, AreNoneInAnOrdinaryLife) {
  Book book;
  const CityId one = book.city("Dull");
  const BondId bond = book.bond({one, book.city("Boring")}, Date{"1944"});
  book.act(bond, {.kind = EventKind::suspended, .date = Date{"1950"}, .by = one});
  book.act(bond, {.kind = EventKind::resumed, .date = Date{"1951"}, .by = one});
  book.act(bond, {.kind = EventKind::cut, .date = Date{"1960"}, .by = one});
  EXPECT_THAT(book.ask([](const Snapshot& now) { return now.anomalies(); }), IsEmpty());
}

}  // namespace
}  // namespace twinning
