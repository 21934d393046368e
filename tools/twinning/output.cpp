#include "output.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

#include "text.hpp"

namespace twinning::command {

void guard_standard_streams() {
  const bool is_closed = ::fcntl(STDOUT_FILENO, F_GETFD) < 0;
  int stream = 0;
  do {
    stream = ::open("/dev/null", O_RDWR);
  } while (stream >= 0 && stream <= STDERR_FILENO);
  if (stream > STDERR_FILENO) ::close(stream);
  if (is_closed) {
    throw OutputError("standard output is closed, and nothing was done: open it, or send it to a file");
  }
}

void print_text(std::string_view text, std::string_view done) {
  while (!text.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE) throw ReaderGone();
    if (written <= 0) {
      throw OutputError(fmt::format("the answer could not be written to standard output: {}; {}send it elsewhere",
                                    std::generic_category().message(errno),
                                    done.empty() ? "" : fmt::format("{} all the same; ", done)));
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

void print_json(const Json& document, std::string_view done) {
  // Text of the file may be no UTF-8.
  print_text(document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n", done);
}

void print_note(std::string_view note) {
  const std::string line = fmt::format("twinning: {}\n", shown(note));
  std::fputs(line.c_str(), stderr);
}

}  // namespace twinning::command
