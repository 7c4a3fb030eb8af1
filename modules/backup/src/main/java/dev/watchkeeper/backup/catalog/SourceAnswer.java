package dev.watchkeeper.backup.catalog;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.WalArchive;
import java.util.List;

/** What one source told, and how it was to ask. */
record SourceAnswer(Catalog.Asked asked, List<Backup> backups, List<WalArchive> archives) {}
