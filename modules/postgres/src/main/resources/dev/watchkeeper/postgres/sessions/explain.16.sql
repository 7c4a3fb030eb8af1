explain (generic_plan, verbose) :query
