#include "registry_file.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include <twinning/error.hpp>

namespace twinning::command {
namespace {

Registry open(const std::string& file, Mode mode) {
  expect_file(file);
  return Registry::open(file, {.mode = mode});
}

}  // namespace

void expect_file(const std::string& file) {
  std::error_code ignored;
  if (std::filesystem::symlink_status(file, ignored).type() == std::filesystem::file_type::not_found) {
    throw Error(
        ErrorCategory::not_found,
        fmt::format("\"{}\" does not exist: look at the path, or make a registry with: twinning create FILE", file));
  }
}

Registry open_to_read(const std::string& file) { return open(file, Mode::read_only); }

Registry open_to_write(const std::string& file) { return open(file, Mode::read_write); }

std::string full_name(const City& city) {
  return city.country ? fmt::format("{}, {}", city.name, city.country->text()) : city.name;
}

std::string day_words(const AsOf& as_of) {
  return as_of.day() ? fmt::format(" as of {}", to_string(*as_of.day())) : "";
}

std::string period_words(const std::optional<Day>& earliest, const std::optional<Day>& latest) {
  if (!earliest || !latest) return "";
  if (earliest == latest) return fmt::format(" on {}", to_string(*earliest));
  return fmt::format(" between {} and {}", to_string(*earliest), to_string(*latest));
}

}  // namespace twinning::command
