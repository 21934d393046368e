#!/bin/sh
# Builds and runs every benchmark. Arguments are the sizes of the network:  bench/run.sh 14000 20000
set -eu
cd "$(dirname "$0")/.."

cmake/install_packages.sh g++ cmake ninja-build libsqlite3-dev libsqlitecpp-dev libfmt-dev libutf8proc-dev libcsv-dev \
  nettle-dev nlohmann-json3-dev pkg-config libigraph-dev

cmake --preset bench
cmake --build --preset bench
build/bench/bench/bench_network "${1:-14000}" "${2:-20000}"
build/bench/bench/bench_readers "${1:-14000}" "${2:-20000}"
