-- What a statement's name means in this session. Parameters: the name; whether it is an index whose table is meant.
with named as (
    select to_regclass(?) as relation, ?::boolean as of_index
), meant as (
    select case when n.of_index
                then (select i.indrelid::regclass from pg_catalog.pg_index i where i.indexrelid = n.relation)
                else n.relation end as relation
      from named n
)
select c.oid::bigint as relation,
       s.nspname || '.' || c.relname as name,
       c.relkind = 'p' as partitioned,
       pg_total_relation_size(c.oid) as bytes,
       greatest(c.reltuples, -1)::bigint as estimated_rows
  from meant m
  join pg_catalog.pg_class c on c.oid = m.relation
  join pg_catalog.pg_namespace s on s.oid = c.relnamespace
