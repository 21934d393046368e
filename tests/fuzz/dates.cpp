// A date: the library and the file take the same texts and read the same days in them.

#include <sqlite3.h>

#include <memory>
#include <optional>
#include <string>

#include <twinning/date.hpp>
#include <twinning/time.hpp>

#include "support/database.hpp"
#include "support/fresh_registry.hpp"
#include "target.hpp"

namespace twinning::fuzz {
namespace {

struct Reading {
  std::string broken_rule;
  std::string earliest;
  std::string latest;
  friend bool operator==(const Reading&, const Reading&) = default;
};

Reading broken(const std::string& rule) { return {.broken_rule = rule, .earliest = "-", .latest = "-"}; }

std::string spelled(const Reading& reading) {
  return fmt::format("'{}' {} {}", reading.broken_rule, reading.earliest, reading.latest);
}

Reading read_by_the_library(std::string_view text) {
  const std::optional<Date> parsed = Date::parse(text);
  try {
    const Date date(text);
    require(parsed == date, "parse gives what the constructor gives");
    require(date.text() == text, "the text is kept");
    require(Date(date.text()) == date, "the text gives the same date");
    if (date.earliest() && date.latest()) require(*date.earliest() <= *date.latest(), "earliest is not after latest");
    if (date.latest()) require(AsOf(date).day() == date.latest(), "as of a date means its last day");
    return {.broken_rule = "",
            .earliest = date.earliest() ? to_string(*date.earliest()) : "-",
            .latest = date.latest() ? to_string(*date.latest()) : "-"};
  } catch (const Error& error) {
    require(!parsed, "parse refuses what the constructor refuses");
    require_refusal(error, {ErrorCategory::invalid_argument});
    return broken(error.rule());
  }
}

/// A registry into which a date is put as any other program would put it, and taken out again.
class File {
 public:
  File() {
    database_.run("PRAGMA temp_store = MEMORY; BEGIN");
    sqlite3_stmt* prepared = nullptr;
    sqlite3_prepare_v2(database_.get(), "INSERT INTO edtf_date (date) VALUES (?)", -1, &prepared, nullptr);
    insert_.reset(prepared);
  }

  Reading read(std::string_view text) {
    database_.run("SAVEPOINT one_date");
    const Reading reading = insert(text);
    database_.run("ROLLBACK TO one_date; RELEASE one_date");
    return reading;
  }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
  };

  Reading insert(std::string_view text) {
    sqlite3_bind_text64(insert_.get(), 1, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    const int result = sqlite3_step(insert_.get());
    const std::string message = sqlite3_errmsg(database_.get());
    sqlite3_reset(insert_.get());
    if (result != SQLITE_DONE) {
      return broken(message.substr(0, message.find(": ")));
    }
    const std::string row = database_.rows("SELECT earliest, latest FROM edtf_date");  // a new registry has none
    const std::size_t bar = row.find('|');
    return {.broken_rule = "", .earliest = row.substr(0, bar), .latest = row.substr(bar + 1, row.size() - bar - 2)};
  }

  support::Database database_ = support::fresh_registry();
  std::unique_ptr<sqlite3_stmt, Finalize> insert_;  // made once: it takes longer than to run it
};

}  // namespace
}  // namespace twinning::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace twinning::fuzz;
  static File file;
  const std::string_view text = Bytes(data, size).rest();
  const Reading by_the_library = read_by_the_library(text);
  const Reading by_the_file = file.read(text);
  require(by_the_library == by_the_file,
          fmt::format("the library reads {}, the file {}", spelled(by_the_library), spelled(by_the_file)));
  return 0;
}
