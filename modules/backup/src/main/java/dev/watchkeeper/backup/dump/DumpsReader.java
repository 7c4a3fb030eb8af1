package dev.watchkeeper.backup.dump;

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
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a folder of dumps: the first kilobyte of each file, whatever it is called; of a bucket that of the newest, the
 * others by their names.
 */
public final class DumpsReader implements SourceReader {
    /** Also a plain dump's {@code CREATE DATABASE} is in it. */
    private static final int HEAD = 1024;

    private static final int TAIL = 512;
    private static final String TOC = "toc.dat";

    private final BackupSource.Dumps source;

    public DumpsReader(BackupSource.Dumps source) {
        this.source = source;
    }

    @Override
    public SectionScript script() {
        return Listing.script(source.path(), DumpsReader.class, HEAD, TAIL);
    }

    @Override
    public SourceReading read(Sections sections, HostClock clock) {
        return read(Listing.of(sections, source.path(), source.host(), HEAD, TAIL), clock.zone());
    }

    /** The same from a bucket that the workstation reads by itself. */
    public SourceReading read(S3Keys keys) {
        return read(S3Bucket.read(keys, source.path(), HEAD), ZoneOffset.UTC);
    }

    private SourceReading read(Listing listing, ZoneId zone) {
        Optional<Fault> closed = listing.closed();
        if (closed.isPresent()) {
            return SourceReading.of(closed.get());
        }
        List<Backup> backups = new ArrayList<>();
        for (Dump dump : dumps(listing)) {
            backups.add(dump.backup(
                    source, listing.root(), zone, listing.sidecars().getOrDefault(dump.path(), Sidecar.none())));
        }
        return new SourceReading(backups, List.of(), listing.trouble(), listing.tool());
    }

    private static List<Dump> dumps(Listing listing) {
        DumpFiles known = new DumpFiles(listing);
        Map<String, List<HostFile>> folders = new HashMap<>();
        List<HostFile> files =
                listing.files().stream().filter(file -> !isHidden(file.path())).toList();
        files.stream()
                .filter(file -> !file.folder() && file.baseName().equals(TOC))
                .forEach(file -> folders.put(file.parent(), new ArrayList<>()));
        List<Dump> dumps = new ArrayList<>();
        for (HostFile file : files) {
            List<HostFile> company = folders.get(file.parent());
            if (file.folder()) {
                continue;
            }
            if (company != null) {
                company.add(file);
            } else if (!file.path().endsWith(Sidecar.ENDING)) {
                known.dump(file).ifPresent(dumps::add);
            }
        }
        folders.forEach((path, company) -> dumps.add(DirectoryDump.of(path, company, listing)));
        return dumps;
    }

    /** What is being written has a name that begins with a dot. */
    private static boolean isHidden(String path) {
        return path.startsWith(".") || path.contains("/.");
    }
}
