// GeoPackage 1.3 (OGC 12-128r17), made with SQLite alone: the feature tables `cities` and `bonds`, without the
// extension of a spatial index.

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <limits>
#include <span>
#include <utility>

#include <twinning/error.hpp>

#include "connection.hpp"
#include "export/escape.hpp"
#include "export/formats.hpp"
#include "export/great_circle.hpp"
#include "new_file.hpp"

namespace twinning {
namespace {

constexpr std::int32_t wgs_84 = 4326;

// Requirements 2 and 10 to 15; the texts are those of the standard, tables 3, 5 and 20, and the rows of its clause
// 1.1.2.1.2.
constexpr const char* frame = R"(
PRAGMA application_id = 0x47504B47;  -- "GPKG"
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT
);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326,
   'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
   || 'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],'
   || 'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
   'longitude and latitude in degrees on the WGS 84 spheroid');
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  min_x DOUBLE,
  min_y DOUBLE,
  max_x DOUBLE,
  max_y DOUBLE,
  srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents (table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
)";

/// The west, east, south and north of what was seen.
struct Bounds {
  double west = std::numeric_limits<double>::infinity();
  double east = -std::numeric_limits<double>::infinity();
  double south = std::numeric_limits<double>::infinity();
  double north = -std::numeric_limits<double>::infinity();

  void add(const Coordinates& place) {
    west = std::min(west, place.longitude);
    east = std::max(east, place.longitude);
    south = std::min(south, place.latitude);
    north = std::max(north, place.latitude);
  }
  bool is_empty() const { return west > east; }
};

/// Numbers as they stand in a geometry: the byte of least weight first, whatever the machine.
class Bytes {
 public:
  Bytes& byte(unsigned char value) {
    bytes_ += static_cast<char>(value);
    return *this;
  }
  Bytes& integer(std::uint32_t value) { return append(value); }
  Bytes& real(double value) { return append(std::bit_cast<std::uint64_t>(value)); }
  Bytes& position(const Coordinates& place) { return real(place.longitude).real(place.latitude); }
  std::string take() { return std::move(bytes_); }

 private:
  template <typename Unsigned>
  Bytes& append(Unsigned value) {
    constexpr unsigned bits = 8;
    for (std::size_t place = 0; place < sizeof value; ++place) {
      byte(static_cast<unsigned char>(value >> (bits * place)));
    }
    return *this;
  }

  std::string bytes_;
};

constexpr unsigned char little_endian = 1;
constexpr std::uint32_t point_type = 1;  // of well-known binary, OGC 06-103r4, table 7
constexpr std::uint32_t line_type = 2;
constexpr std::uint32_t lines_type = 5;

/// The header of clause 2.1.3: "GP", version 0, the flags and the reference system; then the envelope, if there is one.
Bytes begin_geometry(const Bounds* envelope) {
  constexpr unsigned char with_envelope = 1U << 1U;
  Bytes bytes;
  bytes.byte('G').byte('P').byte(0).byte(envelope == nullptr ? little_endian : little_endian | with_envelope);
  bytes.integer(wgs_84);
  if (envelope != nullptr) {
    bytes.real(envelope->west).real(envelope->east).real(envelope->south).real(envelope->north);
  }
  return bytes;
}

/// The geometry of a city or an edge; nothing where its coordinates are not known. Adds it to the bounds of its layer.
std::optional<std::string> geometry(const CityNode& city, Bounds& bounds, ExportReport& report) {
  if (!city.coordinates) {
    ++report.cities_without_coordinates;
    return std::nullopt;
  }
  bounds.add(*city.coordinates);
  return begin_geometry(nullptr).byte(little_endian).integer(point_type).position(*city.coordinates).take();
}

std::optional<std::string> geometry(const PairEdge& edge, Bounds& bounds, ExportReport& report) {
  if (!edge.source_place || !edge.target_place) {
    ++report.edges_without_coordinates;
    return std::nullopt;
  }
  const std::vector<Line> lines = great_circle(*edge.source_place, *edge.target_place);
  Bounds envelope;
  for (const Line& line : lines) {
    for (const Coordinates& place : line) {
      envelope.add(place);
      bounds.add(place);
    }
  }
  Bytes bytes = begin_geometry(&envelope);
  bytes.byte(little_endian).integer(lines_type).integer(static_cast<std::uint32_t>(lines.size()));
  for (const Line& line : lines) {
    bytes.byte(little_endian).integer(line_type).integer(static_cast<std::uint32_t>(line.size()));
    for (const Coordinates& place : line) bytes.position(place);
  }
  return bytes.take();
}

