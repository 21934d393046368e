// Compiles as it is, and with no one of the mistakes.
#include <twinning/id.hpp>

using namespace twinning;

void visit_city(CityId);
void visit_bond(BondId);
void count(std::int64_t);

void visit(CityId city, BondId bond) {
  visit_city(city);
  visit_bond(bond);
  visit_city(CityId{1});
  count(city.value());
  static_cast<void>(city == city);

#ifdef city_as_bond
  visit_bond(city);
#endif
#ifdef bond_as_city
  visit_city(bond);
#endif
#ifdef number_as_city
  visit_city(1);
#endif
#ifdef city_as_number
  count(city);
#endif
#ifdef city_equals_bond
  static_cast<void>(city == bond);
#endif
}
