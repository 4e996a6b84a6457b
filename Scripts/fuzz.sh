#!/usr/bin/env bash
# Fuzzes the rooms that read what people write, and measures adversarial families.
#   Scripts/fuzz.sh [SECONDS] [lexer|parser|formatter|compiler|structure|import|families]…
#   Scripts/fuzz.sh types        1,000,000 scripts that are right by construction, through the check and both interpreters, by turns of 10,000; run
#                                again, it goes on where it was stopped. ZHIBEN_TYPES=N: so many
#   Scripts/fuzz.sh ci           the lexer, the parser, the formatter and the import, about a minute each, the same inputs every time
# Findings are kept in Tests/Fuzz/.build-fuzz/found/TARGET-…; a finding that is mended goes to Tests/Regressions.
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/prepare.sh
prepare

package=Tests/Fuzz
work=$package/.build-fuzz
export ZHIBEN_SCRIPTS="$PWD/Scripts"
# Swift's own crash handler would take the crash from libFuzzer, and no input would be kept.
export SWIFT_BACKTRACE=enable=no

limit=()
case "${1:-}" in
  ci)
    shift
    [ $# -gt 0 ] || set -- lexer parser formatter import
    # Counted in inputs, with one seed: a run that passed once passes again.
    export SWIFT_DETERMINISTIC_HASHING=1
    ci=1
    ;;
  [0-9]*)
    limit=(-max_total_time="$1")
    shift
    ;;
  *) limit=(-max_total_time=60) ;;
esac
[ $# -gt 0 ] || set -- lexer parser formatter compiler structure import families

# How many inputs take about a minute on two cores.
runs() {
  case $1 in
    lexer) echo 60000 ;;
    parser) echo 12000 ;;
    formatter) echo 30000 ;;
    import) echo 5000 ;;
    *) echo 3000 ;;
  esac
}

build() { swift build -c release --package-path $package "$@" -j 2; }

build --scratch-path $package/.build-tool --product FuzzTool
tool=$package/.build-tool/release/FuzzTool
if [ "$*" = types ]; then
  mkdir -p $work/found
  next=$(cat $work/types.next 2>/dev/null || echo 1) status=0
  until [ "$next" -gt "${ZHIBEN_TYPES:-1000000}" ]; do
    $tool types "$next" 10000 | tee -a $work/found/types.txt || status=1
    next=$((next + 10000))
    echo $next >$work/types.next
  done
  rm -f $work/types.next
  exit $status
fi
case " $* " in *\ lexer\ * | *\ parser\ * | *\ formatter\ * | *\ compiler\ * | *\ structure\ *)
  build --scratch-path $package/.build --sanitize fuzzer --product FuzzScripts ;;
esac
case " $* " in *\ import\ *)
  build --scratch-path $package/.build --sanitize fuzzer --product FuzzImport ;;
esac

rm -rf $work/seeds $work/seeds-import
mkdir -p $work/seeds $work/seeds-import $work/found
find Scripts Tests/Conformance Tests/Goldens Tests/Regressions -name '*.plan*' -o -path 'Tests/*' -name '*.md' |
  while read -r seed; do cp "$seed" "$work/seeds/$(echo "$seed" | tr / -)"; done
$tool seeds $work/seeds
mv $work/seeds/import-* $work/seeds-import
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
  program=FuzzScripts seeds=$work/seeds corpus=$work/corpus-$target
  [ "$target" = import ] && program=FuzzImport seeds=$work/seeds-import
  if [ -n "${ci:-}" ]; then
    corpus=$work/ci-$target
    rm -rf "$corpus"
    limit=(-runs="$(runs "$target")" -seed=20251122)
  fi
  mkdir -p "$corpus"
  # Long inputs are the families' work; here many short ones.
  ZHIBEN_FUZZ=$target timeout -k 10 1200 $package/.build/release/$program "${limit[@]}" \
    -timeout=60 -rss_limit_mb=2048 -max_len=3000 -print_final_stats=1 \
    -dict=$work/words.dict -artifact_prefix=$work/found/$target- "$corpus" "$seeds" || status=1
done
exit $status
