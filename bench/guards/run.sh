#!/bin/sh
# Counts the instructions of the hot workloads and compares them with counts.txt:  bench/guards/run.sh [--accept]
# One that takes over three percent more is a failure; one that takes over three percent less is told, so that the new
# count is kept. With --accept, counts.txt is written anew: commit it with the change that it is for.
set -eu
cd "$(dirname "$0")/../.."

cmake/install_packages.sh g++ cmake ninja-build libsqlite3-dev libsqlitecpp-dev libfmt-dev libutf8proc-dev libcsv-dev \
  nettle-dev nlohmann-json3-dev pkg-config valgrind util-linux

cmake --preset guards
cmake --build --preset guards
program=build/guards/bench/guards/instructions
counts=bench/guards/counts.txt
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Whatever the processor has: the plain routines of the C library, and addresses that do not change.
GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX_Fast_Unaligned_Load,-AVX_Usable,-AVX2_Usable,-AVX2,-AVX512F,-AVX512VL,-ERMS,-FSRM,-BMI2,-MOVBE
export GLIBC_TUNABLES

"$program" make "$folder/made.db"
for workload in $("$program" list); do
  cp "$folder/made.db" "$folder/$workload.db"
  setarch -R valgrind --tool=callgrind --callgrind-out-file=/dev/null --toggle-collect=counted \
    "$program" "$workload" "$folder/$workload.db" 2>"$folder/said" || { cat "$folder/said" >&2; exit 1; }
  echo "$workload $(sed -n 's/.*Collected : \([0-9]*\).*/\1/p' "$folder/said")"
done >"$folder/counts.txt"

if [ "${1:-}" = --accept ]; then
  cp "$folder/counts.txt" "$counts"
  cat "$counts"
  exit
fi
awk '
  NR == FNR { kept[$1] = $2; next }
  $2 < 100000 { print $1 " was not counted"; failed = 1; next }
  !($1 in kept) { print $1 " is not in counts.txt: accept it"; failed = 1; next }
  {
    change = ($2 / kept[$1] - 1) * 100
    verdict = ""
    if (change > 3) { verdict = "TAKES MORE"; failed = 1 }
    if (change < -3) verdict = "takes less: accept it"
    printf("%-18s %12d instructions  %+7.2f %%  %s\n", $1, $2, change, verdict)
    delete kept[$1]
  }
  END {
    for (name in kept) { print name " is in counts.txt, and was not counted"; failed = 1 }
    exit failed
  }
' "$counts" "$folder/counts.txt"
