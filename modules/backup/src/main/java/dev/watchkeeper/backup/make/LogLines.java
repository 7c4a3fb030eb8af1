package dev.watchkeeper.backup.make;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts what a job says into lines; a carriage return ends one too. What has no end is passed on in pieces. */
final class LogLines implements AutoCloseable {
    private static final int LONGEST = 4000;

    private final Consumer<String> tell;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LogLines(Consumer<String> tell) {
        this.tell = tell;
    }

    synchronized void add(byte[] bytes) {
        for (byte one : bytes) {
            if (one == '\n' || one == '\r') {
                pass();
            } else {
                line.write(one);
                if (line.size() >= LONGEST) {
                    pass();
                }
            }
        }
    }

    private void pass() {
        String text = line.toString(StandardCharsets.UTF_8).strip();
        line.reset();
        if (!text.isEmpty()) {
            tell.accept(text);
        }
    }

    @Override
    public synchronized void close() {
        pass();
    }
}
