#!/usr/bin/env bash
# Compares what the library offers to hosts (its public declarations) with Tests/Goldens/API/Zhiben.txt, so that no change of it goes unseen.
#   Scripts/api.sh          compares; fails where they differ
#   Scripts/api.sh update   takes the declarations as they are now
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/prepare.sh
. Scripts/symbols.sh
prepare

golden=Tests/Goldens/API/Zhiben.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
extract_symbols "$work"

python3 - "$work" >"$work/api.txt" <<'PYTHON'
import json, pathlib, sys

# One line for each declaration: where it is, and how it is written, in an order that does not depend on the sources.
lines = set()
for path in sorted(pathlib.Path(sys.argv[1]).glob("Zhiben*.symbols.json")):
    for symbol in json.loads(path.read_text())["symbols"]:
        if "::SYNTHESIZED::" in symbol["identifier"]["precise"]:
            continue
        declaration = "".join(part["spelling"] for part in symbol.get("declarationFragments", []))
        owner = ".".join(symbol["pathComponents"][:-1])
        lines.add(f"{owner or '-'}\t{' '.join(declaration.split())}")
print("\n".join(sorted(lines)))
PYTHON

if [ "${1:-}" = update ]; then
  mkdir -p "$(dirname "$golden")"
  cp "$work/api.txt" "$golden"
else
  diff -u "$golden" "$work/api.txt" || {
    printf '公开的接口变了；若有意如此：Scripts/api.sh update\n' >&2
    exit 1
  }
fi
