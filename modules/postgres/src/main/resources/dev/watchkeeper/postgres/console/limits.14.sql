-- For the transaction under way only: a trial blocks nobody for long.
select set_config('statement_timeout', ?, true), set_config('lock_timeout', ?, true)
