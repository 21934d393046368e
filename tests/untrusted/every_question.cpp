#include "untrusted/every_question.hpp"

#include <array>
#include <functional>
#include <utility>

#include "support/temporary_file.hpp"

namespace twinning::support {
namespace {

class Asking {
 public:
  explicit Asking(const Registry& registry) : registry_(registry) {}

  void ask_of_today(const std::function<void(const Snapshot&)>& question) {
    attempt([&] { registry_.read(question); });
  }

  void ask(const std::function<void(const Snapshot&)>& question) {
    ask_of_today(question);
    attempt([&] { registry_.read(KnownAt(Date("2100")), question); });
  }

  std::vector<Error> errors() && { return std::move(errors_); }

 private:
  void attempt(const std::function<void()>& question) {
    try {
      question();
    } catch (const Error& error) {
      errors_.push_back(error);
    }
  }

  const Registry& registry_;
  std::vector<Error> errors_;
};

void ask_of_cities(Asking& asking) {
  asking.ask([](const Snapshot& now) { now.for_each_city([](const City&) {}); });
  for (std::int64_t number = 1; number <= 5; ++number) {
    const CityId city(number);
    asking.ask([&](const Snapshot& now) { now.get_city(city); });
    asking.ask([&](const Snapshot& now) { now.names(city); });
    asking.ask([&](const Snapshot& now) { now.name_on(city, AsOf(Date("1950"))); });
    asking.ask([&](const Snapshot& now) { now.country_on(city, AsOf(Date("1950"))); });
    asking.ask([&](const Snapshot& now) { now.twins(city); });
    asking.ask([&](const Snapshot& now) { now.twins(city, AsOf(Date("1960"))); });
    asking.ask([&](const Snapshot& now) { now.twins_ever(city); });
    asking.ask([&](const Snapshot& now) { now.are_twinned(city, CityId(number + 1)); });
    asking.ask([&](const Snapshot& now) { now.history(city); });
    asking.ask([&](const Snapshot& now) { now.history(city, CityId(number + 1)); });
    asking.ask([&](const Snapshot& now) { now.newest_bonds(city); });
    asking.ask([&](const Snapshot& now) { now.city_changes(city, AsOf(Date("1900"))); });
  }
  for (const char* const words : {"Coventry", "coventy", "Volgograd, RU", "id:1", "wikidata:Q6225", "x", "Kiel"}) {
    asking.ask([&](const Snapshot& now) { now.find_city(words); });
    asking.ask([&](const Snapshot& now) { now.get_city(words); });
    asking.ask([&](const Snapshot& now) { now.cities_named(words); });
    asking.ask([&](const Snapshot& now) { now.search_cities(words); });
    asking.ask([&](const Snapshot& now) { now.find_country(words); });
  }
  asking.ask([](const Snapshot& now) { now.cities_identified(IdentifierScheme::wikidata, "Q6225"); });
  asking.ask([](const Snapshot& now) { now.policies(); });
}

void ask_of_bonds(Asking& asking) {
  for (std::int64_t number = 1; number <= 4; ++number) {
    const BondId bond(number);
    asking.ask([&](const Snapshot& now) { now.get_bond(bond); });
    asking.ask([&](const Snapshot& now) { now.parties(bond); });
    asking.ask([&](const Snapshot& now) { now.status(bond); });
    asking.ask([&](const Snapshot& now) { now.stances(bond); });
    asking.ask([&](const Snapshot& now) { now.spans(bond); });
    asking.ask([&](const Snapshot& now) { now.history(bond); });
    asking.ask([&](const Snapshot& now) { now.explain(bond); });
    asking.ask([&](const Snapshot& now) { now.sources(bond); });
    asking.ask([&](const Snapshot& now) { now.sources(EventId(number)); });
    asking.ask([&](const Snapshot& now) { now.sources(KeepsakeId(number)); });
    asking.ask([&](const Snapshot& now) { now.supported_facts(SourceId(number)); });
  }
  asking.ask([](const Snapshot& now) { now.bonds(); });
  asking.ask([](const Snapshot& now) { now.bonds({}, AsOf(Date("1960"))); });
  asking.ask([](const Snapshot& now) { now.rivals(); });
  asking.ask([](const Snapshot& now) { now.pauses(); });
  asking.ask([](const Snapshot& now) { now.longest_running(); });
  asking.ask([](const Snapshot& now) { now.oldest_bonds(); });
  asking.ask([](const Snapshot& now) { now.newest_bonds(); });
  asking.ask([](const Snapshot& now) { now.newest_bonds_before(Date("2000")); });
  asking.ask([](const Snapshot& now) { now.anniversaries(2027); });
  asking.ask([](const Snapshot& now) { now.carried_bonds(); });
  asking.ask([](const Snapshot& now) { now.border_changes(); });
  asking.ask([](const Snapshot& now) { now.changes(AsOf(Date("1900"))); });
  asking.ask([](const Snapshot& now) { now.learned(KnownAt(Date("2000"))); });
  asking.ask([](const Snapshot& now) { now.keepsakes(); });
  asking.ask([](const Snapshot& now) { now.anomalies(); });
}

void ask_for_figures(Asking& asking) {
  asking.ask([](const Snapshot& now) { now.bonds_per_decade(); });
  asking.ask([](const Snapshot& now) { now.in_force_by_year(); });
  asking.ask([](const Snapshot& now) { now.country_pairs(); });
  asking.ask([](const Snapshot& now) { now.bonds_by_kind(); });
  asking.ask([](const Snapshot& now) { now.ended_by_reason(); });
  asking.ask([](const Snapshot& now) { now.ended_by_year(); });
  asking.ask([](const Snapshot& now) { now.unexplained_bonds(); });
  asking.ask([](const Snapshot& now) { now.one_sided_bonds(); });
  asking.ask([](const Snapshot& now) { now.completeness(); });
}

void ask_for_the_network(Asking& asking) {
  asking.ask([](const Snapshot& now) {
    const Network network(now, {.places = true});
    network.figures();
    network.closeness();
    network.betweenness();
    network.countries();
    network.lengths();
    network.bridges();
    network.chain(CityId(1), CityId(3));
    network.route(CityId(1), CityId(3));
    network.parted_without(BondId(1));
  });
  asking.ask([](const Snapshot& now) { Network(now, {.as_of = AsOf(Date("1960")), .certain_only = true}); });
  asking.ask([](const Snapshot& now) { Network::rings(now); });
  asking.ask([](const Snapshot& now) { Network::course(now, 1950, 1952); });
}

void ask_for_files(Asking& asking) {
  const TemporaryFile folder;
  for (const ExportFormat format : {ExportFormat::csv, ExportFormat::tables, ExportFormat::graphml, ExportFormat::gexf,
                                    ExportFormat::geojson, ExportFormat::geopackage}) {
    asking.ask_of_today(
        [&](const Snapshot& now) { export_file(now, folder.beside(to_string(format)).string(), {.format = format}); });
  }
}

constexpr std::array parts = {ask_of_cities, ask_of_bonds, ask_for_figures, ask_for_the_network, ask_for_files};

}  // namespace

std::vector<Error> ask_everything(const Registry& registry) {
  Asking asking(registry);
  for (const auto& part : parts) part(asking);
  return std::move(asking).errors();
}

std::vector<Error> ask_a_part(const Registry& registry, std::size_t number) {
  Asking asking(registry);
  parts.at(number % parts.size())(asking);
  return std::move(asking).errors();
}

}  // namespace twinning::support
