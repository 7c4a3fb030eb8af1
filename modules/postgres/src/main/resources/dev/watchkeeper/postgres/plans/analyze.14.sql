-- Runs it.
explain (analyze, verbose, buffers, settings, wal, format json) execute watchkeeper_plan :values
