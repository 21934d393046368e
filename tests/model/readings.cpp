#include "readings.hpp"

#include <algorithm>
#include <functional>
#include <map>

namespace twinning::model {
namespace {

const std::set<std::string> beginnings = {"proposed", "formed", "listed", "joined"};

/// The effect of an act, "" for one that has none on a stance.
std::string effect_of(const std::string& kind) {
  static const std::map<std::string, std::string> effects = {
      {"proposed", "proposed"}, {"formed", "active"}, {"renewed", "active"},
      {"resumed", "active"},    {"listed", "active"}, {"suspended", "suspended"},
      {"lapsed", "dormant"},    {"cut", "ended"},     {"expired", "ended"}};
  const auto found = effects.find(kind);
  return found == effects.end() ? "" : found->second;
}

bool is_undated_beginning(const ModelAct& act) { return !act.date && beginnings.contains(act.kind); }

bool is_list(const ModelAct& act) { return act.kind == "listed" && !act.date; }

/// Undated beginnings come first; an act of another kind without a date follows what is dated up to its recording.
bool comes_before(const ModelAct& one, const ModelAct& other) {
  if (is_undated_beginning(one) || is_undated_beginning(other)) {
    return is_undated_beginning(one) && !is_undated_beginning(other);
  }
  const ModelDay first_of_one = one.date ? one.date->earliest : one.recorded;
  const ModelDay first_of_other = other.date ? other.date->earliest : other.recorded;
  if (first_of_one != first_of_other) return first_of_one < first_of_other;
  return one.date && !other.date;
}

bool is_dated_forming(const ModelAct& act) { return act.kind == "formed" && act.date; }

}  // namespace

Readings::Readings(const History& history, std::size_t recorded) : parties_(history.parties) {
  std::set<std::size_t> set_aside;
  for (std::size_t place = 0; place < recorded; ++place) {
    if (history.acts[place].corrects) set_aside.insert(*history.acts[place].corrects);
  }
  for (std::size_t place = 0; place < recorded; ++place) {
    const ModelAct& act = history.acts[place];
    if (!set_aside.contains(place) && !act.is_rival && act.kind != "retracted") acts_.push_back(act);
  }
  // They stand as recorded already, so a stable sort keeps that order among equals.
  std::ranges::stable_sort(acts_, comes_before);
  // No bond is in force before it is formed: what lists show without a date was so right after the first forming.
  const auto founded = std::ranges::find_if(acts_, is_dated_forming);
  const bool has_founding = founded != acts_.end();
  const ModelDay founding = has_founding ? founded->date->earliest : long_ago;
  const auto is_behind = [&](const ModelAct& act) { return has_founding && is_list(act) && act.recorded >= founding; };
  if (has_founding) std::stable_partition(acts_.begin(), std::next(founded), std::not_fn(is_behind));
  forget_before_opening();
  ModelDay latest_first_day = long_ago;
  for (const ModelAct& act : acts_) {
    ModelDate bounds{latest_first_day, act.recorded};
    if (act.date) bounds = *act.date;
    if (is_undated_beginning(act)) bounds.earliest = is_behind(act) ? founding : long_ago;
    latest_first_day = std::max(latest_first_day, bounds.earliest);
    if (opens(bounds_.size())) bounds.earliest = long_ago;
    bounds_.push_back(bounds);
  }
  std::vector<ModelDay> days;
  read(0, long_ago, days);
}

/// A list that shows the bond in force may be of a bond older than what is told before it, if that tells of no state.
bool Readings::opens(std::size_t place) const {
  return acts_[place].kind == "listed" &&
         std::all_of(acts_.begin(), acts_.begin() + static_cast<std::ptrdiff_t>(place), [](const ModelAct& act) {
           const bool is_undated_joining = act.kind == "joined" && !act.date;
           const bool has_no_effect = effect_of(act.kind).empty() && act.kind != "joined" && act.kind != "left";
           return is_undated_joining || has_no_effect;
         });
}

/// So what is told before it does not bind its day.
void Readings::forget_before_opening() {
  for (std::size_t place = 0; place < acts_.size(); ++place) {
    if (!opens(place)) continue;
    std::erase_if(acts_, [&, seen = std::size_t{0}](const ModelAct& act) mutable {
      return seen++ < place && act.kind != "joined";
    });
    return;
  }
}

void Readings::read(std::size_t place, ModelDay from, std::vector<ModelDay>& days) {
  if (place == acts_.size()) {
    days_.insert(days);
    return;
  }
  for (ModelDay day = std::max(from, bounds_[place].earliest); day <= bounds_[place].latest; ++day) {
    days.push_back(day);
    read(place + 1, day, days);
    days.pop_back();
  }
}

bool Readings::is_member(std::size_t party, std::size_t after) const {
  std::optional<bool> decided;
  for (std::size_t place = 0; place < acts_.size(); ++place) {
    const ModelAct& act = acts_[place];
    if (act.by != party || (act.kind != "joined" && act.kind != "left")) continue;
    if (place >= after) return decided.value_or(act.kind == "left");
    decided = act.kind == "joined";
  }
  return decided.value_or(true);
}

std::string Readings::stance(std::size_t party, std::size_t after) const {
  std::string stance;
  for (std::size_t place = 0; place < after; ++place) {
    const ModelAct& act = acts_[place];
    if (act.by.value_or(party) != party || effect_of(act.kind).empty()) continue;
    // A proposal says nothing of a bond that is there.
    if (act.kind != "proposed" || stance.empty()) stance = effect_of(act.kind);
  }
  return stance;
}

std::string Readings::status(std::size_t after) const {
  bool begun = false;
  for (std::size_t now = 1; now <= after; ++now) {
    std::multiset<std::string> stances;
    for (std::size_t party = 0; party < parties_; ++party) {
      if (is_member(party, now)) stances.insert(stance(party, now));
      if (!stance(party, now).empty()) begun = true;
    }
    const std::size_t enders = stances.count("ended");
    // What the parties ended stays ended.
    if (enders > 0 && stances.size() - enders < 2) return "ended";
    if (now < after) continue;
    bool somebody_left = false;
    for (std::size_t party = 0; party < parties_; ++party) {
      for (std::size_t place = 0; place < now; ++place) {
        if (acts_[place].by != party) continue;
        if (acts_[place].kind == "left" && !is_member(party, now)) somebody_left = true;
      }
    }
    if (somebody_left && stances.size() < 2) return "ended";
    for (const std::string word : {"suspended", "dormant", "active"}) {
      if (stances.contains(word)) return word;
    }
  }
  return begun ? "proposed" : "";
}

std::string Readings::pair_status(std::size_t party, std::size_t twin, std::size_t after) const {
  std::string held;
  for (std::size_t now = 1; now <= after; ++now) {
    const bool together = is_member(party, now) && is_member(twin, now);
    if (together) {
      held = status(now);
    } else if (!held.empty()) {
      held = "ended";
    }
  }
  return held;
}

std::set<std::size_t> Readings::happened(ModelDay day) const {
  std::set<std::size_t> counts;
  for (const std::vector<ModelDay>& reading : days_) {
    counts.insert(static_cast<std::size_t>(std::ranges::count_if(reading, [&](ModelDay act) { return act <= day; })));
  }
  return counts;
}

Possible Readings::bond_on(ModelDay day) const {
  Possible possible;
  for (const std::size_t after : happened(day)) possible.insert(status(after));
  return possible;
}

Possible Readings::pair_on(std::size_t party, std::size_t twin, ModelDay day) const {
  Possible possible;
  for (const std::size_t after : happened(day)) possible.insert(pair_status(party, twin, after));
  return possible;
}

}  // namespace twinning::model
