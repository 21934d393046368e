# pkg_config.sh FOLDER: one plain compiler line, with what pkg-config knows of the package in FOLDER/prefix.
set -eu
folder=$1

library=$(find "$folder/prefix" -name 'libtwinning.*' -print -quit)
libraries=$(dirname "$library")
export PKG_CONFIG_PATH="$libraries/pkgconfig"

flags=$(pkg-config --cflags --libs twinning)
echo "pkg-config says: $flags"

# shellcheck disable=SC2086
"$CXX" -std=c++20 "$SOURCE/tests/package/consumer/consumer.cpp" -o "$folder/plain_consumer" $flags
LD_LIBRARY_PATH="$libraries" "$folder/plain_consumer"
