package dev.watchkeeper.backup.reading;

import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.hosts.ShellFile;
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

    private static final ShellFile FUNCTIONS = ShellFile.beside(SectionScript.class, "sections.sh");

    private final String token;
    private final StringBuilder text = new StringBuilder();

    public SectionScript() {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        token = HexFormat.of().formatHex(random);
        text.append("wk=").append(token).append("; export wk\n").append(FUNCTIONS.text());
    }

    /** Adds the file of that name beside a class. */
    public SectionScript add(Class<?> owner, String name) {
        return add(ShellFile.beside(owner, name).text());
    }

    /** Adds lines of shell. */
    private SectionScript add(String lines) {
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
