# install.sh shared|static FOLDER: builds that kind of library, and installs it to the empty folder FOLDER/prefix. It is not
# optimised: examples/run.sh builds one that is.
set -eu
kind=$1
folder=$2

shared=ON
if [ "$kind" = static ]; then
  shared=OFF
fi

cmake -S "$SOURCE" -B "$folder/library" \
  -D CMAKE_BUILD_TYPE= -D BUILD_SHARED_LIBS=$shared -D CMAKE_INSTALL_PREFIX="$folder/elsewhere" \
  -D TWINNING_BUILD_TESTS=OFF -D TWINNING_BUILD_EXAMPLES=OFF
cmake --build "$folder/library"

# Not where it was configured for: the package may be moved.
rm -rf "$folder/prefix"
cmake --install "$folder/library" --prefix "$folder/prefix"
