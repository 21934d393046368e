#include <csv.h>
#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <exception>
#include <memory>

#include <twinning/error.hpp>

#include "import/rows.hpp"
#include "quote.hpp"

namespace twinning::importing {
namespace {

/// A term of SPARQL's TSV, such as <uri>, "text"@it or "1"^^<type>, without its marks.
struct Term {
  std::string text;
  std::string language;
};

/// Appends the letter of an escape, \u00f6, whose digits begin the text; gives back how many of them there are, or 0.
std::size_t append_letter(std::string_view digits, std::size_t size, std::string& text) {
  std::uint32_t point = 0;
  if (digits.size() < size) return 0;
  const char* const end = digits.data() + size;
  if (const auto [stop, error] = std::from_chars(digits.data(), end, point, 16); error != std::errc() || stop != end) {
    return 0;
  }
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(point), bytes.data());
  text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
  return length > 0 ? size : 0;
}

Term term_of(std::string_view written) {
  if (written.size() >= 2 && written.front() == '<' && written.back() == '>') {
    return {.text = std::string(written.substr(1, written.size() - 2)), .language = {}};
  }
  if (written.empty() || written.front() != '"') return {.text = std::string(written), .language = {}};
  Term term;
  std::size_t at = 1;
  for (; at < written.size() && written[at] != '"'; ++at) {
    if (written[at] != '\\' || at + 1 == written.size()) {
      term.text += written[at];
      continue;
    }
    const char escaped = written[++at];
    if (escaped == 'u' || escaped == 'U') {
      at += append_letter(written.substr(at + 1), escaped == 'u' ? 4 : 8, term.text);
      continue;
    }
    term.text += escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped == 'r' ? '\r' : escaped;
  }
  if (const std::string_view rest = written.substr(std::min(at + 1, written.size())); rest.starts_with("@")) {
    term.language = rest.substr(1);
  }
  return term;
}

[[noreturn]] void refuse(const std::string& path, std::int64_t line, std::string_view why) {
  throw Error(ErrorCategory::invalid_argument, fmt::format("{}, line {}: {}", quote(path), line, why));
}

/// Puts values together to rows and hands them over, the first one as the header.
class RowMaker {
 public:
  RowMaker(const std::string& path, const TextForm& form, const RowTaker& taker)
      : path_(path), form_(form), taker_(taker) {}

  void value(std::string_view text, bool is_absent) {
    if (ends_.empty()) row_line_ = line_;
    line_ += std::ranges::count(text, '\n');
    if (!form_.is_ours && (ends_.size() == most_values || text_.size() + text.size() > longest_row)) {
      refuse(path_, row_line_,
             fmt::format("a row has more than {} values, or is longer than {} MiB: is this delimited text?",
                         most_values, longest_row >> 20U));
    }
    text_.append(text);
    ends_.push_back(text_.size());
    absent_.push_back(is_absent);
    after_return_ = false;
  }

  void line_end(char end) {
    if (!ends_.empty()) finish_row();
    if (end == '\r' || !after_return_) ++line_;
    after_return_ = end == '\r';
  }

  void finish_row() {
    values_.clear();
    std::size_t begin = 0;
    for (const std::size_t end : ends_) {
      values_.push_back(std::string_view(text_).substr(begin, end - begin));
      begin = end;
    }
    const bool is_comment = form_.comment && !values_.front().empty() && values_.front().front() == *form_.comment;
    if (!is_comment) hand_over();
    text_.clear();
    ends_.clear();
    absent_.clear();
  }

  std::int64_t line() const { return ends_.empty() ? line_ : row_line_; }
  bool has_any() const { return has_columns_; }
  bool is_last = false;  // what comes now has no line end
  std::exception_ptr failure;

