# examples.sh FOLDER: examples/ is a stranger's project too. It builds against the package in FOLDER/prefix,
# and its first program runs.
set -eu
folder=$1

cmake -S "$SOURCE/examples" -B "$folder/examples" -D CMAKE_PREFIX_PATH="$folder/prefix"
cmake --build "$folder/examples"

rm -rf "$folder/first_steps"
mkdir "$folder/first_steps"
cd "$folder/first_steps"
"$folder/examples/first_steps"
