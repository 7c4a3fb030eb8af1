package dev.watchkeeper.hosts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SequencedMap;

/** A script that stands in a file beside its feature; what it is to work on is put before it, as variables. */
public final class ShellFile {
    private final String text;

    private ShellFile(String text) {
        this.text = text;
    }

    /** The file of that name beside a class. */
    public static ShellFile beside(Class<?> owner, String name) {
        try (InputStream file = owner.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("there is no " + name + " beside " + owner.getName());
            }
            return new ShellFile(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it stands there. */
    public String text() {
        return text;
    }

    /**
     * The script with these variables, each quoted.
     *
     * @param variables names of the shell's, and any values
     */
    public String with(SequencedMap<String, String> variables) {
        StringBuilder all = new StringBuilder();
        variables.forEach((name, value) ->
                all.append(name).append('=').append(ShellWords.quote(value)).append('\n'));
        return all.append(text).toString();
    }
}
