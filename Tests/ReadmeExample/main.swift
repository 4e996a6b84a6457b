import Zhiben

var host = ScriptHost()
host.define("发短信", effect: .external) { (to: String, text: String) in print(to, text) }
let engine = try Engine(store: .sqlite("town.db", .create), host: host, allowing: ["发短信"])
let script = try engine.compile(contentsOf: "small.plan")
let plan = try engine.plan(script, asOf: CivilDate(iso: "2025-06-30") ?? .min, budget: .standard)
for change in plan.changes { print(change) }
try engine.apply(plan)
