#include "bond_row.hpp"

#include "words.hpp"

namespace twinning {

Bond read_bond(const Statement& row) {
  const auto status = row.maybe_text(3);
  return {.id = row.id<BondId>(0),
          .parties = row.maybe_text(1).value_or(""),
          .kind = row.text(2),
          .status = status ? std::optional(status_from(*status)) : std::nullopt,
          .certainty = certainty_from(row.view(4)),
          .contested = row.flag(5),
          .formed = row.maybe_date(6),
          .ended = row.maybe_date(7),
          .since = row.maybe_date(8),
          .by_city = row.maybe_text(9),
          .reason = row.maybe_code<Reason>(10),
          .motive = row.maybe_code<Reason>(11),
          .sources = row.maybe_text(12),
          .title = row.maybe_text(13),
          .condition = row.maybe_text(14),
          .note = row.maybe_text(15)};
}

}  // namespace twinning
