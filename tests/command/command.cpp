#include "command/command.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <utility>

#include "support/temporary_file.hpp"

namespace twinning::support {

RunningCommand::RunningCommand(std::vector<std::string> words, std::filesystem::path folder, const std::string& output)
    : folder_(std::move(folder)) {
  words.insert(words.begin(), TWINNING_COMMAND);
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const std::string to = output.empty() ? (folder_ / "output").string() : output;
  const std::string errors = folder_ / "errors";
  posix_spawn_file_actions_t actions{};
  posix_spawn_file_actions_init(&actions);
  constexpr int anew = O_WRONLY | O_CREAT | O_TRUNC;
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors.c_str(), anew, S_IRUSR | S_IWUSR);
  if (output == "-") {
    posix_spawn_file_actions_addclose(&actions, STDOUT_FILENO);
  } else {
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, to.c_str(), anew, S_IRUSR | S_IWUSR);
  }
  const int refused = posix_spawn(&process_, arguments.front(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (refused != 0) throw std::runtime_error("cannot start " + words.front());
}

void RunningCommand::interrupt() const { ::kill(process_, SIGINT); }

CommandRun RunningCommand::wait() {
  int state = 0;
  while (waitpid(process_, &state, 0) < 0) {
    if (errno != EINTR) throw std::runtime_error("cannot wait for the command");
  }
  const auto output = folder_ / "output";
  return {std::filesystem::exists(output) ? read_file(output) : "", read_file(folder_ / "errors"),
          WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state)};
}

CommandRun run_command(const std::vector<std::string>& words, const std::string& output) {
  const TemporaryFile folder;
  CommandRun run = RunningCommand(words, folder.path().parent_path(), output).wait();
  EXPECT_EQ(std::ranges::count(run.errors, '\n'), run.status == 0 ? 0 : 1) << run.errors;
  return run;
}

nlohmann::json json_of(std::vector<std::string> words, int status) {
  words.emplace_back("--json");
  const CommandRun run = run_command(words);
  EXPECT_EQ(run.status, status) << run.errors;
  auto document = nlohmann::json::parse(run.output, nullptr, false);
  EXPECT_FALSE(document.is_discarded()) << run.output;
  return document;
}

}  // namespace twinning::support
