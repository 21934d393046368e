#include "row_writing.hpp"

namespace twinning {

CityId write_city(Connection& connection, std::optional<CityId> id, const std::string& uid, const NewCity& city,
                  const std::string& folded) {
  Statement row(connection,
                "INSERT INTO city (id, uid, name, folded, kind, country, latitude, longitude, population, fictional, "
                "since, until, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  row.bind(id).bind(uid).bind(city.name).bind(folded).bind(city.kind).bind(city.country);
  if (city.coordinates) {
    row.bind(city.coordinates->latitude).bind(city.coordinates->longitude);
  } else {
    row.bind(std::nullopt).bind(std::nullopt);
  }
  row.bind(city.population).bind(city.fictional).bind(city.since).bind(city.until).bind(city.note).run();
  return CityId(connection.last_insert_id());
}

NameId write_name(Connection& connection, CityId city, const NewName& name, const std::string& folded,
                  const std::string& recorded_at) {
  Statement(connection,
            "INSERT INTO city_name (city_id, name, folded, language, kind, since, until, recorded_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(city)
      .bind(name.name)
      .bind(folded)
      .bind(name.language)
      .bind(name.kind)
      .bind(name.since)
      .bind(name.until)
      .bind(recorded_at)
      .run();
  return NameId(connection.last_insert_id());
}

void write_identifier(Connection& connection, CityId city, const Identifier& identifier) {
  Statement(connection, "INSERT INTO city_identifier (city_id, scheme, value, since, until) VALUES (?, ?, ?, ?, ?)")
      .bind(city)
      .bind(identifier.scheme)
      .bind(identifier.value)
      .bind(identifier.since)
      .bind(identifier.until)
      .run();
}

void write_country(Connection& connection, CityId city, const CountrySpell& spell, const std::string& recorded_at) {
  Statement(connection, "INSERT INTO city_country (city_id, country, since, until, recorded_at) VALUES (?, ?, ?, ?, ?)")
      .bind(city)
      .bind(spell.country)
      .bind(spell.since)
      .bind(spell.until)
      .bind(recorded_at)
      .run();
}

SourceId write_source(Connection& connection, std::optional<SourceId> id, const std::string& uid,
                      const NewSource& source, const std::optional<std::string>& file_name) {
  Statement(connection,
            "INSERT INTO source (id, uid, title, publisher, author, url, published, accessed, language, file_name, "
            "note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(id)
      .bind(uid)
      .bind(source.title)
      .bind(source.publisher)
      .bind(source.author)
      .bind(source.url)
      .bind(source.published)
      .bind(source.accessed)
      .bind(source.language)
      .bind(file_name)
      .bind(source.note)
      .run();
  return SourceId(connection.last_insert_id());
}

}  // namespace twinning
