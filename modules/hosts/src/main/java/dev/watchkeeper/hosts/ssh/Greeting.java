package dev.watchkeeper.hosts.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * What a shell writes first on both its streams, before a script: which process it is. What stands before that was written by
 * the person's own start-up files, and is no part of the script's output.
 */
final class Greeting {
    private static final String MARK = "watchkeeper-script ";
    private static final int LONGEST = 64 * 1024;

    private Greeting() {}

    /** Goes before a script. */
    static String text() {
        return "echo '" + MARK + "'$$; echo '" + MARK + "'$$ >&2; ";
    }

    /**
     * Reads up to the end of the greeting.
     *
     * @param before gets each line that stands before it
     * @return the process; empty if the stream ended before
     */
    static OptionalLong read(InputStream from, Consumer<String> before) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int n = from.read(); n >= 0; n = from.read()) {
            if (n != '\n') {
                if (line.size() < LONGEST) {
                    line.write(n);
                }
                continue;
            }
            String text = line.toString(StandardCharsets.UTF_8);
            int at = text.indexOf(MARK);
            if (at >= 0 && text.substring(at + MARK.length()).matches("[0-9]{1,18}")) {
                return OptionalLong.of(Long.parseLong(text.substring(at + MARK.length())));
            }
            before.accept(text);
            line.reset();
        }
        before.accept(line.toString(StandardCharsets.UTF_8));
        return OptionalLong.empty();
    }
}
