#!/usr/bin/env bash
# Compares the interpreter with other languages: equal answers first, then medians of processor time as ratios, side by side.
#   Benchmarks/run.sh [TURNS] [WORKLOAD…]      by default 20 turns of all workloads
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/prepare.sh
debian_packages+=(lua5.4 luajit python3-venv)
prepare

peers=Benchmarks/.build-peers
if [ ! -x $peers/bin/python ]; then
  python3 -m venv $peers
  $peers/bin/pip -q install starlark-pyo3 cel-expr-python zen-engine rule-engine
fi
swift build -c release --package-path Benchmarks -j 2

bench=Benchmarks/.build/release/zhiben-bench
$bench version
lua5.4 -v
luajit -v
$peers/bin/python --version
$peers/bin/pip list 2>/dev/null | grep -E '^(starlark|cel|zen|rule)' || true
turns=20
case "${1:-}" in [0-9]*) turns=$1; shift ;; esac
$peers/bin/python Benchmarks/compare.py $bench "$turns" "$@"
