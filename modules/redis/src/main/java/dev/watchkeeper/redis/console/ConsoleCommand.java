package dev.watchkeeper.redis.console;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.redis.resp.Blob;
import dev.watchkeeper.redis.resp.CommandWords;
import dev.watchkeeper.redis.resp.Masked;
import java.util.List;
import java.util.Locale;

/**
 * A command as somebody typed it. It may hold a password, so that it is shown by {@link #masked}.
 *
 * @param words its name first; never empty
 */
public record ConsoleCommand(List<Blob> words) {
    public ConsoleCommand {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a command has a name");
        }
    }

    /**
     * Reads one line as redis-cli does.
     *
     * @throws FaultException BAD_INPUT if it is blank, or a quote is not closed
     */
    public static ConsoleCommand parse(String line) throws FaultException {
        List<Blob> words = CommandWords.of(line);
        if (words.isEmpty()) {
            throw new FaultException(FaultKind.BAD_INPUT, "there is no command", "Write one: INFO, GET key, SCAN 0");
        }
        return new ConsoleCommand(words);
    }

    /** In upper case: {@code CONFIG}. */
    public String name() {
        return upper(0);
    }

    /** A word in upper case; empty if there is none at that place. */
    public String upper(int index) {
        return index < words.size() ? words.get(index).text().toUpperCase(Locale.ROOT) : "";
    }

    /** Whether one of its arguments is this option. */
    public boolean has(String option) {
        for (int i = 1; i < words.size(); i++) {
            if (upper(i).equals(option)) {
                return true;
            }
        }
        return false;
    }

    /** As it may be shown and written down: without passwords. */
    public String masked() {
        return Masked.line(words);
    }

    /** The name with its arguments hidden. */
    String nameOnly() {
        return words.size() == 1 ? name() : name() + " (" + (words.size() - 1) + " words redacted)";
    }

    @Override
    public String toString() {
        return masked();
    }
}
