package dev.watchkeeper.backup.base;

import dev.watchkeeper.backup.reading.HostClock;
import dev.watchkeeper.backup.reading.SectionScript;
import dev.watchkeeper.backup.reading.Sections;
import dev.watchkeeper.backup.reading.SourceReader;
import dev.watchkeeper.backup.reading.SourceReading;
import dev.watchkeeper.kernel.host.BackupSource;
import java.util.List;
import java.util.Optional;

public final class BaseBackupsReader implements SourceReader {
    public BaseBackupsReader(BackupSource.BaseBackups source) {}

    @Override
    public SectionScript script() {
        return new SectionScript();
    }

    @Override
    public SourceReading read(Sections sections, HostClock clock) {
        return new SourceReading(List.of(), List.of(), Optional.empty(), Optional.empty());
    }
}
