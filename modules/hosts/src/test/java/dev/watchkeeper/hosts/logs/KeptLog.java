package dev.watchkeeper.hosts.logs;

import dev.watchkeeper.kernel.log.LogPlace;
import dev.watchkeeper.kernel.log.LogSink;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps all that is read since the log was begun last. */
public final class KeptLog implements LogSink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int begins;
    private boolean whole;

    @Override
    public void begin(LogPlace place, boolean isWhole) {
        begins++;
        whole = isWhole;
        bytes.reset();
    }

    @Override
    public void take(byte[] piece) {
        bytes.writeBytes(piece);
    }

    public int begins() {
        return begins;
    }

    public boolean whole() {
        return whole;
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }

    public String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
