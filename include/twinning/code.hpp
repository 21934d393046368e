#pragma once

#include <compare>
#include <string>
#include <string_view>

#include <twinning/export.hpp>

namespace twinning {

/// A code of one of the registry's open lists: a kind, a reason, a country.
///
/// The lists are tables of the file, and a user may add to them, so any text may stand here; the file refuses a code
/// that its list lacks. Codes of different lists do not mix. The constants of a list are the codes that every new
/// registry has. A value, free to share between threads.
template <typename List>
class Code {
 public:
  Code(const char* text) : text_(text) {}
  Code(std::string_view text) : text_(text) {}
  Code(std::string text) noexcept : text_(std::move(text)) {}

  /// The code as the file has it: "twinning", "GB".
  const std::string& text() const noexcept { return text_; }

  friend bool operator==(const Code&, const Code&) = default;
  friend auto operator<=>(const Code&, const Code&) = default;

 private:
  std::string text_;
};

/// ISO 3166-1 alpha-2, withdrawn codes such as SU too. Table `country`.
class Country : public Code<Country> {
  using Code::Code;
};

/// What a party to a bond is. Table `city_kind`.
class CityKind : public Code<CityKind> {
 public:
  using Code::Code;
  static constexpr std::string_view municipality = "municipality";
  static constexpr std::string_view settlement = "settlement";
  static constexpr std::string_view district = "district";
  static constexpr std::string_view county = "county";
  static constexpr std::string_view region = "region";
  static constexpr std::string_view state = "state";
  static constexpr std::string_view facility = "facility";
  static constexpr std::string_view natural_feature = "natural_feature";
  static constexpr std::string_view organisation = "organisation";
  static constexpr std::string_view network = "network";
  static constexpr std::string_view other = "other";
};

/// What sort of name a name is. Table `name_kind`.
class NameKind : public Code<NameKind> {
 public:
  using Code::Code;
  static constexpr std::string_view official = "official";
  static constexpr std::string_view endonym = "endonym";
  static constexpr std::string_view exonym = "exonym";
  static constexpr std::string_view former = "former";
  static constexpr std::string_view nickname = "nickname";
  static constexpr std::string_view alternative = "alternative";
};

/// Whose identifier an identifier is. Table `identifier_scheme`.
class IdentifierScheme : public Code<IdentifierScheme> {
 public:
  using Code::Code;
  static constexpr std::string_view wikidata = "wikidata";
  static constexpr std::string_view geonames = "geonames";
  static constexpr std::string_view unlocode = "unlocode";
};

/// How one party followed another. Table `succession_kind`.
class SuccessionKind : public Code<SuccessionKind> {
 public:
  using Code::Code;
  static constexpr std::string_view merged = "merged";
  static constexpr std::string_view absorbed = "absorbed";
  static constexpr std::string_view split = "split";
  static constexpr std::string_view replaced = "replaced";
};

/// What a city has decided of all its bonds at once. Table `policy`.
class Policy : public Code<Policy> {
 public:
  using Code::Code;
  static constexpr std::string_view no_bonds = "no_bonds";
  static constexpr std::string_view ended_all = "ended_all";
  static constexpr std::string_view limited_number = "limited_number";
  static constexpr std::string_view limited_agreements = "limited_agreements";
};

/// What sort of bond a bond is. Table `bond_kind`.
class BondKind : public Code<BondKind> {
 public:
  using Code::Code;
  static constexpr std::string_view twinning = "twinning";
  static constexpr std::string_view friendship = "friendship";
  static constexpr std::string_view project = "project";
  static constexpr std::string_view contact = "contact";
  static constexpr std::string_view cooperation = "cooperation";
  static constexpr std::string_view solidarity = "solidarity";
  static constexpr std::string_view patronage = "patronage";
  static constexpr std::string_view ring = "ring";
  static constexpr std::string_view charter_network = "charter_network";
  static constexpr std::string_view novelty = "novelty";
  static constexpr std::string_view unspecified = "unspecified";
};

/// What sort of act an act is; the table `event_kind` says what each does to the state of its bond.
class EventKind : public Code<EventKind> {
 public:
  using Code::Code;
  static constexpr std::string_view proposed = "proposed";
  static constexpr std::string_view formed = "formed";
  static constexpr std::string_view listed = "listed";
  static constexpr std::string_view renewed = "renewed";
  static constexpr std::string_view resumed = "resumed";
  static constexpr std::string_view suspended = "suspended";
  static constexpr std::string_view lapsed = "lapsed";
  static constexpr std::string_view cut = "cut";
  static constexpr std::string_view expired = "expired";
  static constexpr std::string_view joined = "joined";
  static constexpr std::string_view left = "left";
  static constexpr std::string_view contested = "contested";
  static constexpr std::string_view delisted = "delisted";
  static constexpr std::string_view exchanged = "exchanged";
  static constexpr std::string_view retracted = "retracted";
};

/// Why a party acted. Table `reason`. `unknown` means that a source says nobody knows; where nothing is recorded there
/// is no reason at all.
class Reason : public Code<Reason> {
 public:
  using Code::Code;
  static constexpr std::string_view unknown = "unknown";
};

/// What a bond left behind. Table `keepsake_kind`.
class KeepsakeKind : public Code<KeepsakeKind> {
 public:
  using Code::Code;
  static constexpr std::string_view gift = "gift";
  static constexpr std::string_view monument = "monument";
  static constexpr std::string_view place_name = "place_name";
  static constexpr std::string_view sign = "sign";
  static constexpr std::string_view privilege = "privilege";
};

/// The state of a bond, or of a pair of its parties, at one moment. It always follows from the acts.
enum class Status { proposed, active, suspended, dormant, ended };

/// Whether an answer holds on every reading of the dates that keeps the log's order, or on some.
enum class Certainty { certain, possible };

/// How a source's account stands beside others: a rival one is kept and shown, but makes no state.
enum class Rank { normal, preferred, rival };

/// Why an act makes no state: a source disagrees with those that stand, another act took its place, or it never was.
enum class SetAside { rival, corrected, retracted };

/// What sort of thing changed for a city: the status of a pair, its name, its country, who came after or before it.
enum class ChangeOf { status, name, country, successor, predecessor };

/// What has become of a bond whose party was followed by another: `awaited` while the successor carries it and has not
/// said so, `confirmed` where it has become a party itself, `ended` where the bond is over for it.
enum class Confirmation { awaited, confirmed, ended };

/// The words that the file uses: "active", "possible", "rival". They never fail.
TWINNING_EXPORT std::string_view to_string(Status status) noexcept;
TWINNING_EXPORT std::string_view to_string(Certainty certainty) noexcept;
TWINNING_EXPORT std::string_view to_string(Rank rank) noexcept;
TWINNING_EXPORT std::string_view to_string(SetAside set_aside) noexcept;
TWINNING_EXPORT std::string_view to_string(ChangeOf what) noexcept;
TWINNING_EXPORT std::string_view to_string(Confirmation confirmation) noexcept;

}  // namespace twinning
