// Reading files into a registry. What a file says is read in lib/import/, a format a file; whom and what of the
// registry it means is found in city_finding.cpp and bond_finding.cpp; here they are put together.

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include <twinning/error.hpp>
#include <twinning/import_file.hpp>

#include "bulk_load.hpp"
#include "connection.hpp"
#include "folding.hpp"
#include "import/bond_finding.hpp"
#include "import/city_finding.hpp"
#include "import/columns.hpp"
#include "import/entities.hpp"
#include "import/input_file.hpp"
#include "import/row_reading.hpp"
#include "import/rows.hpp"
#include "import/stated_values.hpp"
#include "import/tables.hpp"
#include "quote.hpp"

namespace twinning {
namespace importing {
namespace {

/// What of JSON is in a file.
enum class Json { none, results, entities };

Json json_in(std::string_view start) {
  const auto first = start.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || (start[first] != '{' && start[first] != '[')) return Json::none;
  return start.find("\"entities\"") != std::string_view::npos ? Json::entities : Json::results;
}

/// One file on its way into a registry.
class Import {
 public:
  Import(Connection& connection, const Snapshot& now, Instant instant, const std::string& path,
         const ImportOptions& options)
      : connection_(connection),
        now_(now),
        options_(options),
        file_(path),
        title_(options.source.value_or(std::filesystem::path(path).filename().string())),
        load_(connection, instant),
        cities_(connection, now, load_, report_, title_),
        bonds_(connection, load_, report_, title_, std::filesystem::path(path).filename().string()) {
    report_.dry_run = options.dry_run;
    if (fold(title_).empty()) refuse_title();
  }

  ImportReport run() {
    if (file_.peek().starts_with("SQLite format 3")) {
      refuse("is a database: export its tables with --format tables, and import their folder into an empty registry");
    }
    if (file_.peek().starts_with("PK\x03\x04") || file_.peek().starts_with("\x1f\x8b")) {
      refuse("is a spreadsheet or packed: save it as CSV, or unpack it");
    }
    const Json json = json_in(file_.peek());
    unit_ = json == Json::none ? "line" : json == Json::results ? "result" : "claim";
    if (json != Json::none && options_.format.value_or(ImportFormat::wikidata) != ImportFormat::wikidata) {
      refuse("is JSON, which only the format wikidata is read from");
    }
    if (json == Json::entities) {
      read_entities_in();
    } else {
      read_rows_in(json == Json::results);
    }
    finish();
    return std::move(report_);
  }

 private:
  [[noreturn]] void refuse_title() const {
    throw Error(ErrorCategory::invalid_argument,
                fmt::format("{} is no title of a source: say who says so, or leave it out", quote(title_)));
  }

  [[noreturn]] void refuse(std::string_view why) const {
    throw Error(ErrorCategory::invalid_argument, fmt::format("{} {}", quote(file_.path()), why));
  }

  void reject(std::int64_t line, const Fault& fault) {
    ++report_.rejected;
    RejectedRow row{.line = line, .column = fault.column, .value = shown(fault.value), .reason = fault.reason};
    if (options_.strict) refuse_row(row);
    if (report_.rejected_rows.size() < ImportReport::most) report_.rejected_rows.push_back(std::move(row));
  }

  void leave_out(std::int64_t line, const Fault& fault) {
    ++report_.values_left_out;
    RejectedRow row{.line = line, .column = fault.column, .value = shown(fault.value), .reason = fault.reason};
    if (options_.strict) refuse_row(row);
    if (report_.left_out.size() < ImportReport::most) report_.left_out.push_back(std::move(row));
  }

  [[noreturn]] void refuse_row(const RejectedRow& row) const {
    throw Error(
        ErrorCategory::invalid_argument,
        fmt::format("{}, {} {}{}: {} {}", quote(file_.path()), unit_, row.line,
                    row.column.empty() ? "" : fmt::format(", column {}", row.column), quote(row.value), row.reason));
  }

  void refuse_ambiguous() const {
    if (!options_.strict || report_.ambiguous_names.empty()) return;
    const AmbiguousName& name = report_.ambiguous_names.front();
    std::string candidates;
    for (const City& city : name.candidates) {
      candidates += fmt::format("{}{} ({}, id {})", candidates.empty() ? "" : ", ", city.name,
                                city.country ? city.country->text() : "no country", city.id.value());
    }
    throw Error(ErrorCategory::ambiguous,
                fmt::format("{}, {} {}: {} may be {}: give its identifier, or its country and coordinates",
                            quote(file_.path()), unit_, name.line, quote(name.name), candidates));
  }

  /// Counts a row and says how far it is.
  void count_row() {
    ++report_.rows;
    if (options_.progress && report_.rows % 1000 == 0) tell_progress();
  }

  void tell_progress() const {
    if (options_.progress) {
      options_.progress({.bytes_read = file_.bytes_read(), .bytes = file_.size(), .rows = report_.rows});
    }
  }