 private:
  void hand_over() {
    if (!has_columns_) {
      has_columns_ = true;
      std::vector<std::string> columns;
      if (form_.has_header) {
        columns.assign(values_.begin(), values_.end());
        has_terms_ = !columns.empty() && columns.front().starts_with('?');
        taker_.header(columns);
        return;
      }
      for (std::size_t column = 1; column <= values_.size(); ++column) columns.push_back(std::to_string(column));
      taker_.header(columns);
    }
    Row row{.line = row_line_, .values = values_, .absent = absent_, .languages = {}, .is_unfinished = is_last};
    std::vector<Term> terms;
    if (has_terms_) {
      terms.reserve(values_.size());
      for (std::string_view& value : row.values) {
        terms.push_back(term_of(value));
        value = terms.back().text;
        row.languages.push_back(terms.back().language);
      }
    }
    taker_.row(row);
  }

  const std::string& path_;
  const TextForm& form_;
  const RowTaker& taker_;
  bool has_columns_ = false;
  bool has_terms_ = false;
  bool after_return_ = false;
  std::int64_t line_ = 1;
  std::int64_t row_line_ = 1;
  std::string text_;
  std::vector<std::size_t> ends_;
  std::vector<bool> absent_;
  std::vector<std::string_view> values_;
};

constexpr std::string_view never_closed = "a quote is opened and never closed";
constexpr std::string_view too_long = "a value is longer than 1 MiB: is a quote never closed?";

// libcsv is C: an exception must not pass through it.
template <typename Work>
void guarded(RowMaker& maker, Work&& work) noexcept {
  if (maker.failure) return;
  try {
    work();
  } catch (...) {
    maker.failure = std::current_exception();
  }
}

void take_value(void* text, std::size_t size, void* maker_address) {
  auto& maker = *static_cast<RowMaker*>(maker_address);
  guarded(maker, [&] { maker.value({static_cast<const char*>(text), size}, text == nullptr); });
}

void take_line_end(int end, void* maker_address) {
  auto& maker = *static_cast<RowMaker*>(maker_address);
  guarded(maker, [&] {
    if (end >= 0) {
      maker.line_end(static_cast<char>(end));
    } else {
      maker.finish_row();
    }
  });
}

int is_nothing(unsigned char) { return 0; }

int is_space(unsigned char letter) { return letter == ' ' ? 1 : 0; }

void read_delimited(InputFile& file, const TextForm& form, RowMaker& maker, bool has_quotes) {
  csv_parser parser{};
  if (csv_init(&parser, CSV_REPALL_NL | CSV_EMPTY_IS_NULL) != 0) throw std::bad_alloc();
  const std::unique_ptr<csv_parser, void (*)(csv_parser*)> freed(&parser, &csv_free);
  csv_set_delim(&parser, static_cast<unsigned char>(form.delimiter));
  if (!has_quotes) csv_set_quote(&parser, 0x1f);
  csv_set_space_func(&parser, form.is_ours ? &is_nothing : &is_space);
  csv_set_blk_size(&parser, std::size_t{1} << 16);
  const auto parse = [&](std::string_view text) {
    const std::size_t parsed = csv_parse(&parser, text.data(), text.size(), &take_value, &take_line_end, &maker);
    if (maker.failure) std::rethrow_exception(maker.failure);
    if (parsed != text.size()) refuse(file.path(), maker.line(), csv_strerror(csv_error(&parser)));
    if (parser.entry_pos > longest_value && !form.is_ours) refuse(file.path(), maker.line(), too_long);
  };
  const auto is_within_quotes = [&] {
    // And not after what may be the closing one: the parser's state 2 of its csv.h.
    constexpr int field_begun = 2;
    return parser.quoted != 0 && parser.pstate == field_begun;
  };
  bool is_line_start = true;
  bool is_comment = false;
  for (std::string_view piece = file.next(); !piece.empty(); piece = file.next()) {
    // What a comment says is never parsed: it may have quotes.
    while (form.comment && !piece.empty()) {
      if (is_line_start && piece.front() == *form.comment && !is_within_quotes()) is_comment = true;
      const std::size_t end = piece.find_first_of("\r\n");
      is_line_start = end != std::string_view::npos;
      const std::string_view line = piece.substr(0, is_line_start ? end + 1 : end);
      parse(!is_comment ? line : line.substr(is_line_start ? end : line.size()));
      if (is_line_start) is_comment = false;
      piece.remove_prefix(line.size());
    }
    parse(piece);
  }
  if (is_within_quotes()) {
    refuse(file.path(), maker.line(), never_closed);
  }
  // A row without an end of its own may be cut off.
  maker.is_last = true;
  csv_fini(&parser, &take_value, &take_line_end, &maker);
  if (maker.failure) std::rethrow_exception(maker.failure);
}

/// Any run of spaces and tabs parts values. Quotes are a value's first letter and its last one; two of them within
/// stand for one.
void read_spaced(InputFile& file, RowMaker& maker) {
  std::string value;
  enum class At { gap, bare, quoted, after_quote } at = At::gap;
  const auto end_value = [&] {
    if (at != At::gap) maker.value(value, false);
    value.clear();
    at = At::gap;
  };
  const auto take = [&](char letter) {
    const bool is_line_end = letter == '\n' || letter == '\r';
    if (letter == '"' && at == At::gap) {
      at = At::quoted;
    } else if (letter == '"' && at == At::quoted) {
      at = At::after_quote;
    } else if (letter == '"' && at == At::after_quote) {
      value += letter;
      at = At::quoted;
    } else if (at == At::quoted && !is_line_end) {
      value += letter;
    } else if (letter == ' ' || letter == '\t' || is_line_end) {
      if (at == At::quoted) refuse(file.path(), maker.line(), never_closed);
      end_value();
      if (is_line_end) maker.line_end(letter);
    } else {
      value += letter;
      if (at == At::gap) at = At::bare;
    }
    if (value.size() > longest_value) refuse(file.path(), maker.line(), too_long);
  };
  for (std::string_view piece = file.next(); !piece.empty(); piece = file.next()) std::ranges::for_each(piece, take);
  if (at == At::quoted) refuse(file.path(), maker.line(), never_closed);
  end_value();
  maker.line_end('\n');
}

/// The first line that is no comment and not empty, as far as the piece goes.
std::string_view line_in(std::string_view start, std::optional<char> comment) {
  while (!start.empty()) {
    const std::size_t end = std::min(start.find_first_of("\r\n"), start.size());
    const std::string_view line = start.substr(0, end);
    if (!line.empty() && !(comment && line.front() == *comment)) return line;
    start.remove_prefix(std::min(end + 1, start.size()));
  }
  return {};
}

}  // namespace

