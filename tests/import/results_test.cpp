// Results of Wikidata's query service in each of its forms, and whole entities.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "import/imported.hpp"

namespace twinning {
namespace {

using support::acts_query;
using support::Imported;
using testing::HasSubstr;

constexpr const char* cities_query =
    "SELECT i.value, c.name, c.latitude, c.longitude, c.population, (SELECT group_concat(language, ',') FROM city_name "
    "WHERE city_id = c.id) FROM city AS c JOIN city_identifier AS i ON i.city_id = c.id ORDER BY i.value";

TEST(SimpleTsv, IsRead) {
  Imported imported;
  const ImportReport report = imported.take(
      "city\tcityLabel\tpopulation\tsister\tsisterLabel\tstart\n"
      "http://www.wikidata.org/entity/Q1707\tKiel\t1\thttp://www.wikidata.org/entity/Q70\tBern, the \"old\"\t"
      "1990-05-01T00:00:00Z\n");
  EXPECT_EQ(report.rows_added, 1);
  EXPECT_EQ(imported.rows(acts_query), "Bern, the \"old\" - Kiel|formed|1990-05-01|Kiel|normal\n");
}

TEST(SparqlTsv, IsTakenOutOfItsMarks) {
  Imported imported;
  const ImportReport report = imported.take(
      "?city\t?cityLabel\t?city_population\t?city_coordinate_location\t?sister\t?sisterLabel\t?start\t?startPrecision\n"
      "<http://www.wikidata.org/entity/Q1707>\t\"Kiel \\\"an der F\\u00f6rde\\\"\"@de\t"
      "\"246601\"^^<http://www.w3.org/2001/XMLSchema#decimal>\t"
      "\"Point(10.13 54.32)\"^^<http://www.opengis.net/ont/geosparql#wktLiteral>\t"
      "<http://www.wikidata.org/entity/Q70>\t\"Berne\"@fr\t"
      "\"1953-01-01T00:00:00Z\"^^<http://www.w3.org/2001/XMLSchema#dateTime>\t9\n"
      "<http://www.wikidata.org/entity/Q1707>\t\"Kiel\"@de\t246601\t\t<http://www.wikidata.org/entity/Q585>\t"
      "\"Oslo\"@no\t\t\n");
  EXPECT_EQ(report.rows_added, 2);
  EXPECT_EQ(report.rejected, 0);
  EXPECT_EQ(report.values_left_out, 0);
  EXPECT_EQ(imported.rows("SELECT e.kind, e.date, c.locator FROM bond_event AS e JOIN citation AS c ON c.event_id = "
                          "e.id ORDER BY e.id"),
            "formed|1953|line 2\nlisted|-|line 3\n");
  EXPECT_EQ(imported.rows(cities_query),
            "Q1707|Kiel \"an der Förde\"|54.32|10.13|246601|de,de\nQ585|Oslo|-|-|-|no\nQ70|Berne|-|-|-|fr\n");
}

TEST(SimpleJson, IsRead) {
  Imported imported;
  const std::string text = R"([{"city":"http://www.wikidata.org/entity/Q1707","cityLabel":"Kiel",
    "sister":"http://www.wikidata.org/entity/Q70","sisterLabel":"Bern"},
    {"city":"http://www.wikidata.org/entity/Q1707","cityLabel":"Kiel","sister":"http://www.wikidata.org/entity/Q585",
    "sisterLabel":"Oslo","start":"1990-05-01T00:00:00Z","startPrecision":"11"}])";
  const ImportReport report = imported.take(text, {}, "query.json");
  EXPECT_EQ(report.rows_added, 2);
  EXPECT_EQ(imported.rows(acts_query), "Bern - Kiel|listed|-|Kiel|normal\nKiel - Oslo|formed|1990-05-01|Kiel|normal\n")
      << "a row without a value has no key for it";
  EXPECT_EQ(imported.rows("SELECT locator FROM citation ORDER BY id"), "result 1\nresult 2\n");
}

TEST(SparqlJson, MayHaveItsResultsFirst) {
  Imported imported;
  const ImportReport report = imported.take(
      R"({"results":{"bindings":[
        {"city":{"type":"uri","value":"http://www.wikidata.org/entity/Q1"},"sister":{"type":"uri","value":"http://www.wikidata.org/entity/Q2"}},
        {"city":{"type":"uri","value":"http://www.wikidata.org/entity/Q1"},"sister":{"type":"uri","value":"http://www.wikidata.org/entity/Q3"},
         "start":{"type":"literal","value":"1990-05-01T00:00:00Z"}}]},"head":{"vars":["city","sister","start"]}})",
      {}, "query.json");
  EXPECT_EQ(report.rows_added, 2);
  EXPECT_EQ(imported.rows(acts_query), "Q1 - Q2|listed|-|Q1|normal\nQ1 - Q3|formed|1990-05-01|Q1|normal\n");
}

