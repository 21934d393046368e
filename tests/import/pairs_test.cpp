// Delimited text with two cities a row, as people and programs write it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "import/imported.hpp"

namespace twinning {
namespace {

using support::acts_query;
using support::Imported;
using testing::HasSubstr;

TEST(Columns, AreFoundByTheirUsualNames) {
  for (const std::string header : {"a,b,date", "City A,City B,Since", "city1,city2,year", "source,target,start_time",
                                   "from,to,formed", "A_name,B_name,date_as_stated"}) {
    SCOPED_TRACE(header);
    Imported imported;
    EXPECT_EQ(imported.take(header + "\nKiel,Bern,1990\n").rows_added, 1);
    EXPECT_EQ(imported.rows(acts_query), "Bern - Kiel|formed|1990|Kiel|normal\n");
  }
}

TEST(Columns, AreStatedByHeaderOrByNumber) {
  Imported imported;
  EXPECT_EQ(imported
                .take("when,here,where,there\n1990,Kiel,DE,Bern\n",
                      {.columns = {{"a", "here"}, {"b", "4"}, {"a.country", "where"}, {"date", "1"}}})
                .rows_added,
            1);
  EXPECT_EQ(imported.rows(acts_query), "Bern - Kiel|formed|1990|Kiel|normal\n");
  EXPECT_EQ(imported.rows("SELECT country FROM city WHERE name = 'Kiel'"), "DE\n");
}

TEST(Columns, ThatAreNotThereAreRefused) {
  Imported imported;
  for (const auto& [role, column] : std::vector<std::pair<std::string, std::string>>{
           {"a", "nowhere"}, {"b", "3"}, {"b", "0"}, {"colour", "a"}, {"a.colour", "a"}, {"", "a"}, {"a", ""}}) {
    SCOPED_TRACE(role + "=" + column);
    EXPECT_EQ(imported.refusal("a,b\nKiel,Bern\n", {.columns = {{role, column}}}).category(),
              ErrorCategory::invalid_argument);
  }
  EXPECT_THAT(imported.refusal("town,date\nKiel,1990\n").what(), HasSubstr("has no column for the first city"));
}

TEST(Pairs, NeedNoHeader) {
  Imported imported;
  EXPECT_EQ(imported.take("Kiel,Bern,1990\nKiel,Oslo\n", {.columns = {{"date", "3"}}, .has_header = false}).rows_added,
            2);
  EXPECT_EQ(imported.rows(acts_query), "Bern - Kiel|formed|1990|Kiel|normal\nKiel - Oslo|listed|-|Kiel|normal\n");
}

TEST(Pairs, MayBePartedByTabsAndSemicolons) {
  for (const std::string text : {"a\tb\tdate\nKiel, the city\tBern\t1990\n", "a;b;date\n\"Kiel, the city\";Bern;1990\n",
                                 "a,b,date\n\"Kiel, the city\",Bern,1990\n"}) {
    Imported imported;
    EXPECT_EQ(imported.take(text).rows_added, 1);
    EXPECT_EQ(imported.rows(acts_query), "Bern - Kiel, the city|formed|1990|Kiel, the city|normal\n");
  }
  Imported imported;
  EXPECT_EQ(imported.take("a|b\nKiel, the city|Bern\n", {.delimiter = '|'}).rows_added, 1);
}

TEST(Pairs, MayBeAnEdgeList) {
  Imported imported;
  const ImportReport report = imported.take("% asym unweighted\n% 3 3 3\n1 2\n1  3 \n\n 2\t3\n",
                                            {.has_header = false, .delimiter = ' ', .comment = '%'});
  EXPECT_EQ(report.rows_added, 3);
  EXPECT_EQ(report.cities_added, 3);
  EXPECT_EQ(imported.rows("SELECT locator FROM citation ORDER BY id"), "line 3\nline 4\nline 6\n");
}

TEST(Pairs, MayHaveQuotesBetweenSpaces) {
  Imported imported;
  const ImportReport report = imported.take("\"Bad Kissingen\" Massa\nKiel   Vaasa\n\"Le \"\"M\"\" Mans\"\tO\"Neill\n",
                                            {.has_header = false, .delimiter = ' '});
  EXPECT_EQ(report.rows_added, 3);
  EXPECT_EQ(imported.rows("SELECT name FROM city ORDER BY id"),
            "Bad Kissingen\nMassa\nKiel\nVaasa\nLe \"M\" Mans\nO\"Neill\n");
  EXPECT_THAT(imported.refusal("Kiel Bern\n\"Bad Kissingen Massa\n", {.has_header = false, .delimiter = ' '}).what(),
              HasSubstr("line 2: a quote is opened and never closed"));
}

TEST(Pairs, MayHaveCommentsWithQuotes) {
  Imported imported;
  EXPECT_EQ(imported.take("# so, \"they say\na,b\n#, \" and so on\nKiel,Bern\n", {.comment = '#'}).rows_added, 1);
}

TEST(Pairs, NameCountriesAsPeopleDo) {
  Imported imported;
  const ImportReport report = imported.take(
      "a,b,a_country,b_country\n"
      "Kiel,Coventry,Germany,United Kingdom\nKiel,Oslo,DE,NO\nKiel,Bern,DEU,CHE\n"
      "Kiel,Leningrad,germany,Soviet Union (now Russia)\nKiel,Prague,DE,CS\nKiel,Zadar,DE,Yugoslavia\n"
      "Kiel,Chemnitz,DE,Germany (East Germany until 1990-10-03)\nKiel,Ankh-Morpork,DE,(fictional)\n"
      "Kiel,Nowhere,DE,Atlantis\n");
  EXPECT_EQ(report.rows_added, 8);
  EXPECT_EQ(support::told(report.rejected_rows),
            "10 b_country Atlantis is no country: write its name in English, or an ISO 3166 code\n");
  EXPECT_EQ(imported.rows("SELECT name, country, fictional FROM city ORDER BY name"),
            "Ankh-Morpork|-|1\nBern|CH|0\nChemnitz|DE|0\nCoventry|GB|0\nKiel|DE|0\nLeningrad|RU|0\nOslo|NO|0\n"
            "Prague|CS|0\nZadar|YU|0\n");
  EXPECT_EQ(imported.rows("SELECT c.name, s.country, s.since, s.until FROM city_country AS s JOIN city AS c ON c.id = "
                          "s.city_id"),
            "Chemnitz|DD|-|1990-10-03\n");
}

TEST(Pairs, HaveKinds) {
  Imported imported;
  const ImportReport report = imported.take(
      "a,b,kind\nKiel,Bern,Sister City\nKiel,Oslo,friendship\nKiel,Rome,Friendship City\nKiel,Turin,\nKiel,Bonn,"
      "marriage\n");
  EXPECT_EQ(report.rows_added, 4);
  EXPECT_THAT(support::told(report.rejected_rows), HasSubstr("6 kind marriage is no kind of bond"));
  EXPECT_EQ(imported.rows("SELECT kind FROM bond ORDER BY id"), "twinning\nfriendship\nfriendship\nunspecified\n");
}

TEST(Pairs, HaveDatesOfManyForms) {
  Imported imported;
  const std::vector<std::pair<std::string, std::string>> dates = {{"1944", "1944"},
                                                                  {"1944-06", "1944-06"},
                                                                  {"1944-06-06", "1944-06-06"},
                                                                  {"836", "0836"},
                                                                  {"0836", "0836"},
                                                                  {"by 2020-04", "[..2020-04]"},
                                                                  {"24.09.1998", "1998-09-24"},
                                                                  {"4.9.1998", "1998-09-04"},
                                                                  {"9.1998", "1998-09"},
                                                                  {"1944-6-6", "1944-06-06"},
                                                                  {"1944/06/06", "1944-06-06"},
                                                                  {"June 1944", "1944-06"},
                                                                  {"6 June 1944", "1944-06-06"},
                                                                  {"\"June 6, 1944\"", "1944-06-06"},
                                                                  {"6 Sept. 1944", "1944-09-06"},
                                                                  {"c. 1944", "1944~"},
                                                                  {"circa 1944-06", "1944-06~"},
                                                                  {"before 1990", "[..1989]"},
                                                                  {"before 1990-03-01", "[..1990-02-28]"},
                                                                  {"after 1990", "[1991..]"},
                                                                  {"1940s", "194X"},
                                                                  {"1998-09-24 00:00:00", "1998-09-24"},
                                                                  {"\xc2\xa0"
                                                                   "1944 ",
                                                                   "1944"},
                                                                  {"?", "-"},
                                                                  {"n/a", "-"},
                                                                  {"unknown", "-"},
                                                                  {"194X", "194X"},
                                                                  {"1944?", "1944?"},
                                                                  {"2022-03-22T00:00:00Z", "2022-03-22"},
                                                                  {"1953-01-01T00:00:00Z", "1953"}};
  std::string text = "a,b,date\n";
  for (std::size_t at = 0; at < dates.size(); ++at)
    text += "Kiel,B" + std::to_string(at) + "," + dates[at].first + "\n";
  for (const char* const wrong :
       {"1944-02-30", "yesterday", "31.02.1998", "44", "1944-13", "by", "by then", "T", "..", "c.", "June",
        "31 June 1944", "1945s", "6 Quintilis 1944", "06/07/1998", "before", "before yesterday"}) {
    text += std::string("Kiel,Wrong,") + wrong + "\n";
  }
  const ImportReport report = imported.take(text);
  EXPECT_EQ(report.rejected, 17);
  for (std::size_t at = 0; at < dates.size(); ++at) {
    EXPECT_EQ(
        imported.rows("SELECT e.date FROM bond_event AS e JOIN bond_party AS p ON p.bond_id = e.bond_id JOIN city "
                      "AS c ON c.id = p.city_id WHERE c.name = 'B" +
                      std::to_string(at) + "'"),
        dates[at].second + "\n");
  }
}

TEST(Pairs, HaveReasonsAndEnds) {
  Imported imported;
  imported.take(
      "a,b,start,end,reason,end_cause,note,decided\n"
      "Kiel,Bern,1990,2022-03,Reconciliation,war,seen in the archive,\n"
      "Kiel,Oslo,1990,,they liked each other,,,1989\n"
      "Kiel,Rome,,,,the mayor forgot,,1989-12\n");
  EXPECT_EQ(imported.rows("SELECT kind, date, decided, reason, note FROM bond_event ORDER BY id"),
            "formed|1990|-|reconciliation|seen in the archive\ncut|2022-03|-|war|-\n"
            "formed|1990|1989|-|they liked each other\n"
            "listed|-|1989-12|-|-\ncut|-|-|-|the mayor forgot\n");
}

TEST(Pairs, AreClaimsOrNobodysInParticular) {
  Imported imported;
  const ImportReport report = imported.take("a,b\nKiel,Bern\nBern,Kiel\n", {.claims = false});
  EXPECT_EQ(report.rows_added, 1);
  EXPECT_EQ(report.repeated, 1);
  EXPECT_EQ(imported.rows(acts_query), "Bern - Kiel|listed|-|-|normal\n");
}

TEST(Pairs, SayBy) {
  Imported imported;
  const ImportReport report = imported.take(
      "a,b,by,date\nKiel,Bern,a,1990\nKiel,Oslo,b,1990\nKiel,Rome,both,1990\nKiel,Bonn,Bonn,1990\nKiel,Turin,Mars,"
      "1990\n");
  EXPECT_THAT(support::told(report.rejected_rows), HasSubstr("6 by Mars is none of the row's cities"));
  EXPECT_EQ(imported.rows(acts_query),
            "Bern - Kiel|formed|1990|Kiel|normal\nBonn - Kiel|formed|1990|Bonn|normal\n"
            "Kiel - Oslo|formed|1990|Oslo|normal\nKiel - Rome|formed|1990|-|normal\n");
}

TEST(Pairs, NameTheirSources) {
  Imported imported;
  const std::string text =
      "a,b,source_title,source_url\nKiel,Bern,A page,https://example.org/1\nKiel,Oslo,A page,https://example.org/1\n"
      "Kiel,Rome,,https://example.org/2\n";
  imported.take(text);
  EXPECT_EQ(imported.rows("SELECT title, url, file_name FROM source ORDER BY id"),
            "list.csv|-|list.csv\nA page|https://example.org/1|-\n"
            "https://example.org/2|https://example.org/2|-\n");
  const std::string before = imported.dump();
  imported.take(text);
  EXPECT_EQ(imported.dump(), before);
}

TEST(Pairs, HaveIdentifiersOfKnownSchemes) {
  Imported imported;
  const ImportReport report = imported.take(
      "a,b,a_id,b_id\nKiel,Bern,geonames:2891122,https://www.wikidata.org/wiki/Q70\nKiel,Oslo,geonames:2891122,Q585\n"
      "Kiel,Rome,,nobodys:12\nKiel,Bonn,,what\n");
  EXPECT_EQ(report.rows_added, 2);
  EXPECT_THAT(support::told(report.rejected_rows),
              testing::AllOf(HasSubstr("4 b_id nobodys:12"), HasSubstr("5 b_id what")));
  EXPECT_EQ(imported.rows("SELECT scheme, value FROM city_identifier ORDER BY id"),
            "geonames|2891122\nwikidata|Q70\nwikidata|Q585\n");
}

TEST(Pairs, HaveNamesInALanguage) {
  Imported imported;
  imported.take("a,b\nKiel,Bern\n", {.language = "de"});
  EXPECT_EQ(imported.rows("SELECT name, language, kind FROM city_name ORDER BY id"),
            "Kiel|de|alternative\nBern|de|alternative\n");
}

TEST(Pairs, MayEndWithEmptyValues) {
  Imported imported;
  EXPECT_EQ(imported.take("a,b\nKiel,Bern,\nKiel,Oslo,,\n").rows_added, 2);
}

TEST(PassedOver, AreColumnsOfWhichNothingIsKnown) {
  Imported imported;
  const std::string text = "city1,country1,city2,country_b,year_signed,status\nKöln,Germany,Minsk,BY,1960,suspended\n";
  EXPECT_THAT(imported.refusal(text, {.strict = true}).what(), HasSubstr("a column \"year_signed\""));
  EXPECT_THAT(imported.take(text).columns_passed_over, testing::ElementsAre("year_signed", "status"));
  EXPECT_EQ(imported.rows("SELECT name, country FROM city ORDER BY name"), "Köln|DE\nMinsk|BY\n");
  EXPECT_THAT(imported.take("city,twin\nKiel,Bern\n").columns_passed_over, testing::IsEmpty());
}

TEST(End, BeforeItsBeginningIsRejected) {
  Imported imported;
  EXPECT_EQ(support::told(imported.take("a,b,since,until\nKiel,Bern,1990,1980\nKiel,Rome,1990,1990\n").rejected_rows),
            "2 until 1980 ends it before it began, 1990\n");
}

TEST(Columns, AreNoWordsThatBeginWithALetter) {
  Imported imported;
  EXPECT_THAT(imported.take("a,aid,along,b\nKiel,yes,no,Bern\n").columns_passed_over,
              testing::ElementsAre("aid", "along"));
}

TEST(Quotes, ThatSwallowRowsAreSeen) {
  Imported imported;
  EXPECT_EQ(imported.take("a,b\n\"Kiel,Bern\nRome,Oslo\n\"Paris\",Nice\n").rejected, 1);
}

TEST(Database, IsNoList) {
  Imported imported;
  const support::TemporaryFile file("other.db");
  Registry::create(file.path().string());
  EXPECT_THAT(imported.file_refusal(file.path()).what(), HasSubstr("is a database"));
}

TEST(Events, NeedAColumnForTheAct) {
  Imported imported;
  EXPECT_THAT(imported.refusal("a,b,date\nKiel,Bern,1990\n", {.format = ImportFormat::events}).what(),
              HasSubstr("no column for the act"));
}

}  // namespace
}  // namespace twinning
