#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <twinning/bond.hpp>
#include <twinning/city.hpp>
#include <twinning/export.hpp>
#include <twinning/figures.hpp>
#include <twinning/id.hpp>
#include <twinning/source.hpp>
#include <twinning/time.hpp>

namespace twinning {

class Connection;
class HostRegistry;
class NetworkRows;

/// Everything that can be asked of a registry, over one moment of it, and as known now or at an earlier moment. It
/// belongs to the thread that runs the `Registry::read` or `write` that gave it, and ends with that call; the values
/// that it gives do not.
///
/// `find_*` gives nothing where there is nothing to find, `get_*` throws Error (`not_found`), the other questions give
/// lists, empty ones for an unknown id, and `for_each_*` hands over one row after another without keeping them. Every
/// question may throw Error: `corrupt`, `input_output`, `busy`. Questions that depend on a day take it as of today
/// unless told otherwise.
class TWINNING_EXPORT Snapshot {
 public:
  // Cities --------------------------------------------------------------------------------------------------------

  std::optional<City> find_city(CityId id) const;
  City get_city(CityId id) const;

  /// The city of that name, of any era and language, as `cities_named` finds it. Throws Error, `ambiguous` with the
  /// candidates, where several cities answer to it.
  std::optional<City> find_city(std::string_view name, const std::optional<Country>& country = {}) const;

  /// The city that a person means by `words`: a name of any era and language in any spelling of case and accents
  /// ("lodz"), with its country behind a comma to tell namesakes apart ("Kingston, JM", "Kingston, Jamaica"), or an
  /// identifier ("wikidata:Q6225", "id:12", "uid:" and 32 digits). Throws Error: `not_found` with the nearest names, as
  /// `search_cities` finds them, and `ambiguous` with the candidates.
  City get_city(std::string_view words) const;

  /// Every city that has or had that name, those whose name it is today first. Where none is spelt exactly so, those
  /// whose name differs in case, accents and punctuation alone.
  std::vector<City> cities_named(std::string_view name, const std::optional<Country>& country = {}) const;

  /// The cities that a person may mean by what they typed: names of any era and language, in any spelling of case,
  /// accents, ligatures and script, with or without an article, with "st" for "saint" or "sankt", with w for v, and
  /// with words in another order; those whose names begin so; and the nearest, as if it were misspelt, where no name is
  /// it and fewer than five begin so. A country behind a comma narrows, and an identifier finds its city, as in
  /// `get_city`.
  ///
  /// The best first: exact, prefix, then near by the number of letters to change (1 at the most up to 4 letters, 2 up
  /// to 8, 3 beyond); among equals the greater population, a tenth of which counts for a former name, then names in use
  /// before former ones, then the name. Cost: a few looks into the index of names, and one at each city whose name
  /// begins so; for near ones, a part of the index.
  std::vector<FoundCity> search_cities(std::string_view text, std::size_t limit = 20) const;

  /// The country of that name in English or that ISO 3166 code ("GB", "GBR"), whatever its case.
  std::optional<Country> find_country(std::string_view name) const;

  /// Every city with that identifier; more than one where the other register repeats itself.
  std::vector<City> cities_identified(const IdentifierScheme& scheme, std::string_view value) const;

  /// Every city, by name. Cost: one pass over the table.
  void for_each_city(const std::function<void(const City&)>& visit) const;

  /// The other names of a city, of any era and language, the oldest first.
  std::vector<Name> names(CityId city) const;

  /// What the city was called on a day. Throws Error, `not_found` for an unknown city.
  std::string name_on(CityId city, AsOf as_of = {}) const;

  /// The country that the city belonged to on a day, if any. Throws Error, `not_found` for an unknown city.
  std::optional<Country> country_on(CityId city, AsOf as_of = {}) const;

  /// Who has decided what of all its bonds, as far as it may have held on a day; only `policy` where one is named.
  std::vector<StatedPolicy> policies(const std::optional<Policy>& policy = {}, AsOf as_of = {}) const;

