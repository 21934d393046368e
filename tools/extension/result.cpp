#include "extension/result.hpp"

SQLITE_EXTENSION_INIT3

namespace twinning::extension {
namespace {

struct Result {
  sqlite3_context* context;
  void operator()(std::monostate) const { sqlite3_result_null(context); }
  void operator()(std::int64_t number) const { sqlite3_result_int64(context, number); }
  void operator()(double number) const { sqlite3_result_double(context, number); }
  void operator()(const std::string& text) const {
    sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }
};

}  // namespace

void set_result(sqlite3_context* context, const Value& value) { std::visit(Result{context}, value); }

}  // namespace twinning::extension
