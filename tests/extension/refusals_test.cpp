// What is no answer is an error of the statement, which names the function, the argument and what was expected.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include <twinning/twinning.hpp>

#include "api/book.hpp"
#include "examples/example_registry.hpp"
#include "extension/host.hpp"
#include "support/temporary_file.hpp"

namespace twinning {
namespace {

using support::Database;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::StartsWith;

class Refusals : public testing::Test {
 protected:
  std::string refusal(const std::string& call) {
    const std::string message = host_.refusal("SELECT * FROM " + call);
    EXPECT_TRUE(support::is_one_line(message)) << call << ": " << message;
    return message;
  }
  std::string refusal_of_value(const std::string& call) {
    const std::string message = host_.refusal("SELECT " + call);
    EXPECT_TRUE(support::is_one_line(message)) << call << ": " << message;
    return message;
  }
  Database host_ = support::host_of(support::example_registry());
};

TEST_F(Refusals, OfACity) {
  EXPECT_THAT(refusal("twins_of('Xanadu')"), StartsWith("twins_of: of_city: there is no city called \"Xanadu\": "));
  EXPECT_THAT(refusal("history_of('Coventry')"), StartsWith("history_of: of_city: several cities are or were called"));
  EXPECT_EQ(refusal("twins_of(999999)"), "twins_of: of_city: there is no city with id 999999");
  EXPECT_EQ(refusal("twins_of(1.5)"),
            "twins_of: of_city: the real number 1.5 is no city: give a name, an identifier such "
            "as 'wikidata:Q6225' or 'id:59', or an id");
  EXPECT_THAT(refusal("twins_of(x'00ff')"), StartsWith("twins_of: of_city: a blob of 2 bytes is no city: give a name"));
  EXPECT_THAT(refusal("twins_of(NULL)"), StartsWith("twins_of: of_city: NULL is no city: give a name"));
  EXPECT_THAT(refusal("history_of(NULL)"), StartsWith("history_of: of_city: NULL is no city: give a name"));
  EXPECT_THAT(refusal("chain('Coventry, GB', NULL)"), StartsWith("chain: to_city: NULL is no city: give a name"));
  EXPECT_THAT(refusal("chain('Xanadu', 'Coventry')"), StartsWith("chain: from_city: there is no city called"));
  EXPECT_THAT(refusal("twins_of(char(0) || 'x')"), StartsWith("twins_of: of_city: there is no city called \"\\x00x\""));
  EXPECT_THAT(refusal("twins_of('')"), StartsWith("twins_of: of_city: there is no city called \"\""));
  EXPECT_THAT(refusal("twins_of(CAST(x'fffe' AS TEXT))"), StartsWith("twins_of: of_city: \"\\xff\\xfe\" is no UTF-8"));
  EXPECT_THAT(refusal("twins_of(1, NULL, CAST(x'fffe' AS TEXT))"), HasSubstr(": known_at: \"\\xff\\xfe\" is no UTF-8"));
}

TEST_F(Refusals, OfAMissingArgument) {
  EXPECT_EQ(refusal("twins_of"),
            "twins_of: of_city is missing: give a name, an identifier such as 'wikidata:Q6225' or 'id:59', or an id");
  EXPECT_THAT(refusal("twins_of()"), StartsWith("twins_of: of_city is missing: give a name"));
  EXPECT_THAT(refusal("history_of"), StartsWith("history_of: of_city is missing: give a name"));
  EXPECT_THAT(refusal("chain('Coventry, GB')"), StartsWith("chain: to_city is missing: give a name"));
  EXPECT_EQ(refusal("changes"),
            "changes: after_day is missing: give the day after which to begin, such as '2022-01-31'");
  EXPECT_THAT(refusal("changes(NULL)"), StartsWith("changes: after_day: NULL is no day: give the day after which"));
  EXPECT_THAT(refusal("explain_bond"), StartsWith("explain_bond: of_bond is missing: give its id"));
  EXPECT_THAT(refusal("twins_of(1, 2, 3, 4)"), HasSubstr("too many arguments"));
}

TEST_F(Refusals, OfABond) {
  EXPECT_THAT(refusal("explain_bond('1')"), StartsWith("explain_bond: of_bond: \"1\" is no bond: give its id"));
  EXPECT_THAT(refusal("explain_bond(NULL)"), StartsWith("explain_bond: of_bond: NULL is no bond: give its id"));
  EXPECT_THAT(refusal("explain_bond(1.0)"), StartsWith("explain_bond: of_bond: the real number 1 is no bond"));
}

TEST_F(Refusals, OfATextToSearchFor) {
  const std::string advice =
      " can't be searched for: give what a person may type for a city, such as 'stalingard' or 'kingston, jm'";
  EXPECT_EQ(refusal("search_city(NULL)"), "search_city: search_text: NULL" + advice);
  EXPECT_EQ(refusal("search_city(5)"), "search_city: search_text: the integer 5" + advice);
  EXPECT_EQ(refusal("search_city(1.5)"), "search_city: search_text: the real number 1.5" + advice);
  EXPECT_EQ(refusal("search_city(x'4c6f647a')"), "search_city: search_text: a blob of 4 bytes" + advice);
  EXPECT_THAT(refusal("search_city(CAST(x'4cff' AS TEXT))"),
              StartsWith("search_city: search_text: \"L\\xff\" is no UTF-8"));
  EXPECT_THAT(refusal("search_city"), StartsWith("search_city: search_text is missing: give what a person may type"));
  EXPECT_EQ(host_.rows("SELECT * FROM search_city('qqqqqqqqqqqqqq')"), "") << "what nothing is near is no mistake";
  EXPECT_EQ(host_.rows("SELECT * FROM search_city('')"), "") << "nor is a blank cell of a list";
  EXPECT_EQ(host_.rows("SELECT * FROM search_city(' -- ')"), "");
}

TEST_F(Refusals, SayWhatIsNear) {
  EXPECT_THAT(refusal("twins_of('Stalingard')"),
              MatchesRegex("twins_of: of_city: there is no city called \"Stalingard\": did you mean Stalingrad "
                           "\\(Volgograd, RU, id [0-9]+\\)\\?"));
}

TEST_F(Refusals, OfADate) {
  const std::string as_text = " is no text: write a date as text, such as '1950', '1950-06' or '1950-06-15'";
  EXPECT_EQ(refusal("twins_of('Coventry, GB', 1950)"), "twins_of: as_of: the integer 1950" + as_text);
  EXPECT_EQ(refusal("bonds_as_of(1950.5)"), "bonds_as_of: as_of: the real number 1950.5" + as_text);
  EXPECT_EQ(refusal("bonds_as_of(x'')"), "bonds_as_of: as_of: a blob of 0 bytes" + as_text);
  EXPECT_THAT(refusal("bonds_as_of('1900-02-29')"), StartsWith("bonds_as_of: as_of: date_calendar: \"1900-02-29\""));
  EXPECT_THAT(refusal("bonds_as_of('')"), StartsWith("bonds_as_of: as_of: "));
  EXPECT_THAT(refusal("chain('Coventry, GB', 'Dresden', 'soon')"), StartsWith("chain: as_of: date_form: \"soon\""));
  EXPECT_THAT(refusal("twins_of('Coventry, GB', '1998/..')"),
              StartsWith("twins_of: as_of: \"1998/..\" has no last day"));
  EXPECT_THAT(refusal("changes('today')"), StartsWith("changes: after_day: date_form: \"today\""));
  EXPECT_THAT(refusal("changes('2020', 'later')"), StartsWith("changes: to_day: date_form: \"later\""));
  EXPECT_THAT(refusal("changes('2020', '2010')"),
              StartsWith("changes: the period after 2020-12-31 and up to 2010-12-31"));
}

TEST_F(Refusals, OfWhatIsNeitherYesNorNo) {
  EXPECT_EQ(refusal("chain('Coventry, GB', 'Dresden', NULL, NULL, 2)"),
            "chain: certain_only: the integer 2 is neither yes nor no: give 1 or 0");
  EXPECT_EQ(refusal("chain('Coventry, GB', 'Dresden', NULL, NULL, 'yes')"),
            "chain: certain_only: \"yes\" is neither yes nor no: give 1 or 0");
}

TEST_F(Refusals, OfAMoment) {
  EXPECT_EQ(refusal("twins_of('Coventry, GB', NULL, 'then')"),
            "twins_of: known_at: \"then\" is no date and no instant: write '2026-11-23', the end of that day, or "
            "'2026-11-23T09:30:00.000Z'");
  for (const std::string call :
       {"twins_of('Coventry, GB', NULL, 5)", "bonds_as_of(NULL, 5)", "history_of('Coventry, GB', 5)",
        "changes('2020', NULL, 5)", "explain_bond(1, NULL, 5)", "search_city('Dresden', 5)",
        "chain('Coventry, GB', 'Dresden', NULL, 5)"}) {
    EXPECT_THAT(refusal(call), HasSubstr(": known_at: the integer 5 is no text")) << call;
  }
  EXPECT_THAT(refusal("bonds_as_of(NULL, '2026-11-23T25:00:00Z')"), HasSubstr("is no date and no instant"));
  EXPECT_THAT(refusal("bonds_as_of(NULL, '1998/..')"),
              StartsWith("bonds_as_of: known_at: \"1998/..\" has no last day"));
  EXPECT_THAT(refusal("bonds_as_of(NULL, replace(printf('%100000c', 'x'), 'x', '9'))"),
              HasSubstr("is no date and no instant"));
}

TEST_F(Refusals, OfAValue) {
  EXPECT_EQ(refusal_of_value("edtf_valid(1944)"),
            "edtf_valid: the integer 1944 is no text: give a date as text, such as '1944-06' or '1941/1944'");
  EXPECT_THAT(refusal_of_value("edtf_earliest('1900-02-29')"),
              StartsWith("edtf_earliest: date_calendar: \"1900-02-29\""));
  EXPECT_THAT(refusal_of_value("edtf_latest('soon')"), StartsWith("edtf_latest: date_form: \"soon\""));
  EXPECT_THAT(refusal_of_value("edtf_latest(x'31393434')"), StartsWith("edtf_latest: a blob of 4 bytes is no text"));
  EXPECT_EQ(refusal_of_value("fold(5)"), "fold: the integer 5 is no text: give a name");
  EXPECT_EQ(refusal_of_value("distance_km(91, 0, 0, 0)"),
            "distance_km: the integer 91 is no latitude: give degrees, -90 to 90");
  EXPECT_EQ(refusal_of_value("distance_km(0, 0, 0, -180.5)"),
            "distance_km: the real number -180.5 is no longitude: give degrees, -180 to 180");
  EXPECT_EQ(refusal_of_value("distance_km(0, '0', 0, 0)"),
            "distance_km: \"0\" is no longitude: give degrees, -180 to 180");
  EXPECT_THAT(refusal_of_value("distance_km(1e999, 0, 0, 0)"), HasSubstr("is no latitude"));
  EXPECT_THAT(refusal_of_value("fold()"), HasSubstr("wrong number of arguments"));
}

// Else a condition that SQLite can't hand over gives no rows, as if there were none.
TEST_F(Refusals, OfAnArgumentThatIsNotGivenByEquality) {
  const std::string advice =
      " is looked at and no value was given for it: give one in the call or by =, and put its table's name before a "
      "column that you mean";
  EXPECT_EQ(refusal("bonds_as_of WHERE as_of >= '1950'"), "bonds_as_of: as_of" + advice);
  EXPECT_EQ(refusal("twins_of(1) WHERE known_at LIKE '2030%'"), "twins_of: known_at" + advice);
  EXPECT_EQ(refusal("bonds_as_of(since)"), "bonds_as_of: as_of" + advice) << "a column of the answer itself";
}

TEST_F(Refusals, LeaveTheConnectionWhole) {
  refusal("twins_of('Xanadu')");
  EXPECT_EQ(host_.rows("SELECT count(*) > 0 FROM twins_of('Coventry, GB')"), "1\n");
  EXPECT_EQ(host_.refusal("CREATE TEMP TABLE mine (id INTEGER)"), "");
}

// Every database but a registry of this layout.
TEST(OtherFiles, AreRefused) {
  const support::TemporaryFile file("other.db");
  Database host = support::host_of(file.path());
  const auto refusal = [&] { return host.refusal("SELECT * FROM twins_of('Coventry, GB')"); };
  const std::string named = "twins_of: \"" + file.path().string() + "\" ";
  const std::string stranger =
      "is an SQLite database, but no registry of twin towns; open the registry itself, since no "
      "attached database is asked";
  EXPECT_EQ(refusal(), named + stranger) << "an empty file";
  host.run("CREATE TABLE city (id INTEGER, name TEXT)");
  EXPECT_EQ(refusal(), named + stranger);
  host.run("ATTACH '" + support::example_registry().string() + "' AS registry");
  EXPECT_EQ(refusal(), named + stranger) << "an attached database is asked";
  EXPECT_EQ(support::host_of(":memory:").refusal("SELECT * FROM bonds_as_of()"), "bonds_as_of: \"main\" " + stranger);

  host.run("PRAGMA application_id = " + std::to_string(0x5457494E));
  EXPECT_THAT(refusal(), MatchesRegex(".*has layout 0, which no version of twinning wrote: restore a backup.*"));
  host.run("PRAGMA user_version = 999");
  EXPECT_THAT(refusal(), MatchesRegex(".*has layout 999, but this version of twinning reads layout 1: use a newer.*"));
  host.run("PRAGMA user_version = 1");
  EXPECT_EQ(refusal(), "twins_of: no such column: c.uid") << "a file that only says that it is a registry";
}

TEST(OtherFiles, ThatAreNoDatabaseAreRefused) {
  const support::TemporaryFile file("torn.db");
  support::write_file(file.path(), std::string(4096, 'x'));
  Database host = support::host_of(file.path());
  EXPECT_THAT(host.refusal("SELECT * FROM twins_of('Coventry, GB')"), HasSubstr("file is not a database"));
  EXPECT_EQ(host.rows("SELECT fold('A')"), "a\n");
}

}  // namespace
}  // namespace twinning
