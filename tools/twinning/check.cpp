#include <fmt/format.h>

#include <stdexcept>

#include <twinning/maintenance.hpp>

#include "commands.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "registry_file.hpp"
#include "table.hpp"
#include "text.hpp"

namespace twinning::command {
namespace {

std::vector<Finding> check_with_notice(const std::string& file, Mode mode) {
  const Notice notice("Checking " + file + " ...");
  return check(file, mode);
}

}  // namespace

int check_file(const Arguments& arguments) {
  expect_file(arguments.file);
  const std::vector<Finding> findings =
      check_with_notice(arguments.file, arguments.is_untrusted ? Mode::untrusted : Mode::read_only);
  if (arguments.json) {
    Json list = Json::array();
    for (const Finding& finding : findings) {
      list.push_back(Json{{"what", finding.what}, {"explanation", finding.explanation}});
    }
    print_json(Json{{"ok", findings.empty()}, {"findings", list}});
  } else if (findings.empty()) {
    print_text(fmt::format("{} is whole and sound.\n", shown(arguments.file)));
  } else {
    Table table({{"what"}, {"explanation"}});
    for (const Finding& finding : findings) table.add({finding.what, finding.explanation});
    print_text(table.text());
  }
  if (findings.empty()) return done;
  throw std::runtime_error(
      fmt::format("\"{}\" is not sound ({} found): each finding says what to do", arguments.file, findings.size()));
}

}  // namespace twinning::command
