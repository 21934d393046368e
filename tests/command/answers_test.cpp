// What the command answers, as JSON and as a table, is what the library answers.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <clocale>
#include <cwchar>
#include <regex>
#include <sstream>

#include <twinning/twinning.hpp>

#include "command/command.hpp"
#include "examples/example_registry.hpp"
#include "support/database.hpp"

namespace twinning {
namespace {

using nlohmann::json;
using support::example_registry;
using support::json_of;
using support::run_command;
using testing::HasSubstr;

template <typename Value>
json value(const std::optional<Value>& value) {
  if (!value) return nullptr;
  if constexpr (std::is_same_v<Value, std::string> || std::is_arithmetic_v<Value>)
    return *value;
  else
    return value->text();
}

const Registry& registry() {
  static const Registry opened = Registry::open(example_registry(), {.mode = Mode::read_only});
  return opened;
}

std::string file() { return example_registry(); }
std::string named(CityId city) { return "id:" + std::to_string(city.value()); }

void expect_same(const json& document, const std::vector<Twin>& twins) {
  ASSERT_TRUE(document.is_array());
  ASSERT_EQ(document.size(), twins.size());
  for (std::size_t i = 0; i < twins.size(); ++i) {
    const json& row = document[i];
    const Twin& twin = twins[i];
    EXPECT_EQ(row.at("name"), twin.name);
    EXPECT_EQ(row.at("name_then"), twin.name_then);
    EXPECT_EQ(row.at("country"), value(twin.country));
    EXPECT_EQ(row.at("bond"), twin.bond.value());
    EXPECT_EQ(row.at("kind"), twin.kind.text());
    EXPECT_EQ(row.at("status"), to_string(twin.status));
    EXPECT_EQ(row.at("certainty"), to_string(twin.certainty));
    EXPECT_EQ(row.at("since"), value(twin.since));
    EXPECT_EQ(row.at("until"), value(twin.until));
  }
}

TEST(Twins, AreThoseOfTheLibraryOnEachDay) {
  std::vector<CityId> cities;
  registry().read([&](const Snapshot& now) {
    for (const TwinCount& count : now.most_twinned(4)) cities.push_back(count.city);
    cities.push_back(now.get_city("Volgograd").id);
  });
  std::size_t found = 0;
  for (const CityId city : cities) {
    for (const char* day : {"1950", "1990-06", "2022-03-22", "2025"}) {
      SCOPED_TRACE(named(city) + " " + day);
      const auto twins = registry().read([&](const Snapshot& now) { return now.twins(city, AsOf(Date(day))); });
      expect_same(json_of({"twins", file(), named(city), "--as-of", day}), twins);
      found += twins.size();
    }
  }
  EXPECT_GT(found, 50U);
}

TEST(Twins, AreAsKnownThen) {
  const CityId city = registry().read([](const Snapshot& now) { return now.get_city("Coventry, GB").id; });
  const auto recorded = registry().read([&](const Snapshot& now) {
    Instant last{};
    for (const Event& event : now.history(city)) last = std::max(last, event.recorded_at);
    return last;
  });
  for (const Instant moment : {recorded, recorded - std::chrono::days(30000)}) {
    const auto twins = registry().read(KnownAt(moment), [&](const Snapshot& known) { return known.twins(city); });
    EXPECT_EQ(twins.empty(), moment != recorded);
    expect_same(json_of({"twins", file(), "Coventry, GB", "--known-at", to_string(moment)}), twins);
  }
  EXPECT_EQ(json_of({"twins", file(), "Coventry, GB", "--known-at", "1990"}), json::array());
}

TEST(Twins, OfACityByAnyOfItsNames) {
  const json expected = json_of({"twins", file(), "Volgograd", "--as-of", "1950"});
  ASSERT_FALSE(expected.empty());
  for (const char* name : {"stalingrad", "STALINGRAD", "Volgograd, RU", "volgograd, Russia"}) {
    EXPECT_EQ(json_of({"twins", file(), name, "--as-of=1950"}), expected) << name;
  }
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

TEST(Twins, StandInATableARowEach) {
  const auto twins = registry().read(
      [](const Snapshot& now) { return now.twins(now.get_city("Coventry, GB").id, AsOf(Date("2000"))); });
  const auto run = run_command({"twins", file(), "Coventry, GB", "--as-of", "2000"});
  EXPECT_EQ(run.status, 0);
  const auto lines = lines_of(run.output);
  ASSERT_EQ(lines.size(), twins.size() + 2);
  EXPECT_THAT(lines[0], testing::MatchesRegex("twin +.*country +kind +status +certainty +since .*bond"));
  for (std::size_t i = 0; i < twins.size(); ++i) {
    EXPECT_TRUE(lines[i + 2].starts_with(twins[i].name)) << lines[i + 2];
    EXPECT_TRUE(lines[i + 2].ends_with(" " + std::to_string(twins[i].bond.value()))) << lines[i + 2];
    if (twins[i].since) {
      EXPECT_THAT(lines[i + 2], HasSubstr(" " + twins[i].since->text() + " "));
    }
  }
}

// The C library's opinion, which is not that of utf8proc.
int columns_of(const std::string& text) {
  std::wstring wide(text.size(), L'\0');
  const std::size_t size = std::mbstowcs(wide.data(), text.c_str(), wide.size());
  return size == static_cast<std::size_t>(-1) ? -1 : ::wcswidth(wide.data(), size);
}

TEST(Tables, AreAlignedInAnyScript) {
  ASSERT_NE(std::setlocale(LC_CTYPE, "C.UTF-8"), nullptr);
  const support::TemporaryFile made;
  const std::vector<std::string> names = {"北京",
                                          "서울",
                                          "Αθήνα",
                                          "Malmo\xcc\x88",
                                          "القاهرة",
                                          "Ville\n\x1b[31m",
                                          "नई दिल्ली",
                                          "\u1112\u1161\u11ab",
                                          "Zwei\u200bfel",
                                          "台北 Taipei",
                                          "O"};
  Registry::create(made.path()).write([&](Transaction& tx) {
    const CityId centre = tx.add_city({.name = "Centre"});
    for (const std::string& name : names) tx.form({.parties = {centre, tx.add_city({.name = name, .country = "FR"})}});
  });
  const auto run = run_command({"twins", made.path(), "Centre"});
  const auto lines = lines_of(run.output);
  ASSERT_EQ(lines.size(), names.size() + 2) << run.output;
  EXPECT_EQ(run.output.find('\x1b'), std::string::npos);
  const int place = columns_of(lines[0].substr(0, lines[0].find("country")));
  for (std::size_t i = 2; i < lines.size(); ++i) {
    EXPECT_EQ(columns_of(lines[i].substr(0, lines[i].find("FR  "))), place) << run.output;
  }
  EXPECT_EQ(json_of({"twins", made.path(), "Centre"}).size(), names.size());
}

TEST(Search, IsThatOfTheLibrary) {
  for (const char* text : {"lodz", "stalingard", "cov", "covntry, GB"}) {
    SCOPED_TRACE(text);
    const auto found = registry().read([&](const Snapshot& now) { return now.search_cities(text); });
    const json document = json_of({"search", file(), text});
    ASSERT_FALSE(found.empty());
    ASSERT_EQ(document.size(), found.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_EQ(document[i], (json{{"city", found[i].city.id.value()},
                                   {"name", found[i].city.name},
                                   {"country", value(found[i].city.country)},
                                   {"population", value(found[i].city.population)},
                                   {"matched", found[i].name},
                                   {"match", to_string(found[i].match)},
                                   {"distance", found[i].distance}}));
    }
    const auto lines = lines_of(run_command({"search", file(), text}).output);
    ASSERT_EQ(lines.size(), found.size() + 2);
    EXPECT_THAT(lines[2], HasSubstr(found.front().city.name));
  }
  EXPECT_EQ(run_command({"search", file(), "xyzzyx"}).output, "No city has a name like xyzzyx.\n");
  EXPECT_EQ(json_of({"search", file(), "xyzzyx"}), json::array());
}

void expect_same(const json& document, const std::vector<Event>& events) {
  ASSERT_EQ(document.size(), events.size());
  for (std::size_t i = 0; i < events.size(); ++i) {
    const json& row = document[i];
    const Event& event = events[i];
    EXPECT_EQ(row.at("bond"), event.bond.value());
    EXPECT_EQ(row.at("parties"), event.parties);
    EXPECT_EQ(row.at("date"), value(event.date));
    EXPECT_EQ(row.at("event"), event.kind.text());
    EXPECT_EQ(row.at("by"), value(event.by_city));
    EXPECT_EQ(row.at("reason"), value(event.reason));
    EXPECT_EQ(row.at("note"), value(event.note));
    EXPECT_EQ(row.at("sources"), value(event.sources));
    EXPECT_EQ(row.at("rank"), to_string(event.rank));
  }
}

TEST(History, IsThatOfTheLibrary) {
  registry().read([](const Snapshot& now) {
    const CityId coventry = now.get_city("Coventry, GB").id;
    const CityId volgograd = now.get_city("Volgograd").id;
    const auto all = now.history(coventry);
    ASSERT_GT(all.size(), 20U);
    expect_same(json_of({"history", file(), "Coventry, GB"}), all);
    const auto between = now.history(coventry, volgograd);
    ASSERT_GT(between.size(), 3U);
    expect_same(json_of({"history", file(), "Coventry, GB", "Volgograd"}), between);
    const auto run = run_command({"history", file(), "Coventry, GB", "Volgograd"});
    EXPECT_EQ(lines_of(run.output).size(), between.size() + 2);
    for (const Event& event : between)
      EXPECT_THAT(run.output, HasSubstr(event.date ? event.date->text() : event.parties));
    EXPECT_THAT(run.output, HasSubstr("rival"));
  });
}

TEST(Chain, IsThatOfTheLibrary) {
  registry().read([](const Snapshot& now) {
    const AsOf day(Date("2020"));
    const Network network(now, {.as_of = day});
    const auto cities = network.components().front();
    const CityId from = cities.front();
    const CityId to = cities.back();
    const auto chain = network.chain(from, to).value();
    const json document = json_of({"chain", file(), named(from), named(to), "--as-of", "2020"});
    EXPECT_EQ(document.at("length"), chain.bonds.size());
    ASSERT_EQ(document.at("cities").size(), chain.cities.size());
    ASSERT_GT(chain.bonds.size(), 1U);
    for (std::size_t i = 0; i < chain.cities.size(); ++i) {
      EXPECT_EQ(document["cities"][i], now.get_city(chain.cities[i]).name);
      EXPECT_EQ(document["city_ids"][i], chain.cities[i].value());
    }
    for (std::size_t i = 0; i < chain.bonds.size(); ++i) EXPECT_EQ(document.at("bonds")[i], chain.bonds[i].value());
    const auto run = run_command({"chain", file(), named(from), named(to), "--as-of", "2020"});
    const auto lines = lines_of(run.output);
    ASSERT_EQ(lines.size(), chain.cities.size() + 2);
    for (std::size_t i = 0; i < chain.cities.size(); ++i) {
      EXPECT_THAT(lines[i + 2], HasSubstr(now.get_city(chain.cities[i]).name));
    }
  });
}

TEST(Chain, IsNoneWhereThereIsNoWay) {
  const json document = json_of({"chain", file(), "Coventry, GB", "Volgograd", "--as-of", "1900"});
  EXPECT_TRUE(document.at("length").is_null());
  EXPECT_EQ(document.at("cities"), json::array());
  EXPECT_EQ(document.at("bonds"), json::array());
  EXPECT_EQ(run_command({"chain", file(), "Coventry, GB", "Volgograd", "--as-of", "1900"}).output,
            "No way leads from Coventry, GB to Volgograd, RU by the bonds in force as of 1900-12-31.\n");
}

TEST(Chain, IsAsKnownThen) {
  const std::vector<std::string> words = {"chain", file(), "Dresden", "Volgograd", "--as-of", "2020"};
  const auto known_at = [&](const std::string& moment) {
    std::vector<std::string> asked = words;
    asked.insert(asked.end(), {"--known-at", moment});
    return json_of(asked);
  };
  EXPECT_EQ(known_at("9999"), json_of(words));
  EXPECT_TRUE(known_at("1990").at("length").is_null()) << "the registry was not there";
  EXPECT_EQ(json_of({"network", file(), "--known-at", "1990"}).at("pairs"), 0);
  EXPECT_EQ(json_of({"network", file(), "--known-at", "1990", "--show", "cities"}), json::array());
  EXPECT_EQ(json_of({"network", file(), "--known-at", "9999", "--show", "cities"}),
            json_of({"network", file(), "--show", "cities"}));
}

/// Two bonds of Centre: with Old, which was followed by New, and with Lost, of which no place is recorded.
class Small : public testing::Test {
 protected:
  Small() {
    Registry::create(file()).write([&](Transaction& tx) {
      const auto city = [&](const char* name, bool is_placed = true) {
        return tx.add_city(
            {.name = name, .coordinates = is_placed ? std::optional(Coordinates{50, 10}) : std::nullopt});
      };
      const CityId centre = city("Centre");
      const CityId followed = city("Old");
      const CityId lost = city("Lost", false);
      const CityId successor = city("New");
      tx.form({.parties = {centre, followed}, .date = Date("1950")});
      tx.form({.parties = {centre, lost}, .date = Date("1950")});
      tx.record_succession({.predecessor = followed,
                            .successor = successor,
                            .kind = SuccessionKind::merged,
                            .date = Date("1975-01-01")});
    });
  }
  std::string file() const { return file_.path(); }
  std::string way(const std::string& from, const std::string& to, const std::vector<std::string>& options = {}) const {
    std::vector<std::string> words = {"chain", file(), from, to};
    words.insert(words.end(), options.begin(), options.end());
    return run_command(words).output;
  }

 private:
  support::TemporaryFile file_;
};

TEST_F(Small, ChainSaysWhoFollowedACityThatHasNoWay) {
  EXPECT_EQ(way("Centre", "Old"),
            "No way leads from Centre to Old by the bonds in force. Old was followed by New on 1975-01-01: ask for "
            "that.\n");
  EXPECT_THAT(way("Old", "Old"), testing::EndsWith("in force. Old was followed by New on 1975-01-01: ask for that.\n"));
  EXPECT_THAT(way("Centre", "New"), HasSubstr("1  New"));
  EXPECT_THAT(way("Centre", "Old", {"--as-of", "1960"}), HasSubstr("1  Old"));
  EXPECT_THAT(way("Lost", "Old", {"--as-of", "1940"}), testing::EndsWith("in force as of 1940-12-31.\n"));
}

TEST_F(Small, ChainByDistanceSaysWhatHasNoPlace) {
  EXPECT_THAT(way("Centre", "Lost", {"--by-distance"}), testing::EndsWith(". Where Lost lies is not recorded.\n"));
  EXPECT_THAT(way("Centre", "Lost"), HasSubstr("1  Lost"));
  const json document = json_of({"chain", file(), "Lost", "Lost", "--by-distance"});
  EXPECT_EQ(document.at("length"), 0);
  EXPECT_EQ(document.at("cities"), json{"Lost"});
  EXPECT_EQ(document.at("kilometres"), 0);
}

TEST(NetworkCommand, HasTheFiguresOfTheLibrary) {
  const auto figures =
      registry().read([](const Snapshot& now) { return Network(now, {.as_of = AsOf(Date("1990"))}).figures(); });
  ASSERT_GT(figures.cities, 50);
  json expected = {{"cities", figures.cities},
                   {"pairs", figures.pairs},
                   {"components", figures.components},
                   {"giant_component", figures.giant_component},
                   {"triangles", figures.triangles},
                   {"wedges", figures.wedges},
                   {"transitivity", value(figures.transitivity)},
                   {"assortativity", value(figures.assortativity)},
                   {"degree_gini", value(figures.degree_gini)},
                   {"max_degree", figures.max_degree},
                   {"mean_distance", value(figures.mean_distance)},
                   {"diameter", value(figures.diameter)},
                   {"radius", value(figures.radius)}};
  const json certain = json_of({"network", file(), "--as-of", "1990", "--certain"});
  EXPECT_LT(certain.at("pairs"), figures.pairs);
  const auto run = run_command({"network", file(), "--as-of", "1990"});
  EXPECT_EQ(lines_of(run.output).size(), expected.size() + 2);
  EXPECT_THAT(run.output, testing::ContainsRegex("pairs +" + std::to_string(figures.pairs) + " +" +
                                                 certain.at("pairs").dump() + " "));
  expected["certain"] = certain;
  EXPECT_EQ(json_of({"network", file(), "--as-of", "1990"}), expected);
}

TEST_F(Small, NetworkShowsNoCertainFiguresThatAreTheSame) {
  EXPECT_THAT(lines_of(run_command({"network", file(), "--as-of", "1960"}).output).front(),
              testing::MatchesRegex("figure +value +meaning"));
  EXPECT_THAT(lines_of(run_command({"network", file(), "--as-of", "1950-06"}).output).front(),
              testing::MatchesRegex("figure +value +certain +meaning"));
}

/// What the command lists of the network of 2000.
json listed(const std::string& what) { return json_of({"network", file(), "--as-of", "2000", "--show", what}); }

Network network_of_2000() {
  return registry().read(
      [](const Snapshot& now) { return Network(now, {.as_of = AsOf(Date("2000")), .places = true}); });
}

TEST(NetworkCommand, ListsCities) {
  const Network network = network_of_2000();
  const auto betweenness = network.betweenness();
  const json cities = listed("cities");
  ASSERT_EQ(cities.size(), network.cities().size());
  EXPECT_EQ(cities.front().at("city"), "Coventry");
  for (const json& city : cities) {
    const CityId id(city.at("city_id").get<std::int64_t>());
    const auto figure = std::ranges::find(betweenness, id, &CityFigure::city);
    EXPECT_EQ(city.at("betweenness"), figure->value);
    EXPECT_EQ(city.at("twins"), network.neighbours(id).size());
  }
}

TEST(NetworkCommand, ListsCounts) {
  const Network network = network_of_2000();
  const auto expect_sum = [](const json& rows, const char* key, std::int64_t sum) {
    std::int64_t found = 0;
    for (const json& row : rows) found += row.at(key).get<std::int64_t>();
    EXPECT_EQ(found, sum) << key;
  };
  expect_sum(listed("degrees"), "cities", network.figures().cities);
  EXPECT_EQ(listed("distances").front(), (json{{"steps", 1}, {"pairs", network.figures().pairs}}));
  EXPECT_EQ(listed("distances").size(), network.distances().size());
  EXPECT_EQ(listed("bridges").size(), network.bridges().size());
  EXPECT_EQ(listed("countries").front().at("pairs"), network.countries().front().pairs);
  ASSERT_EQ(listed("lengths").size(), 1U);
  EXPECT_EQ(listed("lengths").front().at("mean"), network.lengths().value().mean);
}

TEST(NetworkCommand, ListsRings) {
  const json rings = json_of({"network", file(), "--as-of", "2000", "--certain", "--show", "rings"});
  ASSERT_EQ(rings.size(), 3U);
  EXPECT_EQ(rings[1].at("cities"), (json{"Coventry", "Dresden", "Ostrava"}));
  EXPECT_EQ(rings[1].at("closed_earliest"), "1971-01-01");
  EXPECT_EQ(rings[1].at("last_sides"), json{"Dresden - Ostrava"});
  EXPECT_EQ(rings[0].at("last_sides"), json::array()) << "any";
  const auto table = run_command({"network", file(), "--as-of", "2000", "--certain", "--show", "rings"}).output;
  EXPECT_THAT(table, HasSubstr("Dresden - Ostrava"));
  EXPECT_THAT(table, testing::Not(HasSubstr("Barcelona - Gaza City"))) << "all three sides closed on one day";
  EXPECT_TRUE(rings[1].at("bond").is_null());
  EXPECT_EQ(
      listed("rings").size(),
      registry().read([](const Snapshot& now) { return Network::rings(now, {.as_of = AsOf(Date("2000"))}); }).size());
}

TEST(NetworkCommand, ListsYears) {
  const json years = json_of({"network", file(), "--as-of", "2000", "--show", "years", "--since", "1944"});
  ASSERT_EQ(years.size(), 57U);
  const auto course = registry().read([](const Snapshot& now) { return Network::course(now, 1944, 2000); });
  for (std::size_t place = 0; place < course.size(); ++place) {
    EXPECT_EQ(years[place].at("year"), course[place].year);
    EXPECT_EQ(years[place].at("pairs"), course[place].figures.pairs);
    EXPECT_EQ(years[place].at("mean_distance").is_null(), !course[place].figures.mean_distance.has_value());
  }
  EXPECT_EQ(years.back().size(), json_of({"network", file(), "--certain"}).size() + 1);
  const json all = json_of({"network", file(), "--as-of", "2000", "--show", "years"});
  EXPECT_EQ(all.front().at("year"), 836) << "Paderborn and Le Mans";
  EXPECT_EQ(all.back(), years.back());
  const json certain = json_of({"network", file(), "--as-of", "2000", "--certain", "--show", "years"});
  EXPECT_LT(certain.back().at("pairs"), all.back().at("pairs"));
  EXPECT_EQ(run_command({"network", file(), "--as-of", "1990", "--show", "years", "--since", "2000"}).output,
            "There are no years to show as of 1990-12-31.\n");
  EXPECT_EQ(run_command({"network", file(), "--since", "2000"}).status, 2);
  for (const std::string year : {"MM", "10000", "-1", "1950x"}) {
    const auto run = run_command({"network", file(), "--show", "years", "--since=" + year});
    EXPECT_EQ(run.status, 2) << year;
    EXPECT_THAT(run.errors, HasSubstr("--since: \"" + year + "\" is no year: write one from 0 to 9999")) << year;
  }
}

/// The first and the last of the years, and how many.
std::vector<std::int64_t> range_of(const json& years) {
  if (years.empty()) return {};
  return {years.front().at("year"), years.back().at("year"), static_cast<std::int64_t>(years.size())};
}

TEST(NetworkCommand, ListsTheYearsThatAreOver) {
  const support::TemporaryFile made;
  const auto years = [&](std::vector<std::string> options) {
    options.insert(options.begin(), {"network", made.path(), "--show", "years"});
    return range_of(json_of(options));
  };
  using Range = std::vector<std::int64_t>;
  CityId one;
  CityId other;
  Registry::create(made.path()).write([&](Transaction& tx) {
    one = tx.add_city({.name = "One"});
    other = tx.add_city({.name = "Other"});
    tx.form({.parties = {one, other}});
  });
  EXPECT_EQ(years({"--as-of", "1990"}), Range()) << "no bond is dated";
  EXPECT_EQ(years({"--as-of", "1990", "--since", "1988"}), Range({1988, 1990, 3}));
  const support::TemporaryFile dated;
  Registry::create(dated.path()).write([](Transaction& tx) {
    const CityId first = tx.add_city({.name = "First"});
    const CityId second = tx.add_city({.name = "Second"});
    const BondId early = tx.form({.parties = {first, second}, .date = Date("195X")});
    tx.record(early, {.kind = EventKind::cut, .date = Date("1970-05-01")});
    tx.form({.parties = {first, second}, .date = Date("1990")});
  });
  const auto of_dated = [&](std::vector<std::string> options) {
    options.insert(options.begin(), {"network", dated.path(), "--show", "years"});
    return range_of(json_of(options));
  };
  EXPECT_EQ(of_dated({"--as-of", "1980"}), Range({1959, 1980, 22})) << "nothing is in force in the last ten";
  EXPECT_EQ(of_dated({"--as-of", "1980-12-30"}), Range({1959, 1979, 21}));
  EXPECT_EQ(of_dated({"--as-of", "1980", "--since", "1975"}), Range({1975, 1980, 6}));
  EXPECT_EQ(of_dated({"--as-of", "1995", "--since", "1952"}), Range({1952, 1995, 44}));
  EXPECT_EQ(of_dated({"--as-of", "1940"}), Range()) << "all begins later";
  EXPECT_EQ(of_dated({"--as-of", "1955"}), Range()) << "none for certain";
}

TEST(NetworkCommand, SaysThatThereMayBeMoreRings) {
  // Eleven times three cities, each a twin of all but those of its own three: 3^11 rings.
  const support::TemporaryFile made;
  Registry::create(made.path()).write([](Transaction& tx) {
    std::vector<CityId> cities;
    for (int place = 0; place < 33; ++place) cities.push_back(tx.add_city({.name = "City " + std::to_string(place)}));
    for (std::size_t one = 0; one < cities.size(); ++one) {
      for (std::size_t other = one + 1; other < cities.size(); ++other) {
        if (one / 3 != other / 3) tx.form({.parties = {cities[one], cities[other]}});
      }
    }
  });
  const support::TemporaryFile folder;
  const auto run =
      support::RunningCommand({"network", made.path(), "--show", "rings"}, folder.path().parent_path()).wait();
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.errors,
            "twinning: there may be more rings: no more than 100000 that came about bond by bond are looked for\n");
}

TEST(NetworkCommand, SaysWhatItCanNotList) {
  EXPECT_EQ(run_command({"network", file(), "--as-of", "0700", "--certain", "--show", "rings"}).output,
            "There are no rings to show as of 0700-12-31.\n");
  const auto run = run_command({"network", file(), "--show", "everything"});
  EXPECT_EQ(run.status, 2);
}

TEST(ChainCommand, TakesTheFewestKilometres) {
  const json way = json_of({"chain", file(), "Dresden", "Moscow", "--as-of", "2020", "--by-distance"});
  EXPECT_EQ(way.at("cities"), (json{"Dresden", "Saint Petersburg", "Tallinn", "Moscow"}));
  EXPECT_NEAR(way.at("kilometres").get<double>(), 2614.156, 0.001);
  EXPECT_NE(json_of({"chain", file(), "Dresden", "Moscow", "--as-of", "2020"}).at("cities"), way.at("cities"));
  EXPECT_THAT(run_command({"chain", file(), "Dresden", "Moscow", "--as-of", "2020", "--by-distance"}).output,
              testing::EndsWith("2614 km\n"));
}

TEST(ChainCommand, TakesOnlyWhatIsCertain) {
  const json certain = json_of({"chain", file(), "Coventry, GB", "Parkes", "--as-of", "1800", "--certain"});
  EXPECT_TRUE(certain.at("length").is_null()) << "an undated bond may be of any day";
  EXPECT_EQ(json_of({"chain", file(), "Coventry, GB", "Parkes", "--as-of", "1800"}).at("length"), 1);
  EXPECT_THAT(run_command({"chain", file(), "Coventry, GB", "Parkes", "--as-of", "1800", "--certain"}).output,
              testing::HasSubstr("by the bonds certainly in force as of 1800-12-31"));
}

TEST(Empty, IsSaidInWordsAndAsAnEmptyList) {
  EXPECT_EQ(run_command({"twins", file(), "stalingrad", "--as-of", "1900"}).output,
            "Volgograd, RU has no twins as of 1900-12-31.\n");
  EXPECT_EQ(json_of({"twins", file(), "stalingrad", "--as-of", "1900"}), json::array());
  EXPECT_EQ(run_command({"history", file(), "Volgograd", "Accra"}).output,
            "No act between Volgograd, RU and Accra, GH is recorded.\n");
  EXPECT_EQ(json_of({"history", file(), "Volgograd", "Accra"}), json::array());
}

TEST(Empty, NetworkHasNoFigures) {
  const support::TemporaryFile made;
  { const Registry empty = Registry::create(made.path()); }
  EXPECT_EQ(run_command({"network", made.path(), "--as-of", "1990"}).output, "No bond is in force as of 1990-12-31.\n");
  const json document = json_of({"network", made.path()});
  EXPECT_EQ(document.at("cities"), 0);
  EXPECT_TRUE(document.at("mean_distance").is_null());
}

TEST(Json, HoldsTextThatIsNoUtf8) {
  const support::TemporaryFile made;
  Registry::create(made.path()).write([](Transaction& tx) {
    const CityId one = tx.add_city({.name = "One"});
    tx.form({.parties = {one, tx.add_city({.name = "Other"})}});
  });
  support::Database(made.path()).run("UPDATE city SET name = CAST(x'526f6dff' AS TEXT) WHERE name = 'Other'");
  const json document = json_of({"twins", made.path(), "One"});
  ASSERT_EQ(document.size(), 1U);
  EXPECT_EQ(document[0].at("name"), "Rom\ufffd");
  EXPECT_THAT(run_command({"twins", made.path(), "One"}).output, HasSubstr("Rom\ufffd "));
}

}  // namespace
}  // namespace twinning
