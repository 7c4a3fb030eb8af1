-- With the values that were given; or for any values, which plan_cache_mode asks for: then they are null, and don't count.
explain (verbose, settings, format json) execute watchkeeper_plan :values
