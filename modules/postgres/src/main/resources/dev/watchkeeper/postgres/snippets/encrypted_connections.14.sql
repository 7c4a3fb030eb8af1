-- title: Which connections are encrypted
-- explains: TLS by role and client; a local socket needs none.
-- source: nmeta, zoptal and vividshift, TLS for connections
select a.usename as role, a.client_addr, s.ssl as encrypted, s.version, s.cipher, count(*) as sessions
  from pg_stat_ssl s
  join pg_stat_activity a on a.pid = s.pid
 where a.backend_type = 'client backend'
 group by 1, 2, 3, 4, 5
 order by encrypted, sessions desc
