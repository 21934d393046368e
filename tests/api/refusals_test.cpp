// What each call of a transaction refuses: the category, the rule, SQLite's code, and a line that names the value.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <functional>
#include <limits>
#include <string>

#include <twinning/twinning.hpp>

#include "api/book.hpp"

namespace twinning {
namespace {

using support::error_of;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr int by_trigger = SQLITE_CONSTRAINT_TRIGGER;
constexpr int by_check = SQLITE_CONSTRAINT_CHECK;

/// What the calls below are made on.
struct Sample {
  CityId coventry;
  CityId volgograd;
  CityId stranger;  // a party of no bond
  BondId bond;
  EventId formed;
  EventId corrected;
  SourceId source;
};

Sample write_sample(Transaction& tx) {
  Sample sample;
  sample.coventry = tx.add_city({.name = "Coventry"});
  sample.volgograd = tx.add_city({.name = "Volgograd"});
  sample.stranger = tx.add_city({.name = "Stranger"});
  sample.bond = tx.form({.parties = {sample.coventry, sample.volgograd}, .date = Date{"1944"}});
  sample.formed = tx.now().history(sample.bond).front().id;
  sample.corrected = tx.record(sample.bond, {.kind = EventKind::cut});
  tx.retract(sample.corrected);
  sample.source = tx.add_source({.title = "Minutes"});
  return sample;
}

struct Refusal {
  std::string name;
  std::function<void(Transaction&, const Sample&)> call;
  ErrorCategory category;
  std::string rule;
  int sqlite_code;
  std::string value;  // stands in the message
};

constexpr CityId no_city{999};
constexpr BondId no_bond{998};
constexpr EventId no_act{997};
constexpr auto broken = ErrorCategory::rule_broken;

std::vector<Refusal> refusals_of_cities() {
  return {
      {"CountryUnknown", [](auto& tx, auto&) { tx.add_city({.name = "Leeds", .country = "UK"}); }, broken,
       "city_country_known", by_trigger, "\"UK\""},
      {"CityKindUnknown", [](auto& tx, auto&) { tx.add_city({.name = "Leeds", .kind = "planet"}); }, broken,
       "city_kind_known", by_trigger, "\"planet\""},
      {"NameEmpty", [](auto& tx, auto&) { tx.add_city({.name = " "}); }, broken, "city_name_present", by_check,
       "\" \""},
      {"LatitudeOffTheGlobe",
       [](auto& tx, auto&) {
         tx.add_city({.name = "Leeds", .coordinates = Coordinates{91.5, 0}});
       },
       broken, "city_latitude_on_globe", by_check, "91.5"},
      {"LongitudeOffTheGlobe",
       [](auto& tx, auto&) {
         tx.add_city({.name = "Leeds", .coordinates = Coordinates{0, -180.5}});
       },
       broken, "city_longitude_on_globe", by_check, "-180.5"},
      {"CoordinateThatIsNoNumber",
       [](auto& tx, auto&) {
         tx.add_city({.name = "Leeds", .coordinates = Coordinates{std::numeric_limits<double>::quiet_NaN(), 0}});
       },
       ErrorCategory::invalid_argument, "", 0, "no numbers"},
      {"PopulationNegative", [](auto& tx, auto&) { tx.add_city({.name = "Leeds", .population = -1}); }, broken,
       "city_population_not_negative", by_check, "-1"},
      {"NameOfNoCity", [](auto& tx, auto&) { tx.add_name(no_city, {.name = "Atlantis"}); }, broken,
       "city_name_city_known", by_trigger, "999"},
      {"NameKindUnknown", [](auto& tx, auto& on) { tx.add_name(on.coventry, {.name = "Cov", .kind = "pet"}); }, broken,
       "city_name_kind_known", by_trigger, "\"pet\""},
  };
}

std::vector<Refusal> refusals_of_what_belongs_to_cities() {
  return {
      {"IdentifierOfNoCity",
       [](auto& tx, auto&) {
         tx.add_identifier(no_city, {"wikidata", "Q1"});
       },
       broken, "city_identifier_city_known", by_trigger, "999"},
      {"IdentifierSchemeUnknown",
       [](auto& tx, auto& on) {
         tx.add_identifier(on.coventry, {"isbn", "Q1"});
       },
       broken, "city_identifier_scheme_known", by_trigger, "\"isbn\""},
      {"IdentifierEmpty",
       [](auto& tx, auto& on) {
         tx.add_identifier(on.coventry, {"wikidata", ""});
       },
       broken, "city_identifier_value_present", by_check, "\"\""},
      {"CountryOfNoCity", [](auto& tx, auto&) { tx.add_country(no_city, {.country = "SU"}); }, broken,
       "city_country_city_known", by_trigger, "999"},
      {"CountryOfOldUnknown", [](auto& tx, auto& on) { tx.add_country(on.coventry, {.country = "XX"}); }, broken,
       "city_country_code_known", by_trigger, "\"XX\""},
      {"PolicyOfNoCity", [](auto& tx, auto&) { tx.add_policy(no_city, {.policy = Policy::no_bonds}); }, broken,
       "city_policy_city_known", by_trigger, "999"},
      {"PolicyUnknown", [](auto& tx, auto& on) { tx.add_policy(on.coventry, {.policy = "whim"}); }, broken,
       "city_policy_code_known", by_trigger, "\"whim\""},
      {"SuccessorUnknown",
       [](auto& tx, auto& on) {
         tx.record_succession({on.coventry, no_city, SuccessionKind::merged});
       },
       broken, "succession_cities_known", by_trigger, "999"},
      {"SuccessionKindUnknown",
       [](auto& tx, auto& on) {
         tx.record_succession({on.coventry, on.volgograd, "eaten"});
       },
       broken, "succession_kind_known", by_trigger, "\"eaten\""},
      {"SuccessorOfItself",
       [](auto& tx, auto& on) {
         tx.record_succession({on.coventry, on.coventry, SuccessionKind::split});
       },
       broken, "succession_of_another", by_check, std::to_string(1)},
  };
}

std::vector<Refusal> refusals_of_bonds() {
  constexpr auto argument = ErrorCategory::invalid_argument;
  return {
      {"NoParties", [](auto& tx, auto&) { tx.form({.parties = {}}); }, argument, "bond_event_two_parties", 0, "0"},
      {"OneParty", [](auto& tx, auto& on) { tx.form({.parties = {on.coventry}}); }, argument, "bond_event_two_parties",
       0, "1"},
      {"OnePartyUnformed", [](auto& tx, auto& on) { tx.add_bond({.parties = {on.coventry}}); }, argument,
       "bond_event_two_parties", 0, "1"},
      {"PartyTwice",
       [](auto& tx, auto& on) {
         tx.form({.parties = {on.coventry, on.coventry}});
       },
       broken, "bond_party_once", by_trigger, "city 1"},
      {"PartyUnknown",
       [](auto& tx, auto& on) {
         tx.form({.parties = {on.coventry, no_city}});
       },
       broken, "bond_party_city_known", by_trigger, "999"},
      {"BondKindUnknown",
       [](auto& tx, auto& on) {
         tx.form({.parties = {on.coventry, on.stranger}, .kind = "marriage"});
       },
       broken, "bond_kind_known", by_trigger, "\"marriage\""},
      {"FormedForAReasonUnknown",
       [](auto& tx, auto& on) {
         tx.form({.parties = {on.coventry, on.stranger}, .reason = "love"});
       },
       broken, "bond_event_reason_known", by_trigger, "\"love\""},
      {"UnformedWithADate",
       [](auto& tx, auto& on) {
         tx.add_bond({.parties = {on.coventry, on.stranger}, .date = Date{"1944"}});
       },
       argument, "", 0, "date"},
      {"UnformedWithADecision",
       [](auto& tx, auto& on) {
         tx.add_bond({.parties = {on.coventry, on.stranger}, .decided = Date{"1944"}});
       },
       argument, "", 0, "decided"},
      {"UnformedWithAReason",
       [](auto& tx, auto& on) {
         tx.add_bond({.parties = {on.coventry, on.stranger}, .reason = "war"});
       },
       argument, "", 0, "reason"},
      {"PartyOfNoBond", [](auto& tx, auto& on) { tx.add_party(no_bond, on.coventry); }, broken, "bond_party_bond_known",
       by_trigger, "998"},
      {"PartyAgain", [](auto& tx, auto& on) { tx.add_party(on.bond, on.coventry); }, broken, "bond_party_once",
       by_trigger, "city 1"},
  };
}

std::vector<Refusal> refusals_of_keepsakes_and_sources() {
  return {
      {"KeepsakeOfNoBond",
       [](auto& tx, auto&) {
         tx.add_keepsake(no_bond, {KeepsakeKind::gift, "Vase"});
       },
       broken, "keepsake_bond_known", by_trigger, "998"},
      {"KeepsakeKindUnknown",
       [](auto& tx, auto& on) {
         tx.add_keepsake(on.bond, {"debt", "Vase"});
       },
       broken, "keepsake_kind_known", by_trigger, "\"debt\""},
      {"KeepsakeWithoutTitle",
       [](auto& tx, auto& on) {
         tx.add_keepsake(on.bond, {KeepsakeKind::gift, ""});
       },
       broken, "keepsake_title_present", by_check, "\"\""},
      {"KeepsakeOfNoGiver",
       [](auto& tx, auto& on) {
         tx.add_keepsake(on.bond, {KeepsakeKind::gift, "Vase", no_city});
       },
       broken, "keepsake_cities_known", by_trigger, "999"},
      {"SourceWithoutTitle", [](auto& tx, auto&) { tx.add_source({.title = ""}); }, broken, "source_title_present",
       by_check, "\"\""},
      {"CitationOfNoSource", [](auto& tx, auto& on) { tx.cite(on.coventry, SourceId(996)); }, broken,
       "citation_source_known", by_trigger, "996"},
      {"CitationForNoAct", [](auto& tx, auto& on) { tx.cite(no_act, on.source); }, broken, "citation_target_known",
       by_trigger, "997"},
      {"CitationForNoCity", [](auto& tx, auto& on) { tx.cite(no_city, on.source); }, broken, "citation_target_known",
       by_trigger, "999"},
      {"CitationForNoName", [](auto& tx, auto& on) { tx.cite(NameId(995), on.source); }, broken,
       "citation_target_known", by_trigger, "995"},
      {"CitationForNoKeepsake", [](auto& tx, auto& on) { tx.cite(KeepsakeId(994), on.source); }, broken,
       "citation_target_known", by_trigger, "994"},
  };
}

std::vector<Refusal> refusals_of_acts() {
  constexpr auto not_found = ErrorCategory::not_found;
  return {
      {"ActOfNoBond", [](auto& tx, auto&) { tx.record(no_bond, {EventKind::renewed}); }, broken,
       "bond_event_bond_known", by_trigger, "998"},
      {"ActKindUnknown", [](auto& tx, auto& on) { tx.record(on.bond, {"celebrated"}); }, broken,
       "bond_event_kind_known", by_trigger, "\"celebrated\""},
      {"ActForAReasonUnknown",
       [](auto& tx, auto& on) { tx.record(on.bond, {.kind = EventKind::cut, .reason = "boredom"}); }, broken,
       "bond_event_reason_known", by_trigger, "\"boredom\""},
      {"ActByNoParty",
       [](auto& tx, auto& on) { tx.record(on.bond, {.kind = EventKind::suspended, .by = on.stranger}); }, broken,
       "bond_event_by_party", by_trigger, "city 3"},
      {"ActByNoCity", [](auto& tx, auto& on) { tx.record(on.bond, {.kind = EventKind::suspended, .by = no_city}); },
       broken, "bond_event_by_party", by_trigger, "999"},
      {"JoinedByNobody", [](auto& tx, auto& on) { tx.record(on.bond, {EventKind::joined}); }, broken,
       "bond_event_member_named", by_trigger, "\"joined\""},
      {"LeftByNobody", [](auto& tx, auto& on) { tx.record(on.bond, {EventKind::left}); }, broken,
       "bond_event_member_named", by_trigger, "\"left\""},
      {"CauseUnknown", [](auto& tx, auto& on) { tx.record(on.bond, {.kind = EventKind::cut, .caused_by = no_act}); },
       broken, "bond_event_cause_known", by_trigger, "997"},
      {"RetractedNothing", [](auto& tx, auto& on) { tx.record(on.bond, {EventKind::retracted}); }, broken,
       "bond_event_retraction_corrects", by_check, "\"retracted\""},
      {"CorrectNoAct", [](auto& tx, auto&) { tx.correct(no_act, {EventKind::formed}); }, not_found, "", 0, "997"},
      {"RetractNoAct", [](auto& tx, auto&) { tx.retract(no_act); }, not_found, "", 0, "997"},
      {"CorrectTwice", [](auto& tx, auto& on) { tx.correct(on.corrected, {EventKind::cut}); }, broken,
       "bond_event_corrects_once", by_trigger, "corrects act 2"},
      {"RetractTwice", [](auto& tx, auto& on) { tx.retract(on.corrected); }, broken, "bond_event_corrects_once",
       by_trigger, "corrects act 2"},
      {"CorrectByNoParty",
       [](auto& tx, auto& on) { tx.correct(on.formed, {.kind = EventKind::cut, .by = on.stranger}); }, broken,
       "bond_event_by_party", by_trigger, "city 3"},
  };
}

/// How many rows of the registry a question can see.
std::vector<std::size_t> sizes(const Snapshot& now, const Sample& sample) {
  std::size_t cities = 0;
  now.for_each_city([&](const City&) { ++cities; });
  return {cities,
          now.bonds().size(),
          now.names(sample.coventry).size(),
          now.parties(sample.bond).size(),
          now.history(sample.bond).size(),
          now.keepsakes().size(),
          now.sources(sample.bond).size()};
}

void expect_refused(const std::vector<Refusal>& refusals) {
  auto registry = Registry::in_memory();
  const Sample sample = registry.write(write_sample);
  const auto ask_sizes = [&](const Snapshot& now) { return sizes(now, sample); };
  for (const Refusal& refusal : refusals) {
    SCOPED_TRACE(refusal.name);
    const auto before = registry.read(ask_sizes);
    registry.write([&](Transaction& tx) {
      const Error error = error_of([&] { refusal.call(tx, sample); });
      EXPECT_EQ(error.category(), refusal.category);
      EXPECT_EQ(error.rule(), refusal.rule);
      EXPECT_EQ(error.sqlite_code(), refusal.sqlite_code);
      EXPECT_THAT(error.what(), HasSubstr(refusal.value));
      EXPECT_THAT(error.what(), HasSubstr(refusal.rule));
      EXPECT_TRUE(support::is_one_line(error.what())) << error.what();
      EXPECT_EQ(ask_sizes(tx.now()), before) << "something half done";
      tx.add_city({.name = "The rest goes on"});
    });
    EXPECT_EQ(registry.read(ask_sizes).front(), before.front() + 1);
  }
}

TEST(Refusals, OfCities) { expect_refused(refusals_of_cities()); }
TEST(Refusals, OfWhatBelongsToCities) { expect_refused(refusals_of_what_belongs_to_cities()); }
TEST(Refusals, OfBonds) { expect_refused(refusals_of_bonds()); }
TEST(Refusals, OfActs) { expect_refused(refusals_of_acts()); }
TEST(Refusals, OfKeepsakesAndSources) { expect_refused(refusals_of_keepsakes_and_sources()); }

TEST(Refusals, AreOneLineWhateverTheValue) {
  auto registry = Registry::in_memory();
  const auto work = [](Transaction& tx) { tx.add_city({.name = "Two\nlines", .country = "UK"}); };
  const Error error = error_of([&] { registry.write(work); });
  EXPECT_TRUE(support::is_one_line(error.what())) << error.what();
}

TEST(Refusals, AreThereForADateBeforeAnythingIsWritten) {
  const Error error = error_of([] { Date{"1900-02-29"}; });
  EXPECT_EQ(error.category(), ErrorCategory::invalid_argument);
  EXPECT_EQ(error.rule(), "date_calendar");
  EXPECT_THAT(error.what(), HasSubstr("1900-02-29"));
}

TEST(Refusals, LeaveNoBondWithoutItsAct) {
  // A bond that is formed for an unknown reason: neither it nor its parties are there.
  auto registry = Registry::in_memory();
  registry.write([](Transaction& tx) {
    const Sample sample = write_sample(tx);
    const std::vector<CityId> parties = {sample.coventry, sample.stranger};
    EXPECT_EQ(error_of([&] { tx.form({.parties = parties, .reason = "love"}); }).category(), broken);
    EXPECT_EQ(error_of([&] { tx.add_bond({.parties = {sample.coventry, no_city}}); }).category(), broken);
    EXPECT_THAT(tx.now().bonds(), SizeIs(1));
    EXPECT_THAT(tx.now().anomalies(), IsEmpty());
    tx.form({.parties = parties, .reason = "humour"});
  });
  EXPECT_THAT(registry.read([](const Snapshot& now) { return now.bonds(); }), SizeIs(2));
}

}  // namespace
}  // namespace twinning
