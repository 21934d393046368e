#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <twinning/export.hpp>
#include <twinning/snapshot.hpp>
#include <twinning/time.hpp>

namespace twinning {

/// What other programs read. docs/export.md says what each format holds, what it loses, and how to open it.
enum class ExportFormat {
  csv,        ///< a folder with cities.csv and bonds.csv, nodes and edges: RFC 4180
  tables,     ///< a folder with a CSV file a durable table, from which the same registry can be made again
  graphml,    ///< a graph for networkx and igraph
  gexf,       ///< GEXF 1.2draft, a graph for Gephi, whose edges come and go with time
  geojson,    ///< RFC 7946: cities as points, bonds as great circles
  geopackage  ///< OGC 12-128r17, an SQLite file for QGIS: the layers `cities` and `bonds`
};

/// The word for a format: "geojson". Never fails.
TWINNING_EXPORT std::string_view to_string(ExportFormat format) noexcept;

/// The format that a word names, if any.
TWINNING_EXPORT std::optional<ExportFormat> export_format(std::string_view word) noexcept;

struct ExportOptions {
  ExportFormat format;
  /// The bonds that are active, suspended or dormant, possibly, on that day; none: every bond ever, with its lifetime.
  std::optional<AsOf> as_of = {};
  /// Called now and then with how many rows are written, from the thread that exports. What it throws stops the export,
  /// and nothing is left behind.
  std::function<void(std::int64_t)> progress = {};
};

/// What `export_file` wrote, and what the format could not hold.
struct ExportReport {
  std::int64_t cities = 0;  ///< every city, one without bonds too
  std::int64_t bonds = 0;   ///< bonds that have an edge; of `tables`, the rows of `bond`
  std::int64_t edges = 0;   ///< pairs of parties: a bond of three has three; of `tables`, none
  std::int64_t rows = 0;    ///< of `tables`: the rows of all of them; else cities and edges

  std::int64_t cities_without_coordinates = 0;  ///< of maps: they are there, but without a geometry
  std::int64_t edges_without_coordinates = 0;   ///< of maps: an end has none, so they are there without a geometry
  std::int64_t edges_without_time = 0;          ///< of `gexf` without a day, left out: never in force on any day
  std::int64_t characters_replaced = 0;         ///< by U+FFFD: the format can't carry them

  std::vector<std::string> files;  ///< as they were written
};

/// Writes what a snapshot shows in a format of others, to a file or folder that must not exist yet. It gets its name
/// only when it is whole and on the disk; where that fails, nothing is left behind.
///
/// An edge is a pair of cities in one bond, once. As of a day it has the last status that the pair may have had on that
/// day; it is `certain` if the pair was in force on every reading of the dates, whichever its status. A successor has
/// the edges that it carries, and its predecessor those that it had.
///
/// Cost: a pass over the cities and one over the spans, sorted; memory does not grow with the registry, unless it is as
/// known at an earlier moment, when SQLite derives all spans first (about 5 KB a bond). Throws Error:
/// `already_exists`, `input_output`, `no_space`; `invalid_argument` for `tables` as of a day or as known at an earlier
/// moment, since they hold all that is recorded.
TWINNING_EXPORT ExportReport export_file(const Snapshot& snapshot, const std::string& path,
                                         const ExportOptions& options);

}  // namespace twinning
