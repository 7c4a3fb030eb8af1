package dev.watchkeeper.app.panes.backups.deeds;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The end of a log, however much comes: more than a person reads is let go. Used by one thread at a time. */
final class LogTail {
    private static final int MOST = 200_000;

    private byte[] kept = new byte[0];

    /** From which byte on to read a log of that length. */
    long from(long length) {
        return Math.max(0, length - MOST);
    }

    /** Adds a piece. Gives the end of it all, without what a carriage return overwrote. */
    String add(byte[] piece) {
        int most = Math.min(MOST, kept.length + piece.length);
        byte[] both = new byte[kept.length + piece.length];
        System.arraycopy(kept, 0, both, 0, kept.length);
        System.arraycopy(piece, 0, both, kept.length, piece.length);
        kept = Arrays.copyOfRange(both, both.length - most, both.length);
        String text = new String(kept, StandardCharsets.UTF_8);
        return text.replaceAll("[^\\n\\r]*\\r(?=[^\\n])", "")
                .replace("\r", "")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "�");
    }
}
