#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/input_file.hpp"

namespace twinning::importing {

/// The longest value that is read: beyond it, a quote was never closed or the file is none of ours.
inline constexpr std::size_t longest_value = std::size_t{1} << 20;

/// The same of a whole row, and of its values.
inline constexpr std::size_t longest_row = std::size_t{8} << 20;
inline constexpr std::size_t most_values = 10'000;

/// One row, whatever it was written in. A value that is absent is empty.
struct Row {
  std::int64_t line;
  std::vector<std::string_view> values;
  std::vector<bool> absent;                 ///< values that are empty and not quoted
  std::vector<std::string_view> languages;  ///< of the values, where the file says it; empty where it never does
  std::string_view unit = "line";           ///< what `line` counts
  bool is_unfinished = false;               ///< the file ends without a line end behind it
};

/// Takes the rows of a file, one after another.
struct RowTaker {
  /// Called once more where a later row has columns that none before it had.
  std::function<void(const std::vector<std::string>& columns)> header;
  std::function<void(const Row& row)> row;
};

/// How text is divided into rows and values.
struct TextForm {
  char delimiter;  ///< a space: any run of spaces and tabs
  bool has_header;
  std::optional<char> comment;
  bool is_ours = false;  ///< spaces around a value are of it, and it may have any length
};

/// The form that the file's first lines suggest, where it was not stated.
TextForm guess_form(std::string_view start, std::optional<char> delimiter, bool has_header,
                    std::optional<char> comment);

/// The names in the first line that is no comment.
std::vector<std::string> first_line(std::string_view start, const TextForm& form);

/// Reads delimited text, RFC 4180 with any line end and any delimiter. Without a header the columns are "1", "2", ...
/// The terms of SPARQL's own TSV (a header of ?variables) are taken out of their marks. Throws Error for a file that
/// is empty or has a quote that is never closed.
void read_text(InputFile& file, const TextForm& form, const RowTaker& taker);

/// Reads the results of a SPARQL query as JSON: SPARQL 1.1 results, or an array of objects as the query service's
/// simple download has it. Throws Error for JSON that is cut off, nested too deep or of another shape.
void read_results(InputFile& file, const RowTaker& taker);

}  // namespace twinning::importing
