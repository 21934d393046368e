#include "bulk_load.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "chance.hpp"
#include "embedded_sql.hpp"
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
    {"SELECT id FROM bond_event WHERE id > ?1 AND (SELECT count(*) FROM bond_party AS p WHERE p.bond_id = "
     "bond_event.bond_id) < 2",
     "bond_event_two_parties: a bond has two or more parties"},
    {"SELECT id FROM bond_event AS e WHERE id > ?1 AND city_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM bond_party AS "
     "p WHERE p.bond_id = e.bond_id AND p.city_id = e.city_id)",
     "bond_event_by_party: the city that acts must be a party of the bond"},
    {"SELECT e.id FROM bond_event AS e JOIN event_kind AS k ON k.code = e.kind WHERE e.id > ?1 AND e.city_id IS NULL "
     "AND k.effect = 'membership'",
     "bond_event_member_named: the act must name the party that joined or left"},
};

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
      last_source_(last_id("SELECT coalesce(max(id), 0) FROM source")) {
  {
    Statement row(connection_, "SELECT coalesce((SELECT substr(max(uid), 1, 12) FROM bond_event), '')");
    row.step();
    moment_ = std::max(moment_, row.text(0));  // uids of acts grow, whatever the clock says
  }
  take_triggers_away();
}

std::int64_t BulkLoad::last_id(const char* query) {
  Statement row(connection_, query);
  row.step();
  return row.integer(0);
}

void BulkLoad::take_triggers_away() {
  std::vector<std::string> names;
  {
    Statement rows(connection_,
                   "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('city', 'city_name', "
                   "'city_identifier', 'city_country', 'bond', 'bond_party', 'bond_event', 'source', 'citation') "
                   "ORDER BY rowid");
    while (rows.step()) {
      if (!is_own(rows.text(0))) continue;
      names.push_back(rows.text(0));
      triggers_.push_back(rows.text(1));
    }
  }
  for (const std::string& name : names) connection_.execute("DROP TRIGGER " + name);
}

std::string BulkLoad::uid(std::int64_t id) {
  return fmt::format("{}{:010x}{}", moment_, id & 0xffffffffff, chance<5>());
}

void BulkLoad::know(const std::optional<Date>& date) {
  if (!date || !known_dates_.insert(date->text()).second) return;
  Statement(connection_, "INSERT INTO edtf_date (date) VALUES (?)").bind(*date).run();
}

