#!/bin/sh
# Builds the tests of our own C++ again and runs them: under the address and undefined behaviour sanitizers, and those that
# have threads under the thread sanitizer.
set -eu
cd "$(dirname "$0")/.."

cmake/install_packages.sh g++ cmake ninja-build libsqlite3-dev libsqlitecpp-dev libfmt-dev libutf8proc-dev libcsv-dev \
  nettle-dev nlohmann-json3-dev libcli11-dev libgtest-dev libgmock-dev librapidcheck-dev sqlite3 pkg-config binutils \
  util-linux gdal-bin python3-networkx python3-igraph python3-pandas groff-base valgrind

# Where the kernel scatters addresses, the thread sanitizer of g++ 12 finds no room for its own.
for preset in asan tsan; do
  setarch -R cmake --preset $preset
  setarch -R cmake --build --preset $preset
  setarch -R ctest --preset $preset --parallel "$(nproc)"
done
