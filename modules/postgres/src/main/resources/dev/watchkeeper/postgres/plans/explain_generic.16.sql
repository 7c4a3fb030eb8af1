-- For any values of its parameters.
explain (generic_plan, verbose, settings, format json) :query