  // Twins ---------------------------------------------------------------------------------------------------------

  /// The twins of a city on a day, by name: every party with which it has a bond that is active, suspended or dormant.
  /// Where the dates leave two statuses possible on that day, the twin stands twice, each time as `possible`.
  /// Cost: one scan of the city's own spans.
  std::vector<Twin> twins(CityId city, AsOf as_of = {}) const;

  /// Every twin that a city has or ever had, in the order of time, once for each bond.
  std::vector<TwinEver> twins_ever(CityId city) const;

  /// Whether two cities are twinned on a day, by whichever bond: active, suspended or dormant.
  Answer are_twinned(CityId one, CityId other, AsOf as_of = {}) const;

  // Bonds ---------------------------------------------------------------------------------------------------------

  std::optional<Bond> find_bond(BondId id, AsOf as_of = {}) const;
  Bond get_bond(BondId id, AsOf as_of = {}) const;

  /// The bonds that meet every condition, in the order of their recording. Cost: a pass over the whole log, unless the
  /// filter names a city.
  std::vector<Bond> bonds(const BondFilter& filter = {}, AsOf as_of = {}) const;
  void for_each_bond(const BondFilter& filter, const std::function<void(const Bond&)>& visit, AsOf as_of = {}) const;

  /// The parties of a bond, in the order of their ids.
  std::vector<City> parties(BondId bond) const;

  /// The statuses that a bond may have on a day: one where the dates are precise, none before its beginning.
  std::vector<StatusOnDay> status(BondId bond, AsOf as_of = {}) const;

  /// Where each party of a bond stands on a day: who suspended it, who ended it, and what would lift that. None before
  /// the bond's first act.
  std::vector<Stance> stances(BondId bond, AsOf as_of = {}) const;

  /// The whole life of a bond in stretches of equal status.
  std::vector<Span> spans(BondId bond) const;

  /// Every act of a bond in order, rivals among them; what was corrected or retracted is left out.
  std::vector<Event> history(BondId bond) const;

  /// The same for all bonds of a city.
  std::vector<Event> history(CityId city) const;

  /// The same for all bonds between two cities.
  std::vector<Event> history(CityId one, CityId other) const;

  /// Acts by which a source disagrees with those that stand.
  std::vector<Event> rivals() const;

  /// Every suspension of a bond, and how long it lasted.
  std::vector<Pause> pauses() const;

  /// The bonds in force on a day that were formed first, the oldest first.
  std::vector<Bond> longest_running(std::size_t limit = 10, AsOf as_of = {}) const;

  /// The bond of each country that was formed first, whatever became of it.
  std::vector<OldestBond> oldest_bonds(AsOf as_of = {}) const;

  /// The bond that each city formed last, as far as is known; only of `city` where one is named.
  std::vector<NewestBond> newest_bonds(std::optional<CityId> city = std::nullopt, AsOf as_of = {}) const;

  /// The same of the cities that have formed none on or after the first day of `since`.
  std::vector<NewestBond> newest_bonds_before(const Date& since, AsOf as_of = {}) const;

  /// The bonds in force on a day that are a multiple of 10 or of 25 years old in `year`: that of the day, or one of the
  /// ten that follow.
  std::vector<Anniversary> anniversaries(int year, AsOf as_of = {}) const;

  /// The bonds that a party held when another followed it: who carries them, and whether it has said so.
  std::vector<CarriedBond> carried_bonds(AsOf as_of = {}) const;

  /// The bonds that were within one country when they were formed and are between two today, or the reverse.
  std::vector<BorderChange> border_changes() const;

  // Why, and what changed ------------------------------------------------------------------------------------------

  /// Why a bond is as it is on a day: the acts that make its state, in order, as far as they may have happened by then;
  /// and then those that were set aside, and why.
  std::vector<Ground> explain(BondId bond, AsOf as_of = {}) const;

