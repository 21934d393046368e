#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <twinning/import_file.hpp>
#include <twinning/snapshot.hpp>

#include "bulk_load.hpp"
#include "connection.hpp"
#include "import/said_cities.hpp"
#include "import/stated.hpp"

namespace twinning::importing {

/// Finds the cities of the registry that a file means, and adds those that it lacks.
class CityFinding {
 public:
  /// \param title of the import's source: what an import of that title left apart is found again.
  CityFinding(Connection& connection, const Snapshot& now, BulkLoad& load, ImportReport& report, std::string title);

  /// The city that is meant; a new one where there is none, or where several may be. `twin` is the other city of the
  /// row, if there is one.
  CityId find(const StatedCity& city, const StatedCity* twin, std::int64_t line);

  /// The city that a renaming is about, by either name; a new one where there is none. Nothing where it may be several.
  std::optional<CityId> find_renamed(const StatedCity& city, const Renaming& renaming);

  /// Cites what was found by names that several cities have, so that it is found again.
  void record(SourceId source);
  bool has_left_apart() const { return !left_apart_.empty(); }

  /// Says, before any row is read, that two names are of one city.
  void know_renaming(const std::string& from, const std::string& to, const std::optional<Country>& country);

  /// Adds a name that a renaming took away, and calls the city by the last one if it was called by that name. Nothing
  /// where the name is known.
  std::optional<NameId> add_former_name(CityId id, const Renaming& renaming, const std::optional<Date>& since,
                                        const std::string& last_name);

  std::int64_t matched() const;
  /// How many cities of the registry got a value that they lacked.
  std::int64_t completed() const { return static_cast<std::int64_t>(completed_.size()); }

 private:
  struct Candidate {
    CityId id;
    std::optional<Country> country;
    std::optional<Coordinates> coordinates;
    bool is_fictional;
    bool has_other_identifier;
  };
  std::optional<CityId> by_identifier(const StatedCity& city, std::int64_t line);
  bool has_identifier(CityId id, const Identifier& identifier);
  bool was_in(CityId id, const Country& country);
  bool was_called(CityId id, const std::string& name);
  CityId leave_apart(const StatedCity& city, std::int64_t line, const std::string& key,
                     const std::vector<CityId>& candidates);
  std::optional<CityId> by_name(const StatedCity& city, const StatedCity* twin, std::int64_t line);
  /// Whom a name may mean: those who surely are, and those of whom too little is known.
  struct Meant {
    std::vector<CityId> sure;
    std::vector<CityId> unsure;
    /// The only one, if there is one.
    std::optional<CityId> one(const StatedCity& city) const;
    bool none() const { return sure.empty() && unsure.empty(); }
  };
  Meant meant(const StatedCity& city);
  CityId add(const StatedCity& city);
  void complete(CityId id, const StatedCity& city);
  void note_match(CityId id);
  std::vector<Candidate> candidates(const StatedCity& city);
  std::optional<CityId> left_apart_before(const std::string& key);
  /// The only one of some cities that an earlier import of this source has a bond of with that twin.
  std::optional<CityId> said_before(const std::vector<CityId>& candidates, const StatedCity& twin);

  // Wikidata's numbers of the cities that were found last; an import is about the same ones again and again.
  struct Recent {
    std::int64_t number = 0;
    std::int64_t city = 0;
    // What of it was stated so far.
    std::size_t name = 0;  // its hash
    bool has_place = false;
    bool has_population = false;
    bool has_country = false;
  };
  static constexpr std::size_t recent_size = std::size_t{1} << 16;

  Connection& connection_;
  const Snapshot& now_;
  BulkLoad& load_;
  ImportReport& report_;
  std::string title_;
  std::vector<Recent> recent_;
  std::map<std::string, CityId> apart_;                             // by what they are called in the file
  std::optional<std::map<std::string, CityId>> left_apart_before_;  // by earlier imports, in the same way
  std::vector<std::pair<CityId, std::string>> left_apart_;
  std::int64_t last_source_;  // before this import
  SaidCities said_;
  std::set<CityId> completed_;
  std::map<std::string, std::vector<std::string>> renamed_;  // each name and country, with all the city's names
};

/// By which a name is one within a file: folded, with its country.
std::string key_of(std::string_view name, const std::optional<Country>& country);

}  // namespace twinning::importing
