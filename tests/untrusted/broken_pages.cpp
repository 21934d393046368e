#include <cstdint>
#include <random>
#include <stdexcept>
#include <string>

#include "support/database.hpp"
#include "support/temporary_file.hpp"
#include "untrusted/hostile_file.hpp"

namespace twinning::support {
namespace {

constexpr std::size_t page_size = 4096;
using Spoil = std::function<void(const std::filesystem::path&)>;

/// Of the file format: https://www.sqlite.org/fileformat2.html
Spoil with(const std::function<void(std::string& bytes)>& change) {
  return [=](const std::filesystem::path& path) {
    std::string bytes = read_file(path);
    change(bytes);
    write_file(path, bytes);
  };
}

void put(std::string& bytes, std::size_t place, std::size_t size, std::uint64_t number) {
  for (std::size_t at = 0; at < size; ++at) {
    bytes.at(place + at) = static_cast<char>(number >> (8 * (size - 1 - at)) & 0xffU);
  }
}

std::uint64_t number_at(const std::string& bytes, std::size_t place, std::size_t size) {
  std::uint64_t number = 0;
  for (std::size_t at = 0; at < size; ++at) number = number << 8U | static_cast<unsigned char>(bytes.at(place + at));
  return number;
}

Spoil header(std::size_t place, std::size_t size, std::uint64_t number) {
  return with([=](std::string& bytes) { put(bytes, place, size, number); });
}

/// With two more pages, one of which is the list of free pages: it says how many it has, and which comes first, by the
/// number of the page that was the last one.
Spoil free_list(std::uint64_t leaves, const std::function<std::uint64_t(std::size_t last)>& first) {
  return with([=](std::string& bytes) {
    const std::size_t last = bytes.size() / page_size;
    bytes.append(2 * page_size, '\0');
    put(bytes, 28, 4, last + 2);
    put(bytes, 32, 4, last + 1);
    put(bytes, 36, 4, 2);
    put(bytes, last * page_size + 4, 4, leaves);
    put(bytes, last * page_size + 8, 4, first(last));
  });
}

/// Where the page begins that has the root of a table or index.
std::size_t root(const std::filesystem::path& path, const std::string& name) {
  const std::string number = Database(path).rows("SELECT rootpage FROM sqlite_schema WHERE name = '" + name + "'");
  return (std::stoul(number) - 1) * page_size;
}

Spoil page_of(const std::string& name, const std::function<void(std::string& bytes, std::size_t page)>& change) {
  return [=](const std::filesystem::path& path) {
    const std::size_t page = root(path, name);
    std::string bytes = read_file(path);
    change(bytes, page);
    write_file(path, bytes);
  };
}

/// The root of one thing said to be another page.
Spoil rooted(const std::string& name, const std::string& page) {
  return [=](const std::filesystem::path& path) {
    Database(path).run("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (" + page +
                       ") WHERE name = '" + name + "'");
  };
}

std::string root_of(const std::string& name) {
  return "SELECT rootpage FROM sqlite_schema WHERE name = '" + name + "'";
}

/// The first page of a kind, with a text that is too long for its page in the file.
Spoil page_of_kind(const std::string& kind, const std::function<void(std::string& bytes, std::size_t page)>& change) {
  return [=](const std::filesystem::path& path) {
    Database(path).run(
        "UPDATE source SET note = printf('%.*c', 30000, 'x'); UPDATE city SET note = printf('%.*c', 3000, 'x')");
    const std::string number = Database(path).rows("SELECT pageno FROM dbstat WHERE pagetype = '" + kind +
                                                   "' AND pageno > 1 ORDER BY pageno LIMIT 1");
    if (number.empty()) throw std::runtime_error("there is no page of the kind " + kind);
    std::string bytes = read_file(path);
    change(bytes, (std::stoul(number) - 1) * page_size);
    write_file(path, bytes);
  };
}

std::vector<HostileFile> files_with_any_bytes() {
  std::vector<HostileFile> files;
  for (unsigned seed = 1; seed <= 12; ++seed) {
    files.push_back({"BytesByChance" + std::to_string(seed), with([=](std::string& bytes) {
                       std::mt19937 chance(seed);
                       for (std::size_t count = 0; count < std::size_t{1} << seed; ++count) {
                         bytes[100 + chance() % (bytes.size() - 100)] = static_cast<char>(chance());
                       }
                     }),
                     // A few bytes may all fall where nothing is kept.
                     Outcome::safe, "", seed <= 4 ? "perhaps" : "any"});
  }
  return files;
}

}  // namespace

std::vector<HostileFile> files_with_broken_pages() {
  std::vector<HostileFile> files = {
      {"OfANewerLayout", header(60, 4, 7), Outcome::refused, "has layout 7", "has layout 7"},
      {"OfLayoutNought", header(60, 4, 0), Outcome::refused, "has layout 0", "has layout 0"},
      {"OfANegativeLayout", header(60, 4, 0xffffffffU), Outcome::refused, "has layout", "has layout"},
      {"OfAnotherProgram", header(68, 4, 0x12345678), Outcome::refused, "no registry", "no registry"},
      {"OfNoTablesUnderOurName",
       [](const std::filesystem::path& path) {
         std::filesystem::remove(path);
         Database(path).run("PRAGMA application_id = 1415006542; PRAGMA user_version = 1; CREATE TABLE city (name)");
         std::string bytes = read_file(path);
         TemporaryFile sound;
         write_file(path, bytes);
       },
       Outcome::refused, "", "is missing"},
      {"CutOff", with([](std::string& bytes) { bytes.resize(bytes.size() / 2); }), Outcome::refused,
       "shorter than it says", "shorter than it says"},
      {"CutOffInItsHeader", with([](std::string& bytes) { bytes.resize(60); }), Outcome::refused, "", "no registry"},
      {"OfOneLetter", with([](std::string& bytes) { bytes.resize(1); }), Outcome::refused, "no SQLite database",
       "no SQLite database"},
      {"OfNoLetter", with([](std::string& bytes) { bytes.clear(); }), Outcome::refused, "is empty", "is empty"},
      {"OfMorePagesThanThereAre", header(28, 4, 0xfffffff0U), Outcome::refused, "shorter than it says",
       "shorter than it says"},
      {"OfNoPages", with([](std::string& bytes) { put(bytes, 28, 4, 1); }), Outcome::safe, "", "any"},
      {"OfPagesOfAnOddSize", header(16, 2, 1000), Outcome::refused, "", "not a database"},
      {"OfPagesOfAnotherSize", header(16, 2, 8192), Outcome::safe, "", "any"},
      {"OfReservedBytes", header(20, 1, 255), Outcome::safe, "", "any"},
      {"OfAnotherTextEncoding", header(56, 4, 2), Outcome::refused, "", "malformed"},
      {"OfAnUnknownTextEncoding", header(56, 4, 9), Outcome::safe, "", ""},
      {"OfAnUnknownSchemaFormat", header(44, 4, 99), Outcome::refused, "", "unsupported file format"},
      {"OfAFutureWriteVersion", header(18, 1, 9), Outcome::safe, "", ""},
      {"OfAFutureReadVersion", header(19, 1, 9), Outcome::refused, "", "not a database"},
      {"InWriteAheadModeWithoutALog", header(18, 2, 0x0202), Outcome::safe, "", ""},
      {"WithAFreePageThatLeadsToItself", with([](std::string& bytes) {
         bytes.append(page_size, '\0');
         const std::size_t pages = bytes.size() / page_size;
         put(bytes, 28, 4, pages);
         put(bytes, 32, 4, pages);
         put(bytes, 36, 4, 1000);
         put(bytes, bytes.size() - page_size, 4, pages);
       }),
       Outcome::safe, "", "but the list of free pages has 1000; make the file anew with VACUUM"},
      {"WithAUsedPageThatIsFree", free_list(1, [](std::size_t last) { return last; }), Outcome::safe, "",
       "the list of free pages has page"},
      {"WithAFreePageOutsideTheFile", free_list(1, [](std::size_t) { return 4'000'000'000; }), Outcome::safe, "",
       "the list of free pages has page 4000000000, which is not in the file"},
      {"WithAFreePageOfTooManyLeaves", free_list(4'000'000'000, [](std::size_t) { return 1; }), Outcome::safe, "",
       "of the list of free pages has 4000000000 leaves"},
      {"WithPagesOfNobody", with([](std::string& bytes) {
         bytes.append(50 * page_size, '\0');
         put(bytes, 28, 4, bytes.size() / page_size);
       }),
       Outcome::safe, "", "50 pages are free, but the list of free pages has 0; make the file anew with VACUUM"},
      {"WithoutASchema", with([](std::string& bytes) { bytes.replace(100, page_size - 100, page_size - 100, '\0'); }),
       Outcome::refused, "", "malformed"},
      {"WhoseSchemaLeadsToItself", with([](std::string& bytes) {
         bytes[100] = 5;
         put(bytes, 108, 4, 1);
       }),
       Outcome::refused, "", "malformed"},
      {"OfOnesAlone",
       with([](std::string& bytes) { bytes.replace(100, bytes.size() - 100, bytes.size() - 100, '\xff'); }),
       Outcome::refused, "", "malformed"},
      {"WithATableOfNoPage", page_of("city", [](std::string& bytes, std::size_t page) { bytes[page] = 0; }),
       Outcome::safe, "", "any"},
      {"WithATableThatIsAnIndex", page_of("city", [](std::string& bytes, std::size_t page) { bytes[page] = 10; }),
       Outcome::safe, "", "any"},
      {"WithATableThatLeadsToItself",
       page_of("city",
               [](std::string& bytes, std::size_t page) {
                 bytes[page] = 5;
                 put(bytes, page + 3, 2, 0);
                 put(bytes, page + 8, 4, page / page_size + 1);
               }),
       Outcome::safe, "", "any"},
      {"WithCellsBeyondThePage",
       page_of("city", [](std::string& bytes, std::size_t page) { put(bytes, page + 8, 2, 0xffff); }), Outcome::safe,
       "", "any"},
      {"WithCellsInTheHeader",
       page_of("city", [](std::string& bytes, std::size_t page) { put(bytes, page + 8, 2, 1); }), Outcome::safe, "",
       "any"},
      {"WithMoreCellsThanFit",
       page_of("city", [](std::string& bytes, std::size_t page) { put(bytes, page + 3, 2, 0xffff); }), Outcome::safe,
       "", "any"},
      {"WithCellsThatOverlap",
       page_of("city", [](std::string& bytes,
                          std::size_t page) { put(bytes, page + 10, 2, number_at(bytes, page + 8, 2) + 1); }),
       Outcome::safe, "", "any"},
      {"WithACellOfGreatSize",
       page_of("city",
               [](std::string& bytes, std::size_t page) {
                 const std::size_t cell = page + number_at(bytes, page + 8, 2);
                 for (std::size_t at = 0; at < 8; ++at) bytes.at(cell + at) = '\xff';
               }),
       Outcome::safe, "", "any"},
      {"WithFreeBlocksInACircle",
       page_of("city",
               [](std::string& bytes, std::size_t page) {
                 put(bytes, page + 1, 2, 2000);
                 put(bytes, page + 2000, 2, 2000);
               }),
       Outcome::safe, "", "any"},
      {"WithATextThatLeadsToItself",
       page_of_kind("overflow",
                    [](std::string& bytes, std::size_t page) { put(bytes, page, 4, page / page_size + 1); }),
       Outcome::safe, "", "any"},
      {"WithATextThatLeadsNowhere",
       page_of_kind("overflow", [](std::string& bytes, std::size_t page) { put(bytes, page, 4, 0x7fffffff); }),
       Outcome::safe, "", "any"},
      {"WithABranchThatLeadsToItself",
       page_of_kind("internal",
                    [](std::string& bytes, std::size_t page) { put(bytes, page + 8, 4, page / page_size + 1); }),
       Outcome::safe, "", "any"},
      {"WithATableInAnothersPlace", rooted("city", root_of("source")), Outcome::safe, "", "any"},
      {"WithTwoTablesInOnePlace", rooted("city_policy", root_of("city_country")), Outcome::safe, "", "any"},
      {"WithAnIndexInATablesPlace", rooted("city_by_name", root_of("city")), Outcome::safe, "", "any"},
      {"WithATableInAnIndexsPlace", rooted("city", root_of("city_by_name")), Outcome::safe, "", "any"},
      {"WithATableInTheSchemasPlace", rooted("city", "1"), Outcome::safe, "", "any"},
      {"WithATableBeyondTheEnd", rooted("city", "100000"), Outcome::safe, "", "any"},
      {"WithATableInNoPlace", rooted("city", "0"), Outcome::safe, "", "any"},
      {"WithATableInANegativePlace", rooted("city", "-3"), Outcome::safe, "", "any"},
  };
  for (HostileFile& file : files_with_any_bytes()) files.push_back(std::move(file));
  return files;
}

}  // namespace twinning::support
