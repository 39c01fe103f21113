#!/usr/bin/env bash
# Make the virtual environment .venv with everything Liantu and its tests need, at the versions in constraints.txt.
# Needs Python 3.11 or newer (PYTHON=/path/to/python chooses one); on Debian it fetches what is missing itself.
set -euo pipefail
cd "$(dirname "$0")/.."

usable() { "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
    local candidate
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
        if command -v "$candidate" >/dev/null 2>&1 && usable "$candidate"; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

if ! python=$(find_python); then
    # Debian ships Python without venv; the package below brings both.
    tools/apt.sh python3 python3-venv
    if ! python=$(find_python); then
        echo "Liantu needs Python 3.11 or newer with the venv module; install it and run again (PYTHON=… chooses one)." >&2
        exit 1
    fi
fi

bin=.venv/bin
if [ -d .venv/Scripts ]; then bin=.venv/Scripts; fi
if ! [ -x "$bin/python" ] || ! "$bin/python" -m pip --version >/dev/null 2>&1; then
    rm -rf .venv
    "$python" -m venv .venv
    if [ -d .venv/Scripts ]; then bin=.venv/Scripts; fi
fi

# The build back ends are installed first and used as they stand, so that the whole build has pinned versions: hatchling is
# ours, setuptools that of jieba, which is published as source only.
"$bin/python" -m pip install --quiet --constraint constraints.txt hatchling setuptools
"$bin/python" -m pip install --quiet --constraint constraints.txt --no-build-isolation --editable '.[dev]'
touch .venv/.stamp
