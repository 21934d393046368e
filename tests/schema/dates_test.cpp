// Dates are read twice, by the views of the file and by the library's class Date: these tests hold the two together.

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <sqlite3.h>

#include <twinning/date.hpp>
#include <twinning/error.hpp>

#include "schema/date_texts.hpp"
#include "support/database.hpp"
#include "support/fresh_registry.hpp"

namespace twinning {
namespace {

using support::Database;

// Either the rule that the text breaks, or its first and last day.
struct Verdict {
  std::string broken_rule;
  std::optional<std::string> earliest;
  std::optional<std::string> latest;

  friend bool operator==(const Verdict&, const Verdict&) = default;

  friend std::ostream& operator<<(std::ostream& stream, const Verdict& verdict) {
    if (!verdict.broken_rule.empty()) return stream << verdict.broken_rule;
    return stream << verdict.earliest.value_or("open") << " to " << verdict.latest.value_or("open");
  }
};

std::string printable(std::string_view text) { return testing::PrintToString(std::string(text)); }

class Statement {
 public:
  Statement(const Database& database, const char* sql) {
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(database.get(), sql, -1, &prepared, nullptr) != SQLITE_OK) {
      throw std::runtime_error(sqlite3_errmsg(database.get()));
    }
    statement_.reset(prepared);
  }

  // Bound with its length, so that a NUL within it is not its end.
  int run_with(std::string_view text) {
    sqlite3_reset(statement_.get());
    sqlite3_bind_text64(statement_.get(), 1, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    return sqlite3_step(statement_.get());
  }

  std::optional<std::string> text(int column) const {
    const unsigned char* value = sqlite3_column_text(statement_.get(), column);
    if (value == nullptr) return std::nullopt;
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): SQLite's text is of unsigned characters.
    return reinterpret_cast<const char*>(value);
  }

  void reset() { sqlite3_reset(statement_.get()); }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
  };

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// A registry into which dates are put as any other program would put them.
class FileReader {
 public:
  FileReader() {
    // The views sort: in memory, lest each of many thousand dates make a file for it.
    database_.run("PRAGMA temp_store = MEMORY");
  }

  Verdict read(std::string_view text) {
    const int result = insert_.run_with(text);
    const std::string message = sqlite3_errmsg(database_.get());
    insert_.reset();
    if (result != SQLITE_DONE) return {message.substr(0, message.find(": ")), std::nullopt, std::nullopt};
    if (find_.run_with(text) != SQLITE_ROW) return {"not in the file", std::nullopt, std::nullopt};
    Verdict verdict{"", find_.text(0), find_.text(1)};
    find_.reset();
    return verdict;
  }

