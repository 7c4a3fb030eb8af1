-- title: Connections used and left
-- explains: How many of the server's connections are taken, and how many an ordinary role could still open. Only client sessions count against the limit; those of the reserve are for superusers.
-- source: vividshift, troubleshooting of the connection limit; nmeta and zoptal, counting sessions
-- corrected: counts client sessions only, not the server's own processes
select count(*) filter (where a.backend_type = 'client backend') as used,
       m.most - m.reserved as for_everybody,
       m.most - m.reserved - count(*) filter (where a.backend_type = 'client backend') as left_over,
       round(100.0 * count(*) filter (where a.backend_type = 'client backend') / (m.most - m.reserved), 1) as used_percent
  from pg_stat_activity a
 cross join (select current_setting('max_connections')::int as most,
                    current_setting('superuser_reserved_connections')::int as reserved) as m
 group by m.most, m.reserved
