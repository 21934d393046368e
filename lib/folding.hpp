#pragma once

#include <string>
#include <string_view>

namespace twinning {

/// A name as people type it: without case, accents and punctuation, letters of Latin that no accent explains written
/// with plain ones (ł as l, ß as ss), runs of spaces made one. "Saint-Étienne" and "saint etienne" are the same. Text
/// that is not UTF-8 gives an empty one.
///
/// Sources: Unicode's compatibility decomposition and case folding (utf8proc), and CLDR's Latin-ASCII transform for the
/// letters that these leave.
std::string fold(std::string_view name);

}  // namespace twinning
