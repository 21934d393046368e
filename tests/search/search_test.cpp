// What a search finds, in which order, and what it says of it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include <twinning/twinning.hpp>

#include "api/book.hpp"
#include "support/database.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using support::Book;
using support::error_of;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Texts = std::vector<std::string>;

/// "Coventry exact", "Coventry near 1".
Texts told(const std::vector<FoundCity>& found) {
  Texts texts;
  for (const FoundCity& row : found) {
    texts.push_back(row.name + " " + std::string(to_string(row.match)) +
                    (row.match == Match::near ? " " + std::to_string(row.distance) : ""));
    if (row.match != Match::near) {
      EXPECT_EQ(row.distance, 0);
    }
  }
  return texts;
}

Texts search(const Book& book, const std::string& text, std::size_t limit = 20) {
  return told(book.ask([&](const Snapshot& now) { return now.search_cities(text, limit); }));
}

CityId city(Book& book, const std::string& name, const std::optional<Country>& country, std::int64_t population) {
  return book.registry().write(
      [&](Transaction& tx) { return tx.add_city({.name = name, .country = country, .population = population}); });
}

TEST(Search, PutsExactBeforePrefix) {
  Book book;
  city(book, "Yorktown", {}, 9'000'000);
  city(book, "York", {}, 10);
  EXPECT_THAT(search(book, "york"), ElementsAre("York exact", "Yorktown prefix"));
}

TEST(Search, PutsPrefixBeforeNearAndNearByDistance) {
  Book book;
  city(book, "Corentry", {}, 9'000'000);
  city(book, "Covertry Hill", {}, 10);
  city(book, "Covertre", {}, 10);
  EXPECT_THAT(search(book, "covertry"), ElementsAre("Covertry Hill prefix", "Covertre near 1", "Corentry near 2"));
}

TEST(Search, PutsGreaterCitiesThenNamesInUseThenTheAlphabetFirst) {
  Book book;
  const CityId former = city(book, "Greatest", {}, 100);
  book.name(former, {
                        .name = "Springfield",
                        .until = Date{"1900"},
                    });
  city(book, "Springfield", "US", 10);
  city(book, "Springfield", "CA", 20);
  city(book, "Springfields B", {}, 5);
  city(book, "Springfields A", {}, 5);
  book.city("Springfields 0");
  const CityId foreign = city(book, "Feldbach", {}, 15);
  book.name(foreign, {.name = "Springfield", .kind = NameKind::exonym});
  const auto found = book.ask([](const Snapshot& now) { return now.search_cities("springfield"); });
  std::vector<std::optional<std::int64_t>> populations;
  for (const FoundCity& row : found) populations.push_back(row.city.population);
  EXPECT_THAT(populations, ElementsAre(20, 15, 10, 100, 5, 5, std::nullopt));
  EXPECT_EQ(found[4].name, "Springfields A");
}

TEST(Search, PutsTheFormerNameOfAMetropolisBeforeAVillageOfThatName) {
  Book book;
  book.city("Calcutta", "US");
  city(book, "Calcutta", "BZ", 700);
  const CityId kolkata = city(book, "Kolkata", "IN", 4'500'000);
  book.name(kolkata, {.name = "Calcutta", .kind = NameKind::former});
  for (const char* text : {"calcutta", "calcut", "calcuta"}) {
    const auto found = book.ask([&](const Snapshot& now) { return now.search_cities(text); });
    ASSERT_EQ(found.size(), 3U) << text;
    EXPECT_EQ(found.front().city.id, kolkata) << text;
  }
}

TEST(Search, FindsAnAbbreviationWithoutABlank) {
  Book book;
  book.city("St.Gallen");
  for (const char* text : {"sankt gallen", "st gallen", "St. Gallen", "st.gallen"}) {
    EXPECT_THAT(search(book, text), ElementsAre("St.Gallen exact")) << text;
  }
}

