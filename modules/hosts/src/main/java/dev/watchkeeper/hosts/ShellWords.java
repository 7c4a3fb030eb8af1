package dev.watchkeeper.hosts;

import java.util.Collection;
import java.util.stream.Collectors;

/** The one place where words are quoted for a shell. */
public final class ShellWords {
    private ShellWords() {}

    /**
     * One word, whatever stands in it, for any POSIX shell.
     *
     * @throws IllegalArgumentException if it holds a NUL, which no argument can
     */
    public static String quote(String word) {
        if (word.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a word for a shell can't hold a NUL");
        }
        // --option=value needs no quotes; a word that begins otherwise could be an assignment
        String checked = word.startsWith("--") ? word.replace("=", "") : word;
        if (!word.isEmpty() && checked.chars().allMatch(ShellWords::isPlain)) {
            return word;
        }
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** A command and its arguments. */
    public static String join(Collection<String> words) {
        return words.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
    }

    private static boolean isPlain(int letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || "_-./:@%+,".indexOf(letter) >= 0;
    }
}
