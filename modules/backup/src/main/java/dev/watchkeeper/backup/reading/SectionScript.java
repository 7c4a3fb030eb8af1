package dev.watchkeeper.backup.reading;

import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.hosts.ShellWords;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Puts a script together that prints one named section after the other. Each begins with a mark that holds a random word:
 * whatever stands in a file or its name, it can't look like one. Used by one thread.
 */
public final class SectionScript {
    private static final int RANDOM_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * {@code mark NAME} begins a section; {@code run NAME COMMAND…} puts into sections what a command prints, what it
     * complains of and how it exits.
     */
    private static final String FUNCTIONS = """
            exec 3>&1
            mark() { printf '\\0%s %s\\0' "$wk" "$1"; }
            run() {
              mark "$1"; wkn=$1; shift
              wke=$( { "$@" >&3; } 2>&1 ); wkr=$?
              mark "$wkn.error"; printf '%s' "$wke"
              mark "$wkn.exit"; printf '%s' "$wkr"
            }
            facts() {
              mark zone; printf '%s\\n' "${TZ-}"; readlink -f /etc/localtime; cat /etc/timezone; date +%z
              mark clock; date +%s.%N
            } 2>/dev/null
            free() { mark free; df --output=avail -B1 -- "$1" 2>/dev/null | tail -n 1; }
            facts
            """;

    private final String token;
    private final StringBuilder text = new StringBuilder();

    public SectionScript() {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        token = HexFormat.of().formatHex(random);
        text.append("wk=").append(token).append("; export wk\n").append(FUNCTIONS);
    }

    /** Adds lines of shell. */
    public SectionScript add(String lines) {
        text.append(lines);
        if (!lines.endsWith("\n")) {
            text.append('\n');
        }
        return this;
    }

    /** Sets a variable to a word, whatever stands in it. */
    public SectionScript set(String variable, String word) {
        return add(variable + "=" + ShellWords.quote(word));
    }

    /** Sets a variable to a path, without slashes at its end; {@code ~/} is the home folder. */
    public SectionScript path(String variable, String path) {
        String trimmed = path.length() > 1 ? path.replaceAll("/+$", "") : path;
        if (trimmed.equals("~")) {
            return add(variable + "=$HOME");
        }
        return trimmed.startsWith("~/")
                ? add(variable + "=$HOME/" + ShellWords.quote(trimmed.substring(2)))
                : set(variable, trimmed.isEmpty() ? "/" : trimmed);
    }

    /** What the marks hold. */
    public String token() {
        return token;
    }

    /** The whole of it. */
    public Script script(Duration patience) {
        return new Script(text + "mark clock; date +%s.%N\nmark end\n", patience);
    }
}
