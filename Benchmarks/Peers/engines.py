"""The workloads that other rule and expression engines can do, by their Python packages.

    python3 engines.py ENGINE WORKLOAD ROUNDS      ENGINE: starlark, cel, zen, rule-engine

Starlark runs the whole workload inside one module; the expression engines judge one row a call, as a host would have them do.
"""

import json
import sys
import time

from data import bounds, listed, rows, words

engine, workload, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])

CEL_TIERS = "".join(f"staff < {b} ? {t} : " for t, b in enumerate(bounds, 1)) + "12"
STARLARK = {
    "predicate": """
def main():
    hits = 0
    for r in rows:
        if r["active"] and r["staff"] > 100 and r["sector"] in listed and (r["grade"] == 3 or r["confined"]):
            hits += 1
    return hits
""",
    "tiers": """
def tier(n):
    if n < 5: return 1
    elif n < 10: return 2
    elif n < 20: return 3
    elif n < 50: return 4
    elif n < 80: return 5
    elif n < 120: return 6
    elif n < 160: return 7
    elif n < 200: return 8
    elif n < 260: return 9
    elif n < 320: return 10
    elif n < 400: return 11
    else: return 12
def main():
    sum = 0
    for r in rows:
        sum += tier(r["staff"])
    return sum
""",
    "loop": """
def main():
    sum = 0
    for i in range(1, 10000001):
        sum += i
    return sum
""",
    "text": """
def main():
    parts = []
    for i in range(1, 50001):
        parts.append("第" + str(i) + "条；")
    return len("".join(parts))
""",
    "words": """
def main():
    count = {}
    for word in words.split("、"):
        count[word] = count.get(word, 0) + 1
    return count["隐患"]
""",
}
OPERATIONS = {"loop": 10_000_000, "text": 50_000, "words": 20_000}


def starlark():
    import starlark as sl

    module = sl.Module()
    module["rows"], module["listed"], module["words"] = rows, sorted(listed), words
    sl.eval(module, sl.parse("work.star", STARLARK[workload]), sl.Globals.standard())
    frozen = module.freeze()
    return lambda: frozen.call("main")


def cel():
    from cel_expr_python import cel as c

    types = {"staff": c.Type.INT, "sector": c.Type.INT, "grade": c.Type.INT, "active": c.Type.BOOL, "confined": c.Type.BOOL}
    env = c.NewEnv(variables=types)
    if workload == "predicate":
        program = env.compile("active && staff > 100 && sector in [1, 3, 5] && (grade == 3 || confined)")
        return lambda: sum(1 for r in rows if program.eval(data=r).value())
    program = env.compile(CEL_TIERS)
    return lambda: sum(program.eval(data=r).value() for r in rows)


def zen():
    import zen as z

    if workload == "predicate":
        program = z.compile_expression("active and staff > 100 and sector in [1, 3, 5] and (grade == 3 or confined)")
        return lambda: sum(1 for r in rows if program.evaluate(r))
    lows = [0] + bounds
    rules = [
        {"_id": f"r{t}", "i": f"[{low}..{high})" if high else f">= {low}", "o": str(t)}
        for t, (low, high) in enumerate(zip(lows, bounds + [None]), 1)
    ]
    graph = {
        "nodes": [
            {"id": "a", "name": "in", "type": "inputNode", "position": {"x": 0, "y": 0}},
            {"id": "b", "name": "table", "type": "decisionTableNode", "position": {"x": 1, "y": 0}, "content": {
                "hitPolicy": "first", "inputs": [{"id": "i", "name": "n", "type": "expression", "field": "staff"}],
                "outputs": [{"id": "o", "name": "t", "type": "expression", "field": "tier"}], "rules": rules}},
            {"id": "c", "name": "out", "type": "outputNode", "position": {"x": 2, "y": 0}},
        ],
        "edges": [
            {"id": "e1", "sourceId": "a", "targetId": "b", "type": "edge"},
            {"id": "e2", "sourceId": "b", "targetId": "c", "type": "edge"},
        ],
    }
    decision = z.ZenEngine().create_decision(json.dumps(graph))
    return lambda: sum(decision.evaluate(r)["result"]["tier"] for r in rows)


def rule_engine():
    import rule_engine as re

    rule = re.Rule("active and staff > 100 and sector in [1, 3, 5] and (grade == 3 or confined)")
    return lambda: sum(1 for r in rows if rule.matches(r))


run = {"starlark": starlark, "cel": cel, "zen": zen, "rule-engine": rule_engine}[engine]()
answer = run()
start = time.process_time_ns()
for _ in range(rounds):
    run()
spent = time.process_time_ns() - start
print(int(answer), f"{spent / rounds / OPERATIONS.get(workload, 10_000):.2f}")
