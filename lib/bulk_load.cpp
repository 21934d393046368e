#include "bulk_load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "chance.hpp"
#include "checks.hpp"
#include "embedded_sql.hpp"
#include "row_writing.hpp"
#include "spans.hpp"
#include "words.hpp"
#include "writing.hpp"

namespace twinning {
namespace {

bool is_own(const std::string& trigger) {
  const std::string begin = "CREATE TRIGGER " + trigger + ' ';
  return std::ranges::any_of(embedded_derived_schema(),
                             [&](const EmbeddedSql& file) { return file.text.find(begin) != std::string_view::npos; });
}

/// What the triggers of rules.sql would refuse and neither a CHECK nor a reference does: queries for the acts after ?1.
struct Rule {
  const char* query;
  const char* message;
};
constexpr Rule rules[] = {
    {"SELECT id FROM bond_event AS e WHERE id > ?1 AND (SELECT count(*) FROM bond_party AS p WHERE p.bond_id = "
     "e.bond_id) < 2",
     "bond_event_two_parties: a bond has two or more parties"},
    {"SELECT id FROM bond_event AS e WHERE id > ?1 AND city_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM bond_party AS "
     "p WHERE p.bond_id = e.bond_id AND p.city_id = e.city_id)",
     "bond_event_by_party: the city that acts must be a party of the bond"},
    {"SELECT id FROM bond_event WHERE id > ?1 AND city_id IS NULL AND kind IN "
     "(SELECT code FROM event_kind WHERE effect = 'membership')",
     "bond_event_member_named: the act must name the party that joined or left"},
    {"SELECT e.id FROM bond_event AS e JOIN bond_event AS w ON w.id = e.corrects WHERE e.id > ?1 AND e.corrects IS NOT "
     "NULL AND (w.bond_id <> e.bond_id OR e.recorded_at < w.recorded_at)",
     "bond_event_corrects_known: the act must correct one of the same bond, and no later one"},
};

/// The columns that a load fills itself, by one pattern and at one moment.
constexpr std::array<std::string_view, 2> made_alike = {"uid_form", "recorded_at_form"};

const RowInsert& new_bond() {
  static const RowInsert insert("INSERT INTO bond (id, uid, kind)", 3);
  return insert;
}

const RowInsert& new_party() {
  static const RowInsert insert("INSERT INTO bond_party (bond_id, city_id, recorded_at)", 3);
  return insert;
}

const RowInsert& new_act() {
  static const RowInsert insert(
      "INSERT INTO bond_event (id, uid, bond_id, kind, date, decided, city_id, reason, condition, note, rank, "
      "caused_by, corrects, recorded_at)",
      14);
  return insert;
}

const RowInsert& new_citation() {
  static const RowInsert insert(
      "INSERT INTO citation (source_id, event_id, name_id, city_id, locator, quote, recorded_at)", 7);
  return insert;
}

}  // namespace

BulkLoad::BulkLoad(Connection& connection, Instant instant)
    : connection_(connection),
      recorded_at_(to_string(instant)),
      moment_(fmt::format("{:012x}", std::max<std::int64_t>(instant.time_since_epoch().count(), 0))),
      first_city_(last_id("SELECT coalesce(max(id), 0) FROM city")),
      last_city_(first_city_),
      first_bond_(last_id("SELECT coalesce(max(id), 0) FROM bond")),
      last_bond_(first_bond_),
      first_event_(last_id("SELECT coalesce(max(id), 0) FROM bond_event")),
      last_event_(first_event_),
      first_source_(last_id("SELECT coalesce(max(id), 0) FROM source")),
      last_source_(first_source_),
      first_name_(last_id("SELECT coalesce(max(id), 0) FROM city_name")),
      first_identifier_(last_id("SELECT coalesce(max(id), 0) FROM city_identifier")),
      first_country_(last_id("SELECT coalesce(max(id), 0) FROM city_country")),
      first_citation_(last_id("SELECT coalesce(max(id), 0) FROM citation")),
      bonds_(connection_, new_bond()),
      parties_(connection_, new_party(), &bonds_),
      acts_(connection_, new_act(), &bonds_),
      citations_(connection_, new_citation(), &acts_) {
  {
    Statement row(connection_, "SELECT coalesce((SELECT substr(max(uid), 1, 12) FROM bond_event), '')");
    row.step();
    moment_ = std::max(moment_, row.text(0));  // uids of acts grow, whatever the clock says
  }
  // A trigger of somebody's own may write to tables of which the load knows nothing.
  if (take_triggers_away()) connection_.execute("PRAGMA ignore_check_constraints = ON");
}

BulkLoad::~BulkLoad() {
  try {
    connection_.execute("PRAGMA ignore_check_constraints = OFF");
  } catch (...) {
    connection_.spoil();  // there is no memory, and later rows would not be checked
  }
}

std::int64_t BulkLoad::last_id(const char* query) {
  Statement row(connection_, query);
  row.step();
  constexpr std::int64_t most = std::int64_t{1} << 62U;
  if (row.integer(0) < most) return row.integer(0);
  throw Error(
      ErrorCategory::invalid_argument,
      fmt::format("the registry has an id {}, and so no room for ids behind it: export its tables, give the row "
                  "a smaller id there, and import them into a new registry",
                  row.integer(0)));
}

bool BulkLoad::take_triggers_away() {
  std::vector<std::string> names;
  bool has_own_alone = true;
  {
    Statement rows(connection_,
                   "SELECT name, sql, tbl_name IN ('city', 'city_name', 'city_identifier', 'city_country', 'bond', "
                   "'bond_party', 'bond_event', 'source', 'citation') FROM sqlite_schema WHERE type = 'trigger' "
                   "ORDER BY rowid");
    while (rows.step()) {
      if (!is_own(rows.text(0))) {
        has_own_alone = false;
      } else if (rows.flag(2)) {
        names.push_back(rows.text(0));
        triggers_.push_back(rows.text(1));
      }
    }
  }
  for (const std::string& name : names) connection_.execute("DROP TRIGGER " + name);
  return has_own_alone;
}

std::string BulkLoad::uid(std::int64_t id) {
  return fmt::format("{}{:010x}{}", moment_, id & 0xffffffffff, chance<5>());
}

void BulkLoad::know(const std::optional<Date>& date) {
  if (!date || !known_dates_.insert(date->text()).second) return;
  Statement(connection_, "INSERT INTO used_date (date) VALUES (?)").bind(*date).run();
}

CityId BulkLoad::add_city(const NewCity& city, const std::string& folded) {
  know(city.since);
  know(city.until);
  const CityId id = write_city(connection_, CityId(last_city_ + 1), uid(last_city_ + 1), city, folded);
  ++last_city_;
  return id;
}

NameId BulkLoad::add_name(CityId city, const NewName& name, const std::string& folded) {
  know(name.since);
  know(name.until);
  return write_name(connection_, city, name, folded, recorded_at_);
}

void BulkLoad::add_identifier(CityId city, const Identifier& identifier) {
  know(identifier.since);
  know(identifier.until);
  write_identifier(connection_, city, identifier);
}

void BulkLoad::add_country(CityId city, const CountrySpell& spell) {
  know(spell.since);
  know(spell.until);
  write_country(connection_, city, spell, recorded_at_);
}

BondId BulkLoad::add_bond(const BondKind& kind, CityId one, CityId other) {
  const BondId id(last_bond_ + 1);
  bonds_.add(id).add(uid(id.value())).add(kind);
  ++last_bond_;
  for (const CityId city : {std::min(one, other), std::max(one, other)}) {
    parties_.add(id).add(city).add(recorded_at_);
  }
  return id;
}

EventId BulkLoad::record(BondId bond, const NewEvent& event) { return record(bond, event, std::nullopt); }

EventId BulkLoad::correct(EventId wrong, BondId bond, const NewEvent& event) {
  const EventId id = record(bond, event, wrong);
  settle();
  Statement(connection_,
            "INSERT INTO citation (source_id, event_id, locator, quote, recorded_at) SELECT source_id, ?1, locator, "
            "quote, ?2 FROM citation WHERE event_id = ?3 ORDER BY id")
      .bind(id)
      .bind(recorded_at_)
      .bind(wrong)
      .run();
  return id;
}

EventId BulkLoad::record(BondId bond, const NewEvent& event, std::optional<EventId> corrects) {
  know(event.date);
  know(event.decided);
  const EventId id(last_event_ + 1);
  acts_.add(id).add(uid(id.value())).add(bond).add(event.kind).add(event.date).add(event.decided).add(event.by);
  acts_.add(event.reason).add(event.condition).add(event.note).add(to_string(event.rank)).add(event.caused_by);
  acts_.add(corrects).add(recorded_at_);
  ++last_event_;
  if (!is_new(bond)) touched_bonds_.insert(bond.value());
  return id;
}

SourceId BulkLoad::add_source(const NewSource& source, const std::optional<std::string>& file_name) {
  know(source.published);
  know(source.accessed);
  const SourceId id = write_source(connection_, SourceId(last_source_ + 1), uid(last_source_ + 1), source, file_name);
  ++last_source_;
  return id;
}

void BulkLoad::place(CityId city, const Coordinates& coordinates) {
  Statement(connection_, "UPDATE city SET latitude = ?, longitude = ? WHERE id = ?")
      .bind(coordinates.latitude)
      .bind(coordinates.longitude)
      .bind(city)
      .run();
  touch(city);
}

void BulkLoad::populate(CityId city, std::int64_t population) {
  Statement(connection_, "UPDATE city SET population = ? WHERE id = ?").bind(population).bind(city).run();
  touch(city);
}

void BulkLoad::assign(CityId city, const Country& country) {
  Statement(connection_, "UPDATE city SET country = ? WHERE id = ?").bind(country).bind(city).run();
  touch(city);
}

void BulkLoad::rename(CityId city, const std::string& name, const std::string& folded) {
  Statement(connection_, "UPDATE city SET name = ?, folded = ? WHERE id = ?").bind(name).bind(folded).bind(city).run();
  touch(city);
}

void BulkLoad::specify(BondId bond, const BondKind& kind) {
  Statement(connection_, "UPDATE bond SET kind = ? WHERE id = ?").bind(kind).bind(bond).run();
  if (!is_new(bond)) touched_bonds_.insert(bond.value());  // twin_span has the kind too
}

void BulkLoad::touch(CityId city) {
  if (!is_new(city)) touched_cities_.insert(city.value());
}

void BulkLoad::cite(EventId event, SourceId source, const Passage& passage) {
  citations_.add(source).add(event).add(std::nullopt).add(std::nullopt);
  citations_.add(passage.locator).add(passage.quote).add(recorded_at_);
}

void BulkLoad::cite(NameId name, SourceId source, const Passage& passage) {
  citations_.add(source).add(std::nullopt).add(name).add(std::nullopt);
  citations_.add(passage.locator).add(passage.quote).add(recorded_at_);
}

void BulkLoad::cite(CityId city, SourceId source, const Passage& passage) {
  citations_.add(source).add(std::nullopt).add(std::nullopt).add(city);
  citations_.add(passage.locator).add(passage.quote).add(recorded_at_);
}

void BulkLoad::settle() {
  parties_.flush();
  citations_.flush();
}

void BulkLoad::finish(const std::function<void()>& between) {
  settle();
  prove_checks();
  prove_rules();
  make_spans(between);
  for (const std::string& trigger : triggers_) connection_.execute(trigger);
  triggers_.clear();
}

void BulkLoad::prove_checks() {
  connection_.execute("PRAGMA ignore_check_constraints = OFF");
  for (const std::int64_t city : touched_cities_) prove_checks_of_row(connection_, "city", city);
  prove_checks_after(connection_, "city", "id", first_city_, made_alike);
  prove_checks_after(connection_, "city_name", "id", first_name_, made_alike);
  prove_checks_after(connection_, "city_identifier", "id", first_identifier_, made_alike);
  prove_checks_after(connection_, "city_country", "id", first_country_, made_alike);
  prove_checks_after(connection_, "bond", "id", first_bond_, made_alike);
  prove_checks_after(connection_, "bond_party", "bond_id", first_bond_, made_alike);
  prove_checks_after(connection_, "bond_event", "id", first_event_, made_alike);
  prove_checks_after(connection_, "source", "id", first_source_, made_alike);
  prove_checks_after(connection_, "citation", "id", first_citation_, made_alike);
}

void BulkLoad::prove_rules() {
  for (const Rule& rule : rules) {
    Statement rows(connection_, rule.query);
    rows.bind(first_event_);
    if (!rows.step()) continue;
    const std::string_view message = rule.message;
    throw Error(ErrorCategory::rule_broken, fmt::format("{} (act {})", message, rows.integer(0)),
                message.substr(0, message.find(':')));
  }
}

void BulkLoad::make_spans(const std::function<void()>& between) {
  make_spans_after(connection_, BondId(first_bond_), between);
  std::vector<BondId> touched;
  for (const std::int64_t bond : touched_bonds_) touched.emplace_back(bond);
  std::ranges::sort(touched);
  remake_spans(connection_, touched);
}

}  // namespace twinning
