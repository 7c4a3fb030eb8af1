select cardinality(parameter_types) as parameters from pg_prepared_statements where name = 'watchkeeper_plan'