  void take(const Claim& claim) {
    const CityId first = cities_.find(claim.first, &claim.second, claim.line);
    const CityId second = cities_.find(claim.second, &claim.first, claim.line);
    refuse_ambiguous();
    bonds_.take(claim, first, second);
  }

  void take(const Renaming& renaming);

  // Rows --------------------------------------------------------------------------------------------------------

  ImportFormat format_of(const std::vector<std::string>& names, bool is_json) const {
    if (options_.format) return *options_.format;
    if (is_json || Columns::look_like_results(names)) return ImportFormat::wikidata;
    return Columns::look_like_events(names) ? ImportFormat::events : ImportFormat::pairs;
  }

  RowReading reading_of(const std::vector<std::string>& names, ImportFormat format) {
    auto stated = options_.columns;
    if (!options_.has_header) {
      const auto is_stated = [&](const char* role) {
        return std::ranges::any_of(stated, [&](const auto& column) { return column.first == role; });
      };
      if (!is_stated("a")) stated.emplace_back("a", "1");
      if (!is_stated("b")) stated.emplace_back("b", "2");
    }
    Columns columns(file_.path(), names, stated, format == ImportFormat::wikidata);
    if (format == ImportFormat::events && !columns.of_row(Role::event)) {
      refuse("has no column for the act of a row: name it with --columns event=...");
    }
    if (options_.has_header) pass_over(columns.passed_over());
    return RowReading(format, options_, std::move(columns), connection_, now_);
  }

  void pass_over(const std::vector<std::string>& columns) {
    if (options_.strict && !columns.empty()) {
      refuse(fmt::format("has a column {} of which nothing is known: say with --columns what it has, or leave it out",
                         quote(columns.front())));
    }
    report_.columns_passed_over = columns;
  }

  void read(bool is_json, const TextForm& form, const RowTaker& taker) {
    if (is_json) {
      read_results(file_, taker);
    } else {
      read_text(file_, form, taker);
    }
  }

  /// Renamings are looked up first: the rows before them may have either name.
  void read_renamings(const TextForm& form) {
    std::optional<RowReading> reading;
    std::vector<Fault> ignored;
    read(false, form,
         {.header = [&](const auto& names) { reading.emplace(reading_of(names, ImportFormat::events)); },
          .row =
              [&](const Row& row) {
                ignored.clear();
                const Reading read = reading->read(row, ignored);
                if (const auto* renaming = std::get_if<Renaming>(&read)) renamings_.push_back(*renaming);
              }});
    for (const Renaming& renaming : renamings_) {
      cities_.know_renaming(renaming.from, renaming.to, renaming.country);
    }
    order_names();
    file_.rewind();
  }

  void order_names();
  std::optional<Date> since_of(const Renaming& renaming) const;

  void read_rows_in(bool is_json) {
    TextForm form{};
    if (!is_json) form = guess_form(file_.peek(), options_.delimiter, options_.has_header, options_.comment);
    ImportFormat format = ImportFormat::wikidata;
    if (!is_json) {
      format = format_of(first_line(file_.peek(), form), false);
      if (format == ImportFormat::events) read_renamings(form);
    }
    std::optional<RowReading> reading;
    std::vector<Fault> left_out;
    read(is_json, form,
         {.header = [&](const std::vector<std::string>& names) { reading.emplace(reading_of(names, format)); },
          .row =
              [&](const Row& row) {
                count_row();
                left_out.clear();
                const Reading read = reading->read(row, left_out);
                for (const Fault& fault : left_out) leave_out(row.line, fault);
                if (const auto* fault = std::get_if<Fault>(&read)) {
                  reject(row.line, *fault);
                } else if (const auto* renaming = std::get_if<Renaming>(&read)) {
                  take(*renaming);
                } else {
                  take(std::get<Claim>(read));
                }
              }});
    if (report_.rows == 0) refuse("has a header and no rows: there is nothing to import");
  }

  void read_entities_in() {
    read_entities(file_, options_.language.value_or("en"),
                  {.city =
                       [&](const StatedCity& city) {
                         bonds_.hear(cities_.find(city, nullptr, report_.rows + 1));
                         refuse_ambiguous();
                       },
                   .claim =
                       [&](const Claim& claim) {
                         count_row();
                         take(claim);
                       },
                   .left_out = [&](std::int64_t number, const Fault& fault) { leave_out(number, fault); },
                   .rejected =
                       [&](std::int64_t number, const Fault& fault) {
                         count_row();
                         reject(number, fault);
                       }});
  }

  void finish();

