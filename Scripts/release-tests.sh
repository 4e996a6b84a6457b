#!/usr/bin/env bash
# Runs tests in the release build: step counts, limits and results must not depend on the build mode. The ordinary suite runs the same in debug.
#   Scripts/release-tests.sh [FILTER]      by default what counts and what limits, then the nights
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/prepare.sh

prepare
# -enable-testing lets tests see what they see in debug; the optimiser is the release build's.
swift test -c release -Xswiftc -enable-testing \
  --filter "${1:-StepCountTests|BudgetTests|CancellationTests|DepthTests|FusedTests|InterpreterAgreementTests|ConformanceTests}"
# Nights: a real cron, and a hundred pulled plugs. Only with all of the above.
if [ $# -eq 0 ]; then
  if [ "$(id -u)" -eq 0 ]; then Scripts/cron-test.sh; fi
  Scripts/kill-runs.sh
fi
