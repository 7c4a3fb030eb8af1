-- Within a transaction: from here on it can't be made one that writes any more, for a query was run in it.
select set_config('transaction_read_only', 'on', true)
