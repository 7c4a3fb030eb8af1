package dev.watchkeeper.postgres.console.change;

import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.locks.LockMode;
import dev.watchkeeper.postgres.testing.Client;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rules say that a statement locks, against what the server's lock table says after it. */
@ExtendWith(LabExtension.class)
class LockRulesTest {
    private static final String SCHEMA = """
            drop schema if exists lock_rules cascade;
            create schema lock_rules;
            set search_path = lock_rules;
            create table other (id int primary key);
            create table t (a int not null, b text, c int, check (c > 0) not valid);
            create unique index t_a on t (a);
            create index "T odd" on t (b);
            alter table t add constraint fk foreign key (c) references other not valid;
            create function f() returns trigger language plpgsql as $$ begin return new; end $$;
            create trigger tr before insert on t for each row execute function f();
            create rule ru as on delete to t do also nothing;
            create policy po on t;
            create table p (a int) partition by range (a);
            create table p1 partition of p for values from (0) to (10);
            create table p2 (a int);
            create table other_parent (a int, b text, c int);
            create view v as select 1 as x;
            create materialized view m as select 1 as x;
            create unique index on m (x);
            create sequence s;
            create statistics st on a, c from t;
            insert into other values (1);
            insert into t select g, 'x', 1 from generate_series(1, 10) g
            """;

    private static final List<String> STATEMENTS = List.of(
            "alter table t add column d int default 5",
            "alter table t add d uuid default gen_random_uuid()",
            "alter table only t drop column b",
            "alter table t alter column c type bigint",
            "alter table t alter b set default 'y', alter a set statistics 100",
            "alter table t alter c set not null",
            "alter table t alter a drop not null",
            "alter table t alter a set statistics 100",
            "alter table t alter a set (n_distinct = 5)",
            "alter table t alter b set storage external",
            "alter table t add constraint ck check (a > 0)",
            "alter table t add constraint ck check (a > 0) not valid",
            "alter table t add unique using index t_a",
            "alter table t add primary key (a)",
            "alter table t add foreign key (a) references other not valid",
            "alter table t add column d int references other",
            "alter table t validate constraint t_c_check",
            "alter table t drop constraint t_c_check",
            "alter table t disable trigger tr",
            "alter table t enable always trigger tr",
            "alter table t disable rule ru",
            "alter table t enable row level security",
            "alter table t cluster on t_a",
            "alter table t set without cluster",
            "alter table t set unlogged",
            "alter table t set (fillfactor = 70)",
            "alter table t set (autovacuum_enabled = off, user_catalog_table = true)",
            "alter table t reset (fillfactor)",
            "alter table t inherit other_parent",
            "alter table t replica identity full",
            "alter table t owner to current_user",
            "alter table t rename to u",
            "alter table t rename column b to e",
            "alter table t set schema public",
            "alter table p attach partition p2 for values from (10) to (20)",
            "alter table p detach partition p1",
            "alter index t_a rename to t_b",
            "alter index t_a set (fillfactor = 70)",
            "alter view v rename to w",
            "alter materialized view m rename to n",
            "alter sequence s increment 5",
            "alter sequence s rename to r",
            "alter policy po on t using (true)",
            "alter trigger tr on t rename to tt",
            "create index on t (c)",
            "create unique index if not exists i on only t (a)",
            "create table x (a int references other, b int references lock_rules.t (a))",
            "create table p3 partition of p for values from (30) to (40)",
            "create trigger t2 after insert on t execute function f()",
            "create or replace rule ru as on delete to t do also nothing",
            "create policy p2 on t",
            "create statistics st2 on a, b from t",
            "drop table t",
            "drop table if exists p, t",
            "drop index t_a, \"T odd\"",
            "drop view v",
            "drop materialized view m",
            "drop sequence s",
            "drop trigger tr on t",
            "drop rule ru on t",
            "drop policy po on t",
            "truncate table only t, p",
            "lock t in share row exclusive mode",
            "lock table t, p",
            "analyze verbose t",
            "cluster t using t_a",
            "reindex table t",
            "reindex index t_a",
            "refresh materialized view m",
            "refresh materialized view concurrently m",
            "comment on table t is 'x'",
            "insert into t values (100, null, 1)",
            "update only t set c = 1",
            "delete from t");

    private final SharedLabs labs;

    LockRulesTest(SharedLabs labs) {
        this.labs = labs;
    }

    @ParameterizedTest
    @ValueSource(ints = {LabPlan.OLDEST, 16, LabPlan.NEWEST})
    void areTheServers(int major) throws SQLException {
        try (Client dba = Client.enter(labs.primary(major))) {
            dba.does(SCHEMA);
            SoftAssertions softly = new SoftAssertions();
            for (String statement : STATEMENTS) {
                dba.does("begin").does(oids());
                dba.does(statement);
                for (RelationLock lock : LockRules.of(statement)) {
                    softly.assertThat(strongest(dba, lock))
                            .as(statement + " on " + lock.relation() + (lock.ofIndex() ? "'s table" : ""))
                            .contains(lock.mode());
                }
                softly.assertThat(LockRules.of(statement)).as(statement).isNotEmpty();
                dba.does("rollback");
            }
            dba.does("drop schema lock_rules cascade");
            softly.assertAll();
        }
    }

    /** Names change or go in the transaction; what they stood for is kept. */
    private static String oids() {
        return """
            create temporary table was on commit drop as
                select c.oid::regclass::text as name, c.oid, coalesce(i.indrelid, 0) as of_table
                  from pg_class c left join pg_index i on i.indexrelid = c.oid
                 where c.relnamespace = 'lock_rules'::regnamespace
            """;
    }

    private static Optional<LockMode> strongest(Client dba, RelationLock lock) throws SQLException {
        String name = lock.relation().replace("lock_rules.", "").replace("'", "''");
        String oid = lock.ofIndex() ? "w.of_table" : "w.oid";
        return dba
                .asks("select l.mode from pg_locks l join was w on l.relation = " + oid + " where w.name = '" + name
                        + "' and l.pid = pg_backend_pid() and l.locktype = 'relation' and l.granted")
                .stream()
                .map(LockMode::of)
                .max(Comparator.naturalOrder());
    }
}
