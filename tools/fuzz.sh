#!/bin/bash
# fuzz.sh [SECONDS]: builds the fuzzers of the readers and runs each for so long on the files of
# testdata/fastq; stops at the first broken promise. Where libFuzzer cannot be linked it says so.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-20}
package=Tests/Fuzz
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Asks the linker itself, so that no fault of the fuzzers' own passes for a missing library.
cat >"$work/probe.swift" <<'SWIFT'
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt { 0 }
SWIFT
if ! swiftc -sanitize=fuzzer -parse-as-library "$work/probe.swift" -o "$work/probe" 2>"$work/log"; then
  cat "$work/log" >&2
  echo "fuzz: skipped, this toolchain cannot link libFuzzer" >&2
  exit 0
fi

swift build -c release --sanitize fuzzer --package-path "$package"
programs=$(swift build -c release --sanitize fuzzer --package-path "$package" --show-bin-path)
mkdir "$work/seeds"
cp testdata/fastq/valid/* testdata/fastq/invalid/* "$work/seeds"
for source in "$package"/Sources/Fuzz*; do
  name=$(basename "$source")
  [ -x "$programs/$name" ] || continue
  mkdir "$work/$name"
  # What libFuzzer says is long: its last lines are enough while nothing is wrong.
  if ! (cd "$work/$name" && "$programs/$name" -max_total_time="$seconds" -timeout=10 \
    -rss_limit_mb=2048 "$work/$name" "$work/seeds" >"$work/log" 2>&1); then
    tail -60 "$work/log" >&2
    for crash in "$work/$name"/{crash,timeout,oom,leak}-*; do
      [ -f "$crash" ] && echo "fuzz: base64 of the input: $(base64 -w0 "$crash")" >&2
    done
    echo "fuzz: $name broke a promise" >&2
    exit 1
  fi
  echo "$name: $(grep -E '^Done ' "$work/log")"
done
