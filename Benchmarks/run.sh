#!/usr/bin/env bash
# Compares the interpreter with other languages: equal answers first, then medians of processor time as ratios, side by side.
#   Benchmarks/run.sh [TURNS] [WORKLOAD…]      by default 20 turns of all workloads
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/prepare.sh
debian_packages=(lua5.4 luajit python3 python3-venv)
prepare

peers=Benchmarks/.build-peers
if [ ! -x $peers/bin/python ]; then
  python3 -m venv $peers
  # All or none: a folder left half made would be taken for a whole one the next time.
  $peers/bin/pip -q install starlark-pyo3 cel-expr-python zen-engine rule-engine || {
    rm -rf $peers
    say "装不上 PyPI 上的 starlark-pyo3、cel-expr-python、zen-engine、rule-engine；这里需要能访问 PyPI" >&2
    exit 1
  }
fi
swift build -c release --package-path Benchmarks --product zhiben-bench

bench=Benchmarks/.build/release/zhiben-bench
echo "zhiben $(git rev-parse --short HEAD 2>/dev/null || echo 'without git')$(git diff --quiet HEAD -- Sources 2>/dev/null || echo ' and changes')"
swift --version 2>/dev/null | head -n 1
lua5.4 -v
luajit -v
$peers/bin/python --version
$peers/bin/pip list 2>/dev/null | grep -E '^(starlark|cel|zen|rule)' || true
turns=20
case "${1:-}" in [0-9]*) turns=$1; shift ;; esac
$peers/bin/python Benchmarks/compare.py $bench "$turns" "$@"
