#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <twinning/twinning.hpp>

namespace twinning::support {

/// Twelve o'clock of a day, UTC.
inline Instant noon(int year, unsigned month, unsigned day) {
  const Day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  return std::chrono::sys_days(date) + std::chrono::hours(12);
}

/// A clock that stands still until it is set. Copies show the same time; not to be set while another thread looks.
class Clock {
 public:
  explicit Clock(Instant instant = noon(2026, 6, 15)) : instant_(std::make_shared<Instant>(instant)) {}
  void set(Instant instant) { *instant_ = instant; }
  Instant operator()() const { return *instant_; }

 private:
  std::shared_ptr<Instant> instant_;
};

/// The error that `work` throws; a failure of the test if it throws none.
template <typename Work>
Error error_of(Work&& work) {
  try {
    std::forward<Work>(work)();
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << "nothing was thrown";
  return Error(ErrorCategory::internal, "nothing was thrown");
}

inline bool is_one_line(const std::string& text) {
  return !text.empty() && text.find('\n') == std::string::npos && text.find('\r') == std::string::npos;
}

/// A registry in memory whose clock stands still, with short verbs to fill it: each is a transaction of its own.
class Book {
 public:
  Book() : registry_(Registry::in_memory({.clock = clock_})) {}

  Registry& registry() { return registry_; }
  Clock& clock() { return clock_; }

  CityId city(const std::string& name, const std::optional<Country>& country = {}) {
    return registry_.write([&](Transaction& tx) { return tx.add_city({.name = name, .country = country}); });
  }

  NameId name(CityId city, const NewName& name) {
    return registry_.write([&](Transaction& tx) { return tx.add_name(city, name); });
  }

  /// A bond formed on a date, which may be unknown.
  BondId bond(const std::vector<CityId>& parties, const std::optional<Date>& date = {}) {
    return form({.parties = parties, .date = date});
  }

  BondId form(const NewBond& bond) {
    return registry_.write([&](Transaction& tx) { return tx.form(bond); });
  }

  /// A bond without an act.
  BondId blank_bond(const std::vector<CityId>& parties) {
    return registry_.write([&](Transaction& tx) { return tx.add_bond({.parties = parties}); });
  }

  EventId act(BondId bond, const NewEvent& event) {
    return registry_.write([&](Transaction& tx) { return tx.record(bond, event); });
  }

  template <typename Question>
  auto ask(Question&& question) const {
    return registry_.read(std::forward<Question>(question));
  }

 private:
  Clock clock_;
  Registry registry_;
};

}  // namespace twinning::support
