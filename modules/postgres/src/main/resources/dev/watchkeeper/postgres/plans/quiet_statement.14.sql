-- Hands over what is to be planned: a text of its own would be another entry in pg_stat_statements for each statement.
select set_config('watchkeeper.statement', ?, true),
       set_config('watchkeeper.plan', '', true),
       set_config('watchkeeper.trouble', '', true)
