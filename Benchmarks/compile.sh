#!/usr/bin/env bash
# Measures check and compile: 100 to 100,000 rules stage by stage, and the start of `zhiben check` on a small file against other programs' start.
#   Benchmarks/compile.sh [TURNS]      by default 40 turns of each start
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/prepare.sh
debian_packages+=(lua5.4 sqlite3 python3)
prepare

swift build -c release --package-path Benchmarks -j 2
swift build -c release --product zhiben "${release_flags[@]}"
zhiben=$(swift build -c release --show-bin-path)/zhiben

Benchmarks/.build/release/zhiben-bench compile
printf '\n'
python3 Benchmarks/start.py "$zhiben" "${1:-40}"
