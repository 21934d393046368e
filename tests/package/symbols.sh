# symbols.sh FOLDER: every symbol that the shared library in FOLDER/prefix defines for others is of namespace twinning.
# Anything else, of SQLiteCpp or fmt above all, could replace what a program that links us has under the same name.
set -eu
folder=$1

library=$(find "$folder/prefix" -name 'libtwinning.so' -print -quit)
symbols=$(nm --dynamic --defined-only --demangle "$library" | cut -d ' ' -f 3-)

ours='^((vtable|typeinfo|typeinfo name) for )?twinning::'
if ! printf '%s\n' "$symbols" | grep -Eq "$ours"; then
  echo "No symbol of ours: is this the right library?"
  exit 1
fi
if strangers=$(printf '%s\n' "$symbols" | grep -Ev "$ours"); then
  echo "Symbols that are not ours:"
  printf '%s\n' "$strangers"
  exit 1
fi
