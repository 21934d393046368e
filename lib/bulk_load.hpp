#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <twinning/bond.hpp>
#include <twinning/city.hpp>
#include <twinning/id.hpp>
#include <twinning/source.hpp>
#include <twinning/time.hpp>

#include "connection.hpp"
#include "row_batch.hpp"

namespace twinning {

/// Writes many rows within a transaction at a fraction of the cost of writing them one by one: while it lives, the
/// triggers of the tables it writes are away, and CHECKs are not looked at. SQLite itself still enforces types, unique
/// keys and references; what the others would have refused or kept, finish() proves and makes for all rows at once, and
/// puts them back. Without finish() the transaction must be rolled back.
class BulkLoad {
 public:
  BulkLoad(Connection& connection, Instant instant);
  ~BulkLoad();
  BulkLoad(const BulkLoad&) = delete;
  BulkLoad& operator=(const BulkLoad&) = delete;

  CityId add_city(const NewCity& city, const std::string& folded);
  NameId add_name(CityId city, const NewName& name, const std::string& folded);
  void add_identifier(CityId city, const Identifier& identifier);
  void add_country(CityId city, const CountrySpell& country);
  BondId add_bond(const BondKind& kind, CityId one, CityId other);
  EventId record(BondId bond, const NewEvent& event);
  /// Puts an act in the place of one of the same bond, with the sources of that one.
  EventId correct(EventId wrong, BondId bond, const NewEvent& event);
  SourceId add_source(const NewSource& source, const std::optional<std::string>& file_name);

  // What a city or a bond lacked so far.
  void place(CityId city, const Coordinates& coordinates);
  void populate(CityId city, std::int64_t population);
  void assign(CityId city, const Country& country);
  void rename(CityId city, const std::string& name, const std::string& folded);
  void specify(BondId bond, const BondKind& kind);

  void cite(EventId event, SourceId source, const Passage& passage);
  void cite(NameId name, SourceId source, const Passage& passage);
  void cite(CityId city, SourceId source, const Passage& passage);

  /// Puts what it still holds of bonds, acts and citations into the file: to be called before they are read.
  void settle();

  /// The moment at which all that it adds is recorded.
  const std::string& recorded_at() const { return recorded_at_; }

  /// Whether a bond was added by this load.
  bool is_new(BondId bond) const { return bond.value() > first_bond_; }
  bool is_new(CityId city) const { return city.value() > first_city_; }
  bool is_new(EventId event) const { return event.value() > first_event_; }

  /// Proves the rules, makes the projection, puts the triggers back. Throws Error, `rule_broken`, and what `between`
  /// throws, which is called now and then.
  void finish(const std::function<void()>& between);

 private:
  /// Whether there were none but the registry's own.
  bool take_triggers_away();
  std::int64_t last_id(const char* query);
  std::string uid(std::int64_t id);
  void know(const std::optional<Date>& date);
  void touch(CityId city);
  EventId record(BondId bond, const NewEvent& event, std::optional<EventId> corrects);
  void prove_checks();
  void prove_rules();
  void make_spans(const std::function<void()>& between);

  Connection& connection_;
  std::string recorded_at_;
  std::string moment_;
  std::int64_t first_city_, last_city_;
  std::int64_t first_bond_, last_bond_;
  std::int64_t first_event_, last_event_;
  std::int64_t first_source_, last_source_;
  std::int64_t first_name_, first_identifier_, first_country_, first_citation_;
  RowBatch bonds_;
  RowBatch parties_;
  RowBatch acts_;
  RowBatch citations_;
  std::vector<std::string> triggers_;
  std::unordered_set<std::string> known_dates_;
  std::unordered_set<std::int64_t> touched_bonds_;   // old bonds with new acts, or of another kind
  std::unordered_set<std::int64_t> touched_cities_;  // old cities with new values
};

}  // namespace twinning
