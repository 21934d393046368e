#pragma once

#include <memory>
#include <optional>
#include <string>

#include <twinning/bond.hpp>
#include <twinning/city.hpp>
#include <twinning/export.hpp>
#include <twinning/id.hpp>
#include <twinning/snapshot.hpp>
#include <twinning/source.hpp>
#include <twinning/time.hpp>

namespace twinning {

class Connection;

namespace importing {
class Door;
}

/// Everything that can be written, within one `Registry::write`. It belongs to the thread that runs that call and ends
/// with it.
///
/// Each call throws Error where the file refuses it: `rule_broken` with the rule's name and the values, or another
/// category; what the call would have written is then not there, and the rest of the transaction may go on.
class TWINNING_EXPORT Transaction {
 public:
  // Cities --------------------------------------------------------------------------------------------------------

  CityId add_city(const NewCity& city);

  /// Another name. Today's name is the city's own; a former one has the days between which it was used.
  NameId add_name(CityId city, const NewName& name);

  /// What another register calls the city. Not unique: registers repeat their identifiers.
  void add_identifier(CityId city, const Identifier& identifier);

  /// A country that the city belonged to at another time than today.
  void add_country(CityId city, const CountrySpell& country);

  /// What the city decided of all its bonds at once.
  void add_policy(CityId city, const PolicySpell& policy);

  /// One party that followed another: a merger is a call for each predecessor, a split one for each successor. A
  /// renaming is no succession but a name.
  void record_succession(const Succession& succession);

  // Bonds ---------------------------------------------------------------------------------------------------------

  /// A bond and the act of its forming. Throws Error, `invalid_argument` with the rule `bond_event_two_parties` where
  /// there are fewer than two parties.
  BondId form(const NewBond& bond);

  /// A bond without an act, for a history that does not begin with its forming. Record its first act next.
  BondId add_bond(const NewBond& bond);

  /// One more party of a bond of many. Record its `joined` act next, or it counts as a founder.
  void add_party(BondId bond, CityId city);

  /// An act in a bond's life.
  EventId record(BondId bond, const NewEvent& event);

  /// Puts `event` in the place of an act that was wrong. Both stay in the log: what was believed is not overwritten.
  /// To mend a correction, correct the correction.
  EventId correct(EventId wrong, const NewEvent& event);

  /// Takes back an act that never was. It stays in the log. Retracting a correction does not revive what it corrected.
  EventId retract(EventId wrong, const std::optional<std::string>& note = std::nullopt);

  /// What a bond left behind.
  KeepsakeId add_keepsake(BondId bond, const NewKeepsake& keepsake);

  // Sources -------------------------------------------------------------------------------------------------------

  SourceId add_source(const NewSource& source);

  /// Says which source supports an act, a name, a city or a keepsake.
  void cite(EventId event, SourceId source, const Passage& passage = {});
  void cite(NameId name, SourceId source, const Passage& passage = {});
  void cite(CityId city, SourceId source, const Passage& passage = {});
  void cite(KeepsakeId keepsake, SourceId source, const Passage& passage = {});

  // ---------------------------------------------------------------------------------------------------------------

  /// The registry with all that this transaction has written so far.
  const Snapshot& now() const noexcept { return now_; }

  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

 private:
  friend class Registry;
  friend class importing::Door;
  Transaction(Connection& connection, Instant instant);
  EventId insert(BondId bond, const NewEvent& event, std::optional<EventId> corrects, const std::string& recorded_at);
  struct Citation {
    SourceId source;
    std::optional<EventId> event = {};
    std::optional<NameId> name = {};
    std::optional<CityId> city = {};
    std::optional<KeepsakeId> keepsake = {};
  };
  void cite(const Citation& citation, const Passage& passage);
  std::string new_uid() const;
  void look_at_log();

  Connection& connection_;
  Snapshot now_;
  Instant instant_;
  // One instant for the whole transaction: as recorded_at has it, and as a uid begins.
  std::string recorded_at_;
  std::string moment_;
  std::int64_t last_event_ = -1;  // unknown until an act is recorded
};

}  // namespace twinning
