-- Plans for any values of the parameters. What can't be planned is caught, so that the server's log keeps quiet.
do $$
declare
    nulls text;
    answer text := '';
    line text;
begin
    begin
        execute 'prepare watchkeeper_quiet as ' || current_setting('watchkeeper.statement');
        select coalesce('(' || string_agg('null', ', ') || ')', '')
          into nulls
          from pg_prepared_statements
         cross join unnest(parameter_types)
         where name = 'watchkeeper_quiet';
        for line in execute 'explain (verbose, settings, format json) execute watchkeeper_quiet' || nulls loop
            answer := answer || line || chr(10);
        end loop;
        perform set_config('watchkeeper.plan', answer, true);
    exception when others then
        perform set_config('watchkeeper.trouble', sqlerrm, true);
    end;
    if exists (select from pg_prepared_statements where name = 'watchkeeper_quiet') then
        deallocate watchkeeper_quiet;
    end if;
end
$$
