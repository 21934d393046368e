#pragma once

#include <string>
#include <vector>

#include <twinning/twinning.hpp>

#include "api/book.hpp"

namespace twinning::cases {

/// "Volgograd active certain", for each twin on a day: a day, a month or a year, which means its last day.
inline std::vector<std::string> twins(const Snapshot& snapshot, CityId city, const char* day) {
  std::vector<std::string> words;
  for (const Twin& twin : snapshot.twins(city, AsOf{Date{day}})) {
    words.push_back(twin.name + " " + std::string(to_string(twin.status)) + " " +
                    std::string(to_string(twin.certainty)));
  }
  return words;
}

inline std::vector<std::string> twins(const support::Book& book, CityId city, const char* day) {
  return book.ask([&](const Snapshot& now) { return twins(now, city, day); });
}

/// "active certain", or each of several that are possible.
inline std::vector<std::string> status(const Snapshot& snapshot, BondId bond, const char* day) {
  std::vector<std::string> words;
  for (const StatusOnDay& status : snapshot.status(bond, AsOf{Date{day}})) {
    words.push_back(std::string(to_string(status.status)) + " " + std::string(to_string(status.certainty)));
  }
  return words;
}

inline std::vector<std::string> status(const support::Book& book, BondId bond, const char* day) {
  return book.ask([&](const Snapshot& now) { return status(now, bond, day); });
}

inline Bond bond_on(const support::Book& book, BondId bond, const char* day) {
  return book.ask([&](const Snapshot& now) { return now.get_bond(bond, AsOf{Date{day}}); });
}

/// The rules of all that is odd.
inline std::vector<std::string> oddities(const support::Book& book) {
  return book.ask([](const Snapshot& now) {
    std::vector<std::string> rules;
    for (const Anomaly& anomaly : now.anomalies()) rules.push_back(anomaly.rule);
    return rules;
  });
}

/// "cut 2012: press", for each rival account.
inline std::vector<std::string> rivals(const support::Book& book) {
  return book.ask([](const Snapshot& now) {
    std::vector<std::string> words;
    for (const Event& event : now.rivals()) {
      words.push_back(event.kind.text() + " " + (event.date ? event.date->text() : "undated") + ": " +
                      event.sources.value_or("no source"));
    }
    return words;
  });
}

inline SourceId source(support::Book& book, const std::string& title) {
  return book.registry().write([&](Transaction& tx) { return tx.add_source({.title = title}); });
}

/// An act with the source that tells of it.
inline EventId told(support::Book& book, BondId bond, const NewEvent& event, const std::string& title) {
  const SourceId source = cases::source(book, title);
  return book.registry().write([&](Transaction& tx) {
    const EventId act = tx.record(bond, event);
    tx.cite(act, source);
    return act;
  });
}

}  // namespace twinning::cases
