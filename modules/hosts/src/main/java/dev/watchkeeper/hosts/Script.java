package dev.watchkeeper.hosts;

import java.time.Duration;

/**
 * A script for a POSIX shell. It reaches the shell through standard input, never as an argument, which everybody on the
 * host can read; and the shell does nothing of it before it has all of it.
 *
 * @param text what is quoted by {@link ShellWords} and nothing else
 * @param patience how long it may take
 */
public record Script(String text, Duration patience) {
    private static final Duration USUAL = Duration.ofSeconds(30);

    /** One that answers soon. */
    public static Script of(String text) {
        return new Script(text, USUAL);
    }

    /** Read to its end before anything of it is done: a cut line leaves nothing half done. */
    public String sent() {
        return "LC_ALL=C; export LC_ALL; {\n" + text + "\n} </dev/null\n";
    }
}
