#!/usr/bin/env bash
# Write constraints.txt anew from what stands in .venv, after a deliberate upgrade.
set -euo pipefail
cd "$(dirname "$0")/.."

{
    echo "# The exact versions Liantu is built and tested with: pip install -c constraints.txt -e '.[dev]'"
    echo "# Written by tools/constraints.sh from the environment of the day; date: $(date +%Y-%m-%d)."
    .venv/bin/python -m pip freeze --exclude-editable | grep -E '^[A-Za-z0-9_.-]+==[^ ]+$'
} >constraints.new
mv constraints.new constraints.txt
