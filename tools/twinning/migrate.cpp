#include <fmt/format.h>

#include <twinning/maintenance.hpp>

#include "commands.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "registry_file.hpp"
#include "text.hpp"

namespace twinning::command {
namespace {

Migration migrate_with_notice(const std::string& file) {
  const Notice notice("Migrating " + file + " ...");
  return migrate(file);
}

}  // namespace

int migrate_file(const Arguments& arguments) {
  expect_file(arguments.file);
  const Migration migration = migrate_with_notice(arguments.file);
  const std::string said = "the registry has the newest layout";
  if (arguments.json) {
    const Json backup = migration.backup.empty() ? Json(nullptr) : Json(migration.backup);
    print_json(Json{{"from", migration.from}, {"to", migration.to}, {"backup", backup}}, said);
  } else if (migration.from == migration.to) {
    print_text(fmt::format("{} has layout {} already: nothing was to do.\n", shown(arguments.file), migration.to),
               said);
  } else {
    print_text(fmt::format("{} went from layout {} to {}; as it was, it is kept in {}.\n", shown(arguments.file),
                           migration.from, migration.to, shown(migration.backup)),
               said);
  }
  return done;
}

}  // namespace twinning::command
