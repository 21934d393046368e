// Acts of any order: what a program may call, with ids that are there or not. Whatever was refused, the file is sound,
// and what is stored about its bonds is what is derived from their acts.

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <twinning/twinning.hpp>

#include "new_registry.hpp"
#include "target.hpp"

namespace twinning::fuzz {
namespace {

constexpr std::array<std::string_view, 18> dates = {
    "1944",     "1944-06",   "1944-06-06", "1950",          "1950-01-01", "1960~",
    "197X",     "1980/1990", "1985",       "1998-09-24/..", "/1985",      "[1941,1944]",
    "[..1960]", "2022-03",   "2022-03-22", "2026-06-15",    "2030",       "0000"};
constexpr std::array<std::string_view, 16> event_kinds = {
    "formed", "suspended", "resumed", "cut",       "lapsed",   "listed",    "renewed",   "joined",
    "left",   "proposed",  "expired", "contested", "delisted", "exchanged", "retracted", "none such"};
constexpr std::array<std::string_view, 4> bond_kinds = {"twinning", "ring", "charter_network", "none such"};
constexpr std::array<std::string_view, 5> reasons = {"war", "reconciliation", "unknown", "lgbt_rights", "none such"};
constexpr std::array<std::string_view, 5> countries = {"GB", "RU", "SU", "DE", "XX"};
constexpr std::array<std::string_view, 5> successions = {"merged", "absorbed", "split", "replaced", "none such"};
constexpr std::array<std::string_view, 4> names = {"Coventry", "Kiel", "Łódź", ""};
constexpr std::array<Rank, 4> ranks = {Rank::normal, Rank::normal, Rank::preferred, Rank::rival};

struct TakeBack {};

/// Reads an input as acts.
class Acts {
 public:
  explicit Acts(Bytes bytes) : bytes_(bytes) {}

  bool empty() const { return bytes_.empty(); }

  /// Acts up to the end of a transaction, and how far the clock moves before the next one. Throws TakeBack.
  std::chrono::hours run(Transaction& tx) {
    while (!bytes_.empty()) {
      const std::uint8_t what = bytes_.byte();
      if (what >= 240) {
        if (bytes_.flag()) throw TakeBack();
        break;
      }
      try {
        run_one(tx, what % 16);
      } catch (const Error& error) {
        require_refusal(error, {ErrorCategory::rule_broken, ErrorCategory::invalid_argument, ErrorCategory::not_found});
      }
    }
    return std::chrono::hours(24) * (bytes_.byte() - 100);
  }

 private:
  // The higher of these are seldom there.
  std::int64_t id() { return bytes_.byte() % 8; }
  CityId city() { return CityId(id()); }
  BondId bond() { return BondId(id()); }
  EventId event() { return EventId(bytes_.byte() % 24); }

  template <typename Value, typename Values>
  std::optional<Value> maybe(const Values& values) {
    const std::size_t place = bytes_.byte() % (std::size(values) + 1);
    if (place == std::size(values)) return std::nullopt;
    return Value(values[place]);
  }
  std::optional<Date> date() { return maybe<Date>(dates); }
  std::optional<Reason> reason() { return maybe<Reason>(reasons); }
  std::optional<CityId> maybe_city() { return bytes_.flag() ? std::optional(city()) : std::nullopt; }

  NewBond new_bond() {
    NewBond made{.parties = {city(), city()}, .kind = BondKind(bytes_.one_of(bond_kinds))};
    for (std::uint8_t more = bytes_.byte() % 4; more > 1; --more) made.parties.push_back(city());
    made.exclusive = bytes_.flag();
    return made;
  }

  NewEvent new_event() {
    NewEvent made{.kind = EventKind(bytes_.one_of(event_kinds)), .date = date(), .by = maybe_city()};
    const std::uint8_t more = bytes_.byte();
    if ((more & 1U) != 0) made.decided = date();
    if ((more & 2U) != 0) made.reason = reason();
    if ((more & 4U) != 0) made.caused_by = event();
    if ((more & 8U) != 0) made.rank = bytes_.one_of(ranks);
    return made;
  }

