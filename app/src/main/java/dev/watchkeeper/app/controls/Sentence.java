package dev.watchkeeper.app.controls;

import java.util.regex.Pattern;

/** Words as they stand at the beginning of a line. */
public final class Sentence {
    private static final Pattern PLAIN_WORD = Pattern.compile("\\p{Ll}+(?![\\w.:@/-]*[\\w])");

    private Sentence() {}

    /** Begins with a capital, unless it begins with a name: {@code pg-bill-2} stays as it is. */
    public static String begin(String text) {
        return PLAIN_WORD.matcher(text).lookingAt() ? Character.toUpperCase(text.charAt(0)) + text.substring(1) : text;
    }
}
