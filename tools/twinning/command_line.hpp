#pragma once

#include <functional>

#include "commands.hpp"

namespace twinning::command {

/// What the command line asks for: a command, with its arguments. Prints the help or the version where that is asked
/// for, and then gives a command that does nothing.
///
/// Throws UsageError, and OutputError from printing.
std::function<int()> read_command_line(int count, char** words);

}  // namespace twinning::command