TextForm guess_form(std::string_view start, std::optional<char> delimiter, bool has_header,
                    std::optional<char> comment) {
  const std::string_view line = line_in(start, comment);
  const auto has = [&](char letter) { return line.find(letter) != std::string_view::npos; };
  const char guessed = has('\t') ? '\t' : has(',') ? ',' : has(';') ? ';' : has(' ') ? ' ' : ',';
  return {.delimiter = delimiter.value_or(guessed), .has_header = has_header, .comment = comment};
}

std::vector<std::string> first_line(std::string_view start, const TextForm& form) {
  std::vector<std::string> names(1);
  for (const char letter : line_in(start, form.comment)) {
    if (letter == form.delimiter || (form.delimiter == ' ' && letter == '\t')) {
      names.emplace_back();
    } else if (letter != '"') {
      names.back() += letter;
    }
  }
  return names;
}

void read_text(InputFile& file, const TextForm& form, const RowTaker& taker) {
  RowMaker maker(file.path(), form, taker);
  if (form.delimiter == ' ') {
    read_spaced(file, maker);
  } else {
    read_delimited(file, form, maker, line_in(file.peek(), form.comment).substr(0, 1) != "?");
  }
  if (!maker.has_any()) {
    throw Error(ErrorCategory::invalid_argument,
                fmt::format("{} is empty: there is nothing to import", quote(file.path())));
  }
}

}  // namespace twinning::importing
