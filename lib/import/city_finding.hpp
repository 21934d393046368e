#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <twinning/import_file.hpp>
#include <twinning/snapshot.hpp>

#include "bulk_load.hpp"
#include "connection.hpp"
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

  /// Cities that were left apart, with the name for which they were: to be cited, so that they are found again.
  const std::vector<std::pair<CityId, std::string>>& left_apart() const { return left_apart_; }

  /// Says, before any row is read, that two names are of one city.
  void know_renaming(const std::string& from, const std::string& to, const std::optional<Country>& country);

  /// Adds a name that a renaming took away, and calls a city that this import added by its last name. Nothing where the
  /// name is known.
  std::optional<NameId> add_former_name(CityId id, const Renaming& renaming, const std::optional<Date>& since,
                                        const std::string& last_name);

  std::int64_t matched() const;

 private:
  struct Candidate {
    CityId id;
    std::optional<Country> country;
    std::optional<Coordinates> coordinates;
    bool is_fictional;
    bool has_other_identifier;
  };
  std::optional<CityId> by_identifier(const StatedCity& city, const StatedCity* twin, std::int64_t line);
  bool has_identifier(CityId id, const Identifier& identifier);
  CityId leave_apart(const StatedCity& city, const StatedCity* twin, std::int64_t line, const std::string& key,
                     const std::vector<CityId>& candidates);
  std::optional<CityId> by_name(const StatedCity& city, const StatedCity* twin, std::int64_t line);
  CityId add(const StatedCity& city);
  void complete(CityId id, const StatedCity& city);
  void note_match(CityId id);
  std::vector<Candidate> candidates(const StatedCity& city);
  std::optional<CityId> left_apart_before(const std::string& key);
  /// The only one of some cities that this source has a bond of with that twin, by an earlier row or import.
  std::optional<CityId> said_before(const std::vector<CityId>& candidates, const StatedCity& twin);
  bool is_said_before(CityId city, const StatedCity& twin);

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
  std::map<std::string, std::vector<std::string>> renamed_;  // each name and country, with all the city's names
};

/// By which a name is one within a file: folded, with its country.
std::string key_of(std::string_view name, const std::optional<Country>& country);

}  // namespace twinning::importing