  Connection& connection_;
  const Snapshot& now_;
  const ImportOptions& options_;
  InputFile file_;
  std::string title_;
  std::string_view unit_;  // what the numbers of rows count
  ImportReport report_;
  BulkLoad load_;
  CityFinding cities_;
  BondFinding bonds_;
  std::vector<Renaming> renamings_;
  std::multimap<std::string, const Renaming*> given_names_;  // by the name that was given
  std::map<std::string, std::string> last_names_;            // of renamed cities, by each of their names
};

bool is_earlier(const Renaming& one, const Renaming& other) {
  return (one.date ? one.date->text() : "") < (other.date ? other.date->text() : "");
}

/// Which name of a renamed city is today's: the one that the latest renaming gave it.
void Import::order_names() {
  std::map<std::string, const Renaming*> latest;  // by the folded name that was left, so that chains end at the last
  for (const Renaming& renaming : renamings_) {
    given_names_.emplace(key_of(renaming.to, renaming.country), &renaming);
    const Renaming*& known = latest[key_of(renaming.from, renaming.country)];
    if (known == nullptr || is_earlier(*known, renaming)) known = &renaming;
  }
  for (const Renaming& renaming : renamings_) {
    const Renaming* at = &renaming;
    for (std::size_t step = 0; step < renamings_.size(); ++step) {
      const auto next = latest.find(key_of(at->to, at->country));
      if (next == latest.end() || !is_earlier(*at, *next->second)) break;
      at = next->second;
    }
    last_names_[key_of(renaming.from, renaming.country)] = at->to;
    last_names_[key_of(renaming.to, renaming.country)] = at->to;
  }
}

/// Since when the city had the name that a renaming took away: the latest one before it that gave it.
std::optional<Date> Import::since_of(const Renaming& renaming) const {
  const Renaming* found = nullptr;
  const auto [first, last] = given_names_.equal_range(key_of(renaming.from, renaming.country));
  for (auto given = first; given != last; ++given) {
    const Renaming& other = *given->second;
    if (is_earlier(other, renaming) && (found == nullptr || is_earlier(*found, other))) found = &other;
  }
  return found == nullptr ? std::nullopt : found->date;
}

/// A renaming adds the former name with its last day, and gives the city the name that it has now.
void Import::take(const Renaming& renaming) {
  StatedCity city;
  city.identifier = renaming.identifier;
  city.country = renaming.country;
  const auto last = last_names_.find(key_of(renaming.to, renaming.country));
  city.name = last == last_names_.end() ? renaming.to : last->second;
  const auto found = cities_.find_renamed(city, renaming);
  if (!found) {
    reject(renaming.line, {.column = "",
                           .value = renaming.from,
                           .reason = "is the name of several cities, or another "
                                     "city has the new one already: give an identifier"});
    return;
  }
  const CityId id = *found;
  if (const auto name = cities_.add_former_name(id, renaming, since_of(renaming), city.name)) {
    ++report_.rows_added;
    load_.cite(*name, bonds_.source(), {.locator = renaming.locator});
    for (const StatedSource& stated : renaming.sources) load_.cite(*name, bonds_.source_of(stated), {});
  } else {
    ++(load_.is_new(id) ? report_.repeated : report_.rows_matched);
  }
}

void Import::finish() {
  tell_progress();
  report_.cities_completed = cities_.completed();
  // What it added came from somewhere, even where it is no act.
  if (report_.cities_added > 0 || report_.names_added > 0 || report_.cities_completed > 0 || report_.rows_added > 0 ||
      cities_.has_left_apart()) {
    cities_.record(bonds_.source());
  }
  load_.settle();
  bonds_.find_gone();
  report_.cities_matched = cities_.matched();
  report_.bonds_matched = bonds_.matched();
  report_.file_sha256 = file_.sha256();
  report_.source = bonds_.made_source();
  if (report_.source) {
    Statement(connection_, "UPDATE source SET file_sha256 = ? WHERE id = ?")
        .bind(report_.file_sha256)
        .bind(*report_.source)
        .run();
  }
  load_.finish([this] { tell_progress(); });
  for (const char* const table :
       {"matched_city", "matched_bond", "claimed_pair", "seen_act", "speaking_city", "said_city"}) {
    connection_.execute(fmt::format("DROP TABLE temp.{}", table));
  }
}

}  // namespace

/// What of a registry an import needs: a transaction of any size, and the connection beneath it.
class Door {
 public:
  static ImportReport run(Registry& registry, const std::string& path, const ImportOptions& options) {
    Registry::Writing writing(registry, true);
    ImportReport report = run(writing.transaction(), path, options);
    if (options.dry_run) {
      report.source.reset();  // it goes with the rest
    } else {
      writing.commit();
    }
    return report;
  }

 private:
  static ImportReport run(Transaction& transaction, const std::string& path, const ImportOptions& options) {
    if (is_tables_folder(path) || options.format == ImportFormat::tables) {
      ImportReport report;
      report.dry_run = options.dry_run;
      read_tables(transaction.connection_, path, options, report);
      return report;
    }
    return Import(transaction.connection_, transaction.now(), transaction.instant_, path, options).run();
  }
};

}  // namespace importing

ImportReport import_file(Registry& registry, const std::string& path, const ImportOptions& options) {
  return importing::Door::run(registry, path, options);
}

}  // namespace twinning
