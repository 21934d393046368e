# add_subdirectory.sh FOLDER: a host takes the library in as a guest, which brings no tests, examples or install rules,
# and no warnings of its own to the host.
set -eu
folder=$1

# What an earlier run chose is forgotten: the defaults are what matters here.
cmake -S "$SOURCE/tests/package/consumer" -B "$folder" -U 'TWINNING_*' -D TWINNING_SOURCE="$SOURCE"
cmake --build "$folder"
"$folder/consumer"

rm -rf "$folder/prefix"
cmake --install "$folder" --prefix "$folder/prefix"
if [ -e "$folder/prefix" ]; then
  echo "The guest installed itself along with its host:"
  find "$folder/prefix" -type f
  exit 1
fi
if ctest --test-dir "$folder" --show-only | grep 'Test *#'; then
  echo "The guest brought its tests along."
  exit 1
fi
