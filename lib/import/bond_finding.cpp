#include "import/bond_finding.hpp"

#include <algorithm>

namespace twinning::importing {
namespace {

std::optional<CityId> side_of(const StatedAct& act, CityId first, CityId second) {
  switch (act.by) {
    case StatedAct::By::first:
      return first;
    case StatedAct::By::second:
      return second;
    case StatedAct::By::all:
      break;
  }
  return std::nullopt;
}

bool is_undated_listing(const StatedAct& act) { return act.kind.text() == EventKind::listed && !act.date; }

/// Whether it says no more than that there is a bond.
bool is_listing_alone(const Claim& claim) {
  if (claim.kind || !claim.sources.empty() || claim.acts.size() != 1) return false;
  const StatedAct& act = claim.acts.front();
  return is_undated_listing(act) && !act.decided && !act.reason && !act.note;
}

bool begins(const EventKind& kind) { return kind.text() == EventKind::formed || kind.text() == EventKind::listed; }

}  // namespace

BondFinding::BondFinding(Connection& connection, BulkLoad& load, ImportReport& report, std::string title,
                         std::string file_name)
    : connection_(connection),
      load_(load),
      pairs_(connection),
      report_(report),
      title_(std::move(title)),
      file_name_(std::move(file_name)) {
  connection_.execute("CREATE TEMP TABLE IF NOT EXISTS matched_bond (id INTEGER PRIMARY KEY)");
  connection_.execute("CREATE TEMP TABLE IF NOT EXISTS seen_act (id INTEGER PRIMARY KEY)");
  connection_.execute("CREATE TEMP TABLE IF NOT EXISTS speaking_city (id INTEGER PRIMARY KEY)");
  Statement rows(connection_, "SELECT 1 FROM source WHERE title = ? AND file_name IS NOT NULL");
  rows.bind(title_);
  follows_earlier_ = rows.step();
}

std::int64_t BondFinding::matched() const { return connection_.integer("SELECT count(*) FROM temp.matched_bond"); }

SourceId BondFinding::source() {
  if (!source_) source_ = load_.add_source({.title = title_}, file_name_);
  return *source_;
}

SourceId BondFinding::source_of(const StatedSource& stated) {
  const std::string title = stated.title.value_or(stated.url.value_or(""));
  const auto key = std::pair(title, stated.url.value_or(""));
  if (const auto known = sources_.find(key); known != sources_.end()) return known->second;
  if (sources_.size() > 100'000) sources_.clear();
  std::optional<SourceId> found;
  {
    Statement rows(connection_, "SELECT id FROM source WHERE title = ? AND url IS ? AND file_name IS NULL ORDER BY id");
    rows.bind(title).bind(stated.url);
    if (rows.step()) found = rows.id<SourceId>(0);
  }
  if (!found) found = load_.add_source({.title = title, .url = stated.url}, std::nullopt);
  sources_.emplace(key, *found);
  return *found;
}

std::vector<BondId> BondFinding::bonds_of(CityId first, CityId second) {
  load_.settle();
  Statement rows(
      connection_,
      "SELECT p.bond_id FROM bond_party AS p JOIN bond_party AS q ON q.bond_id = p.bond_id AND q.city_id = ?2 "
      "WHERE p.city_id = ?1 AND (SELECT count(*) FROM bond_party AS o WHERE o.bond_id = p.bond_id) = 2 "
      "ORDER BY p.bond_id");
  rows.bind(first).bind(second);
  std::vector<BondId> bonds;
  while (rows.step()) bonds.push_back(rows.id<BondId>(0));
  return bonds;
}

bool BondFinding::has_act(BondId bond, const StatedAct& act, std::optional<CityId> by) {
  load_.settle();
  // As take_act has it: an undated listing says no more than any beginning by the same side.
  const bool is_listing = is_undated_listing(act);
  Statement rows(connection_,
                 "SELECT 1 FROM bond_event AS e WHERE e.bond_id = ?1 AND e.city_id IS ?2 AND iif(?3, e.kind IN "
                 "('formed', 'listed'), e.kind = ?4 AND e.date IS ?5)");
  rows.bind(bond).bind(by).bind(is_listing).bind(act.kind).bind(act.date);
  return rows.step();
}

bool BondFinding::is_of_its_kind(BondId bond, const Claim& claim) {
  if (!claim.kind) return true;
  load_.settle();
  Statement kind(connection_, "SELECT kind FROM bond WHERE id = ?");
  kind.bind(bond);
  return !kind.step() || kind.text(0) == claim.kind->text() || kind.text(0) == BondKind::unspecified;
}

/// Whether a bond of no stated kind began at another time than a claim of a kind says.
bool BondFinding::has_another_beginning(BondId bond, const Claim& claim) {
  if (!claim.kind || claim.acts.empty() || claim.acts.front().kind.text() != EventKind::formed ||
      !claim.acts.front().date) {
    return false;
  }
  load_.settle();
  Statement rows(
      connection_,
      "SELECT 1 FROM bond AS b JOIN bond_event AS e ON e.bond_id = b.id AND e.kind = 'formed' AND e.date <> ?3 "
      "WHERE b.id = ?1 AND b.kind <> ?2 AND NOT EXISTS (SELECT 1 FROM bond_event AS s WHERE s.bond_id = b.id "
      "AND s.kind = 'formed' AND s.date = ?3)");
  rows.bind(bond).bind(*claim.kind).bind(claim.acts.front().date);
  return rows.step();
}

/// Whether a claim can be of that bond: it is of its kind, was not formed after its end, nor ended before its
/// beginning.
bool BondFinding::fits(BondId bond, const Claim& claim) {
  if (!is_of_its_kind(bond, claim) || has_another_beginning(bond, claim)) return false;
  if (claim.acts.empty() || claim.acts.front().kind.text() != EventKind::formed || !claim.acts.front().date) {
    return true;
  }
  load_.settle();
  if (const auto earliest = claim.acts.front().date->earliest()) {
    const std::string day = to_string(*earliest);
    Statement ended(connection_,
                    "SELECT 1 FROM bond_event AS e JOIN event_kind AS k ON k.code = e.kind AND k.effect = 'ended' "
                    "JOIN edtf_date AS d ON d.date = e.date WHERE e.bond_id = ?1 AND d.latest <= ?2 AND e.rank <> "
                    "'rival' AND NOT EXISTS (SELECT 1 FROM bond_event AS c WHERE c.corrects = e.id)");
    ended.bind(bond).bind(day);
    if (ended.step()) return false;
  }
  const StatedAct& last = claim.acts.back();
  if (last.kind.text() != EventKind::cut || !last.date || !last.date->latest()) return true;
  const std::string day = to_string(*last.date->latest());
  Statement begun(
      connection_,
      "SELECT min(coalesce(d.earliest >= ?2, 0)) FROM bond_event AS e JOIN event_kind AS k ON k.code = e.kind AND "
      "k.begins AND k.effect = 'active' LEFT JOIN edtf_date AS d ON d.date = e.date WHERE e.bond_id = ?1 "
      "AND NOT EXISTS (SELECT 1 FROM bond_event AS c WHERE c.corrects = e.id)");
  begun.bind(bond).bind(day);
  return !(begun.step() && begun.integer(0) == 1);
}

std::optional<BondId> BondFinding::meant(const std::vector<BondId>& bonds, CityId first, CityId second,
                                         const Claim& claim) {
  const auto says = [&](BondId bond, const StatedAct& act) { return has_act(bond, act, side_of(act, first, second)); };
  // One that has it all, as after an earlier import; else one that has its beginning.
  for (const BondId bond : bonds) {
    if (!is_of_its_kind(bond, claim)) continue;
    if (std::ranges::all_of(claim.acts, [&](const StatedAct& act) { return says(bond, act); })) return bond;
  }
  std::vector<BondId> fitting;
  std::ranges::copy_if(bonds, std::back_inserter(fitting), [&](BondId bond) { return fits(bond, claim); });
  if (fitting.empty()) return std::nullopt;
  const bool is_dated = !claim.acts.empty() && claim.acts.front().date && begins(claim.acts.front().kind);
  for (const BondId bond : fitting) {
    if (!claim.acts.empty() && says(bond, claim.acts.front())) return bond;
  }
  return is_dated ? fitting.front() : fitting.back();
}

BondFinding::Found BondFinding::bond_of(CityId first, CityId second, const Claim& claim, ClaimedPair& pair) {
  const auto [low, high] = std::minmax(first, second);
  const auto known = pairs_.find(low, high);
  std::vector<BondId> bonds;
  if (known && known->only_bond) {
    bonds.push_back(*known->only_bond);
  } else if (known || (!load_.is_new(first) && !load_.is_new(second))) {
    bonds = bonds_of(first, second);
  }
  std::optional<BondId> bond;
  if (bonds.size() == 1 && fits(bonds.front(), claim)) {
    bond = bonds.front();
  } else if (!bonds.empty()) {
    bond = meant(bonds, first, second, claim);
  }
  const bool is_fresh = !bond;
  if (is_fresh) {
    bond = load_.add_bond(claim.kind.value_or(BondKind::unspecified), first, second);
    bonds.push_back(*bond);
    ++report_.bonds_added;
  } else if (!load_.is_new(*bond)) {
    Statement(connection_, "INSERT OR IGNORE INTO temp.matched_bond (id) VALUES (?)").bind(*bond).run();
  }
  pair = known.value_or(ClaimedPair());
  if (!known) pair.has_listings_alone = is_fresh;
  pair.only_bond = bonds.size() == 1 ? std::optional(bonds.front()) : std::nullopt;
  return {.bond = *bond, .is_fresh = is_fresh};
}

bool BondFinding::specify(BondId bond, const Claim& claim) {
  if (!claim.kind || claim.kind->text() == BondKind::unspecified) return false;
  load_.settle();
  {
    Statement kind(connection_, "SELECT kind FROM bond WHERE id = ?");
    kind.bind(bond);
    if (!kind.step() || kind.text(0) != BondKind::unspecified) return false;
  }
  load_.specify(bond, *claim.kind);
  return true;
}

BondFinding::Took BondFinding::take_act(const Claim& claim, const StatedAct& act, BondId bond, std::optional<CityId> by,
                                        bool is_fresh) {
  Rank rank = Rank::normal;
  if (!is_fresh) {
    load_.settle();
    const std::vector<KnownAct> acts = acts_of(connection_, bond);
    const auto find = [&](Agreement wanted, bool is_corrected) {
      return std::ranges::find_if(acts, [&](const KnownAct& known) {
        return known.is_corrected == is_corrected && agreement(known.act, act, by) == wanted;
      });
    };
    if (const auto known = find(Agreement::says_it, false); known != acts.end()) return take_known(claim, known->id);
    if (const auto known = find(Agreement::lacks, false); known != acts.end()) {
      return complete(claim, act, bond, *known);
    }
    if (const auto took = take_other_precision(claim, act, bond, acts, by)) return *took;
    const bool has_other_forming =
        act.kind.text() == EventKind::formed && std::ranges::any_of(acts, [&](const KnownAct& known) {
          return !known.is_corrected && known.act.by == by && known.act.kind == act.kind && known.act.date &&
                 known.act.date != act.date;
        });
    if (has_other_forming || find(Agreement::contradicts, false) != acts.end()) {
      rank = Rank::rival;
    } else if (const auto known = find(Agreement::lacks_date, false); known != acts.end()) {
      return complete(claim, act, bond, *known);
    }
    // What somebody took back or mended stays so.
    for (const Agreement said : {Agreement::says_it, Agreement::lacks}) {
      if (const auto known = find(said, true); known != acts.end()) return take_known(claim, known->id);
    }
  }
  add_act(claim, act, bond, by, rank);
  return Took::added;
}

std::optional<BondFinding::Took> BondFinding::take_other_precision(const Claim& claim, const StatedAct& act,
                                                                   BondId bond, const std::vector<KnownAct>& acts,
                                                                   std::optional<CityId> by) {
  bool is_contradicted = false;
  for (const KnownAct& known : acts) {
    const Agreement on_date = agreement(known.act, act, by);
    const bool is_other = on_date == Agreement::widens || on_date == Agreement::narrows;
    if (known.is_corrected || !is_other || !has_same_source(known.id, claim)) continue;
    StatedAct of_its_date = act;
    of_its_date.date = known.act.date;
    const Agreement on_rest = agreement(known.act, of_its_date, by);
    if (on_rest == Agreement::contradicts) {
      is_contradicted = true;
      continue;
    }
    if (on_date == Agreement::narrows) return complete(claim, act, bond, known);
    return on_rest == Agreement::says_it ? take_known(claim, known.id) : complete(claim, of_its_date, bond, known);
  }
  if (!is_contradicted) return std::nullopt;
  add_act(claim, act, bond, by, Rank::rival);
  return Took::added;
}

BondFinding::Took BondFinding::take_known(const Claim& claim, EventId act) {
  const bool has_cited = cite_lacking(act, claim);
  if (load_.is_new(act)) return has_cited ? Took::added : Took::repeated;
  Statement(connection_, "INSERT OR IGNORE INTO temp.seen_act (id) VALUES (?)").bind(act).run();
  if (has_cited) return Took::added;
  return connection_.changes() == 0 ? Took::repeated : Took::matched;
}

bool BondFinding::has_same_source(EventId act, const Claim& claim) {
  load_.settle();
  if (claim.sources.empty()) {
    Statement rows(
        connection_,
        "SELECT 1 FROM citation AS c JOIN source AS s ON s.id = c.source_id WHERE c.event_id = ? AND s.title "
        "= ? AND s.file_name IS NOT NULL");
    rows.bind(act).bind(title_);
    return rows.step();
  }
  return std::ranges::any_of(claim.sources, [&](const StatedSource& stated) {
    const SourceId source = source_of(stated);
    Statement rows(connection_, "SELECT 1 FROM citation WHERE event_id = ? AND source_id = ?");
    rows.bind(act).bind(source);
    return rows.step();
  });
}

BondFinding::Took BondFinding::complete(const Claim& claim, const StatedAct& act, BondId bond, const KnownAct& known) {
  // A correction can't be recorded before what it corrects.
  if (known.recorded_at > load_.recorded_at()) {
    add_act(claim, act, bond, known.act.by, Rank::rival);
    return Took::added;
  }
  const EventId id = load_.correct(known.id, bond, completed(known.act, act));
  ++report_.acts_added;
  ++report_.acts_completed;
  cite(id, claim);
  Statement(connection_, "INSERT OR IGNORE INTO temp.seen_act (id) VALUES (?)").bind(id).run();
  return Took::added;
}

bool BondFinding::cite_lacking(EventId act, const Claim& claim) {
  bool has_cited = false;
  for (const StatedSource& stated : claim.sources) {
    const SourceId source = source_of(stated);
    load_.settle();
    {
      Statement rows(connection_, "SELECT 1 FROM citation WHERE event_id = ? AND source_id = ?");
      rows.bind(act).bind(source);
      if (rows.step()) continue;
    }
    load_.cite(act, source, {});
    has_cited = true;
  }
  return has_cited;
}

void BondFinding::add_act(const Claim& claim, const StatedAct& act, BondId bond, std::optional<CityId> by, Rank rank) {
  const EventId id = load_.record(bond, {.kind = act.kind,
                                         .date = act.date,
                                         .decided = act.decided,
                                         .by = by,
                                         .reason = act.reason,
                                         .note = act.note,
                                         .rank = rank});
  ++report_.acts_added;
  if (rank == Rank::rival) ++report_.rivals;
  cite(id, claim);
}

void BondFinding::cite(EventId act, const Claim& claim) {
  load_.cite(act, source(), {.locator = claim.locator});
  for (const StatedSource& stated : claim.sources) load_.cite(act, source_of(stated), {});
}

void BondFinding::hear(CityId city) {
  if (!follows_earlier_) return;
  Statement(connection_, "INSERT OR IGNORE INTO temp.speaking_city (id) VALUES (?)").bind(city).run();
}

void BondFinding::take(const Claim& claim, CityId first, CityId second) {
  if (first == second) {
    ++report_.self_links;
    if (report_.self_link_lines.size() < ImportReport::most) report_.self_link_lines.push_back(claim.line);
    return;
  }
  // Of a claim its first city speaks; what is nobody's in particular is said of both.
  hear(first);
  if (std::ranges::any_of(claim.acts, [](const auto& act) { return act.by == StatedAct::By::all; })) hear(second);
  ClaimedPair pair;
  const auto [bond, is_fresh] = bond_of(first, second, claim, pair);
  pair.has_listings_alone = pair.has_listings_alone && pair.only_bond && is_listing_alone(claim);
  bool has_added = !is_fresh && specify(bond, claim);
  bool has_matched = false;
  if (pair.has_listings_alone) {
    has_added = take_listing(claim, first, second, pair);
  } else {
    bool is_first_act = is_fresh;
    for (const StatedAct& act : claim.acts) {
      const Took took = take_act(claim, act, bond, side_of(act, first, second), is_first_act);
      has_added = has_added || took == Took::added;
      has_matched = has_matched || took == Took::matched;
      is_first_act = false;
    }
  }
  pairs_.keep(std::min(first, second), std::max(first, second), pair);
  ++(has_added ? report_.rows_added : has_matched ? report_.rows_matched : report_.repeated);
}

bool BondFinding::take_listing(const Claim& claim, CityId first, CityId second, ClaimedPair& pair) {
  const StatedAct& act = claim.acts.front();
  const auto by = side_of(act, first, second);
  const auto side = !by ? ClaimedPair::both : *by == std::min(first, second) ? ClaimedPair::first : ClaimedPair::second;
  if ((pair.listed_by & side) != 0) return false;
  pair.listed_by |= side;
  add_act(claim, act, *pair.only_bond, by, Rank::normal);
  return true;
}

void BondFinding::find_gone() {
  if (!follows_earlier_) return;
  Statement rows(connection_,
                 "SELECT DISTINCT e.id, e.bond_id, e.kind, e.date, (SELECT name FROM city WHERE id = e.city_id) "
                 "FROM source AS s JOIN citation AS c ON c.source_id = s.id JOIN bond_event AS e ON e.id = c.event_id "
                 "WHERE s.title = ?1 AND s.file_name IS NOT NULL AND s.id IS NOT ?2 "
                 "AND (e.city_id IN (SELECT id FROM temp.speaking_city) OR (e.city_id IS NULL AND EXISTS (SELECT 1 "
                 "FROM bond_party AS p WHERE p.bond_id = e.bond_id AND p.city_id IN temp.speaking_city))) "
                 "AND e.id NOT IN (SELECT id FROM temp.seen_act) "
                 // A beginning that has another date by now is not gone.
                 "AND NOT (e.kind IN ('formed', 'listed') AND EXISTS (SELECT 1 FROM bond_event AS n WHERE n.bond_id = "
                 "e.bond_id AND n.city_id IS e.city_id AND n.kind IN ('formed', 'listed') AND (n.id IN temp.seen_act "
                 "OR EXISTS (SELECT 1 FROM citation AS m WHERE m.event_id = n.id AND m.source_id = ?2)))) "
                 "AND NOT EXISTS (SELECT 1 FROM bond_event AS x WHERE x.corrects = e.id) ORDER BY e.id");
  rows.bind(title_).bind(source_);
  while (rows.step()) {
    ++report_.gone;
    if (report_.gone_claims.size() == ImportReport::most) continue;
    const auto bond = rows.id<BondId>(1);
    Statement parties(connection_, "SELECT parties FROM bond_parties WHERE bond_id = ?");
    parties.bind(bond);
    parties.step();
    report_.gone_claims.push_back({.bond = bond,
                                   .parties = parties.text(0),
                                   .by = rows.maybe_text(4),
                                   .event = rows.text(2),
                                   .date = rows.maybe_date(3)});
  }
}

}  // namespace twinning::importing