  void run_one(Transaction& tx, int what) {
    switch (what) {
      case 0:
        tx.add_city({.name = std::string(bytes_.one_of(names)),
                     .country = maybe<Country>(countries),
                     .since = date(),
                     .until = date()});
        break;
      case 1: {
        NewBond made = new_bond();
        made.date = date();
        made.reason = reason();
        tx.form(made);
        break;
      }
      case 2:
        tx.add_bond(new_bond());
        break;
      case 3:
        tx.add_party(bond(), city());
        break;
      case 4:
      case 5:
      case 6: {
        const BondId of = bond();
        tx.record(of, new_event());
        break;
      }
      case 7: {
        const EventId wrong = event();
        tx.correct(wrong, new_event());
        break;
      }
      case 8:
        tx.retract(event());
        break;
      case 9: {
        const CityId predecessor = city();
        tx.record_succession({.predecessor = predecessor,
                              .successor = city(),
                              .kind = SuccessionKind(bytes_.one_of(successions)),
                              .date = date()});
        break;
      }
      case 10: {
        const CityId of = city();
        tx.add_name(of, {.name = std::string(bytes_.one_of(names)), .since = date(), .until = date()});
        break;
      }
      case 11: {
        const CityId of = city();
        tx.add_country(of, {.country = Country(bytes_.one_of(countries)), .since = date(), .until = date()});
        break;
      }
      case 12: {
        const BondId of = bond();
        tx.add_keepsake(of, {.kind = KeepsakeKind::gift, .title = "Bell", .giver = maybe_city(), .date = date()});
        break;
      }
      case 13:
        tx.cite(event(), tx.add_source({.title = "Minutes", .published = date()}));
        break;
      case 14: {
        const CityId of = city();
        tx.add_policy(of, {.policy = Policy::limited_number, .since = date(), .until = date()});
        break;
      }
      default:
        tx.now().bonds();
        tx.now().twins(city());
    }
  }

  Bytes bytes_;
};

std::string spelled(const std::vector<Span>& spans) {
  const auto day = [](const std::optional<Day>& known) { return known ? to_string(*known) : std::string("-"); };
  std::string text;
  for (const Span& span : spans) {
    text += fmt::format("{} {} {} {} {}; ", to_string(span.status), to_string(span.from_earliest),
                        day(span.from_latest), day(span.to_earliest), day(span.to_latest));
  }
  return text;
}

/// What a registry says of its bonds and cities, by the projection or, as known at an instant, by the log alone.
std::string told(const Snapshot& now) {
  std::string text;
  for (std::int64_t number = 1; number < 8; ++number) {
    text += spelled(now.spans(BondId(number))) + "\n";
    for (const char* const day : {"1950", "1985", "2022-03"}) {
      for (const Twin& twin : now.twins(CityId(number), AsOf(Date(day)))) {
        text += fmt::format("{} {} {} {} {}; ", twin.name, twin.bond.value(), to_string(twin.status),
                            to_string(twin.certainty), twin.since ? twin.since->text() : "");
      }
    }
  }
  return text;
}

}  // namespace
}  // namespace twinning::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace twinning;
  using namespace twinning::fuzz;
  NewRegistry file;
  {
    Registry registry = file.open();
    Acts acts(Bytes(data, size));
    while (!acts.empty()) {
      try {
        file.move_clock(registry.write([&](Transaction& tx) { return acts.run(tx); }));
      } catch (const TakeBack&) {
      }
    }
    const std::string stored = registry.read(told);
    const std::string derived = registry.read(KnownAt(Date("9999")), told);
    require(stored == derived, fmt::format("what is stored is what is derived:\n{}\n{}", stored, derived));
    registry.read([](const Snapshot& now) {
      now.bonds();
      now.anomalies();
      now.carried_bonds();
    });
  }
  file.require_sound();
  return 0;
}
