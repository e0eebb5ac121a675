#!/bin/bash
# check_demo.sh RESULTS: runs the demo and holds what it wrote against judges of others: JSON
# Schema for the records and the AIRR Community's validator for the tables.
set -euo pipefail
cd "$(dirname "$0")/.."
results=${1:-demo-results}

swift build -c release
tools/demo.sh "$results"
program=$(swift build -c release --show-bin-path)/clonetrack
"$program" qa "$results" -o "$results/qa" --force
.venv/bin/python tools/validate_records.py "$results"
mapfile -t tables < <(find "$results" -name '*.airr.tsv' | sort)
[ ${#tables[@]} -gt 0 ] || {
  echo "check_demo: no AIRR table in $results" >&2
  exit 1
}
report=$(.venv/bin/airr-tools validate rearrangement -a "${tables[@]}" 2>&1) || {
  echo "$report" >&2
  exit 1
}
echo "airr-tools accepts ${#tables[@]} tables"
