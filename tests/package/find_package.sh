# find_package.sh shared|static FOLDER: a stranger's project finds the package in FOLDER/prefix, builds and runs.
set -eu
kind=$1
folder=$2

# The shared library needs nothing else: not even if the rest is not there to be found.
others=
if [ "$kind" = shared ]; then
  others='-D CMAKE_DISABLE_FIND_PACKAGE_SQLite3=ON -D CMAKE_DISABLE_FIND_PACKAGE_SQLiteCpp=ON -D CMAKE_DISABLE_FIND_PACKAGE_fmt=ON'
fi

# shellcheck disable=SC2086
cmake -S "$SOURCE/tests/package/consumer" -B "$folder/consumer" -D CMAKE_PREFIX_PATH="$folder/prefix" $others
cmake --build "$folder/consumer"
"$folder/consumer/consumer"
