#!/bin/bash
# browser.sh: the test of qa.html and of the demo's reports in headless Chromium. Installs what is missing: Debian's chromium,
# and playwright in an environment of its own, so that nobody else has to wait for either.
set -euo pipefail
cd "$(dirname "$0")/.."

requirements=tools/browser_requirements.txt
stamp=.venv/browser/.requirements
if ! command -v chromium >/dev/null; then
  root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo)
  echo "browser: installing the Debian package chromium"
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq update
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --no-install-recommends \
    chromium >/dev/null
fi
if ! cmp -s "$requirements" "$stamp"; then
  python3 -m venv .venv/browser
  .venv/browser/bin/pip install --quiet --disable-pip-version-check -r "$requirements"
  cp "$requirements" "$stamp"
fi
program=$(swift build -c release --show-bin-path)/clonetrack
tools/demo.sh demo-results >/dev/null
"$program" report demo-results -o demo-results/report --force >/dev/null
exec .venv/browser/bin/python tools/browser_test.py "$program" --reports demo-results "$@"
