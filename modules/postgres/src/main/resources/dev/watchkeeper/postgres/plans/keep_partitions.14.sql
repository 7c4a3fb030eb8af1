select pg_catalog.set_config('enable_partition_pruning', 'off', true)
