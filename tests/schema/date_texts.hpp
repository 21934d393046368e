#pragma once

#include <string>
#include <vector>

namespace twinning::support {

/// Many thousands of texts, some of them dates, each once and always the same ones: every accepted form over years,
/// months and days in and out of the calendar; pairs of ends; and texts that are nearly dates.
std::vector<std::string> date_texts();

}  // namespace twinning::support
