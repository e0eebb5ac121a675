#!/bin/bash
# package.sh [DIR]: builds clonetrack without shared libraries of Swift and makes the Debian package of
# it in DIR (.build/package); the same commit and compiler give the same bytes. Nothing is installed.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${1:-.build/package}

# One date for every file, as reproducible-builds.org asks: that of the last commit.
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export TZ=UTC LC_ALL=C
umask 022

. tools/static_flags.sh
swift build "${flags[@]}"
program=$(swift build "${flags[@]}" --show-bin-path)/clonetrack

version=$("$program" --version | sed -n '1s/^clonetrack //p')
architecture=$(dpkg --print-architecture)
name=clonetrack_${version}_$architecture
root=$target/$name
share=$root/usr/share
documents=$share/doc/clonetrack
rm -rf "$root"
mkdir -p "$root/DEBIAN" "$root/usr/bin" "$documents" "$share/clonetrack" "$share/man/man1" \
  "$share/bash-completion/completions" "$share/zsh/vendor-completions" \
  "$share/fish/vendor_completions.d"

install -m 755 "$program" "$root/usr/bin/clonetrack"
strip --strip-all --remove-section=.comment --remove-section=.note.gnu.build-id \
  --remove-section=.swift_modhash \
  "$root/usr/bin/clonetrack"
python3 tools/man_pages.py "$program" "$share/man/man1"
gzip -9n "$share"/man/man1/*.1
"$program" --generate-completion-script bash >"$share/bash-completion/completions/clonetrack"
"$program" --generate-completion-script zsh >"$share/zsh/vendor-completions/_clonetrack"
"$program" --generate-completion-script fish >"$share/fish/vendor_completions.d/clonetrack.fish"
cp -r schemas "$share/clonetrack/schemas"
cp -r Sources/Assays/Presets "$share/clonetrack/presets"
mkdir "$documents/examples"
cp -r testdata/patient testdata/germline testdata/rearrangements "$documents/examples"
cp README.md "$documents/README.md"
gzip -9nc CHANGELOG.md >"$documents/changelog.gz"
cp tools/debian/copyright "$documents/copyright"

# What the program needs from Debian, asked of the program itself.
mkdir -p "$target/shlibs/debian"
printf 'Source: clonetrack\n\nPackage: clonetrack\nArchitecture: any\n' >"$target/shlibs/debian/control"
depends=$(cd "$target/shlibs" && dpkg-shlibdeps -O "../$name/usr/bin/clonetrack" 2>/dev/null |
  sed 's/^shlibs:Depends=//')
size=$(du -k --apparent-size -s "$root/usr" | cut -f1)
cat >"$root/DEBIAN/control" <<CONTROL
Package: clonetrack
Version: $version
Architecture: $architecture
Maintainer: The clonetrack authors <clonetrack@example.org>
Installed-Size: $size
Depends: $depends
Section: science
Priority: optional
Description: minimal residual disease of multiple myeloma by immunoglobulin sequencing
 Finds the rearrangements that mark a patient's clone in a diagnostic library and counts them in later
 samples: level, confidence interval, the sensitivity reached and a status at each cutoff. For research
 use only.
CONTROL
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)

find "$root" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz --build "$root" "$target/$name.deb" >/dev/null
rm -rf "$root" "$target/shlibs"
echo "depends on: $depends"
sha256sum "$target/$name.deb"
