// Questions about cities and what they were called.

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
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<CityId> ids_of(const std::vector<City>& cities) {
  std::vector<CityId> ids;
  for (const City& city : cities) ids.push_back(city.id);
  return ids;
}

TEST(Cities, ThatAreNotThereAreFoundByNobody) {
  const Book book;
  book.ask([](const Snapshot& now) {
    EXPECT_EQ(now.find_city(CityId(7)), std::nullopt);
    EXPECT_EQ(now.find_city("Atlantis"), std::nullopt);
    EXPECT_THAT(now.cities_named("Atlantis"), IsEmpty());
    EXPECT_THAT(now.cities_identified("wikidata", "Q1"), IsEmpty());
    EXPECT_THAT(now.names(CityId(7)), IsEmpty());
    EXPECT_THAT(now.twins(CityId(7)), IsEmpty());
    const Error getting = error_of([&] { now.get_city(CityId(7)); });
    EXPECT_EQ(getting.category(), ErrorCategory::not_found);
    EXPECT_THAT(getting.what(), HasSubstr("7"));
    const Error naming = error_of([&] { now.name_on(CityId(7)); });
    EXPECT_EQ(naming.category(), ErrorCategory::not_found);
    EXPECT_THAT(naming.what(), HasSubstr("7"));
  });
}

TEST(Cities, AreFoundByNamesOfAnyEraAndLanguage) {
  Book book;
  const CityId city = book.city("Volgograd", "RU");
  book.name(city, {.name = "Stalingrad", .since = Date{"1925"}, .until = Date{"1961"}});
  book.name(city, {.name = "Волгоград", .language = "ru", .kind = NameKind::endonym});
  book.ask([&](const Snapshot& now) {
    for (const char* const name : {"Volgograd", "Stalingrad", "Волгоград"}) {
      ASSERT_TRUE(now.find_city(name)) << name;
      EXPECT_EQ(now.find_city(name)->id, city) << name;
      EXPECT_TRUE(now.find_city(name, Country("RU"))) << name;
      EXPECT_FALSE(now.find_city(name, Country("GB"))) << name;
    }
    EXPECT_EQ(now.find_city("volgograd")->name, "Volgograd");
  });
}

TEST(Cities, WithOneNameAreToldApartByTheCountryOrListed) {
  Book book;
  const CityId jamaican = book.city("Kingston", "JM");
  const CityId british = book.city("Kingston", "GB");
  const CityId nowhere = book.city("Kingston");
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.find_city("Kingston", Country("JM")).value().id, jamaican);
    const Error error = error_of([&] { now.find_city("Kingston"); });
    EXPECT_EQ(error.category(), ErrorCategory::ambiguous);
    EXPECT_TRUE(support::is_one_line(error.what())) << error.what();
    for (const char* const part : {"\"Kingston\"", "JM, id 1", "GB, id 2", "no country, id 3"}) {
      EXPECT_THAT(error.what(), HasSubstr(part));
    }
    EXPECT_THAT(ids_of(now.cities_named("Kingston")), testing::UnorderedElementsAre(jamaican, british, nowhere));
  });
}

TEST(Cities, WhoseNameItIsTodayComeFirst) {
  Book book;
  const CityId former = book.city("Mumbai", "IN");
  book.name(former, {.name = "Bombay", .until = Date{"1995"}});
  const CityId present = book.city("Bombay", "US");
  book.ask([&](const Snapshot& now) { EXPECT_THAT(ids_of(now.cities_named("Bombay")), ElementsAre(present, former)); });
}

TEST(Cities, AreOneThoughTwoOfTheirNamesAreTheSame) {
  Book book;
  const CityId city = book.city("Saint Petersburg");
  book.name(city, {.name = "Saint Petersburg", .until = Date{"1914"}});
  book.name(city, {.name = "Saint Petersburg", .language = "en", .kind = NameKind::exonym});
  EXPECT_EQ(book.ask([](const Snapshot& now) { return now.find_city("Saint Petersburg"); }).value().id, city);
}

TEST(Cities, AreFoundByIdentifier) {
  Book book;
  const CityId coventry = book.city("Coventry");
  const CityId copy = book.city("Coventry again");
  book.registry().write([&](Transaction& tx) {
    tx.add_identifier(coventry, {.scheme = IdentifierScheme::wikidata, .value = "Q6225"});
    tx.add_identifier(copy, {.scheme = IdentifierScheme::wikidata, .value = "Q6225"});
    tx.add_identifier(coventry, {.scheme = IdentifierScheme::geonames, .value = "2652221"});
  });
  book.ask([&](const Snapshot& now) {
    EXPECT_THAT(ids_of(now.cities_identified("wikidata", "Q6225")), ElementsAre(coventry, copy));
    EXPECT_THAT(ids_of(now.cities_identified("geonames", "2652221")), ElementsAre(coventry));
    EXPECT_THAT(now.cities_identified("geonames", "Q6225"), IsEmpty());
  });
}

