#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "examples/example_registry.hpp"
#include "support/temporary_file.hpp"

namespace twinning::support {

/// A folder as the page of the extension has it: with bonds.db and mod_twinning.so.
class Folder {
 public:
  Folder() {
    std::filesystem::copy_file(example_registry(), file_.path());
    std::filesystem::copy_file(TWINNING_EXTENSION, file_.beside("mod_twinning.so"));
  }

  /// What a program prints that reads a script, which is the file "script" of the folder; errors too.
  std::string run(const std::string& program, const std::string& script) {
    write_file(file_.beside("script"), script);
    const std::string command = "cd '" + file_.path().parent_path().string() + "' && " TWINNING_PRELOAD "timeout 60 " +
                                program + " <script >output 2>&1";
    EXPECT_EQ(std::system(command.c_str()), 0) << script << read_file(file_.beside("output"));
    return read_file(file_.beside("output"));
  }

 private:
  TemporaryFile file_{"bonds.db"};
};

}  // namespace twinning::support
