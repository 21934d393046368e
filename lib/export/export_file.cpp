#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <utility>

#include <twinning/error.hpp>
#include <twinning/export_file.hpp>

#include "export/formats.hpp"
#include "export/network_rows.hpp"
#include "new_file.hpp"

namespace twinning {
namespace {

constexpr std::array<std::pair<ExportFormat, std::string_view>, 6> words = {{
    {ExportFormat::csv, "csv"},
    {ExportFormat::tables, "tables"},
    {ExportFormat::graphml, "graphml"},
    {ExportFormat::gexf, "gexf"},
    {ExportFormat::geojson, "geojson"},
    {ExportFormat::geopackage, "geopackage"},
}};

bool is_folder(ExportFormat format) { return format == ExportFormat::csv || format == ExportFormat::tables; }

/// The name of a folder may end with slashes.
std::string place(std::string path, ExportFormat format) {
  while (is_folder(format) && path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

void require_all_that_is_recorded(const Snapshot& snapshot, const ExportOptions& options) {
  if (snapshot.known_at().instant()) {
    throw Error(ErrorCategory::invalid_argument,
                "tables hold all that is recorded: read without KnownAt, or export another format");
  }
  if (options.as_of) {
    throw Error(ErrorCategory::invalid_argument,
                "tables hold the acts of every day: leave as_of out, or export another format");
  }
}

/// The same error, in the name that the file was to have.
Error named(const Error& error, const NewFile& file) {
  std::string message = error.what();
  for (auto place = message.find(file.partial()); place != std::string::npos; place = message.find(file.partial())) {
    message.replace(place, file.partial().size(), file.path());
  }
  return {error.category(), message, error.rule(), error.sqlite_code()};
}

void write(const NetworkRows& network, const std::string& to, ExportFormat format, ExportReport& report) {
  switch (format) {
    case ExportFormat::csv:
      return write_csv(network, to, report);
    case ExportFormat::tables:
      return write_tables(network, to, report);
    case ExportFormat::graphml:
      return write_graphml(network, to, report);
    case ExportFormat::gexf:
      return write_gexf(network, to, report);
    case ExportFormat::geojson:
      return write_geojson(network, to, report);
    case ExportFormat::geopackage:
      return write_geopackage(network, to, report);
  }
  throw Error(ErrorCategory::invalid_argument,
              fmt::format("{} is no format to export: take one of ExportFormat", static_cast<int>(format)));
}

void write_whole(const NetworkRows& network, NewFile& file, ExportFormat format, ExportReport& report) {
  if (is_folder(format)) {
    make_folder(file.partial());
    write(network, file.partial(), format, report);
    sync(file.partial());
    for (std::string& name : report.files) name = (std::filesystem::path(file.path()) / name).string();
  } else {
    write(network, file.partial(), format, report);
    report.files = {file.path()};
  }
  file.finish();
}

}  // namespace

std::string_view to_string(ExportFormat format) noexcept {
  for (const auto& [known, word] : words) {
    if (known == format) return word;
  }
  return "unknown";
}

std::optional<ExportFormat> export_format(std::string_view word) noexcept {
  for (const auto& [format, known] : words) {
    if (known == word) return format;
  }
  return std::nullopt;
}

ExportReport export_file(const Snapshot& snapshot, const std::string& path, const ExportOptions& options) {
  if (options.format == ExportFormat::tables) require_all_that_is_recorded(snapshot, options);
  const NetworkRows network(snapshot, options.as_of, options.progress);
  NewFile file(place(path, options.format));
  ExportReport report;
  try {
    write_whole(network, file, options.format, report);
  } catch (const Error& error) {
    throw named(error, file);
  }
  return report;
}

}  // namespace twinning
