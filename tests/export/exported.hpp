#pragma once

#include <optional>
#include <string>

#include <twinning/twinning.hpp>

#include "api/book.hpp"
#include "support/temporary_file.hpp"

namespace twinning::support {

/// What a program printed, errors too; a failure of the test if it did not end well.
std::string printed_by(const std::string& command);

/// What tests/export/read_export.py prints of an export.
std::string read_back(const std::string& reader, const std::filesystem::path& path);

/// The same of the library's own answers. Of all time, or as of a day; `in_force_ever` leaves out pairs that were only
/// proposed.
std::string answers(const Snapshot& snapshot, const std::optional<AsOf>& as_of, bool in_force_ever = false);

/// A book of what is hard to export: names of any script, a parallel bond, a bond of three, a lone city, a bond across
/// the 180th meridian, a fictional city without coordinates, a pair that was only proposed, and a control character.
class OddBook : public Book {
 public:
  OddBook();

  CityId quoted;    ///< with quotes, a comma, a line end, an ampersand and brackets in its name
  CityId tokyo;     ///< in its own script
  CityId honolulu;  ///< on the other side of the 180th meridian
  CityId fictional;
  CityId lone;
  BondId ended;  ///< Tokyo and Honolulu, from 1970-05-01 to 1980-06-30
};

}  // namespace twinning::support
