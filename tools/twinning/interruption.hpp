#pragma once

namespace twinning::command {

/// Somebody pressed Ctrl-C.
class Interrupted {};

/// Remembers Ctrl-C from now on instead of ending the program; the second one ends it.
void catch_interruption();

bool is_interrupted() noexcept;

}  // namespace twinning::command
