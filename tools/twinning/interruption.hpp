#pragma once

namespace twinning::command {

/// Somebody pressed Ctrl-C, or asked the program to end in another way.
class Interrupted {};

/// Remembers such a signal from now on instead of ending the program; the second one ends it.
void catch_interruption();

bool is_interrupted() noexcept;

/// The signal; 0 for none.
int interrupting_signal() noexcept;

}  // namespace twinning::command
