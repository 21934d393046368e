# What a stranger gets: the library, its headers, and what find_package and pkg-config need to find them.
include(CMakePackageConfigHelpers)

set(package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/twinning")
get_target_property(library_type twinning TYPE)

install(TARGETS twinning EXPORT twinning-targets
  FILE_SET HEADERS
  FILE_SET format_headers)
install(EXPORT twinning-targets NAMESPACE twinning:: DESTINATION "${package_folder}")

configure_package_config_file(cmake/twinning-config.cmake.in twinning-config.cmake
  INSTALL_DESTINATION "${package_folder}"
  NO_SET_AND_CHECK_MACRO)
# As with the shared library's name: below 1.0 each minor version may break its users.
if(PROJECT_VERSION_MAJOR EQUAL 0)
  set(compatibility SameMinorVersion)
else()
  set(compatibility SameMajorVersion)
endif()
write_basic_package_version_file(twinning-config-version.cmake COMPATIBILITY ${compatibility})
install(FILES
  "${PROJECT_BINARY_DIR}/twinning-config.cmake"
  "${PROJECT_BINARY_DIR}/twinning-config-version.cmake"
  "${CMAKE_CURRENT_LIST_DIR}/Findutf8proc.cmake"
  "${CMAKE_CURRENT_LIST_DIR}/Findlibcsv.cmake"
  "${CMAKE_CURRENT_LIST_DIR}/Findnettle.cmake"
  DESTINATION "${package_folder}")

# The shared library needs nothing else to be linked, so it asks for nothing: pkg-config refuses a package of which even
# a private requirement is missing. The static library asks openly, so that its users need no --static, which on Debian
# would ask for the dependencies of SQLite too. SQLiteCpp and libcsv have no pkg-config files of their own.
set(pkgconfig_folder "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
set(pkgconfig_requires "")
set(pkgconfig_libs "")
set(pkgconfig_cflags "")
if(library_type STREQUAL "STATIC_LIBRARY")
  set(pkgconfig_requires "sqlite3 fmt libutf8proc nettle")
  set(pkgconfig_libs " -lSQLiteCpp -lcsv -lpthread -ldl")
  set(pkgconfig_cflags " -DTWINNING_STATIC_DEFINE")
endif()
# The prefix is found from where the file lies, so that the package may be moved.
file(RELATIVE_PATH pkgconfig_to_prefix "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig" "${CMAKE_INSTALL_PREFIX}")
string(REGEX REPLACE "/$" "" pkgconfig_to_prefix "${pkgconfig_to_prefix}")
cmake_path(APPEND pkgconfig_libdir "\${prefix}" "${CMAKE_INSTALL_LIBDIR}")
cmake_path(APPEND pkgconfig_includedir "\${prefix}" "${CMAKE_INSTALL_INCLUDEDIR}")
configure_file(cmake/twinning.pc.in twinning.pc @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/twinning.pc" DESTINATION "${pkgconfig_folder}")

# The library carries the SQL inside; here it is the manual of the file.
install(DIRECTORY schema DESTINATION "${CMAKE_INSTALL_DOCDIR}"
  FILES_MATCHING PATTERN "*.sql" PATTERN "README.md")
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}")
