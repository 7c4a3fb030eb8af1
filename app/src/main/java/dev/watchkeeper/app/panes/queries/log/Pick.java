package dev.watchkeeper.app.panes.queries.log;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.postgres.serverlog.LogFinding.Kind;
import java.util.Arrays;
import java.util.Optional;

/** What of the log the table shows. */
enum Pick {
    ALL("All", Optional.empty(), Tone.NEUTRAL),
    SLOW("Slow", Optional.of(Kind.SLOW), Tone.NEUTRAL),
    PLANS("Plans", Optional.of(Kind.PLAN), Tone.NEUTRAL),
    ERRORS("Errors", Optional.of(Kind.ERROR), Tone.RED),
    WARNINGS("Warnings", Optional.of(Kind.WARNING), Tone.AMBER),
    DEADLOCKS("Deadlocks", Optional.of(Kind.DEADLOCK), Tone.RED),
    LOCK_WAITS("Lock waits", Optional.of(Kind.LOCK_WAIT), Tone.AMBER),
    TEMP_FILES("Temp files", Optional.of(Kind.TEMP_FILE), Tone.NEUTRAL),
    CHECKPOINTS("Checkpoints", Optional.of(Kind.CHECKPOINT), Tone.NEUTRAL);

    private final String title;
    private final Optional<Kind> kind;
    private final Tone tone;

    Pick(String title, Optional<Kind> kind, Tone tone) {
        this.title = title;
        this.kind = kind;
        this.tone = tone;
    }

    static Pick of(Kind kind) {
        return Arrays.stream(values())
                .filter(pick -> pick.kind.equals(Optional.of(kind)))
                .findFirst()
                .orElse(ALL);
    }

    String title() {
        return title;
    }

    Tone tone() {
        return tone;
    }

    boolean lets(Kind one) {
        return kind.isEmpty() || kind.get() == one;
    }
}
