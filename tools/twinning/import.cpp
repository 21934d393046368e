#include <fmt/format.h>

#include <algorithm>

#include <twinning/error.hpp>

#include "commands.hpp"
#include "interruption.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "registry_file.hpp"
#include "table.hpp"
#include "words.hpp"

namespace twinning::command {
namespace {

ImportReport import_with_progress(const Arguments& arguments) {
  Registry registry = open_to_write(arguments.file);
  ProgressLine line;
  ImportOptions options = arguments.import;
  options.progress = [&](const ImportProgress& progress) {
    line.show(progress.rows, "rows", progress.bytes_read, progress.bytes);
  };
  catch_interruption();
  try {
    return import_file(registry, arguments.input, options);
  } catch (const Error&) {
    if (is_interrupted()) throw Interrupted();  // The wait for a pipe was broken off.
    throw;
  }
}

Json json_of(const std::vector<RejectedRow>& rows) {
  Json list = Json::array();
  for (const RejectedRow& row : rows) {
    list.push_back(Json{{"line", row.line}, {"column", row.column}, {"value", row.value}, {"reason", row.reason}});
  }
  return list;
}

Json json_of(const AmbiguousName& name) {
  Json candidates = Json::array();
  for (const City& city : name.candidates) {
    candidates.push_back(Json{{"id", json(city.id)}, {"name", city.name}, {"country", json(city.country)}});
  }
  return Json{{"line", name.line},
              {"name", name.name},
              {"country", json(name.country)},
              {"candidates", candidates},
              {"left_apart", json(name.left_apart)}};
}

Json json_of(const GoneClaim& claim) {
  return Json{{"bond", json(claim.bond)},
              {"parties", claim.parties},
              {"by", json(claim.by)},
              {"event", claim.event},
              {"date", json(claim.date)}};
}

template <typename Row>
Json json_list(const std::vector<Row>& rows) {
  Json list = Json::array();
  for (const Row& row : rows) list.push_back(json_of(row));
  return list;
}

Json json_of(const ImportReport& report) {
  return Json{{"rows", report.rows},
              {"rows_added", report.rows_added},
              {"rows_matched", report.rows_matched},
              {"cities_added", report.cities_added},
              {"cities_matched", report.cities_matched},
              {"names_added", report.names_added},
              {"bonds_added", report.bonds_added},
              {"bonds_matched", report.bonds_matched},
              {"acts_added", report.acts_added},
              {"acts_completed", report.acts_completed},
              {"rivals", report.rivals},
              {"repeated", report.repeated},
              {"self_links", report.self_links},
              {"rejected", report.rejected},
              {"values_left_out", report.values_left_out},
              {"ambiguous", report.ambiguous},
              {"gone", report.gone},
              {"dry_run", report.dry_run},
              {"source", json(report.source)},
              {"file_sha256", report.file_sha256},
              {"columns_passed_over", report.columns_passed_over},
              {"self_link_lines", report.self_link_lines},
              {"rejected_rows", json_of(report.rejected_rows)},
              {"left_out", json_of(report.left_out)},
              {"ambiguous_names", json_list(report.ambiguous_names)},
              {"gone_claims", json_list(report.gone_claims)}};
}

std::string counts_of(const ImportReport& report) {
  Table table({{report.dry_run ? "what would be done" : "what was done"}, {"number", true}});
  const auto add = [&](const char* what, std::int64_t number) { table.add({what, std::to_string(number)}); };
  add("rows", report.rows);
  add("rows that said something new", report.rows_added);
  add("rows that were known", report.rows_matched);
  add("rows that repeat another", report.repeated);
  add("rows of a city with itself", report.self_links);
  add("rows rejected", report.rejected);
  add("cities added", report.cities_added);
  add("cities matched", report.cities_matched);
  add("names added", report.names_added);
  add("bonds added", report.bonds_added);
  add("bonds matched", report.bonds_matched);
  add("acts added", report.acts_added);
  add("acts that complete another", report.acts_completed);
  add("acts that contradict another", report.rivals);
  add("values left out", report.values_left_out);
  add("ambiguous cities, left apart", report.ambiguous);
  add("claims that are gone", report.gone);
  return table.text();
}

// People are shown the first few of a list; programs get all that there is of it.
template <typename Row, typename Cells>
std::string part(const char* heading, const std::vector<Column>& columns, const std::vector<Row>& rows,
                 std::int64_t number, const Cells& cells_of) {
  constexpr std::size_t most = 10;
  if (rows.empty()) return {};
  Table table(columns);
  const std::size_t few = std::min(most, rows.size());
  for (std::size_t i = 0; i < few; ++i) table.add(cells_of(rows[i]));
  std::string text = fmt::format("\n{}:\n\n{}", heading, table.text());
  const std::int64_t others = number - static_cast<std::int64_t>(few);
  if (others > 0) text += fmt::format("... and {} more; --json lists up to {}.\n", others, ImportReport::most);
  return text;
}

std::string text_of(const ImportReport& report) {
  const std::vector<Column> of_a_row{{"line", true}, {"column"}, {"value"}, {"reason"}};
  const auto row_cells = [](const RejectedRow& row) {
    return std::vector<std::string>{std::to_string(row.line), row.column, row.value, row.reason};
  };
  std::string text = counts_of(report);
  if (!report.columns_passed_over.empty()) {
    text += fmt::format("\nColumns passed over, as nothing is known of them: {}\nSay with --columns what they have.\n",
                        fmt::join(report.columns_passed_over, ", "));
  }
  text += part("Rows rejected", of_a_row, report.rejected_rows, report.rejected, row_cells);
  text += part("Values left out", of_a_row, report.left_out, report.values_left_out, row_cells);
  text += part("Ambiguous cities", {{"line", true}, {"name"}, {"country"}, {"may be"}}, report.ambiguous_names,
               report.ambiguous, [](const AmbiguousName& name) {
                 std::string candidates;
                 for (const City& city : name.candidates) {
                   candidates +=
                       fmt::format("{}{} (id:{})", candidates.empty() ? "" : "; ", full_name(city), city.id.value());
                 }
                 return std::vector<std::string>{std::to_string(name.line), name.name, words(name.country), candidates};
               });
  text += part("Claims that an earlier import of this source had", {{"parties"}, {"by"}, {"event"}, {"date"}},
               report.gone_claims, report.gone, [](const GoneClaim& claim) {
                 return std::vector<std::string>{claim.parties, words(claim.by), claim.event, words(claim.date)};
               });
  return text;
}

}  // namespace

int import_input(const Arguments& arguments) {
  const ImportReport report = import_with_progress(arguments);
  const std::string said = report.dry_run ? "" : "the import is done";
  if (arguments.json) {
    print_json(json_of(report), said);
  } else {
    print_text(text_of(report), said);
  }
  if (report.rows > 0 && report.rejected == report.rows) {
    throw Error(ErrorCategory::invalid_argument,
                fmt::format("no row of \"{}\" could be taken, and nothing was written", arguments.input));
  }
  return done;
}

}  // namespace twinning::command
