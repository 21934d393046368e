#include "known_at.hpp"

#include <charconv>
#include <regex>

namespace twinning {
namespace {

int number(const std::ssub_match& digits) {
  int value = 0;
  const std::string text = digits.str();
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::optional<Instant> instant_from(const std::string& text) {
  constexpr std::size_t longest = 24;
  if (text.size() > longest) return std::nullopt;
  static const std::regex form(R"((\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?Z)");
  std::smatch parts;
  if (!std::regex_match(text, parts, form)) return std::nullopt;
  const auto date = Date::parse(parts[1].str());
  if (!date || number(parts[2]) > 23 || number(parts[3]) > 59 || number(parts[4]) > 59) return std::nullopt;
  std::string thousandths = parts[5].str();
  thousandths.resize(3, '0');
  return std::chrono::sys_days(date->earliest().value()) + std::chrono::hours(number(parts[2])) +
         std::chrono::minutes(number(parts[3])) + std::chrono::seconds(number(parts[4])) +
         std::chrono::milliseconds(std::stoi(thousandths));
}

}  // namespace

std::optional<KnownAt> known_at_from(const std::string& text) {
  if (const auto instant = instant_from(text)) return KnownAt(*instant);
  if (const auto date = Date::parse(text)) return KnownAt(*date);
  return std::nullopt;
}

}  // namespace twinning
