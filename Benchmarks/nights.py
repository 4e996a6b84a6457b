"""Runs `zhiben run` with nothing to do and `sqlite3 'select count(*)'` on the same store in turns, and prints medians and ratios.

    python3 nights.py ZHIBEN PLAN STORE DAY TURNS

STORE is a store in which PLAN was run as of the day before DAY. Each first run of DAY starts from a copy of it.
"""

import os
import shutil
import statistics
import sys
import tempfile

from cost import cost

zhiben, plan, store, day, turns = sys.argv[1:5] + [int(sys.argv[5])]

with tempfile.TemporaryDirectory() as folder:
    copy = os.path.join(folder, "town.db")
    run = [zhiben, "run", plan, "--store", copy, "--as-of", day]
    sqlite = [shutil.which("sqlite3"), copy, "select count(*) from zb_outcome"]
    times = {"zhiben run, again": [], "zhiben run, a new day": [], "sqlite3 count(*)": []}
    for _ in range(turns):
        for end in ["", "-wal"]:
            if os.path.exists(store + end):
                shutil.copyfile(store + end, copy + end)
            elif os.path.exists(copy + end):
                os.remove(copy + end)
        times["zhiben run, a new day"].append(cost(run))
        times["zhiben run, again"].append(cost(run))
        times["sqlite3 count(*)"].append(cost(sqlite))

base = statistics.median(run[0] for run in times["sqlite3 count(*)"])
print(f"{'':24}{'processor, ms':>15}{'wall, ms':>12}{'of sqlite3':>12}")
for name, runs in times.items():
    processor, wall = (statistics.median(part) for part in zip(*runs))
    print(f"{name:24}{processor:15.1f}{wall:12.1f}{processor / base:11.1f}x")
