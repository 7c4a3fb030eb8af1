-- Every tick: who was called how often, without texts. The last row, of nobody, says what it cost.
-- :schema is where the extension is installed.
select s.userid, s.dbid, s.toplevel, s.queryid, s.calls, s.total_exec_time, null::numeric as server_ms
  from :schema.pg_stat_statements(false) s
union all
select null, null, null, null, null, null, extract(epoch from clock_timestamp() - statement_timestamp()) * 1000
