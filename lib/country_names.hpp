#pragma once

#include <optional>
#include <string_view>

namespace twinning {

/// The alpha-2 code of a country by a name in English, folded as fold() does, or by its alpha-3 code; nothing for a
/// name that only the file's table `country` has.
std::optional<std::string_view> country_code_of(std::string_view folded_name);

}  // namespace twinning
