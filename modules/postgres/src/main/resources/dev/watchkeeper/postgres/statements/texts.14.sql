-- Texts that the console finds it does not have yet: the wanted in their order, as far as they fit. As bytes, for a
-- database without an encoding takes anything. :schema is where the extension is installed.
select t.database, t.queryid, t.query, t.server_ms
  from (select d.datname as database,
               s.queryid,
               b.query,
               sum(length(b.query)) over (order by wanted.place, s.dbid, s.userid, s.toplevel) - length(b.query) as before,
               extract(epoch from clock_timestamp() - statement_timestamp()) * 1000 as server_ms
          from :schema.pg_stat_statements(true) s
          join unnest(?::bigint[]) with ordinality as wanted (queryid, place) on wanted.queryid = s.queryid
          join pg_database d on d.oid = s.dbid
         cross join lateral (
               select substring(convert_to(s.query,
                                case getdatabaseencoding() when 'SQL_ASCII' then 'SQL_ASCII' else 'UTF8' end)
                                from 1 for ?) as query) b
         where b.query is not null) t
 where t.before < ?
