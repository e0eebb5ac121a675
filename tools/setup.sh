#!/bin/bash
# Installs what the project needs beyond Swift, git, make and python3, and only what is missing:
# Debian packages, and a Python environment in .venv with the validators that the tests ask.
set -euo pipefail
cd "$(dirname "$0")/.."

# What is named on the command line is installed as well.
packages=(libisal-dev zlib1g-dev libbz2-dev libboost-math-dev python3-venv "$@")
requirements=tools/requirements.txt
stamp=.venv/.requirements

fail() {
  echo "setup: $*" >&2
  exit 1
}

command -v swift >/dev/null ||
  fail "swift is not installed; install Swift 6.2 or newer from https://www.swift.org/install/linux"

installed() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

install_packages() {
  local missing=() package root=()
  for package in "${packages[@]}"; do
    installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      fail "these Debian packages are missing and neither root nor sudo is at hand:" \
        "${missing[*]}; ask an administrator to run: apt-get install ${missing[*]}"
    root=(sudo)
  fi
  echo "setup: installing Debian packages: ${missing[*]}"
  local get=("${root[@]}" env DEBIAN_FRONTEND=noninteractive
    apt-get -o DPkg::Lock::Timeout=300 -qq -y)
  # The lists of a fresh image are empty or old; they are fetched only when the install needs it.
  "${get[@]}" install "${missing[@]}" >/dev/null 2>&1 && return 0
  "${get[@]}" update
  "${get[@]}" install "${missing[@]}" >/dev/null ||
    fail "apt-get could not install ${missing[*]}; its message is above"
}

if command -v dpkg-query >/dev/null; then
  install_packages
else
  echo "setup: no dpkg here; make sure that ISA-L, zlib, bzip2 and Boost.Math are installed" >&2
fi

if ! cmp -s "$requirements" "$stamp"; then
  echo "setup: making .venv with $(grep -v '^#' "$requirements" | tr '\n' ' ')"
  rm -rf .venv
  python3 -m venv .venv
  .venv/bin/pip install --quiet --disable-pip-version-check -r "$requirements" ||
    fail "pip could not install $requirements; its message is above"
  cp "$requirements" "$stamp"
fi
