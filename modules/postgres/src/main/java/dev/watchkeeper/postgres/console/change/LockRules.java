package dev.watchkeeper.postgres.console.change;

import dev.watchkeeper.postgres.locks.LockMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Which locks a statement takes on the tables, indexes and views that it names: PostgreSQL's documentation, 13.3.1
 * "Table-Level Locks", and the notes of each command. Locks on what a statement only reads, on row versions and on the
 * catalog are left out.
 */
public final class LockRules {
    private LockRules() {}

    /** What one statement takes; empty for one that takes nothing worth saying, or that is not understood. */
    public static List<RelationLock> of(String statement) {
        WordReader words = new WordReader(statement);
        String verb = words.peek();
        words.next();
        return switch (verb) {
            case "ALTER" -> alter(words);
            case "CREATE" -> CreateLocks.of(words);
            case "DROP" -> drop(words);
            case "TRUNCATE" -> {
                words.accept("TABLE");
                yield each(words.names(), LockMode.ACCESS_EXCLUSIVE, Work.MOMENT);
            }
            case "LOCK" -> lock(words);
            case "VACUUM" -> vacuum(words);
            case "ANALYZE", "ANALYSE" -> {
                words.options("");
                words.skip("VERBOSE");
                yield each(words.names(), LockMode.SHARE_UPDATE_EXCLUSIVE, Work.MOMENT);
            }
            case "CLUSTER" -> {
                words.options("");
                words.skip("VERBOSE");
                yield one(words.name(), LockMode.ACCESS_EXCLUSIVE, Work.REWRITES);
            }
            case "REINDEX" -> reindex(words);
            case "REFRESH" -> refresh(words);
            case "COMMENT" -> comment(words);
            case "INSERT" -> {
                words.accept("INTO");
                yield one(words.name(), LockMode.ROW_EXCLUSIVE, Work.MOMENT);
            }
            case "MERGE" -> {
                words.skip("INTO", "ONLY");
                yield one(words.name(), LockMode.ROW_EXCLUSIVE, Work.MOMENT);
            }
            case "DELETE" -> {
                words.skip("FROM", "ONLY");
                yield one(words.name(), LockMode.ROW_EXCLUSIVE, Work.MOMENT);
            }
            case "UPDATE" -> {
                words.skip("ONLY");
                yield one(words.name(), LockMode.ROW_EXCLUSIVE, Work.MOMENT);
            }
            default -> List.of();
        };
    }

    private static List<RelationLock> alter(WordReader words) {
        if (words.accept("TABLE") || words.accept("FOREIGN", "TABLE")) {
            return AlterTableLocks.of(words);
        }
        if (words.accept("INDEX")) {
            return alterIndex(words);
        }
        if (words.accept("VIEW") || words.accept("MATERIALIZED", "VIEW")) {
            words.accept("IF", "EXISTS");
            return one(words.name(), LockMode.ACCESS_EXCLUSIVE, Work.MOMENT);
        }
        if (words.accept("SEQUENCE")) {
            words.accept("IF", "EXISTS");
            String name = words.name();
            boolean moves = words.accept("OWNER") || words.accept("RENAME") || words.accept("SET", "SCHEMA");
            return one(name, moves ? LockMode.ACCESS_EXCLUSIVE : LockMode.SHARE_ROW_EXCLUSIVE, Work.MOMENT);
        }
        if (words.accept("POLICY") || words.accept("TRIGGER")) {
            boolean on = words.find("ON");
            return on ? one(words.name(), LockMode.ACCESS_EXCLUSIVE, Work.MOMENT) : List.of();
        }
        return List.of();
    }

    private static List<RelationLock> alterIndex(WordReader words) {
        words.accept("IF", "EXISTS");
        String name = words.name();
        boolean light =
                words.accept("RENAME") || words.accept("SET", "(") || words.accept("RESET") || words.accept("ALTER");
        return light
                ? one(name, LockMode.SHARE_UPDATE_EXCLUSIVE, Work.MOMENT)
                : one(name, LockMode.ACCESS_EXCLUSIVE, words.hasAhead("TABLESPACE") ? Work.REWRITES : Work.MOMENT);
    }

