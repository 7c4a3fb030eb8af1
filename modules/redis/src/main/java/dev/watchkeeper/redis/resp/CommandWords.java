package dev.watchkeeper.redis.resp;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes a line apart as redis-cli does: words with blanks between, "…" with escapes, '…' without. */
public final class CommandWords {
    private final String line;
    private final List<Blob> words = new ArrayList<>();
    private ByteArrayOutputStream word = new ByteArrayOutputStream();
    private int at;

    private CommandWords(String line) {
        this.line = line;
    }

    /**
     * The words of one line; none if it is blank.
     *
     * @throws FaultException BAD_INPUT if a quote is not closed, or something follows one without a blank
     */
    public static List<Blob> of(String line) throws FaultException {
        return new CommandWords(line).words();
    }

    private List<Blob> words() throws FaultException {
        while (true) {
            while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
                at++;
            }
            if (at == line.length()) {
                return List.copyOf(words);
            }
            word();
            words.add(Blob.wrap(word.toByteArray()));
            word = new ByteArrayOutputStream();
        }
    }

    private void word() throws FaultException {
        while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
            char one = line.charAt(at++);
            if (one == '"') {
                inDoubleQuotes();
                return;
            }
            if (one == '\'') {
                inSingleQuotes();
                return;
            }
            put(one);
        }
    }

    private void inDoubleQuotes() throws FaultException {
        int opened = at;
        while (at < line.length()) {
            char one = line.charAt(at++);
            if (one == '"') {
                closed();
                return;
            }
            if (one == '\\' && at < line.length()) {
                escaped();
            } else {
                put(one);
            }
        }
        throw open('"', opened);
    }

    private void escaped() {
        char one = line.charAt(at++);
        if (one == 'x' && at + 2 <= line.length() && isHex(line.charAt(at)) && isHex(line.charAt(at + 1))) {
            word.write(Integer.parseInt(line.substring(at, at + 2), 16));
            at += 2;
            return;
        }
        switch (one) {
            case 'n' -> word.write('\n');
            case 'r' -> word.write('\r');
            case 't' -> word.write('\t');
            case 'b' -> word.write(8);
            case 'a' -> word.write(7);
            default -> put(one);
        }
    }

    private static boolean isHex(char one) {
        return Character.digit(one, 16) >= 0 && one < 128;
    }

    private void inSingleQuotes() throws FaultException {
        int opened = at;
        while (at < line.length()) {
            char one = line.charAt(at++);
            if (one == '\'') {
                closed();
                return;
            }
            if (one == '\\' && at < line.length() && line.charAt(at) == '\'') {
                at++;
                put('\'');
            } else {
                put(one);
            }
        }
        throw open('\'', opened);
    }

    private void closed() throws FaultException {
        if (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "after the quote at character " + at + " something follows without a blank",
                    "Put a blank there, or \\\" for a quote inside of quotes");
        }
    }

    private FaultException open(char quote, int at) {
        return new FaultException(
                FaultKind.BAD_INPUT,
                "the " + (quote == '"' ? "double" : "single") + " quote at character " + at + " is not closed",
                "Close it; a blank, a quote or a backslash inside of a word needs quotes around");
    }

    /** Half of a pair of surrogates comes with its other half. */
    private void put(char one) {
        String text = Character.isHighSurrogate(one) && at < line.length()
                ? new String(new char[] {one, line.charAt(at++)})
                : String.valueOf(one);
        word.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
