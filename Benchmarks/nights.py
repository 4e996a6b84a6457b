"""Runs `zhiben run` with nothing to do and `sqlite3 'select count(*)'` on the same store in turns, and prints medians and ratios.

    python3 nights.py ZHIBEN PLAN STORE DAY TURNS

STORE is a store in which PLAN was run as of the day before DAY. Each first run of DAY starts from a copy of it.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

zhiben, plan, store, day, turns = sys.argv[1:5] + [int(sys.argv[5])]


def cost(command):
    """Wall time of one run, in milliseconds."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1e3


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

base = statistics.median(times["sqlite3 count(*)"])
print(f"{'':24}{'wall, ms':>10}{'of sqlite3':>12}")
for name, measured in times.items():
    median = statistics.median(measured)
    print(f"{name:24}{median:10.1f}{median / base:11.1f}x")
