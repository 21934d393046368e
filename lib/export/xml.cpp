#include "export/xml.hpp"

#include <fmt/format.h>

#include "export/escape.hpp"

namespace twinning {
namespace {

struct ToText {
  std::int64_t& replaced;
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(std::int64_t number) const { return fmt::format("{}", number); }
  std::string operator()(double number) const { return number_text(number); }
  std::string operator()(bool flag) const { return flag ? "true" : "false"; }
  std::string operator()(const std::string& text) const { return xml_text(text, replaced); }
};

}  // namespace

const char* xml_type(FieldType type) {
  switch (type) {
    case FieldType::integer:
      return "long";
    case FieldType::real:
      return "double";
    case FieldType::flag:
      return "boolean";
    default:
      return "string";
  }
}

std::string xml_value(const Value& value, std::int64_t& replaced) { return std::visit(ToText{replaced}, value); }

}  // namespace twinning
