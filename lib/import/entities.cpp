#include "import/entities.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include <twinning/error.hpp>

#include "folding.hpp"
#include "import/json_reader.hpp"
#include "import/stated_values.hpp"
#include "quote.hpp"

namespace twinning::importing {
namespace {

using nlohmann::json;

const json none;

const json& at(const json& value, const char* key) {
  if (!value.is_object()) return none;
  const auto found = value.find(key);
  return found == value.end() ? none : *found;
}

const json& first_of(const json& value) { return value.is_array() && !value.empty() ? value[0] : none; }

/// Its text, if it is some that the registry can hold.
std::string text(const json& value) {
  if (!value.is_string()) return {};
  const auto& text = value.get_ref<const std::string&>();
  return is_text(text) ? std::string(trimmed(text)) : std::string();
}

bool is_deprecated(const json& claim) { return text(at(claim, "rank")) == "deprecated"; }

/// The value of a snak, or nothing where Wikidata says that it is unknown, or none.
const json& value_of(const json& snak) { return at(at(snak, "datavalue"), "value"); }

std::string item_of(const json& value) {
  if (std::string id = text(at(value, "id")); !id.empty()) return id;
  const json& number = at(value, "numeric-id");
  return number.is_number_integer() ? fmt::format("Q{}", number.get<std::int64_t>()) : std::string();
}

std::optional<Date> date_of(const json& snak) {
  const json& value = value_of(snak);
  const json& precision = at(value, "precision");
  return wikidata_date(text(at(value, "time")), precision.is_number_integer() ? precision.get<int>() : 0);
}

/// The first claim of the best rank.
const json& best_of(const json& claims) {
  const json* best = &none;
  if (!claims.is_array()) return *best;
  for (const json& claim : claims) {
    if (is_deprecated(claim)) continue;
    if (best->is_null()) best = &claim;
    if (text(at(claim, "rank")) == "preferred") return claim;
  }
  return *best;
}

std::vector<StatedSource> sources_of(const json& claim) {
  std::vector<StatedSource> sources;
  const json& references = at(claim, "references");
  if (!references.is_array()) return sources;
  for (const json& reference : references) {
    const json& snaks = at(reference, "snaks");
    const std::string url = text(value_of(first_of(at(snaks, "P854"))));
    const std::string title = text(at(value_of(first_of(at(snaks, "P1476"))), "text"));
    const std::string work = item_of(value_of(first_of(at(snaks, "P248"))));
    StatedSource source;
    if (!url.empty()) source.url = url;
    if (!title.empty()) source.title = title;
    // A work that is an item of its own.
    if (!work.empty() && url.empty()) source.url = "http://www.wikidata.org/entity/" + work;
    if (source.url || source.title) sources.push_back(std::move(source));
  }
  return sources;
}

class Entities {
 public:
  Entities(const std::string& language, const EntityTaker& taker) : language_(language), taker_(taker) {}

  void take(const json& entity) {
    if (at(entity, "missing").is_string()) return;
    const std::string id = text(at(entity, "id"));
    const auto identifier = stated_identifier(id);
    if (!identifier) {
      taker_.rejected(++number_, {.column = "id", .value = id, .reason = "is no item of Wikidata's"});
      return;
    }
    StatedCity city{.name = {},
                    .language = {},
                    .identifier = identifier,
                    .country = {},
                    .former_country = {},
                    .coordinates = {},
                    .population = {},
                    .other_names = {}};
    name(entity, city);
    const json& claims = at(entity, "claims");
    const json& point = value_of(at(best_of(at(claims, "P625")), "mainsnak"));
    if (at(point, "latitude").is_number() && at(point, "longitude").is_number() &&
        text(at(point, "globe")).ends_with("/Q2")) {
      const Coordinates place{.latitude = at(point, "latitude").get<double>(),
                              .longitude = at(point, "longitude").get<double>()};
      if (is_on_globe(place)) {
        city.coordinates = place;
      } else {
        taker_.left_out(number_ + 1, {.column = "P625",
                                      .value = fmt::format("{}, {}", place.latitude, place.longitude),
                                      .reason = fmt::format("is no place of {} on the globe", id)});
      }
    }
    const std::string amount = text(at(value_of(at(best_of(at(claims, "P1082")), "mainsnak")), "amount"));
    city.population = stated_integer(amount);
    if (!amount.empty() && city.population.value_or(-1) < 0) {
      city.population.reset();
      taker_.left_out(number_ + 1,
                      {.column = "P1082", .value = amount, .reason = fmt::format("is no number of people of {}", id)});
    }
    taker_.city(city);
    if (const json& twins = at(claims, "P190"); twins.is_array()) {
      for (const json& claim : twins) take_claim(city, claim);
    }
    has_any_ = true;
  }

  bool has_any() const { return has_any_; }

