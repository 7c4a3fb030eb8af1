-- Whether a transaction that begins now may write. Asked many times a second during a switchover.
select not pg_is_in_recovery() and not current_setting('transaction_read_only')::bool as writable
