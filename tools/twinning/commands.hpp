#pragma once

#include <optional>
#include <string>

#include <twinning/export_file.hpp>
#include <twinning/import_file.hpp>
#include <twinning/time.hpp>

/// The commands, one file each. They give the exit status, print one answer, and throw what keeps them from it.
namespace twinning::command {

/// Where a signal interrupts, it is 128 and the number of the signal, as shells have it.
enum ExitStatus { done = 0, failed = 1, wrong_usage = 2 };

/// What was said on the command line; each command has its own share of it.
struct Arguments {
  std::string file;
  std::string input;
  std::string output;
  std::string city;
  std::optional<std::string> other_city = {};
  AsOf as_of = {};
  KnownAt known_at = {};
  ImportOptions import = {};
  ExportOptions export_to = {.format = ExportFormat::csv};
  bool certain_only = false;
  bool by_distance = false;
  std::string what = "figures";   ///< of a network
  std::optional<int> since = {};  ///< the first one of its years
  bool is_untrusted = false;
  bool json = false;
};

int create(const Arguments& arguments);
int import_input(const Arguments& arguments);
int export_registry(const Arguments& arguments);
int search(const Arguments& arguments);
int twins(const Arguments& arguments);
int history(const Arguments& arguments);
int chain(const Arguments& arguments);
int network(const Arguments& arguments);
int network_lists(const Arguments& arguments);
int check_file(const Arguments& arguments);
int migrate_file(const Arguments& arguments);
int backup_file(const Arguments& arguments);

}  // namespace twinning::command
