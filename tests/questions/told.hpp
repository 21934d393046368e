#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <twinning/twinning.hpp>

namespace twinning::questions {

/// An answer of the library in the words of the shell: a row for each value, its fields by the columns of the views.
using Fields = std::map<std::string, std::string>;
using Told = std::vector<Fields>;

Fields fields(Answer answer);
Fields fields(const Twin& twin);
Fields fields(const TwinEver& twin);
Fields fields(const Bond& bond);
Fields fields(const Stance& stance);
Fields fields(const Change& change);
Fields fields(const CityChange& change);
Fields fields(const YearReasonCount& count);
Fields fields(const Pause& pause);
Fields fields(const OldestBond& bond);
Fields fields(const NewestBond& bond);
Fields fields(const Anniversary& anniversary);
Fields fields(const TwinCount& count);
Fields fields(const DecadeCount& count);
Fields fields(const CountryPairCount& count);
Fields fields(const YearCount& count);
Fields fields(const KindCount& count);
Fields fields(const Completeness& country);
Fields fields(const Event& event);
Fields fields(const RecordedEvent& recorded);
Fields fields(const UnexplainedBond& bond);
Fields fields(const Keepsake& keepsake);
Fields fields(const CarriedBond& bond);
Fields fields(const City& city);
Fields fields(const BorderChange& change);
Fields fields(const StatedPolicy& policy);
Fields fields(const OneSidedBond& bond);
Fields fields(const Source& source);
Fields fields(const SupportedFact& fact);
Fields fields(const Anomaly& anomaly);

inline Told told(Answer answer) { return {fields(answer)}; }

template <typename Value>
Told told(const std::vector<Value>& values) {
  Told rows;
  for (const Value& value : values) rows.push_back(fields(value));
  return rows;
}

}  // namespace twinning::questions
