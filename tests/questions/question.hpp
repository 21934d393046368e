#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "questions/told.hpp"

namespace twinning::questions {

/// What the page docs/questions.md asks, as it stands there.
struct Question {
  int line;             ///< where it stands
  std::string heading;  ///< "1. Which twins does a city have, on any day?"
  std::function<Told(const Registry&, const Snapshot&)> ask;
  std::string sql;

  friend std::ostream& operator<<(std::ostream& stream, const Question& question) { return stream << question.heading; }
};

/// All of them. Their C++ is compiled from the page: write_questions makes it a source at each build.
std::vector<Question> all_questions();

}  // namespace twinning::questions
