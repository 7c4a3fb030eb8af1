package dev.watchkeeper.app.panes.slowlog.log;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.redis.serverlog.Level;
import java.util.Optional;

/** Which levels the table shows. */
enum Pick {
    ALL("All", Optional.empty()),
    WARNINGS("Warnings", Optional.of(Level.WARNING)),
    NOTICES("Notices", Optional.of(Level.NOTICE)),
    VERBOSE("Verbose", Optional.of(Level.VERBOSE)),
    DEBUG("Debug", Optional.of(Level.DEBUG));

    private final String title;
    private final Optional<Level> level;

    Pick(String title, Optional<Level> level) {
        this.title = title;
        this.level = level;
    }

    String title() {
        return title;
    }

    Tone tone() {
        return level.map(Pick::tone).orElse(Tone.NEUTRAL);
    }

    static Tone tone(Level level) {
        return level == Level.WARNING ? Tone.AMBER : Tone.NEUTRAL;
    }

    boolean lets(Level one) {
        return level.isEmpty() || level.get() == one;
    }
}
