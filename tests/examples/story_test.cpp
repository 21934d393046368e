// The facts of the article, asked of the example registry through the library and through the sqlite3 shell: each in
// one line over a view, and both the same.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include <twinning/twinning.hpp>

#include "examples/example_registry.hpp"
#include "support/shell.hpp"

namespace twinning {
namespace {

using support::example_registry;
using support::ShellRun;

template <typename Value>
std::string text(const std::optional<Value>& value) {
  if (!value) return "";
  if constexpr (std::is_same_v<Value, std::string>)
    return *value;
  else if constexpr (std::is_same_v<Value, std::int64_t>)
    return std::to_string(*value);
  else
    return value->text();
}

std::string line(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) joined += (joined.empty() ? "" : "|") + word;
  return joined + "\n";
}

City city(const Snapshot& now, const char* name, const char* country) { return now.find_city(name, country).value(); }

/// The only bond between two cities.
Bond bond(const Snapshot& now, const City& one, const City& other) {
  std::vector<Bond> bonds = now.bonds({.city = one.id});
  std::erase_if(bonds, [&](const Bond& found) {
    const auto parties = now.parties(found.id);
    return std::none_of(parties.begin(), parties.end(), [&](const City& party) { return party.id == other.id; });
  });
  return bonds.size() == 1 ? bonds.front() : throw std::runtime_error("not one bond");
}

std::vector<Twin> dated_twins(const Snapshot& now, const City& of) {
  std::vector<Twin> twins = now.twins(of.id);
  std::erase_if(twins, [](const Twin& twin) { return !twin.since; });
  std::sort(twins.begin(), twins.end(),
            [](const Twin& one, const Twin& other) { return one.since->earliest() < other.since->earliest(); });
  return twins;
}

struct Fact {
  std::string what;
  std::string sql;
  std::function<std::string(const Snapshot&)> ask;
  std::string expected;
};

std::vector<Fact> facts_of_coventry() {
  return {
      {"How many twins Coventry has", "SELECT count(*) FROM twins WHERE city = 'Coventry'",
       [](const Snapshot& now) { return line({std::to_string(now.twins(city(now, "Coventry", "GB").id).size())}); },
       "26\n"},
      {"Its first twin, then and now",
       "SELECT twin_then, since, twin, status FROM twins_ever WHERE city = 'Coventry' AND since IS NOT NULL ORDER BY "
       "since_earliest LIMIT 1",
       [](const Snapshot& now) {
         const Twin first = dated_twins(now, city(now, "Coventry", "GB")).front();
         return line({now.name_on(first.city, AsOf{*first.since}), text(first.since), first.name,
                      std::string(to_string(first.status))});
       },
       "Stalingrad|1944|Volgograd|suspended\n"},
      {"Since when Stalingrad is called Volgograd",
       "SELECT name, since FROM city_called WHERE name = 'Volgograd' AND kind = 'official'",
       [](const Snapshot& now) {
         for (const Name& name : now.names(city(now, "Stalingrad", "RU").id)) {
           if (name.kind == NameKind(NameKind::official)) return line({name.name, text(name.since)});
         }
         return std::string("no official name");
       },
       "Volgograd|1961\n"},
      {"Its newest twin",
       "SELECT twin, since FROM twins WHERE city = 'Coventry' AND since IS NOT NULL ORDER BY since DESC LIMIT 1",
       [](const Snapshot& now) {
         const Twin newest = dated_twins(now, city(now, "Coventry", "GB")).back();
         return line({newest.name, text(newest.since)});
       },
       "Jinan|1983-10-03\n"},
      {"Why Coventry and Kingston were twinned: a source says that nobody knows",
       "SELECT parties, reason FROM unexplained_bond WHERE reason = 'unknown'",
       [](const Snapshot& now) {
         std::string lines;
         for (const UnexplainedBond& found : now.unexplained_bonds()) {
           if (found.reason) lines += line({found.parties, text(found.reason)});
         }
         return lines;
       },
       "Coventry - Kingston|unknown\n"},
      {"What was left behind, and where it is",
       "SELECT keepsake, kind, place FROM bond_keepsake WHERE parties LIKE '%Coventry%'",
       [](const Snapshot& now) {
         std::string lines;
         for (const Bond& found : now.bonds({.city = city(now, "Coventry", "GB").id})) {
           for (const Keepsake& keepsake : now.keepsakes({.bond = found.id})) {
             lines += line({keepsake.title, keepsake.kind.text(), text(keepsake.place)});
           }
         }
         return lines;
       },
       "Tablecloth with the names of women of Coventry|gift|Panorama Museum, Volgograd\n"
       "Album with the names of women of Stalingrad|gift|Coventry\n"
       "Volgograd Place|place_name|Coventry, under the ring road\n"
       "Peace Garden|monument|Coventry\n"},
  };
}

std::vector<Fact> facts_of_others() {
  return {
      {"Milan and Saint Petersburg are cut, with a reason",
       "SELECT status, formed, ended, reason FROM bond_status WHERE parties = 'Milan - Saint Petersburg'",
       [](const Snapshot& now) {
         const Bond found = bond(now, city(now, "Milan", "IT"), city(now, "Saint Petersburg", "RU"));
         return line(
             {std::string(to_string(found.status.value())), text(found.formed), text(found.ended), text(found.reason)});
       },
       "ended|1967|2012|lgbt_rights\n"},
      {"Another account of it is kept as a rival",
       "SELECT event, date FROM disputed_event WHERE parties = 'Milan - Saint Petersburg'",
       [](const Snapshot& now) {
         std::string lines;
         for (const Event& event : now.rivals()) {
           if (event.parties == "Milan - Saint Petersburg") lines += line({event.kind.text(), text(event.date)});
         }
         return lines;
       },
       "suspended|2012-11-23\n"},
      {"Dull, Boring and Bland are one bond of three",
       "SELECT count(*), group_concat(city, ', ') FROM (SELECT city FROM party WHERE bond_id = "
       "(SELECT bond_id FROM party WHERE city = 'Dull') ORDER BY city)",
       [](const Snapshot& now) {
         std::vector<std::string> names;
         for (const City& party : now.parties(bond(now, city(now, "Dull", "GB"), city(now, "Boring", "US")).id)) {
           names.push_back(party.name);
         }
         std::sort(names.begin(), names.end());
         return line({std::to_string(names.size()), names.at(0) + ", " + names.at(1) + ", " + names.at(2)});
       },
       "3|Bland Shire, Boring, Dull\n"},
      {"Bland joined later",
       "SELECT event, date, by_city FROM bond_history WHERE parties LIKE '%Dull%' AND rank <> 'rival'",
       [](const Snapshot& now) {
         std::string lines;
         for (const Event& event : now.history(city(now, "Dull", "GB").id)) {
           if (event.rank != Rank::rival) lines += line({event.kind.text(), text(event.date), text(event.by_city)});
         }
         return lines;
       },
       "formed|2012-06|\njoined|2013|Bland Shire\n"},
  };
}

std::vector<Fact> facts_of_odd_twins() {
  return {
      {"Swindon's twin is a facility",
       "SELECT twin, twin_kind FROM twins WHERE city = 'Swindon' AND twin_kind <> 'municipality'",
       [](const Snapshot& now) {
         std::string lines;
         for (const Twin& twin : now.twins(city(now, "Swindon", "GB").id)) {
           const City found = now.get_city(twin.city);
           if (found.kind != CityKind(CityKind::municipality)) lines += line({found.name, found.kind.text()});
         }
         return lines;
       },
       "Walt Disney World|facility\n"},
      {"Wincanton's twin is fictional", "SELECT twin, fictional FROM twins WHERE city = 'Wincanton'",
       [](const Snapshot& now) {
         std::string lines;
         for (const Twin& twin : now.twins(city(now, "Wincanton", "GB").id)) {
           lines += line({twin.name, now.get_city(twin.city).fictional ? "1" : "0"});
         }
         return lines;
       },
       "Ankh-Morpork|1\n"},
  };
}

std::vector<Fact> facts_of_the_custom() {
  return {
      {"The custom rises and falls", "SELECT decade, formed, ended FROM bonds_per_decade WHERE decade >= 1940",
       [](const Snapshot& now) {
         std::string lines;
         for (const DecadeCount& count : now.bonds_per_decade()) {
           if (count.decade.value_or(0) < 1940) continue;
           lines += line({text(count.decade), std::to_string(count.formed), std::to_string(count.ended)});
         }
         return lines;
       },
       "1940|9|0\n1950|18|0\n1960|24|0\n1970|14|0\n1980|20|0\n1990|36|0\n2000|22|2\n2010|11|12\n2020|1|47\n"},
      {"Why bonds ended", "SELECT reason, bonds FROM ended_by_reason",
       [](const Snapshot& now) {
         std::string lines;
         for (const ReasonCount& count : now.ended_by_reason()) {
           lines += line({text(count.reason), std::to_string(count.bonds)}).insert(0, count.reason ? "" : "|");
         }
         return lines;
       },
       "war|45\n|11\nlgbt_rights|4\nterm_expired|3\ninactivity|2\nloss_of_relevance|2\nhistorical_memory|1\n"
       "municipal_reform|1\npartner_unresponsive|1\npolitical|1\nretaliation|1\nsovereignty|1\n"},
      {"Who has the most twins", "SELECT city, twins FROM most_twinned LIMIT 1",
       [](const Snapshot& now) {
         const TwinCount first = now.most_twinned(1).at(0);
         return line({first.name, std::to_string(first.twins)});
       },
       "Chicago|29\n"},
  };
}

void expect_told_alike(const std::vector<Fact>& facts) {
  const auto registry = Registry::open(example_registry(), {.mode = Mode::read_only});
  for (const Fact& fact : facts) {
    SCOPED_TRACE(fact.what);
    ASSERT_EQ(fact.sql.find('\n'), std::string::npos) << "one line, as the article asks";
    const std::string told = registry.read(fact.ask);
    const ShellRun run = support::run_shell(example_registry(), fact.sql + ";\n");
    EXPECT_EQ(run.errors, "");
    EXPECT_EQ(run.output, fact.expected);
    EXPECT_EQ(told, fact.expected);
    EXPECT_EQ(told, run.output);
  }
}

TEST(Story, OfCoventryIsToldAlikeByTheLibraryAndTheShell) { expect_told_alike(facts_of_coventry()); }

TEST(Story, OfOtherTownsIsToldAlikeByTheLibraryAndTheShell) {
  expect_told_alike(facts_of_others());
  expect_told_alike(facts_of_odd_twins());
}

TEST(Story, OfTheCustomIsToldAlikeByTheLibraryAndTheShell) { expect_told_alike(facts_of_the_custom()); }

TEST(ExampleRegistry, IsSound) { EXPECT_TRUE(check(example_registry()).empty()); }

TEST(Readme, HasQueriesThatRunAndGiveRows) {
  const ShellRun listed = support::run_shell(example_registry(), "SELECT query FROM readme;\n");
  ASSERT_EQ(listed.errors, "");
  std::size_t count = 0;
  for (std::size_t at = 0; at < listed.output.size(); ++count) {
    const std::size_t end = listed.output.find('\n', at);
    const std::string query = listed.output.substr(at, end - at);
    const ShellRun run = support::run_shell(example_registry(), query + "\n");
    EXPECT_EQ(run.errors, "") << query;
    EXPECT_EQ(run.status, 0) << query;
    EXPECT_NE(run.output, "") << query;
    at = end + 1;
  }
  EXPECT_GE(count, 10U);
}

}  // namespace
}  // namespace twinning
