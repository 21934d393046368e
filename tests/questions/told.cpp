#include "questions/told.hpp"

#include <concepts>

namespace twinning::questions {
namespace {

std::string text(const std::string& value) { return value; }
std::string text(std::int64_t value) { return std::to_string(value); }
std::string text(bool value) { return value ? "1" : "0"; }
std::string text(Instant value) { return to_string(value); }

template <typename Value>
requires requires(const Value& value) { value.text(); }
std::string text(const Value& value) { return value.text(); }

template <typename Thing>
std::string text(Id<Thing> value) {
  return std::to_string(value.value());
}

template <typename Value>
requires(std::is_enum_v<Value> || std::same_as<Value, Day>) std::string text(Value value) {
  return std::string(to_string(value));
}

/// NULL is "-", as the shell is told to print it.
template <typename Value>
std::string text(const std::optional<Value>& value) {
  return value ? text(*value) : "-";
}

}  // namespace

Fields fields(Answer answer) {
  constexpr const char* words[] = {"no", "possibly", "yes"};
  return {{"answer", words[static_cast<std::size_t>(answer)]}};
}

Fields fields(const Twin& twin) {
  return {{"twin", twin.name},
          {"twin_then", twin.name_then},
          {"country", text(twin.country)},
          {"kind", text(twin.kind)},
          {"status", text(twin.status)},
          {"certainty", text(twin.certainty)},
          {"since", text(twin.since)},
          {"until", text(twin.until)},
          {"bond_id", text(twin.bond)},
          {"carried_from", text(twin.carried_from)}};
}

Fields fields(const TwinEver& twin) {
  return {{"twin", twin.name},           {"twin_then", twin.name_then}, {"country", text(twin.country)},
          {"status", text(twin.status)}, {"since", text(twin.since)},   {"until", text(twin.until)}};
}

Fields fields(const Bond& bond) {
  return {{"parties", bond.parties},           {"kind", text(bond.kind)},           {"status", text(bond.status)},
          {"certainty", text(bond.certainty)}, {"contested", text(bond.contested)}, {"formed", text(bond.formed)},
          {"ended", text(bond.ended)},         {"since", text(bond.since)},         {"by_city", text(bond.by_city)},
          {"reason", text(bond.reason)},       {"motive", text(bond.motive)},       {"sources", text(bond.sources)},
          {"condition", text(bond.condition)}};
}

Fields fields(const Stance& stance) {
  return {{"city", stance.name},         {"stance", text(stance.stance)}, {"is_joint", text(stance.is_joint)},
          {"since", text(stance.since)}, {"reason", text(stance.reason)}, {"condition", text(stance.condition)}};
}

Fields fields(const Change& change) {
  return {{"parties", change.parties},    {"before", text(change.before)}, {"status", text(change.after)},
          {"date", text(change.date)},    {"event", text(change.kind)},    {"by_city", text(change.by_city)},
          {"reason", text(change.reason)}};
}

Fields fields(const CityChange& change) {
  return {{"what", text(change.what)}, {"twin", text(change.twin)},         {"before", text(change.before)},
          {"after", change.after},     {"earliest", text(change.earliest)}, {"latest", text(change.latest)}};
}

Fields fields(const YearReasonCount& count) {
  return {{"year", text(count.year)}, {"reason", text(count.reason)}, {"bonds", text(count.bonds)}};
}

Fields fields(const Pause& pause) {
  return {{"parties", pause.parties},          {"by_city", text(pause.by_city)}, {"suspended", text(pause.suspended)},
          {"lifted", text(pause.lifted)},      {"after", text(pause.after)},     {"days_least", text(pause.days_least)},
          {"days_most", text(pause.days_most)}};
}

Fields fields(const OldestBond& bond) {
  return {{"country", text(bond.country)},
          {"parties", bond.parties},
          {"formed", text(bond.formed)},
          {"status", text(bond.status)}};
}

Fields fields(const NewestBond& bond) {
  return {
      {"city", bond.name}, {"country", text(bond.country)}, {"parties", bond.parties}, {"formed", text(bond.formed)}};
}

Fields fields(const Anniversary& anniversary) {
  return {{"parties", anniversary.parties},
          {"years", text(anniversary.years)},
          {"certainty", text(anniversary.certainty)},
          {"formed", text(anniversary.formed)},
          {"status", text(anniversary.status)}};
}

Fields fields(const TwinCount& count) {
  return {{"city", count.name},
          {"country", text(count.country)},
          {"twins", text(count.twins)},
          {"certain", text(count.certain)}};
}

Fields fields(const DecadeCount& count) {
  return {{"decade", text(count.decade)},
          {"formed", text(count.formed)},
          {"ended", text(count.ended)},
          {"formed_at_most", text(count.formed_at_most)},
          {"ended_at_most", text(count.ended_at_most)}};
}

Fields fields(const CountryPairCount& count) {
  return {{"country_a", text(count.a)},
          {"country_b", text(count.b)},
          {"bonds", text(count.bonds)},
          {"certain", text(count.certain)}};
}

Fields fields(const YearCount& count) {
  return {{"year", text(count.year)}, {"bonds", text(count.bonds)}, {"certain", text(count.certain)}};
}

Fields fields(const KindCount& count) {
  return {{"kind", text(count.kind)},
          {"level", count.level},
          {"bonds", text(count.bonds)},
          {"certain", text(count.certain)}};
}

Fields fields(const Completeness& country) {
  return {{"country", text(country.country)},
          {"bonds", text(country.bonds)},
          {"dated", text(country.dated)},
          {"sourced", text(country.sourced)},
          {"explained", text(country.explained)}};
}

Fields fields(const Event& event) {
  return {{"parties", event.parties},       {"date", text(event.date)},
          {"decided", text(event.decided)}, {"event", text(event.kind)},
          {"by_city", text(event.by_city)}, {"reason", text(event.reason)},
          {"note", text(event.note)},       {"rank", text(event.rank)},
          {"sources", text(event.sources)}, {"recorded_at", text(event.recorded_at)}};
}

Fields fields(const RecordedEvent& recorded) {
  Fields all = fields(recorded.event);
  all["corrects"] = text(recorded.corrects);
  all["set_aside"] = text(recorded.set_aside);
  return all;
}

Fields fields(const UnexplainedBond& bond) { return {{"parties", bond.parties}, {"reason", text(bond.reason)}}; }

Fields fields(const Keepsake& keepsake) {
  return {{"keepsake", keepsake.title},    {"kind", text(keepsake.kind)},         {"parties", keepsake.parties},
          {"giver", text(keepsake.giver)}, {"receiver", text(keepsake.receiver)}, {"date", text(keepsake.date)},
          {"place", text(keepsake.place)}, {"note", text(keepsake.note)}};
}

Fields fields(const CarriedBond& bond) {
  return {{"city", bond.name},
          {"predecessor", bond.predecessor_name},
          {"parties", bond.parties},
          {"date", text(bond.date)},
          {"state", text(bond.confirmation)}};
}

Fields fields(const City& city) { return {{"city", city.name}, {"country", text(city.country)}}; }

Fields fields(const BorderChange& change) {
  return {{"parties", change.parties},
          {"formed", text(change.formed)},
          {"at_forming", change.was_international ? "international" : "domestic"}};
}

Fields fields(const StatedPolicy& policy) {
  return {{"city", policy.name},
          {"country", text(policy.country)},
          {"policy", text(policy.policy)},
          {"since", text(policy.since)}};
}

Fields fields(const OneSidedBond& bond) { return {{"parties", bond.parties}, {"claimed_by", bond.claimed_by}}; }

Fields fields(const Source& source) {
  return {{"source", source.title}, {"publisher", text(source.publisher)}, {"url", text(source.url)}};
}

Fields fields(const SupportedFact& fact) { return {{"supports", fact.supports}, {"fact", fact.fact}}; }

Fields fields(const Anomaly& anomaly) {
  return {{"rule", anomaly.rule},
          {"bond_id", text(anomaly.bond)},
          {"event_id", text(anomaly.event)},
          {"explanation", anomaly.explanation}};
}

}  // namespace twinning::questions
