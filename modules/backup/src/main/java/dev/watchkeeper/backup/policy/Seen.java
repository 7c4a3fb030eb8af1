package dev.watchkeeper.backup.policy;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.windows.Chains;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A catalog as it is judged: by the workstation's clock, in days of its zone. */
final class Seen {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMM d, HH:mm", Locale.ENGLISH);

    private final Catalog catalog;
    private final ZoneId zone;
    private final Chains chains;

    Seen(Catalog catalog, ZoneId zone) {
        this.catalog = catalog;
        this.zone = zone;
        this.chains = new Chains(catalog.backups());
    }

    Catalog catalog() {
        return catalog;
    }

    List<Backup> backups() {
        return catalog.backups();
    }

    Instant now() {
        return catalog.takenAt();
    }

    LocalDate today() {
        return day(now());
    }

    /** When it was begun. */
    Optional<Instant> at(Backup backup) {
        return backup.startedAt().or(backup::stoppedAt).map(at -> catalog.here(backup.source(), at));
    }

    LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    boolean isGood(Backup backup) {
        return chains.isWhole(backup);
    }

    /** {@code Nov 16}. */
    String words(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code Nov 12, 03:10}. */
    String words(Instant at) {
        return MOMENT.format(at.atZone(zone));
    }
}
