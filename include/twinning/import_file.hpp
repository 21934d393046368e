#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <twinning/city.hpp>
#include <twinning/code.hpp>
#include <twinning/date.hpp>
#include <twinning/export.hpp>
#include <twinning/id.hpp>
#include <twinning/registry.hpp>

namespace twinning {

/// What a file to be imported holds; docs/import.md has the columns of each.
enum class ImportFormat {
  /// Wikidata's twinned administrative bodies (P190): results of its query service as CSV, TSV or SPARQL 1.1 JSON, or
  /// whole entities as JSON.
  wikidata,
  /// Delimited text with two cities a row.
  pairs,
  /// Delimited text with an act a row.
  events,
  /// A whole registry: the folder that the export of that name wrote, into a registry that is empty. It becomes the
  /// same registry, ids and uids included, so that the other options mean nothing.
  tables
};

/// How far an import has come.
struct ImportProgress {
  std::uint64_t bytes_read;
  std::uint64_t bytes;  ///< of the whole file; 0 where that is unknown, as of a pipe
  std::int64_t rows;
};

/// How to read a file.
struct ImportOptions {
  /// None: `wikidata` for JSON and for a header with `city` and `sister`, `events` for one with `event`, `tables`
  /// for a folder, else `pairs`.
  std::optional<ImportFormat> format = {};
  /// Which column has what: {"a", "city1"}, {"a.country", "3"}. A column is named by its header, or by its number from
  /// 1. Columns with the expected names are found without this.
  std::vector<std::pair<std::string, std::string>> columns = {};
  bool has_header = true;
  /// None: what the first line suggests, a tab, a semicolon or a comma. A space stands for any run of spaces and tabs.
  std::optional<char> delimiter = {};
  /// Lines that begin with it are passed over.
  std::optional<char> comment = {};
  /// Who says so: the title of the source. None: the name of the file. Imports of the same title are taken as the same
  /// list at different times.
  std::optional<std::string> source = {};
  /// The day on which the source showed its bonds in force, for those whose beginning it does not say. None: unknown.
  std::optional<Date> listed = {};
  /// The language of names that come without one, BCP 47.
  std::optional<std::string> language = {};
  /// Whether a row is the claim of its first city, which the second may confirm by a row of its own; else it is
  /// nobody's in particular. Of `wikidata` it always is.
  bool claims = true;
  /// Refuse the whole file for one row or value that can't be taken, one city that is ambiguous, or one column of which
  /// nothing is known.
  bool strict = false;
  /// Find out what would be done, and write nothing.
  bool dry_run = false;
  /// Called now and then, from the thread that imports. What it throws stops the import, and nothing is written.
  std::function<void(const ImportProgress&)> progress = {};
};

/// A row, or a value of one, that could not be taken.
struct RejectedRow {
  std::int64_t line;   ///< from 1, the header too; in JSON the number of the result or the claim
  std::string column;  ///< its header, or its number; empty where it is the row that is wrong
  std::string value;
  std::string reason;
};

/// A name that more than one city may be meant by. The row's city was left apart: it is a new one.
struct AmbiguousName {
  static constexpr std::size_t most = 20;

  std::int64_t line;
  std::string name;
  std::optional<Country> country;
  std::vector<City> candidates;  ///< the first ones, at the most `most`
  CityId left_apart;
};

/// A claim that an earlier import of the same source had, and this one has not, of a city that it still speaks of.
struct GoneClaim {
  BondId bond;
  std::string parties;
  std::optional<std::string> by;  ///< whose claim it was; none: nobody's in particular
  std::string event;
  std::optional<Date> date;
};

/// What an import did, or would have done. `rows` is the sum of `acts_added`'s rows, `rows_matched`, `repeated`,
/// `self_links` and `rejected`; the lists are cut after `ImportReport::most`, the numbers never.
struct ImportReport {
  static constexpr std::size_t most = 1000;

  std::int64_t rows = 0;          ///< rows of data, results, or claims
  std::int64_t rows_added = 0;    ///< that said something new
  std::int64_t rows_matched = 0;  ///< that said what the registry had before
  std::int64_t repeated = 0;      ///< that said no more than an earlier row of the same file
  std::int64_t self_links = 0;    ///< of a city with itself
  std::int64_t rejected = 0;      ///< that could not be taken
  std::int64_t cities_added = 0;
  std::int64_t cities_matched = 0;  ///< cities of the registry that the file speaks of
  std::int64_t names_added = 0;
  std::int64_t bonds_added = 0;
  std::int64_t bonds_matched = 0;  ///< bonds of the registry that the file speaks of
  std::int64_t acts_added = 0;
  std::int64_t acts_completed = 0;   ///< acts among these that take the place of one of which less was known
  std::int64_t rivals = 0;           ///< acts among these that contradict one that stands, kept beside it
  std::int64_t values_left_out = 0;  ///< values that could not be taken, of rows that could
  std::int64_t ambiguous = 0;
  std::int64_t gone = 0;
  bool dry_run = false;

  std::optional<SourceId> source;  ///< none where nothing was new, or nothing written
  std::string file_sha256;
  std::vector<std::string> columns_passed_over;  ///< of which nothing is known; `strict` refuses them
  std::vector<std::int64_t> self_link_lines;
  std::vector<RejectedRow> rejected_rows;
  std::vector<RejectedRow> left_out;
  std::vector<AmbiguousName> ambiguous_names;
  std::vector<GoneClaim> gone_claims;
};

/// Whether a column can have that: "a", "b.country", "date", as in `ImportOptions::columns`.
TWINNING_EXPORT bool is_import_column(std::string_view what);

/// Reads a file into a registry: in one transaction, as one source, whose row has the file's name and SHA-256.
///
/// A city is the one with the same identifier; else the one with the same folded name and country, and within 20 km
/// where both have coordinates. What is ambiguous is never merged. A pair seen from both sides is one bond with an act
/// by each. The same file again adds nothing, not even a source.
///
/// Cost: one pass over the file, a piece at a time (a JSON entity is held whole). The rules of the file are proved by
/// the end of the transaction rather than row by row. Memory does not grow with the file. In rollback mode nobody reads
/// the registry meanwhile, and another program that tries may see `busy`; in write-ahead mode reads go on.
///
/// Throws Error: `not_found` and `input_output` for the file; `invalid_argument` for one that is empty, is not what its
/// format says, or, if `strict`, has a row that can't be taken: nothing is written then.
TWINNING_EXPORT ImportReport import_file(Registry& registry, const std::string& path,
                                         const ImportOptions& options = {});

}  // namespace twinning