/// The types of clause 1.1.1.1.3.
const char* column_type(FieldType type) {
  switch (type) {
    case FieldType::integer:
      return "INTEGER";
    case FieldType::real:
      return "DOUBLE";
    case FieldType::flag:
      return "BOOLEAN";
    case FieldType::day:
      return "DATE";
    case FieldType::text:
      break;
  }
  return "TEXT";
}

/// An error names the file that was to be written.
template <typename Work>
void writing(const std::string& path, Work&& work) {
  try {
    work();
  } catch (const Error& error) {
    throw Error(error.category(), fmt::format("\"{}\" could not be written: {}", path, error.what()), error.rule(),
                error.sqlite_code());
  }
}

/// A feature table while it is filled.
class Layer {
 public:
  Layer(Connection& connection, const char* name, std::span<const Field> fields, std::string_view insert,
        ExportReport& report)
      : connection_(connection), name_(name), fields_(fields), insert_(insert), report_(report), counter_(report) {}

  void make(const char* geometry_type, const std::string& description) {
    std::string columns;
    for (const Field& field : fields_) columns += fmt::format(",\n  {} {}", field.name, column_type(field.type));
    connection_.execute(
        fmt::format("CREATE TABLE {} (\n  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,\n  geom {}{}\n)", name_,
                    geometry_type, columns));
    connection_.execute(
        fmt::format("INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) "
                    "VALUES ('{0}', 'features', '{0}', '{1}', {2})",
                    name_, description, wgs_84));
    connection_.execute(fmt::format("INSERT INTO gpkg_geometry_columns VALUES ('{}', 'geom', '{}', {}, 0, 0)", name_,
                                    geometry_type, wgs_84));
  }

  template <typename Thing>
  void add(const Thing& thing) {
    const auto shape = geometry(thing, bounds_, report_);
    Statement row(connection_, insert_);
    if (shape) {
      row.bind_bytes(*shape);
    } else {
      row.bind(std::nullopt);
    }
    for (const Value& value : thing.values) bind(row, value);
    row.run();
    counter_.count(thing);
  }

  void finish() {
    if (bounds_.is_empty()) return;
    static const char* const update =
        "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?";
    Statement(connection_, update)
        .bind(bounds_.west)
        .bind(bounds_.south)
        .bind(bounds_.east)
        .bind(bounds_.north)
        .bind(name_)
        .run();
  }

 private:
  void bind(Statement& row, const Value& value) {
    if (std::holds_alternative<std::monostate>(value)) {
      row.bind(std::nullopt);
    } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
      row.bind(*number);
    } else if (const auto* real = std::get_if<double>(&value)) {
      row.bind(*real);
    } else if (const auto* flag = std::get_if<bool>(&value)) {
      row.bind(*flag);
    } else {
      const std::string text = valid_text(std::get<std::string>(value), report_.characters_replaced);
      row.bind(std::string_view(text));
    }
  }

  Connection& connection_;
  const char* name_;
  std::span<const Field> fields_;
  std::string_view insert_;
  ExportReport& report_;
  Counter counter_;
  Bounds bounds_;
};

std::string insertion(const char* table, std::span<const Field> fields) {
  std::string columns;
  std::string places;
  for (const Field& field : fields) {
    columns.append(", ").append(field.name);
    places += ", ?";
  }
  return fmt::format("INSERT INTO {} (geom{}) VALUES (?{})", table, columns, places);
}

}  // namespace

void write_geopackage(const NetworkRows& network, const std::string& to, ExportReport& report) {
  static const std::string insert_city = insertion("cities", city_fields());
  static const std::string insert_edge = insertion("bonds", edge_fields());
  writing(to, [&] {
    Connection connection(to, Connection::Mode::create, std::chrono::milliseconds(0));
    connection.execute("BEGIN IMMEDIATE");
    connection.execute(frame);
    Layer cities(connection, "cities", city_fields(), insert_city, report);
    Layer bonds(connection, "bonds", edge_fields(), insert_edge, report);
    const std::string when = network.day() ? "on " + *network.day() : "of all time";
    cities.make("POINT", "parties to bonds between towns");
    bonds.make("MULTILINESTRING", "pairs of twin towns " + when + ", as great circles");
    network.for_each_city([&](const CityNode& city) { cities.add(city); });
    network.for_each_edge([&](const PairEdge& edge) { bonds.add(edge); });
    cities.finish();
    bonds.finish();
    connection.execute("COMMIT");
  });
  sync(to);
}

}  // namespace twinning
