package dev.watchkeeper.postgres.console.change;

import dev.watchkeeper.postgres.locks.LockMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What ALTER TABLE takes: each subcommand has its own mode, and the statement takes the strongest of them, from
 * {@code AlterTableGetLockLevel} in the server's source and the notes of its documentation.
 */
final class AlterTableLocks {
    private final List<RelationLock> others = new ArrayList<>();
    private LockMode mode = LockMode.ACCESS_SHARE;
    private Work work = Work.MOMENT;

    static List<RelationLock> of(WordReader words) {
        words.accept("IF", "EXISTS");
        words.skip("ONLY");
        String name = words.name();
        if (name.isEmpty()) {
            return List.of();
        }
        AlterTableLocks locks = new AlterTableLocks();
        words.parts().forEach(locks::subcommand);
        List<RelationLock> all = new ArrayList<>();
        all.add(new RelationLock(name, locks.mode, locks.work));
        all.addAll(locks.others);
        return all;
    }

    private void subcommand(WordReader words) {
        if (words.accept("ADD")) {
            add(words);
        } else if (words.accept("ALTER")) {
            column(words);
        } else if (words.accept("VALIDATE")) {
            take(LockMode.SHARE_UPDATE_EXCLUSIVE, Work.SCANS);
        } else if (words.accept("ENABLE") || words.accept("DISABLE")) {
            words.skip("REPLICA", "ALWAYS");
            boolean trigger = words.peek().equals("TRIGGER");
            take(trigger ? LockMode.SHARE_ROW_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE, Work.MOMENT);
        } else if (words.accept("CLUSTER") || words.accept("SET", "WITHOUT", "CLUSTER")) {
            take(LockMode.SHARE_UPDATE_EXCLUSIVE, Work.MOMENT);
        } else if (words.accept("ATTACH", "PARTITION")) {
            take(LockMode.SHARE_UPDATE_EXCLUSIVE, Work.MOMENT);
            others.addAll(LockRules.one(words.name(), LockMode.ACCESS_EXCLUSIVE, Work.SCANS));
        } else if (words.accept("DETACH", "PARTITION")) {
            String partition = words.name();
            boolean concurrently = words.hasAhead("CONCURRENTLY");
            take(concurrently ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE, Work.MOMENT);
            others.addAll(LockRules.one(partition, LockMode.ACCESS_EXCLUSIVE, Work.MOMENT));
        } else if (words.accept("SET")) {
            set(words);
        } else if (words.accept("RESET")) {
            take(storage(words), Work.MOMENT);
        } else {
            take(LockMode.ACCESS_EXCLUSIVE, Work.MOMENT);
        }
    }

    private void add(WordReader words) {
        boolean later = words.hasAhead("NOT", "VALID");
        boolean ready = words.hasAhead("USING", "INDEX");
        boolean named = words.accept("CONSTRAINT");
        if (named) {
            words.name();
        }
        if (words.accept("FOREIGN", "KEY")) {
            take(LockMode.SHARE_ROW_EXCLUSIVE, later ? Work.MOMENT : Work.SCANS);
            references(words);
        } else if (words.accept("CHECK") || words.accept("NOT", "NULL")) {
            take(LockMode.ACCESS_EXCLUSIVE, later ? Work.MOMENT : Work.SCANS);
        } else if (words.accept("PRIMARY") || words.accept("UNIQUE") || words.accept("EXCLUDE")) {
            take(LockMode.ACCESS_EXCLUSIVE, ready ? Work.MOMENT : Work.BUILDS_INDEX);
        } else {
            addColumn(words);
        }
    }

    /** A default that is the same for all rows is kept in the catalog (since 11); what differs is written. */
    private void addColumn(WordReader words) {
        boolean written = words.hasAhead("GENERATED") && !words.hasAhead("VIRTUAL");
        boolean serial = words.hasAhead("SERIAL") || words.hasAhead("BIGSERIAL") || words.hasAhead("SMALLSERIAL");
        boolean differs = VOLATILE_DEFAULTS.stream().anyMatch(words::hasAhead);
        boolean index = words.hasAhead("UNIQUE") || words.hasAhead("PRIMARY", "KEY");
        take(
                LockMode.ACCESS_EXCLUSIVE,
                written || serial || differs ? Work.REWRITES : index ? Work.BUILDS_INDEX : Work.MOMENT);
        references(words);
    }

    private static final List<String> VOLATILE_DEFAULTS = List.of(
            "GEN_RANDOM_UUID",
            "UUID_GENERATE_V4",
            "UUIDV4",
            "UUIDV7",
            "RANDOM",
            "NEXTVAL",
            "CLOCK_TIMESTAMP",
            "TIMEOFDAY");

    private void references(WordReader words) {
        if (words.find("REFERENCES")) {
            others.addAll(LockRules.one(words.name(), LockMode.SHARE_ROW_EXCLUSIVE, Work.MOMENT));
        }
    }

    private void column(WordReader words) {
        if (words.accept("CONSTRAINT")) {
            take(LockMode.ACCESS_EXCLUSIVE, Work.MOMENT);
            return;
        }
        words.skip("COLUMN");
        words.name();
        if (words.accept("TYPE") || words.accept("SET", "DATA", "TYPE")) {
            take(LockMode.ACCESS_EXCLUSIVE, Work.REWRITES);
        } else if (words.accept("SET", "NOT", "NULL")) {
            take(LockMode.ACCESS_EXCLUSIVE, Work.SCANS);
        } else if (words.accept("SET", "STATISTICS") || words.accept("SET", "(") || words.accept("RESET")) {
            take(LockMode.SHARE_UPDATE_EXCLUSIVE, Work.MOMENT);
        } else if (words.accept("SET", "EXPRESSION")) {
            take(LockMode.ACCESS_EXCLUSIVE, Work.REWRITES);
        } else {
            take(LockMode.ACCESS_EXCLUSIVE, Work.MOMENT);
        }
    }

    private void set(WordReader words) {
        if (words.peek().equals("(")) {
            take(storage(words), Work.MOMENT);
        } else if (words.accept("LOGGED") || words.accept("UNLOGGED") || words.accept("TABLESPACE")) {
            take(LockMode.ACCESS_EXCLUSIVE, Work.REWRITES);
        } else if (words.accept("ACCESS", "METHOD")) {
            take(LockMode.ACCESS_EXCLUSIVE, Work.REWRITES);
        } else {
            take(LockMode.ACCESS_EXCLUSIVE, Work.MOMENT);
        }
    }

    private static LockMode storage(WordReader words) {
        return words.options("USER_CATALOG_TABLE") ? LockMode.ACCESS_EXCLUSIVE : LockMode.SHARE_UPDATE_EXCLUSIVE;
    }

    private void take(LockMode one, Work meanwhile) {
        if (one.compareTo(mode) > 0) {
            mode = one;
        }
        if (meanwhile.compareTo(work) > 0) {
            work = meanwhile;
        }
    }
}
