#include "command_line.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <twinning/error.hpp>

#include "output.hpp"
#include "values.hpp"

namespace twinning::command {
namespace {

constexpr const char* cities_footer =
    "A CITY is any of its names, past or present, whatever case and accents; with its\n"
    "country to tell namesakes apart (\"Kingston, JM\"); or an identifier\n"
    "(wikidata:Q6225, id:12).\n";

/// The text of an option, until all of them are read and it gets its meaning.
struct Texts {
  std::optional<std::string> as_of = {};
  std::optional<std::string> known_at = {};
  std::optional<std::string> since = {};
  std::optional<std::string> listed = {};
  std::optional<std::string> delimiter = {};
  std::optional<std::string> comment = {};
  std::optional<std::string> import_format = {};
  std::string export_format = {};
  std::vector<std::string> columns = {};
  bool no_header = false;
  bool undirected = false;
};

class CommandLine {
 public:
  CommandLine() : app_("A registry of twin towns in one SQLite file.", "twinning") {
    app_.set_version_flag("--version", "twinning " TWINNING_VERSION, "Print the version and exit");
    app_.set_help_flag("-h,--help", "Print this help and exit");
    app_.require_subcommand(1);
    app_.get_formatter()->label("TEXT", "");
    app_.get_formatter()->label("REQUIRED", "");
    app_.footer(
        "Each command takes --json for one JSON document instead of a table, and --help.\n"
        "Exit status: 0 done, 1 it could not, 2 wrong usage.\n\n"
        "Examples:\n"
        "  twinning create bonds.db\n"
        "  twinning import bonds.db query.csv --format wikidata\n"
        "  twinning twins bonds.db \"Coventry, GB\" --as-of 1950");
    add_create();
    add_import();
    add_export();
    add_search();
    add_twins();
    add_history();
    add_chain();
    add_network();
    add_check();
    add_migrate();
    add_backup();
  }

  std::function<int()> read(int count, char** words) {
    try {
      // Of a command that it does not know, CLI11 says only that there is none.
      if (count > 1 && words[1][0] != '-' && !has_command(words[1])) {
        throw UsageError(fmt::format("there is no command \"{}\"", words[1]));
      }
      app_.parse(count, words);
      give_meaning();
    } catch (const CLI::CallForVersion& version) {
      print_text(std::string(version.what()) + "\n");
      return [] { return done; };
    } catch (const CLI::CallForHelp&) {
      print_text(asked_app()->help(asked_app() == &app_ ? "" : "twinning"));
      return [] { return done; };
    } catch (const CLI::ParseError& error) {
      throw UsageError(advice(error.what()));
    } catch (const UsageError& error) {
      throw UsageError(advice(error.what()));
    }
    return [command = command_, arguments = arguments_] { return command(arguments); };
  }

 private:
  using Command = int (*)(const Arguments&);

  bool has_command(std::string_view name) const {
    const CLI::App& app = app_;
    return !app.get_subcommands([&](const CLI::App* command) { return command->get_name() == name; }).empty();
  }

  const CLI::App* asked_app() const {
    const auto asked = app_.get_subcommands();
    return asked.empty() ? &app_ : asked.front();
  }

  std::string advice(std::string message) const {
    const CLI::App* asked = asked_app();
    if (const auto end = message.find_last_not_of(".\n "); end != std::string::npos) message.erase(end + 1);
    return fmt::format("{}; see: twinning{} --help", message, asked == &app_ ? "" : " " + asked->get_name());
  }

  CLI::App& add(const std::string& name, const std::string& meaning, Command command, const std::string& footer) {
    CLI::App* added = app_.add_subcommand(name, meaning);
    added->set_help_flag("-h,--help", "Print this help and exit");
    added->add_flag("--json", arguments_.json, "Print one JSON document instead of a table");
    added->add_option("FILE", arguments_.file, "The registry")->required();
    added->footer(footer);
    added->callback([this, command] { command_ = command; });
    return *added;
  }

  void add_city(CLI::App& to, const char* meaning) { to.add_option("CITY", arguments_.city, meaning)->required(); }

  void add_as_of(CLI::App& to) {
    to.add_option("--as-of", texts_.as_of, "The day asked about: 1950-06-30, or 1950 for its last day; else today")
        ->type_name("DATE");
  }

  void add_known_at(CLI::App& to) {
    to.add_option("--known-at", texts_.known_at,
                  "As was known at the end of a day, or at an instant such as 2026-11-23T09:30:00.000Z; else now")
        ->type_name("TIME");
  }

