// Whom a file means: by identifier, else by name, country and place. What is ambiguous is never merged.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "import/imported.hpp"

namespace twinning {
namespace {

using support::acts_query;
using support::Imported;
using testing::AllOf;
using testing::HasSubstr;

/// An imported file beside cities that the registry has already.
class Reconciliation : public testing::Test {
 protected:
  CityId city(const NewCity& city, const std::string& wikidata = "") {
    return imported_.registry().write([&](Transaction& tx) {
      const CityId id = tx.add_city(city);
      if (!wikidata.empty()) tx.add_identifier(id, {.scheme = "wikidata", .value = wikidata});
      return id;
    });
  }
  std::string cities() const {
    return imported_.rows(
        "SELECT name, country, latitude, longitude, population, (SELECT group_concat(value, ',') FROM city_identifier "
        "WHERE city_id = city.id) FROM city ORDER BY id");
  }
  Imported imported_;
};

TEST_F(Reconciliation, GoesByIdentifierFirst) {
  city({.name = "Volgograd", .country = "RU"}, "Q914");
  const ImportReport report = imported_.take("a,b,b_id\nCoventry,Stalingrad,Q914\n");
  EXPECT_EQ(report.cities_matched, 1);
  EXPECT_EQ(report.cities_added, 1);
  EXPECT_EQ(cities(), "Volgograd|RU|-|-|-|Q914\nCoventry|-|-|-|-|-\n");
  EXPECT_EQ(imported_.rows("SELECT name FROM city_name"), "Stalingrad\n") << "the other name is kept";
  EXPECT_EQ(report.names_added, 1);
}

TEST_F(Reconciliation, GoesByFoldedNameAndCountry) {
  city({.name = "Łódź", .country = "PL"});
  city({.name = "Saint-Étienne", .country = "FR"});
  const ImportReport report =
      imported_.take("a,b,a_country,b_country\nLodz,saint etienne,Poland,France\nLODZ,Lodz,PL,CZ\n");
  EXPECT_EQ(report.cities_matched, 2);
  EXPECT_EQ(report.cities_added, 1) << "a Lodz of another country is another city";
  EXPECT_EQ(report.ambiguous, 0);
}

TEST_F(Reconciliation, FindsFormerNames) {
  const CityId volgograd = city({.name = "Volgograd", .country = "RU"});
  imported_.registry().write([&](Transaction& tx) {
    tx.add_name(volgograd, {.name = "Сталинград", .since = Date("1925"), .until = Date("1961")});
  });
  EXPECT_EQ(imported_.take("a,b,b_country\nCoventry,Сталинград,RU\n").cities_matched, 1);
}

TEST_F(Reconciliation, GivesTheIdentifierToACityFoundByName) {
  city({.name = "Kiel", .country = "DE"});
  imported_.take("a,b,a_country,a_id\nKiel,Bern,DE,Q1707\n");
  EXPECT_THAT(cities(), HasSubstr("Kiel|DE|-|-|-|Q1707\n"));
  EXPECT_EQ(imported_.take("a,b,a_id\nKiel an der Förde,Bern,Q1707\n", {.source = "another"}).cities_added, 0);
}

TEST_F(Reconciliation, TakesNearNamesakesForOneAndFarOnesForTwo) {
  city({.name = "Halle", .country = "DE", .coordinates = Coordinates{.latitude = 51.48, .longitude = 11.97}});
  const std::string header = "a,b,b_country,b_lat,b_lon\n";
  EXPECT_EQ(imported_.take(header + "Kiel,Halle,DE,51.6,12.0\n").cities_matched, 1) << "13 km away";
  EXPECT_EQ(imported_.take(header + "Bern,Halle,DE,52.06,8.36\n").cities_added, 2) << "Halle in Westphalia";
  EXPECT_EQ(imported_.rows("SELECT count(*) FROM city WHERE name = 'Halle'"), "2\n");
  const ImportReport ambiguous = imported_.take("a,b,b_country\nRome,Halle,DE\n");
  EXPECT_EQ(ambiguous.ambiguous, 1);
  ASSERT_EQ(ambiguous.ambiguous_names.size(), 1U);
  EXPECT_EQ(ambiguous.ambiguous_names.front().line, 2);
  EXPECT_EQ(ambiguous.ambiguous_names.front().name, "Halle");
  EXPECT_EQ(ambiguous.ambiguous_names.front().candidates.size(), 2U);
  EXPECT_EQ(imported_.rows("SELECT count(*) FROM city WHERE name = 'Halle'"), "3\n") << "it is left apart";
  EXPECT_EQ(ambiguous.ambiguous_names.front().left_apart.value(), 6);
}

TEST_F(Reconciliation, FindsAgainWhatItLeftApart) {
  city({.name = "Kingston", .country = "JM"});
  city({.name = "Kingston", .country = "CA"});
  const std::string text = "a,b,date\nKiel,Kingston,1990\nBern,Kingston,1991\n";
  const ImportReport first = imported_.take(text);
  EXPECT_EQ(first.ambiguous, 1) << "it is said once";
  EXPECT_EQ(first.cities_added, 3);
  const std::string before = imported_.dump();
  const ImportReport again = imported_.take(text);
  EXPECT_EQ(imported_.dump(), before);
  EXPECT_EQ(again.rows_matched, 2);
  EXPECT_EQ(again.ambiguous, 1);
  EXPECT_EQ(again.ambiguous_names.front().left_apart, first.ambiguous_names.front().left_apart);
  EXPECT_EQ(again.ambiguous_names.front().candidates.size(), 2U);
}

TEST_F(Reconciliation, RefusesTheAmbiguousIfStrict) {
  city({.name = "Kingston", .country = "JM"});
  city({.name = "Kingston", .country = "CA"});
  const Error error = imported_.refusal("a,b\nKiel,Bern\nKiel,Kingston\n", {.strict = true});
  EXPECT_EQ(error.category(), ErrorCategory::ambiguous);
  EXPECT_THAT(error.what(), AllOf(HasSubstr("line 3: \"Kingston\""), HasSubstr("JM"), HasSubstr("CA")));
}

TEST_F(Reconciliation, TakesTheOnlyCityOfANameWhereTheFileNamesNoCountry) {
  city({.name = "Kiel", .country = "DE"});
  EXPECT_EQ(imported_.take("a,b\nKiel,Bern\n").cities_matched, 1);
}

TEST_F(Reconciliation, LeavesApartWhereTheRegistryNamesNoCountry) {
  city({.name = "Kiel"});
  const ImportReport report = imported_.take("a,b,a_country\nKiel,Bern,DE\n");
  EXPECT_EQ(report.ambiguous, 1);
  EXPECT_EQ(cities(), "Kiel|-|-|-|-|-\nKiel|DE|-|-|-|-\nBern|-|-|-|-|-\n");
}

TEST_F(Reconciliation, TakesAPlaceForProof) {
  city({.name = "Kiel", .coordinates = Coordinates{.latitude = 54.32, .longitude = 10.13}});
  const ImportReport report = imported_.take("a,b,a_country,a_lat,a_lon\nKiel,Bern,DE,54.3,10.1\n");
  EXPECT_EQ(report.ambiguous, 0);
  EXPECT_EQ(cities(), "Kiel|DE|54.32|10.13|-|-\nBern|-|-|-|-|-\n") << "the country is added, the place stays";
}

TEST_F(Reconciliation, KeepsNamesakesWithIdentifiersApart) {
  const ImportReport report = imported_.take(
      "city,cityLabel,sister,sisterLabel\n"
      "wd:Q1,Kiel,wd:Q11,Merida\nwd:Q1,Kiel,wd:Q12,Merida\nwd:Q1,Kiel,wd:Q13,Mérida\nwd:Q1,Kiel,wd:Q14,Merida\n");
  EXPECT_EQ(report.cities_added, 5);
  EXPECT_EQ(report.ambiguous, 0);
  EXPECT_EQ(report.bonds_added, 4);
  const ImportReport named = imported_.take("a,b\nBern,Merida\n");
  ASSERT_EQ(named.ambiguous, 1);
  EXPECT_EQ(named.ambiguous_names.front().candidates.size(), 4U);
}

TEST_F(Reconciliation, LeavesApartAnIdentifierThatTwoCitiesHave) {
  city({.name = "Here"}, "Q7");
  city({.name = "There"}, "Q7");
  const std::string text = "city,cityLabel,sister,sisterLabel\nwd:Q7,Where,wd:Q8,Bern\n";
  const ImportReport report = imported_.take(text);
  EXPECT_EQ(report.ambiguous, 1);
  const std::string before = imported_.dump();
  imported_.take(text);
  EXPECT_EQ(imported_.dump(), before);
}

TEST_F(Reconciliation, NeverOverwritesWhatIsThere) {
  city({.name = "Kiel",
        .country = "DE",
        .coordinates = Coordinates{.latitude = 54.32, .longitude = 10.13},
        .population = 246'000},
       "Q1707");
  imported_.take("a,b,a_id,a_country,a_lat,a_lon,a_population\nKiel an der Förde,Bern,Q1707,SE,59.3,18.1,5\n");
  EXPECT_THAT(cities(), HasSubstr("Kiel|DE|54.32|10.13|246000|Q1707\n"));
}

TEST_F(Reconciliation, CompletesWhatIsNotThere) {
  city({.name = "Kiel"}, "Q1707");
  imported_.take("a,b,a_id,a_country,a_lat,a_lon,a_population\nKiel,Bern,Q1707,DE,54.32,10.13,246000\n");
  EXPECT_THAT(cities(), HasSubstr("Kiel|DE|54.32|10.13|246000|Q1707\n"));
}

TEST_F(Reconciliation, NamesACityThatWasKnownByItsIdentifierAlone) {
  imported_.take("city,cityLabel,sister,sisterLabel\nwd:Q1707,Q1707,wd:Q70,Bern\n");
  EXPECT_THAT(cities(), HasSubstr("Q1707|-|-|-|-|Q1707\n"));
  imported_.take("city,cityLabel,sister,sisterLabel\nwd:Q1707,Kiel,wd:Q70,Bern\n");
  EXPECT_THAT(cities(), HasSubstr("Kiel|-|-|-|-|Q1707\n"));
  imported_.take("city,cityLabel,sister,sisterLabel\nwd:Q1707,Q1707,wd:Q70,Bern\n");
  EXPECT_THAT(cities(), HasSubstr("Kiel|-|-|-|-|Q1707\n"));
  EXPECT_EQ(imported_.rows("SELECT count(*) FROM city_name"), "0\n");
}

TEST_F(Reconciliation, NamesItFromALaterRowToo) {
  imported_.take("city,cityLabel,sister,sisterLabel\nwd:Q1707,Q1707,wd:Q70,Bern\nwd:Q1707,Kiel,wd:Q71,Oslo\n");
  EXPECT_THAT(cities(), HasSubstr("Kiel|-|-|-|-|Q1707\n"));
}

TEST_F(Reconciliation, TellsAOneSidedClaimFromAConfirmedOne) {
  imported_.take("a,b\nKiel,Bern\nBern,Kiel\nKiel,Oslo\n");
  const auto one_sided = imported_.ask([](const Snapshot& now) { return now.one_sided_bonds(); });
  ASSERT_EQ(one_sided.size(), 1U);
  EXPECT_EQ(imported_.rows("SELECT count(*) FROM bond"), "2\n");
  const ImportReport confirmed = imported_.take("a,b\nOslo,Kiel\n", {.source = "Oslo"});
  EXPECT_EQ(confirmed.bonds_matched, 1);
  EXPECT_EQ(confirmed.bonds_added, 0);
  EXPECT_TRUE(imported_.ask([](const Snapshot& now) { return now.one_sided_bonds().empty(); }));
}

TEST_F(Reconciliation, FindsTheBondThatIsThere) {
  const CityId kiel = city({.name = "Kiel"});
  const CityId bern = city({.name = "Bern"});
  const CityId oslo = city({.name = "Oslo"});
  imported_.registry().write([&](Transaction& tx) {
    tx.form({.parties = {kiel, bern}, .kind = "twinning", .date = Date("1990")});
    tx.form({.parties = {kiel, bern, oslo}, .kind = "ring", .date = Date("1995")});
  });
  const ImportReport report = imported_.take("a,b,date\nBern,Kiel,1990\nKiel,Oslo,1995\n", {.claims = false});
  EXPECT_EQ(report.rows_matched, 1);
  EXPECT_EQ(report.bonds_matched, 1);
  EXPECT_EQ(report.bonds_added, 1) << "a bond of three says nothing of a pair";
}

TEST_F(Reconciliation, KeepsKindsOfBondsApart) {
  const std::string text = "a,b,kind,date\nKiel,Bern,twinning,1990\nKiel,Bern,friendship,1980\nBern,Kiel,,1990\n";
  EXPECT_EQ(imported_.take(text).bonds_added, 2);
  const std::string before = imported_.dump();
  EXPECT_EQ(imported_.take(text).rows_added, 0);
  EXPECT_EQ(imported_.dump(), before);
}

TEST_F(Reconciliation, DoesNotTakeSignsForNames) {
  const ImportReport report = imported_.take("a,b\nKiel,---\nBern,'\nOslo,...\n");
  EXPECT_EQ(report.rejected, 3);
  EXPECT_EQ(report.cities_added, 0);
}

TEST_F(Reconciliation, KeepsKindsOfTheSameDateApart) {
  const std::string text = "a,b,kind\nKiel,Bern,twinning\nKiel,Bern,friendship\n";
  EXPECT_EQ(imported_.take(text).bonds_added, 2);
  EXPECT_EQ(imported_.take(text).rows_added, 0);
}

TEST_F(Reconciliation, AddsTheReferencesThatAKnownActLacks) {
  const std::string bare = "a,b,date\nKiel,Bern,1990\n";
  const std::string referred = "a,b,date,url\nKiel,Bern,1990,https://one.example\nKiel,Bern,1990,https://two.example\n";
  imported_.take(bare);
  EXPECT_EQ(imported_.take(referred).rows_added, 2);
  const std::string sources =
      "SELECT s.url FROM bond_event AS e JOIN citation AS c ON c.event_id = e.id JOIN source AS s ON s.id = "
      "c.source_id "
      "WHERE s.url IS NOT NULL ORDER BY s.url";
  EXPECT_EQ(imported_.rows(sources), "https://one.example\nhttps://two.example\n");
  EXPECT_EQ(imported_.rows("SELECT count(*) FROM bond_event"), "1\n");
  const std::string before = imported_.dump();
  EXPECT_EQ(imported_.take(referred).rows_matched, 1);
  EXPECT_EQ(imported_.dump(), before);
}

TEST_F(Reconciliation, AddsWhatAKnownActLacks) {
  imported_.take("a,b,date\nKiel,Bern,1990\n");
  const std::string fuller =
      "a,b,date,decided,reason,note,kind\nKiel,Bern,1990,1989-12,reconciliation,By the mayors,twinning\n";
  const ImportReport report = imported_.take(fuller, {.source = "another"});
  EXPECT_EQ(report.rows_added, 1);
  EXPECT_EQ(report.acts_completed, 1);
  EXPECT_EQ(report.rivals, 0);
  const std::string acts =
      "SELECT e.date, e.decided, e.reason, e.note, e.corrects, (SELECT group_concat(title) FROM citation AS c JOIN "
      "source AS s ON s.id = c.source_id WHERE c.event_id = e.id) FROM bond_event AS e ORDER BY e.id";
  EXPECT_EQ(imported_.rows(acts),
            "1990|-|-|-|-|list.csv\n1990|1989-12|reconciliation|By the mayors|1|list.csv,another\n")
      << "the first stays in the log, and its source supports the second too";
  EXPECT_EQ(imported_.rows("SELECT kind FROM bond"), "twinning\n");
  const std::string before = imported_.dump();
  EXPECT_EQ(imported_.take(fuller, {.source = "another"}).rows_matched, 1);
  EXPECT_EQ(imported_.take("a,b,date\nKiel,Bern,1990\n").rows_matched, 1) << "it says less, and contradicts nothing";
  EXPECT_EQ(imported_.take("a,b,date\nKiel,Bern,1990\n").gone, 0);
  EXPECT_EQ(imported_.dump(), before);
}

TEST_F(Reconciliation, AddsWhatALaterRowOfTheSameFileKnows) {
  const std::string text =
      "a,b,date,reason,note,kind\nKiel,Bern,1990,,,\nKiel,Bern,1990,humour,,friendship\nKiel,Bern,1990,,At sea,\n"
      "Kiel,Bern,1990,,By night,\nKiel,Bern,1990,,At sea,\n";
  const ImportReport report = imported_.take(text);
  EXPECT_EQ(report.rows_added, 4);
  EXPECT_EQ(report.repeated, 1);
  EXPECT_EQ(imported_.rows("SELECT reason, note FROM bond_event AS e WHERE NOT EXISTS (SELECT 1 FROM bond_event AS c "
                           "WHERE c.corrects = e.id)"),
            "humour|At sea; By night\n");
  EXPECT_EQ(imported_.rows("SELECT kind FROM bond"), "friendship\n");
  const std::string before = imported_.dump();
  EXPECT_EQ(imported_.take(text).rows_added, 0);
  EXPECT_EQ(imported_.dump(), before);
}

TEST_F(Reconciliation, KeepsAnotherReasonAsARival) {
  const std::string text = "a,b,date,reason\nKiel,Bern,1990,humour\nKiel,Bern,1990,shared_name\n";
  EXPECT_EQ(imported_.take(text).rivals, 1);
  EXPECT_EQ(imported_.rows("SELECT reason, rank FROM bond_event ORDER BY id"), "humour|normal\nshared_name|rival\n");
  const std::string before = imported_.dump();
  EXPECT_EQ(imported_.take(text).rows_matched, 2);
  EXPECT_EQ(imported_.dump(), before);
}

TEST_F(Reconciliation, TakesADateThatIsLearnedLaterForTheBeginning) {
  imported_.take("a,b\nKiel,Bern\nBern,Kiel\n");
  const ImportReport report = imported_.take("a,b,date\nKiel,Bern,1990\nBern,Kiel,1990\n");
  EXPECT_EQ(report.acts_completed, 2);
  EXPECT_EQ(report.gone, 0);
  EXPECT_EQ(imported_.rows("SELECT twin, since, since_earliest FROM twins_ever WHERE city = 'Kiel'"),
            "Bern|1990|1990-01-01\n");
  EXPECT_EQ(imported_.take("a,b,date\nKiel,Bern,1991\n").rivals, 1) << "a date beside a date contradicts it";
}

TEST_F(Reconciliation, FindsAgainACityOfWhichOnlySomeRowsSayTheCountry) {
  const std::string text = "a,a_country,b\nNewport,,Kiel\nNewport,GB,Bern\nNewport,,Kiel\n";
  const ImportReport report = imported_.take(text);
  EXPECT_EQ(report.ambiguous, 1);
  EXPECT_EQ(report.repeated, 1);
  const std::string before = imported_.dump();
  EXPECT_EQ(imported_.take(text).cities_added, 0);
  EXPECT_EQ(imported_.dump(), before);
  EXPECT_EQ(imported_.take("a,b\nNewport,Oslo\n").ambiguous, 1) << "of another bond it may be either";
}

TEST_F(Reconciliation, ListsTheFirstOfManyCandidates) {
  imported_.registry().write([](Transaction& tx) {
    for (int count = 0; count < 50; ++count) tx.add_city({.name = "San José", .country = "CR"});
  });
  const ImportReport report = imported_.take("a,b\nKiel,San Jose\n");
  ASSERT_EQ(report.ambiguous_names.size(), 1U);
  EXPECT_EQ(report.ambiguous_names.front().candidates.size(), AmbiguousName::most);
}

/// The same files again, in the same order, add nothing.
TEST_F(Reconciliation, AddsNothingASecondTimeWhateverTheNamesakes) {
  const std::vector<std::string> files = {
      "a,a_country,b\nSpringfield,,Bath\nSpringfield,US,Tartu\nSpringfield,US,Bath\n",
      "a,a_country,a_lat,a_lon,b,b_country\nSpringfield,US,,,Bath,GB\nSpringfield,US,39,-89,Ulm,DE\n"
      "Springfield,US,42,-72,Kiel,DE\n",
      "a,a_country,b\nSpringfield,,Bath\nSpringfield,CA,Ulm\nSpringfield,US,Kiel\n"};
  for (const std::string& text : files) {
    Imported imported;
    imported.take(text);
    const std::string before = imported.dump();
    const ImportReport again = imported.take(text);
    EXPECT_EQ(imported.dump(), before) << text;
    EXPECT_EQ(again.gone, 0);
    EXPECT_EQ(again.rows_added, 0);
  }
}

TEST_F(Reconciliation, AddsNothingASecondTimeOfRandomFiles) {
  for (unsigned seed = 0; seed < 150; ++seed) {
    std::mt19937 random(seed);
    const auto one_of = [&](const std::vector<std::string>& values) { return values[random() % values.size()]; };
    std::string text = "a,a_country,a_lat,a_lon,a_id,b,b_country\n";
    for (auto rows = 2 + random() % 6; rows > 0; --rows) {
      text += one_of({"Springfield", "Newport"}) + "," + one_of({"", "US", "CA"}) + "," +
              one_of({",", ",", "39.8,-89.6", "42.1,-72.6"}) + "," + one_of({"", "", "", "Q1", "Q2"}) + "," +
              one_of({"Bath", "Tartu", "Springfield"}) + "," + one_of({"", "", "GB"}) + "\n";
    }
    Imported imported;
    imported.take(text);
    const std::string before = imported.dump();
    imported.take(text);
    ASSERT_EQ(imported.dump(), before) << seed << "\n" << text;
  }
}

TEST_F(Reconciliation, NeverGivesAnIdentifierToOneOfSeveral) {
  EXPECT_EQ(imported_.refusal("a,a_id,b\nSpringfield,,Bath\nSpringfield,Q1,Bath\n", {.strict = true}).category(),
            ErrorCategory::ambiguous);
}

TEST_F(Reconciliation, KeepsTheFormerCountryOfACityThatIsThere) {
  city({.name = "Dresden", .country = "DE"});
  const std::string text = "a,a_country,b\nDresden,Germany (East Germany until 1990-10-03),Coventry\n";
  const ImportReport report = imported_.take(text);
  EXPECT_EQ(report.cities_completed, 1);
  EXPECT_EQ(imported_.rows("SELECT country, until FROM city_country"), "DD|1990-10-03\n");
  const std::string before = imported_.dump();
  EXPECT_EQ(imported_.take(text).cities_completed, 0);
  EXPECT_EQ(imported_.dump(), before);
}

TEST_F(Reconciliation, KeepsWhatAnUndatedRowSaysBesides) {
  const std::string text = "a,b,note,reason\nKiel,Bern,,\nKiel,Bern,signed in a pub,humour\n";
  EXPECT_EQ(imported_.take(text).acts_completed, 1);
  EXPECT_EQ(imported_.rows("SELECT note, reason FROM bond_event WHERE corrects IS NOT NULL"),
            "signed in a pub|humour\n");
  const std::string before = imported_.dump();
  imported_.take(text);
  EXPECT_EQ(imported_.dump(), before);
}

TEST_F(Reconciliation, TakesAMorePreciseDateOfTheSameSource) {
  const std::string header = "a,b,event,date,reason,by\n";
  const ImportOptions events{.format = ImportFormat::events, .source = "Kiel"};
  imported_.take(header + "Kiel,Bern,formed,1998,,a\nKiel,Bern,suspended,2022,,a\nKiel,Bern,cut,,,a\n", events);
  const std::string precise = header +
                              "Kiel,Bern,formed,1998-09-24,,a\nKiel,Bern,suspended,2022-03-22,war,a\n"
                              "Kiel,Bern,cut,2023,cost,a\n";
  const ImportReport report = imported_.take(precise, events);
  EXPECT_EQ(report.acts_completed, 3);
  EXPECT_EQ(report.gone, 0);
  EXPECT_EQ(report.rivals, 0);
  EXPECT_EQ(imported_.rows("SELECT kind, date, reason FROM standing_event ORDER BY date"),
            "formed|1998-09-24|-\nsuspended|2022-03-22|war\ncut|2023|cost\n");
  const std::string before = imported_.dump();
  EXPECT_EQ(imported_.take(precise, events).rows_matched, 3);
  EXPECT_EQ(imported_.dump(), before);
  const ImportReport wider = imported_.take(header + "Kiel,Bern,formed,1998,humour,a\n", events);
  EXPECT_EQ(wider.acts_completed, 1) << "what it says besides the date is kept";
  EXPECT_EQ(imported_.rows("SELECT date, reason FROM standing_event WHERE kind = 'formed'"), "1998-09-24|humour\n");
  EXPECT_EQ(imported_.take(header + "Kiel,Bern,formed,1998,shared_name,a\n", events).rivals, 1);
  EXPECT_EQ(imported_.take(header + "Kiel,Bern,formed,1998-10,,a\n", {.source = "Bern"}).rivals, 1)
      << "another source says something else";
}

TEST_F(Reconciliation, HasASourceForWhateverItChanged) {
  city({.name = "Kiel", .country = "DE"});
  city({.name = "Bern", .country = "CH"});
  imported_.take("a,b,a_country,b_country\nKiel,Bern,DE,CH\n", {.source = "first"});
  for (const std::string& text :
       {std::string("a,b,kind\nKiel,Bern,twinning\n"), std::string("a,b,a_lat,a_lon\nKiel,Bern,54.3,10.1\n"),
        std::string("a,b,source_url\nKiel,Bern,https://one.example\n")}) {
    EXPECT_TRUE(imported_.take(text, {.source = text}).source) << text;
    EXPECT_FALSE(imported_.take(text, {.source = text}).source) << text;
  }
}

TEST_F(Reconciliation, TakesAKindOfAnotherDateForAnotherBond) {
  const std::string text = "a,b,kind,date\nKiel,Bern,,1950\nKiel,Bern,friendship,1960\n";
  EXPECT_EQ(imported_.take(text).bonds_added, 2);
  EXPECT_EQ(imported_.rows("SELECT kind FROM bond ORDER BY id"), "unspecified\nfriendship\n");
  const std::string before = imported_.dump();
  imported_.take(text);
  EXPECT_EQ(imported_.dump(), before);
}

TEST_F(Reconciliation, LeavesWhatWasTakenBack) {
  const std::string text = "a,b,date\nKiel,Bern,1990\nKiel,Oslo,1950\n";
  imported_.take(text);
  imported_.registry().write([&](Transaction& tx) {
    tx.retract(EventId(1));
    tx.correct(EventId(2), {.kind = EventKind::formed, .date = Date("1951"), .by = CityId(1)});
  });
  const std::string before = imported_.dump();
  EXPECT_EQ(imported_.take(text).rows_matched, 2);
  EXPECT_EQ(imported_.dump(), before);
}

TEST_F(Reconciliation, TakesTheCountryOfALaterRow) {
  imported_.take("city,cityLabel,country,sister,sisterLabel\nQ5,Foo,,Q6,Bar\nQ5,Foo,France,Q7,Baz\n",
                 {.format = ImportFormat::wikidata, .columns = {{"a.country", "country"}}});
  EXPECT_EQ(imported_.rows("SELECT country FROM city WHERE name = 'Foo'"), "FR\n");
}

TEST_F(Reconciliation, LeavesDistantNamesakesApartFromEachOther) {
  city({.name = "Springfield", .country = "US"});
  city({.name = "Springfield", .country = "US"});
  const ImportReport report = imported_.take(
      "a,a_country,a_latitude,a_longitude,b\nSpringfield,US,39.8,-89.6,Kiel\nSpringfield,US,42.1,-72.6,Bern\n");
  EXPECT_EQ(report.ambiguous, 2);
  EXPECT_NE(report.ambiguous_names[0].left_apart, report.ambiguous_names[1].left_apart);
}

TEST_F(Reconciliation, KeepsRenamingsOfTwoCountriesApart) {
  imported_.take(
      "city_a,country_a,city_b,country_b,event,date\n"
      "Varna,BG,Stalin,BG,renamed,1949\n"
      "Brasov,RO,Stalin,RO,renamed,1950\n"
      "Stalin,RO,Brasov,RO,renamed,1960\n");
  EXPECT_EQ(imported_.rows("SELECT name, country FROM city ORDER BY country"), "Stalin|BG\nBrasov|RO\n");
}

TEST_F(Reconciliation, TakesNoOtherIdentifierForWikidatas) {
  const ImportReport report = imported_.take("a,a_id,b\nFoo,wikidata:P16,Kiel\n");
  EXPECT_EQ(support::told(report.rejected_rows),
            "2 a_id wikidata:P16 is no identifier: write Q216, or a scheme and a value, geonames:2653822\n");
}

TEST_F(Reconciliation, RefusesABlankTitle) {
  EXPECT_THAT(imported_.refusal("a,b\nKiel,Bern\n", {.source = " "}).what(), HasSubstr("is no title of a source"));
}

}  // namespace
}  // namespace twinning
