#!/bin/sh
# Builds the library, makes a registry from real documented bonds, and shows it through the library and the shell.
set -eu
cd "$(dirname "$0")/.."

cmake/install_packages.sh g++ cmake ninja-build libsqlite3-dev libsqlitecpp-dev libfmt-dev libutf8proc-dev libcsv-dev \
  nettle-dev nlohmann-json3-dev libcli11-dev sqlite3

cmake --preset release
cmake --build --preset release

# A folder of its own, new each time: what the programs leave there is for you to look at. It is the one in which the
# pages' examples run, with the registry, the command and the extension side by side.
root=$PWD
programs=$root/build/release/examples
rm -rf build/release/tour
mkdir build/release/tour
cd build/release/tour

# The tour, in order of difficulty.
"$programs/make_twin_towns" bonds.db "$root/examples/data"
"$programs/first_steps"
"$programs/tell_the_story" bonds.db
sqlite3 -batch -bail bonds.db <"$root/examples/shell_tour.sql"

ln -s ../tools/twinning ../tools/extension/mod_twinning.so .

cat <<'END'

The registry is yours to explore, and what the pages show runs in its folder:

    cd build/release/tour && PATH=$PWD:$PATH
    sqlite3 bonds.db

    bonds.db         the registry of documented bonds
    twinning         the command, built as build/release/tools/twinning
    mod_twinning.so  the extension, built as build/release/tools/extension/mod_twinning.so
    first_steps.db   the two towns of the README's program
END
