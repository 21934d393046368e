#include <twinning/error.hpp>

#include "quote.hpp"

namespace twinning {

std::string_view to_string(ErrorCategory category) noexcept {
  switch (category) {
    case ErrorCategory::invalid_argument:
      return "invalid_argument";
    case ErrorCategory::not_found:
      return "not_found";
    case ErrorCategory::ambiguous:
      return "ambiguous";
    case ErrorCategory::already_exists:
      return "already_exists";
    case ErrorCategory::rule_broken:
      return "rule_broken";
    case ErrorCategory::read_only:
      return "read_only";
    case ErrorCategory::busy:
      return "busy";
    case ErrorCategory::no_space:
      return "no_space";
    case ErrorCategory::not_a_registry:
      return "not_a_registry";
    case ErrorCategory::layout_too_new:
      return "layout_too_new";
    case ErrorCategory::layout_too_old:
      return "layout_too_old";
    case ErrorCategory::corrupt:
      return "corrupt";
    case ErrorCategory::input_output:
      return "input_output";
    case ErrorCategory::misuse:
      return "misuse";
    case ErrorCategory::internal:
      return "internal";
  }
  // Only a number cast to a category comes here.
  return "internal";
}

Error::Error(ErrorCategory category, const std::string& message, std::string_view rule, int sqlite_code)
    : std::runtime_error(one_line(message)), category_(category), rule_(rule), sqlite_code_(sqlite_code) {}

}  // namespace twinning
