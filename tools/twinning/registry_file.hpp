#pragma once

#include <string>

#include <twinning/city.hpp>
#include <twinning/registry.hpp>
#include <twinning/time.hpp>

namespace twinning::command {

/// The registry of that file, to be read only. Throws Error, with what to type next where there is no such file.
Registry open_to_read(const std::string& file);

/// The same, to be written.
Registry open_to_write(const std::string& file);

/// Throws Error where there is no such file, as the two above do.
void expect_file(const std::string& file);

/// How people tell a city from its namesakes: "Kingston, JM".
std::string full_name(const City& city);

/// " as of 1950-12-31"; nothing for today.
std::string day_words(const AsOf& as_of);

/// " on 1975-01-01", " between 1945-01-01 and 1945-12-31"; nothing where a bound is not known.
std::string period_words(const std::optional<Day>& earliest, const std::optional<Day>& latest);

}  // namespace twinning::command
