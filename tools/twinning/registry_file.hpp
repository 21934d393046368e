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

}  // namespace twinning::command
