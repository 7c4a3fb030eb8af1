explain (verbose) :query
