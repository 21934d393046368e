#include <fmt/format.h>

#include "commands.hpp"
#include "interruption.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "registry_file.hpp"
#include "table.hpp"

namespace twinning::command {
namespace {

ExportReport export_with_progress(const Arguments& arguments) {
  const Registry registry = open_to_read(arguments.file);
  ProgressLine line;
  ExportOptions options = arguments.export_to;
  options.progress = [&](std::int64_t rows) { line.show(rows, "rows", 0, 0); };
  catch_interruption();
  return registry.read([&](const Snapshot& now) { return export_file(now, arguments.output, options); });
}

}  // namespace

int export_registry(const Arguments& arguments) {
  const ExportReport report = export_with_progress(arguments);
  const std::string said = "the export is written";
  if (arguments.json) {
    print_json(Json{{"format", to_string(arguments.export_to.format)},
                    {"cities", report.cities},
                    {"bonds", report.bonds},
                    {"edges", report.edges},
                    {"rows", report.rows},
                    {"cities_without_coordinates", report.cities_without_coordinates},
                    {"edges_without_coordinates", report.edges_without_coordinates},
                    {"edges_without_time", report.edges_without_time},
                    {"characters_replaced", report.characters_replaced},
                    {"files", report.files}},
               said);
    return done;
  }
  Table counts({{"what"}, {"number", true}});
  const auto add = [&](const char* what, std::int64_t number, bool always) {
    if (number > 0 || always) counts.add({what, std::to_string(number)});
  };
  add("cities", report.cities, true);
  add("bonds", report.bonds, true);
  add("edges", report.edges, true);
  add("rows", report.rows, true);
  add("cities without coordinates", report.cities_without_coordinates, false);
  add("edges without coordinates", report.edges_without_coordinates, false);
  add("edges without time, left out", report.edges_without_time, false);
  add("characters replaced", report.characters_replaced, false);
  Table files({{"file"}});
  for (const std::string& file : report.files) files.add({file});
  print_text(counts.text() + "\n" + files.text(), said);
  return done;
}

}  // namespace twinning::command
