-- About one sequence. Parameter: its oid.
select pg_catalog.format_type(s.seqtypid, null) as type,
       s.seqstart as start,
       s.seqincrement as increment,
       s.seqmin as minimum,
       s.seqmax as maximum,
       s.seqcache as cache,
       case when s.seqcycle then 'yes' else 'no' end as cycles,
       coalesce(pg_catalog.pg_sequence_last_value(s.seqrelid)::text, 'not used yet, or not yours to see') as "last value",
       coalesce((select d.refobjid::regclass || '.' || a.attname
                   from pg_catalog.pg_depend d
                   join pg_catalog.pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
                  where d.classid = 'pg_class'::regclass and d.objid = s.seqrelid and d.deptype in ('a', 'i') limit 1), '')
           as "owned by"
  from pg_catalog.pg_sequence s
 where s.seqrelid = ?::bigint::oid
   and has_sequence_privilege(s.seqrelid, 'select, usage')
