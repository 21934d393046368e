// A stranger's program that needs nothing but the library.
#include <twinning/date.hpp>

#include <iostream>

int main() {
  const twinning::Date date{"1944-06-06"};
  std::cout << date.text() << '\n';
  return date.text() == "1944-06-06" ? 0 : 1;
}
