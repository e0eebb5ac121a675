#!/bin/bash
# demo.sh RESULTS: follows the patient of testdata/patient with the built program.
set -euo pipefail
cd "$(dirname "$0")/.."
results=${1:-demo-results}
program=$(swift build -c release --show-bin-path)/clonetrack

[ -x "$program" ] || {
  echo "demo: $program is not there; run 'make build' first" >&2
  exit 1
}
exec python3 tools/demo.py --program "$program" --patient testdata/patient --results "$results"
