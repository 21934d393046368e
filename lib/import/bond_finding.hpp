#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <twinning/import_file.hpp>

#include "bulk_load.hpp"
#include "connection.hpp"
#include "import/claimed_pairs.hpp"
#include "import/known_acts.hpp"
#include "import/stated.hpp"

namespace twinning::importing {

/// Finds the bonds and acts of the registry that a file means, and adds those that it lacks.
class BondFinding {
 public:
  BondFinding(Connection& connection, BulkLoad& load, ImportReport& report, std::string title, std::string file_name);

  /// The file speaks of that city, with whatever claims.
  void hear(CityId city);

  /// Takes what a row says of two cities that are known by now.
  void take(const Claim& claim, CityId first, CityId second);

  /// The source of this import; made when the first row that is new asks for it.
  SourceId source();
  std::optional<SourceId> made_source() const { return source_; }
  /// The source that a row names, made where there is none with that title and address.
  SourceId source_of(const StatedSource& stated);

  /// Claims of earlier imports of the same source that this file does not repeat.
  void find_gone();

  std::int64_t matched() const;

 private:
  struct Found {
    BondId bond;
    bool is_fresh;  // made by this row
  };
  Found bond_of(CityId first, CityId second, const Claim& claim, ClaimedPair& pair);
  /// Of one pair, the oldest first.
  std::vector<BondId> bonds_of(CityId first, CityId second);
  /// Which of several bonds of a pair is meant; none: another one.
  std::optional<BondId> meant(const std::vector<BondId>& bonds, CityId first, CityId second, const Claim& claim);
  bool fits(BondId bond, const Claim& claim);
  bool is_of_its_kind(BondId bond, const Claim& claim);
  bool has_another_beginning(BondId bond, const Claim& claim);
  /// Whether the act was said by the source of the row, at this time or an earlier one.
  bool has_same_source(EventId act, const Claim& claim);
  /// Says what kind of bond it is, where that was not stated; whether it was so.
  bool specify(BondId bond, const Claim& claim);
  /// Cites those of the row's own sources that the act lacks; whether there were any.
  bool cite_lacking(EventId act, const Claim& claim);
  bool has_act(BondId bond, const StatedAct& act, std::optional<CityId> by);
  enum class Took { added, matched, repeated };
  /// Takes a claim of no more than that there is a bond, of which no more is known. Whether it added anything.
  bool take_listing(const Claim& claim, CityId first, CityId second, ClaimedPair& pair);
  Took take_act(const Claim& claim, const StatedAct& act, BondId bond, std::optional<CityId> by, bool is_fresh);
  Took take_known(const Claim& claim, EventId act);
  /// A source may say the same more or less precisely at another time; another source says something else.
  std::optional<Took> take_other_precision(const Claim& claim, const StatedAct& act, BondId bond,
                                           const std::vector<KnownAct>& acts, std::optional<CityId> by);
  /// Takes what the file knows of an act beyond the registry.
  Took complete(const Claim& claim, const StatedAct& act, BondId bond, const KnownAct& known);
  void add_act(const Claim& claim, const StatedAct& act, BondId bond, std::optional<CityId> by, Rank rank);
  void cite(EventId act, const Claim& claim);

  Connection& connection_;
  BulkLoad& load_;
  ClaimedPairs pairs_;
  ImportReport& report_;
  std::string title_;
  std::string file_name_;
  std::optional<SourceId> source_;
  std::map<std::pair<std::string, std::string>, SourceId> sources_;
  bool follows_earlier_;  // whether there was an import of the same source before
};

}  // namespace twinning::importing
