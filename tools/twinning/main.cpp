#include <csignal>
#include <cstdio>
#include <exception>
#include <new>
#include <string_view>

#include <twinning/error.hpp>

#include "command_line.hpp"
#include "interruption.hpp"
#include "output.hpp"
#include "values.hpp"

namespace {

using namespace twinning::command;

int fail(int status, std::string_view why) {
  print_note(why);
  return status;
}

/// As a program ends that does not know of signals, now that all that was to be written is.
int end_by_broken_pipe(void (*disposition)(int)) {
  std::signal(SIGPIPE, disposition);
  std::raise(SIGPIPE);
  return 128 + SIGPIPE;
}

/// What to type, where the library can't know it.
std::string advice(const twinning::Error& error) {
  switch (error.category()) {
    case twinning::ErrorCategory::ambiguous:
      return ", as in \"Kingston, JM\" or id:12";
    case twinning::ErrorCategory::not_a_registry:
      return std::string_view(error.what()).ends_with("look at the path")
                 ? ", or make a registry with: twinning create FILE"
                 : "";
    case twinning::ErrorCategory::layout_too_old:
      return "; type: twinning migrate FILE";
    default:
      return "";
  }
}

int run(int count, char** words) {
  const auto disposition = std::signal(SIGPIPE, SIG_IGN);
  try {
    guard_standard_streams();
    return read_command_line(count, words)();
  } catch (const ReaderGone&) {
    return end_by_broken_pipe(disposition);
  } catch (const UsageError& error) {
    return fail(wrong_usage, error.what());
  } catch (const Interrupted&) {
    return fail(128 + interrupting_signal(), "interrupted, and nothing was written: begin again when you like");
  } catch (const std::bad_alloc&) {
    std::fputs("twinning: there is too little memory for this: free some, or ask for less\n", stderr);
    return failed;
  } catch (const twinning::Error& error) {
    return fail(failed, error.what() + advice(error));
  } catch (const std::exception& error) {
    return fail(failed, error.what());
  }
}

}  // namespace

int main(int count, char** words) {
  try {
    return run(count, words);
  } catch (...) {
    std::fputs("twinning: there is too little memory to say what went wrong: free some\n", stderr);
    return failed;
  }
}
