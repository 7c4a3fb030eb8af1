package dev.watchkeeper.backup.redis;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.reading.HostClock;
import dev.watchkeeper.backup.reading.HostFile;
import dev.watchkeeper.backup.reading.Listing;
import dev.watchkeeper.backup.reading.SectionScript;
import dev.watchkeeper.backup.reading.Sections;
import dev.watchkeeper.backup.reading.Sidecar;
import dev.watchkeeper.backup.reading.SourceReader;
import dev.watchkeeper.backup.reading.SourceReading;
import dev.watchkeeper.backup.s3.S3Bucket;
import dev.watchkeeper.backup.s3.S3Keys;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.host.BackupSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a folder of RDB files and AOF folders. */
public final class RedisDumpsReader implements SourceReader {
    private static final int HEAD = 1024;
    private static final int TAIL = 16;

    private final BackupSource.RedisDumps source;

    public RedisDumpsReader(BackupSource.RedisDumps source) {
        this.source = source;
    }

    @Override
    public SectionScript script() {
        return Listing.script(source.path(), RedisDumpsReader.class, HEAD, TAIL);
    }

    @Override
    public SourceReading read(Sections sections, HostClock clock) {
        return read(Listing.of(sections, source.path(), source.host(), HEAD, TAIL));
    }

    /** The same from a bucket that the workstation reads by itself. */
    public SourceReading read(S3Keys keys) {
        return read(S3Bucket.read(keys, source.path(), HEAD));
    }

    private SourceReading read(Listing listing) {
        Optional<Fault> closed = listing.closed();
        if (closed.isPresent()) {
            return SourceReading.of(closed.get());
        }
        RedisFiles files = new RedisFiles(source, listing);
        List<Backup> backups = new ArrayList<>();
        List<AofFolder> aofs = AofFolder.all(listing.files(), listing.heads());
        aofs.forEach(aof -> backups.add(files.aof(aof)));
        Set<String> parts = aofs.stream().map(AofFolder::path).collect(Collectors.toSet());
        for (HostFile file : listing.files()) {
            if (!parts.contains(file.parent()) && !file.path().endsWith(Sidecar.ENDING)) {
                files.file(file).ifPresent(backups::add);
            }
        }
        return new SourceReading(backups, List.of(), listing.trouble(), listing.tool());
    }
}
