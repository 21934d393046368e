// The bonds of Wikidata, as they were downloaded: files that are beside the checkout but no part of it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "import/imported.hpp"

namespace twinning {
namespace {

using nlohmann::json;
using support::acts_query;
using support::Imported;
using support::read_file;
using support::shared_data;

#define SKIP_WITHOUT(name) \
  if (shared_data(name).empty()) GTEST_SKIP() << "shared/data/" << (name) << " is not beside this checkout"

TEST(Wikidata, GivesWhatACarefulImportFinds) {
  SKIP_WITHOUT("wikidata-p190.csv");
  Imported imported;
  const ImportReport report = imported.take_file(shared_data("wikidata-p190.csv"));
  EXPECT_EQ(report.rows, 15229);
  EXPECT_EQ(report.cities_added, 5314);
  EXPECT_EQ(report.bonds_added, 8951);
  EXPECT_EQ(report.self_links, 1);
  EXPECT_EQ(report.repeated, 4427);
  EXPECT_EQ(report.acts_added, 10801);
  EXPECT_EQ(report.rows_added, 10801);
  EXPECT_EQ(report.rejected, 0);
  EXPECT_EQ(report.rivals, 0);
  EXPECT_EQ(report.ambiguous, 0);
  EXPECT_EQ(report.values_left_out, 1);
  ASSERT_EQ(report.left_out.size(), 1U);
  EXPECT_EQ(report.left_out.front().value, "204.087");
  imported.ask([](const Snapshot& now) {
    EXPECT_EQ(now.one_sided_bonds().size(), 7101U);
    EXPECT_EQ(now.cities_named("Merida").size(), 4U);
    EXPECT_EQ(Network(now).figures().giant_component, 4450);
  });
  EXPECT_EQ(imported.rows("SELECT count(*) FROM city"), "5314\n");
  EXPECT_EQ(imported.rows("SELECT count(*) FROM bond"), "8951\n");
  EXPECT_EQ(imported.rows("SELECT count(DISTINCT value) FROM city_identifier WHERE scheme = 'wikidata'"), "5314\n");

  const std::string before = imported.dump();
  const ImportReport again = imported.take_file(shared_data("wikidata-p190.csv"));
  EXPECT_TRUE(imported.dump() == before);
  EXPECT_EQ(again.rows_added, 0);
  EXPECT_EQ(again.rows_matched, 10801);
  EXPECT_EQ(again.repeated, 4427);
  EXPECT_EQ(again.cities_matched, 5314);
  EXPECT_EQ(again.bonds_matched, 8951);
  EXPECT_EQ(again.gone, 0);
  EXPECT_EQ(again.source, std::nullopt);
}

/// Cities and acts, by identifiers; without names, whose languages only JSON knows.
std::string told_of(const Imported& imported) {
  return imported.rows(
             "SELECT i.value, c.name, c.latitude, c.longitude, c.population FROM city AS c JOIN city_identifier AS i "
             "ON "
             "i.city_id = c.id ORDER BY 1") +
         imported.rows(acts_query);
}

TEST(Wikidata, GivesTheSameFromEitherFormat) {
  SKIP_WITHOUT("wikidata-p190-sample.json");
  const json results = json::parse(read_file(shared_data("wikidata-p190-sample.json")));
  std::string text;
  const auto add = [&](const std::string& value, bool is_last) {
    std::string quoted = value;
    for (std::size_t at = 0; (at = quoted.find('"', at)) != std::string::npos; at += 2) quoted.insert(at, 1, '"');
    text += fmt::format("\"{}\"{}", quoted, is_last ? "\r\n" : ",");
  };
  const json& columns = results["head"]["vars"];
  for (const json& column : columns) add(column, column == columns.back());
  for (const json& row : results["results"]["bindings"]) {
    for (const json& column : columns) {
      const std::string name = column;
      add(row.contains(name) ? row[name]["value"].get<std::string>() : "", column == columns.back());
    }
  }
  Imported from_json;
  Imported from_text;
  const ImportReport one = from_json.take_file(shared_data("wikidata-p190-sample.json"));
  const ImportReport other = from_text.take(text);
  EXPECT_EQ(one.rows, 104);
  EXPECT_EQ(other.rows, 104);
  EXPECT_EQ(told_of(from_json), told_of(from_text));
  for (const auto figure :
       {&ImportReport::rows_added, &ImportReport::repeated, &ImportReport::self_links, &ImportReport::cities_added,
        &ImportReport::bonds_added, &ImportReport::acts_added, &ImportReport::values_left_out}) {
    EXPECT_EQ(one.*figure, other.*figure);
  }
  // The label of each city, in the language that the file says.
  EXPECT_EQ(from_json.rows("SELECT DISTINCT language FROM city_name"), "it\n");
  EXPECT_EQ(from_json.rows("SELECT count(*) FROM city_name"), from_json.rows("SELECT count(*) FROM city"));
  const std::string before = from_json.dump();
  EXPECT_EQ(from_json.take_file(shared_data("wikidata-p190-sample.json")).rows_added, 0);
  EXPECT_TRUE(from_json.dump() == before);
  // The same facts in the other format are known, too.
  EXPECT_EQ(from_json.take(text).rows_added, 0);
  EXPECT_TRUE(from_json.dump() == before);
}

/// The twins of an entity: "Q64|1953", "Q64|-", as a query of the registry gives them.
std::set<std::string> twins_in(const json& entity) {
  std::set<std::string> twins;
  for (const json& claim : entity["claims"]["P190"]) {
    std::string date = "-";
    if (claim.contains("qualifiers") && claim["qualifiers"].contains("P580")) {
      const json& value = claim["qualifiers"]["P580"][0]["datavalue"]["value"];
      const std::string time = value["time"];
      const int precision = value["precision"];
      if (precision == 11) date = time.substr(1, 10);
      if (precision == 10) date = time.substr(1, 7);
      if (precision == 9) date = time.substr(1, 4);
    }
    twins.insert(fmt::format("{}|{}|{}", claim["mainsnak"]["datavalue"]["value"]["id"].get<std::string>(),
                             date == "-" ? "listed" : "formed", date));
  }
  return twins;
}

class Entities : public testing::TestWithParam<const char*> {};

TEST_P(Entities, GiveTheirDatedBonds) {
  SKIP_WITHOUT(GetParam());
  const json entities = json::parse(read_file(shared_data(GetParam())))["entities"];
  ASSERT_EQ(entities.size(), 1U);
  const json& entity = entities.front();
  Imported imported;
  const ImportReport report = imported.take_file(shared_data(GetParam()));
  EXPECT_EQ(report.rows, static_cast<std::int64_t>(entity["claims"]["P190"].size()));
  EXPECT_EQ(report.rejected, 0);
  EXPECT_EQ(report.values_left_out, 0);

  std::string expected;
  for (const std::string& twin : twins_in(entity)) expected += twin + "\n";
  EXPECT_EQ(imported.rows("SELECT i.value, e.kind, e.date FROM bond_event AS e JOIN bond_party AS p ON p.bond_id = "
                          "e.bond_id AND p.city_id <> e.city_id JOIN city_identifier AS i ON i.city_id = p.city_id "
                          "ORDER BY i.value || '|' || e.kind || '|' || coalesce(e.date, '-')"),
            expected);

  const std::string id = entity["id"];
  const City city = imported.ask([&](const Snapshot& now) { return now.get_city("wikidata:" + id); });
  EXPECT_EQ(city.name, entity["labels"]["en"]["value"].get<std::string>());
  ASSERT_TRUE(city.coordinates);
  EXPECT_DOUBLE_EQ(city.coordinates->latitude,
                   entity["claims"]["P625"][0]["mainsnak"]["datavalue"]["value"]["latitude"].get<double>());
  EXPECT_GT(city.population.value_or(0), 10'000);
  const std::vector<Name> names = imported.ask([&](const Snapshot& now) { return now.names(city.id); });
  std::set<std::pair<std::string, std::string>> known;
  for (const Name& name : names) known.emplace(name.language.value_or("-"), name.name);
  std::set<std::pair<std::string, std::string>> labels;
  for (const auto& [language, label] : entity["labels"].items()) {
    labels.emplace(language, label["value"].get<std::string>());
  }
  EXPECT_EQ(known, labels);
  EXPECT_EQ(names.size(), labels.size());

  const std::string before = imported.dump();
  EXPECT_EQ(imported.take_file(shared_data(GetParam())).rows_added, 0);
  EXPECT_TRUE(imported.dump() == before);
}

INSTANTIATE_TEST_SUITE_P(Files, Entities,
                         testing::Values("wikidata-entity-weimar.json", "wikidata-entity-bielefeld.json"),
                         [](const auto& file) {
                           return std::string(file.param).find("weimar") == std::string::npos ? "Bielefeld" : "Weimar";
                         });

TEST(Wikidata, CompletesWhatAnEarlierDownloadKnew) {
  SKIP_WITHOUT("wikidata-entity-weimar.json");
  Imported imported;
  imported.take_file(shared_data("wikidata-p190.csv"));
  const ImportReport report = imported.take_file(shared_data("wikidata-entity-weimar.json"));
  EXPECT_EQ(report.ambiguous, 0);
  EXPECT_GT(report.acts_added, 0);
  EXPECT_EQ(report.gone, 0);
  EXPECT_EQ(imported.rows("SELECT count(*) FROM (SELECT 1 FROM city_identifier GROUP BY scheme, value HAVING count(*) "
                          "> 1)"),
            "0\n");
}

/// An entity with one claim of a twin, which has these qualifiers.
std::string entity_with(const std::string& qualifiers) {
  return R"({"entities":{"Q1":{"id":"Q1","labels":{"en":{"language":"en","value":"Kiel"}},"claims":{"P190":[)" +
         (qualifiers.empty()
              ? std::string()
              : R"({"rank":"normal","mainsnak":{"snaktype":"value","datavalue":{"value":{"id":"Q2"}}},"qualifiers":{)" +
                    qualifiers + "}}") +
         "]}}}}";
}

TEST(Qualifiers, MayBeUnusable) {
  const std::string never = R"("P582":[{"snaktype":"novalue"}])";
  const std::string somewhen = R"("P582":[{"snaktype":"somevalue"}])";
  const std::string unusable =
      R"("P580":[{"snaktype":"value","datavalue":{"value":{"time":"+1990-02-30T00:00:00Z","precision":11}}}])";
  Imported imported;
  EXPECT_EQ(imported.take(entity_with(never)).acts_added, 1);
  EXPECT_EQ(imported.take(entity_with(somewhen)).acts_added, 1);
  const ImportReport report = imported.take(entity_with(unusable));
  EXPECT_EQ(report.values_left_out, 1);
  ASSERT_EQ(report.left_out.size(), 1U);
  EXPECT_EQ(report.left_out[0].column, "P580");
}

TEST(Claims, ThatWereEmptiedAreGone) {
  Imported imported;
  imported.take(entity_with(R"("P582":[{"snaktype":"novalue"}])"));
  EXPECT_EQ(imported.take(entity_with("")).gone, 1);
}

}  // namespace
}  // namespace twinning
