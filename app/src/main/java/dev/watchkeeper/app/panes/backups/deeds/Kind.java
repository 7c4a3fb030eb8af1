package dev.watchkeeper.app.panes.backups.deeds;

import dev.watchkeeper.kernel.host.BackupEngine;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import java.util.Arrays;
import java.util.List;

/** What can be chosen to be made. */
enum Kind {
    DUMP("Dump of a database (pg_dump)", BackupEngine.PG_DUMP),
    GLOBALS("Roles and tablespaces (pg_dumpall)", BackupEngine.PG_DUMP),
    BASE("Base backup of the cluster (pg_basebackup)", BackupEngine.PG_BASEBACKUP),
    PGBACKREST_FULL("pgBackRest, full", BackupEngine.PGBACKREST),
    PGBACKREST_DIFF("pgBackRest, differential", BackupEngine.PGBACKREST),
    PGBACKREST_INCR("pgBackRest, incremental", BackupEngine.PGBACKREST),
    BARMAN("Barman", BackupEngine.BARMAN),
    RDB("Snapshot (BGSAVE)", BackupEngine.REDIS);

    private final String title;
    private final BackupEngine engine;

    Kind(String title, BackupEngine engine) {
        this.title = title;
        this.engine = engine;
    }

    /** Those for which the target has a place, in the order of its places. */
    static List<Kind> of(Target target) {
        boolean isRedis = target.endpoint().engine() == Engine.REDIS;
        return target.placement().backups().stream()
                .map(BackupSource::engine)
                .distinct()
                .flatMap(engine -> Arrays.stream(values()).filter(kind -> kind.engine == engine))
                .filter(kind -> isRedis == (kind == RDB))
                .toList();
    }

    /** Where it can be put. */
    List<BackupSource> places(Target target) {
        return target.placement().backups().stream()
                .filter(source -> source.engine() == engine)
                .toList();
    }

    @Override
    public String toString() {
        return title;
    }
}