TEST(Results, KeepPointsOfAnotherGlobeOut) {
  Imported imported;
  const ImportReport report = imported.take(
      "city,city_coordinate_location,sister\nwd:Q1,<http://www.wikidata.org/entity/Q405> Point(1.5 2.5),wd:Q2\n");
  EXPECT_EQ(report.rows_added, 1);
  EXPECT_EQ(report.values_left_out, 1);
  EXPECT_EQ(imported.rows(cities_query), "Q1|Q1|-|-|-|-\nQ2|Q2|-|-|-|-\n");
}

TEST(Results, TakeUnknownValuesForNone) {
  Imported imported;
  const ImportReport report = imported.take(
      "city,cityLabel,city_population,city_coordinate_location,sister,start,end\n"
      "wd:Q1,Kiel,_:b1,_:b2,wd:Q2,_:b3,\n"
      "wd:Q1,Kiel,,,wd:Q3,http://www.wikidata.org/.well-known/genid/0123abc,\n"
      "wd:Q1,Kiel,,,wd:Q4,1990-01-01T00:00:00Z,t123456\n"
      "wd:Q1,Kiel,,,_:b4,,\n"
      "wd:Q1,Kiel,,,http://www.wikidata.org/.well-known/genid/0123abd,,\n");
  EXPECT_EQ(report.rows_added, 3);
  EXPECT_EQ(report.values_left_out, 0) << "nothing was said";
  EXPECT_EQ(imported.rows(acts_query),
            "Kiel - Q2|listed|-|Kiel|normal\nKiel - Q3|listed|-|Kiel|normal\nKiel - Q4|cut|-|Kiel|normal\n"
            "Kiel - Q4|formed|1990|Kiel|normal\n")
      << "an end of unknown date is an end";
  ASSERT_EQ(report.rejected, 2);
  EXPECT_EQ(report.rejected_rows[0].line, 5);
  EXPECT_EQ(report.rejected_rows[0].column, "sister");
}

TEST(Results, TakeUnknownValuesOfJsonForNone) {
  Imported imported;
  const ImportReport report = imported.take(
      R"({"head":{"vars":["city","sister","start"]},"results":{"bindings":[
        {"city":{"type":"uri","value":"http://www.wikidata.org/entity/Q1"},"sister":{"type":"bnode","value":"t1"}},
        {"city":{"type":"uri","value":"http://www.wikidata.org/entity/Q1"},"sister":{"type":"uri","value":"http://www.wikidata.org/entity/Q2"},"start":{"type":"bnode","value":"t2"}}]}})",
      {}, "query.json");
  EXPECT_EQ(report.rejected, 1);
  EXPECT_EQ(report.rows_added, 1);
}

TEST(Results, KeepTheIdentifierWhereThereIsNoLabel) {
  Imported imported;
  imported.take("city,cityLabel,sister,sisterLabel\nwd:Q1,Q1,wd:Q2,\n");
  EXPECT_EQ(imported.rows(cities_query), "Q1|Q1|-|-|-|-\nQ2|Q2|-|-|-|-\n");
  EXPECT_EQ(imported.rows("SELECT count(*) FROM city_name"), "0\n");
}

TEST(Results, HaveDatesWithTheirPrecision) {
  Imported imported;
  const ImportReport report = imported.take(
      "city,sister,start,startPrecision,end,endPrecision,endCauseLabel\n"
      "wd:Q1,wd:Q2,1990-05-06T00:00:00Z,11,2000-01-01T00:00:00Z,10,war\n"
      "wd:Q1,wd:Q3,1990-01-01T00:00:00Z,11,,,\n"
      "wd:Q1,wd:Q4,1990-01-01T00:00:00Z,,,,\n"
      "wd:Q1,wd:Q5,1950-01-01T00:00:00Z,8,,,\n"
      "wd:Q1,wd:Q6,2000-01-01T00:00:00Z,7,,,\n"
      "wd:Q1,wd:Q7,2000-01-01T00:00:00Z,6,,,\n"
      "wd:Q1,wd:Q8,1990,9,,,\n");
  EXPECT_EQ(report.rejected, 0);
  EXPECT_EQ(report.values_left_out, 1) << "a millennium says nothing";
  EXPECT_EQ(imported.rows("SELECT kind, date, reason FROM bond_event ORDER BY id"),
            "formed|1990-05-06|-\ncut|2000-01|war\nformed|1990-01-01|-\nformed|1990|-\nformed|195X|-\n"
            "formed|1901/2000|-\nlisted|-|-\nformed|1990|-\n");
}

