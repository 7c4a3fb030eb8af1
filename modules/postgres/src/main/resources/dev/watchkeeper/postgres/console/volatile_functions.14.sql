-- Which of the functions that a statement calls may do more than compute. The server's own are known.
select p.proname as name
  from pg_catalog.pg_proc p
 where p.proname = any (?)
   and p.provolatile = 'v'
   and p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
 limit 1
