#!/usr/bin/env bash
# Everything that must hold before a change lands: no traps, layout, no warnings, the interface, all tests. Ends with the status of the first that failed.
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/prepare.sh

# The tests of the interactive command type at a terminal of their own; those of completion and manual ask the programs that they are for.
debian_packages+=(tmux zsh fish groff-base)
prepare
Scripts/lint.sh
swift format lint --strict --recursive --parallel Package.swift Sources Tests
swift build --build-tests
# What hosts are offered is as it is written down, and explained.
Scripts/api.sh
Scripts/docs.sh >/dev/null
# The tests of the shipped plan, and the cases that any implementation of the language has to pass.
"$(swift build --show-bin-path)/zhiben" test Scripts/洋口镇.plan.md Tests/Conformance/*.plan | tail -n 1
swift test --skip-build "$@"
