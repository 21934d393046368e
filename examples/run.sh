#!/bin/sh
# Builds the library, makes a registry from real documented bonds, and shows it through the library and the shell.
set -eu
cd "$(dirname "$0")/.."

cmake/install_packages.sh g++ cmake ninja-build libsqlite3-dev libsqlitecpp-dev libfmt-dev libutf8proc-dev libcsv-dev \
  nettle-dev nlohmann-json3-dev libcli11-dev sqlite3

cmake --preset release
cmake --build --preset release

# A folder of its own, new each time: what the programs leave there is for you to look at.
root=$PWD
programs=$root/build/release/examples
rm -rf build/release/tour
mkdir build/release/tour
cd build/release/tour

# The tour, in order of difficulty.
"$programs/make_twin_towns" twin-towns.db "$root/examples/data"
"$programs/first_steps"
"$programs/tell_the_story" twin-towns.db
sqlite3 -batch -bail twin-towns.db <"$root/examples/shell_tour.sql"

echo
echo "The registry is yours to explore: sqlite3 build/release/tour/twin-towns.db"
