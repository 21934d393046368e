#pragma once

#include <functional>
#include <string>

#include "import/input_file.hpp"
#include "import/stated.hpp"

namespace twinning::importing {

/// Takes what entities say.
struct EntityTaker {
  /// An entity with its names, before its claims.
  std::function<void(const StatedCity& city)> city;
  std::function<void(const Claim& claim)> claim;
  /// A value of an entity that can't be taken.
  std::function<void(std::int64_t number, const Fault& fault)> left_out;
  /// A claim that can't be taken.
  std::function<void(std::int64_t number, const Fault& fault)> rejected;
};

/// Reads Wikidata's entities (`wbgetentities`, `Special:EntityData`): their labels, point, population and P190 claims
/// with start (P580), end (P582), end cause (P1534) and references. One entity is held at a time. `language` is that of
/// the label which becomes the name, where there is one; English is next. Throws Error for JSON of another shape.
void read_entities(InputFile& file, const std::string& language, const EntityTaker& taker);

}  // namespace twinning::importing
