package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.controls.Tone;

/**
 * One thing that is known of a backup.
 *
 * @param code whether it is something to be typed: a name, a path
 */
record Fact(String name, String value, Tone tone, boolean code) {
    static Fact of(String name, String value) {
        return new Fact(name, value, Tone.NEUTRAL, false);
    }

    static Fact code(String name, String value) {
        return new Fact(name, value, Tone.NEUTRAL, true);
    }

    static Fact toned(String name, String value, Tone tone) {
        return new Fact(name, value, tone, false);
    }
}
