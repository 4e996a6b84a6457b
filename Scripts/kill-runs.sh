#!/usr/bin/env bash
# Kills `zhiben run --catch-up` at random moments over a town of 300 enterprises: what is left must be whole, and the next run must go on to
# the ledger that an undisturbed run leaves.
#   Scripts/kill-runs.sh [N] [SEED]    N kills, by default 100
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/prepare.sh
prepare

kills=${1:-100}
RANDOM=${2:-7}
swift build -c release --product zhiben "${release_flags[@]}"
swift build -c release --product zhiben-sample "${release_flags[@]}"
bin=$(swift build -c release --show-bin-path)
zhiben=$bin/zhiben
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

run() { "$zhiben" run Scripts/洋口镇.plan.md --store "$1" --as-of "$2" --catch-up >/dev/null 2>&1; }
# Of each day what it wrote: equal digests, equal ledgers.
ledger() {
    "$zhiben" store log "$1" --format json | grep -o '"kind":"run"[^}]*"changes_digest":"[^"]*"' | grep -o '"changes_digest".*' || true
}
milliseconds() { echo $(($(date +%s%N) / 1000000)); }
# Nobody has it open: the write-ahead log of what came before is a file beside it.
copy() { for end in "" -wal; do if [ -f "$1$end" ]; then cp "$1$end" "$2$end"; fi; done; }

"$bin/zhiben-sample" --enterprises 300 --out "$work/town" >/dev/null
"$zhiben" import "$work"/town/*.csv --store "$work/town.db" >/dev/null
run "$work/town.db" 2025-06-09
copy "$work/town.db" "$work/whole.db"
begin=$(milliseconds)
run "$work/whole.db" 2025-06-30
took=$(($(milliseconds) - begin))
expected=$(ledger "$work/whole.db")
days=$(wc -l <<<"$expected")
say "undisturbed: $days runs, $took ms"

killed=0
between=0
for number in $(seq "$kills"); do
  store=$work/$number.db
  copy "$work/town.db" "$store"
  "$zhiben" run Scripts/洋口镇.plan.md --store "$store" --as-of 2025-06-30 --catch-up >/dev/null 2>&1 &
  pid=$!
  sleep "$(awk -v r=$RANDOM -v t="$took" 'BEGIN { printf "%.3f", r / 32767 * t / 1000 }')"
  if kill -KILL $pid 2>/dev/null; then killed=$((killed + 1)); fi
  wait $pid 2>/dev/null || true
  "$zhiben" store verify "$store" >/dev/null || { say "kill $number: what is left is not whole"; exit 1; }
  left=$(ledger "$store" | wc -l)
  if [ "$left" -gt 1 ] && [ "$left" -lt "$days" ]; then between=$((between + 1)); fi
  [ "$(head -n "$left" <<<"$expected")" = "$(ledger "$store")" ] || { say "kill $number: a day is not as it was to be"; exit 1; }
  run "$store" 2025-06-30
  [ "$(ledger "$store")" = "$expected" ] || { say "kill $number: another ledger"; exit 1; }
  rm -f "$store" "$store"-wal "$store"-shm "$store.lock"
done
say "$killed of $kills runs were killed, $between of them between the first day and the last; every ledger ended as the undisturbed one"
[ "$between" -gt 0 ] || { say "none was caught in the middle"; exit 1; }
