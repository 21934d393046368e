#pragma once

#include <map>
#include <optional>
#include <string>

#include <twinning/id.hpp>
#include <twinning/source.hpp>

#include "bulk_load.hpp"
#include "connection.hpp"

namespace twinning::importing {

/// Which city each statement of a file was taken for: what the file calls it, beside which twin. A later row of the
/// same words means the same city, and so does one of a later import of the same source, whatever namesakes came
/// meanwhile.
class SaidCities {
 public:
  SaidCities(Connection& connection, const std::string& title);

  std::optional<CityId> find(const std::string& words);

  /// \param folded  the name in them, folded.
  void keep(const std::string& words, const std::string& folded, CityId city);

  /// Cites the cities that have namesakes by now, so that later imports of the source find them.
  void record(BulkLoad& load, SourceId source);

 private:
  Connection& connection_;
  std::map<std::string, CityId> said_before_;
};

}  // namespace twinning::importing