CityId BulkLoad::add_city(const NewCity& city, std::string_view folded) {
  know(city.since);
  know(city.until);
  const CityId id(last_city_ + 1);
  const std::string own_uid = uid(id.value());
  Statement row(connection_,
                "INSERT INTO city (id, uid, name, folded, kind, country, latitude, longitude, population, fictional, "
                "since, until, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  row.bind(id).bind(own_uid).bind(city.name).bind(folded).bind(city.kind).bind(city.country);
  if (city.coordinates) {
    row.bind(city.coordinates->latitude).bind(city.coordinates->longitude);
  } else {
    row.bind(std::nullopt).bind(std::nullopt);
  }
  row.bind(city.population).bind(city.fictional).bind(city.since).bind(city.until).bind(city.note).run();
  ++last_city_;
  return id;
}

NameId BulkLoad::add_name(CityId city, const NewName& name, std::string_view folded) {
  know(name.since);
  know(name.until);
  Statement(connection_,
            "INSERT INTO city_name (city_id, name, folded, language, kind, since, until, recorded_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(city)
      .bind(name.name)
      .bind(folded)
      .bind(name.language)
      .bind(name.kind)
      .bind(name.since)
      .bind(name.until)
      .bind(recorded_at_)
      .run();
  return NameId(connection_.last_insert_id());
}

void BulkLoad::add_identifier(CityId city, const Identifier& identifier) {
  know(identifier.since);
  know(identifier.until);
  Statement(connection_, "INSERT INTO city_identifier (city_id, scheme, value, since, until) VALUES (?, ?, ?, ?, ?)")
      .bind(city)
      .bind(identifier.scheme)
      .bind(identifier.value)
      .bind(identifier.since)
      .bind(identifier.until)
      .run();
}

void BulkLoad::add_country(CityId city, const CountrySpell& spell) {
  know(spell.since);
  know(spell.until);
  Statement(connection_,
            "INSERT INTO city_country (city_id, country, since, until, recorded_at) VALUES (?, ?, ?, ?, ?)")
      .bind(city)
      .bind(spell.country)
      .bind(spell.since)
      .bind(spell.until)
      .bind(recorded_at_)
      .run();
}

BondId BulkLoad::add_bond(const BondKind& kind, CityId one, CityId other) {
  const BondId id(last_bond_ + 1);
  const std::string own_uid = uid(id.value());
  Statement(connection_, "INSERT INTO bond (id, uid, kind) VALUES (?, ?, ?)").bind(id).bind(own_uid).bind(kind).run();
  ++last_bond_;
  for (const CityId city : {std::min(one, other), std::max(one, other)}) {
    Statement(connection_, "INSERT INTO bond_party (bond_id, city_id, recorded_at) VALUES (?, ?, ?)")
        .bind(id)
        .bind(city)
        .bind(recorded_at_)
        .run();
  }
  return id;
}

EventId BulkLoad::record(BondId bond, const NewEvent& event) {
  know(event.date);
  know(event.decided);
  const EventId id(last_event_ + 1);
  const std::string own_uid = uid(id.value());
  Statement(connection_,
            "INSERT INTO bond_event (id, uid, bond_id, kind, date, decided, city_id, reason, condition, note, rank, "
            "caused_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(id)
      .bind(own_uid)
      .bind(bond)
      .bind(event.kind)
      .bind(event.date)
      .bind(event.decided)
      .bind(event.by)
      .bind(event.reason)
      .bind(event.condition)
      .bind(event.note)
      .bind(to_string(event.rank))
      .bind(event.caused_by)
      .bind(recorded_at_)
      .run();
  ++last_event_;
  if (!is_new(bond)) touched_bonds_.insert(bond.value());
  return id;
}

SourceId BulkLoad::add_source(const NewSource& source, const std::optional<std::string>& file_name) {
  know(source.published);
  know(source.accessed);
  const SourceId id(last_source_ + 1);
  const std::string own_uid = uid(id.value());
  Statement(connection_,
            "INSERT INTO source (id, uid, title, publisher, author, url, published, accessed, language, file_name, "
            "note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(id)
      .bind(own_uid)
      .bind(source.title)
      .bind(source.publisher)
      .bind(source.author)
      .bind(source.url)
      .bind(source.published)
      .bind(source.accessed)
      .bind(source.language)
      .bind(file_name)
      .bind(source.note)
      .run();
  ++last_source_;
  return id;
}

void BulkLoad::cite(EventId event, SourceId source, const Passage& passage) {
  cite(event.value(), "INSERT INTO citation (event_id, source_id, locator, quote, recorded_at) VALUES (?, ?, ?, ?, ?)",
       source, passage);
}

void BulkLoad::cite(NameId name, SourceId source, const Passage& passage) {
  cite(name.value(), "INSERT INTO citation (name_id, source_id, locator, quote, recorded_at) VALUES (?, ?, ?, ?, ?)",
       source, passage);
}

void BulkLoad::cite(CityId city, SourceId source, const Passage& passage) {
  cite(city.value(), "INSERT INTO citation (city_id, source_id, locator, quote, recorded_at) VALUES (?, ?, ?, ?, ?)",
       source, passage);
}

void BulkLoad::cite(std::int64_t what, const char* insert, SourceId source, const Passage& passage) {
  Statement(connection_, insert)
      .bind(what)
      .bind(source)
      .bind(passage.locator)
      .bind(passage.quote)
      .bind(recorded_at_)
      .run();
}

void BulkLoad::finish() {
  prove_rules();
  make_spans();
  for (const std::string& trigger : triggers_) connection_.execute(trigger);
  triggers_.clear();
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

void BulkLoad::make_spans() {
  make_spans_after(connection_, BondId(first_bond_));
  std::vector<std::int64_t> touched(touched_bonds_.begin(), touched_bonds_.end());
  std::ranges::sort(touched);
  for (const std::int64_t bond : touched) remake_spans(connection_, BondId(bond));
}

}  // namespace twinning
