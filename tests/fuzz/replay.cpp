// Runs a target once on each of the files that are named, and on all that are in the folders that are.

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "support/temporary_file.hpp"
#include "target.hpp"

int main(int count, char** arguments) {
  namespace filesystem = std::filesystem;
  std::vector<filesystem::path> inputs;
  for (const std::string& argument : std::vector<std::string>(arguments + 1, arguments + count)) {
    if (!filesystem::is_directory(argument)) {
      inputs.emplace_back(argument);
      continue;
    }
    for (const auto& entry : filesystem::directory_iterator(argument)) inputs.push_back(entry.path());
  }
  std::ranges::sort(inputs);
  for (const auto& input : inputs) {
    std::cout << input.string() << std::endl;  // told before, so that the one that breaks a promise is the last
    const std::string bytes = twinning::support::read_file(input);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the same bytes, as libFuzzer hands them over.
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  }
  if (!inputs.empty()) return 0;
  std::cerr << "No input: name files or folders" << std::endl;
  return 2;
}
