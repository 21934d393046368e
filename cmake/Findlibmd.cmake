# Makes the target libmd::libmd; Debian's package has no CMake file of its own.
find_path(libmd_INCLUDE_DIR sha256.h)
find_library(libmd_LIBRARY md)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(libmd DEFAULT_MSG libmd_LIBRARY libmd_INCLUDE_DIR)
if(libmd_FOUND AND NOT TARGET libmd::libmd)
  add_library(libmd::libmd UNKNOWN IMPORTED)
  set_target_properties(libmd::libmd PROPERTIES
    IMPORTED_LOCATION "${libmd_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${libmd_INCLUDE_DIR}")
endif()
mark_as_advanced(libmd_INCLUDE_DIR libmd_LIBRARY)