TEST(Cities, AreVisitedByName) {
  Book book;
  for (const char* const name : {"Warsaw", "Arnhem", "Kiel"}) book.city(name);
  std::vector<std::string> names;
  book.ask([&](const Snapshot& now) { now.for_each_city([&](const City& city) { names.push_back(city.name); }); });
  EXPECT_THAT(names, ElementsAre("Arnhem", "Kiel", "Warsaw"));
}

TEST(Names, AreListedOldestFirst) {
  Book book;
  const CityId city = book.city("Volgograd");
  book.name(city, {.name = "Stalingrad", .since = Date{"1925"}, .until = Date{"1961"}});
  book.name(city, {.name = "Tsaritsyn", .since = Date{"1589"}, .until = Date{"1925"}});
  const auto names = book.ask([&](const Snapshot& now) { return now.names(city); });
  ASSERT_EQ(names.size(), 2U);
  EXPECT_EQ(names[0].name, "Tsaritsyn");
  EXPECT_EQ(names[1].name, "Stalingrad");
}

TEST(CitiesMeant, AreFoundByAnySpelling) {
  Book book;
  const CityId lodz = book.city("Łódź", "PL");
  const CityId orleans = book.city("Orléans", "FR");
  const CityId new_one = book.city("Orleans", "US");
  const CityId volgograd = book.city("Volgograd", "RU");
  book.name(volgograd, {.name = "Сталинград"});
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.get_city("lodz").id, lodz);
    EXPECT_EQ(now.get_city("ŁÓDŹ").id, lodz);
    EXPECT_EQ(now.get_city("сталинград").id, volgograd);
    EXPECT_EQ(now.get_city("Orléans").id, orleans) << "spelt exactly so";
    EXPECT_EQ(now.get_city("Orleans").id, new_one) << "spelt exactly so";
    EXPECT_EQ(error_of([&] { now.get_city("orleans"); }).category(), ErrorCategory::ambiguous);
    EXPECT_EQ(now.get_city("orleans, France").id, orleans);
    EXPECT_EQ(now.get_city("Orleans, US").id, new_one);
  });
}

TEST(CitiesMeant, MayHaveAComma) {
  Book book;
  const CityId windsor = book.city("Windsor, Ontario", "CA");
  const CityId kingston = book.city("Kingston", "JM");
  book.city("Kingston", "CA");
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.get_city("windsor, ontario").id, windsor);
    EXPECT_EQ(now.get_city("Kingston, JM").id, kingston);
    EXPECT_EQ(now.get_city("Kingston, jamaica").id, kingston);
    EXPECT_EQ(now.get_city("kingston,JAM").id, kingston);
    const Error land = error_of([&] { now.get_city("Kingston, Nowhere"); });
    EXPECT_EQ(land.category(), ErrorCategory::not_found);
    EXPECT_THAT(land.what(), HasSubstr("Nowhere"));
    EXPECT_THAT(error_of([&] { now.get_city("Kingston, FR"); }).what(), HasSubstr("in FR"));
  });
}

TEST(CitiesMeant, MayBeNamedByAnIdentifier) {
  Book book;
  const CityId city = book.city("Coventry", "GB");
  book.registry().write([&](Transaction& tx) { tx.add_identifier(city, {.scheme = "wikidata", .value = "Q6225"}); });
  book.ask([&](const Snapshot& now) {
    const City found = now.get_city("wikidata:Q6225");
    EXPECT_EQ(found.id, city);
    EXPECT_EQ(now.get_city("Q6225").id, city);
    EXPECT_EQ(now.get_city("http://www.wikidata.org/entity/Q6225").id, city);
    EXPECT_EQ(now.get_city("id:" + std::to_string(city.value())).id, city);
    EXPECT_EQ(now.get_city("uid:" + found.uid).id, city);
    for (const char* const words : {"wikidata:Q1", "Q1", "Q", "id:99", "id:x", "uid:", "", ":", ",", "Nowhere"}) {
      EXPECT_EQ(error_of([&] { now.get_city(words); }).category(), ErrorCategory::not_found) << words;
    }
  });
}

