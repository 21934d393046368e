#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <twinning/code.hpp>
#include <twinning/date.hpp>
#include <twinning/error.hpp>
#include <twinning/id.hpp>

#include "connection.hpp"
#include "quote.hpp"

// What every write needs: errors that name the values, and several statements as one.

namespace twinning {

/// Says, in an error, which values the file refused.
class Values {
 public:
  Values& add(std::string_view name, const std::string& value) {
    text_ += fmt::format("{}{} {}", text_.empty() ? "" : ", ", name, quote(value));
    return *this;
  }
  Values& add(std::string_view name, double value) {
    text_ += fmt::format("{}{} {}", text_.empty() ? "" : ", ", name, value);
    return *this;
  }
  Values& add(std::string_view name, std::int64_t value) {
    text_ += fmt::format("{}{} {}", text_.empty() ? "" : ", ", name, value);
    return *this;
  }
  template <typename Thing>
  Values& add(std::string_view name, Id<Thing> id) {
    return add(name, id.value());
  }
  template <typename List>
  Values& add(std::string_view name, const Code<List>& code) {
    return add(name, code.text());
  }
  Values& add(std::string_view name, const Date& date) { return add(name, date.text()); }
  template <typename Value>
  Values& add(std::string_view name, const std::optional<Value>& value) {
    return value ? add(name, *value) : *this;
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// Runs `body`; an error from it says the values as well, which `describe` puts together only then.
template <typename Describe, typename Body>
decltype(auto) with_values(Describe&& describe, Body&& body) {
  try {
    return body();
  } catch (const Error& error) {
    const Values values = describe();
    throw Error(error.category(), fmt::format("{} ({})", error.what(), values.text()), error.rule(),
                error.sqlite_code());
  }
}

/// All of several statements or none of them: what is written between is undone unless it is kept.
class Savepoint {
 public:
  explicit Savepoint(Connection& connection)
      : connection_(connection),
        undoing_(connection, "ROLLBACK TO several"),
        releasing_(connection, "RELEASE several") {
    Statement(connection_, "SAVEPOINT several").run();
  }
  ~Savepoint() {
    if (kept_ || !connection_.in_transaction()) return;
    try {
      undoing_.run();
      releasing_.run();
    } catch (...) {
      // The error that brought us here says more; SQLite has then rolled the whole transaction back.
    }
  }
  Savepoint(const Savepoint&) = delete;
  Savepoint& operator=(const Savepoint&) = delete;
  void keep() {
    releasing_.run();
    kept_ = true;
  }

 private:
  Connection& connection_;
  // Ready, so that they need no memory where there is none.
  Statement undoing_;
  Statement releasing_;
  bool kept_ = false;
};

/// After some errors SQLite rolls the transaction back by itself: what came next would then be written alone.
inline void require_transaction(const Connection& connection) {
  if (!connection.in_transaction()) {
    throw Error(ErrorCategory::misuse, "the transaction was rolled back after an earlier error; let that error out");
  }
}

}  // namespace twinning
