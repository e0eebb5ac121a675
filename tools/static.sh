#!/bin/bash
# static.sh [DIR]: links one executable without any shared library into DIR (.build/package), for machines
# where nothing can be installed. Debian has no static ISA-L, so its source is taken from Debian and built:
# needs nasm and a mirror (MIRROR).
set -euo pipefail
cd "$(dirname "$0")/.."
target=${1:-.build/package}
mirror=${MIRROR:-http://deb.debian.org/debian}
isal=$PWD/.build/isal
. tools/static_flags.sh

swift build "${flags[@]}"
products=$(swift build "${flags[@]}" --show-bin-path)

if [ ! -e "$isal/lib/libisal.a" ]; then
  command -v nasm >/dev/null || {
    echo "static: nasm is missing; install it with: apt-get install nasm" >&2
    exit 66
  }
  rm -rf "$isal"
  mkdir -p "$isal/lists/partial" "$isal/lib"
  echo "deb-src $mirror bookworm main" >"$isal/sources.list"
  apt=(apt-get -qq -o Dir::Etc::sourcelist="$isal/sources.list" -o Dir::Etc::sourceparts=-
    -o Dir::State::lists="$isal/lists")
  "${apt[@]}" update 2>/dev/null
  (cd "$isal" && "${apt[@]}" --download-only source libisal 2>/dev/null && tar xf libisal_*.orig.tar.*)
  make -C "$isal"/*isa*l-* -f Makefile.unx units="igzip crc" lib >"$isal/log" 2>&1 || {
    tail -20 "$isal/log" >&2
    exit 74
  }
  cp "$isal"/*isa*l-*/bin/isa-l.a "$isal/lib/libisal.a"
fi

# SwiftPM calls the entry by the name of the product. glibc warns that names of users and hosts come from
# shared libraries; where they are not, the program knows users by their number.
mkdir -p "$target"
program=$target/clonetrack-static
swiftc -static-executable -Xlinker --defsym=main=clonetrack_main -o "$program" \
  @"$products/clonetrack.product/Objects.LinkFileList" \
  -L "$isal/lib" -lisal -lz -lbz2 -lstdc++ -lm 2>"$isal/link.log" || {
  grep -v 'warning: Using' "$isal/link.log" >&2
  exit 74
}
strip --strip-all --remove-section=.comment --remove-section=.note.gnu.build-id \
  --remove-section=.swift_modhash "$program"

# A folder with nothing but the program and /proc shows that it needs nothing else.
"$program" --version >/dev/null
if [ "$(id -u)" -eq 0 ]; then
  root=$(mktemp -d)
  mkdir "$root/proc" "$root/tmp"
  cp "$program" "$root/clonetrack"
  cp testdata/rearrangements/plain.fa "$root/reads.fa"
  mount -t proc proc "$root/proc"
  chroot "$root" /clonetrack annotate reads.fa -o out.tsv --quiet || {
    umount "$root/proc"
    echo "static: the program does not work alone" >&2
    exit 70
  }
  umount "$root/proc"
  [ -s "$root/out.tsv" ]
  rm -rf --one-file-system "$root"
fi
echo "static: $(stat -c %s "$program") bytes, no shared library"
sha256sum "$program"
