#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace twinning::support {

/// What a run of the `sqlite3` program left behind.
struct ShellRun {
  std::string output;
  std::string errors;
  int status = -1;  ///< The exit status; 124 if the run took too long, 128 and more if a signal ended it.
};

/// Runs the real `sqlite3` program on a file, as a stranger would, with `sql` on its standard input and without the
/// start-up file of whoever runs the tests. `options` come before the file: "-safe".
///
/// \throws std::runtime_error  if the program cannot be started.
ShellRun run_shell(const std::filesystem::path& file, std::string_view sql,
                   const std::vector<std::string>& options = {});

}  // namespace twinning::support
