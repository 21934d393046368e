#include "support/shell.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <utility>

#include "support/temporary_file.hpp"

namespace twinning::support {
namespace {

// Where a stream of the program comes from or goes to. Files, unlike pipes, never fill up and stall it.
class Redirections {
 public:
  Redirections() { posix_spawn_file_actions_init(&actions_); }
  ~Redirections() { posix_spawn_file_actions_destroy(&actions_); }
  Redirections(const Redirections&) = delete;
  Redirections& operator=(const Redirections&) = delete;
  Redirections(Redirections&&) = delete;
  Redirections& operator=(Redirections&&) = delete;

  void read(int stream, const std::filesystem::path& file) { open(stream, file, O_RDONLY); }
  void write(int stream, const std::filesystem::path& file) { open(stream, file, O_WRONLY | O_CREAT | O_TRUNC); }
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  void open(int stream, const std::filesystem::path& file, int flags) {
    posix_spawn_file_actions_addopen(&actions_, stream, file.c_str(), flags, S_IRUSR | S_IWUSR);
  }

  posix_spawn_file_actions_t actions_{};
};

int run(std::vector<std::string> words, const Redirections& redirections) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t process = 0;
  if (posix_spawnp(&process, arguments.front(), redirections.get(), nullptr, arguments.data(), environ) != 0) {
    throw std::runtime_error("cannot start " + words.front());
  }
  int state = 0;
  while (waitpid(process, &state, 0) < 0) {
    if (errno != EINTR) throw std::runtime_error("cannot wait for " + words.front());
  }
  return WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state);
}

}  // namespace

ShellRun run_shell(const std::filesystem::path& file, std::string_view sql, const std::vector<std::string>& options) {
  const TemporaryFile input("input.sql");
  const std::filesystem::path output = input.beside("output");
  const std::filesystem::path errors = input.beside("errors");
  write_file(input.path(), sql);
  Redirections redirections;
  redirections.read(STDIN_FILENO, input.path());
  redirections.write(STDOUT_FILENO, output);
  redirections.write(STDERR_FILENO, errors);
  std::vector<std::string> words = {"timeout", "--kill-after=5", "60", "sqlite3", "-batch", "-init", "/dev/null"};
  words.insert(words.end(), options.begin(), options.end());
  words.push_back(file.string());
  const int status = run(std::move(words), redirections);
  if (status >= 125 && status <= 127) throw std::runtime_error("cannot start sqlite3: " + read_file(errors));
  return {read_file(output), read_file(errors), status};
}

}  // namespace twinning::support
