// Writing cities and sources. What is written of bonds is in transaction_bonds.cpp.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include <twinning/transaction.hpp>

#include "chance.hpp"
#include "folding.hpp"
#include "row_writing.hpp"
#include "writing.hpp"

namespace twinning {

Transaction::Transaction(Connection& connection, Instant instant)
    : connection_(connection),
      now_(connection, Day(std::chrono::floor<std::chrono::days>(instant))),
      instant_(instant),
      recorded_at_(to_string(instant)),
      moment_(fmt::format("{:012x}", std::max<std::int64_t>(instant.time_since_epoch().count(), 0))) {}

std::string Transaction::new_uid() const { return moment_ + chance<10>(); }

void Transaction::look_at_log() {
  if (last_event_ >= 0) return;
  Statement row(connection_,
                "SELECT coalesce((SELECT max(id) FROM bond_event), 0), "
                "coalesce((SELECT substr(max(uid), 1, 12) FROM bond_event), '')");
  row.step();
  last_event_ = row.integer(0);
  // Where the clock went back, or an act came from a registry whose clock is ahead, uids still grow.
  moment_ = std::max(moment_, row.text(1));
}

CityId Transaction::add_city(const NewCity& city) {
  require_transaction(connection_);
  // SQLite would keep what is no number as NULL, without a word.
  if (city.coordinates && (std::isnan(city.coordinates->latitude) || std::isnan(city.coordinates->longitude))) {
    throw Error(ErrorCategory::invalid_argument,
                fmt::format("the coordinates of {} are no numbers: give degrees, or none", quote(city.name)));
  }
  const auto describe = [&] {
    Values values;
    values.add("city", city.name).add("kind", city.kind).add("country", city.country);
    if (city.coordinates) {
      values.add("latitude", city.coordinates->latitude).add("longitude", city.coordinates->longitude);
    }
    return values.add("population", city.population);
  };
  return with_values(describe, [&] {
    const std::string uid = new_uid();
    return write_city(connection_, std::nullopt, uid, city, fold(city.name));
  });
}

NameId Transaction::add_name(CityId city, const NewName& name) {
  require_transaction(connection_);
  const auto describe = [&] { return Values().add("city", city).add("name", name.name).add("kind", name.kind); };
  return with_values(describe, [&] { return write_name(connection_, city, name, fold(name.name), recorded_at_); });
}

void Transaction::add_identifier(CityId city, const Identifier& identifier) {
  require_transaction(connection_);
  const auto describe = [&] {
    return Values().add("city", city).add("scheme", identifier.scheme).add("value", identifier.value);
  };
  with_values(describe, [&] { write_identifier(connection_, city, identifier); });
}

void Transaction::add_country(CityId city, const CountrySpell& country) {
  require_transaction(connection_);
  with_values([&] { return Values().add("city", city).add("country", country.country); },
              [&] { write_country(connection_, city, country, recorded_at_); });
}

void Transaction::add_policy(CityId city, const PolicySpell& policy) {
  require_transaction(connection_);
  with_values(
      [&] { return Values().add("city", city).add("policy", policy.policy); },
      [&] {
        Statement(
            connection_,
            "INSERT INTO city_policy (city_id, policy, since, until, note, recorded_at) VALUES (?, ?, ?, ?, ?, ?)")
            .bind(city)
            .bind(policy.policy)
            .bind(policy.since)
            .bind(policy.until)
            .bind(policy.note)
            .bind(recorded_at_)
            .run();
      });
}

void Transaction::record_succession(const Succession& succession) {
  require_transaction(connection_);
  const auto describe = [&] {
    return Values()
        .add("predecessor", succession.predecessor)
        .add("successor", succession.successor)
        .add("kind", succession.kind);
  };
  with_values(describe, [&] {
    Statement(connection_,
              "INSERT INTO succession (predecessor_id, successor_id, kind, date, recorded_at) VALUES (?, ?, ?, ?, ?)")
        .bind(succession.predecessor)
        .bind(succession.successor)
        .bind(succession.kind)
        .bind(succession.date)
        .bind(recorded_at_)
        .run();
  });
}

SourceId Transaction::add_source(const NewSource& source) {
  require_transaction(connection_);
  return with_values([&] { return Values().add("source", source.title); },
                     [&] { return write_source(connection_, std::nullopt, new_uid(), source, std::nullopt); });
}

void Transaction::cite(const Citation& citation, const Passage& passage) {
  require_transaction(connection_);
  const auto describe = [&] {
    return Values()
        .add("source", citation.source)
        .add("act", citation.event)
        .add("name", citation.name)
        .add("city", citation.city)
        .add("keepsake", citation.keepsake);
  };
  with_values(describe, [&] {
    Statement(connection_,
              "INSERT INTO citation (source_id, event_id, name_id, city_id, keepsake_id, locator, quote, recorded_at) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(citation.source)
        .bind(citation.event)
        .bind(citation.name)
        .bind(citation.city)
        .bind(citation.keepsake)
        .bind(passage.locator)
        .bind(passage.quote)
        .bind(recorded_at_)
        .run();
  });
}

void Transaction::cite(EventId event, SourceId source, const Passage& passage) {
  cite({.source = source, .event = event}, passage);
}

void Transaction::cite(NameId name, SourceId source, const Passage& passage) {
  cite({.source = source, .name = name}, passage);
}

void Transaction::cite(CityId city, SourceId source, const Passage& passage) {
  cite({.source = source, .city = city}, passage);
}

void Transaction::cite(KeepsakeId keepsake, SourceId source, const Passage& passage) {
  cite({.source = source, .keepsake = keepsake}, passage);
}

}  // namespace twinning
