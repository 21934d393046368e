#include "export/network_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "connection.hpp"
#include "life.hpp"
#include "name_on_day.hpp"
#include "words.hpp"

namespace twinning {
namespace {

constexpr std::string_view first_day_of_all = "0000-01-01";

Value value(std::optional<std::string> text) { return text ? Value(*std::move(text)) : Value(); }
Value value(std::optional<std::int64_t> number) { return number ? Value(*number) : Value(); }
Value value(std::optional<Certainty> certainty) {
  return certainty ? Value(std::string(to_string(*certainty))) : Value();
}

/// Each is made where it stands: where there is no memory for the copy of a text, libstdc++ 12 destroys a variant that
/// never was.
template <typename... Parts>
Values values_of(Parts&&... parts) {
  Values values;
  values.reserve(sizeof...(parts));
  (values.emplace_back(std::forward<Parts>(parts)), ...);
  return values;
}

/// The first day of all stands for no bound.
std::optional<std::string> bound(const std::optional<std::string>& day) {
  return day == first_day_of_all ? std::nullopt : day;
}

std::optional<Coordinates> place(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return Coordinates{.latitude = row.real(column), .longitude = row.real(column + 1)};
}

std::string day_before(const std::string& day) {
  const Day then = *Date(day).earliest();
  return to_string(Day(std::chrono::sys_days(then) - std::chrono::days(1)));
}

std::string day_after(const std::string& day) {
  const Day then = *Date(day).earliest();
  return to_string(Day(std::chrono::sys_days(then) + std::chrono::days(1)));
}

/// Adds a spell after those before it, or lengthens the last one where they touch.
void append(Spell spell, std::vector<Spell>& spells) {
  if (!spells.empty()) {
    Spell& last = spells.back();
    const bool touches = !last.last || !spell.first || *spell.first <= day_after(*last.last);
    if (touches) {
      if (last.last) last.last = spell.last ? std::optional(std::max(*last.last, *spell.last)) : std::nullopt;
      return;
    }
  }
  spells.push_back(std::move(spell));
}

std::vector<Spell> spells_of(const std::vector<Stretch>& stretches) {
  std::vector<Spell> spells;
  for (const Stretch& stretch : stretches) {
    const bool is_empty = stretch.to_latest && *stretch.to_latest <= stretch.from_earliest;
    if (!is_in_force(stretch.status) || is_empty) continue;
    append({.first = bound(stretch.from_earliest),
            .last = stretch.to_latest ? std::optional(day_before(*stretch.to_latest)) : std::nullopt},
           spells);
  }
  return spells;
}

/// What a stretch says beside its status and days.
struct Told {
  std::optional<std::string> since;
  std::optional<std::string> until;
  std::optional<std::string> source_carried_from;
  std::optional<std::string> target_carried_from;
};

/// A pair as its rows come: what is the same in each of them, and its stretches.
struct Pair {
  PairEdge edge;
  std::string source_name;
  std::string target_name;
  std::optional<std::string> source_country;
  std::optional<std::string> target_country;
  std::string bond_uid;
  std::string kind;
  std::optional<std::string> title;
  std::vector<Stretch> stretches;
  std::vector<Told> told;  ///< by each of them
};

/// The columns of `spans`, in their order.
namespace column {
enum : int {
  bond,
  source,
  target,
  status,
  from_earliest,
  from_latest,
  to_earliest,
  to_latest,
  since,
  until,
  source_name,
  target_name,
  source_country,
  target_country,
  source_latitude,
  target_latitude = source_latitude + 2,
  uid = target_latitude + 2,
  kind,
  title,
  source_carried_from,
  target_carried_from
};
}  // namespace column

// The spans come first whichever way they are had: as known at an earlier moment they are derived, once.
constexpr const char* spans =
    "SELECT s.bond_id, s.city_id, s.twin_id, s.status, s.from_earliest, s.from_latest, s.to_earliest, s.to_latest, "
    "s.since, s.until, c.name, t.name, c.country, t.country, c.latitude, c.longitude, t.latitude, t.longitude, b.uid, "
    "b.kind, b.title, "
    "(SELECT name FROM city WHERE id = s.carried_from), (SELECT name FROM city WHERE id = s.twin_carried_from) "
    "FROM (SELECT * FROM twin_span WHERE city_id < twin_id) AS s CROSS JOIN city AS c CROSS JOIN city AS t "
    "CROSS JOIN bond AS b WHERE c.id = s.city_id AND t.id = s.twin_id AND b.id = s.bond_id "
    "ORDER BY s.bond_id, s.city_id, s.twin_id, s.position";

Pair read_pair(const Statement& row) {
  return {.edge = {.bond = row.id<BondId>(column::bond),
                   .source = row.id<CityId>(column::source),
                   .target = row.id<CityId>(column::target),
                   .source_place = place(row, column::source_latitude),
                   .target_place = place(row, column::target_latitude),
                   .spells = {},
                   .values = {}},
          .source_name = row.text(column::source_name),
          .target_name = row.text(column::target_name),
          .source_country = row.maybe_text(column::source_country),
          .target_country = row.maybe_text(column::target_country),
          .bond_uid = row.text(column::uid),
          .kind = row.text(column::kind),
          .title = row.maybe_text(column::title),
          .stretches = {},
          .told = {}};
}

bool is_same_pair(const Statement& row, const PairEdge& edge) {
  return row.id<BondId>(column::bond) == edge.bond && row.id<CityId>(column::source) == edge.source &&
         row.id<CityId>(column::target) == edge.target;
}

void append_stretch(const Statement& row, Pair& pair) {
  pair.stretches.push_back({.status = status_from(row.view(column::status)),
                            .from_earliest = row.text(column::from_earliest),
                            .from_latest = row.maybe_text(column::from_latest),
                            .to_earliest = row.maybe_text(column::to_earliest),
                            .to_latest = row.maybe_text(column::to_latest)});
  pair.told.push_back({.since = row.maybe_text(column::since),
                       .until = row.maybe_text(column::until),
                       .source_carried_from = row.maybe_text(column::source_carried_from),
                       .target_carried_from = row.maybe_text(column::target_carried_from)});
}

/// Where in a life the first stretch in force is; 0 where none is.
std::size_t beginning(const std::vector<Stretch>& stretches) {
  const auto found = std::ranges::find_if(stretches, is_in_force, &Stretch::status);
  return found == stretches.end() ? 0 : static_cast<std::size_t>(found - stretches.begin());
}

/// The status to show, and how sure it is.
struct Standing {
  Status status;
  std::optional<Certainty> certainty;         ///< that the pair is in force; of all time, none
  std::optional<Certainty> status_certainty;  ///< that it is in that status; likewise
  std::size_t told;                           ///< the stretch that tells the rest
};

/// Of all time the last status, and the rest from the beginning, as the view twins_ever has it.
Standing standing_ever(const std::vector<Stretch>& stretches) {
  return {.status = stretches.back().status,
          .certainty = std::nullopt,
          .status_certainty = std::nullopt,
          .told = beginning(stretches)};
}

/// Nothing where the pair is not in force on that day.
std::optional<Standing> standing_on(const std::string& day, const std::vector<Stretch>& stretches) {
  const auto sure = [](bool is_sure) { return is_sure ? Certainty::certain : Certainty::possible; };
  for (std::size_t place = stretches.size(); place-- > 0;) {
    const Stretch& stretch = stretches.at(place);
    if (!is_in_force(stretch.status) || !is_possible(stretch, day)) continue;
    return Standing{.status = stretch.status,
                    .certainty = sure(in_force_on(stretches, day) == Answer::yes),
                    .status_certainty = sure(is_certain(stretch, day)),
                    .told = place};
  }
  return std::nullopt;
}

/// Completes an edge. Its lifetime is that of the view twins_ever: from the first stretch in force to the end, if the
/// last stretch is one.
void complete(Pair& pair, const Standing& now) {
  const Stretch& first = pair.stretches.at(beginning(pair.stretches));
  const Stretch& last = pair.stretches.back();
  const bool has_ended = last.status == Status::ended;
  const Told& told = pair.told.at(now.told);
  pair.edge.spells = spells_of(pair.stretches);
  pair.edge.values = values_of(
      pair.edge.source.value(), pair.edge.target.value(), pair.source_name, pair.target_name,
      value(pair.source_country), value(pair.target_country), pair.edge.bond.value(), pair.bond_uid, pair.kind,
      value(pair.title), std::string(to_string(now.status)), value(now.certainty), value(now.status_certainty),
      value(told.since), value(pair.told.back().until), value(bound(first.from_earliest)), value(first.from_latest),
      has_ended ? value(bound(last.from_earliest)) : Value(), has_ended ? value(last.from_latest) : Value(),
      value(told.source_carried_from), value(told.target_carried_from));
}

}  // namespace

std::span<const Field> city_fields() noexcept {
  static constexpr std::array fields = {
      Field{"id", FieldType::integer},     Field{"uid", FieldType::text},       Field{"name", FieldType::text},
      Field{"name_then", FieldType::text}, Field{"country", FieldType::text},   Field{"kind", FieldType::text},
      Field{"latitude", FieldType::real},  Field{"longitude", FieldType::real}, Field{"population", FieldType::integer},
      Field{"fictional", FieldType::flag}, Field{"wikidata", FieldType::text},
  };
  return fields;
}

std::span<const Field> edge_fields() noexcept {
  static constexpr std::array fields = {
      Field{"source", FieldType::integer},
      Field{"target", FieldType::integer},
      Field{"source_name", FieldType::text},
      Field{"target_name", FieldType::text},
      Field{"source_country", FieldType::text},
      Field{"target_country", FieldType::text},
      Field{"bond", FieldType::integer},
      Field{"bond_uid", FieldType::text},
      Field{"kind", FieldType::text},
      Field{"title", FieldType::text},
      Field{"status", FieldType::text},
      Field{"certainty", FieldType::text},
      Field{"status_certainty", FieldType::text},
      Field{"since", FieldType::text},
      Field{"until", FieldType::text},
      Field{"since_earliest", FieldType::day},
      Field{"since_latest", FieldType::day},
      Field{"until_earliest", FieldType::day},
      Field{"until_latest", FieldType::day},
      Field{"source_carried_from", FieldType::text},
      Field{"target_carried_from", FieldType::text},
  };
  return fields;
}

std::string PairEdge::name() const { return fmt::format("b{}-{}-{}", bond.value(), source.value(), target.value()); }

NetworkRows::NetworkRows(const Snapshot& snapshot, const std::optional<AsOf>& as_of,
                         const std::function<void(std::int64_t)>& progress)
    : connection_(snapshot.connection_),
      day_(as_of ? std::optional(snapshot.day_text(*as_of)) : std::nullopt),
      progress_(progress) {}

void NetworkRows::count_row() const {
  if (++count_ % 1000 == 0 && progress_) progress_(count_);
}

void NetworkRows::for_each_city(const std::function<void(const CityNode&)>& visit) const {
  static const std::string query =
      "SELECT c.id, c.name, c.latitude, c.longitude, c.uid, CASE WHEN ?1 IS NOT NULL THEN " +
      name_on_day("c.id", "c.name", "?1") +
      " END, c.country, c.kind, c.population, c.fictional, (SELECT i.value FROM city_identifier AS i WHERE "
      "i.city_id = c.id AND i.scheme = 'wikidata' ORDER BY i.until IS NOT NULL, i.id LIMIT 1) "
      "FROM city AS c ORDER BY c.id";
  Statement rows(connection_, query);
  rows.bind(day_);
  while (rows.step()) {
    CityNode city{.id = rows.id<CityId>(0), .name = rows.text(1), .coordinates = place(rows, 2), .values = {}};
    city.values =
        values_of(city.id.value(), rows.text(4), city.name, value(rows.maybe_text(5)), value(rows.maybe_text(6)),
                  rows.text(7), city.coordinates ? Value(city.coordinates->latitude) : Value(),
                  city.coordinates ? Value(city.coordinates->longitude) : Value(), value(rows.maybe_integer(8)),
                  rows.flag(9), value(rows.maybe_text(10)));
    visit(city);
    count_row();
  }
}

void NetworkRows::for_each_edge(const std::function<void(const PairEdge&)>& visit) const {
  std::optional<Pair> pair;
  const auto give = [&] {
    if (!pair) return;
    const auto now = day_ ? standing_on(*day_, pair->stretches) : std::optional(standing_ever(pair->stretches));
    if (!now) return;
    complete(*pair, *now);
    visit(pair->edge);
    count_row();
  };
  Statement rows(connection_, spans);
  while (rows.step()) {
    if (!pair || !is_same_pair(rows, pair->edge)) {
      give();
      pair = read_pair(rows);
    }
    append_stretch(rows, *pair);
  }
  give();
}

}  // namespace twinning
