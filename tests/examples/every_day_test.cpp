// Several ways to one answer: what the views say, what the library says, and what it derives while looking back. They
// must agree on the whole example registry on every day on which anything happens in it.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <twinning/twinning.hpp>

#include "examples/example_registry.hpp"
#include "support/database.hpp"

namespace twinning {
namespace {

using support::example_registry;

template <typename List>
std::string text(const Code<List>& code) {
  return code.text();
}
std::string text(const std::string& words) { return words; }
std::string text(const Date& date) { return date.text(); }
std::string text(Day day) { return to_string(day); }
template <typename Thing>
std::string text(Id<Thing> id) {
  return std::to_string(id.value());
}

template <typename Value>
std::string text(const std::optional<Value>& value) {
  return value ? text(*value) : std::string("-");
}

std::string line(const Twin& twin) {
  return text(twin.city) + "|" + text(twin.bond) + "|" + twin.name + "|" + twin.name_then + "|" + text(twin.country) +
         "|" + text(twin.kind) + "|" + std::string(to_string(twin.status)) + "|" +
         std::string(to_string(twin.certainty)) + "|" + text(twin.since) + "|" + text(twin.until) + "\n";
}

std::string line(const Bond& bond) {
  return text(bond.id) + "|" + bond.parties + "|" + (bond.status ? std::string(to_string(*bond.status)) : "-") + "|" +
         text(bond.formed) + "|" + text(bond.ended) + "|" + text(bond.reason) + "\n";
}

std::string line(const Event& event) {
  return text(event.id) + "|" + text(event.kind) + "|" + text(event.date) + "|" + text(event.sources) + "\n";
}

std::vector<CityId> cities(const Snapshot& snapshot) {
  std::vector<CityId> ids;
  snapshot.for_each_city([&](const City& city) { ids.push_back(city.id); });
  return ids;
}

/// The twins of every city on a day, and which of them are twinned for certain.
std::string twins_on(const Snapshot& snapshot, const std::string& day) {
  std::string lines;
  const AsOf as_of{Date(day)};
  for (const CityId city : cities(snapshot)) {
    for (const Twin& twin : snapshot.twins(city, as_of)) {
      lines += line(twin) + std::to_string(static_cast<int>(snapshot.are_twinned(city, twin.city, as_of)));
    }
  }
  return lines;
}

std::string all_else(const Snapshot& snapshot) {
  std::string lines;
  snapshot.for_each_bond({}, [&](const Bond& bond) { lines += line(bond); });
  for (const Bond& bond : snapshot.bonds()) {
    for (const Event& event : snapshot.history(bond.id)) lines += line(event);
    for (const Span& span : snapshot.spans(bond.id))
      lines += to_string(span.from_earliest) + text(span.to_latest) + "\n";
  }
  for (const CityId city : cities(snapshot)) lines += snapshot.name_on(city, AsOf(Date("1950"))) + "\n";
  for (const TwinCount& count : snapshot.most_twinned(1000)) lines += count.name + std::to_string(count.twins) + "\n";
  for (const DecadeCount& count : snapshot.bonds_per_decade()) lines += std::to_string(count.formed) + "\n";
  for (const CountryPairCount& pair : snapshot.country_pairs())
    lines += text(pair.a) + std::to_string(pair.bonds) + "\n";
  for (const Anomaly& anomaly : snapshot.anomalies()) lines += anomaly.rule + anomaly.explanation + "\n";
  for (const Keepsake& keepsake : snapshot.keepsakes()) lines += keepsake.title + "\n";
  for (const UnexplainedBond& bond : snapshot.unexplained_bonds()) lines += bond.parties + "\n";
  return lines;
}

std::set<std::string> days_of_change() {
  const support::Database database(example_registry());
  std::string rows = database.rows(
      "SELECT from_earliest FROM twin_span UNION SELECT from_latest FROM twin_span WHERE from_latest IS NOT NULL UNION "
      "SELECT date(from_earliest, '-1 day') FROM twin_span WHERE from_earliest > '0000-01-01'");
  std::set<std::string> days;
  for (std::size_t start = 0; start < rows.size();) {
    const std::size_t end = rows.find('\n', start);
    days.insert(rows.substr(start, end - start));
    start = end + 1;
  }
  return days;
}

std::vector<std::string> sorted_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string each; std::getline(stream, each);) lines.push_back(each);
  std::ranges::sort(lines);
  return lines;
}

