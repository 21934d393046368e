#include "import/json_reader.hpp"

#include <fmt/format.h>

#include <iterator>

#include <twinning/error.hpp>

#include "import/rows.hpp"
#include "quote.hpp"

namespace twinning::importing {
namespace {

constexpr int deepest = 64;

// What is held in memory at a time. Wikidata's greatest entities have half of it.
constexpr std::size_t longest_object = std::size_t{8} << 20;

/// Where the reader is in the file.
class Place {
 public:
  explicit Place(InputFile& file) : file_(file), piece_(file.next()) {}

  bool at_end() const { return piece_.empty(); }
  char letter() const { return piece_[at_]; }
  void advance() {
    if (letter() == '\n') {
      ++line_;
      column_ = 0;
    }
    ++column_;
    if (++since_value_ > longest_value) {
      throw Error(ErrorCategory::invalid_argument,
                  fmt::format("{}, line {}: a value is longer than 1 MiB", quote(file_.path()), line_));
    }
    if (++since_object_ > longest_object) {
      throw Error(ErrorCategory::invalid_argument,
                  fmt::format("{}, line {}: an object is longer than {} MiB, or the JSON is of another shape",
                              quote(file_.path()), line_, longest_object >> 20U));
    }
    if (++at_ == piece_.size()) {
      piece_ = file_.next();
      at_ = 0;
    }
  }
  void value_ended() { since_value_ = 0; }
  void object_taken() { since_object_ = 0; }
  std::string text() const { return fmt::format("{}, line {}, column {}", quote(file_.path()), line_, column_); }

 private:
  InputFile& file_;
  std::string_view piece_;
  std::size_t at_ = 0;
  std::size_t since_value_ = 0;
  std::size_t since_object_ = 0;
  std::int64_t line_ = 1;
  std::int64_t column_ = 1;
};

/// An input iterator over the bytes; all copies share one place.
class Bytes {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  Bytes() = default;
  explicit Bytes(Place& place) : place_(&place) {}
  char operator*() const { return place_->letter(); }
  Bytes& operator++() {
    place_->advance();
    return *this;
  }
  Bytes operator++(int) {
    Bytes before = *this;
    ++*this;
    return before;
  }
  bool operator==(const Bytes&) const { return place_ == nullptr || place_->at_end(); }

 private:
  Place* place_ = nullptr;
};

}  // namespace

void read_json(InputFile& file, const JsonTaker& taker) {
  using nlohmann::json;
  Place place(file);
  std::vector<std::string> path;
  std::vector<bool> has_key;  // of each level that is open: whether it added a key to the path
  // What is not wanted is never told to have ended.
  const auto close_below = [&](std::size_t level) {
    for (; has_key.size() > level + 1; has_key.pop_back()) {
      if (has_key.back()) path.pop_back();
    }
    has_key.resize(level + 1, false);
  };
  const auto look = [&](int depth, json::parse_event_t event, json& value) {
    place.value_ended();
    if (depth > deepest) {
      throw Error(ErrorCategory::invalid_argument,
                  fmt::format("{}: nested deeper than {}: this is no file of Wikidata's", place.text(), deepest));
    }
    const auto level = static_cast<std::size_t>(depth);
    switch (event) {
      case json::parse_event_t::key:
        close_below(level);
        if (has_key[level]) path.pop_back();
        has_key[level] = true;
        path.push_back(value.get<std::string>());
        return taker.wants(path);
      case json::parse_event_t::object_start:
      case json::parse_event_t::array_start:
        close_below(level);
        return true;
      case json::parse_event_t::object_end:
        close_below(level);
        if (!taker.object(path, value)) return true;
        place.object_taken();
        return false;
      case json::parse_event_t::array_end:
        close_below(level);
        return true;
      case json::parse_event_t::value:
        return true;
    }
    return true;
  };
  try {
    const json rest = json::parse(Bytes(place), Bytes(), look);  // what was not dropped on the way
  } catch (const json::parse_error& error) {
    const std::string_view what = error.what();
    const auto why = what.rfind(" - ");
    throw Error(ErrorCategory::invalid_argument,
                place.at_end() ? fmt::format("{}: the JSON is cut off there", place.text())
                               : fmt::format("{}: this is no JSON: {}", place.text(),
                                             why == std::string_view::npos ? what : what.substr(why + 3)));
  } catch (const json::exception& error) {
    std::string_view what = error.what();  // [json.exception.out_of_range.406] number overflow ...
    if (const auto end = what.find("] "); what.starts_with('[') && end != std::string_view::npos) {
      what.remove_prefix(end + 2);
    }
    throw Error(ErrorCategory::invalid_argument, fmt::format("{}: {}", place.text(), what));
  }
}

}  // namespace twinning::importing
