#include "spans.hpp"

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
  PairLife life;
};

/// Writes rows of twin_span, sorted by many, so that each page of the projection is written seldom.
class SpanWriter {
 public:
  explicit SpanWriter(Connection& connection, std::function<void()> between = {})
      : rows_(connection, insert()), between_(std::move(between)) {}

  void add(BondId bond, const Log& log) {
    auto lives = all_lives(log);
    for (std::size_t party = 0; party < lives.size(); ++party) {
      for (PairLife& life : lives[party]) {
        if (!life.stretches.empty()) spans_.push_back({log.parties[party], bond, std::move(life)});
      }
    }
    if (spans_.size() < sorted_at_once) return;
    write();
    if (between_) between_();
  }

  void write() {
    std::ranges::sort(spans_, {}, [](const Span& span) { return std::tuple(span.city, span.bond, span.life.twin); });
    for (const Span& span : spans_) {
      std::int64_t position = 0;
      for (const Stretch& stretch : span.life.stretches) {
        rows_.add(span.city).add(span.bond).add(span.life.twin).add(++position).add(to_string(stretch.status));
        rows_.add(stretch.from_earliest).add(stretch.from_latest).add(stretch.to_earliest).add(stretch.to_latest);
        rows_.add(span.life.since).add(span.life.until);
      }
    }
    rows_.flush();
    spans_.clear();
  }

 private:
  static constexpr std::size_t sorted_at_once = 50'000;

  static const RowInsert& insert() {
    static const RowInsert insert(
        "INSERT INTO twin_span (city_id, bond_id, twin_id, position, status, from_earliest, from_latest, to_earliest, "
        "to_latest, since, until)",
        11);
    return insert;
  }

  RowBatch rows_;
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
    for (const CityId city : log.parties) {
      Statement(connection, "DELETE FROM twin_span WHERE city_id = ? AND bond_id = ?").bind(city).bind(bond).run();
    }
    writer.add(bond, log);
  }
  writer.write();
}

}  // namespace twinning
