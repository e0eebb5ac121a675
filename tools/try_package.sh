#!/bin/bash
# try_package.sh DEB [DIR]: installs the package in a fresh Debian 12 made by debootstrap and works with
# it there. Needs root, debootstrap and a Debian mirror (MIRROR); leaves nothing behind unless DIR is
# given: then the system is made there once and used again.
set -euo pipefail
[ $# -ge 1 ] || {
  sed -n '2,4s/^# //p' "$0" >&2
  exit 64
}
package=$(realpath "$1")
mirror=${MIRROR:-http://deb.debian.org/debian}
is_kept=$(($# - 1))
if [ "$is_kept" -gt 0 ]; then root=$2; else root=$(mktemp -d); fi
leave() {
  ! mountpoint -q "$root/proc" || umount "$root/proc"
  [ "$is_kept" -gt 0 ] || rm -rf --one-file-system "$root"
}
trap leave EXIT
command -v debootstrap >/dev/null || {
  echo "try_package: debootstrap is missing; install it with: apt-get install debootstrap" >&2
  exit 66
}

if [ ! -x "$root/usr/bin/apt-get" ]; then
  echo "try_package: making a fresh Debian 12 in $root"
  debootstrap --variant=minbase bookworm "$root" "$mirror" >"$root.log" 2>&1 || {
    tail -20 "$root.log" >&2
    exit 74
  }
  rm -f "$root.log"
fi
# The name server of this machine; a container of the fresh system has none of its own.
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
cp "$package" "$root/tmp/clonetrack.deb"
# As in any container: Swift reads its arguments there.
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 "$@"; }

inside apt-get -qq update
inside env DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --no-install-recommends \
  /tmp/clonetrack.deb >/dev/null
inside clonetrack --version
inside sh -euc '
  rm -rf /tmp/try && mkdir /tmp/try && cd /tmp/try
  cp -r /usr/share/doc/clonetrack/examples/. .
  reads=patient/reads
  clonetrack baseline -1 $reads/P1-DX_1_R1.fastq.gz -2 $reads/P1-DX_1_R2.fastq.gz \
    -1 $reads/P1-DX_2_R1.fastq.gz -2 $reads/P1-DX_2_R2.fastq.gz \
    --sample P1-DX --subject P1 --assay patient/assay.yaml --dna-ng 8 -o results/P1-DX
  test -s results/P1-DX/baseline.json -a -s results/P1-DX/report.html
  clonetrack batch patient/samplesheet.csv --assay patient/assay.yaml -o results/run --quiet
  clonetrack verify results/run
  test -s /usr/share/man/man1/clonetrack-followup.1.gz
  ls /usr/share/bash-completion/completions/clonetrack /usr/share/zsh/vendor-completions/_clonetrack \
    /usr/share/fish/vendor_completions.d/clonetrack.fish /usr/share/clonetrack/schemas
'
inside dpkg --verify clonetrack
inside dpkg --purge clonetrack >/dev/null
inside sh -c '! command -v clonetrack'
echo "try_package: installed, worked, removed"
