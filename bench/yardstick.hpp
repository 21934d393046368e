#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace bench {

/// What a plain application would keep of twin towns, in four tables.
struct PlainCity {
  std::int64_t id;
  std::string name;
  std::string country;
  double latitude;
  double longitude;
};
struct PlainBond {
  std::int64_t id;
  std::string kind;
  int formed_year;
};
struct PlainMember {
  std::int64_t bond;
  std::int64_t city;
};
struct PlainEvent {
  std::int64_t id;
  std::int64_t bond;
  std::string kind;  ///< formed, terminated, suspended, renewed
  std::string date;
  std::string reason;  ///< may be empty
};

/// The same towns, bonds and acts each time: few towns have very many twins, eight names in a hundred are shared, two
/// bonds in a hundred are of three. Each bond is formed; the first acts are those, in the order of bonds.
struct PlainData {
  std::vector<PlainCity> cities;
  std::vector<PlainBond> bonds;
  std::vector<PlainMember> members;  ///< by bond
  std::vector<PlainEvent> events;
};
PlainData make_data(std::size_t cities, std::size_t bonds);

/// What is asked, half of the towns evenly and half as often as they have twins.
struct Asked {
  std::vector<std::string> names;  ///< one in twenty is nobody's
  std::vector<std::int64_t> cities;
  std::vector<int> years;
  std::vector<std::int64_t> bonds;
};
Asked make_asked(const PlainData& data, std::size_t count);

/// The bond number `turn` that is formed while others are there.
struct FreshBond {
  PlainBond bond;
  std::int64_t one;
  std::int64_t other;
  PlainEvent event;
};
FreshBond fresh_bond(const PlainData& data, int turn);

}  // namespace bench
