-- Constraints of one table, and foreign keys of others that point to it. Parameter: its oid.
select k.conname as "constraint",
       case when k.conrelid = wanted.oid then '' else k.conrelid::regclass::text end as "of table",
       case k.contype when 'c' then 'check' when 'f' then 'foreign key' when 'p' then 'primary key' when 'u' then 'unique'
                      when 'x' then 'exclusion' when 'n' then 'not null' else k.contype::text end as kind,
       concat_ws(', ', case when not k.convalidated then 'not validated' end,
                 case when k.condeferrable then 'deferrable' end) as state,
       pg_catalog.pg_get_constraintdef(k.oid, true) as definition
  from pg_catalog.pg_constraint k
  cross join (select ?::bigint::oid as oid) as wanted
 where (k.conrelid = wanted.oid and k.contype <> 'n') or (k.confrelid = wanted.oid and k.contype = 'f' and k.conrelid <> wanted.oid)
 order by k.conrelid = wanted.oid desc, k.contype, k.conname
