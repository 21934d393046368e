#!/bin/sh
# Builds and runs every test. Arguments go to ctest:  tests/run.sh --tests-regex unit
set -eu
cd "$(dirname "$0")/.."

cmake/install_packages.sh g++ cmake ninja-build libsqlite3-dev libsqlitecpp-dev libfmt-dev libutf8proc-dev libcsv-dev \
  nettle-dev nlohmann-json3-dev libcli11-dev libgtest-dev libgmock-dev librapidcheck-dev sqlite3 pkg-config binutils \
  gdal-bin python3-networkx python3-igraph python3-pandas groff-base valgrind

# Warnings stop our own robot, never a stranger with another compiler.
werror=OFF
if [ "${CI:-}" = true ]; then
  werror=ON
fi

cmake --preset dev -D TWINNING_WERROR=$werror
cmake --build --preset dev
exec ctest --preset dev --parallel "$(nproc)" "$@"
