#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <utility>

#include <twinning/transaction.hpp>

#include "connection.hpp"

namespace twinning {
namespace {

/// Says, in an error, which values the file refused.
class Values {
 public:
  Values& add(std::string_view name, const std::string& value) {
    text_ += fmt::format("{}{} \"{}\"", text_.empty() ? "" : ", ", name, value);
    return *this;
  }
  template <typename Thing>
  Values& add(std::string_view name, Id<Thing> id) {
    text_ += fmt::format("{}{} {}", text_.empty() ? "" : ", ", name, id.value());
    return *this;
  }
  template <typename List>
  Values& add(std::string_view name, const Code<List>& code) {
    return add(name, code.text());
  }
  Values& add(std::string_view name, const Date& date) { return add(name, date.text()); }
  template <typename Value>
  Values& add(std::string_view name, const std::optional<Value>& value) {
    return value ? add(name, *value) : *this;
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// Runs `body`; an error from it says the values as well, which `describe` puts together only then.
template <typename Describe, typename Body>
decltype(auto) with_values(Describe&& describe, Body&& body) {
  try {
    return body();
  } catch (const Error& error) {
    const Values values = describe();
    throw Error(error.category(), fmt::format("{} ({})", error.what(), values.text()), error.rule(),
                error.sqlite_code());
  }
}

/// All of several statements or none of them: what is written between is undone unless it is kept.
class Savepoint {
 public:
  explicit Savepoint(Connection& connection) : connection_(connection) {
    Statement(connection_, "SAVEPOINT several").run();
  }
  ~Savepoint() {
    if (kept_ || !connection_.in_transaction()) return;
    try {
      Statement(connection_, "ROLLBACK TO several").run();
      Statement(connection_, "RELEASE several").run();
    } catch (const Error&) {
      // The error that brought us here says more; SQLite has then rolled the whole transaction back.
    }
  }
  Savepoint(const Savepoint&) = delete;
  Savepoint& operator=(const Savepoint&) = delete;
  void keep() {
    Statement(connection_, "RELEASE several").run();
    kept_ = true;
  }

 private:
  Connection& connection_;
  bool kept_ = false;
};

/// After some errors SQLite rolls the transaction back by itself: what came next would then be written alone.
void require_transaction(const Connection& connection) {
  if (!connection.in_transaction()) {
    throw Error(ErrorCategory::misuse, "the transaction was rolled back after an earlier error; let that error out");
  }
}

std::optional<std::string> folded(const std::string& name) {
  std::string lower = name;
  for (char& letter : lower) {
    if (letter < ' ' || letter > '~') return std::nullopt;
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return lower;
}

}  // namespace

Transaction::Transaction(Connection& connection, Instant instant)
    : connection_(connection),
      now_(connection, Day(std::chrono::floor<std::chrono::days>(instant))),
      recorded_at_(to_string(instant)) {}

std::string Transaction::next_uid() {
  // 12 digits of milliseconds, 10 that count within one, 10 of chance: as the file itself makes them, see upkeep.sql.
  if (last_uid_.empty()) {
    Statement last(connection_, "SELECT coalesce(max(uid), '') FROM bond_event");
    last.step();
    last_uid_ = last.text(0);
  }
  const auto instant = std::chrono::system_clock::now().time_since_epoch();
  const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(instant).count();
  std::string moment = fmt::format("{:012x}", milliseconds);
  std::uint64_t count = 1;
  if (last_uid_.size() == 32 && last_uid_.compare(0, 12, moment) >= 0) {
    moment = last_uid_.substr(0, 12);
    count = std::stoull(last_uid_.substr(12, 10), nullptr, 16) + 1;
  }
  std::array<unsigned char, 5> chance{};
  sqlite3_randomness(static_cast<int>(chance.size()), chance.data());
  last_uid_ = fmt::format("{}{:010x}{:02x}{:02x}{:02x}{:02x}{:02x}", moment, count, chance[0], chance[1], chance[2],
                          chance[3], chance[4]);
  return last_uid_;
}

CityId Transaction::add_city(const NewCity& city) {
  require_transaction(connection_);
  const auto describe = [&] {
    return Values().add("city", city.name).add("kind", city.kind).add("country", city.country);
  };
  return with_values(describe, [&] {
    const std::string uid = next_uid();
    const auto search = folded(city.name);
    Statement row(connection_,
                  "INSERT INTO city (uid, name, folded, kind, country, latitude, longitude, population, fictional, "
                  "since, until, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    row.bind(uid).bind(city.name).bind(search).bind(city.kind).bind(city.country);
    if (city.coordinates) {
      row.bind(city.coordinates->latitude).bind(city.coordinates->longitude);
    } else {
      row.bind(std::nullopt).bind(std::nullopt);
    }
    row.bind(city.population).bind(city.fictional).bind(city.since).bind(city.until).bind(city.note).run();
    return CityId(connection_.last_insert_id());
  });
}

NameId Transaction::add_name(CityId city, const NewName& name) {
  require_transaction(connection_);
  const auto describe = [&] { return Values().add("city", city).add("name", name.name).add("kind", name.kind); };
  return with_values(describe, [&] {
    const auto search = folded(name.name);
    Statement(connection_,
              "INSERT INTO city_name (city_id, name, folded, language, kind, since, until, recorded_at) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(city)
        .bind(name.name)
        .bind(search)
        .bind(name.language)
        .bind(name.kind)
        .bind(name.since)
        .bind(name.until)
        .bind(recorded_at_)
        .run();
    return NameId(connection_.last_insert_id());
  });
}

void Transaction::add_identifier(CityId city, const Identifier& identifier) {
  require_transaction(connection_);
  const auto describe = [&] {
    return Values().add("city", city).add("scheme", identifier.scheme).add("value", identifier.value);
  };
  with_values(describe, [&] {
    Statement(connection_, "INSERT INTO city_identifier (city_id, scheme, value, since, until) VALUES (?, ?, ?, ?, ?)")
        .bind(city)
        .bind(identifier.scheme)
        .bind(identifier.value)
        .bind(identifier.since)
        .bind(identifier.until)
        .run();
  });
}

void Transaction::add_country(CityId city, const CountrySpell& country) {
  require_transaction(connection_);
  with_values([&] { return Values().add("city", city).add("country", country.country); },
              [&] {
                Statement(
                    connection_,
                    "INSERT INTO city_country (city_id, country, since, until, recorded_at) VALUES (?, ?, ?, ?, ?)")
                    .bind(city)
                    .bind(country.country)
                    .bind(country.since)
                    .bind(country.until)
                    .bind(recorded_at_)
                    .run();
              });
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

BondId Transaction::form(const NewBond& bond) {
  require_transaction(connection_);
  NewBond unformed = bond;
  unformed.date.reset();
  unformed.decided.reset();
  unformed.reason.reset();
  Savepoint savepoint(connection_);
  const BondId id = add_bond(unformed);
  record(id, {.kind = EventKind::formed, .date = bond.date, .decided = bond.decided, .reason = bond.reason});
  savepoint.keep();
  return id;
}

BondId Transaction::add_bond(const NewBond& bond) {
  require_transaction(connection_);
  if (bond.date || bond.decided || bond.reason) {
    throw Error(ErrorCategory::invalid_argument,
                "add_bond records no act, so it takes no date, decided or reason: use form, or record the act next");
  }
  if (bond.parties.size() < 2) {
    throw Error(ErrorCategory::invalid_argument,
                fmt::format("bond_event_two_parties: a bond has two or more parties, not {}", bond.parties.size()),
                "bond_event_two_parties");
  }
  Savepoint savepoint(connection_);
  const BondId id = with_values(
      [&] { return Values().add("kind", bond.kind).add("title", bond.title); },
      [&] {
        const std::string uid = next_uid();
        Statement(connection_, "INSERT INTO bond (uid, kind, title, exclusive, note) VALUES (?, ?, ?, ?, ?)")
            .bind(uid)
            .bind(bond.kind)
            .bind(bond.title)
            .bind(bond.exclusive)
            .run();
        return BondId(connection_.last_insert_id());
      });
  for (const CityId city : bond.parties) add_party(id, city);
  savepoint.keep();
  return id;
}

void Transaction::add_party(BondId bond, CityId city) {
  require_transaction(connection_);
  with_values([&] { return Values().add("bond", bond).add("city", city); },
              [&] {
                Statement(connection_, "INSERT INTO bond_party (bond_id, city_id, recorded_at) VALUES (?, ?, ?)")
                    .bind(bond)
                    .bind(city)
                    .bind(recorded_at_)
                    .run();
              });
}

EventId Transaction::record(BondId bond, const NewEvent& event) { return insert(bond, event, std::nullopt); }

EventId Transaction::insert(BondId bond, const NewEvent& event, std::optional<EventId> corrects) {
  require_transaction(connection_);
  const auto describe = [&] {
    return Values()
        .add("bond", bond)
        .add("act", event.kind)
        .add("date", event.date)
        .add("by city", event.by)
        .add("reason", event.reason)
        .add("caused by act", event.caused_by)
        .add("corrects act", corrects);
  };
  return with_values(describe, [&] {
    const std::string uid = next_uid();
    Statement(connection_,
              "INSERT INTO bond_event (uid, bond_id, kind, date, decided, city_id, reason, condition, note, rank, "
              "caused_by, corrects, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(uid)
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
        .bind(corrects)
        .bind(recorded_at_)
        .run();
    return EventId(connection_.last_insert_id());
  });
}

EventId Transaction::correct(EventId wrong, const NewEvent& event) {
  require_transaction(connection_);
  BondId bond;
  {
    Statement found(connection_, "SELECT bond_id, recorded_at FROM bond_event WHERE id = ?");
    found.bind(wrong);
    if (!found.step()) {
      throw Error(ErrorCategory::not_found, fmt::format("there is no act {} to correct", wrong.value()));
    }
    bond = found.id<BondId>(0);
    // A clock that was set back must not make a correction older than what it corrects.
    recorded_at_ = std::max(recorded_at_, found.text(1));
  }
  return insert(bond, event, wrong);
}

EventId Transaction::retract(EventId wrong, const std::optional<std::string>& note) {
  return correct(wrong, {.kind = EventKind::retracted, .note = note});
}

KeepsakeId Transaction::add_keepsake(BondId bond, const NewKeepsake& keepsake) {
  require_transaction(connection_);
  const auto describe = [&] {
    return Values().add("bond", bond).add("kind", keepsake.kind).add("keepsake", keepsake.title);
  };
  return with_values(describe, [&] {
    const std::string uid = next_uid();
    Statement(connection_,
              "INSERT INTO keepsake (uid, bond_id, kind, title, giver_id, receiver_id, date, until, place, note, "
              "recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(uid)
        .bind(bond)
        .bind(keepsake.kind)
        .bind(keepsake.title)
        .bind(keepsake.giver)
        .bind(keepsake.receiver)
        .bind(keepsake.date)
        .bind(keepsake.until)
        .bind(keepsake.place)
        .bind(keepsake.note)
        .bind(recorded_at_)
        .run();
    return KeepsakeId(connection_.last_insert_id());
  });
}

SourceId Transaction::add_source(const NewSource& source) {
  require_transaction(connection_);
  return with_values(
      [&] { return Values().add("source", source.title); },
      [&] {
        const std::string uid = next_uid();
        Statement(connection_,
                  "INSERT INTO source (uid, title, publisher, author, url, published, accessed, language, note) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .bind(uid)
            .bind(source.title)
            .bind(source.publisher)
            .bind(source.author)
            .bind(source.url)
            .bind(source.published)
            .bind(source.accessed)
            .bind(source.language)
            .bind(source.note)
            .run();
        return SourceId(connection_.last_insert_id());
      });
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
