#!/usr/bin/env bash
# Lets a real cron run what `zhiben cron print` prints, every minute instead of every night, and looks at what came of it. Takes up to two
# minutes; needs root, whose crontab it puts back. Not part of the suite.
#   Scripts/cron-test.sh
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/prepare.sh
debian_packages+=(cron)
prepare

[ "$(id -u)" -eq 0 ] || { say "只有 root 能启动 cron" >&2; exit 1; }
swift build --product zhiben
zhiben=$(swift build --show-bin-path)/zhiben
work=$(mktemp -d)
# Blanks, quotes and percent signs are what crontabs stumble over.
town="$work/洋口 镇's 100%"
mkdir "$town"
saved=$work/crontab
crontab -l >"$saved" 2>/dev/null || rm -f "$saved"
daemon=
clean() {
  if [ -n "$daemon" ]; then kill "$daemon" 2>/dev/null || true; fi
  if [ -f "$saved" ]; then crontab "$saved"; else crontab -r 2>/dev/null || true; fi
  rm -rf "$work"
}
trap clean EXIT

cat >"$town/夜.plan" <<'PLAN'
计划 夜 { 期间 2020年1月1日 至 2099年12月31日 }
登记 企业 { 名称：文本 标识 }
登记 自查 { 企业：企业；检查日：日期 日期 }
职责 每月自查 { 对象 企业；频次 每月至少1次；凭证 自查 }
PLAN
printf '名称\n甲厂\n' >"$town/企业.csv"
"$zhiben" import "$town/企业.csv" --store "$town/夜.db" --script "$town/夜.plan" >/dev/null
"$zhiben" cron print "$town/夜.plan" --store "$town/夜.db" | sed 's/^[0-9]* [0-9]* \* \* \*/* * * * */' >"$work/job"
cat "$work/job"
crontab "$work/job"
pgrep -x cron >/dev/null || {
  cron -f &
  daemon=$!
}
for _ in $(seq 130); do
  if [ -s "$town/zhiben.log" ]; then break; fi
  sleep 1
done
[ -s "$town/zhiben.log" ] || { say "cron 没有运行这一行"; exit 1; }
cat "$town/zhiben.log"
grep -q '事件=运行完成 .* 运行=1 .* 退出码=0$' "$town/zhiben.log"
"$zhiben" store verify "$town/夜.db"
