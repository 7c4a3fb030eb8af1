package dev.watchkeeper.backup.base;

import java.util.List;
import java.util.Optional;

/** What an incremental base backup builds on. */
final class BaseChains {
    private static final String GONE = "?";

    private BaseChains() {}

    /**
     * The one that began where this one says that it goes on from, as pg_combinebackup compares them. If there is none the
     * answer is no backup's name, so that the chain is seen to be broken.
     */
    static Optional<String> prior(BaseBackup backup, List<BaseBackup> all) {
        if (!backup.isIncremental()) {
            return Optional.empty();
        }
        return all.stream()
                .filter(one -> !one.path().equals(backup.path())
                        && one.label().startLsn().equals(backup.label().incrementalFrom())
                        && (one.systemId().isEmpty()
                                || backup.systemId().isEmpty()
                                || one.systemId().equals(backup.systemId())))
                .map(one -> one.path().isEmpty() ? "." : one.path())
                .findFirst()
                .or(() -> Optional.of(GONE));
    }
}
