#include <fmt/format.h>

#include <twinning/maintenance.hpp>

#include "commands.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "registry_file.hpp"
#include "text.hpp"

namespace twinning::command {

int backup_file(const Arguments& arguments) {
  expect_file(arguments.file);
  {
    const Notice notice("Copying " + arguments.file + " ...");
    backup(arguments.file, arguments.output);
  }
  const std::string said = "the backup is made";
  if (arguments.json) {
    print_json(Json{{"file", arguments.file}, {"backup", arguments.output}}, said);
  } else {
    print_text(fmt::format("{} is a whole copy of {}.\n", shown(arguments.output), shown(arguments.file)), said);
  }
  return done;
}

}  // namespace twinning::command
