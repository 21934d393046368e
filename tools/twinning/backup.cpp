#include <fmt/format.h>

#include <twinning/maintenance.hpp>

#include "commands.hpp"
#include "interruption.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "registry_file.hpp"
#include "text.hpp"

namespace twinning::command {

int backup_file(const Arguments& arguments) {
  expect_file(arguments.file);
  {
    ProgressLine line;
    catch_interruption();
    backup(arguments.file, arguments.output, [&](const BackupProgress& progress) {
      line.show(progress.copied, "pages", static_cast<std::uint64_t>(progress.copied),
                static_cast<std::uint64_t>(progress.pages));
    });
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
