package dev.watchkeeper.backup.make;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.make.Places.Place;
import dev.watchkeeper.backup.schedule.ScheduleBackup;
import dev.watchkeeper.hosts.HostFinder;
import dev.watchkeeper.hosts.jobs.JobOrder;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.backup.SavedSize;
import dev.watchkeeper.postgres.backup.SavedSizeProbe;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.redis.connect.RedisServer;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the actions that make and check backups of one target. Its methods look what is possible first, and block. */
public final class BackupDesk {
    private final Target target;
    private final Places places;
    private final Passwords passwords;
    private final Supplier<PostgresServer> postgres;
    private final Supplier<RedisServer> redis;
    private final Clock clock;

    /**
     * @param postgres the target's server, if it is a PostgreSQL
     * @param redis the target's server, if it is a Redis
     */
    public BackupDesk(
            Target target,
            HostFinder hosts,
            Passwords passwords,
            Supplier<PostgresServer> postgres,
            Supplier<RedisServer> redis,
            Clock clock) {
        this.target = target;
        this.places = new Places(target, hosts);
        this.passwords = passwords;
        this.postgres = postgres;
        this.redis = redis;
        this.clock = clock;
    }

    /**
     * An action that makes a backup.
     *
     * @throws FaultException BAD_INPUT if it is not known where; UNSUPPORTED if a tool is missing or too old, with both
     *     versions
     */
    public Action make(BackupWish wish, Where where) throws FaultException {
        boolean isRedis = target.endpoint().engine() == Engine.REDIS;
        if (isRedis != (wish instanceof BackupWish.Rdb)) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    target.name() + (isRedis ? " is a Redis" : " is no Redis"),
                    isRedis ? "Its backups are of kind rdb" : "Choose another kind of backup");
        }
        if (isRedis && where.schedule().isPresent()) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED,
                    "the snapshot of a Redis can't be scheduled from here: its host would have to ask it for one",
                    "Redis makes them by itself: CONFIG SET save");
        }
        return switch (wish) {
            case BackupWish.Dump dump -> {
                Place place = places.folder(BackupSource.Dumps.class, where, "pg_dump, path: /var/backups");
                yield action(place, where, new DumpPlanner(occasion(place), size(), place.folder()).plan(dump));
            }
            case BackupWish.Globals globals -> {
                Place place = places.folder(BackupSource.Dumps.class, where, "pg_dump, path: /var/backups");
                yield action(place, where, new DumpPlanner(occasion(place), size(), place.folder()).globals());
            }
            case BackupWish.Base base -> {
                Place place =
                        places.folder(BackupSource.BaseBackups.class, where, "pg_basebackup, path: /var/backups/base");
                yield action(place, where, new BasePlanner(occasion(place), size(), place.folder()).plan(base));
            }
            case BackupWish.PgBackRest rest -> {
                BackupSource.PgBackRest source = places.stanza(where);
                Place place = places.of(source);
                yield action(place, where, new RepositoryPlanner(occasion(place)).pgBackRest(source, rest.type()));
            }
            case BackupWish.Barman barman -> {
                BackupSource.Barman source = places.server(where);
                Place place = places.of(source);
                yield action(place, where, new RepositoryPlanner(occasion(place)).barman(source));
            }
            case BackupWish.Rdb rdb -> {
                Place place = places.folder(BackupSource.RedisDumps.class, where, "redis, path: /var/backups/redis");
                yield action(place, where, new RdbPlanner(occasion(place), redis.get(), place.folder()).plan());
            }
        };
    }

    /**
     * An action that checks a backup where it lies, and keeps what was found beside it.
     *
     * @throws FaultException UNSUPPORTED if what is needed for that is missing on the host
     */
    public Action verify(Backup backup, boolean detached) throws FaultException {
        Where where = new Where(Optional.empty(), Optional.empty(), detached);
        Place place = places.of(backup.source());
        return action(place, where, new VerifyPlanner(occasion(place)).plan(backup));
    }

    private Action action(Place place, Where where, BackupPlan plan) throws FaultException {
        if (where.schedule().isPresent()) {
            JobOrder order = plan.order().order(step -> {});
            return ScheduleBackup.on(
                    place.host(), target, order, where.schedule().get());
        }
        return new JobAction(target, place.host(), clock, plan, where.detached());
    }

    private Occasion occasion(Place place) throws FaultException {
        Optional<Secret> password = target.endpoint().engine() == Engine.REDIS
                ? Optional.empty()
                : passwords.find(target, target.endpoint().hosts().getFirst());
        return new Occasion(target, place.host(), password, clock.instant());
    }

    private SavedSize size() throws FaultException {
        return new SavedSizeProbe(postgres.get()).read().value();
    }
}
