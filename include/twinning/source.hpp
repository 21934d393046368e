#pragma once

#include <optional>
#include <string>

#include <twinning/date.hpp>
#include <twinning/id.hpp>

namespace twinning {

/// Where something is said: a page, a paper, a register. A plain value without a database inside.
struct Source {
  SourceId id;
  std::string title;
  std::optional<std::string> publisher;
  std::optional<std::string> author;
  std::optional<std::string> url;
  std::optional<Date> published;
  std::optional<Date> accessed;
  std::optional<std::string> language;  ///< BCP 47
  std::optional<std::string> note;
};

/// What `Transaction::add_source` takes.
struct NewSource {
  std::string title;
  std::optional<std::string> publisher = {};
  std::optional<std::string> author = {};
  std::optional<std::string> url = {};
  std::optional<Date> published = {};
  std::optional<Date> accessed = {};
  std::optional<std::string> language = {};
  std::optional<std::string> note = {};
};

/// Where in a source to look, and what it says there.
struct Passage {
  std::optional<std::string> locator = {};  ///< page, paragraph, minute
  std::optional<std::string> quote = {};
};

}  // namespace twinning
