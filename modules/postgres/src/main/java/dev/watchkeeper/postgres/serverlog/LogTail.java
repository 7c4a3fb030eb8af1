package dev.watchkeeper.postgres.serverlog;

import dev.watchkeeper.kernel.fault.FaultException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * Reads on where it stopped, also where the log went on in another file. Begins a bounded way before the end. For one
 * thread.
 */
final class LogTail {
    private static final int PIECE = 1 << 20;

    private final LogFormat format;
    private final LogParser parser;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    /** The bytes of a character that was cut. */
    private ByteBuffer left = ByteBuffer.allocate(0);

    private String path = "";
    private long offset;
    private boolean whole = true;

    LogTail(LogFormat format, LogParser parser) {
        this.format = format;
        this.parser = parser;
    }

    LogFormat format() {
        return format;
    }

    /** Whether it began at the very beginning of a file. */
    boolean isWhole() {
        return whole;
    }

    /**
     * Reads what is new.
     *
     * @param current where the server writes now
     * @param back how far before the end it begins, the first time, in bytes
     * @param most so many bytes at most
     */
    void read(LogFiles files, String current, long back, long most, LogBook into) throws SQLException, FaultException {
        List<LogFiles.LogFile> all = files.beside(current, format);
        if (path.isEmpty()) {
            begin(all, current, back);
        }
        long budget = most;
        int place = place(all, path);
        if (place >= 0 && all.get(place).size() < offset) {
            offset = 0; // it was emptied, and begun again
        }
        while (budget > 0) {
            budget -= toTheEnd(files, budget, into);
            String next = path.equals(current) || budget <= 0 ? "" : next(all, current);
            if (next.isEmpty()) {
                break;
            }
            path = next;
            offset = 0;
        }
        if (budget > 0) {
            into.add(parser.rest());
        }
    }

    /** As far back as is wanted: in the file before, if the current one is young. */
    private void begin(List<LogFiles.LogFile> all, String current, long back) {
        path = current;
        long wanted = back;
        for (int i = place(all, current); i >= 0; i--) {
            path = all.get(i).path();
            offset = Math.max(0, all.get(i).size() - wanted);
            wanted -= all.get(i).size();
            if (wanted <= 0) {
                break;
            }
        }
        whole = offset == 0;
    }

    private long toTheEnd(LogFiles files, long budget, LogBook into) throws SQLException, FaultException {
        long read = 0;
        while (read < budget) {
            byte[] piece = files.piece(path, offset, PIECE);
            if (piece.length == 0) {
                break;
            }
            offset += piece.length;
            read += piece.length;
            into.add(parser.feed(text(piece)));
            if (piece.length < PIECE) {
                break;
            }
        }
        return read;
    }

    private String text(byte[] piece) {
        ByteBuffer bytes = ByteBuffer.allocate(left.remaining() + piece.length)
                .put(left)
                .put(piece)
                .flip();
        CharBuffer text = CharBuffer.allocate(bytes.remaining() + 1);
        decoder.reset().decode(bytes, text, false);
        left = bytes.slice();
        return text.flip().toString();
    }

    /** The file that the server went on to; the current one if that can't be told. */
    private String next(List<LogFiles.LogFile> all, String current) {
        int place = place(all, path);
        return place >= 0 && place + 1 < all.size() ? all.get(place + 1).path() : current;
    }

    private static int place(List<LogFiles.LogFile> all, String path) {
        for (int i = 0; i < all.size(); i++) {
            if (Objects.equals(all.get(i).path(), path)) {
                return i;
            }
        }
        return -1;
    }
}
