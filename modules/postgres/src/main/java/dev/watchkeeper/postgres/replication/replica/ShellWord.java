package dev.watchkeeper.postgres.replication.replica;

/** The one place where text becomes a word of a POSIX shell's command line. */
public final class ShellWord {
    private ShellWord() {}

    /**
     * As one word that means exactly this text, whatever is in it (POSIX shell, 2.2.2 single-quotes: nothing is special within
     * them but their end).
     *
     * @throws IllegalArgumentException if it holds a NUL, which no argument can
     */
    public static String quote(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a word of a command can't hold a NUL character");
        }
        boolean plain = text.matches("[A-Za-z0-9_./:=@%+,-]+");
        return plain ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
