#!/bin/sh
# Says how many lines and branches of the library the tests reach: a figure to look at, by which nothing fails. Branches
# that only exceptions take are not counted. The list by file is in build/coverage/coverage.txt.
set -eu
cd "$(dirname "$0")/.."

cmake/install_packages.sh g++ cmake ninja-build libsqlite3-dev libsqlitecpp-dev libfmt-dev libutf8proc-dev libcsv-dev \
  nettle-dev nlohmann-json3-dev libcli11-dev libgtest-dev libgmock-dev librapidcheck-dev sqlite3 pkg-config binutils \
  gdal-bin python3-networkx python3-igraph python3-pandas groff-base valgrind gcovr

cmake --preset coverage
cmake --build --preset coverage
find build/coverage -name '*.gcda' -delete
ctest --preset coverage --parallel "$(nproc)"
gcovr --root . --filter lib/ --filter include/ --exclude-throw-branches --exclude-unreachable-branches --print-summary \
  --txt build/coverage/coverage.txt build/coverage
