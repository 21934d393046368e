#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace twinning {

/// A field of a CSV file as RFC 4180 has it: in quotes where it must be. An empty text is "", so that it is none of the
/// fields that are not there.
std::string csv_text(std::string_view text);

/// Text within an element or an attribute of XML 1.0. Line ends and tabs are written as references, so that they are
/// read as they were. What XML can't carry (section 2.2) becomes U+FFFD; so do bytes that are no UTF-8. Adds to
/// `replaced` how many.
std::string xml_text(std::string_view text, std::int64_t& replaced);

/// A string of JSON (RFC 8259) with its quotes. Bytes that are no UTF-8 become U+FFFD and are counted.
std::string json_text(std::string_view text, std::int64_t& replaced);

/// The text with U+FFFD for each byte that is no UTF-8; they are counted.
std::string valid_text(std::string_view text, std::int64_t& replaced);

/// The shortest decimal number that reads back to the very same double.
std::string number_text(double number);

}  // namespace twinning
