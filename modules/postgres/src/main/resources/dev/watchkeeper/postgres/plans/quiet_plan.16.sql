-- Plans for any values of the parameters. What can't be planned is caught, so that the server's log keeps quiet.
do $$
declare
    answer text := '';
    line text;
begin
    for line in execute 'explain (generic_plan, verbose, settings, format json) '
        || current_setting('watchkeeper.statement')
    loop
        answer := answer || line || chr(10);
    end loop;
    perform set_config('watchkeeper.plan', answer, true);
exception when others then
    perform set_config('watchkeeper.trouble', sqlerrm, true);
end
$$