  /// What changed in the world after one day and up to another. Here as in the two below, a period that ends before it
  /// begins throws Error (invalid_argument). One that the dates leave open is `possible`, and so may
  /// stand in two neighbouring periods. Cost: a pass over the whole log, unless the filter names a city.
  std::vector<Change> changes(AsOf after, AsOf until = {}, const ChangeFilter& filter = {}) const;

  /// What changed for a city after one day and up to another: the status of its pairs, its name, its country, and who
  /// came before and after it, in the order of time.
  std::vector<CityChange> city_changes(CityId city, AsOf after, AsOf until = {}) const;

  /// What the registry learned after one moment and up to another: every act that was recorded, corrections and
  /// retractions among them, in the order of recording. Cost: as `changes`.
  std::vector<RecordedEvent> learned(KnownAt after, KnownAt until = {}, const ChangeFilter& filter = {}) const;

  // Counts --------------------------------------------------------------------------------------------------------

  /// The cities with the most twins on a day, the most first by their highest figure; by bonds of `kind` only, where
  /// one is named. Here as in the other counts each bond is looked at alone: two of a pair that are only possible make
  /// no certainty.
  std::vector<TwinCount> most_twinned(std::size_t limit = 10, AsOf as_of = {},
                                      const std::optional<BondKind>& kind = {}) const;

  /// How many bonds were formed and ended in each decade up to a day; last, without a decade, those whose dates leave
  /// it open.
  std::vector<DecadeCount> bonds_per_decade(AsOf as_of = {}) const;

  /// How many bonds were in force at the end of each year that is over by a day, from the first year of a dated act;
  /// years without any are left out.
  std::vector<YearCount> in_force_by_year(AsOf as_of = {}) const;

  std::vector<CountryPairCount> country_pairs(AsOf as_of = {}) const;
  std::vector<KindCount> bonds_by_kind(AsOf as_of = {}) const;
  std::vector<ReasonCount> ended_by_reason(AsOf as_of = {}) const;
  std::vector<YearReasonCount> ended_by_year(AsOf as_of = {}) const;

  // What is known and what is not ---------------------------------------------------------------------------------

  std::vector<UnexplainedBond> unexplained_bonds() const;

  /// Bonds that one party claims and no other has confirmed.
  std::vector<OneSidedBond> one_sided_bonds() const;

  /// How much is known of the bonds of each country.
  std::vector<Completeness> completeness(AsOf as_of = {}) const;

  /// What bonds left behind, and where it is now.
  std::vector<Keepsake> keepsakes(const KeepsakeFilter& filter = {}) const;

  /// The sources of a bond's acts, of one act, or of a keepsake.
  std::vector<Source> sources(BondId bond) const;
  std::vector<Source> sources(EventId event) const;
  std::vector<Source> sources(KeepsakeId keepsake) const;

  /// Every fact that rests on a source.
  std::vector<SupportedFact> supported_facts(SourceId source) const;

  /// What is legal but odd. Cost: a pass over the whole log.
  std::vector<Anomaly> anomalies() const;

  /// The moment whose knowledge this shows; nothing means now.
  KnownAt known_at() const noexcept { return known_at_; }

  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  friend class HostRegistry;
  friend class Network;
  friend class NetworkRows;
  friend class Registry;
  friend class Transaction;
  Snapshot(Connection& connection, Day today, KnownAt known_at = {})
      : connection_(connection), today_(today), known_at_(known_at) {}
  std::string day_text(const AsOf& as_of) const;
  std::vector<City> cities_with_identifier_in(std::string_view words) const;
  City only_one(const std::vector<City>& cities, std::string_view name) const;
  std::string mark_of(const City& city) const;
  std::string nearest_in_words(std::string_view words) const;
  void append_history(BondId bond, std::vector<Event>& events) const;
  void visit_bonds(std::string_view query, const std::string& day, const BondFilter& filter, std::optional<BondId> only,
                   const std::function<void(const Bond&)>& visit) const;

  Connection& connection_;
  Day today_;
  KnownAt known_at_;
};

}  // namespace twinning
