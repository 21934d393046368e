# Makes the target nettle::nettle; Debian's package has no CMake file of its own.
find_path(nettle_INCLUDE_DIR nettle/sha2.h)
find_library(nettle_LIBRARY nettle)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(nettle DEFAULT_MSG nettle_LIBRARY nettle_INCLUDE_DIR)
if(nettle_FOUND AND NOT TARGET nettle::nettle)
  add_library(nettle::nettle UNKNOWN IMPORTED)
  set_target_properties(nettle::nettle PROPERTIES
    IMPORTED_LOCATION "${nettle_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${nettle_INCLUDE_DIR}")
endif()
mark_as_advanced(nettle_INCLUDE_DIR nettle_LIBRARY)
