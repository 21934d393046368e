# symbols.sh mod_twinning.so: others find in it the one function by which SQLite loads it, and it brings no SQLite along.
set -eu
extension=$1

found=$(nm --dynamic --defined-only "$extension" | cut -d ' ' -f 3- | sed 's/@.*//' | sort)
if [ "$found" != sqlite3_modtwinning_init ]; then
  echo "Symbols that others find:"
  printf '%s\n' "$found"
  exit 1
fi
if nm --dynamic --undefined-only "$extension" | grep -E ' sqlite3_|SQLite'; then
  echo "It calls SQLite by name, and not through the host's table."
  exit 1
fi
if readelf --dynamic "$extension" | grep NEEDED | grep -i sqlite; then
  echo "It brings an SQLite of its own."
  exit 1
fi