 private:
  Database database_ = support::fresh_registry();
  Statement insert_{database_, "INSERT INTO edtf_date (date) VALUES (?)"};
  Statement find_{database_, "SELECT earliest, latest FROM edtf_date WHERE date = ?"};
};

std::optional<std::string> spelled(std::optional<Day> day) {
  return day ? std::optional(to_string(*day)) : std::nullopt;
}

Verdict read_by_the_library(std::string_view text) {
  if (const std::optional<Date> date = Date::parse(text)) {
    return {"", spelled(date->earliest()), spelled(date->latest())};
  }
  try {
    const Date date(text);
  } catch (const Error& error) {
    return {error.rule(), std::nullopt, std::nullopt};
  }
  return {"refused by parse and accepted by the constructor", std::nullopt, std::nullopt};
}

TEST(Dates, AreReadByTheFileAsByTheLibrary) {
  FileReader file;
  int accepted = 0;
  int refused = 0;
  for (const std::string& text : support::date_texts()) {
    const Verdict verdict = file.read(text);
    EXPECT_EQ(verdict, read_by_the_library(text)) << printable(text);
    ++(verdict.broken_rule.empty() ? accepted : refused);
  }
  EXPECT_GT(accepted, 4000);
  EXPECT_GT(refused, 20000);
}

struct Expected {
  std::string_view text;
  Verdict verdict;
};

// A few by hand, lest file and library be wrong together.
TEST(Dates, AreReadByTheFileAsTheyAreMeant) {
  const std::vector<Expected> table = {
      {"1944", {"", "1944-01-01", "1944-12-31"}},
      {"0836", {"", "0836-01-01", "0836-12-31"}},
      {"0000-02-29", {"", "0000-02-29", "0000-02-29"}},
      {"1900-02", {"", "1900-02-01", "1900-02-28"}},
      {"2000-02", {"", "2000-02-01", "2000-02-29"}},
      {"194X", {"", "1940-01-01", "1949-12-31"}},
      {"19XX", {"", "1900-01-01", "1999-12-31"}},
      {"1944-06?", {"", "1944-06-01", "1944-06-30"}},
      {"1944-XX", {"", "1944-01-01", "1944-12-31"}},
      {"1944-02-XX", {"", "1944-02-01", "1944-02-29"}},
      {"1944-21", {"", "1944-01-01", "1944-12-31"}},
      {"1941/1944-06", {"", "1941-01-01", "1944-06-30"}},
      {"1998-09-24/..", {"", "1998-09-24", std::nullopt}},
      {"/1985", {"", std::nullopt, "1985-12-31"}},
      {"[1944,1941]", {"", "1941-01-01", "1944-12-31"}},
      {"[..1960]", {"", std::nullopt, "1960-12-31"}},
      {"[1940..1944,1980..]", {"", "1940-01-01", std::nullopt}},
      {"", {"date_form", std::nullopt, std::nullopt}},
      {"44", {"date_form", std::nullopt, std::nullopt}},
      {"-0836-01-01", {"date_form", std::nullopt, std::nullopt}},
      {"../..", {"date_form", std::nullopt, std::nullopt}},
      {"1944-13", {"date_calendar", std::nullopt, std::nullopt}},
      {"2001-02-30", {"date_calendar", std::nullopt, std::nullopt}},
      {"1900-02-29", {"date_calendar", std::nullopt, std::nullopt}},
      {"1944/1941", {"date_order", std::nullopt, std::nullopt}},
      {"[1944..1941]", {"date_order", std::nullopt, std::nullopt}},
  };
  FileReader file;
  for (const Expected& expected : table) EXPECT_EQ(file.read(expected.text), expected.verdict) << expected.text;
}

// A plain day is read without the view that reads all the other forms; here the view reads every day of some years.
TEST(Dates, AreTheSameByTheShortWay) {
  Database database = support::fresh_registry();
  database.run(
      "WITH RECURSIVE day (date) AS ("
      "  SELECT column1 FROM (VALUES ('0000-01-01'), ('0004-01-01'), ('0100-01-01'), ('0836-01-01'), ('1582-01-01'),"
      "    ('1900-01-01'), ('1999-01-01'), ('2000-01-01'), ('9999-01-01'))"
      "  UNION ALL"
      "  SELECT date(date, '+1 day') FROM day WHERE substr(date, 5) <> '-12-31')"
      "INSERT INTO edtf_date (date) SELECT date FROM day");
  // 0000, 0004, 0836 and 2000 are leap years.
  EXPECT_EQ(database.rows("SELECT count(*) FROM edtf_date"), std::to_string(9 * 365 + 4) + "\n");
  EXPECT_EQ(database.rows("SELECT date FROM edtf_date WHERE earliest IS NOT date OR latest IS NOT date"), "");
  EXPECT_EQ(database.rows("SELECT r.date, r.broken_rule, r.earliest, r.latest FROM edtf_reading AS r "
                          "WHERE (r.broken_rule, r.earliest, r.latest) IS NOT (NULL, r.date, r.date)"),
            "");
}

}  // namespace
}  // namespace twinning
