#include "schema/sample.hpp"

#include "support/fresh_registry.hpp"
#include "support/temporary_file.hpp"

namespace twinning::support {

const std::string& sample_image() {
  static const std::string image = [] {
    Database database = fresh_registry();
    database.run("BEGIN;\n" + read_file(std::filesystem::path(TWINNING_SCHEMA_TESTS_DIR) / "sample.sql") + "COMMIT;");
    return database.image();
  }();
  return image;
}

Database sample_registry() { return Database::of_image(sample_image()); }

}  // namespace twinning::support
