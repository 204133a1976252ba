#!/bin/sh
# Prints ghc.csv: run.sh GHC [LOGS], where GHC is the compiler (9.0.2, as Debian 12 has it). Takes about 4 minutes.
# With LOGS, a folder, the logs are kept there. CPU times bear other load, elapsed times do not.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
logs=${2:-$build}
mkdir -p "$logs"
for program in Forest Ring; do
	"$1" -v0 -O2 -threaded -rtsopts -outputdir "$build/$program.o" -o "$build/$program" "$here/$program.hs"
done

# Of each collection: the generation, bytes copied and live, CPU and elapsed ms.
collections='$NF ~ /^[01]\)$/ { print substr($NF, 1, 1), $2, $3, 1000 * $4, 1000 * $5 }'
row='
$1 == 1 { n++; size[n] = $3; cpu[n] = $4; elapsed[n] = $5; if ($5 > longest) longest = $5 }
$1 == 0 { minors++; copied += $2 }
END {
	# Half of the major collections, those at the end: the first ones grow the memory of the process.
	first = int(n / 2) + 1
	printf "%s,%d,%d,%s,%s,%s,%d,%d,%s\n", name, n, size[n], n ? median(cpu) : "",
		n ? median(elapsed) : "", n ? longest : "", minors, minors ? copied / minors : 0, rest
}
function median(a,    i, j, t) {
	for (i = first; i <= n; i++) for (j = i; j > first && a[j - 1] > a[j]; j--) {
		t = a[j]; a[j] = a[j - 1]; a[j - 1] = t
	}
	return (a[int((first + n) / 2)] + a[int((first + n + 1) / 2)]) / 2
}'

echo "case,majors,live_bytes,major_cpu_ms,major_ms,major_longest_ms,minors,minor_copied_bytes,minor_us,objects,memory_over_live"
forest() {
	log=$logs/forest$1.obj$2.churn$3
	"$build/Forest" "$1" "$2" "$3" "$4" 1 +RTS -S -A1m >"$log.json" 2>"$log.log"
	field() { sed "s/.*\"$1\": \([0-9.]*\).*/\1/" "$log.json"; }
	sed -n '/# begin/,/# end/p' "$log.log" | awk "$collections" >"$log.gcs"
	# The log has whole milliseconds: a minor collection is what all took less the major ones, over their number.
	rest=$(awk -v gc="$(field gc_ms)" -v nodes="$(field nodes)" -v memory="$(field max_mem)" -v live="$(field max_live)" '
		$1 == 1 { gc -= $5 } $1 == 0 { minors++ }
		END { printf "%.1f,%d,%.2f", 1000 * gc / minors, 2 * nodes + nodes * 256 / 1023, memory / live }' "$log.gcs")
	awk -v name="live$1.obj$2.churn$3" -v rest="$rest" "$row" "$log.gcs"
}
ring() {
	log=$logs/ring.$1.$2
	"$build/Ring" "$1" "$2" 1000000 +RTS -S -A1m >"$log.out" 2>"$log.log"
	# The last collection finds nothing alive: the program has ended.
	awk "$collections" "$log.log" | awk '$1 == 1 { if (last) print last; last = $0; next } { print }' >"$log.gcs"
	awk -v name="ring.$1.$2" -v rest=",$2," "$row" "$log.gcs"
}
for live in 16 64 128 256; do forest $live 256 16 $((live * 340000)); done
forest 512 256 16 $((512 * 190000))
forest 128 256 1000000 30000000
forest 128 64 16 100000000
forest 128 1024 16 12000000
for kind in unpinned pinned map; do
	for messages in 50000 100000 200000; do ring $kind $messages; done
done
