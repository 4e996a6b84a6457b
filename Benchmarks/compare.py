"""Runs each workload in Zhiben and its peers, one after another in turns, and prints medians of processor time as ratios.

    python3 compare.py ZHIBEN-BENCH TURNS [WORKLOAD…]

Answers are compared before anything is timed. A ratio of 2 says that the peer takes twice as long as Zhiben.
"""

import statistics
import subprocess
import sys
from pathlib import Path

here = Path(__file__).parent / "Peers"
python = sys.executable
bench = sys.argv[1]
turns = int(sys.argv[2])

# Rounds within one process, so that each timing takes about a tenth of a second or more.
WORK = {
    "predicate": (50, ["lua", "luajit", "python", "starlark", "cel", "zen", "rule-engine"]),
    "rows": (50, ["lua", "luajit", "python", "starlark"]),
    "tiers": (50, ["lua", "luajit", "python", "starlark", "cel", "zen"]),
    "dates": (20, ["lua", "luajit", "python"]),
    "fib": (5, ["lua", "luajit", "python"]),
    "loop": (1, ["lua", "luajit", "python", "starlark"]),
    "text": (5, ["lua", "luajit", "python", "starlark"]),
    "words": (20, ["lua", "luajit", "python", "starlark"]),
}
# Peers that are slow by nature get fewer rounds.
FEWER = {"cel": 2, "zen": 1, "rule-engine": 1}


def command(peer, workload, rounds):
    asked = "predicate" if workload == "rows" and peer != "zhiben" else workload
    n = str(max(1, min(rounds, FEWER.get(peer, rounds))))
    if peer == "zhiben":
        return [bench, asked, n]
    if peer == "lua":
        return ["lua5.4", str(here / "work.lua"), asked, n]
    if peer == "luajit":
        return ["luajit", "-joff", str(here / "work.lua"), asked, n]
    if peer == "python":
        return [python, str(here / "work.py"), asked, n]
    return [python, str(here / "engines.py"), peer, asked, n]


def run(peer, workload, rounds):
    done = subprocess.run(command(peer, workload, rounds), capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{peer} {workload}: {done.stderr.strip()[-500:]}")
    answer, nanoseconds = done.stdout.split()
    return answer, float(nanoseconds)


print(f"{'workload':10} {'zhiben':>10}   " + "ratio to zhiben (median of %d, processor time)" % turns)
for workload in sys.argv[3:] or WORK:
    rounds, peers = WORK[workload]
    everyone = ["zhiben", *peers]
    answers = {peer: run(peer, workload, 1)[0] for peer in everyone}
    if len(set(answers.values())) != 1:
        raise SystemExit(f"{workload}: the answers differ: {answers}")
    times = {peer: [] for peer in everyone}
    for _ in range(turns):
        for peer in everyone:
            times[peer].append(run(peer, workload, rounds)[1])
    own = statistics.median(times["zhiben"])
    ratios = "  ".join(f"{peer} {statistics.median(times[peer]) / own:.2f}" for peer in peers)
    print(f"{workload:10} {own:8.1f}ns   {ratios}", flush=True)
