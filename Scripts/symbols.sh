# shellcheck shell=bash
# Used by api.sh and docs.sh: writes what the library declares in public into a folder, as symbol graphs.

# extract_symbols FOLDER
extract_symbols() {
  swift build --target Zhiben >/dev/null
  local modules includes map triple
  modules=$(swift build --show-bin-path)/Modules
  includes=(-I "$modules")
  # The C modules of the packages have their maps beside their sources.
  while read -r map; do includes+=(-I "$(dirname "$map")"); done < <(
    find Sources .build/checkouts/GRDB.swift/Sources .build/checkouts/swift-crypto/Sources \
      -name module.modulemap)
  triple=$(swift -print-target-info | sed -n 's/.*"triple": "\([^"]*\)".*/\1/p' | head -1)
  swift symbolgraph-extract -module-name Zhiben "${includes[@]}" -target "$triple" \
    -minimum-access-level public -output-dir "$1"
}
