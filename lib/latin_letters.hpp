#pragma once

#include <string_view>

namespace twinning {

/// A letter of Cyrillic or Greek, folded, in Latin: "zh" for ж. Of another letter nothing. By BGN/PCGN's table for
/// Russian, with Ukraine's letters, and ISO 843 for Greek, as far as folding leaves them: й is и by then, and has "i".
const std::string_view* latin_of(char32_t letter, char32_t before);

/// Where names in those scripts stand among folded names: from the first up to the second.
constexpr std::string_view first_of_those_scripts = "\u0370";
constexpr std::string_view behind_those_scripts = "\u0530";

}  // namespace twinning
