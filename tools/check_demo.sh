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
"$program" report "$results" -o "$results/report" --crate --force
.venv/bin/python tools/validate_records.py "$results"
# What commands print for programs has a schema, too.
printed=$(mktemp -d)
trap 'rm -rf "$printed"' EXIT
"$program" explain --json >"$printed/codes"
"$program" plan --dna-ng 700 --replicates 3 --json >"$printed/plan" 2>/dev/null
"$program" report "$results" -o "$printed/pages" --json >"$printed/report"
"$program" verify "$results/P1-DX" --json >"$printed/verify"
"$program" germline list --alleles --json >"$printed/list"
"$program" germline verify --json >"$printed/germline"
.venv/bin/python tools/validate_records.py "$printed"/{codes,plan,report,verify,list,germline}
mapfile -t tables < <(find "$results" -name '*.airr.tsv' | sort)
[ ${#tables[@]} -gt 0 ] || {
  echo "check_demo: no AIRR table in $results" >&2
  exit 1
}
report=$(.venv/bin/airr-tools validate rearrangement -a "${tables[@]}" 2>&1) || {
  echo "$report" >&2
  exit 1
}
report=$(.venv/bin/airr-tools validate airr -a "$results/report/repertoires.airr.json" 2>&1) || {
  echo "$report" >&2
  exit 1
}
for sample in "$results"/report/*/; do
  cmp "$sample/report.html" "$results/$(basename "$sample")/report.html"
done
echo "airr-tools accepts ${#tables[@]} tables"
