#!/usr/bin/env bash
# From a fresh machine to answers: installs what is missing, builds, makes the sample register of a town, imports it, runs the Yangkou plan.
# Run again, it finds everything done and only shows the answers.
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/prepare.sh

day=2025-06-30
plan=Scripts/洋口镇.plan.md
town=out/洋口镇
store=out/洋口镇.db

step() { printf '\n── %s\n' "$*"; }

# Prints a command as people would type it, and runs it.
show() {
  printf '\n$ zhiben'
  printf ' %s' "$@"
  printf '\n'
  "$bin/zhiben" "$@"
}

# The key of the first outcome of a rule in a state, as `why` prints it; empty if there is none.
key_of() {
  "$bin/zhiben" why "$1" --store "$store" --script "$plan" --as-of "$day" --format json |
    grep -m1 "\"status\":\"$2\"" | sed 's/^ *{"key":"\([^"]*\)".*/\1/' || true
}

step "一、安装缺少的软件包"
prepare
step "二、编译（首次约几分钟）"
swift build -c release --product zhiben "${release_flags[@]}"
swift build -c release --product zhiben-sample "${release_flags[@]}"
bin=$(swift build -c release --show-bin-path)

step "三、样例台账：一个镇约 300 家企业，导入 $store"
# What the store was made from; another generator or another standard register makes it anew.
stamp=$(cat "$bin/zhiben-sample" Scripts/标准台账.plan | sha256sum)
if [ -f "$store" ] && [ "$(cat "$town/.stamp" 2>/dev/null)" = "$stamp" ]; then
  say "已有，不再生成"
else
  rm -rf "$town" "$store" "$store-wal" "$store-shm" "$store.lock"
  "$bin/zhiben-sample" --enterprises 300 --out "$town"
  show import "$town"/*.csv --store "$store"
  printf '%s' "$stamp" >"$town/.stamp"
fi

step "四、预演：会有哪些变化（只列开头）"
show plan "$plan" --store "$store" --as-of "$day" --limit 3 | head -n 60

step "五、执行，再执行一次"
show apply "$plan" --store "$store" --as-of "$day"
show apply "$plan" --store "$store" --as-of "$day"

step "六、为何：一条逾期的职责，一个督办台阶"
show why "$(key_of 主要负责人带队检查 overdue)" --store "$store" --script "$plan" --as-of "$day"
show why "$(key_of 重大隐患逾期 proposed)" --store "$store" --script "$plan" --as-of "$day"

step "完成。台账库在 $store，可以用 $bin/zhiben 继续试，例如："
say "  $bin/zhiben 帮助"
