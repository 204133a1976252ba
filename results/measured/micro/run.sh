#!/bin/sh
# Prints micro.csv: run.sh GO..., where each GO is the go command of one release. Takes about 2 minutes for each.
# Nothing else should run: the wake-up and start times of threads are those of a machine with an idle CPU.
set -eu
here=$(dirname "$0")
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
echo name,go,unit,p10,median,p90,n,how
gcc -O2 -Wall -Wextra -pthread -o "$build/threads" "$here/threads.c"
"$build/threads"
# Without cgo the runtime clones its threads itself; with it, through pthread_create.
export GO111MODULE=off CGO_ENABLED=0
for go in "$@"; do
	"$go" build -o "$build/micro" "$here"/*.go
	"$build/micro"
done
