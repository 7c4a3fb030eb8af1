package dev.watchkeeper.postgres.console.change;

import dev.watchkeeper.postgres.locks.LockMode;
import java.util.ArrayList;
import java.util.List;

/** What CREATE takes on what is there already. */
final class CreateLocks {
    private CreateLocks() {}

    static List<RelationLock> of(WordReader words) {
        words.accept("OR", "REPLACE");
        words.skip("GLOBAL", "LOCAL", "TEMP", "TEMPORARY", "UNLOGGED", "UNIQUE", "CONSTRAINT", "RECURSIVE");
        if (words.accept("INDEX")) {
            boolean concurrently = words.accept("CONCURRENTLY");
            words.find("ON");
            words.skip("ONLY");
            LockMode mode = concurrently ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE;
            return LockRules.one(words.name(), mode, Work.BUILDS_INDEX);
        }
        if (words.accept("TABLE")) {
            return table(words);
        }
        if (words.accept("TRIGGER")) {
            return words.find("ON")
                    ? LockRules.one(words.name(), LockMode.SHARE_ROW_EXCLUSIVE, Work.MOMENT)
                    : List.of();
        }
        if (words.accept("POLICY")) {
            return words.find("ON") ? LockRules.one(words.name(), LockMode.ACCESS_EXCLUSIVE, Work.MOMENT) : List.of();
        }
        if (words.accept("RULE")) {
            return words.find("TO") ? LockRules.one(words.name(), LockMode.ACCESS_EXCLUSIVE, Work.MOMENT) : List.of();
        }
        if (words.accept("STATISTICS")) {
            return words.find("FROM")
                    ? LockRules.one(words.name(), LockMode.SHARE_UPDATE_EXCLUSIVE, Work.MOMENT)
                    : List.of();
        }
        return List.of();
    }

    /** The parent of a partition, and every table that a foreign key refers to. */
    private static List<RelationLock> table(WordReader words) {
        List<RelationLock> locks = new ArrayList<>();
        words.accept("IF", "NOT", "EXISTS");
        words.name();
        if (words.accept("PARTITION", "OF")) {
            locks.addAll(LockRules.one(words.name(), LockMode.ACCESS_EXCLUSIVE, Work.MOMENT));
        }
        while (words.find("REFERENCES")) {
            locks.addAll(LockRules.one(words.name(), LockMode.SHARE_ROW_EXCLUSIVE, Work.MOMENT));
        }
        return locks;
    }
}
