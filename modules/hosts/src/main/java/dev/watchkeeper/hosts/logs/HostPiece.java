package dev.watchkeeper.hosts.logs;

import dev.watchkeeper.kernel.log.LogPlace;
import dev.watchkeeper.kernel.log.LogSink;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The answer of {@code read.sh} as it comes: a line, a path of so many bytes, and then the log itself. */
final class HostPiece {
    private static final int WORDS = 7;
    /** No first line and path are longer. */
    private static final int LONGEST_HEAD = 64 * 1024;

    private final String host;
    private final boolean first;
    private final LogSink into;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private Optional<LogPlace> place = Optional.empty();
    private String file = "";
    private boolean newest;
    private long from;
    private long length;

    /** @param first whether the log begins to be read with it */
    HostPiece(String host, boolean first, LogSink into) {
        this.host = host;
        this.first = first;
        this.into = into;
    }

    void take(byte[] chunk) {
        if (place.isPresent()) {
            hand(chunk);
        } else if (head.size() < LONGEST_HEAD) {
            head.writeBytes(chunk);
            open(head.toByteArray());
        }
    }

    private void open(byte[] all) {
        int line = 0;
        while (line < all.length && all[line] != '\n') {
            line++;
        }
        if (line == all.length) {
            return;
        }
        String[] words = new String(all, 0, line, StandardCharsets.UTF_8).split(" ", -1);
        if (words.length != WORDS || !words[0].equals("log")) {
            return;
        }
        int begin = line + 1;
        int end = begin + Integer.parseInt(words[6]);
        if (all.length < end) {
            return;
        }
        String path = new String(all, begin, end - begin, StandardCharsets.UTF_8);
        file = words[1];
        from = Long.parseLong(words[2]);
        newest = words[3].equals("1");
        LogPlace found = new LogPlace(Optional.of(host), path, words[4], words[5]);
        place = Optional.of(found);
        if (first) {
            into.begin(found, from == 0);
        }
        hand(Arrays.copyOfRange(all, end, all.length));
    }

    private void hand(byte[] chunk) {
        if (chunk.length > 0) {
            length += chunk.length;
            into.take(chunk);
        }
    }

    /** Whether the host has said where the log is. */
    boolean isKnown() {
        return place.isPresent();
    }

    LogPlace place() {
        return place.orElseThrow();
    }

    /** The file's number on its disk, and the disk's. */
    String file() {
        return file;
    }

    /** Whether the server writes into it. */
    boolean isNewest() {
        return newest;
    }

    /** In bytes, as much as has come. */
    long length() {
        return length;
    }

    /** Where the file is to be read on. */
    long end() {
        return from + length;
    }
}