TEST(Countries, AreFoundByNameAndCode) {
  Book book;
  book.ask([&](const Snapshot& now) {
    const auto code = [&](const char* name) {
      const auto country = now.find_country(name);
      return country ? country->text() : "none";
    };
    EXPECT_EQ(code("GB"), "GB");
    EXPECT_EQ(code("gb"), "GB");
    EXPECT_EQ(code("GBR"), "GB");
    EXPECT_EQ(code("United Kingdom"), "GB");
    EXPECT_EQ(code("Soviet Union"), "SU");
    EXPECT_EQ(code("Czechoslovakia"), "CS");
    EXPECT_EQ(code("South Korea"), "KR");
    EXPECT_EQ(code("Czech Republic"), "CZ");
    EXPECT_EQ(code("Côte d'Ivoire"), "CI");
    EXPECT_EQ(code("cote d’ivoire"), "CI");
    EXPECT_EQ(code("Atlantis"), "none");
    EXPECT_EQ(code("ZZ"), "none");
    EXPECT_EQ(code("1"), "none");
    EXPECT_EQ(code("12"), "none");
    EXPECT_EQ(code(""), "none");
  });
}

struct DatedName {
  std::string day;
  std::string name;
};

TEST(NamesOnADay, FollowTheRenamings) {
  // Renamed three times, once back; the renamings are known to the day, the month and the year.
  Book book;
  const CityId city = book.city("Volgograd");
  book.name(city, {.name = "Tsaritsyn", .since = Date{"1589"}, .until = Date{"1925-04-10"}});
  book.name(city, {.name = "Stalingrad", .since = Date{"1925-04-10"}, .until = Date{"1961-11"}});
  book.name(city, {.name = "Volgograd", .kind = NameKind::official, .since = Date{"1961-11"}});
  book.name(city, {.name = "Hero City", .kind = NameKind::nickname, .since = Date{"1945-05-01"}});
  book.name(city, {.name = "Wolgograd", .language = "de", .kind = NameKind::exonym});
  const std::vector<DatedName> names = {
      {"1500", "Volgograd"},  // before the first name that is known
      {"1589-12-31", "Tsaritsyn"}, {"1925-04-09", "Tsaritsyn"},  {"1925-04-10", "Stalingrad"},
      {"1925", "Stalingrad"},      {"1944-06-06", "Stalingrad"}, {"1961-10-31", "Stalingrad"},
      {"1961-11-30", "Volgograd"}, {"1961-12-01", "Volgograd"},  {"2020", "Volgograd"}};
  for (const auto& [day, name] : names) {
    const AsOf as_of{Date{day}};
    EXPECT_EQ(book.ask([&](const Snapshot& now) { return now.name_on(city, as_of); }), name) << day;
  }
}

TEST(NamesOnADay, AreTodaysWhereNoneIsDated) {
  Book book;
  const CityId city = book.city("Volgograd");
  book.name(city, {.name = "Stalingrad"});
  EXPECT_EQ(book.ask([&](const Snapshot& now) { return now.name_on(city, AsOf{Date{"1944"}}); }), "Volgograd");
}

TEST(NamesOnADay, HaveAnOpenBeginning) {
  Book book;
  const CityId city = book.city("Chennai");
  book.name(city, {.name = "Madras", .until = Date{"1996"}});
  book.ask([&](const Snapshot& now) {
    EXPECT_EQ(now.name_on(city, AsOf{Date{"0836"}}), "Madras");
    EXPECT_EQ(now.name_on(city, AsOf{Date{"1997"}}), "Chennai");
  });
}

TEST(AsOfADay, NeedsALastDay) {
  const Error error = error_of([] { AsOf{Date{"1998/.."}}; });
  EXPECT_EQ(error.category(), ErrorCategory::invalid_argument);
  EXPECT_THAT(error.what(), HasSubstr("1998/.."));
  EXPECT_EQ(AsOf{Date{"1944-02"}}.day(), AsOf{Date{"1944-02-29"}}.day());
  EXPECT_EQ(AsOf{}.day(), std::nullopt);
}

TEST(Ambiguous, NamesShowAFewOfTheCandidates) {
  Book book;
  for (int number = 0; number < 80; ++number) book.city("Springfield", "US");
  const Error error = error_of([&] { book.ask([](const Snapshot& now) { now.find_city("Springfield"); }); });
  EXPECT_EQ(error.category(), ErrorCategory::ambiguous);
  EXPECT_NE(std::string(error.what()).find("and 72 more"), std::string::npos) << error.what();
}

}  // namespace
}  // namespace twinning
