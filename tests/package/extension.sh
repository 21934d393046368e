# extension.sh FOLDER: the shell loads the extension that was installed to FOLDER/prefix, from where its loader looks.
set -eu
folder=$1

extension=$(find "$folder/prefix" -name 'mod_twinning.so' -print -quit)
LD_LIBRARY_PATH=$(dirname "$extension")
export LD_LIBRARY_PATH
said=$(sqlite3 -batch -init /dev/null -cmd '.load mod_twinning' -safe :memory: "SELECT fold('Saint-Étienne')")
if [ "$said" != 'saint etienne' ]; then
  echo "The shell said: $said"
  exit 1
fi
