#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace twinning::support {

/// What a run of the command left behind.
struct CommandRun {
  std::string output;
  std::string errors;
  int status = -1;  ///< The exit status; 128 and more if a signal ended it.
};

/// The command while it runs, its streams going to files. It must be waited for.
class RunningCommand {
 public:
  /// \param output  where standard output goes; empty: to a file that `wait` reads; "-": it is closed.
  RunningCommand(std::vector<std::string> words, std::filesystem::path folder, const std::string& output = {});

  void interrupt() const;
  CommandRun wait();

 private:
  std::filesystem::path folder_;
  pid_t process_ = 0;
};

/// Runs the real program, as a stranger would. A test fails where a failure is not one line on standard error.
CommandRun run_command(const std::vector<std::string>& words, const std::string& output = {});

/// The JSON document that a run prints, and nothing else; a failure of the test where it does not.
nlohmann::json json_of(std::vector<std::string> words, int status = 0);

}  // namespace twinning::support
