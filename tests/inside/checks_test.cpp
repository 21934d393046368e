#include "checks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <regex>
#include <string>

#include <twinning/error.hpp>

#include "embedded_sql.hpp"
#include "layout.hpp"

namespace twinning {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::string told(const std::vector<Check>& checks) {
  std::string text;
  for (const Check& check : checks) text += check.name + ": " + check.condition + '\n';
  return text;
}

TEST(Checks, AreFoundByTheirNames) {
  EXPECT_EQ(told(checks_in("CREATE TABLE t (a TEXT CONSTRAINT a_form CHECK (a GLOB 'x*'), -- CHECK (no)\n"
                           "  b INTEGER CONSTRAINT b_small CHECK (b < (1 + (2))) REFERENCES u (b),\n"
                           "  CONSTRAINT both -- what both need\n  CHECK (a <> ')' AND b <> \"(\")) STRICT")),
            "a_form: a GLOB 'x*'\nb_small: b < (1 + (2))\nboth: a <> ')' AND b <> \"(\"\n");
}

TEST(Checks, OfTextThatEndsEarlyAreNone) {
  EXPECT_THAT(checks_in(""), IsEmpty());
  EXPECT_EQ(told(checks_in("CREATE TABLE t (a CONSTRAINT a_form CHECK (a = 'open")), "a_form: a = 'open\n");
}

/// Each CHECK of the layout, counted another way.
TEST(Checks, OfTheLayoutAreAllFound) {
  std::size_t found = 0;
  std::size_t expected = 0;
  for (const EmbeddedSql& file : embedded_durable_schema()) {
    for (const Check& check : checks_in(file.text)) {
      EXPECT_TRUE(std::regex_match(check.name, std::regex("[a-z][a-z_0-9]+"))) << check.condition;
      ++found;
    }
    const std::string text = std::regex_replace(std::string(file.text), std::regex("--[^\n]*"), "");
    const std::regex check(R"(\bCHECK\s*\()");
    expected += static_cast<std::size_t>(
        std::distance(std::sregex_iterator(text.begin(), text.end(), check), std::sregex_iterator()));
  }
  EXPECT_EQ(found, expected);
  EXPECT_GT(found, 40U);
}

class ProvenChecks : public testing::Test {
 protected:
  ProvenChecks() : connection_(":memory:", Connection::Mode::create, std::chrono::milliseconds(0)) {
    lay_out(connection_);
    connection_.execute("INSERT INTO city (id, name) VALUES (1, 'Coventry')");
    connection_.execute("PRAGMA ignore_check_constraints = ON");
  }

  std::string broken_rule(std::int64_t last) {
    constexpr std::array<std::string_view, 1> alike = {"uid_form"};
    try {
      prove_checks_after(connection_, "city", "id", last, alike);
    } catch (const Error& error) {
      EXPECT_EQ(error.category(), ErrorCategory::rule_broken);
      EXPECT_THAT(error.what(), HasSubstr("CHECK constraint failed: " + error.rule()));
      return error.rule();
    }
    return "none";
  }

  Connection connection_;
};

TEST_F(ProvenChecks, HoldForRowsThatAreAsTheyShouldBe) {
  connection_.execute("INSERT INTO city (id, name, latitude, longitude) VALUES (2, 'Kiel', 54.3, 10.1)");
  EXPECT_EQ(broken_rule(0), "none");
}

TEST_F(ProvenChecks, TellWhichIsBroken) {
  connection_.execute("INSERT INTO city (id, name, latitude, longitude) VALUES (2, 'Kiel', 91, 10.1)");
  connection_.execute("INSERT INTO city (id, name) VALUES (3, 'Graz')");
  EXPECT_EQ(broken_rule(0), "city_latitude_on_globe");
  EXPECT_EQ(broken_rule(2), "none") << "of the rows after the second one";
  prove_checks_of_row(connection_, "city", 3);
  EXPECT_THROW(prove_checks_of_row(connection_, "city", 2), Error);
}

TEST_F(ProvenChecks, OfWhatIsMadeAlikeLookAtTheLastRow) {
  connection_.execute("INSERT INTO city (id, name, uid) VALUES (2, 'Kiel', 'no uid')");
  EXPECT_EQ(broken_rule(1), "city_uid_form");
  EXPECT_EQ(broken_rule(2), "none");
}

}  // namespace
}  // namespace twinning
