#!/usr/bin/env bash
# Make sure that there are a Chromium, its driver and a Chinese font, which the tests of the pages need.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
if ! command -v chromium >/dev/null 2>&1 && ! command -v google-chrome >/dev/null 2>&1; then missing+=(chromium); fi
if ! command -v chromedriver >/dev/null 2>&1; then missing+=(chromium-driver); fi
if ! command -v fc-list >/dev/null 2>&1 || [ -z "$(fc-list :lang=zh)" ]; then missing+=(fontconfig fonts-noto-cjk); fi
if [ "${#missing[@]}" -gt 0 ]; then tools/apt.sh "${missing[@]}"; fi
