#!/bin/sh
# Builds and runs every benchmark:  bench/run.sh [--json FILE] [--wikidata FILE] [CITIES BONDS]
# With --json, the table of workloads is written there too, as rows of workload, size, library, median_seconds and
# ratio_to_raw. With --wikidata, a list of Wikidata's property P190 is imported as well: the CSV of its query service.
set -eu

json=
wikidata=
while [ $# -gt 1 ]; do
  case $1 in
    --json) json=$(realpath "$2") ;;
    --wikidata) wikidata=$(realpath "$2") ;;
    *) break ;;
  esac
  shift 2
done
cities=${1:-12000}
bonds=${2:-30000}
cd "$(dirname "$0")/.."

cmake/install_packages.sh g++ cmake ninja-build libsqlite3-dev libsqlitecpp-dev libfmt-dev libutf8proc-dev libcsv-dev \
  nettle-dev nlohmann-json3-dev pkg-config libigraph-dev libsoci-dev libboost-dev

cmake --preset bench
cmake --build --preset bench
build/bench/bench/bench_workloads "$cities" "$bonds" "$json" ${wikidata:+"$wikidata"}
build/bench/bench/bench_network "$cities" "$bonds"
build/bench/bench/bench_readers "$cities" "$bonds"
