-- With names that the role's search_path can't bend: it is set by now.
select parameter_types::pg_catalog.text[] as types
  from pg_catalog.pg_prepared_statements
 where name operator(pg_catalog.=) 'watchkeeper_plan'