    private static List<RelationLock> drop(WordReader words) {
        boolean index = words.accept("INDEX");
        boolean concurrently = words.accept("CONCURRENTLY");
        if (index) {
            words.accept("IF", "EXISTS");
            LockMode mode = concurrently ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
            List<RelationLock> locks = new ArrayList<>();
            for (String name : words.names()) {
                locks.add(new RelationLock(name, mode, Work.MOMENT));
                locks.add(new RelationLock(name, true, mode, Work.MOMENT));
            }
            return locks;
        }
        boolean relation = words.accept("TABLE")
                || words.accept("VIEW")
                || words.accept("SEQUENCE")
                || words.accept("MATERIALIZED", "VIEW")
                || words.accept("FOREIGN", "TABLE");
        if (relation) {
            words.accept("IF", "EXISTS");
            return each(words.names(), LockMode.ACCESS_EXCLUSIVE, Work.MOMENT);
        }
        boolean onTable = words.accept("TRIGGER") || words.accept("RULE") || words.accept("POLICY");
        return onTable && words.find("ON") ? one(words.name(), LockMode.ACCESS_EXCLUSIVE, Work.MOMENT) : List.of();
    }

    private static List<RelationLock> lock(WordReader words) {
        words.accept("TABLE");
        List<String> names = words.names();
        LockMode mode = LockMode.ACCESS_EXCLUSIVE;
        if (words.accept("IN")) {
            StringBuilder label = new StringBuilder();
            while (words.hasMore() && !words.peek().equals("MODE")) {
                label.append(label.isEmpty() ? "" : "_").append(words.peek());
                words.next();
            }
            for (LockMode one : LockMode.values()) {
                mode = one.name().contentEquals(label) ? one : mode;
            }
        }
        return each(names, mode, Work.MOMENT);
    }

    private static List<RelationLock> vacuum(WordReader words) {
        boolean full = words.options("FULL");
        while (List.of("FULL", "FREEZE", "VERBOSE", "ANALYZE").contains(words.peek())) {
            full |= words.peek().equals("FULL");
            words.next();
        }
        return full
                ? each(words.names(), LockMode.ACCESS_EXCLUSIVE, Work.REWRITES)
                : each(words.names(), LockMode.SHARE_UPDATE_EXCLUSIVE, Work.MOMENT);
    }

    private static List<RelationLock> reindex(WordReader words) {
        words.options("");
        boolean index = words.accept("INDEX");
        if (!index && !words.accept("TABLE")) {
            return List.of();
        }
        boolean concurrently = words.accept("CONCURRENTLY");
        String name = words.name();
        LockMode onTable = concurrently ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE;
        if (!index) {
            return one(name, onTable, Work.BUILDS_INDEX);
        }
        LockMode onIndex = concurrently ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
        return List.of(
                new RelationLock(name, onIndex, Work.BUILDS_INDEX),
                new RelationLock(name, true, onTable, Work.BUILDS_INDEX));
    }

    private static List<RelationLock> refresh(WordReader words) {
        words.accept("MATERIALIZED", "VIEW");
        boolean concurrently = words.accept("CONCURRENTLY");
        LockMode mode = concurrently ? LockMode.EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
        return one(words.name(), mode, words.hasAhead("NO", "DATA") ? Work.MOMENT : Work.REWRITES);
    }

    private static List<RelationLock> comment(WordReader words) {
        boolean relation = words.accept("ON", "TABLE") || words.accept("ON", "VIEW") || words.accept("ON", "INDEX");
        return relation ? one(words.name(), LockMode.SHARE_UPDATE_EXCLUSIVE, Work.MOMENT) : List.of();
    }

    static List<RelationLock> one(String name, LockMode mode, Work work) {
        return name.isEmpty() ? List.of() : List.of(new RelationLock(name, mode, work));
    }

    private static List<RelationLock> each(List<String> names, LockMode mode, Work work) {
        return names.stream().map(name -> new RelationLock(name, mode, work)).toList();
    }
}