// Of two letters that are a word each, one is half the name.
TEST(Search, TakesNoShortChineseOrKoreanNameForAnother) {
  Book book;
  book.city("北京");
  book.city("서울");
  book.city("呼和浩特");
  EXPECT_THAT(search(book, "東京"), IsEmpty());
  EXPECT_THAT(search(book, "서을"), IsEmpty());
  EXPECT_THAT(search(book, "北京"), ElementsAre("北京 exact"));
  EXPECT_THAT(search(book, "呼和浩"), ElementsAre("呼和浩特 prefix"));
  EXPECT_THAT(search(book, "呼合浩特"), ElementsAre("呼和浩特 near 1"));
}

TEST(Search, ReadsWAndVAlike) {
  Book book;
  city(book, "Krakovany", "CZ", 1000);
  book.city("Kraków");
  book.city("Rostov");
  EXPECT_THAT(search(book, "krakov"), ElementsAre("Kraków exact", "Krakovany prefix"));
  EXPECT_THAT(search(book, "Rostow"), ElementsAre("Rostov exact"));
}

TEST(Search, NarrowsToACountry) {
  Book book;
  city(book, "Kingston", "JM", 10);
  city(book, "Kingston", "GB", 1000);
  book.city("Windsor, Ontario", "CA");
  for (const char* text : {"kingston, jm", "kingstn, Jamaica", "kingst, JAM"}) {
    const auto found = book.ask([&](const Snapshot& now) { return now.search_cities(text); });
    ASSERT_EQ(found.size(), 1U) << text;
    EXPECT_EQ(found.front().city.country, Country("JM"));
  }
  EXPECT_THAT(search(book, "windsor, ontario"), ElementsAre("Windsor, Ontario exact"));
  book.city("Salem, MA", "US");
  book.city("Sale", "MA");
  EXPECT_THAT(search(book, "salem, ma"), ElementsAre("Salem, MA exact"));
  EXPECT_THAT(search(book, "sale, ma"), ElementsAre("Sale exact"));
}

TEST(Search, TakesIdentifiers) {
  Book book;
  const CityId coventry = book.city("Coventry", "GB");
  book.registry().write(
      [&](Transaction& tx) { tx.add_identifier(coventry, {.scheme = "wikidata", .value = "Q6225"}); });
  for (const char* text : {"id:1", "wikidata:Q6225", "Q6225"}) {
    EXPECT_THAT(search(book, text), ElementsAre("Coventry exact")) << text;
  }
  EXPECT_THAT(search(book, "id:01"), IsEmpty());
  EXPECT_THAT(search(book, "id:2"), IsEmpty());
}

TEST(Search, GivesACityOnceByItsBestName) {
  Book book;
  const CityId moscow = book.city("Moscow", "RU");
  book.name(moscow, {.name = "Moskau", .kind = NameKind::exonym});
  book.name(moscow, {.name = "Moskva", .kind = NameKind::exonym});
  EXPECT_THAT(search(book, "mosk"), ElementsAre("Moskau prefix"));
  EXPECT_THAT(search(book, "moskva"), ElementsAre("Moskva exact"));
}

TEST(Search, GivesNoMoreThanTheLimit) {
  Book book;
  for (int i = 0; i < 9; ++i) city(book, "Springfield", {}, i);
  EXPECT_EQ(search(book, "springfield", 4).size(), 4U);
  EXPECT_EQ(search(book, "spring", 4).size(), 4U);
  EXPECT_EQ(search(book, "springfeld", 4).size(), 4U);
  EXPECT_EQ(search(book, "id:1", 1).size(), 1U);
  EXPECT_THAT(search(book, "springfield", 0), IsEmpty());
  const auto best = book.ask([](const Snapshot& now) { return now.search_cities("sprngfield", 1); });
  ASSERT_EQ(best.size(), 1U);
  EXPECT_EQ(best.front().city.population, 8);
}

TEST(Search, CountsCitiesAndNotTheirNames) {
  Book book;
  const CityId many = book.city("Springfielt");
  for (const char* name : {"Springfiel", "Springfieldx", "Spingfield"}) book.name(many, {.name = name});
  book.city("Sprinfielt");
  EXPECT_EQ(search(book, "springfield", 2).size(), 2U);
}

