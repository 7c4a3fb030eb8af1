package dev.watchkeeper.kernel.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What statements do, by their text. */
class DeedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "READ | select * from t where note = 'delete from t'",
                "READ | (select 1) union all (select 2)",
                "READ | with a as (select 1) select * from a",
                "READ | explain delete from t",
                "READ | explain (analyze false) delete from t",
                "READ | explain analyze select 1",
                "READ | table t",
                "READ | show all",
                "READ | select \"update\", \"delete\" from t",
                "CHANGE_DATA | explain analyze delete from t where a = 1",
                "CHANGE_DATA | explain (buffers, analyze) insert into t values (1)",
                "CHANGE_DATA | with gone as (delete from t where a = 1 returning *) select * from gone",
                "CHANGE_DATA | with a as (select 1) insert into t select * from a",
                "CHANGE_DATA | with recursive a as (select 1) search depth first by x set y update t set b = 1",
                "CHANGE_DATA | truncate t",
                "CHANGE_DATA | merge into t using u on true when matched then delete",
                "CHANGE_DATA | copy t from '/tmp/x'",
                "CHANGE_DATA | commit prepared 'x'",
                "READ | copy (select 1) to stdout",
                "UTILITY | copy t to '/tmp/x'",
                "MAY_CHANGE | select * from t for no key update",
                "MAY_CHANGE | select nextval('s')",
                "MAY_CHANGE | select pg_catalog.pg_terminate_backend(1)",
                "MAY_CHANGE | do $$ begin end $$",
                "MAY_CHANGE | call p()",
                "MAY_CHANGE | execute x(1)",
                "MAY_CHANGE | frobnicate",
                "CHANGE_SCHEMA | select * into u from t",
                "CHANGE_SCHEMA | create table u as select 1",
                "CHANGE_SCHEMA | grant select on t to x",
                "TRANSACTION | set transaction read only",
                "TRANSACTION | set constraints all deferred",
                "TRANSACTION | prepare transaction 'x'",
                "SESSION | set work_mem = '1GB'",
                "SESSION | prepare x as delete from t",
                "UTILITY | alter system set work_mem = '1GB'",
                "UTILITY | vacuum full t"
            })
    void isFor(Effect effect, String statement) {
        assertThat(Deed.of(statement).effect()).isEqualTo(effect);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true | delete from t",
                "true | update t set a = (select 1 where true)",
                "true | with x as (delete from t returning a) select * from x where a = 1",
                "true | explain analyze delete from t",
                "false | explain delete from t",
                "false | delete from t where a in (select 1)",
                "false | select 1 for update",
                "false | insert into t values (1) on conflict (a) do update set b = 1",
                "false | merge into t using u on true when matched then update set a = 1",
                "false | create trigger x before update on t execute function f()"
            })
    void everyRow(boolean every, String statement) {
        assertThat(Deed.of(statement).everyRow()).isEqualTo(every);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true | create index concurrently on t (a)",
                "true | create unique index concurrently i on t (a)",
                "true | vacuum (analyze) t",
                "true | drop database x",
                "true | alter table t detach partition p concurrently",
                "true | reindex (verbose) table concurrently t",
                "true | alter system reset all",
                "true | cluster",
                "false | cluster t using i",
                "false | reindex table t",
                "false | create table \"concurrently\" (a int)",
                "false | analyze t"
            })
    void alone(boolean alone, String statement) {
        assertThat(Deed.of(statement).alone()).isEqualTo(alone);
    }
}
