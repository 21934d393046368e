#pragma once

#include <string>
#include <vector>

namespace twinning {

/// A view of the file, as schema/ has it.
struct SchemaView {
  std::string name;
  std::string query;
};

/// Every view of the file, in the order of the schema.
const std::vector<SchemaView>& schema_views();

}  // namespace twinning