  void add_create() {
    add("create", "Make a new registry", &create,
        "Example:\n"
        "  twinning create bonds.db");
  }

  void add_import() {
    CLI::App& to = add("import", "Read a file of others into a registry, all of it or nothing", &import_input,
                       "WHAT of --columns is a or b, each also with .country, .id and more; or, of events, event, date "
                       "and more. A column is named by its header, or by its number from 1.\n\n"
                       "Examples:\n"
                       "  twinning import bonds.db query.csv\n"
                       "  twinning import bonds.db list.csv --format pairs --columns a=city1,b=city2 --dry-run\n"
                       "  twinning import bonds.db edges.txt --no-header --delimiter space --comment '#' --undirected");
    to.add_option("INPUT", arguments_.input, "The file to read")->required();
    to.add_option("--format", texts_.import_format, "What INPUT holds; else it is found out")
        ->check(CLI::IsMember({"wikidata", "pairs", "events", "tables"}).description(""))
        ->type_name("wikidata|pairs|events|tables");
    to.add_option("--columns", texts_.columns, "Which column has what: a=city1,a.country=country1,b=city2")
        ->type_name("WHAT=COLUMN,...")
        ->expected(1)
        ->take_all();
    to.add_flag("--no-header", texts_.no_header, "The first line is a row like the others");
    to.add_option("--delimiter", texts_.delimiter, "What parts the columns; else a tab, a semicolon or a comma")
        ->type_name("tab|space|C");
    to.add_option("--comment", texts_.comment, "Lines that begin with it are passed over")->type_name("C");
    to.add_option("--source", arguments_.import.source, "Who says so; else the name of INPUT")->type_name("TITLE");
    to.add_option("--listed", texts_.listed, "The day on which the source showed its bonds in force")
        ->type_name("DATE");
    to.add_option("--language", arguments_.import.language, "The language of the names, as in en or zh-Hant")
        ->type_name("L");
    to.add_flag("--undirected", texts_.undirected, "A row is nobody's claim in particular, not that of its first city");
    to.add_flag("--dry-run", arguments_.import.dry_run, "Say what would be done, and write nothing");
    to.add_flag("--strict", arguments_.import.strict, "Refuse the whole file for one row that can't be taken");
  }

  void add_export() {
    CLI::App& to = add("export", "Write a registry for other programs", &export_registry,
                       "Examples:\n"
                       "  twinning export bonds.db bonds.graphml --format graphml\n"
                       "  twinning export bonds.db twins-1950.geojson --format geojson --as-of 1950");
    to.add_option("OUTPUT", arguments_.output, "The file or folder to make")->required();
    to.add_option("--format", texts_.export_format, "What to write")
        ->check(CLI::IsMember({"csv", "tables", "graphml", "gexf", "geojson", "geopackage"}).description(""))
        ->type_name("csv|tables|graphml|gexf|geojson|geopackage")
        ->required();
    to.add_option("--as-of", texts_.as_of, "Only the bonds in force on that day; else every bond ever")
        ->type_name("DATE");
  }

  void add_search() {
    CLI::App& to = add("search", "Find cities by any name, also a misspelt one, the best first", &search,
                       "Examples:\n"
                       "  twinning search bonds.db lodz\n"
                       "  twinning search bonds.db \"covntry, GB\" --json");
    to.add_option("TEXT", arguments_.city, "A name, or how it begins; a country behind a comma narrows")->required();
  }

  void add_twins() {
    CLI::App& to = add("twins", "List the twins of a city on a day", &twins,
                       cities_footer + std::string("\nExamples:\n"
                                                   "  twinning twins bonds.db \"Coventry, GB\"\n"
                                                   "  twinning twins bonds.db stalingrad --as-of 1950\n"
                                                   "  twinning twins bonds.db wikidata:Q6225 --json"));
    add_city(to, "Whose twins");
    add_as_of(to);
    add_known_at(to);
  }

  void add_history() {
    CLI::App& to = add("history", "List the acts of a city's bonds, or of those between two cities", &history,
                       cities_footer + std::string("\nExamples:\n"
                                                   "  twinning history bonds.db Dull\n"
                                                   "  twinning history bonds.db \"Coventry, GB\" Volgograd"));
    add_city(to, "Whose bonds");
    to.add_option("OTHER", arguments_.other_city, "Only the bonds with this city");
  }

