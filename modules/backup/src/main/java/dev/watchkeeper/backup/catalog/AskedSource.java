package dev.watchkeeper.backup.catalog;

import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.barman.BarmanReader;
import dev.watchkeeper.backup.base.BaseBackupsReader;
import dev.watchkeeper.backup.dump.DumpsReader;
import dev.watchkeeper.backup.pgbackrest.PgBackRestReader;
import dev.watchkeeper.backup.reading.HostClock;
import dev.watchkeeper.backup.reading.Listing;
import dev.watchkeeper.backup.reading.SectionScript;
import dev.watchkeeper.backup.reading.Sections;
import dev.watchkeeper.backup.reading.SourceReader;
import dev.watchkeeper.backup.reading.SourceReading;
import dev.watchkeeper.backup.redis.RedisDumpsReader;
import dev.watchkeeper.backup.s3.S3Keys;
import dev.watchkeeper.hosts.HostFinder;
import dev.watchkeeper.hosts.Ran;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.host.HostSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks one source. */
final class AskedSource {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Fault NO_BUCKET = new Fault(
            FaultKind.UNSUPPORTED, "only dumps and RDB files are read from buckets", "Name a folder of a host");

    private final HostFinder hosts;
    private final Clock clock;
    private final S3Keys keys;

    AskedSource(HostFinder hosts, Clock clock, S3Keys keys) {
        this.hosts = hosts;
        this.clock = clock;
        this.keys = keys;
    }

    /** Never fails: why it could not be asked stands in the answer. */
    SourceAnswer ask(BackupSource source) {
        if (isDirect(source) && keys.areThere()) {
            return direct(source);
        }
        try {
            SourceReader reader = reader(source);
            SectionScript script = reader.script();
            Instant begun = clock.instant();
            Ran ran = hosts.host(source.host()).run(script.script(PATIENCE));
            Sections sections = new Sections(script.token(), ran.bytes());
            if (!sections.isComplete()) {
                return failed(source, broken(source, ran));
            }
            HostClock told = HostClock.of(sections, begun, clock.instant());
            return answer(source, reader.read(sections, told), sections, told);
        } catch (FaultException e) {
            return failed(source, e.fault());
        }
    }

    /** The workstation needs no tool for a bucket, if it has keys of aws. */
    private static boolean isDirect(BackupSource source) {
        return source.host().equals(HostSpec.LOCAL) && Listing.isBucket(source.title());
    }

    private SourceAnswer direct(BackupSource source) {
        SourceReading reading = switch (source) {
            case BackupSource.Dumps one -> new DumpsReader(one).read(keys);
            case BackupSource.RedisDumps one -> new RedisDumpsReader(one).read(keys);
            case BackupSource.PgBackRest one -> SourceReading.of(NO_BUCKET);
            case BackupSource.Barman one -> SourceReading.of(NO_BUCKET);
            case BackupSource.BaseBackups one -> SourceReading.of(NO_BUCKET);
        };
        return new SourceAnswer(
                new Catalog.Asked(source, reading.trouble(), reading.tool(), Optional.empty(), Optional.empty()),
                reading.backups(),
                reading.archives());
    }

    private static SourceReader reader(BackupSource source) {
        return switch (source) {
            case BackupSource.PgBackRest one -> new PgBackRestReader(one);
            case BackupSource.Barman one -> new BarmanReader(one);
            case BackupSource.Dumps one -> new DumpsReader(one);
            case BackupSource.BaseBackups one -> new BaseBackupsReader(one);
            case BackupSource.RedisDumps one -> new RedisDumpsReader(one);
        };
    }

    private static SourceAnswer answer(BackupSource source, SourceReading reading, Sections sections, HostClock clock) {
        return new SourceAnswer(
                new Catalog.Asked(
                        source,
                        reading.trouble(),
                        reading.tool(),
                        sections.words("free")
                                .filter(text -> text.matches("\\d+"))
                                .map(Long::valueOf),
                        clock.ahead().map(Duration::toMillis)),
                reading.backups(),
                reading.archives());
    }

    private static SourceAnswer failed(BackupSource source, Fault fault) {
        return new SourceAnswer(
                new Catalog.Asked(source, Optional.of(fault), Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(),
                List.of());
    }

    private static Fault broken(BackupSource source, Ran ran) {
        String last = ran.error().lines().reduce("", (one, other) -> other);
        return new Fault(
                FaultKind.FAILED,
                "the listing of " + source.title() + " on " + source.host() + " broke off with exit status "
                        + ran.exit() + (last.isEmpty() ? "" : ": " + last),
                "Its shell must be one like sh, and find, head, tail and date those of GNU");
    }
}
