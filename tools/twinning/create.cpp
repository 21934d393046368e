#include <fmt/format.h>

#include <twinning/maintenance.hpp>
#include <twinning/registry.hpp>

#include "commands.hpp"
#include "output.hpp"
#include "text.hpp"

namespace twinning::command {

int create(const Arguments& arguments) {
  Registry::create(arguments.file);
  const std::string said = "the registry is made";
  if (arguments.json) {
    print_json(Json{{"file", arguments.file}, {"layout", layout}}, said);
  } else {
    print_text(fmt::format("{} is a new registry, layout {}.\n", shown(arguments.file), layout), said);
  }
  return done;
}

}  // namespace twinning::command