  void add_chain() {
    CLI::App& to = add("chain", "Find the shortest way from city to city by bonds in force", &chain,
                       cities_footer + std::string("\nExamples:\n"
                                                   "  twinning chain bonds.db Dresden Wroclaw\n"
                                                   "  twinning chain bonds.db \"Coventry, GB\" Milan --as-of 1990"));
    add_city(to, "Where the way begins");
    to.add_option("OTHER", arguments_.other_city, "The city where it ends")->required();
    add_as_of(to);
    add_known_at(to);
    add_certain(to);
    to.add_flag("--by-distance", arguments_.by_distance, "Take the fewest kilometres, and not the fewest steps");
  }

  void add_network() {
    CLI::App& to = add("network", "Measure the network of the bonds in force", &network,
                       "WHAT is figures, of the whole, and else a list: cities, each with its figures; degrees, how "
                       "many cities have how many twins; distances, how many pairs are how many steps apart; rings; "
                       "bridges, the pairs without which a part falls apart; countries, and their pairs; lengths, in "
                       "kilometres; years, the figures at the end of each that is over by the day.\n\n"
                       "Examples:\n"
                       "  twinning network bonds.db --as-of 1990\n"
                       "  twinning network bonds.db --show cities --json");
    add_as_of(to);
    add_known_at(to);
    add_certain(to);
    to.add_option("--show", arguments_.what, "What to print; else the figures")
        ->check(CLI::IsMember(
                    {"figures", "cities", "degrees", "distances", "rings", "bridges", "countries", "lengths", "years"})
                    .description(""))
        ->type_name("WHAT");
    to.add_option("--since", texts_.since,
                  "The first one of the years; else the first at whose end a bond is certainly in force")
        ->type_name("YEAR");
  }

  void add_certain(CLI::App& to) {
    to.add_flag("--certain", arguments_.certain_only, "Only bonds that are in force on every reading of the dates");
  }

  void add_check() {
    CLI::App& to = add("check", "Look whether a registry is whole and sound; exit status 1 if not", &check_file,
                       "Examples:\n"
                       "  twinning check bonds.db\n"
                       "  twinning check received.db --untrusted");
    to.add_flag(
        "--untrusted", arguments_.is_untrusted,
        "Somebody sent the file: run no view, trigger or CHECK that it brings, and touch neither it nor its folder");
  }

  void add_migrate() {
    add("migrate", "Bring an older registry to today's layout, after a backup", &migrate_file,
        "Example:\n"
        "  twinning migrate bonds.db");
  }

  void add_backup() {
    CLI::App& to = add("backup", "Copy a registry while others use it", &backup_file,
                       "Example:\n"
                       "  twinning backup bonds.db bonds-2026.db");
    to.add_option("TO", arguments_.output, "The copy, which must not exist yet")->required();
  }

  void give_meaning() {
    if (texts_.as_of) {
      arguments_.as_of = as_of_from(*texts_.as_of);
      arguments_.export_to.as_of = arguments_.as_of;
    }
    if (texts_.known_at) arguments_.known_at = known_at_from(*texts_.known_at);
    if (texts_.since) arguments_.since = year_from("--since", *texts_.since);
    if (texts_.listed) arguments_.import.listed = date_from("--listed", *texts_.listed);
    if (texts_.delimiter) arguments_.import.delimiter = character_from("--delimiter", *texts_.delimiter);
    if (texts_.comment) arguments_.import.comment = character_from("--comment", *texts_.comment);
    if (texts_.import_format == "wikidata") arguments_.import.format = ImportFormat::wikidata;
    if (texts_.import_format == "pairs") arguments_.import.format = ImportFormat::pairs;
    if (texts_.import_format == "events") arguments_.import.format = ImportFormat::events;
    if (texts_.import_format == "tables") arguments_.import.format = ImportFormat::tables;
    if (const auto format = export_format(texts_.export_format)) arguments_.export_to.format = *format;
    for (const std::string& text : texts_.columns) {
      for (auto& column : columns_from(text)) arguments_.import.columns.push_back(std::move(column));
    }
    arguments_.import.has_header = !texts_.no_header;
    arguments_.import.claims = !texts_.undirected;
  }

  CLI::App app_;
  Texts texts_;
  Arguments arguments_;
  Command command_ = nullptr;
};

}  // namespace

std::function<int()> read_command_line(int count, char** words) { return CommandLine().read(count, words); }

}  // namespace twinning::command
