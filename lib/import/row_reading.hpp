#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <twinning/import_file.hpp>
#include <twinning/snapshot.hpp>

#include "connection.hpp"
#include "import/columns.hpp"
#include "import/stated.hpp"

namespace twinning::importing {

/// What a row says, or what is wrong with it.
using Reading = std::variant<Claim, Renaming, Fault>;

/// Makes claims of rows.
class RowReading {
 public:
  RowReading(ImportFormat format, const ImportOptions& options, Columns columns, Connection& connection,
             const Snapshot& now);

  /// Values that can't be taken, of a row that can, are added to `left_out`.
  Reading read(const Row& row, std::vector<Fault>& left_out);

 private:
  std::string_view value(const Row& row, const std::optional<std::size_t>& column) const;
  std::optional<Fault> read_city(const Row& row, int side, StatedCity& city, std::vector<Fault>& left_out);
  std::optional<Fault> read_country(const Row& row, int side, StatedCity& city);
  std::optional<Fault> read_date(const Row& row, Role role, std::optional<Date>& date, std::optional<Role> precision,
                                 std::vector<Fault>& left_out);
  std::optional<Fault> read_acts(const Row& row, Claim& claim, std::vector<Fault>& left_out);
  Fault fault(const std::optional<std::size_t>& column, std::string_view value, std::string reason) const;
  std::optional<Country> country(std::string_view name);
  static std::set<std::string> codes(Connection& connection, std::string_view query);

  ImportFormat format_;
  const ImportOptions& options_;
  Columns columns_;
  const Snapshot& now_;
  std::map<std::string, std::optional<Country>, std::less<>> countries_;
  std::set<std::string> bond_kinds_;
  std::set<std::string> event_kinds_;
  std::set<std::string> reasons_;
  std::set<std::string> schemes_;
  bool has_rows_ = false;
  bool has_short_rows_ = false;  // with fewer values than there are columns
};

}  // namespace twinning::importing
