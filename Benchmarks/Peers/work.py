"""The workloads in CPython. Prints the answer and the processor nanoseconds of one operation.

    python3 work.py WORKLOAD ROUNDS
"""

import sys
import time

from data import listed, rows, tier, words


def predicate():
    hits = 0
    for r in rows:
        if r["active"] and r["staff"] > 100 and r["sector"] in listed and (r["grade"] == 3 or r["confined"]):
            hits += 1
    return hits, 10000


def tiers():
    return sum(tier(r["staff"]) for r in rows), 10000


def fib_of(n):
    return n if n < 2 else fib_of(n - 1) + fib_of(n - 2)


def fib():
    return fib_of(27), 832040


def loop():
    i = total = 0
    while i < 10_000_000:
        i += 1
        total += i
    return total, 10_000_000


def text():
    parts = []
    for i in range(1, 50_001):
        parts.append("第" + str(i) + "条；")
    return len("".join(parts)), 50_000


def count_words():
    count = {}
    for word in words.split("、"):
        count[word] = count.get(word, 0) + 1
    return count["隐患"], 20_000


def dates():
    """Weekends only, with the standard library's dates."""
    from datetime import date, timedelta

    total = 0
    start = date(1970, 1, 1)
    day = timedelta(days=1)
    for i in range(10_000):
        due = start + timedelta(days=19_000 + i % 2000)
        left = 5 + i % 6
        while left > 0:
            due += day
            if due.weekday() < 5:
                left -= 1
        total += (due - start).days - 19_000 + due.month
    return total, 10_000


work = {
    "predicate": predicate, "tiers": tiers, "fib": fib, "loop": loop, "text": text, "words": count_words,
    "dates": dates,
}[sys.argv[1]]
rounds = int(sys.argv[2])
answer, operations = work()
start = time.process_time_ns()
for _ in range(rounds):
    work()
print(answer, f"{(time.process_time_ns() - start) / rounds / operations:.2f}")
