#include "words.hpp"

#include <fmt/format.h>

#include <array>

#include <twinning/city.hpp>
#include <twinning/error.hpp>

namespace twinning {
namespace {

constexpr std::array<std::string_view, 5> statuses = {"proposed", "active", "suspended", "dormant", "ended"};
constexpr std::array<std::string_view, 2> certainties = {"certain", "possible"};
constexpr std::array<std::string_view, 3> ranks = {"normal", "preferred", "rival"};
constexpr std::array<std::string_view, 3> set_asides = {"rival", "corrected", "retracted"};
constexpr std::array<std::string_view, 5> changes_of = {"status", "name", "country", "successor", "predecessor"};
constexpr std::array<std::string_view, 3> matches = {"exact", "prefix", "near"};
constexpr std::array<std::string_view, 3> confirmations = {"awaited", "confirmed", "ended"};

template <typename Value, std::size_t size>
Value value_of(const std::array<std::string_view, size>& words, std::string_view word) {
  for (std::size_t place = 0; place < size; ++place) {
    if (words[place] == word) return static_cast<Value>(place);
  }
  throw Error(ErrorCategory::corrupt, fmt::format("\"{}\" is no word of a registry; run check", word));
}

}  // namespace

std::string_view to_string(Status status) noexcept { return statuses[static_cast<std::size_t>(status)]; }

std::string_view to_string(Certainty certainty) noexcept { return certainties[static_cast<std::size_t>(certainty)]; }

std::string_view to_string(Rank rank) noexcept { return ranks[static_cast<std::size_t>(rank)]; }

std::string_view to_string(SetAside set_aside) noexcept { return set_asides[static_cast<std::size_t>(set_aside)]; }

std::string_view to_string(ChangeOf what) noexcept { return changes_of[static_cast<std::size_t>(what)]; }

std::string_view to_string(Confirmation confirmation) noexcept {
  return confirmations[static_cast<std::size_t>(confirmation)];
}

std::string_view to_string(Match match) noexcept { return matches[static_cast<std::size_t>(match)]; }

Status status_from(std::string_view word) { return value_of<Status>(statuses, word); }

Rank rank_from(std::string_view word) { return value_of<Rank>(ranks, word); }

SetAside set_aside_from(std::string_view word) { return value_of<SetAside>(set_asides, word); }

ChangeOf change_of_from(std::string_view word) { return value_of<ChangeOf>(changes_of, word); }

Confirmation confirmation_from(std::string_view word) { return value_of<Confirmation>(confirmations, word); }

Certainty certainty_from(std::string_view word) { return value_of<Certainty>(certainties, word); }

}  // namespace twinning
