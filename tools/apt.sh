#!/usr/bin/env bash
# Install the Debian packages named, as root or through sudo without a password; otherwise say what to do.
set -euo pipefail

remedy="install these packages and run again: apt-get install $*"
if ! command -v apt-get >/dev/null 2>&1; then
    echo "This machine has no apt-get; $remedy (or what your system calls them)." >&2
    exit 1
fi
if [ "$(id -u)" = 0 ]; then
    as_root=()
elif command -v sudo >/dev/null 2>&1 && sudo -n true >/dev/null 2>&1; then
    as_root=(sudo -n)
else
    echo "Not root and sudo would ask for a password; $remedy." >&2
    exit 1
fi
echo "installing $* (Debian)" >&2
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
