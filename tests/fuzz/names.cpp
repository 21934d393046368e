// What somebody types to find a city, and what a city may be called.

#include <optional>
#include <string>

#include <twinning/twinning.hpp>

#include "folding.hpp"
#include "search/listed_cities.hpp"
#include "target.hpp"

namespace twinning::fuzz {
namespace {

Registry listed_registry() {
  Registry registry = Registry::in_memory();
  registry.write([](Transaction& tx) {
    for (const auto& listed : support::listed_cities(TWINNING_SOURCE_DIR "/tests/search/cities.tsv")) {
      const CityId city =
          tx.add_city({.name = listed.name, .country = listed.country, .population = listed.population});
      support::add_names(tx, city, listed);
    }
  });
  return registry;
}

template <typename Question>
void ask(Question&& question) {
  try {
    question();
  } catch (const Error& error) {
    require_refusal(error, {ErrorCategory::invalid_argument, ErrorCategory::not_found, ErrorCategory::ambiguous});
  }
}

void search(const Snapshot& now, const std::string& text) {
  ask([&] {
    const std::vector<FoundCity> found = now.search_cities(text);
    require(found.size() <= 20, "no more than asked for");
    for (std::size_t place = 0; place < found.size(); ++place) {
      require((found[place].match == Match::near) == (found[place].distance > 0), "what is near is at a distance");
      require(place == 0 || found[place - 1].match <= found[place].match, "the best is first");
    }
  });
  ask([&] { now.get_city(text); });
  ask([&] { now.find_city(text); });
  ask([&] { now.find_city(text, Country("GB")); });
  ask([&] { now.find_country(text); });
  ask([&] { now.cities_identified(IdentifierScheme::wikidata, text); });
}

void require_folded(const std::string& text) {
  const std::string folded = fold(text);
  require(fold(folded) == folded, fmt::format("what is folded stays as it is: {}", folded));
  require(std::ranges::none_of(folded, [](char letter) { return letter >= 'A' && letter <= 'Z'; }), "no capitals");
}

struct TakeBack {};

/// A city of that name is found by it.
void require_findable(Registry& registry, const std::string& name) {
  const auto add_and_find = [&](Transaction& tx) {
    std::optional<CityId> added;
    try {
      added = tx.add_city({.name = name});
    } catch (const Error& error) {
      require_refusal(error, {ErrorCategory::invalid_argument, ErrorCategory::rule_broken});
    }
    if (added) {
      const auto is_it = [&](const City& city) { return city.id == *added; };
      require(std::ranges::any_of(tx.now().cities_named(name), is_it), "a city is found by its name");
      search(tx.now(), name);
    }
    throw TakeBack();
  };
  try {
    registry.write(add_and_find);
  } catch (const TakeBack&) {
  }
}

}  // namespace
}  // namespace twinning::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace twinning::fuzz;
  static twinning::Registry registry = listed_registry();
  const std::string text(Bytes(data, size).rest());
  require_folded(text);
  registry.read([&](const twinning::Snapshot& now) { search(now, text); });
  require_findable(registry, text);
  return 0;
}