 private:
  void name(const json& entity, StatedCity& city) {
    const json& labels = at(entity, "labels");
    if (!labels.is_object()) return;
    for (const auto& [key, label] : labels.items()) {
      const std::string value = text(at(label, "value"));
      if (fold(value).empty() || !is_text(key)) continue;
      city.other_names.push_back({.name = value, .language = key});
    }
    for (const std::string& wanted : {language_, std::string("en")}) {
      const auto found = std::ranges::find(city.other_names, wanted, &StatedName::language);
      if (found == city.other_names.end()) continue;
      city.name = found->name;
      city.language = found->language;
      return;
    }
    if (city.other_names.empty()) return;
    city.name = city.other_names.front().name;
    city.language = city.other_names.front().language;
  }

  void take_claim(const StatedCity& city, const json& claim) {
    const std::int64_t number = ++number_;
    const json& snak = at(claim, "mainsnak");
    const std::string statement = text(at(claim, "id"));
    const std::string item = item_of(value_of(snak));
    if (is_deprecated(claim)) {
      taker_.rejected(
          number,
          {.column = "rank", .value = "deprecated", .reason = fmt::format("Wikidata marks {} as wrong", statement)});
      return;
    }
    const auto twin = stated_identifier(item);
    if (!twin) {
      const std::string type = text(at(snak, "snaktype"));
      taker_.rejected(number, {.column = "P190", .value = type, .reason = fmt::format("{} names no twin", statement)});
      return;
    }
    Claim made{.line = number,
               .locator = statement.empty() ? city.identifier->value + " P190" : statement,
               .first = {},
               .second = {},
               .kind = {},
               .acts = {},
               .sources = sources_of(claim)};
    made.first.identifier = city.identifier;
    made.second.identifier = twin;
    const json& qualifiers = at(claim, "qualifiers");
    const auto start = usable_date(qualifiers, "P580");
    made.acts.push_back({.kind = EventKind(start ? EventKind::formed : EventKind::listed),
                         .date = start,
                         .decided = {},
                         .reason = {},
                         .note = {}});
    const json& end = first_of(at(qualifiers, "P582"));
    const std::string cause = item_of(value_of(first_of(at(qualifiers, "P1534"))));
    const bool has_cause = stated_identifier(cause).has_value();
    // "No value" says that it never ended.
    const bool has_end = end.is_object() && text(at(end, "snaktype")) != "novalue";
    if (has_end || has_cause) {
      StatedAct ending{
          .kind = EventKind::cut, .date = usable_date(qualifiers, "P582"), .decided = {}, .reason = {}, .note = {}};
      if (has_cause) ending.note = "end cause: wikidata:" + cause;
      made.acts.push_back(ending);
    }
    const auto finish = made.acts.size() > 1 ? made.acts.back().date : std::nullopt;
    if (is_before(finish, start)) {
      taker_.rejected(number, {.column = "P582",
                               .value = finish->text(),
                               .reason = fmt::format("ends it before it began, {}", start->text())});
      return;
    }
    taker_.claim(made);
  }

  /// The first of the property's dates; what can't be taken of it, and that there are more, is told.
  std::optional<Date> usable_date(const json& qualifiers, const char* property) {
    const json& dates = at(qualifiers, property);
    const json& snak = first_of(dates);
    const auto date = date_of(snak);
    const std::string time = text(at(value_of(snak), "time"));
    if (!date && !time.empty()) taker_.left_out(number_, {property, time, "is no day, month, year, decade or century"});
    if (dates.is_array() && dates.size() > 1) {
      taker_.left_out(number_,
                      {property, fmt::format("{} dates", dates.size()), "are more than one: the first is taken"});
    }
    return date;
  }

  const std::string& language_;
  const EntityTaker& taker_;
  std::int64_t number_ = 0;
  bool has_any_ = false;
};

}  // namespace

void read_entities(InputFile& file, const std::string& language, const EntityTaker& taker) {
  constexpr std::array<std::string_view, 5> wanted_parts = {"id", "labels", "claims", "missing", "type"};
  constexpr std::array<std::string_view, 3> wanted_claims = {"P190", "P625", "P1082"};
  Entities entities(language, taker);
  read_json(file, {.wants =
                       [&](const std::vector<std::string>& path) {
                         if (path.empty() || path[0] != "entities") return path.size() != 1 || path[0] != "success";
                         if (path.size() == 3) return std::ranges::find(wanted_parts, path[2]) != wanted_parts.end();
                         if (path.size() == 4 && path[2] == "claims") {
                           return std::ranges::find(wanted_claims, path[3]) != wanted_claims.end();
                         }
                         return true;
                       },
                   .object =
                       [&](const std::vector<std::string>& path, const json& object) {
                         if (path.size() != 2 || path[0] != "entities") return false;
                         entities.take(object);
                         return true;
                       }});
  if (!entities.has_any()) {
    throw Error(
        ErrorCategory::invalid_argument,
        fmt::format("{} has no \"entities\", so it is none of Wikidata's: see docs/import.md", quote(file.path())));
  }
}

}  // namespace twinning::importing
