package dev.watchkeeper.redis.resp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes commands onto the line. */
public final class RespWriter {
    private RespWriter() {}

    /** @param out buffered; it is not flushed */
    public static void write(OutputStream out, List<Blob> words) throws IOException {
        head(out, '*', words.size());
        for (Blob word : words) {
            head(out, '$', word.length());
            word.writeTo(out);
            end(out);
        }
    }

    private static void head(OutputStream out, char type, int count) throws IOException {
        out.write(type);
        out.write(Integer.toString(count).getBytes(StandardCharsets.US_ASCII));
        end(out);
    }

    private static void end(OutputStream out) throws IOException {
        out.write('\r');
        out.write('\n');
    }
}
