-- Writes something and flushes it, with all that was written before, also by sessions with synchronous_commit off. It
-- waits for no standby: the one that is waited for afterwards may not be a synchronous one.
select set_config('synchronous_commit', 'local', true),
       pg_logical_emit_message(true, 'watchkeeper', 'switchover') as lsn
