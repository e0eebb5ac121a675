#!/bin/bash
# Builds and runs the benchmarks, where they are.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ ! -f Benchmarks/Package.swift ]; then
  echo "bench: there are no benchmarks yet" >&2
  exit 1
fi
swift package --package-path Benchmarks benchmark
