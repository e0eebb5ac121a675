#!/bin/bash
# docs.sh [DIR]: the documentation of every room of the house as one site in DIR (.build/docs). Reads what
# the release build left; any warning of DocC is an error.
set -euo pipefail
cd "$(dirname "$0")/.."
site=${1:-.build/docs}
products=$(swift build -c release --show-bin-path)
[ -d "$products/Modules" ] || {
  echo "docs: $products/Modules is not there; run 'make build' first" >&2
  exit 1
}
toolchain=$(dirname "$(realpath "$(command -v swift)")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

target=$(swift -print-target-info | sed -n 's/.*"triple" *: *"\([^"]*\)".*/\1/p' | head -1)
# The modules of C that ours and those of other packages rest on.
includes=()
for folder in Sources/*/include .build/checkouts/*/Sources/*/include; do
  includes+=(-I "$folder")
done

archives=()
for catalog in Sources/*/*.docc; do
  room=$(basename "$catalog" .docc)
  # An executable's module is built under another name and has no symbols to show.
  graphs=()
  if [ -e "$products/Modules/$room.swiftmodule" ]; then
    mkdir -p "$work/$room"
    "$toolchain/swift-symbolgraph-extract" -module-name "$room" \
      -I "$products/Modules" "${includes[@]}" \
      -target "$target" -minimum-access-level package -skip-synthesized-members \
      -output-dir "$work/$room"
    graphs=(--additional-symbol-graph-dir "$work/$room")
  fi
  "$toolchain/docc" convert "$catalog" "${graphs[@]}" --warnings-as-errors \
    --fallback-display-name "$room" --fallback-bundle-identifier "clonetrack.$room" \
    --enable-experimental-external-link-support --transform-for-static-hosting \
    --output-path "$work/$room.doccarchive" >"$work/log" 2>&1 || {
    cat "$work/log" >&2
    echo "docs: $catalog does not become documentation" >&2
    exit 1
  }
  archives+=("$work/$room.doccarchive")
done
rm -rf "$site"
mkdir -p "$(dirname "$site")"
"$toolchain/docc" merge "${archives[@]}" --synthesized-landing-page-name clonetrack \
  --synthesized-landing-page-kind Program --output-path "$site"
echo "docs: ${#archives[@]} rooms, $(find "$site/data" -name '*.json' | wc -l) pages in $site"
