#!/bin/sh
# Runs the fuzz targets, or those that are named, for so many seconds each, side by side on all cores:
#   tests/fuzz/run.sh [SECONDS [TARGET...]]
# What breaks a promise is kept in regressions/TARGET/, and the exit status is 1. What reaches new code stays in
# build/fuzz/corpus/TARGET/ for the next time, and the log beside it.
set -eu
cd "$(dirname "$0")/../.."

seconds=${1:-60}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- acts dates files functions imports names

cmake/install_packages.sh clang-19 libclang-rt-19-dev cmake ninja-build libsqlite3-dev libsqlitecpp-dev libfmt-dev \
  libutf8proc-dev libcsv-dev nettle-dev nlohmann-json3-dev

cmake --preset fuzz
cmake --build --preset fuzz

# The targets make thousands of small files: in memory, where that can be.
if [ -w /dev/shm ]; then
  export TMPDIR=/dev/shm
fi
export seconds

# xargs gives each core a target, and fails where one of them does.
# shellcheck disable=SC2016
printf '%s\n' "$@" | xargs -P "$(nproc)" -I '{}' sh -c '
  corpus=build/fuzz/corpus/$1
  kept=tests/fuzz/regressions/$1
  mkdir -p "$corpus" "$kept"
  status=0
  "build/fuzz/tests/fuzz/fuzz_$1" -max_total_time="$seconds" -max_len=4096 -timeout=120 -report_slow_units=120 \
    -print_final_stats=1 -artifact_prefix="$kept/" "$corpus" "tests/fuzz/seeds/$1" "$kept" >"$corpus.log" 2>&1 || status=1
  rmdir "$kept" 2>/dev/null || true
  runs=$(sed -n "s/^stat::number_of_executed_units: *//p" "$corpus.log")
  if [ "$status" -eq 0 ]; then
    echo "$1: ${runs:-0} inputs, nothing found"
  else
    echo "$1: found something: $corpus.log"
  fi
  exit "$status"' sh '{}' || exit 1