constexpr std::string_view entity = R"({"entities":{"Q1":{"type":"item","id":"Q1",
  "labels":{"en":{"language":"en","value":"Kiel"},"da":{"language":"da","value":"Kiel"},"xx":{"language":"xx","value":" "}},
  "sitelinks":{"dewiki":{"badges":[]}},
  "claims":{
   "P625":[{"mainsnak":{"snaktype":"value","datavalue":{"value":{"latitude":54.32,"longitude":10.13,"globe":"http://www.wikidata.org/entity/Q2"}}},"rank":"normal"}],
   "P1082":[{"mainsnak":{"datavalue":{"value":{"amount":"+1","unit":"1"}}},"rank":"normal"},{"mainsnak":{"datavalue":{"value":{"amount":"+246601","unit":"1"}}},"rank":"preferred"}],
   "P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q515"}}}}],
   "P190":[
    {"mainsnak":{"snaktype":"value","datavalue":{"value":{"entity-type":"item","numeric-id":2,"id":"Q2"}}},"rank":"normal","id":"Q1$a",
     "qualifiers":{"P580":[{"snaktype":"value","datavalue":{"value":{"time":"+1953-00-00T00:00:00Z","precision":9}}}],
                   "P582":[{"snaktype":"value","datavalue":{"value":{"time":"+2022-03-01T00:00:00Z","precision":10}}}],
                   "P1534":[{"snaktype":"value","datavalue":{"value":{"id":"Q8"}}}]},
     "references":[{"snaks":{"P854":[{"datavalue":{"value":"https://example.org/a"}}],"P1476":[{"datavalue":{"value":{"text":"A page","language":"en"}}}]}},
                   {"snaks":{"P854":[{"datavalue":{"value":" "}}]}}]},
    {"mainsnak":{"snaktype":"somevalue"},"rank":"normal","id":"Q1$b"},
    {"mainsnak":{"snaktype":"value","datavalue":{"value":{"numeric-id":3}}},"rank":"normal","id":"Q1$c",
     "qualifiers":{"P582":[{"snaktype":"somevalue"}]}},
    {"mainsnak":{"snaktype":"value","datavalue":{"value":{"id":"Q4"}}},"rank":"deprecated","id":"Q1$d"}]}},
 "Q2":{"id":"Q2","labels":{"de":{"language":"de","value":"Brest"}},"claims":{
   "P625":[{"mainsnak":{"datavalue":{"value":{"latitude":91.5,"longitude":10.13,"globe":"http://www.wikidata.org/entity/Q2"}}}}],
   "P1082":[{"mainsnak":{"datavalue":{"value":{"amount":"-5"}}}}],
   "P190":[{"mainsnak":{"datavalue":{"value":{"id":"Q1"}}},"rank":"normal","id":"Q2$a"}]}},
 "Q9":{"id":"Q9","missing":""}},"success":1})";

TEST(WholeEntities, SayAllTheyHave) {
  Imported imported;
  const ImportReport report = imported.take(entity, {}, "entities.json");
  EXPECT_EQ(report.rows, 5);
  EXPECT_EQ(report.rows_added, 3);
  EXPECT_EQ(report.rejected, 2);
  EXPECT_EQ(report.values_left_out, 2) << "a latitude and a number of people that can't be";
  EXPECT_EQ(imported.rows(acts_query),
            "Brest - Kiel|listed|-|Brest|normal\n"
            "Brest - Kiel|formed|1953|Kiel|normal\nBrest - Kiel|cut|2022-03|Kiel|normal\n"
            "Kiel - Q3|cut|-|Kiel|normal\nKiel - Q3|listed|-|Kiel|normal\n");
  EXPECT_EQ(imported.rows(cities_query), "Q1|Kiel|54.32|10.13|246601|en,da\nQ2|Brest|-|-|-|de\nQ3|Q3|-|-|-|-\n");
  EXPECT_EQ(imported.rows("SELECT note FROM bond_event WHERE kind = 'cut' AND date IS NOT NULL"),
            "end cause: wikidata:Q8\n");
  EXPECT_EQ(imported.rows("SELECT title, url FROM source WHERE file_name IS NULL"), "A page|https://example.org/a\n");
  EXPECT_EQ(imported.rows("SELECT locator FROM citation WHERE locator IS NOT NULL ORDER BY locator"),
            "Q1$a\nQ1$a\nQ1$c\nQ1$c\nQ2$a\n");
  const std::string before = imported.dump();
  imported.take(entity, {}, "entities.json");
  EXPECT_EQ(imported.dump(), before);
}

TEST(WholeEntities, AreNamedInALanguage) {
  Imported imported;
  imported.take(entity, {.language = "da"}, "entities.json");
  EXPECT_THAT(imported.rows(cities_query), HasSubstr("Q2|Brest"));
}

TEST(WholeEntities, NameThemselvesInTheFilesLanguageElseInEnglish) {
  Imported imported;
  imported.take(R"({"entities":{"Q1":{"id":"Q1","labels":{"de":{"value":"Mailand"},"it":{"value":"Milano"},
    "en":{"value":"Milan"}},"claims":{}}}})",
                {.language = "it"}, "entities.json");
  EXPECT_EQ(imported.rows("SELECT name FROM city"), "Milano\n");
  EXPECT_EQ(imported.rows("SELECT count(*) FROM source"), "1\n") << "a city, too, comes from somewhere";
}

}  // namespace
}  // namespace twinning
