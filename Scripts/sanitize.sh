#!/usr/bin/env bash
# Runs the tests in which threads share an engine, a script and a store, under the thread sanitizer. Built apart; the first time takes minutes.
#   Scripts/sanitize.sh [FILTER]    FILTER: which tests; by default those with threads
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/prepare.sh
prepare

# The runtime of tasks synchronises by means that the sanitizer knows; a report is always ours. The first one ends the run.
export TSAN_OPTIONS="halt_on_error=1 exitcode=66 ${TSAN_OPTIONS:-}"
swift test --sanitize=thread --scratch-path .build-thread \
  --filter "${1:-ThreadsTests|LimitsTests|InterruptionTests|MemoryStoreTests|RunLockTests}"
