#include "history.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <set>

namespace twinning::model {
namespace {

std::string day_text(ModelDay day) { return "2000-01-0" + std::to_string(day); }

/// Takes one number after another.
class Numbers {
 public:
  explicit Numbers(const std::vector<unsigned>& numbers) : numbers_(numbers) {}
  bool are_left() const { return place_ < numbers_.size(); }
  /// A number below `bound`; 0 when there are none left.
  std::size_t below(std::size_t bound) { return are_left() ? numbers_[place_++] % bound : 0; }

 private:
  const std::vector<unsigned>& numbers_;
  std::size_t place_ = 0;
};

std::optional<ModelDate> grown_date(Numbers& numbers) {
  const auto day = [&] { return first + static_cast<ModelDay>(numbers.below(last)); };
  const ModelDay one = day();
  const ModelDay other = day();
  switch (numbers.below(8)) {
    case 0:
      return std::nullopt;
    case 1:
      return ModelDate{long_ago, one};
    case 2:
      return ModelDate{one, far_off};
    case 3:
    case 4:
      return ModelDate{std::min(one, other), std::max(one, other)};
    default:
      return ModelDate{one, one};
  }
}

/// The acts before this one that may still be corrected.
std::vector<std::size_t> uncorrected(const History& history) {
  std::set<std::size_t> open;
  for (std::size_t place = 0; place < history.acts.size(); ++place) {
    open.insert(place);
    if (history.acts[place].corrects) open.erase(*history.acts[place].corrects);
    if (history.acts[place].kind == "retracted") open.erase(place);
  }
  return {open.begin(), open.end()};
}

ModelAct grown_act(Numbers& numbers, const History& history) {
  static const std::array<std::string, 15> kinds = {"formed",  "formed",  "suspended", "resumed",   "cut",
                                                    "lapsed",  "joined",  "left",      "listed",    "proposed",
                                                    "renewed", "expired", "contested", "exchanged", "delisted"};
  ModelAct act;
  act.kind = kinds.at(numbers.below(kinds.size()));
  act.date = grown_date(numbers);
  if (numbers.below(3) != 0 || act.kind == "joined" || act.kind == "left") act.by = numbers.below(history.parties);
  act.is_rival = numbers.below(8) == 7;
  const ModelDay before = history.acts.empty() ? first : history.acts.back().recorded;
  act.recorded = std::min<ModelDay>(last, before + static_cast<ModelDay>(numbers.below(3)));
  const std::vector<std::size_t> open = uncorrected(history);
  if (const std::size_t how = numbers.below(6); how > 3 && !open.empty()) {
    act.corrects = open[numbers.below(open.size())];
    if (how == 5) {
      act.kind = "retracted";
      act.date.reset();
      act.by.reset();
      act.is_rival = false;
    }
  }
  return act;
}

}  // namespace

std::string edtf(const ModelDate& date) {
  if (date.earliest == long_ago) return "/" + day_text(date.latest);
  if (date.latest == far_off) return day_text(date.earliest) + "/..";
  if (date.earliest == date.latest) return day_text(date.earliest);
  return day_text(date.earliest) + "/" + day_text(date.latest);
}

std::ostream& operator<<(std::ostream& stream, const History& history) {
  stream << history.parties << " parties\n";
  for (const ModelAct& act : history.acts) {
    stream << "  " << act.kind << " " << (act.date ? edtf(*act.date) : "undated");
    if (act.by) stream << " by " << *act.by;
    if (act.is_rival) stream << " rival";
    if (act.corrects) stream << " corrects " << *act.corrects;
    stream << " recorded on " << act.recorded << "\n";
  }
  return stream;
}

History grown_from(const std::vector<unsigned>& list) {
  Numbers numbers(list);
  History history{.parties = numbers.below(4) == 3 ? std::size_t{3} : std::size_t{2}, .acts = {}};
  while (numbers.are_left() && history.acts.size() < 6) history.acts.push_back(grown_act(numbers, history));
  return history;
}

}  // namespace twinning::model
