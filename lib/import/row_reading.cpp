#include "import/row_reading.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "folding.hpp"
#include "import/stated_values.hpp"

namespace twinning::importing {
namespace {

std::optional<std::string> maybe(std::string_view text) {
  text = trimmed(text);
  return text.empty() ? std::nullopt : std::optional(std::string(text));
}

/// Acts that one party does alone, if the row says no more; the others are of both.
bool is_of_one(const EventKind& kind) {
  return kind.text() == EventKind::cut || kind.text() == EventKind::suspended || kind.text() == EventKind::resumed ||
         kind.text() == EventKind::lapsed || kind.text() == EventKind::contested ||
         kind.text() == EventKind::delisted || kind.text() == EventKind::listed || kind.text() == EventKind::proposed;
}

constexpr std::string_view renamed = "renamed";

}  // namespace

RowReading::RowReading(ImportFormat format, const ImportOptions& options, Columns columns, Connection& connection,
                       const Snapshot& now)
    : format_(format),
      options_(options),
      columns_(std::move(columns)),
      now_(now),
      bond_kinds_(codes(connection, "SELECT code FROM bond_kind")),
      event_kinds_(codes(connection, "SELECT code FROM event_kind WHERE effect NOT IN ('membership', 'retraction')")),
      reasons_(codes(connection, "SELECT code FROM reason")),
      schemes_(codes(connection, "SELECT code FROM identifier_scheme")) {}

std::set<std::string> RowReading::codes(Connection& connection, std::string_view query) {
  Statement rows(connection, query);
  std::set<std::string> codes;
  while (rows.step()) codes.insert(rows.text(0));
  return codes;
}

std::string_view RowReading::value(const Row& row, const std::optional<std::size_t>& column) const {
  if (!column || *column >= row.values.size()) return {};
  const std::string_view text = trimmed(row.values[*column]);
  return is_nothing(text) || (format_ == ImportFormat::wikidata && is_unknown(text)) ? std::string_view() : text;
}

Fault RowReading::fault(const std::optional<std::size_t>& column, std::string_view value, std::string reason) const {
  return {.column = column ? columns_.name(*column) : "", .value = std::string(value), .reason = std::move(reason)};
}

std::optional<Country> RowReading::country(std::string_view name) {
  const auto known = countries_.find(name);
  if (known != countries_.end()) return known->second;
  if (countries_.size() > 10'000) countries_.clear();  // of names that are none there may be any number
  return countries_.emplace(name, now_.find_country(name)).first->second;
}

std::optional<Fault> RowReading::read_country(const Row& row, int side, StatedCity& city) {
  const auto column = columns_.of_city(side, Role::country);
  const std::string_view text = value(row, column);
  if (text.empty()) return std::nullopt;
  if (text == "(fictional)") {
    city.fictional = true;
    return std::nullopt;
  }
  city.country = country(text);
  // "Soviet Union (now Russia)": the city's country is today's. "Germany (East Germany until 1990)" says when as well.
  const auto bracket = text.find(" (");
  if (!city.country && bracket != std::string_view::npos && text.ends_with(')')) {
    const std::string_view outer = text.substr(0, bracket);
    const std::string_view inner = text.substr(bracket + 2, text.size() - bracket - 3);
    const auto until = inner.find(" until ");
    if (inner.starts_with("now ")) {
      if (country(outer)) city.country = country(inner.substr(4));
    } else if (until != std::string_view::npos) {
      const auto former = country(inner.substr(0, until));
      const auto date = stated_date(inner.substr(until + 7));
      if (former && date) {
        city.country = country(outer);
        city.former_country = CountrySpell{.country = *former, .since = {}, .until = date};
      }
    }
  }
  if (city.country) return std::nullopt;
  return fault(column, text, "is no country: write its name in English, or an ISO 3166 code");
}

std::optional<Fault> RowReading::read_city(const Row& row, int side, StatedCity& city, std::vector<Fault>& left_out) {
  const auto id_column = columns_.of_city(side, Role::id);
  const auto name_column = columns_.of_city(side, Role::name);
  if (const std::string_view text = value(row, id_column); !text.empty()) {
    city.identifier = stated_identifier(text);
    if (!city.identifier || !schemes_.contains(city.identifier->scheme.text())) {
      return fault(id_column, text, "is no identifier: write Q216, or a scheme and a value, geonames:2653822");
    }
  }
  const std::string_view name = value(row, name_column);
  if (name.empty() && !city.identifier) {
    return fault(name_column ? name_column : id_column, name, "names no city");
  }
  // Letters of English are seen without folding the name, which takes longer than the rest of the row.
  const bool has_letter = std::ranges::any_of(name, [](char letter) { return letter >= 'a' && letter <= 'z'; });
  if (!name.empty() && !has_letter && fold(name).empty())
    return fault(name_column, name, "is no name: it has no letter");
  if (std::ranges::any_of(name, [](char letter) { return letter == '\n' || letter == '\r'; })) {
    return fault(name_column, name, "has a line end in it: look at the quotes");
  }
  if (name.starts_with('(')) return fault(name_column, name, "stands for no one city");
  // A query without a label in the language that it asked for gives the identifier again.
  if (!city.identifier || name != city.identifier->value) city.name = name;
  if (name_column && *name_column < row.languages.size() && !row.languages[*name_column].empty()) {
    city.language = row.languages[*name_column];
  } else if (auto language = maybe(value(row, columns_.of_city(side, Role::language)))) {
    city.language = language;
  } else {
    city.language = options_.language;
  }
  if (auto wrong = read_country(row, side, city)) return wrong;

  const auto point_column = columns_.of_city(side, Role::point);
  if (const std::string_view text = value(row, point_column); !text.empty()) {
    city.coordinates = stated_point(text);
    if (!city.coordinates)
      left_out.push_back(fault(point_column, text, "is no point: write Point(longitude latitude)"));
  }
  const auto latitude_column = columns_.of_city(side, Role::latitude);
  const auto longitude_column = columns_.of_city(side, Role::longitude);
  const std::string_view latitude = value(row, latitude_column);
  const std::string_view longitude = value(row, longitude_column);
  if (!latitude.empty() || !longitude.empty()) {
    const auto north = stated_number(latitude);
    const auto east = stated_number(longitude);
    if (!north) return fault(latitude_column, latitude, "is no latitude: write degrees north, such as 52.4");
    if (!east) return fault(longitude_column, longitude, "is no longitude: write degrees east, such as -1.5");
    city.coordinates = Coordinates{.latitude = *north, .longitude = *east};
  }
  if (city.coordinates && (city.coordinates->latitude < -90 || city.coordinates->latitude > 90)) {
    return fault(latitude_column ? latitude_column : point_column, fmt::format("{}", city.coordinates->latitude),
                 "is no latitude: it goes from -90 to 90");
  }
  if (city.coordinates && (city.coordinates->longitude < -180 || city.coordinates->longitude > 180)) {
    return fault(longitude_column ? longitude_column : point_column, fmt::format("{}", city.coordinates->longitude),
                 "is no longitude: it goes from -180 to 180");
  }
  const auto population_column = columns_.of_city(side, Role::population);
  if (const std::string_view text = value(row, population_column); !text.empty()) {
    city.population = stated_integer(text);
    if (!city.population || *city.population < 0) {
      city.population.reset();
      left_out.push_back(fault(population_column, text, "is no number of people"));
    }
  }
  return std::nullopt;
}

std::optional<Fault> RowReading::read_date(const Row& row, Role role, std::optional<Date>& date,
                                           std::optional<Role> precision, std::vector<Fault>& left_out) {
  const auto column = columns_.of_row(role);
  const std::string_view text = value(row, column);
  if (text.empty() || text == "unknown" || text == "Unknown") return std::nullopt;
  // Without a time of day the text says by itself how precise it is.
  constexpr std::int64_t unstated = -1;
  std::int64_t digits = unstated;
  if (precision && text.find('T') != std::string_view::npos) {
    digits = stated_integer(value(row, columns_.of_row(*precision))).value_or(unstated);
  }
  date = digits == unstated ? stated_date(text) : wikidata_date(text, static_cast<int>(digits));
  if (date) return std::nullopt;
  constexpr std::int64_t century = 7;
  if (digits >= 0 && digits < century) {
    left_out.push_back(fault(column, text, "is less precise than a century"));
    return std::nullopt;
  }
  return fault(column, text, "is no date: write 1944, 1944-06, 1944-06-06 or another form of EDTF");
}

std::optional<Fault> RowReading::read_acts(const Row& row, Claim& claim, std::vector<Fault>& left_out) {
  std::optional<Date> date;
  std::optional<Date> decided;
  std::optional<Date> end;
  if (auto wrong = read_date(row, Role::date, date, Role::date_precision, left_out)) return wrong;
  if (auto wrong = read_date(row, Role::decided, decided, std::nullopt, left_out)) return wrong;
  if (auto wrong = read_date(row, Role::end, end, Role::end_precision, left_out)) return wrong;

  StatedAct act{.kind = EventKind(date ? EventKind::formed : EventKind::listed),
                .date = date,
                .decided = decided,
                .reason = {},
                .note = {}};
  const auto event_column = columns_.of_row(Role::event);
  if (const std::string_view text = value(row, event_column); !text.empty()) {
    act.kind = stated_event_kind(text);
    if (!event_kinds_.contains(act.kind.text())) {
      return fault(event_column, text,
                   "is no act that a row of two cities can say: write formed, suspended, cut or another code of "
                   "event_kind, but not joined, left or retracted");
    }
  } else if (format_ == ImportFormat::events) {
    return fault(event_column, text, "names no act");
  }
  // Of undated listings it is known on which day the list was seen.
  if (act.kind.text() == EventKind::listed && !act.date) act.date = options_.listed;
  const std::string_view reason = value(row, columns_.of_row(Role::reason));
  if (const std::string code = as_code(reason); reasons_.contains(code)) {
    act.reason = Reason(code);
  } else {
    act.note = maybe(reason);
  }
  if (auto note = maybe(value(row, columns_.of_row(Role::note)))) {
    act.note = act.note ? fmt::format("{}; {}", *act.note, *note) : *note;
  }
  const auto by_column = columns_.of_row(Role::by);
  const std::string_view by = value(row, by_column);
  if (format_ == ImportFormat::events) {
    act.by = is_of_one(act.kind) ? StatedAct::By::first : StatedAct::By::all;
  } else {
    act.by = options_.claims || format_ == ImportFormat::wikidata ? StatedAct::By::first : StatedAct::By::all;
  }
  if (by == "a" || (!by.empty() && by == claim.first.name)) {
    act.by = StatedAct::By::first;
  } else if (by == "b" || (!by.empty() && by == claim.second.name)) {
    act.by = StatedAct::By::second;
  } else if (by == "both" || by == "all") {
    act.by = StatedAct::By::all;
  } else if (!by.empty()) {
    return fault(by_column, by, "is none of the row's cities: write a, b, both, or one of their names");
  }
  claim.acts.push_back(act);

  const std::string_view end_reason = value(row, columns_.of_row(Role::end_reason));
  // An end of unknown date is an end.
  const auto end_column = columns_.of_row(Role::end);
  const bool has_end = end_column && *end_column < row.values.size() && !trimmed(row.values[*end_column]).empty();
  if (is_before(end, date)) {
    return fault(end_column, value(row, end_column), fmt::format("ends it before it began, {}", date->text()));
  }
  if (has_end || !end_reason.empty()) {
    StatedAct ending{.kind = EventKind::cut, .date = end, .decided = {}, .reason = {}, .note = {}, .by = act.by};
    if (const std::string code = as_code(end_reason); reasons_.contains(code)) {
      ending.reason = Reason(code);
    } else {
      ending.note = maybe(end_reason);
    }
    claim.acts.push_back(ending);
  }
  return std::nullopt;
}

Reading RowReading::read(const Row& row, std::vector<Fault>& left_out) {
  for (std::size_t column = 0; column < row.values.size(); ++column) {
    if (is_text(row.values[column])) continue;
    const std::string name = column < columns_.size() ? columns_.name(column) : std::to_string(column + 1);
    return Fault{.column = name,
                 .value = std::string(row.values[column]),
                 .reason = "is no UTF-8, or has a zero byte: save the file as UTF-8"};
  }
  const auto last = std::find_if(row.values.rbegin(), row.values.rend(),
                                 [](std::string_view value) { return !trimmed(value).empty(); });
  if (static_cast<std::size_t>(row.values.rend() - last) > columns_.size()) {
    return Fault{.column = "",
                 .value = std::string(row.values.back()),
                 .reason = fmt::format("the row has {} values for {} columns: look at its quotes", row.values.size(),
                                       columns_.size())};
  }
  if (row.values.size() < columns_.size()) {
    if (row.is_unfinished && has_rows_ && !has_short_rows_) {
      return Fault{.column = "",
                   .value = std::string(row.values.back()),
                   .reason = fmt::format("the file ends here, after {} of {} values: is it cut off?", row.values.size(),
                                         columns_.size())};
    }
    has_short_rows_ = true;
  }
  has_rows_ = true;
  Claim claim{.line = row.line,
              .locator = fmt::format("{} {}", row.unit, row.line),
              .first = {},
              .second = {},
              .kind = {},
              .acts = {},
              .sources = {}};
  if (auto wrong = read_city(row, 0, claim.first, left_out)) return *wrong;
  if (auto wrong = read_city(row, 1, claim.second, left_out)) return *wrong;
  StatedSource source{.title = maybe(value(row, columns_.of_row(Role::source_title))),
                      .url = maybe(value(row, columns_.of_row(Role::source_url)))};
  if (source.title || source.url) claim.sources.push_back(std::move(source));

  if (as_code(value(row, columns_.of_row(Role::event))) == renamed) {
    std::optional<Date> date;
    if (auto wrong = read_date(row, Role::date, date, Role::date_precision, left_out)) return *wrong;
    for (const int side : {0, 1}) {
      if (!(side == 0 ? claim.first : claim.second).name.empty()) continue;
      return fault(columns_.of_city(side, Role::name), "", "names no city: a renaming is from one name to another");
    }
    if (claim.first.name == claim.second.name) {
      return fault(columns_.of_city(1, Role::name), claim.second.name, "is the name that it had before");
    }
    return Renaming{.line = claim.line,
                    .locator = claim.locator,
                    .from = claim.first.name,
                    .to = claim.second.name,
                    .identifier = claim.second.identifier ? claim.second.identifier : claim.first.identifier,
                    .country = claim.second.country,
                    .date = date,
                    .sources = claim.sources};
  }
  const auto kind_column = columns_.of_row(Role::kind);
  if (const std::string_view text = value(row, kind_column); !text.empty()) {
    claim.kind = stated_bond_kind(text);
    if (!bond_kinds_.contains(claim.kind->text())) {
      return fault(kind_column, text, "is no kind of bond: write twinning, friendship or another code of bond_kind");
    }
  }
  if (auto wrong = read_acts(row, claim, left_out)) return *wrong;
  return claim;
}

}  // namespace twinning::importing
