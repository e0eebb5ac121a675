#!/bin/bash
# exports.sh: holds the demo's pages and exports against programs of others. Installs what is missing
# in an environment of its own, because MultiQC and the crate validator bring much along.
set -euo pipefail
cd "$(dirname "$0")/.."

requirements=tools/exports_requirements.txt
stamp=.venv/exports/.requirements
if ! cmp -s "$requirements" "$stamp"; then
  python3 -m venv .venv/exports
  .venv/exports/bin/pip install --quiet --disable-pip-version-check -r "$requirements"
  cp "$requirements" "$stamp"
fi
program=$(swift build -c release --show-bin-path)/clonetrack
results=demo-results
tools/demo.sh "$results" >/dev/null
"$program" report "$results" -o "$results/report" --crate --force >/dev/null
exec .venv/exports/bin/python tools/check_exports.py "$results"
