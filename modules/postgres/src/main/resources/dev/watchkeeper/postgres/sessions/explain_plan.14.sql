-- The generic plan: the values of the parameters are not known, and don't count.
explain (verbose) execute watchkeeper_plan :values
