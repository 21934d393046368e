#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <twinning/city.hpp>
#include <twinning/id.hpp>
#include <twinning/source.hpp>

#include "connection.hpp"

// The rows of cities and sources, as both a transaction and a bulk load write them. Without an id SQLite gives the
// next.

namespace twinning {

CityId write_city(Connection& connection, std::optional<CityId> id, const std::string& uid, const NewCity& city,
                  const std::string& folded);
NameId write_name(Connection& connection, CityId city, const NewName& name, const std::string& folded,
                  const std::string& recorded_at);
void write_identifier(Connection& connection, CityId city, const Identifier& identifier);
void write_country(Connection& connection, CityId city, const CountrySpell& spell, const std::string& recorded_at);
SourceId write_source(Connection& connection, std::optional<SourceId> id, const std::string& uid,
                      const NewSource& source, const std::optional<std::string>& file_name);

}  // namespace twinning
