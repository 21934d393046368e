#!/bin/sh
# Has clang-tidy look at every source that is not a test, as tests/run.sh has it compiled. Arguments are the sources:
#   tests/tidy.sh lib/date.cpp
set -eu
cd "$(dirname "$0")/.."

cmake/install_packages.sh git clang-tidy-19

# What it can't read of its own settings it would pass over.
said=$(clang-tidy-19 --verify-config 2>&1)
if [ "$said" != 'No config errors detected.' ]; then
  echo "$said"
  exit 1
fi

[ $# -gt 0 ] || set -- $(git ls-files 'lib/*.cpp' 'tools/*.cpp' 'examples/*.cpp')
printf '%s\n' "$@" | xargs -P "$(nproc)" -n 1 clang-tidy-19 --quiet -p build/dev --warnings-as-errors='*'
