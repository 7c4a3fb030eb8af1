package dev.watchkeeper.app.reports;

import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.Finding;
import dev.watchkeeper.kernel.text.Sizes;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Whether one is safe, in one sentence. */
public final class BackupSentences {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMM d HH:mm", Locale.ENGLISH);

    private BackupSentences() {}

    /** {@code every second since Nov 13 09:12 can be had, up to 3 s ago; 2 of 5 rules are not kept}. */
    public static String of(Catalog catalog, ZoneId zone) {
        return reach(catalog, zone) + rules(catalog) + troubles(catalog);
    }

    private static String reach(Catalog catalog, ZoneId zone) {
        boolean blind = catalog.backups().isEmpty()
                && !catalog.sources().isEmpty()
                && catalog.sources().stream().allMatch(asked -> asked.trouble().isPresent());
        return blind ? "nobody knows what can be had" : BackupReach.of(catalog, new Times(zone, catalog.takenAt()));
    }

    private static String rules(Catalog catalog) {
        long unkept = catalog.policy().stream()
                .filter(one -> one.status() == Finding.Status.SHORT || one.status() == Finding.Status.BROKEN)
                .count();
        return unkept == 0
                ? ""
                : "; " + Sizes.count(unkept) + " of "
                        + Sizes.of(catalog.policy().size(), "rule", "rules")
                        + (unkept == 1 ? " is not kept" : " are not kept");
    }

    private static String troubles(Catalog catalog) {
        long troubled = catalog.sources().stream()
                .filter(asked -> asked.trouble().isPresent())
                .count();
        return troubled == 0 ? "" : "; not all of " + Sizes.of(troubled, "source", "sources") + " could be read";
    }

    static String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }
}
