#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "json.hpp"

namespace twinning::command {

/// The answer could not be written.
class OutputError : public std::runtime_error {
  using runtime_error::runtime_error;
};

/// Nobody reads the answer any more, as behind `| head`: no error, and nothing to be said of it.
struct ReaderGone {};

/// Keeps the numbers of closed standard streams from going to files that are opened later: an answer would be written
/// into a registry.
///
/// Throws OutputError where standard output is closed.
void guard_standard_streams();

/// Writes to standard output, and sees to it that all has got there.
///
/// Throws OutputError, ReaderGone. `done` says what has happened all the same; empty where nothing has.
void print_text(std::string_view text, std::string_view done = {});
void print_json(const Json& document, std::string_view done = {});

/// Writes a line to standard error that belongs to no answer.
void print_note(std::string_view note);

}  // namespace twinning::command
