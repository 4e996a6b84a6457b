#!/usr/bin/env bash
# Everything that must hold before a change lands: no traps, layout, no warnings, all tests. Ends with the status of the first that failed.
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/prepare.sh

prepare
Scripts/lint.sh
swift format lint --strict --recursive --parallel Package.swift Sources Tests
swift build --build-tests
swift test --skip-build "$@"
