#!/usr/bin/env bash
# Builds the documentation of the library into out/docs, and fails on any warning: a link that leads nowhere, a symbol that is not there.
#   Scripts/docs.sh
# To read it: python3 -m http.server --directory out/docs, then http://localhost:8000/documentation/zhiben
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/prepare.sh
. Scripts/symbols.sh
prepare

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
extract_symbols "$work"
rm -rf out/docs
mkdir -p out
docc=$(command -v docc || echo "$(dirname "$(readlink -f "$(command -v swift)")")/docc")
"$docc" convert Sources/Zhiben/Documentation.docc --additional-symbol-graph-dir "$work" \
  --fallback-display-name Zhiben --fallback-bundle-identifier zhiben.Zhiben \
  --transform-for-static-hosting --output-path out/docs --warnings-as-errors