TEST(Search, FindsNothingInNothing) {
  Book book;
  EXPECT_THAT(search(book, "york"), IsEmpty());
  book.city("York");
  for (const char* text : {"", " ", "...", ",", ", GB", "\xff", "zzzzzzzz"}) EXPECT_THAT(search(book, text), IsEmpty());
  EXPECT_THAT(search(book, std::string(100'000, 'y')), IsEmpty());
}

TEST(Search, AllowsMoreLettersOfLongerNames) {
  Book book;
  for (const char* name : {"Bari", "Dresden", "Philadelphia"}) book.city(name);
  EXPECT_THAT(search(book, "baru"), ElementsAre("Bari near 1"));
  EXPECT_THAT(search(book, "bxru"), IsEmpty());
  EXPECT_THAT(search(book, "drxsdxn"), ElementsAre("Dresden near 2"));
  EXPECT_THAT(search(book, "drxxdxn"), IsEmpty());
  EXPECT_THAT(search(book, "phixxdelphxa"), ElementsAre("Philadelphia near 3"));
  EXPECT_THAT(search(book, "phixxdelxhxa"), IsEmpty());
}

TEST(Search, CountsSwappedAndDoubledAndLostLettersOnce) {
  Book book;
  book.city("Dresden");
  for (const char* text : {"rdesden", "drsden", "dreesden", "dresdem"}) {
    EXPECT_THAT(search(book, text), ElementsAre("Dresden near 1")) << text;
  }
}

TEST(Search, TakesWordsThatPeopleSwapForOneAnother) {
  Book book;
  book.city("Saint Petersburg");
  book.city("Sankt Gallen");
  book.city("Mount Isa");
  EXPECT_THAT(search(book, "st. petersburg"), ElementsAre("Saint Petersburg exact"));
  EXPECT_THAT(search(book, "sankt petersb"), ElementsAre("Saint Petersburg prefix"));
  EXPECT_THAT(search(book, "st peterburg"), ElementsAre("Saint Petersburg near 1"));
  EXPECT_THAT(search(book, "st gallen"), ElementsAre("Sankt Gallen exact"));
  EXPECT_THAT(search(book, "mt isa"), ElementsAre("Mount Isa exact"));
}

TEST(Search, TakesArticlesAndWordsInAnotherOrder) {
  Book book;
  for (const char* name : {"The Hague", "Homburg", "L'Aquila", "New York"}) book.city(name);
  EXPECT_THAT(search(book, "hague"), ElementsAre("The Hague exact"));
  EXPECT_THAT(search(book, "bad homburg"), ElementsAre("Homburg exact"));
  EXPECT_THAT(search(book, "l aquila"), ElementsAre("L'Aquila exact"));
  EXPECT_THAT(search(book, "york new"), ElementsAre("New York exact"));
  EXPECT_THAT(search(book, "newyork"), ElementsAre("New York near 1"));
}

TEST(Search, ReadsCyrillicAndGreekInLatin) {
  Book book;
  for (const char* name : {"Москва", "Київ", "Харків", "Θεσσαλονίκη", "Coventry"}) book.city(name);
  EXPECT_THAT(search(book, "moskva"), ElementsAre("Москва exact"));
  EXPECT_THAT(search(book, "moskwa"), ElementsAre("Москва near 1"));
  EXPECT_THAT(search(book, "kharkiv"), ElementsAre("Харків exact"));
  EXPECT_THAT(search(book, "thessaloniki"), ElementsAre("Θεσσαλονίκη exact"));
  EXPECT_THAT(search(book, "ковентри"), ElementsAre("Coventry near 2"));
}

TEST(Search, FindsNamesThatNobodyHasFoldedYet) {
  const support::TemporaryFile file;
  Registry::create(file.path().string());
  support::Database(file.path())
      .run(
          "INSERT INTO city (name) VALUES ('Łódź'), ('Saint-Étienne');"
          "INSERT INTO city_name (city_id, name) VALUES (1, 'Lódź-on-Łódka')");
  const Registry registry = Registry::open(file.path().string(), {.mode = Mode::read_only});
  registry.read([](const Snapshot& now) {
    EXPECT_THAT(told(now.search_cities("lodz")), ElementsAre("Łódź exact"));
    EXPECT_THAT(told(now.search_cities("Łó")), ElementsAre("Łódź prefix"));
    EXPECT_THAT(told(now.search_cities("st etiene")), ElementsAre("Saint-Étienne near 1"));
    EXPECT_THAT(told(now.search_cities("lodz on lodka")), ElementsAre("Lódź-on-Łódka exact"));
  });
}

TEST(Search, KnowsOfAMomentWhatWasKnownThen) {
  Book book;
  const CityId volgograd = book.city("Volgograd");
  book.clock().set(support::noon(2026, 7, 1));
  book.name(volgograd, {.name = "Stalingrad"});
  const auto then = [&](const Snapshot& known) { return told(known.search_cities("stalingard")); };
  EXPECT_THAT(book.registry().read(KnownAt{support::noon(2026, 6, 20)}, then), IsEmpty());
  EXPECT_THAT(book.registry().read(KnownAt{support::noon(2026, 7, 2)}, then), ElementsAre("Stalingrad near 1"));
}

TEST(CitiesNotFound, AreAnsweredWithTheNearest) {
  Book book;
  book.city("Coventry", "GB");
  const CityId volgograd = book.city("Volgograd", "RU");
  book.name(volgograd, {.name = "Stalingrad"});
  const auto message = [&](const char* words) {
    return std::string(error_of([&] { book.ask([&](const Snapshot& now) { now.get_city(words); }); }).what());
  };
  EXPECT_EQ(message("Covntry"), "there is no city called \"Covntry\": did you mean Coventry, GB (id 1)?");
  EXPECT_EQ(message("Stalingard"),
            "there is no city called \"Stalingard\": did you mean Stalingrad (Volgograd, RU, id 2)?");
  EXPECT_EQ(message("Covntry, GB"),
            "there is no city called \"Covntry, GB\": none of that name in GB; did you mean Coventry, GB (id 1)?");
  EXPECT_THAT(message("Xyzzyx"), HasSubstr("look at its spelling"));
  book.city("Coventri");
  book.city("Coventrx");
  book.city("Coventrw");
  EXPECT_EQ(message("Coventr"),
            "there is no city called \"Coventr\": did you mean Coventri (id 3), Coventrw (id 5) or Coventrx (id 4)?");
}

TEST(Ambiguous, NamesOfOneCountryAreToldApartByWhatDiffers) {
  Book book;
  book.registry().write([](Transaction& tx) {
    const CityId first = tx.add_city({.name = "Springfield", .country = "US"});
    tx.add_identifier(first, {.scheme = "wikidata", .value = "Q28515"});
    tx.add_city({.name = "Springfield", .country = "US", .coordinates = Coordinates{42.1, -72.59}});
    tx.add_city({.name = "Springfield", .country = "US", .population = 169'000});
    tx.add_city({.name = "Springfield", .kind = CityKind::county, .country = "US"});
    const CityId other = tx.add_city({.name = "Springfield", .country = "CA"});
    tx.add_identifier(other, {.scheme = "wikidata", .value = "Q1"});
  });
  EXPECT_EQ(std::string(error_of([&] { book.ask([](const Snapshot& now) { now.get_city("Springfield"); }); }).what()),
            "several cities are or were called \"Springfield\": Springfield (CA, id 5), Springfield (US, id 1, "
            "wikidata:Q28515), Springfield (US, id 2, at 42.10 -72.59), Springfield (US, id 3, 169000 people), "
            "Springfield (US, id 4, county); name the country, or take the id");
}

}  // namespace
}  // namespace twinning
