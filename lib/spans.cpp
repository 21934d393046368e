#include "spans.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "life.hpp"
#include "logs.hpp"
#include "row_batch.hpp"

namespace twinning {
namespace {

struct Span {
  CityId city;
  BondId bond;
  std::string kind;
  PairLife life;
};

/// 1940 where both days are of 1940 to 1949.
std::optional<std::int64_t> decade_of(const std::string& earliest, const std::optional<std::string>& latest) {
  constexpr std::size_t digits = 3;
  if (!latest || latest->compare(0, digits, earliest, 0, digits) != 0) return std::nullopt;
  return std::stoll(earliest.substr(0, digits)) * 10;
}

/// Writes rows of the projections: those of pairs sorted by many, so that each page is written seldom.
class SpanWriter {
 public:
  explicit SpanWriter(Connection& connection, std::function<void()> between = {})
      : bonds_(connection, insert_of_bond()), pairs_(connection, insert_of_pair()), between_(std::move(between)) {}

  void add(BondId bond, const Log& log) {
    WholeLife whole = whole_life(log);
    write(bond, whole.bond);
    for (std::size_t party = 0; party < whole.pairs.size(); ++party) {
      for (PairLife& life : whole.pairs[party]) {
        if (!life.stretches.empty()) spans_.push_back({log.parties[party], bond, log.kind, std::move(life)});
      }
    }
    if (spans_.size() < sorted_at_once) return;
    write();
    if (between_) between_();
  }

  void write() {
    bonds_.flush();
    std::ranges::sort(spans_, {}, [](const Span& span) { return std::tuple(span.city, span.bond, span.life.twin); });
    for (const Span& span : spans_) {
      std::int64_t position = 0;
      for (const Stretch& stretch : span.life.stretches) {
        pairs_.add(span.city).add(span.bond).add(span.life.twin).add(++position);
        add(pairs_, stretch);
        pairs_.add(span.life.since).add(span.life.until).add(span.kind);
      }
    }
    pairs_.flush();
    spans_.clear();
  }

 private:
  static constexpr std::size_t sorted_at_once = 50'000;

  static const RowInsert& insert_of_bond() {
    static const RowInsert insert(
        "INSERT INTO bond_span (bond_id, position, status, from_earliest, from_latest, to_earliest, to_latest, "
        "event_id, forming_id, formed_earliest, formed_latest, from_decade, formed_decade)",
        13);
    return insert;
  }
  static const RowInsert& insert_of_pair() {
    static const RowInsert insert(
        "INSERT INTO twin_span (city_id, bond_id, twin_id, position, status, from_earliest, from_latest, to_earliest, "
        "to_latest, since, until, kind)",
        12);
    return insert;
  }

  static void add(RowBatch& rows, const Stretch& stretch) {
    rows.add(to_string(stretch.status)).add(stretch.from_earliest).add(stretch.from_latest);
    rows.add(stretch.to_earliest).add(stretch.to_latest);
  }

  void write(BondId bond, const BondLife& life) {
    for (std::size_t number = 0; number < life.parts.size(); ++number) {
      const auto& [stretch, position, opened_by] = life.parts[number];
      const bool is_formed = life.is_formed_in(number);
      bonds_.add(bond).add(position);
      add(bonds_, stretch);
      bonds_.add(opened_by);
      if (is_formed) {
        bonds_.add(life.forming->event).add(life.forming->earliest).add(life.forming->latest);
      } else {
        bonds_.add(std::nullopt).add(std::nullopt).add(std::nullopt);
      }
      bonds_.add(decade_of(stretch.from_earliest, stretch.from_latest));
      bonds_.add(is_formed ? decade_of(life.forming->earliest, life.forming->latest) : std::nullopt);
    }
  }

  RowBatch bonds_;
  RowBatch pairs_;
  std::function<void()> between_;
  std::vector<Span> spans_;
};

/// Bonds with a party that others follow: what they carry, SQL derives.
std::vector<BondId> carried_bonds_after(Connection& connection, BondId last) {
  std::vector<BondId> carried;
  Statement rows(connection,
                 "SELECT DISTINCT p.bond_id FROM succession AS s JOIN bond_party AS p ON p.city_id = s.predecessor_id "
                 "WHERE p.bond_id > ? ORDER BY p.bond_id");
  rows.bind(last);
  while (rows.step()) carried.push_back(rows.id<BondId>(0));
  return carried;
}

void derive(Connection& connection, BondId bond) {
  Statement(connection, "INSERT INTO stale_bond (bond_id) VALUES (?)").bind(bond).run();
}

}  // namespace

bool is_projection(std::string_view table) {
  return std::ranges::any_of(projections, [&](const Projection& projection) { return projection.table == table; });
}

void remake_projections(Connection& connection) {
  for (const Projection& projection : projections) {
    connection.execute(
        fmt::format("DELETE FROM {0}; INSERT INTO {0} SELECT * FROM {1}", projection.table, projection.view));
  }
}

void make_spans_after(Connection& connection, BondId last, const std::function<void()>& between) {
  const std::vector<BondId> carried = carried_bonds_after(connection, last);
  SpanWriter writer(connection, between);
  for_each_log_after(connection, last, [&](BondId bond, const Log& log) {
    if (!std::ranges::binary_search(carried, bond)) writer.add(bond, log);
  });
  writer.write();
  for (const BondId bond : carried) derive(connection, bond);
}

void remake_spans(Connection& connection, const std::vector<BondId>& bonds) {
  SpanWriter writer(connection);
  for (const BondId bond : bonds) {
    bool is_carried = false;
    {
      Statement carried(connection,
                        "SELECT 1 FROM bond_party AS p JOIN succession AS s ON s.predecessor_id = p.city_id "
                        "WHERE p.bond_id = ?");
      carried.bind(bond);
      is_carried = carried.step();
    }
    if (is_carried) {
      derive(connection, bond);
      continue;
    }
    const Log log = log_of(connection, bond);
    Statement(connection, "DELETE FROM bond_span WHERE bond_id = ?").bind(bond).run();
    for (const CityId city : log.parties) {
      Statement(connection, "DELETE FROM twin_span WHERE city_id = ? AND bond_id = ?").bind(city).bind(bond).run();
    }
    writer.add(bond, log);
  }
  writer.write();
}

}  // namespace twinning