TEST(Views, GiveTheTwinsThatTheLibraryGivesOnEveryDayOfChange) {
  const Registry registry = Registry::open(example_registry().string(), {.mode = Mode::read_only});
  const support::Database database(example_registry());
  registry.read([&](const Snapshot& now) {
    for (const std::string& day : days_of_change()) {
      std::string library;
      for (const CityId city : cities(now)) {
        for (const Twin& twin : now.twins(city, AsOf{Date(day)})) {
          library += text(city) + "|" + text(twin.bond) + "|" + twin.name + "|" + std::string(to_string(twin.status)) +
                     "|" + std::string(to_string(twin.certainty)) + "|" + text(twin.since) + "\n";
        }
      }
      const std::string views = database.rows(
          "SELECT city_id, bond_id, twin, status, CASE WHEN from_latest <= d.day AND (to_earliest IS NULL OR d.day < "
          "to_earliest) THEN 'certain' ELSE 'possible' END, since FROM (SELECT '" +
          day +
          "' AS day) AS d JOIN twins_by_day ON from_earliest <= d.day AND (to_latest IS NULL OR d.day < to_latest) "
          "WHERE status IN ('active', 'suspended', 'dormant')");
      ASSERT_EQ(sorted_lines(library), sorted_lines(views)) << day;
    }
  });
}

TEST(Views, GiveTheStatusThatTheLibraryGivesOnEveryDayOnWhichItChanges) {
  const Registry registry = Registry::open(example_registry().string(), {.mode = Mode::read_only});
  const support::Database database(example_registry());
  // Every bond on the first, the last and the day before each bound of its spans.
  const std::string views = database.rows(
      "WITH span AS MATERIALIZED (SELECT * FROM bond_span), bound AS (SELECT bond_id, from_earliest AS day FROM span "
      "UNION "
      "SELECT bond_id, from_latest FROM span WHERE from_latest IS NOT NULL), asked AS (SELECT * FROM bound UNION "
      "SELECT "
      "bond_id, date(day, '-1 day') FROM bound WHERE day > '0000-01-01') "
      "SELECT a.bond_id, a.day, s.status, CASE WHEN s.from_latest <= a.day AND (s.to_earliest IS NULL OR a.day < "
      "s.to_earliest) THEN 'certain' ELSE 'possible' END FROM asked AS a LEFT JOIN span AS s ON s.bond_id = a.bond_id "
      "AND s.from_earliest <= a.day AND (s.to_latest IS NULL OR a.day < s.to_latest)");
  std::set<std::pair<std::string, std::string>> asked;
  for (const std::string& each : sorted_lines(views)) {
    const auto bond = each.find('|');
    asked.emplace(each.substr(0, bond), each.substr(bond + 1, 10));
  }
  ASSERT_GT(asked.size(), 700U);
  std::string library;
  registry.read([&](const Snapshot& now) {
    for (const auto& [bond, day] : asked) {
      const std::string begin = bond + "|" + day + "|";
      const auto statuses = now.status(BondId(std::stoll(bond)), AsOf{Date(day)});
      if (statuses.empty()) library += begin + "-|possible\n";
      for (const StatusOnDay& status : statuses) {
        library +=
            begin + std::string(to_string(status.status)) + "|" + std::string(to_string(status.certainty)) + "\n";
      }
    }
  });
  EXPECT_EQ(sorted_lines(library), sorted_lines(views));
}

TEST(LookingBack, GivesTheTwinsThatAreStoredOnEveryDayOfChange) {
  const Registry registry = Registry::open(example_registry().string(), {.mode = Mode::read_only});
  const std::set<std::string> days = days_of_change();
  ASSERT_GT(days.size(), 200U);
  registry.read([&](const Snapshot& now) {
    registry.read(KnownAt(Date("9998")), [&](const Snapshot& back) {
      for (const std::string& day : days) ASSERT_EQ(twins_on(now, day), twins_on(back, day)) << day;
    });
  });
}

TEST(LookingBack, GivesAllOtherAnswersAlike) {
  const Registry registry = Registry::open(example_registry().string(), {.mode = Mode::read_only});
  const std::string now = registry.read(all_else);
  ASSERT_GT(now.size(), 30'000U);
  EXPECT_EQ(registry.read(KnownAt(Date("9998")), all_else), now);
}

TEST(LookingBack, FindsNothingBeforeTheFirstRecording) {
  const Registry registry = Registry::open(example_registry().string(), {.mode = Mode::read_only});
  registry.read(KnownAt(Date("1999")), [](const Snapshot& back) {
    EXPECT_EQ(twins_on(back, "2000"), "");
    EXPECT_TRUE(back.bonds().empty());
    EXPECT_TRUE(back.anomalies().empty());
  });
}

}  // namespace
}  // namespace twinning
