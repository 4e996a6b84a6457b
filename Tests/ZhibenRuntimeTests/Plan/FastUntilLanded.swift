import ZhibenRuntime

/// Until the fast evaluator has landed the stories are told twice by the reference evaluator.
typealias FastEvaluator = ReferenceEvaluator
