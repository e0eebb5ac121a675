#!/bin/bash
# bench.sh [--pairs N] [--rounds N]: micro benchmarks of the libraries, then the program end to end;
# writes Benchmarks/RESULTS.md.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(swift build -c release --show-bin-path)/clonetrack
micro=.build/bench-micro.md

[ -x "$program" ] || {
  echo "bench: $program is not there; run 'make build' first" >&2
  exit 1
}
swift build -c release --package-path Benchmarks --product parse-reads
parser=$(swift build -c release --package-path Benchmarks --show-bin-path)/parse-reads
swift package --package-path Benchmarks benchmark --format markdown --no-progress |
  sed -n '/^## .*Benchmarks/,$s/^##/###/; /^###/,$p' >"$micro"
exec python3 tools/bench.py --program "$program" --parser "$parser" --micro "$micro" "$@"
