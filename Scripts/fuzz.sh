#!/bin/sh
# Fuzzes the rooms that read scripts, and measures adversarial families.
#   Scripts/fuzz.sh [SECONDS] [lexer|parser|formatter|compiler|structure|families]…
# Findings are kept in Tests/Fuzz/.build-fuzz/found/TARGET-…; a finding that is mended goes to Tests/Regressions.
set -eu
cd "$(dirname "$0")/.."
seconds=60
case "${1:-}" in [0-9]*) seconds=$1; shift ;; esac
[ $# -gt 0 ] || set -- lexer parser formatter compiler structure families

package=Tests/Fuzz
work=$package/.build-fuzz
export ZHIBEN_SCRIPTS="$PWD/Scripts"
# Swift's own crash handler would take the crash from libFuzzer, and no input would be kept.
export SWIFT_BACKTRACE=enable=no

swift build -c release --package-path $package --scratch-path $package/.build-tool --product FuzzTool -j 2
tool=$package/.build-tool/release/FuzzTool
case " $* " in *\ lexer\ * | *\ parser\ * | *\ formatter\ * | *\ compiler\ * | *\ structure\ *)
  swift build -c release --package-path $package --scratch-path $package/.build --sanitize fuzzer \
    --product FuzzTargets -j 2 ;;
esac

mkdir -p $work/seeds $work/found
find Scripts Tests/Goldens Tests/Regressions -name '*.plan*' -o -path 'Tests/*' -name '*.md' |
  while read -r seed; do cp "$seed" "$work/seeds/$(echo "$seed" | tr / -)"; done
$tool dictionary > $work/words.dict

status=0
for target in "$@"; do
  if [ "$target" = families ]; then
    $tool families | while read -r family; do
      timeout -k 5 300 "$tool" family "$family" || echo "FAILED $family ($?)"
    done | tee $work/families.txt
    ! grep -q '^SLOW\|^FAILED' $work/families.txt || status=1
    continue
  fi
  mkdir -p $work/corpus-$target
  # Long inputs are the families' work; here many short ones.
  ZHIBEN_FUZZ=$target timeout -k 10 $((seconds + 120)) $package/.build/release/FuzzTargets \
    -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=8192 -print_final_stats=1 \
    -dict=$work/words.dict -artifact_prefix=$work/found/$target- \
    $work/corpus-$target $work/seeds || status=1
done
exit $status
