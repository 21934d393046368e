#!/bin/sh
# Installs the named Debian packages that are missing:  install_packages.sh PACKAGE...
# Root needs no hand; anybody else is told the one line to run.
set -eu

missing=
for package in "$@"; do
  status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) || status=absent
  if [ "$status" != installed ]; then
    missing="$missing $package"
  fi
done

if [ -z "$missing" ]; then
  exit 0
fi

if [ "$(id -u)" -ne 0 ]; then
  echo "Some packages are missing. Please run this line, then try again:" >&2
  echo "  sudo apt-get install --yes --no-install-recommends$missing" >&2
  exit 1
fi

echo "Installing$missing"
export DEBIAN_FRONTEND=noninteractive
apt-get update --quiet=2 </dev/null
# Unquoted on purpose: one word for each package.
# shellcheck disable=SC2086
apt-get install --quiet=2 --option Dpkg::Use-Pty=0 --yes --no-install-recommends $missing </dev/null
