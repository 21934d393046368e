#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <twinning/date.hpp>
#include <twinning/error.hpp>

namespace twinning {

/// What the constructor of Date threw; nothing where it accepted the text.
inline std::optional<Error> refusal_of(std::string_view edtf) {
  try {
    const Date date(edtf);
  } catch (const Error& error) {
    return error;
  }
  return std::nullopt;
}

}  // namespace twinning
