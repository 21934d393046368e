// Functions of values alone: they ask no registry.

#include <fmt/format.h>

#include <array>
#include <optional>
#include <string>

#include "distance.hpp"
#include "extension/functions.hpp"
#include "extension/guard.hpp"
#include "extension/result.hpp"
#include "folding.hpp"

SQLITE_EXTENSION_INIT3

namespace twinning::extension {
namespace {

/// What a function gives for its arguments, none of which is NULL. Throws Error.
using Answer = Value (*)(sqlite3_value** values);

struct ScalarFunction {
  const char* name;
  int arguments;
  Answer answer;
};

std::string text(sqlite3_value* value, const char* expected) {
  if (sqlite3_value_type(value) == SQLITE_TEXT) return text_of(value);
  throw Error(ErrorCategory::invalid_argument, fmt::format("{} is no text: give {}", description(value), expected));
}

constexpr const char* a_date = "a date as text, such as '1944-06' or '1941/1944'";

double degrees(sqlite3_value* value, const char* what, double most) {
  const int type = sqlite3_value_type(value);
  const double number = type == SQLITE_INTEGER || type == SQLITE_FLOAT ? sqlite3_value_double(value) : most + 1;
  if (number < -most || number > most) {
    throw Error(ErrorCategory::invalid_argument,
                fmt::format("{} is no {}: give degrees, {} to {}", description(value), what, -most, most));
  }
  return number;
}

Coordinates place(sqlite3_value** values) {
  return {.latitude = degrees(values[0], "latitude", 90), .longitude = degrees(values[1], "longitude", 180)};
}

Value is_valid(sqlite3_value** values) { return value_of(Date::parse(text(values[0], a_date)).has_value()); }
Value earliest(sqlite3_value** values) { return value_of(Date(text(values[0], a_date)).earliest()); }
Value latest(sqlite3_value** values) { return value_of(Date(text(values[0], a_date)).latest()); }
Value distance(sqlite3_value** values) { return distance_km(place(values), place(values + 2)); }
Value folded(sqlite3_value** values) { return fold(text(values[0], "a name")); }

constexpr std::array<ScalarFunction, 5> functions = {{{"edtf_valid", 1, is_valid},
                                                      {"edtf_earliest", 1, earliest},
                                                      {"edtf_latest", 1, latest},
                                                      {"distance_km", 4, distance},
                                                      {"fold", 1, folded}}};

bool has_null(int count, sqlite3_value** values) {
  for (int place = 0; place < count; ++place) {
    if (sqlite3_value_type(values[place]) == SQLITE_NULL) return true;
  }
  return false;
}

void call(sqlite3_context* context, int count, sqlite3_value** values) {
  const auto& function = *static_cast<const ScalarFunction*>(sqlite3_user_data(context));
  if (has_null(count, values)) return;  // NULL, as in SQLite's own functions
  const auto fail = [&](int code, const char* message) {
    char* const whole = sqlite3_mprintf("%s: %s", function.name, message);
    if (whole == nullptr) return SQLITE_NOMEM;
    sqlite3_result_error(context, whole, -1);
    sqlite3_free(whole);
    return code;
  };
  const int code = guard(
      [&] {
        set_result(context, function.answer(values));
        return SQLITE_OK;
      },
      fail);
  if (code == SQLITE_NOMEM) sqlite3_result_error_nomem(context);
}

}  // namespace

int add_scalar_functions(sqlite3* host) {
  for (const ScalarFunction& function : functions) {
    const int code = sqlite3_create_function_v2(
        host, function.name, function.arguments, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
        const_cast<ScalarFunction*>(&function), call, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return code;
  }
  return SQLITE_OK;
}

}  // namespace twinning::extension
