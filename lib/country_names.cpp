// Generated once from the facts of ISO 3166 as Debian's iso-codes has them (names, common and official names, alpha-3
// codes, the names of withdrawn countries), with names in daily use beside them. The table `country` has one name each.

#include "country_names.hpp"

#include <algorithm>
#include <array>

namespace twinning {
namespace {

struct Named {
  std::string_view name;
  std::string_view code;
};

// clang-format off
constexpr auto names = std::to_array<Named>({
  {"abw", "AW"}, {"afg", "AF"}, {"ago", "AO"}, {"aia", "AI"}, {"ala", "AX"}, {"alb", "AL"}, {"america", "US"},
  {"and", "AD"}, {"anhh", "AN"}, {"ant", "AN"}, {"arab republic of egypt", "EG"}, {"are", "AE"}, {"arg", "AR"},
  {"argentine republic", "AR"}, {"arm", "AM"}, {"asm", "AS"}, {"ata", "AQ"}, {"atf", "TF"}, {"atg", "AG"},
  {"atn", "NQ"}, {"aus", "AU"}, {"aut", "AT"}, {"aze", "AZ"}, {"bdi", "BI"}, {"bel", "BE"}, {"ben", "BJ"},
  {"bes", "BQ"}, {"bfa", "BF"}, {"bgd", "BD"}, {"bgr", "BG"}, {"bhr", "BH"}, {"bhs", "BS"}, {"bih", "BA"},
  {"blm", "BL"}, {"blr", "BY"}, {"blz", "BZ"}, {"bmu", "BM"}, {"bol", "BO"},
  {"bolivarian republic of venezuela", "VE"}, {"bolivia plurinational state of", "BO"}, {"bra", "BR"}, {"brb", "BB"},
  {"britain", "GB"}, {"brn", "BN"}, {"brunei darussalam", "BN"}, {"btn", "BT"}, {"bumm", "BU"}, {"bur", "BU"},
  {"burma socialist republic of the union of", "BU"}, {"bvt", "BV"}, {"bwa", "BW"}, {"caf", "CF"}, {"can", "CA"},
  {"cape verde", "CV"}, {"cck", "CC"}, {"che", "CH"}, {"chl", "CL"}, {"chn", "CN"}, {"civ", "CI"}, {"cmr", "CM"},
  {"cod", "CD"}, {"cog", "CG"}, {"cok", "CK"}, {"col", "CO"}, {"com", "KM"}, {"commonwealth of dominica", "DM"},
  {"commonwealth of the bahamas", "BS"}, {"commonwealth of the northern mariana islands", "MP"}, {"congo", "CG"},
  {"congo brazzaville", "CG"}, {"congo kinshasa", "CD"}, {"congo the democratic republic of the", "CD"}, {"cpv", "CV"},
  {"cri", "CR"}, {"cshh", "CS"}, {"csxx", "CS"}, {"cte", "CT"}, {"ctki", "CT"}, {"cub", "CU"}, {"cuw", "CW"},
  {"cxr", "CX"}, {"cym", "KY"}, {"cyp", "CY"}, {"cze", "CZ"}, {"czechia", "CZ"},
  {"czechoslovak socialist republic czechoslovakia", "CS"}, {"czechoslovakia", "CS"},
  {"czechoslovakia czechoslovak socialist republic", "CS"}, {"ddde", "DD"}, {"ddr", "DD"},
  {"democratic peoples democratic republic of yemen", "YD"}, {"democratic peoples republic of korea", "KP"},
  {"democratic republic of sao tome and principe", "ST"}, {"democratic republic of timor leste", "TL"},
  {"democratic republic of viet nam", "VD"}, {"democratic socialist republic of sri lanka", "LK"}, {"deu", "DE"},
  {"dhy", "DY"}, {"dji", "DJ"}, {"dma", "DM"}, {"dnk", "DK"}, {"dom", "DO"}, {"dr congo", "CD"}, {"dybj", "DY"},
  {"dza", "DZ"}, {"eastern republic of uruguay", "UY"}, {"ecu", "EC"}, {"egy", "EG"}, {"england", "GB"}, {"eri", "ER"},
  {"esh", "EH"}, {"esp", "ES"}, {"est", "EE"}, {"eth", "ET"}, {"faeroe islands", "FO"},
  {"falkland islands malvinas", "FK"}, {"federal democratic republic of ethiopia", "ET"},
  {"federal democratic republic of nepal", "NP"}, {"federal republic of germany", "DE"},
  {"federal republic of nigeria", "NG"}, {"federal republic of somalia", "SO"},
  {"federated states of micronesia", "FM"}, {"federative republic of brazil", "BR"}, {"fin", "FI"}, {"fji", "FJ"},
  {"flk", "FK"}, {"fqhh", "FQ"}, {"fra", "FR"}, {"france metropolitan", "FX"}, {"french republic", "FR"},
  {"fro", "FO"}, {"fsm", "FM"}, {"fxfr", "FX"}, {"fxx", "FX"}, {"fyrom", "MK"}, {"gab", "GA"},
  {"gabonese republic", "GA"}, {"gbr", "GB"}, {"gdr", "DD"}, {"geo", "GE"}, {"german democratic republic", "DD"},
  {"ggy", "GG"}, {"gha", "GH"}, {"gib", "GI"}, {"gin", "GN"}, {"glp", "GP"}, {"gmb", "GM"}, {"gnb", "GW"},
  {"gnq", "GQ"}, {"grand duchy of luxembourg", "LU"}, {"grc", "GR"}, {"grd", "GD"}, {"great britain", "GB"},
  {"grl", "GL"}, {"gtm", "GT"}, {"guf", "GF"}, {"gum", "GU"}, {"guy", "GY"}, {"hashemite kingdom of jordan", "JO"},
  {"hellenic republic", "GR"}, {"hkg", "HK"}, {"hmd", "HM"}, {"hnd", "HN"}, {"holland", "NL"}, {"holy see", "VA"},
  {"holy see vatican city state", "VA"}, {"hong kong sar", "HK"},
  {"hong kong special administrative region of china", "HK"}, {"hrv", "HR"}, {"hti", "HT"}, {"hun", "HU"},
  {"hvbf", "HV"}, {"hvo", "HV"}, {"idn", "ID"}, {"imn", "IM"}, {"ind", "IN"},
  {"independent state of papua new guinea", "PG"}, {"independent state of samoa", "WS"}, {"iot", "IO"},
  {"iran islamic republic of", "IR"}, {"irl", "IE"}, {"irn", "IR"}, {"irq", "IQ"}, {"isl", "IS"},
  {"islamic republic of afghanistan", "AF"}, {"islamic republic of iran", "IR"},
  {"islamic republic of mauritania", "MR"}, {"islamic republic of pakistan", "PK"}, {"isr", "IL"}, {"ita", "IT"},
  {"italian republic", "IT"}, {"ivory coast", "CI"}, {"jam", "JM"}, {"jey", "JE"}, {"jor", "JO"}, {"jpn", "JP"},
  {"jtn", "JT"}, {"jtum", "JT"}, {"kaz", "KZ"}, {"ken", "KE"}, {"kgz", "KG"}, {"khm", "KH"},
  {"kingdom of bahrain", "BH"}, {"kingdom of belgium", "BE"}, {"kingdom of bhutan", "BT"},
  {"kingdom of cambodia", "KH"}, {"kingdom of denmark", "DK"}, {"kingdom of eswatini", "SZ"},
  {"kingdom of lesotho", "LS"}, {"kingdom of morocco", "MA"}, {"kingdom of norway", "NO"},
  {"kingdom of saudi arabia", "SA"}, {"kingdom of spain", "ES"}, {"kingdom of sweden", "SE"},
  {"kingdom of thailand", "TH"}, {"kingdom of the netherlands", "NL"}, {"kingdom of tonga", "TO"}, {"kir", "KI"},
  {"kna", "KN"}, {"kor", "KR"}, {"korea", "KR"}, {"korea democratic peoples republic of", "KP"},
  {"korea republic of", "KR"}, {"kwt", "KW"}, {"kyrgyz republic", "KG"}, {"lao", "LA"},
  {"lao peoples democratic republic", "LA"}, {"lbn", "LB"}, {"lbr", "LR"}, {"lby", "LY"}, {"lca", "LC"},
  {"lebanese republic", "LB"}, {"lie", "LI"}, {"lka", "LK"}, {"lso", "LS"}, {"ltu", "LT"}, {"lux", "LU"},
  {"lva", "LV"}, {"mac", "MO"}, {"macao special administrative region of china", "MO"}, {"macau", "MO"},
  {"macedonia", "MK"}, {"maf", "MF"}, {"mar", "MA"}, {"mco", "MC"}, {"mda", "MD"}, {"mdg", "MG"}, {"mdv", "MV"},
  {"mex", "MX"}, {"mhl", "MH"}, {"micronesia federated states of", "FM"}, {"mid", "MI"}, {"mium", "MI"}, {"mkd", "MK"},
  {"mli", "ML"}, {"mlt", "MT"}, {"mmr", "MM"}, {"mne", "ME"}, {"mng", "MN"}, {"mnp", "MP"},
  {"moldova republic of", "MD"}, {"moz", "MZ"}, {"mrt", "MR"}, {"msr", "MS"}, {"mtq", "MQ"}, {"mus", "MU"},
  {"mwi", "MW"}, {"mys", "MY"}, {"myt", "YT"}, {"nam", "NA"}, {"ncl", "NC"}, {"ner", "NE"}, {"nfk", "NF"},
  {"nga", "NG"}, {"nhb", "NH"}, {"nhvu", "NH"}, {"nic", "NI"}, {"niu", "NU"}, {"nld", "NL"}, {"nor", "NO"},
  {"northern ireland", "GB"}, {"npl", "NP"}, {"nqaq", "NQ"}, {"nru", "NR"}, {"nthh", "NT"}, {"ntz", "NT"},
  {"nzl", "NZ"}, {"omn", "OM"}, {"pak", "PK"}, {"palestine state of", "PS"}, {"palestinian territories", "PS"},
  {"pan", "PA"}, {"pchh", "PC"}, {"pci", "PC"}, {"pcn", "PN"}, {"pcz", "PZ"},
  {"peoples democratic republic of algeria", "DZ"}, {"peoples republic of bangladesh", "BD"},
  {"peoples republic of china", "CN"}, {"per", "PE"}, {"phl", "PH"}, {"plurinational state of bolivia", "BO"},
  {"plw", "PW"}, {"png", "PG"}, {"pol", "PL"}, {"portuguese republic", "PT"}, {"prc", "CN"}, {"pri", "PR"},
  {"principality of andorra", "AD"}, {"principality of liechtenstein", "LI"}, {"principality of monaco", "MC"},
  {"prk", "KP"}, {"province of china taiwan", "TW"}, {"prt", "PT"}, {"pry", "PY"}, {"pse", "PS"}, {"pus", "PU"},
  {"puum", "PU"}, {"pyf", "PF"}, {"pzpa", "PZ"}, {"qat", "QA"}, {"republic of albania", "AL"},
  {"republic of angola", "AO"}, {"republic of armenia", "AM"}, {"republic of austria", "AT"},
  {"republic of azerbaijan", "AZ"}, {"republic of belarus", "BY"}, {"republic of benin", "BJ"},
  {"republic of bosnia and herzegovina", "BA"}, {"republic of botswana", "BW"}, {"republic of bulgaria", "BG"},
  {"republic of burundi", "BI"}, {"republic of cabo verde", "CV"}, {"republic of cameroon", "CM"},
  {"republic of chad", "TD"}, {"republic of chile", "CL"}, {"republic of china", "TW"}, {"republic of colombia", "CO"},
  {"republic of costa rica", "CR"}, {"republic of cote divoire", "CI"}, {"republic of croatia", "HR"},
  {"republic of cuba", "CU"}, {"republic of cyprus", "CY"}, {"republic of djibouti", "DJ"},
  {"republic of ecuador", "EC"}, {"republic of el salvador", "SV"}, {"republic of equatorial guinea", "GQ"},
  {"republic of estonia", "EE"}, {"republic of fiji", "FJ"}, {"republic of finland", "FI"},
  {"republic of ghana", "GH"}, {"republic of guatemala", "GT"}, {"republic of guinea", "GN"},
  {"republic of guinea bissau", "GW"}, {"republic of guyana", "GY"}, {"republic of haiti", "HT"},
  {"republic of honduras", "HN"}, {"republic of iceland", "IS"}, {"republic of india", "IN"},
  {"republic of indonesia", "ID"}, {"republic of iraq", "IQ"}, {"republic of ireland", "IE"},
  {"republic of kazakhstan", "KZ"}, {"republic of kenya", "KE"}, {"republic of kiribati", "KI"},
  {"republic of korea", "KR"}, {"republic of latvia", "LV"}, {"republic of liberia", "LR"},
  {"republic of lithuania", "LT"}, {"republic of macedonia", "MK"}, {"republic of madagascar", "MG"},
  {"republic of malawi", "MW"}, {"republic of maldives", "MV"}, {"republic of mali", "ML"},
  {"republic of malta", "MT"}, {"republic of mauritius", "MU"}, {"republic of moldova", "MD"},
  {"republic of mozambique", "MZ"}, {"republic of myanmar", "MM"}, {"republic of namibia", "NA"},
  {"republic of nauru", "NR"}, {"republic of nicaragua", "NI"}, {"republic of north macedonia", "MK"},
  {"republic of palau", "PW"}, {"republic of panama", "PA"}, {"republic of paraguay", "PY"},
  {"republic of peru", "PE"}, {"republic of poland", "PL"}, {"republic of san marino", "SM"},
  {"republic of senegal", "SN"}, {"republic of serbia", "RS"}, {"republic of seychelles", "SC"},
  {"republic of sierra leone", "SL"}, {"republic of singapore", "SG"}, {"republic of slovenia", "SI"},
  {"republic of south africa", "ZA"}, {"republic of south sudan", "SS"}, {"republic of suriname", "SR"},
  {"republic of tajikistan", "TJ"}, {"republic of the gambia", "GM"}, {"republic of the marshall islands", "MH"},
  {"republic of the niger", "NE"}, {"republic of the philippines", "PH"}, {"republic of the sudan", "SD"},
  {"republic of trinidad and tobago", "TT"}, {"republic of tunisia", "TN"}, {"republic of turkiye", "TR"},
  {"republic of uganda", "UG"}, {"republic of upper volta", "HV"}, {"republic of uzbekistan", "UZ"},
  {"republic of vanuatu", "VU"}, {"republic of yemen", "YE"}, {"republic of zaire", "ZR"},
  {"republic of zambia", "ZM"}, {"republic of zimbabwe", "ZW"}, {"reu", "RE"}, {"rho", "RH"}, {"rhzw", "RH"},
  {"rou", "RO"}, {"rus", "RU"}, {"russian federation", "RU"}, {"rwa", "RW"}, {"rwandese republic", "RW"},
  {"saint martin french part", "MF"}, {"sau", "SA"}, {"scotland", "GB"}, {"sdn", "SD"}, {"sen", "SN"},
  {"serbia and montenegro", "CS"}, {"sgp", "SG"}, {"sgs", "GS"}, {"shn", "SH"}, {"sint maarten dutch part", "SX"},
  {"sjm", "SJ"}, {"slb", "SB"}, {"sle", "SL"}, {"slovak republic", "SK"}, {"slv", "SV"}, {"smr", "SM"},
  {"socialist federal republic of yugoslavia", "YU"}, {"socialist republic of the union of burma", "BU"},
  {"socialist republic of viet nam", "VN"}, {"som", "SO"}, {"spm", "PM"}, {"srb", "RS"}, {"ssd", "SS"},
  {"state of eritrea", "ER"}, {"state of israel", "IL"}, {"state of kuwait", "KW"}, {"state of palestine", "PS"},
  {"state of qatar", "QA"}, {"stp", "ST"}, {"suhh", "SU"}, {"sultanate of oman", "OM"}, {"sun", "SU"}, {"sur", "SR"},
  {"svk", "SK"}, {"svn", "SI"}, {"swaziland", "SZ"}, {"swe", "SE"}, {"swiss confederation", "CH"}, {"swz", "SZ"},
  {"sxm", "SX"}, {"syc", "SC"}, {"syr", "SY"}, {"syrian arab republic", "SY"}, {"taiwan province of china", "TW"},
  {"tanzania united republic of", "TZ"}, {"tca", "TC"}, {"tcd", "TD"}, {"tgo", "TG"}, {"tha", "TH"},
  {"the bahamas", "BS"}, {"the democratic republic of the congo", "CD"}, {"the gambia", "GM"},
  {"the netherlands", "NL"}, {"the state of eritrea", "ER"}, {"the state of palestine", "PS"}, {"tjk", "TJ"},
  {"tkl", "TK"}, {"tkm", "TM"}, {"tls", "TL"}, {"tmp", "TP"}, {"togolese republic", "TG"}, {"ton", "TO"},
  {"tptl", "TP"}, {"tto", "TT"}, {"tun", "TN"}, {"tur", "TR"}, {"turkiye", "TR"}, {"tuv", "TV"}, {"twn", "TW"},
  {"tza", "TZ"}, {"uae", "AE"}, {"uga", "UG"}, {"uk", "GB"}, {"ukr", "UA"}, {"umi", "UM"},
  {"union of soviet socialist republics", "SU"}, {"union of soviet socialist republics ussr", "SU"},
  {"union of the comoros", "KM"}, {"united kingdom of great britain and northern ireland", "GB"},
  {"united mexican states", "MX"}, {"united republic of tanzania", "TZ"}, {"united states of america", "US"},
  {"upper volta republic of", "HV"}, {"ury", "UY"}, {"us virgin islands", "VI"}, {"usa", "US"}, {"ussr", "SU"},
  {"ussr union of soviet socialist republics", "SU"}, {"uzb", "UZ"}, {"vat", "VA"}, {"vatican", "VA"}, {"vct", "VC"},
  {"vdr", "VD"}, {"vdvn", "VD"}, {"ven", "VE"}, {"venezuela bolivarian republic of", "VE"}, {"vgb", "VG"},
  {"viet nam", "VN"}, {"viet nam democratic republic of", "VD"}, {"vir", "VI"}, {"virgin islands british", "VG"},
  {"virgin islands of the united states", "VI"}, {"virgin islands us", "VI"}, {"vnm", "VN"}, {"vut", "VU"},
  {"wak", "WK"}, {"wales", "GB"}, {"west germany", "DE"}, {"wkum", "WK"}, {"wlf", "WF"}, {"wsm", "WS"}, {"ydye", "YD"},
  {"yem", "YE"}, {"yemen democratic peoples democratic republic of", "YD"}, {"ymd", "YD"}, {"yucs", "YU"},
  {"yug", "YU"}, {"yugoslavia socialist federal republic of", "YU"}, {"zaf", "ZA"}, {"zaire republic of", "ZR"},
  {"zar", "ZR"}, {"zmb", "ZM"}, {"zrcd", "ZR"}, {"zwe", "ZW"},
});
// clang-format on
static_assert(std::ranges::is_sorted(names, {}, &Named::name));

}  // namespace

std::optional<std::string_view> country_code_of(std::string_view folded_name) {
  const auto* const found = std::ranges::lower_bound(names, folded_name, {}, &Named::name);
  if (found == names.end() || found->name != folded_name) return std::nullopt;
  return found->code;
}

}  // namespace twinning
