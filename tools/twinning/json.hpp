#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

#include <twinning/code.hpp>
#include <twinning/date.hpp>
#include <twinning/id.hpp>

namespace twinning::command {

/// A document whose keys stay in the order in which they were written.
using Json = nlohmann::ordered_json;

inline Json json(const std::string& text) { return text; }
inline Json json(std::int64_t number) { return number; }
inline Json json(double number) { return number; }
inline Json json(const Date& date) { return date.text(); }
inline Json json(Status status) { return to_string(status); }

template <typename List>
Json json(const Code<List>& code) {
  return code.text();
}

template <typename Thing>
Json json(Id<Thing> id) {
  return id.value();
}

/// null where there is none.
template <typename Value>
Json json(const std::optional<Value>& value) {
  return value ? json(*value) : Json(nullptr);
}

}  // namespace twinning::command
